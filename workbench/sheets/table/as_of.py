"""The day or instant a file speaks of: a line such as “Stand: 01.10.2026 14:03”, or a date in the file's name.

Must not know leads; whether a found date is believed is decided where the leads' dates are known.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

import numpy as np

from workbench.fields.moments import FIRST_DAY, LAST_DAY
from workbench.sheets.column.cells import Row, is_blank, shown
from workbench.sheets.column.date_order import Decision
from workbench.sheets.column.date_text import NO_OFFSET
from workbench.sheets.column.dates import READ, read_dates, settle
from workbench.sheets.column.zones import DAY, to_utc
from workbench.sheets.dictionary import Dictionary
from workbench.sheets.header_words import normal
from workbench.sheets.mapping import DateOrder

AsOfSource = Literal["given", "property", "line", "name", "newest", "none"]

_IN_NAME = re.compile(r"(?<!\d)(20\d\d)[-_.]?(0[1-9]|1[0-2])[-_.]?(0[1-9]|[12]\d|3[01])(?!\d)")
_DATE_TEXT = re.compile(
    r"\d[\d/.-]*\d(?:[T, ]+\d{1,2}[:.h]\d{2}(?::\d{2})?(?: ?[AaPp]\.?[Mm]\.?)?(?: ?(?:Z|[+-]\d{2}:?\d{2}))?)?"
    r"|\d{1,2}\.? (?:de )?[^\W\d_]+\.? (?:de )?\d{4}"
)


_FIRST = int(dt.datetime.combine(FIRST_DAY, dt.time(), dt.UTC).timestamp())
_END = int(dt.datetime.combine(LAST_DAY, dt.time(), dt.UTC).timestamp()) + DAY
"""Wall clock seconds between which anything can be checked; a line with another year is a slip."""


@dataclass(frozen=True)
class AsOf:
    """When a file's contents were true.

    Attributes:
        wall: Wall clock seconds since 1970 in the file's zone; at exactly 00:00:00 the whole day.
        offset: Seconds east of UTC that the text named, or nothing.
        source: Where it was found.
        text: The line or name it was found in.
    """

    wall: int
    offset: int | None
    source: AsOfSource
    text: str = ""

    @property
    def day_only(self) -> bool:
        """Whether it is a day without time, which means the end of that day."""
        return self.wall % DAY == 0

    def instant(self, file_zone: str, agreement_zone: str) -> int:
        """UTC seconds; for a day without time its last second's end in the agreement's zone."""
        if self.day_only:
            return int(to_utc(np.array([self.wall + DAY]), agreement_zone)[0])
        if self.offset is not None:
            return self.wall - self.offset
        return int(to_utc(np.array([self.wall]), file_zone)[0])

    def written(self) -> str:
        """In ISO form: the day, or the wall clock time with its offset where it named one."""
        moment = dt.datetime.fromtimestamp(self.wall, dt.UTC).replace(tzinfo=None)
        if self.day_only:
            return moment.date().isoformat()
        zone = None if self.offset is None else dt.timezone(dt.timedelta(seconds=self.offset))
        return moment.replace(tzinfo=zone).isoformat()


def given_as_of(text: str, source: AsOfSource = "given") -> AsOf:
    """The as-of instant of ISO text.

    Raises:
        ValueError: It is not ISO 8601.
    """
    moment = dt.datetime.fromisoformat(text)
    shift = moment.utcoffset()
    wall = int(moment.replace(tzinfo=dt.UTC, microsecond=0).timestamp())
    return AsOf(wall, None if shift is None else int(shift.total_seconds()), source, text)


def as_of_in_lines(rows: Iterable[Row], order: DateOrder | None, words: Dictionary) -> AsOf | None:
    """The date in the first line that says the file speaks of it; nothing where its order would be a guess."""
    for row in rows:
        cells = [cell for cell in row if not is_blank(cell)]
        for place, cell in enumerate(cells):
            if not isinstance(cell, str) or not _says_as_of(cell, words):
                continue
            inside = _DATE_TEXT.findall(cell)
            for value in [*inside, *cells[place + 1 : place + 2]]:
                found = _one(value, order, words)
                if found is not None:
                    return AsOf(*found, "line", shown(cell))
    return None


def _says_as_of(cell: str, words: Dictionary) -> bool:
    spelled = f" {normal(cell)} "
    return len(cell) < 300 and any(
        spelled.startswith(f" {word} ") or f" {word} " in spelled[:80] for word in words.as_of
    )


def _one(value: object, order: DateOrder | None, words: Dictionary) -> tuple[int, int | None] | None:
    if not isinstance(value, str | dt.date):
        return None
    column = read_dates([value], words)
    evidence = column.evidence
    if evidence.open and order is None and not evidence.dotted:
        return None
    decided: DateOrder = order or ("mdy" if evidence.month_first else "dmy")
    state, walls = settle(column, Decision(decided, "given"))
    if state[0] != READ or not _FIRST <= walls[0] < _END:
        return None
    offset = int(column.offsets[0])
    return int(walls[0]), None if offset == NO_OFFSET else offset


def as_of_in_name(file: str) -> AsOf | None:
    """The last full date in a file's name."""
    found = _IN_NAME.findall(file)
    if not found:
        return None
    year, month, day = map(int, found[-1])
    try:
        wall = int(dt.datetime(year, month, day, tzinfo=dt.UTC).timestamp())
    except ValueError:
        return None
    return AsOf(wall, None, "name", file)
