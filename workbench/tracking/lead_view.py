"""The lead log as of an instant: what is dated later has not happened, what no lead can be dated is unreadable.

Must not know commitments. Keeps what it worked out, because several commitments ask for the same columns.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

import numpy as np

from workbench.agreement.commitment import Filter
from workbench.fields.moments import FIRST_DAY
from workbench.tracking.as_of import AsOf
from workbench.tracking.leads import EMPTY, SCALE, UNREADABLE, Amounts, Bools, Ints, LeadLog, Stamps, Words
from workbench.tracking.periods import midnight
from workbench.tracking.zone_days import ZoneDays

T = TypeVar("T")


def first_and_last(log: LeadLog, zone: ZoneInfo, moment: AsOf) -> tuple[dt.date, dt.date]:
    """The earliest day any instant of a log has, not before 2000, and the as-of day."""
    floor = midnight(FIRST_DAY, zone)
    first = moment.last
    for column in log.columns.values():
        if isinstance(column, Stamps):
            first = min(first, int(column.values.min(initial=first, where=column.values >= floor)))
    return dt.datetime.fromtimestamp(first, zone).date(), moment.day


@dataclass(frozen=True, eq=False)
class Moments:
    """Instants of some leads, and which of them are dates without time.

    Attributes:
        instants: Seconds since 1970 UTC, `EMPTY` or `UNREADABLE`.
        dates: Which are exactly a midnight of the agreement's zone.
    """

    instants: Ints
    dates: Bools

    @property
    def happened(self) -> Bools:
        """Which are there and readable."""
        return np.asarray(self.instants > UNREADABLE)

    @property
    def unreadable(self) -> Bools:
        """Which are there and not readable."""
        return np.asarray(self.instants == UNREADABLE)

    def take(self, rows: Ints | Bools) -> Moments:
        """Those at positions, or where a mask is true."""
        return Moments(self.instants[rows], self.dates[rows])


class LeadView:
    """A lead log as of an instant.

    Args:
        log: The leads.
        moment: The as-of instant.
        days: Days of the agreement's zone, over every date of the log.
    """

    def __init__(self, log: LeadLog, moment: AsOf, days: ZoneDays) -> None:
        self.log = log
        self.days = days
        self._moment = moment
        self._floor = midnight(FIRST_DAY, days.zone)
        self._kept: dict[Hashable, Any] = {}
        self._moments: dict[str, Moments] = {}
        self._filled: dict[str, Bools] = {}
        self._matches: dict[tuple[Filter, ...], tuple[Bools, Bools]] = {}

    def moments(self, field: str) -> Moments:
        """The instants of a field; all empty where the field is absent."""
        if field not in self._moments:
            found = self.log.stamps(field)
            strange = (found < self._floor) & (found > UNREADABLE)
            later = found > self._moment.last
            if strange.any() or later.any():
                found = np.where(strange, UNREADABLE, np.where(later, EMPTY, found))
            self._moments[field] = Moments(found, self.days.are_dates(found))
        return self._moments[field]

    def kept(self, name: Hashable, make: Callable[[], T]) -> T:
        """What was made under a name before, or is made now; for columns that several commitments need."""
        if name not in self._kept:
            self._kept[name] = make()
        found: T = self._kept[name]
        return found

    def filled(self, field: str) -> Bools:
        """Which leads have something readable in a field, more than blanks, that has happened."""
        if field not in self._filled:
            column = self.log.columns.get(field)
            if isinstance(column, Words):
                table = np.array([*(bool(word.strip()) for word in column.words), False, False])
                self._filled[field] = table[column.values]
            elif isinstance(column, Stamps):
                self._filled[field] = self.moments(field).happened
            else:
                self._filled[field] = self.log.filled(field)
        return self._filled[field]

    def unreadable(self, field: str) -> Bools:
        """Which leads have something unreadable in a field."""
        if isinstance(self.log.columns.get(field), Stamps):
            return self.moments(field).unreadable
        return self.log.unreadable(field)

    def among(self, field: str, values: tuple[str, ...]) -> Bools:
        """Which leads have one of the values in a field, without regard to case and outer spaces.

        Numbers are compared as numbers. A blank never matches, and neither does a date.
        """
        column = self.log.columns.get(field)
        if isinstance(column, Words):
            wanted = {value.strip().casefold() for value in values} - {""}
            table = np.array([*(word.strip().casefold() in wanted for word in column.words), False, False])
            found: Bools = table[column.values]
            return found
        if isinstance(column, Amounts):
            numbers = [number for number in map(_scaled, values) if number is not None]
            return np.isin(column.values, numbers)
        return np.zeros(len(self.log), np.bool_)

    def matches(self, scope: tuple[Filter, ...]) -> tuple[Bools, Bools]:
        """Which leads a scope filter lets in, and which of them only for all one can read.

        A lead is let in when every condition holds or its field is unreadable; in the second case nobody knows.
        """
        if scope not in self._matches:
            let_in = np.ones(len(self.log), np.bool_)
            unsure = np.zeros(len(self.log), np.bool_)
            for one in scope:
                unreadable = self.unreadable(one.field)
                let_in &= self.among(one.field, one.values) | unreadable
                unsure |= unreadable
            self._matches[scope] = let_in, unsure & let_in
        return self._matches[scope]


def _scaled(text: str) -> int | None:
    """A number in text in the log's own units."""
    try:
        number = Decimal(text.strip())
    except InvalidOperation:
        return None
    return int(number * SCALE) if number.is_finite() else None
