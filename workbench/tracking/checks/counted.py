"""Volume and value: the leads of a cohort count by being in it. Must not know targets."""

from __future__ import annotations

import numpy as np

from workbench.agreement.commitment import Commitment
from workbench.tracking.checks.judged import Judged
from workbench.tracking.cohort import Cohort
from workbench.tracking.moments import pick
from workbench.tracking.review import Review
from workbench.tracking.verdict import overlaid
from workbench.tracking.why import Why


def volume(commitment: Commitment, group: Cohort, review: Review) -> Judged:
    """Every lead of the cohort counts once."""
    del commitment, review
    return Judged(why=np.full(len(group.rows), np.int8(Why.COUNTED)), event=group.anchor)


def value(commitment: Commitment, group: Cohort, review: Review) -> Judged:
    """Every lead counts with the first lead type it matches; one that matches none is worth nothing.

    A lead is unknown where an earlier type might match, were its field readable.
    """
    del review
    view, rows = group.view, group.rows
    why = np.full(len(rows), np.int8(Why.COUNTED))
    types = np.full(len(rows), -1, np.int32)
    open_ones = np.ones(len(rows), np.bool_)
    for number, one in enumerate(commitment.lead_values):
        let_in, unsure = (pick(mask, rows) for mask in view.matches(one.scope))
        if unsure.any():
            why = overlaid(why, open_ones & unsure, Why.UNREADABLE)
        fits = open_ones & let_in & ~unsure
        types += fits * np.int32(number + 1)
        open_ones &= ~fits
    return Judged(why=why, event=group.anchor, types=types)
