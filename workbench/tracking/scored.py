"""Leads of the log that have a score and a decision, for finding out where a threshold should lie.

Accepted and rejected both set: the later one is the outcome (semantics section 4). Must not know thresholds.
"""

from __future__ import annotations

import numpy as np

from workbench.agreement.calculators.threshold import ScoredLead
from workbench.tracking.leads import SCALE, UNREADABLE, LeadLog


def scored_leads(log: LeadLog) -> tuple[ScoredLead, ...]:
    """Every decided lead with a readable score; a score with decimals counts as its whole points."""
    score, accepted, rejected = log.amounts("score"), log.stamps("accepted_at"), log.stamps("rejected_at")
    decided = (score > UNREADABLE) & ((accepted > UNREADABLE) | (rejected > UNREADABLE))
    rows = np.flatnonzero(decided)
    points = np.floor_divide(score[rows], SCALE)
    good = accepted[rows] >= rejected[rows]
    return tuple(ScoredLead(int(one), bool(was)) for one, was in zip(points, good, strict=True))
