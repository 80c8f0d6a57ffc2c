"""Which line of a commitment stands in which month's column.

A month has its own; a longer period stands where it ends or where the data ends; weeks stand together in the month
they end in. Pure; must not know widgets.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.tracking.periods import Period

if TYPE_CHECKING:
    from workbench.tracking.result import Result


def month_of(day: dt.date) -> dt.date:
    """The first day of the month a day lies in."""
    return day.replace(day=1)


def months_between(first: dt.date, last: dt.date) -> tuple[dt.date, ...]:
    """The months from the one of a day to the one of another, by their first days."""
    found, month = [], month_of(first)
    while month <= last:
        found.append(month)
        month = Period.holding(month, "month").next().first
    return tuple(found)


@dataclass(frozen=True)
class Judged:
    """One line of the scorecard in its place.

    Attributes:
        result: What is said about the commitment in the period.
        version: Number of the version that judges; nothing for the draft.
        part: Number of the judgement in the check.
        period: The period.
        home: The month whose column it stands in, by its first day.
    """

    result: Result
    version: int | None
    part: int
    period: Period
    home: dt.date


@dataclass(frozen=True)
class Spot:
    """What stands in one cell.

    Attributes:
        lines: The lines that are at home here; several only for weeks.
        through: A longer period that runs through this month and stands in a later one; nothing elsewhere.
    """

    lines: tuple[Judged, ...] = ()
    through: Period | None = None


NOTHING_HERE = Spot()


def home_of(period: Period, as_of: dt.date) -> dt.date:
    """The month a period stands in: its last one once it is over, its first before it begins, else the current one."""
    if period.first > as_of:
        return month_of(period.first)
    return month_of(min(period.last, as_of))


def spots(lines: Iterable[Judged]) -> dict[dt.date, Spot]:
    """The cells of one commitment, by month."""
    found: dict[dt.date, list[Judged]] = {}
    through: dict[dt.date, Period] = {}
    for line in lines:
        found.setdefault(line.home, []).append(line)
        for month in months_between(line.period.first, line.home):
            if month != line.home and line.period.length != "week":
                through.setdefault(month, line.period)
    homes = {month: Spot(tuple(here)) for month, here in found.items()}
    return {month: Spot(through=period) for month, period in through.items()} | homes


def lines_in(found: Sequence[tuple[int, int | None, Result]], as_of: dt.date) -> Iterator[Judged]:
    """Results with their places.

    Args:
        found: Number of the judgement, of its version, and the result.
        as_of: The day the check speaks for.
    """
    for part, version, result in found:
        period = Period.parse(result.period)
        yield Judged(result, version, part, period, home_of(period, as_of))
