"""The periods a tracker lists: for each length one row a period, with every commitment's lines among them.

Whole years from the first day in force, or from the first of the data, and further than the as-of day, so that the
tracker can be filled for a while. Must not know results.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import numpy as np

from workbench.agreement.commitment import Commitment, PeriodLength
from workbench.sheets.tracker.asof import AsOfCells
from workbench.sheets.tracker.axes import Axis, make_axis
from workbench.sheets.tracker.days import Tables
from workbench.tracking.periods import Period, periods_between
from workbench.tracking.review import Review
from workbench.tracking.windows import windows

AHEAD = dt.timedelta(days=45)
"""A tracker reaches at least so far past its as-of day."""
NAMES: dict[PeriodLength, str] = {"week": "Week", "month": "Month", "quarter": "Quarter", "year": "Year"}
DUE = "Due"


@dataclass(frozen=True, eq=False)
class PeriodPlan:
    """Which periods are listed, before anything is known of them.

    Attributes:
        axes: Periods by name of the axis, in order.
        lines: The periods in which each commitment has a line, by its id.
    """

    axes: dict[str, tuple[Period, ...]]
    lines: dict[str, tuple[Period, ...]]

    @property
    def first(self) -> dt.date:
        """The first day of any of them."""
        return min(periods[0].first for periods in self.axes.values())

    @property
    def last(self) -> dt.date:
        """The last day of any of them."""
        return max(periods[-1].last for periods in self.axes.values())

    def made(self, review: Review, tables: Tables, as_of: AsOfCells) -> dict[str, Axis]:
        """The axes."""
        return {name: make_axis(name, periods, review, tables, as_of) for name, periods in self.axes.items()}


def plan_periods(commitments: tuple[Commitment, ...], review: Review) -> PeriodPlan:
    """The periods of some commitments."""
    cuts = {one.id: tuple(found.period for found in windows(one, review)) for one in commitments}
    first, last = _listed_days(commitments, cuts, review)
    last = max([last, *(cut[-1].first for one in commitments if not one.due and (cut := cuts[one.id]))])
    lines: dict[str, tuple[Period, ...]] = {}
    for one in commitments:
        cut = cuts[one.id]
        further = not one.due and bool(cut)
        lines[one.id] = periods_between(cut[0].first, last, one.period) if further else cut
    axes = {NAMES[length]: periods_between(first, last, length) for length in _lengths(commitments)}
    due = {period for one in commitments if one.due for period in lines[one.id]}
    if due:
        axes[DUE] = tuple(sorted(due))
    for one in commitments:
        name = ceiling_name(one)
        if name and name not in axes:
            start = min(first, _first_start(one, review))
            axes[name] = periods_between(start, last, one.ceiling_period or one.period)
    return PeriodPlan(axes, lines)


def axis_name(commitment: Commitment) -> str:
    """The axis on which a commitment is judged."""
    return DUE if commitment.due else NAMES[commitment.period]


def ceiling_name(commitment: Commitment) -> str:
    """The axis on which a commitment's ceiling counts; empty where it has none.

    Where its clock starts with another date than the one that puts a lead into a period, that date may lie before all
    periods, so the ceiling has periods of its own.
    """
    clock = commitment.clock
    if clock is None or commitment.ceiling is None or "ceiling" not in commitment.relief:
        return ""
    name = NAMES[commitment.ceiling_period or commitment.period]
    return name if clock.start == commitment.anchor else f"{name}_{clock.start}"


def _first_start(commitment: Commitment, review: Review) -> dt.date:
    """The day of the earliest start of a commitment's clock."""
    assert commitment.clock is not None
    found = review.view.moments(commitment.clock.start)
    if review.in_force.first or not found.happened.any():
        return review.moment.day
    return review.days.day(int(np.min(found.instants[found.happened])))


def _listed_days(
    commitments: tuple[Commitment, ...], cuts: dict[str, tuple[Period, ...]], review: Review
) -> tuple[dt.date, dt.date]:
    today, in_force = review.moment.day, review.in_force
    if in_force.first:
        first = in_force.first
    else:
        first = min([today, *(cuts[one.id][0].first for one in commitments if not one.due and cuts[one.id])])
    last = _year_from(first)
    while last < today + AHEAD:
        last = _year_from(last + dt.timedelta(days=1))
    return first, max(first, min(last, in_force.last)) if in_force.last else last


def _year_from(day: dt.date) -> dt.date:
    """The last day of the twelve months that begin with a day's month."""
    return dt.date(day.year + 1, day.month, 1) - dt.timedelta(days=1)


def _lengths(commitments: tuple[Commitment, ...]) -> tuple[PeriodLength, ...]:
    """The lengths that are needed; the month always, for the first sheet shows months."""
    needed: set[PeriodLength] = {"month"}
    for one in commitments:
        needed.add(one.period)
        if ceiling_name(one):
            needed.add(one.ceiling_period or one.period)
    return tuple(length for length in NAMES if length in needed)
