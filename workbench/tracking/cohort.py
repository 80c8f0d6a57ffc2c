"""The cohort of a commitment: the leads whose anchor event lies in a judged period and inside the scope.

What takes a lead out of judgement whatever the kind is decided here: exclusions, the ceiling, an unreadable scope.
Must not know how any kind is judged.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from workbench.agreement.commitment import Commitment
from workbench.tracking.lead_view import Moments
from workbench.tracking.leads import Bools, Ints
from workbench.tracking.periods import Period, periods_between
from workbench.tracking.review import Review
from workbench.tracking.why import Why
from workbench.tracking.windows import Window, numbers_in, window

Codes8 = npt.NDArray[np.int8]
EXCLUDED = "excluded"


@dataclass(frozen=True, eq=False)
class Cohort:
    """Leads to judge; all arrays have one entry a lead.

    Attributes:
        windows: The judged periods.
        rows: Row numbers in the lead log, ascending.
        window: The number of the window of each.
        anchor: The anchor event of each; never empty.
        why: 0 for the leads a check still has to judge, else the reason they are not.
        undated: Leads inside the scope whose anchor is unreadable, so that no period can claim them.
    """

    windows: tuple[Window, ...]
    rows: Ints
    window: Ints
    anchor: Moments
    why: Codes8
    undated: int


def cohort(commitment: Commitment, cut: tuple[Window, ...], review: Review) -> Cohort:
    """The leads a commitment is judged by in some windows."""
    view = review.view
    anchor = view.moments(commitment.anchor)
    numbers = view.kept(("windows", commitment.anchor, cut), lambda: numbers_in(cut, anchor.instants))
    let_in, unsure = view.matches(commitment.scope)
    excluded = view.filled(EXCLUDED)
    rows = np.flatnonzero((numbers >= 0) & let_in)

    why = np.zeros(len(rows), np.int8)
    why[(unsure | view.unreadable(EXCLUDED))[rows]] = Why.UNREADABLE
    if commitment.clock and commitment.ceiling is not None and "ceiling" in commitment.relief:
        why[_above_ceiling(commitment, cut, review)[rows]] = Why.ABOVE_CEILING
    why[excluded[rows]] = Why.EXCLUDED
    undated = int((anchor.unreadable & let_in & ~excluded).sum())
    return Cohort(cut, rows, numbers[rows], anchor.take(rows), why, undated)


def _above_ceiling(commitment: Commitment, cut: tuple[Window, ...], review: Review) -> Bools:
    """Which leads come after the ceiling's last one in their ceiling period, by the start of the clock.

    Leads that start with the last one are inside; leads excluded for another reason take no place.
    """
    assert commitment.clock is not None
    assert commitment.ceiling is not None
    starts = review.view.moments(commitment.clock.start)
    days = [day for one in cut if not one.empty for day in (one.first, one.last)]
    if commitment.clock.start != commitment.anchor and starts.happened.any():
        happened = starts.instants[starts.happened]
        days += [review.days.day(int(happened.min())), review.days.day(int(happened.max()))]
    if not days:
        return np.zeros(len(starts.instants), np.bool_)
    periods = periods_between(min(days), max(days), commitment.ceiling_period or commitment.period)
    name = commitment.clock.start, commitment.ceiling, periods
    return review.view.kept(("ceiling", *name), lambda: _beyond(*name, review))


def _beyond(field: str, ceiling: int, periods: tuple[Period, ...], review: Review) -> Bools:
    """Which leads start after the ceiling's last one of their period."""
    starts = review.view.moments(field)
    counted = np.sort(starts.instants[starts.happened & ~review.view.filled(EXCLUDED)])
    cut = tuple(window(period, review) for period in periods)
    edges = np.searchsorted(counted, [(one.starts, one.ends) for one in cut])
    endless = np.iinfo(np.int64).max
    limits = [counted[first + ceiling - 1] if end - first > ceiling else endless for first, end in edges.tolist()]
    numbers = numbers_in(cut, starts.instants)
    found: Bools = (numbers >= 0) & (starts.instants > np.array(limits, np.int64)[numbers])
    return found
