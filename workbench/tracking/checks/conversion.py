"""Conversion: of a stage's cohort, the leads that reached the next stage by the as-of instant. Must not know clocks."""

from __future__ import annotations

import numpy as np

from workbench.agreement.commitment import Commitment
from workbench.tracking.checks.clock import events
from workbench.tracking.checks.judged import Judged
from workbench.tracking.cohort import Cohort
from workbench.tracking.review import Review
from workbench.tracking.why import Why


def conversion(commitment: Commitment, group: Cohort, review: Review) -> Judged:
    """Met where the next stage's date is there; every other lead of the cohort counts against."""
    event = events((commitment.reached,), group, None, review)
    why = np.where(event.happened, np.int8(Why.REACHED), np.int8(Why.NOT_REACHED))
    why[event.unreadable] = Why.UNREADABLE
    return Judged(why=why, start=group.anchor, event=event)
