"""Conversion: of a stage's cohort, the leads that reached the next stage by the as-of instant. Must not know clocks.

Its other view, of which nothing is judged, is what happened within a period, whichever cohort it happened to.
"""

from __future__ import annotations

import numpy as np

from workbench.agreement.commitment import Commitment
from workbench.tracking.checks.clock import events
from workbench.tracking.checks.judged import Judged
from workbench.tracking.cohort import EXCLUDED, Cohort
from workbench.tracking.review import Review
from workbench.tracking.why import Why
from workbench.tracking.windows import Window, numbers_in


def conversion(commitment: Commitment, group: Cohort, review: Review) -> Judged:
    """Met where the next stage's date is there; every other lead of the cohort counts against."""
    event = events((commitment.reached,), group, None, review)
    why = np.where(event.happened, np.int8(Why.REACHED), np.int8(Why.NOT_REACHED))
    why[event.unreadable] = Why.UNREADABLE
    return Judged(why=why, start=group.anchor, event=event)


def reached_within(commitment: Commitment, cut: tuple[Window, ...], review: Review) -> list[int]:
    """How many leads of the scope reached the next stage within each window, whenever they entered.

    Leads that are excluded, or of which nobody can read whether they belong here, are left out.
    """
    view = review.view
    let_in, unsure = view.matches(commitment.scope)
    known = let_in & ~unsure & ~view.filled(EXCLUDED) & ~view.unreadable(EXCLUDED)
    numbers = numbers_in(cut, view.moments(commitment.reached).instants)
    found: list[int] = np.bincount(numbers[known & (numbers >= 0)], minlength=len(cut)).tolist()
    return found
