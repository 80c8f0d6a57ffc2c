"""A period as people write it in a table: `2026-10`, `10/2026`, `Oct 2026`, `Q4 2026`, a date cell.

Must not know metrics.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping

from workbench.base.errors import WorkbenchError
from workbench.sheets.column.cells import Cell, cell_text
from workbench.sheets.column.date_text import month_number
from workbench.tracking.periods import Period

_YEAR_LAST = re.compile(r"(?:(?P<mark>Q|T|KW|W|S)\.?\s?)?(?P<part>\d{1,2})[ ./-]+(?P<year>\d{4})", re.IGNORECASE)
_YEAR_FIRST = re.compile(r"(?P<year>\d{4})[ ./-]+(?:(?P<mark>Q|T|KW|W|S)\.?\s?)?(?P<part>\d{1,2})", re.IGNORECASE)
_NAMED = re.compile(r"(?P<month>[^\W\d_]{3,10})\.?[ ./-]+(?:de )?(?P<year>\d{4})")
_QUARTER, _WEEK = {"Q", "T"}, {"KW", "W", "S"}


def read_period(value: Cell, months: Mapping[str, int]) -> str | None:
    """The period in the product's own writing; nothing where it is none.

    A date cell is its month when it is the first of a month, as spreadsheets make of `2026-10`.

    Args:
        value: The cell.
        months: Number of a month by its name.
    """
    if isinstance(value, dt.date):
        return f"{value.year:04d}-{value.month:02d}" if value.day == 1 else None
    text = " ".join(cell_text(value).split())
    named = _NAMED.fullmatch(text)
    if named and (month := month_number(named["month"], months)):
        return _parsed(f"{named['year']}-{month:02d}")
    found = _YEAR_LAST.fullmatch(text) or _YEAR_FIRST.fullmatch(text)
    if found:
        mark, part = (found["mark"] or "").upper(), int(found["part"])
        written = f"Q{part}" if mark in _QUARTER else f"W{part:02d}" if mark in _WEEK else f"{part:02d}"
        return _parsed(f"{found['year']}-{written}")
    return _parsed(text)


def _parsed(text: str) -> str | None:
    try:
        return Period.parse(text).text
    except WorkbenchError:
        return None
