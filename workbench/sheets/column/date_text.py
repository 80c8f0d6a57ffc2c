"""Dates and times written as text, read a column at a time: the shape of a text is analysed once, its digits for all.

Numeric dates whose order is open come out as first and second part; the order is decided elsewhere, for the whole
column. Must not know zones, leads or cells that are not text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

Ints: TypeAlias = npt.NDArray[np.int64]

NO_OFFSET = 1 << 20
"""In offsets: the text names none."""
LONGEST = 48
"""Characters of the longest text that can be a date."""
_FARTHEST = 14 * 3600
"""Seconds: the largest offset from UTC that any place has."""

DMY_OR_MDY, YEAR_FIRST, MONTH_NAMED, UNREAD = 0, 1, 2, -1
"""Shapes: two parts whose order is open and a year; year, month, day; day and named month; not a date."""

_TEMPLATE = {ord(digit): "0" for digit in "123456789"}

_TIME = (
    r"(?:(?:T|,?[ ]|,)[ ]?(?:at |às |as |um )?"
    r"(?P<hour>0{1,2})[:h.](?P<minute>00)(?:[:.](?P<second>00)(?:[.,](?P<fraction>0{1,9}))?)?"
    r"(?:[ ]?(?P<half>[AaPp])\.?[ ]?[Mm]\.?)?(?:[ ]?(?:Uhr|hs?))?"
    r"(?:[ ]?(?:(?P<utc>Z|UTC|GMT)|(?:UTC|GMT)?(?P<sign>[-+−])(?P<off_hour>00):?(?P<off_minute>00)?))?)?"
)
_WEEKDAY = r"(?:[^\W\d_]{2,10}\.?,? )?"
_MONTH = r"(?P<month>[^\W\d_]{3,10})\.?"
_ORDINAL = r"(?:st|nd|rd|th|\.|º|°)?"
_SHAPES: tuple[tuple[int, re.Pattern[str]], ...] = tuple(
    (shape, re.compile(pattern + _TIME))
    for shape, pattern in (
        (YEAR_FIRST, r"(?P<year>0000)(?P<sep>[-/. ])(?P<first>0{1,2})(?P=sep)(?P<other>0{1,2})\.?"),
        (
            DMY_OR_MDY,
            _WEEKDAY + r"(?P<first>0{1,2})(?P<sep>[-/.]|\. )(?P<other>0{1,2})(?P=sep)(?P<year>0000|00)\.?",
        ),
        (
            MONTH_NAMED,
            _WEEKDAY + r"(?P<first>0{1,2})" + _ORDINAL + r"[ ]?[-/ ]?[ ]?(?:de |of )?" + _MONTH
            + r"[ ]?[-/, ]?[ ]?(?:de |del )?(?P<year>0000|00)\.?",
        ),
        (
            MONTH_NAMED,
            _WEEKDAY + _MONTH + r"[ -](?P<first>0{1,2})" + _ORDINAL + r"(?:,[ ]?|[ -])(?P<year>0000)",
        ),
    )
)  # fmt: skip
"""What a text looks like with every digit written as 0."""


@dataclass(frozen=True, eq=False)
class TextDates:
    """Texts of one column, analysed.

    Attributes:
        shape: One of the shapes above, a text.
        first: First part: day or month for open order, month for a year-first date, day for a named month.
        second: Second part: the other; the month for a named month, the day for a year-first date.
        year: Four digits.
        seconds: Seconds of the day; -1 where the time or the offset is impossible.
        offset: Seconds east of UTC, or `NO_OFFSET`.
        dotted: Whether the parts are separated by dots.
        short_year: Whether the year had two digits.
    """

    shape: npt.NDArray[np.int8]
    first: Ints
    second: Ints
    year: Ints
    seconds: Ints
    offset: Ints
    dotted: npt.NDArray[np.bool_]
    short_year: npt.NDArray[np.bool_]

    def take(self, rows: npt.NDArray[np.bool_]) -> TextDates:
        """Some of the texts."""
        return TextDates(*(getattr(self, one.name)[rows] for one in fields(self)))


def read_text_dates(texts: Sequence[str], months: Mapping[str, int]) -> TextDates:
    """Analyse the texts of a column.

    Args:
        texts: Any texts; white space is collapsed here.
        months: Number of a month by its name without accents, lower case.
    """
    size = len(texts)
    first, second, year, seconds = np.zeros((4, size), np.int64)
    dotted, short_year = np.zeros((2, size), np.bool_)
    shape, offset = np.full(size, UNREAD, np.int8), np.full(size, NO_OFFSET, np.int64)
    found = TextDates(shape, first, second, year, seconds, offset, dotted, short_year)
    plain = [" ".join(text.split()) if len(text) <= 2 * LONGEST else "" for text in texts]
    plain = [text if len(text) <= LONGEST else "" for text in plain]
    groups: dict[str, list[int]] = {}
    for index, text in enumerate(plain):
        groups.setdefault(text.translate(_TEMPLATE), []).append(index)
    matrix = _characters(plain)
    for template, rows in groups.items():
        if "0" in template:
            _fill(found, np.array(rows), template, matrix, months)
    return found


def _characters(texts: Sequence[str]) -> npt.NDArray[np.uint32]:
    width = max(map(len, texts), default=0) or 1
    return np.array(texts, dtype=f"U{width}").view(np.uint32).reshape(len(texts), width)


def _fill(
    found: TextDates,
    rows: npt.NDArray[np.intp],
    template: str,
    matrix: npt.NDArray[np.uint32],
    months: Mapping[str, int],
) -> None:
    shape, match = next(((s, m) for s, p in _SHAPES if (m := p.fullmatch(template))), (UNREAD, None))
    if match is None:
        return
    group = match.groupdict()

    def number(name: str) -> Ints:
        start, end = match.span(name)
        if start < 0:
            return np.zeros(len(rows), np.int64)
        block = matrix[rows, start:end].astype(np.int64) - ord("0")
        return np.asarray(block @ (10 ** np.arange(end - start - 1, -1, -1, dtype=np.int64)))

    year, first = number("year"), number("first")
    short = match.end("year") - match.start("year") == 2
    if short:
        year = np.where(year < 69, 2000 + year, 1900 + year)
    if shape == MONTH_NAMED:
        month = month_number(group["month"], months)
        if not month:
            return
        second = np.full(len(rows), month, np.int64)
    else:
        second = number("other")
    found.shape[rows] = shape
    found.first[rows], found.second[rows], found.year[rows] = first, second, year
    found.seconds[rows] = _seconds(number, group)
    found.dotted[rows] = (group.get("sep") or "").startswith(".")
    found.short_year[rows] = short
    if group["utc"]:
        found.offset[rows] = 0
    elif group["sign"]:
        minutes = number("off_minute")
        east = number("off_hour") * 3600 + minutes * 60
        found.seconds[rows] = np.where((minutes < 60) & (east <= _FARTHEST), found.seconds[rows], -1)
        found.offset[rows] = east if group["sign"] == "+" else -east


def _seconds(number: object, group: Mapping[str, str | None]) -> Ints:
    assert callable(number)
    hour, minute, second = number("hour"), number("minute"), number("second")
    fraction = group["fraction"]
    if fraction:
        second = second + (2 * number("fraction") >= 10 ** len(fraction))
    possible = (hour <= 23) & (minute <= 59) & (number("second") <= 59)
    if group["half"]:
        possible = (hour >= 1) & (hour <= 12) & (minute <= 59)
        hour = hour % 12 + (12 if group["half"] in "pP" else 0)
    return np.asarray(np.where(possible, hour * 3600 + minute * 60 + second, -1))


def month_number(name: str, months: Mapping[str, int]) -> int:
    """1 to 12 for the name of a month in a known language, 0 for any other word."""
    bare = "".join(one for one in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(one))
    return months.get(bare, 0)
