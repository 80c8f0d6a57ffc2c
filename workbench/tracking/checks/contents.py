"""Completeness and reasons: what is written in a lead's fields. Must not know clocks."""

from __future__ import annotations

from functools import reduce

import numpy as np

from workbench.agreement.commitment import Commitment
from workbench.tracking.checks.judged import Judged
from workbench.tracking.cohort import Cohort
from workbench.tracking.leads import Bools
from workbench.tracking.moments import pick
from workbench.tracking.review import Review
from workbench.tracking.verdict import Codes8, first_true, judged
from workbench.tracking.why import Why

REASON = "reject_reason"


def completeness(commitment: Commitment, group: Cohort, review: Review) -> Judged:
    """Met where every required field is filled; unknown where one is unreadable."""
    del review
    view, fields = group.view, commitment.required_fields
    filled = reduce(np.logical_and, (view.filled(field) for field in fields))
    unreadable = reduce(np.logical_or, (view.unreadable(field) for field in fields))
    why = judged(_by_fields, pick(filled, group.rows), pick(unreadable, group.rows))
    return Judged(why=why, start=group.anchor)


def _by_fields(filled: Bools, unreadable: Bools) -> Codes8:
    return first_true((unreadable, Why.UNREADABLE), (filled, Why.COMPLETE), otherwise=Why.INCOMPLETE)


def reasons(commitment: Commitment, group: Cohort, review: Review) -> Judged:
    """Met where the reason is one of the agreed list; a blank is none of them."""
    del review
    listed = group.view.among(REASON, commitment.allowed_values)
    why = judged(_by_reason, pick(listed, group.rows), pick(group.view.unreadable(REASON), group.rows))
    return Judged(why=why, start=group.anchor)


def _by_reason(listed: Bools, unreadable: Bools) -> Codes8:
    return first_true((unreadable, Why.UNREADABLE), (listed, Why.LISTED), otherwise=Why.NOT_LISTED)
