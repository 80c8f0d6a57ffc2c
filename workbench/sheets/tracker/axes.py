"""The periods of a tracker: for each length every period from the first to the horizon, with where each stands.

Whether a period has begun or closed, and how many of its working days have passed, are formulas of the as-of cell. Must
not know leads or results.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from workbench.sheets.tracker.asof import AsOfCells
from workbench.sheets.tracker.days import Tables
from workbench.sheets.tracker.formula import Formula
from workbench.sheets.tracker.functions import both, either, least
from workbench.sheets.tracker.ranges import Range
from workbench.sheets.tracker.serial import day_serial
from workbench.tracking.periods import Period
from workbench.tracking.review import Review
from workbench.tracking.windows import Window, window

Part = Literal["first", "after", "all_days", "days", "begun", "closed", "elapsed"]


@dataclass(frozen=True, eq=False)
class Standing:
    """One period, as formulas.

    Attributes:
        window: The period, cut to the days in force.
        first: Its first day in force, as a cell holds it.
        after: The day after its last in force; the same where none is.
        all_days: Working days of the whole period.
        days: Those of them in force.
        begun: Whether its first day in force has come.
        closed: Whether the as-of instant is at or after its end.
        elapsed: Its working days in force up to and including the as-of day.
    """

    window: Window
    first: Formula
    after: Formula
    all_days: Formula
    days: Formula
    begun: Formula
    closed: Formula
    elapsed: Formula


@dataclass(frozen=True, eq=False)
class Axis:
    """The periods of one length, in order.

    Attributes:
        name: Begins the names of its ranges.
        rows: The periods.
        starts: First second of each.
        end: First second after the last one.
    """

    name: str
    rows: tuple[Standing, ...]
    starts: Range
    end: Formula

    def number(self, period: Period) -> int:
        """The place of a period, from 1."""
        return next(place for place, one in enumerate(self.rows, 1) if one.window.period == period)

    def cell(self, part: Part, number: int) -> Formula:
        """A part of the standing of the period at a place, by the name of its range."""
        content: Formula = getattr(self.rows[number - 1], part)
        return Formula(f"INDEX({self.name}_{part},{number})", content.value)

    def of(self, moment: Formula) -> Formula:
        """The place of the period a moment lies in, 0 for none."""
        first = self.starts.at(1)
        return either(both(moment >= first, moment < self.end), self.starts.last_at_most(moment), 0)


def make_axis(name: str, periods: tuple[Period, ...], review: Review, tables: Tables, as_of: AsOfCells) -> Axis:
    """The standing of some periods, in order."""
    cut = [window(period, review) for period in periods]
    day_start, number = tables.zone.starts.values, tables.zone.days.number
    starts = [float(day_start[number(one.first)]) for one in cut]
    end = float(day_start[number(cut[-1].last) + 1])
    rows = tuple(_standing(one, tables, as_of) for one in cut)
    return Axis(name, rows, Range.of(f"{name}_start", starts), Formula(f"{name}_end", end))


def _standing(one: Window, tables: Tables, as_of: AsOfCells) -> Standing:
    working = tables.pace.calendar.working_days
    first, after = _number(day_serial(one.first)), _number(max(day_serial(one.last) + 1, day_serial(one.first)))
    begun = as_of.day >= first if not one.empty else Formula("FALSE", False)
    over = _number(day_serial(one.period.last) + 1) - (tables.first_serial - 1)
    elapsed = tables.working_before(least(as_of.day + 1, after)) - tables.working_before(first)
    return Standing(
        window=one,
        first=first,
        after=after,
        all_days=_number(working(one.period.first, one.period.last)),
        days=_number(working(one.first, one.last)),
        begun=begun,
        closed=as_of.closes >= tables.zone.starts.at(over),
        elapsed=either(begun, elapsed, 0),
    )


def _number(whole: int) -> Formula:
    return Formula(str(whole), float(whole))
