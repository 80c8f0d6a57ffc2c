"""The lead log as of an instant: what is dated later has not happened, what no lead can be dated is unreadable.

Must not know commitments. Keeps what it worked out, because several commitments ask for the same columns.
"""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from functools import cached_property

import numpy as np

from workbench.agreement.commitment import Filter
from workbench.fields.moments import FIRST_DAY
from workbench.tracking.as_of import AsOf
from workbench.tracking.leads import EMPTY, SCALE, UNREADABLE, Amounts, Bools, Ints, LeadLog, Stamps, Words
from workbench.tracking.memory import Memory
from workbench.tracking.moments import Moments, only
from workbench.tracking.periods import midnight
from workbench.tracking.zone_days import ZoneDays

EXCLUDED = "excluded"
"""The field whose word takes a lead out of all judgement."""
_AT_ONCE = 65_536
"""So many numbers stay near the processor."""
_NEVER = 2**60
"""Seconds later than any date."""
_FEW_WORDS = 8
"""So many words are found faster by comparing with each than by a table."""


def earliest_of(log: LeadLog, floor: int) -> dict[str, int]:
    """The earliest instant of each instant field that has one, not counting those before a floor."""
    found = {}
    for name, column in log.columns.items():
        if isinstance(column, Stamps):
            parts = (column.values[first : first + _AT_ONCE] for first in range(0, len(log), _AT_ONCE))
            since = min((int((part - floor).view(np.uint64).min()) for part in parts), default=_NEVER)
            if since < _NEVER:  # what is missing or lies before the floor is enormous
                found[name] = floor + since
    return found


class LeadView(Memory):
    """A lead log as of an instant.

    Args:
        log: The leads.
        moment: The as-of instant.
        days: Days of the agreement's zone, over every date of the log; the first of them before all dates.
        first: Row number of the first lead in the whole log, for a view of a part.
    """

    def __init__(self, log: LeadLog, moment: AsOf, days: ZoneDays, first: int = 0) -> None:
        super().__init__()
        self.log = log
        self.days = days
        self.first = first
        self._moment = moment
        self._floor = midnight(FIRST_DAY, days.zone)
        self._moments: dict[str, Moments] = {}
        self._filled: dict[str, Bools] = {}
        self._matches: dict[tuple[Filter, ...], tuple[Bools, Bools]] = {}

    def __len__(self) -> int:
        """Number of leads."""
        return len(self.log)

    def moments(self, field: str) -> Moments:
        """The instants of a field; all empty where the field is absent."""
        if field not in self._moments:
            found = self.log.stamps(field)
            if found.max(initial=EMPTY) > self._moment.last:
                found = only(found, found <= self._moment.last)
            early = found < self._floor
            if np.count_nonzero(early) > np.count_nonzero(found <= UNREADABLE):
                found = np.where(early & (found > UNREADABLE), UNREADABLE, found)
            self._moments[field] = Moments(found, self.days.are_dates(found))
        return self._moments[field]

    def day_numbers(self, field: str) -> Ints:
        """The day of the agreement's zone each instant of a field lies in, by number; 0 where there is none."""
        lowest = self.days.starts[0]
        return self.kept(("days", field), lambda: self.days.numbers(np.maximum(self.moments(field).instants, lowest)))

    @cached_property
    def every(self) -> Ints:
        """The positions of all leads."""
        return np.arange(len(self), dtype=np.int64)

    def filled(self, field: str) -> Bools:
        """Which leads have something readable in a field, more than blanks, that has happened."""
        if field not in self._filled:
            column = self.log.columns.get(field)
            if isinstance(column, Words):
                self._filled[field] = _having(column, [bool(word.strip()) for word in column.words])
            elif isinstance(column, Stamps):
                self._filled[field] = self.moments(field).happened
            else:
                self._filled[field] = self.log.filled(field)
        return self._filled[field]

    def unreadable(self, field: str) -> Bools:
        """Which leads have something unreadable in a field."""
        if isinstance(self.log.columns.get(field), Stamps):
            return self.moments(field).unreadable
        return self.kept(("unreadable", field), lambda: self.log.unreadable(field))

    def among(self, field: str, values: tuple[str, ...]) -> Bools:
        """Which leads have one of the values in a field, without regard to case and outer spaces.

        Numbers are compared as numbers. A blank never matches, and neither does a date.
        """
        column = self.log.columns.get(field)
        if isinstance(column, Words):
            wanted = {value.strip().casefold() for value in values} - {""}
            return _having(column, [word.strip().casefold() in wanted for word in column.words])
        if isinstance(column, Amounts):
            numbers = [number for number in map(_scaled, values) if number is not None]
            return np.isin(column.values, numbers)
        return np.zeros(len(self), np.bool_)

    def matches(self, scope: tuple[Filter, ...]) -> tuple[Bools, Bools]:
        """Which leads a scope filter lets in, and which of them only for all one can read.

        A lead is let in when every condition holds or its field is unreadable; in the second case nobody knows.
        """
        if scope not in self._matches:
            let_in = np.ones(len(self), np.bool_)
            unsure = np.zeros(len(self), np.bool_)
            for one in scope:
                unreadable = self.unreadable(one.field)
                let_in &= self.among(one.field, one.values) | unreadable
                unsure |= unreadable
            self._matches[scope] = let_in, unsure & let_in
        return self._matches[scope]


def _having(column: Words, wanted: list[bool]) -> Bools:
    """Which leads have one of the wanted words; a few words are compared, many looked up."""
    codes = [code for code, is_wanted in enumerate(wanted) if is_wanted]
    if len(codes) == len(wanted):
        return np.asarray(column.values >= 0)
    if len(codes) <= _FEW_WORDS:
        found = np.zeros(len(column.values), np.bool_)
        for code in codes:
            found |= column.values == code
        return found
    return np.array([*wanted, False, False]).take(column.values)


def _scaled(text: str) -> int | None:
    """A number in text in the log's own units."""
    try:
        number = Decimal(text.strip())
    except InvalidOperation:
        return None
    return int(number * SCALE) if number.is_finite() else None
