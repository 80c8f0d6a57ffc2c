"""One column of dates: true date cells, bare numbers and texts, brought to wall clock seconds.

Works on whole columns. A value at exactly 00:00:00 is a date without time. Must not know leads or other columns.
"""

from __future__ import annotations

import datetime as dt
import itertools
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter, sub
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

from workbench.sheets.column.cells import Cell
from workbench.sheets.column.date_order import Decision, Evidence, weigh
from workbench.sheets.column.date_text import DMY_OR_MDY, NO_OFFSET, UNREAD, YEAR_FIRST, TextDates, read_text_dates
from workbench.sheets.column.day_numbers import NO_WALL, day_of_month, plain_number, read_day_numbers, wall
from workbench.sheets.column.zones import DAY, to_utc
from workbench.sheets.dictionary import Dictionary
from workbench.sheets.mapping import DateOrder

Ints: TypeAlias = npt.NDArray[np.int64]
Codes: TypeAlias = npt.NDArray[np.int8]

EMPTY, READ, OPEN, NOT_A_DATE, NO_SUCH_DAY, OUT_OF_RANGE, MIXED, OTHER_ORDER, ERROR = range(9)
"""States of a value: none, read, order still open, and the reasons why it was not taken."""
REASONS: dict[int, str] = {
    NOT_A_DATE: "not_a_date",
    NO_SUCH_DAY: "no_such_day",
    OUT_OF_RANGE: "out_of_range",
    MIXED: "date_order_mixed",
    OTHER_ORDER: "date_order_other",
    ERROR: "error_cell",
}

_EPOCH = dt.date(1970, 1, 1).toordinal()
_PARTS = attrgetter("days"), attrgetter("seconds")
_HALF_BEFORE = dt.datetime(1970, 1, 1) - dt.timedelta(seconds=0.5)  # noqa: DTZ001  (a wall clock's, as cells have it)
"""Whole seconds since half a second before 1970 are seconds since 1970, rounded."""
_FIRST_YEAR, _LAST_YEAR = 1980, 2199
_FIRST = (dt.date(_FIRST_YEAR, 1, 1).toordinal() - _EPOCH) * DAY
_LAST = (dt.date(_LAST_YEAR + 1, 1, 1).toordinal() - _EPOCH) * DAY
_SOME = 10


@dataclass(frozen=True, eq=False)
class OpenDates:
    """Numeric dates whose order is open.

    Attributes:
        rows: Their places in the column.
        parts: Their parts, one a row.
    """

    rows: npt.NDArray[np.intp]
    parts: TextDates


@dataclass(frozen=True, eq=False)
class DateColumn:
    """A column of dates.

    Attributes:
        state: One of the states above, a value.
        walls: Wall clock seconds since 1970 where the state is `READ`.
        offsets: Seconds east of UTC that the value itself names, else `NO_OFFSET`.
        open: The values whose state is `OPEN`.
        evidence: What they say about their order.
        true_cells: Places of the true date cells.
        serials: How many were bare day numbers.
    """

    state: Codes
    walls: Ints
    offsets: Ints
    open: OpenDates
    evidence: Evidence
    true_cells: npt.NDArray[np.intp]
    serials: int

    @property
    def swapped(self) -> bool:
        """Whether true dates up to the 12th stand beside text dates that all have a part above 12.

        That is what a spreadsheet makes of a text table in the other order: what it could read it turned round.
        """
        sure = self.evidence.day_first + self.evidence.month_first
        if sure <= _SOME or len(self.true_cells) <= _SOME or self.evidence.open:
            return False
        return bool((day_of_month(self.walls[self.true_cells]) <= 12).all())


def read_dates(values: Sequence[Cell], words: Dictionary, *, from_1904: bool = False) -> DateColumn:
    """Read a column as far as it can be read without knowing the order of its numeric dates.

    Args:
        values: The cells.
        words: For months, placeholders and error words.
        from_1904: Whether bare day numbers count from 1904.
    """
    size = len(values)
    state = np.full(size, NOT_A_DATE, np.int8)
    walls = np.full(size, NO_WALL, np.int64)
    offsets = np.full(size, NO_OFFSET, np.int64)
    at = _by_type(values)
    none = np.zeros(0, np.intp)
    stamps, days = at.get(dt.datetime, none), at.get(dt.date, none)
    true_cells = np.concatenate([stamps, days])
    walls[stamps], walls[days] = _stamp_walls(_taken(values, stamps)), _day_walls(_taken(values, days))
    state[true_cells] = READ
    written = at.get(str, none)
    state[written] = EMPTY
    worded = [i for i in written.tolist() if values[i]]
    rows = np.array(worded, np.intp)
    texts = read_text_dates([str(values[i]) for i in worded], words.months)
    state[rows], walls[rows] = _text_states(texts)
    offsets[rows] = texts.offset
    bare_at = np.concatenate([at.get(int, none), at.get(float, none)]).tolist()
    numbers = {i: float(values[i]) for i in bare_at}
    for i in rows[texts.shape == UNREAD].tolist():
        if (number := plain_number(str(values[i]))) is not None:
            numbers[i] = number
    places = np.array(list(numbers), np.intp)
    bare = read_day_numbers(np.array(list(numbers.values()), np.float64), from_1904=from_1904)
    walls[places], state[places] = bare.walls, np.where(bare.walls > NO_WALL, READ, NOT_A_DATE)
    offsets[places] = np.where(bare.in_utc, 0, NO_OFFSET)
    state[(state == READ) & ((walls < _FIRST) | (walls >= _LAST))] = OUT_OF_RANGE
    doubtful = state >= NOT_A_DATE
    doubtful[rows] |= (state[rows] == OPEN) & ((texts.year < _FIRST_YEAR) | (texts.first == 0))
    for i in np.flatnonzero(doubtful).tolist():
        state[i] = _placeholder_state(values[i], words, int(state[i]))
    still = state[rows] == OPEN
    parts = texts.take(still)
    evidence = weigh(parts.first, parts.second, parts.year, parts.dotted, int((texts.shape == YEAR_FIRST).sum()))
    return DateColumn(state, walls, offsets, OpenDates(rows[still], parts), evidence, true_cells, bare.serials)


def _taken(values: Sequence[Cell], places: npt.NDArray[np.intp]) -> Sequence[Any]:
    """The values at places that are in order."""
    if len(places) == len(values):
        return values
    if 2 * len(places) < len(values):
        return list(map(values.__getitem__, places.tolist()))
    chosen = np.zeros(len(values), np.uint8)
    chosen[places] = 1
    return list(itertools.compress(values, chosen.tobytes()))


def _by_type(values: Sequence[Cell]) -> dict[type, npt.NDArray[np.intp]]:
    """The places of the values of each type."""
    kinds = list(map(type, values))
    most = max(set(kinds[:_SOME]), key=kinds.count, default=str)
    if kinds.count(most) == len(kinds):
        return {most: np.arange(len(kinds))}
    others: dict[type, list[int]] = defaultdict(list)
    for place, kind in enumerate(kinds):
        if kind is not most:
            others[kind].append(place)
    found = {kind: np.array(places, np.intp) for kind, places in others.items()}
    left = np.ones(len(kinds), np.bool_)
    for places in found.values():
        left[places] = False
    return found | {most: np.flatnonzero(left)}


def _stamp_walls(stamps: Sequence[Any]) -> Ints:
    """Wall seconds of cells with a date and a time, rounded: a stored …59.999 is a rounding of the file."""
    past = list(map(sub, stamps, itertools.repeat(_HALF_BEFORE)))
    days, seconds = (np.fromiter(map(part, past), np.int64, len(past)) for part in _PARTS)
    return np.asarray(days * DAY + seconds)


def _day_walls(days: Sequence[Any]) -> Ints:
    """Wall seconds of cells with a date alone."""
    return (np.fromiter(map(dt.date.toordinal, days), np.int64, len(days)) - _EPOCH) * DAY


def _text_states(texts: TextDates) -> tuple[Codes, Ints]:
    month = np.where(texts.shape == YEAR_FIRST, texts.first, texts.second)
    day = np.where(texts.shape == YEAR_FIRST, texts.second, texts.first)
    walls = np.where(texts.shape == DMY_OR_MDY, NO_WALL, wall(texts.year, month, day, texts.seconds))
    state = np.where(texts.shape == DMY_OR_MDY, OPEN, np.where(walls > NO_WALL, READ, NO_SUCH_DAY))
    state = np.where(texts.seconds < 0, NO_SUCH_DAY, state)
    return np.where(texts.shape == UNREAD, NOT_A_DATE, state).astype(np.int8), walls


def _placeholder_state(value: Cell, words: Dictionary, state: int) -> int:
    """The state of a value that is no date: empty where it says that there is none."""
    if isinstance(value, dt.date):
        return state if value.year > 1900 else EMPTY
    if isinstance(value, str):
        text = value.strip().casefold()
        if text in words.errors:
            return ERROR
        return EMPTY if not text or text in words.date_placeholders else state
    return EMPTY if value == 0 and not isinstance(value, bool) else state


def settle(column: DateColumn, decision: Decision) -> tuple[Codes, Ints]:
    """States and wall seconds of a column once the order of its numeric dates is decided.

    In a mixed column only dates that allow one reading are read, and those of the rarer order are not.
    """
    order: DateOrder = "dmy" if decision.order is None or decision.why == "iso" else decision.order
    parts = column.open.parts
    first, second, year, seconds = parts.first, parts.second, parts.year, parts.seconds
    day_first, month_first = wall(year, second, first, seconds), wall(year, first, second, seconds)
    read, other = (day_first, month_first) if order == "dmy" else (month_first, day_first)
    if order == "ymd":
        read = np.where(parts.short_year, wall(2000 + first, second, year % 100, seconds), NO_WALL)
    code = np.where(read > NO_WALL, READ, np.where(other > NO_WALL, OTHER_ORDER, NO_SUCH_DAY))
    if decision.why == "conflict":
        code = np.where((read > NO_WALL) & (other > NO_WALL) & (read != other), MIXED, code)
    outside = (code == READ) & ((read < _FIRST) | (read >= _LAST))
    state, walls = column.state.copy(), column.walls.copy()
    state[column.open.rows] = np.where(outside, OUT_OF_RANGE, code)
    walls[column.open.rows] = read
    return state, walls


def to_instants(walls: Ints, offsets: Ints, file_zone: str, agreement_zone: str) -> Ints:
    """UTC seconds of wall clock seconds.

    A value's own offset wins, else the file's zone; a date without time is midnight in the agreement's zone.
    """
    instants = np.where(offsets != NO_OFFSET, walls - offsets, to_utc(walls, file_zone))
    days = walls % DAY == 0
    instants[days] = to_utc(walls[days], agreement_zone)
    return np.asarray(instants)
