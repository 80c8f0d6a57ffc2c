"""The days of a time zone as a table of midnights: which day an instant lies in, and whether it is a date only.

Must not know opening hours. All instants are whole seconds since 1970 UTC.
"""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import numpy as np

from workbench.base.errors import NotFoundError, WorkbenchError
from workbench.tracking.borders import Borders
from workbench.tracking.leads import Bools, Ints
from workbench.tracking.periods import midnight

DAY = 86_400
_QUARTER = 225
"""Every zone since 2000 is whole quarters of an hour from UTC, and so is every midnight: a multiple of 225 seconds."""
_INVERSE, _LARGEST = np.uint64(pow(_QUARTER, -1, 2**64)), np.uint64((2**64 - 1) // _QUARTER)
"""A number is a multiple of an odd one if and only if its product with the inverse is at most so large; a third of the
cost of dividing (Granlund and Montgomery 1994, section 9)."""


class OutsideSpanError(WorkbenchError):
    """An instant or day asked for lies outside the days a table or calendar was made for."""


def zone_named(name: str) -> ZoneInfo:
    """The time zone of an IANA name.

    Raises:
        NotFoundError: No such zone.
    """
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise NotFoundError(
            f"There is no time zone “{name}”.", "Write it as in Europe/Berlin or America/Sao_Paulo."
        ) from None


class ZoneDays:
    """Midnights of consecutive days in a zone.

    Args:
        zone: The time zone.
        first: The first day of the table.
        last: Its last day.
    """

    def __init__(self, zone: ZoneInfo, first: dt.date, last: dt.date) -> None:
        self.zone = zone
        self.first = first
        self.last = last
        self.count = (last - first).days + 1
        days = (first + dt.timedelta(days=number) for number in range(self.count + 1))
        self.starts: Ints = np.array([midnight(day, zone) for day in days], np.int64)
        """The first second of each day, and of the day after the last; one more than there are days."""
        self._borders = Borders(self.starts[:-1], int(self.starts[-1]))

    def number(self, day: dt.date) -> int:
        """How many days a day is after the first.

        Raises:
            OutsideSpanError: Not a day of the table.
        """
        found = (day - self.first).days
        if not 0 <= found < self.count:
            raise OutsideSpanError(f"{day} is outside {self.first} to {self.last}.")
        return found

    def day(self, instant: int) -> dt.date:
        """The day one instant lies in, inside the table or not."""
        return dt.datetime.fromtimestamp(instant, self.zone).date()

    def numbers(self, instants: Ints) -> Ints:
        """The day numbers of instants.

        Raises:
            OutsideSpanError: An instant lies outside the table.
        """
        if not self.cover(instants):
            raise OutsideSpanError(f"An instant is outside {self.first} to {self.last}.")
        return self._borders.last_at_or_before(instants)

    def cover(self, instants: Ints) -> bool:
        """Whether every instant lies in one of the days."""
        return self._borders.cover(instants)

    def ends(self, instants: Ints) -> Ints:
        """The last second of the day each instant lies in; raises as `numbers` does."""
        return self.starts[self.numbers(instants) + 1] - 1

    def are_dates(self, instants: Ints) -> Bools:
        """Which instants are exactly a midnight, and so a date without time.

        Values outside the table, such as empty cells, are not.
        """
        found = np.zeros(len(instants), np.bool_)
        likely = np.flatnonzero(instants.view(np.uint64) * _INVERSE <= _LARGEST)
        asked = instants[likely]
        inside = np.clip(asked, self.starts[0], self.starts[-1] - 1)
        found[likely] = self.starts[self._borders.last_at_or_before(inside)] == asked
        return found
