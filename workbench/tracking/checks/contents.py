"""Completeness and reasons: what is written in a lead's fields. Must not know clocks."""

from __future__ import annotations

import numpy as np

from workbench.agreement.commitment import Commitment
from workbench.tracking.checks.judged import Judged
from workbench.tracking.cohort import Cohort
from workbench.tracking.review import Review
from workbench.tracking.why import Why

REASON = "reject_reason"


def completeness(commitment: Commitment, group: Cohort, review: Review) -> Judged:
    """Met where every required field is filled; unknown where one is unreadable."""
    why = np.full(len(group.rows), np.int8(Why.COMPLETE))
    unreadable = np.zeros(len(group.rows), np.bool_)
    for field in commitment.required_fields:
        why[~review.view.filled(field)[group.rows]] = Why.INCOMPLETE
        unreadable |= review.view.unreadable(field)[group.rows]
    why[unreadable] = Why.UNREADABLE
    return Judged(why=why, start=group.anchor)


def reasons(commitment: Commitment, group: Cohort, review: Review) -> Judged:
    """Met where the reason is one of the agreed list; a blank is none of them."""
    listed = review.view.among(REASON, commitment.allowed_values)[group.rows]
    why = np.where(listed, np.int8(Why.LISTED), np.int8(Why.NOT_LISTED))
    why[review.view.unreadable(REASON)[group.rows]] = Why.UNREADABLE
    return Judged(why=why, start=group.anchor)
