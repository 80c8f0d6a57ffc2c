"""Conversion: of a stage's cohort, the leads that reached the next stage by the as-of instant. Must not know clocks.

Its other view, of which nothing is judged, is what happened within a period, whichever cohort it happened to.
"""

from __future__ import annotations

import numpy as np

from workbench.agreement.commitment import Commitment
from workbench.tracking.checks.clock import events
from workbench.tracking.checks.judged import Judged
from workbench.tracking.cohort import Cohort
from workbench.tracking.lead_view import EXCLUDED, LeadView
from workbench.tracking.leads import Bools, Ints
from workbench.tracking.review import Review
from workbench.tracking.verdict import Codes8, first_true, judged
from workbench.tracking.why import Why
from workbench.tracking.windows import Window, numbers_in


def conversion(commitment: Commitment, group: Cohort, review: Review) -> Judged:
    """Met where the next stage's date is there; every other lead of the cohort counts against."""
    event = events((commitment.reached,), group, None, review)
    return Judged(why=judged(_by_stage, event.happened, event.unreadable), start=group.anchor, event=event)


def _by_stage(happened: Bools, unreadable: Bools) -> Codes8:
    return first_true((unreadable, Why.UNREADABLE), (happened, Why.REACHED), otherwise=Why.NOT_REACHED)


def reached_within(commitment: Commitment, cut: tuple[Window, ...], view: LeadView) -> Ints:
    """How many leads of the scope reached the next stage within each window, whenever they entered.

    Leads that are excluded, or of which nobody can read whether they belong here, are left out.
    """
    let_in, unsure = view.matches(commitment.scope)
    known = let_in & ~unsure & ~view.filled(EXCLUDED) & ~view.unreadable(EXCLUDED)
    return np.bincount((numbers_in(cut, commitment.reached, view) + 1) * known, minlength=len(cut) + 1)[1:]
