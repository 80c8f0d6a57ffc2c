"""What values look like, from a few of them: dates, numbers, e-mail addresses, times of day. Decides nothing by itself.

Must not know headers or fields.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence

from workbench.sheets.column.cells import Cell, Row, is_blank

SAMPLE = 300
"""Values looked at."""

_DATE = re.compile(
    r"^\D{0,12}\d{1,4}[-/. ]{1,2}(?:de )?(?:\d{1,2}|[^\W\d_]{3,10})\.?,?[-/. ]{1,2}(?:de )?\d{1,4}(?:\D.*)?$"
    r"|^[^\W\d_]{3,10}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}"
)
_NUMBER = re.compile(
    r"^[-+(]?\s*(?:[A-Z]{3}|R\$|US\$|[€$£¥])?\s*[-+]?\d[\d.,'\s]*(?:[kKmM%xX]|mil|mio\.?)?\s*(?:[A-Z]{3}|[€$£¥])?\)?$"
)
_EMAIL = re.compile(r"^[^@\s,;<>]+@[^@\s,;<>]+\.[^@\s,;<>]+$")
_CLOCK = re.compile(r"^\d{1,2}[:h]\d{2}(?::\d{2})?(?:\s?[ap]\.?m\.?)?$", re.IGNORECASE)


def spread(rows: Sequence[Row], most: int = SAMPLE) -> Sequence[Row]:
    """Rows from the whole length of a table: the first third as they stand, the rest evenly spread."""
    if len(rows) <= most:
        return rows
    head = most // 3
    step = (len(rows) - head) / (most - head)
    return [*rows[:head], *(rows[head + int(i * step)] for i in range(most - head))]


def filled(values: Iterable[Cell]) -> list[Cell]:
    """The values that are not blank."""
    return [value for value in values if not is_blank(value)]


def looks_like_date(value: Cell) -> bool:
    """A true date, a text date, or a number that a spreadsheet may show as one."""
    if isinstance(value, dt.date):
        return True
    if isinstance(value, str):
        text = value.strip()
        return bool(_DATE.match(text)) or (text.replace(".", "", 1).isdigit() and _day_number(float(text)))
    return isinstance(value, int | float) and not isinstance(value, bool) and _day_number(float(value))


def _day_number(value: float) -> bool:
    return (
        30_000 <= value < 60_000 or 3e8 <= value < 7.3e9 or 3e11 <= value < 7.3e12 or 19_800_101 <= value <= 21_991_231
    )


def looks_like_number(value: Cell) -> bool:
    """A number, or a text with currency, separators or a suffix."""
    if isinstance(value, str):
        return bool(_NUMBER.match(value.strip()))
    return isinstance(value, int | float) and not isinstance(value, bool)


def looks_like_email(value: Cell) -> bool:
    """One e-mail address."""
    return isinstance(value, str) and bool(_EMAIL.match(value.strip()))


def looks_like_time(value: Cell) -> bool:
    """A time of day without a date."""
    if isinstance(value, str):
        return bool(_CLOCK.match(value.strip()))
    if isinstance(value, float):
        return 0 <= value < 1
    return isinstance(value, dt.time | dt.timedelta)


def looks_like_clock(value: Cell) -> bool:
    """A time of day that is written or formatted as one."""
    return not isinstance(value, int | float) and looks_like_time(value)


def share(values: Sequence[Cell], test: object) -> float:
    """How much of the values passes a test, 0 to 1; nothing to test is 0."""
    assert callable(test)
    return sum(map(bool, map(test, values))) / len(values) if values else 0.0
