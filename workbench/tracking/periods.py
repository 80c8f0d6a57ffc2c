"""Periods of judgement: a week, month, quarter or year, how they are written and where they begin and end.

Must not know working hours or leads. A week is an ISO week, a year a calendar year.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import cached_property
from zoneinfo import ZoneInfo

from workbench.agreement.commitment import PeriodLength
from workbench.base.errors import WorkbenchError
from workbench.fields.moments import FIRST_DAY, LAST_DAY

_ONE_DAY = dt.timedelta(days=1)
_MONTHS: dict[PeriodLength, int] = {"month": 1, "quarter": 3, "year": 12}
_WRITTEN = re.compile(r"(\d{4})(?:-(?:(\d{2})|Q([1-4])|W(\d{2})))?")


def midnight(day: dt.date, zone: ZoneInfo) -> int:
    """The instant that 00:00 of a day names in a zone, in seconds since 1970 UTC.

    Where clocks jump over midnight it is the instant of the jump; where midnight comes twice, the first.
    """
    return int(dt.datetime(day.year, day.month, day.day, tzinfo=zone).timestamp())


@dataclass(frozen=True, order=True)
class Period:
    """One period; ordered by its first day.

    Attributes:
        first: Its first day.
        length: What kind of period it is.
    """

    first: dt.date
    length: PeriodLength

    @classmethod
    def holding(cls, day: dt.date, length: PeriodLength) -> Period:
        """The period of a length that a day lies in."""
        if length == "week":
            return cls(day - dt.timedelta(days=day.weekday()), length)
        months = _MONTHS[length]
        return cls(dt.date(day.year, (day.month - 1) // months * months + 1, 1), length)

    @classmethod
    def parse(cls, text: str) -> Period:
        """The period written `2026-10`, `2026-Q4`, `2026-W43` or `2026`.

        Raises:
            WorkbenchError: Not written so, no such month or week, or not from 2000 to 2100.
        """
        found = _WRITTEN.fullmatch(text.strip().upper())
        try:
            if not found or not FIRST_DAY.year <= int(found[1]) <= LAST_DAY.year:
                raise ValueError(text)
            year, month, quarter, week = (int(part) if part else 0 for part in found.groups())
            if found[4]:
                return cls(dt.date.fromisocalendar(year, week, 1), "week")
            if found[3]:
                return cls(dt.date(year, quarter * 3 - 2, 1), "quarter")
            return cls(dt.date(year, month, 1), "month") if found[2] else cls(dt.date(year, 1, 1), "year")
        except ValueError:
            raise WorkbenchError(
                f"“{text}” is not a period.", "Write it as 2026-10, 2026-Q4, 2026-W43 or 2026."
            ) from None

    @cached_property
    def text(self) -> str:
        """As `parse` reads it."""
        if self.length == "week":
            year, week, _ = self.first.isocalendar()
            return f"{year:04d}-W{week:02d}"
        if self.length == "quarter":
            return f"{self.first.year:04d}-Q{(self.first.month + 2) // 3}"
        return f"{self.first.year:04d}-{self.first.month:02d}" if self.length == "month" else f"{self.first.year:04d}"

    @property
    def last(self) -> dt.date:
        """Its last day."""
        return self.next().first - _ONE_DAY

    def next(self) -> Period:
        """The period of the same length after it."""
        if self.length == "week":
            return Period(self.first + dt.timedelta(days=7), self.length)
        months = self.first.month - 1 + _MONTHS[self.length]
        return Period(dt.date(self.first.year + months // 12, months % 12 + 1, 1), self.length)

    def previous(self) -> Period:
        """The period of the same length before it."""
        return Period.holding(self.first - _ONE_DAY, self.length)

    def holds(self, day: dt.date) -> bool:
        """Whether a day lies in it."""
        return self.first <= day <= self.last

    def bounds(self, zone: ZoneInfo) -> tuple[int, int]:
        """Its first second and the first second after it, in seconds since 1970 UTC."""
        return midnight(self.first, zone), midnight(self.next().first, zone)


def periods_between(first: dt.date, last: dt.date, length: PeriodLength) -> tuple[Period, ...]:
    """The periods of a length that hold any day from first to last, in order; none when last is before first."""
    found = []
    period = Period.holding(first, length)
    while first <= last and period.first <= last:
        found.append(period)
        period = period.next()
    return tuple(found)
