"""One column of texts: cleaned, placeholders emptied, ids without the `.0` that spreadsheets add.

Works on distinct values. Must not know other columns.
"""

from __future__ import annotations

import itertools
import math
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from workbench.fields.words import clean
from workbench.sheets.column.cells import LONGEST_CELL, Cell, cell_text
from workbench.sheets.dictionary import Dictionary

Codes: TypeAlias = npt.NDArray[np.int32]

NOTHING, UNREADABLE = -1, -2
"""Codes of an empty cell and of one that holds no possible text."""

_PROBED = 2000
_POINT_ZERO = re.compile(r"(\d+)\.0+")
_ROUNDED_FROM = 1e15


@dataclass(frozen=True, eq=False)
class TextColumn:
    """A column of texts.

    Attributes:
        codes: An index into `words`, `NOTHING` or `UNREADABLE`, a cell.
        words: Distinct texts, cleaned.
        reasons: Why a value is unreadable, by its place.
        rounded: Whether it holds numbers so long that the spreadsheet has rounded them.
    """

    codes: Codes
    words: tuple[str, ...]
    reasons: dict[int, str]
    rounded: bool = False

    def texts(self) -> list[str]:
        """One text a cell; empty for nothing and for unreadable."""
        table = [*self.words, "", ""]  # -1 is the last and -2 the one before: both empty
        return [table[code] for code in self.codes.tolist()]


def _are_tidy(texts: Sequence[str]) -> bool:
    """Whether every text already is as it is kept; asked of all at once, and may be false where a text is odd."""
    joined = f"|{'|'.join(texts)}|"
    if not (joined.isascii() and joined.isprintable()) or max(map(len, texts), default=0) > LONGEST_CELL:
        return False
    return " " not in joined or not any(one in joined for one in ("  ", " |", "| "))


def _numbered(values: Sequence[Cell]) -> tuple[Mapping[Cell, object], Codes]:
    """Distinct values in the order they appear, and the place of each value among them."""
    if len(set(values[:_PROBED])) == len(values[:_PROBED]):  # maybe all differ, as ids do: then nothing is looked up
        distinct = dict.fromkeys(values)
        if len(distinct) == len(values):
            return distinct, np.arange(len(values), dtype=np.int32)
    places: dict[Cell, int] = defaultdict(itertools.count().__next__)  # numbers a value the first time it is asked for
    return places, np.fromiter(map(places.__getitem__, values), np.int32, len(values))


def read_texts(values: Sequence[Cell], words: Dictionary, *, ids: bool = False) -> TextColumn:
    """Read a column of texts.

    Args:
        values: The cells.
        words: For placeholders and error words.
        ids: Whether the texts are ids: a trailing `.0` is the spreadsheet's.
    """
    digits = _whole_numbers_as_texts(values)
    values = values if digits is None else digits
    distinct, found = _numbered(values)
    strings = [value for value in distinct if type(value) is str]
    tidy = digits is not None or (_are_tidy(strings) and not (ids and ".0|" in "|".join([*strings, ""])))
    never = {value for value in ("", *words.never_texts) if value in distinct}
    if tidy and len(strings) == len(distinct) and not never:
        return TextColumn(found, tuple(strings), {})
    index: dict[str, int] = {}
    table = np.empty(len(distinct), np.int32)
    for place, value in enumerate(distinct):
        text = value if tidy and type(value) is str and value not in never else _text(value, words)
        point = _POINT_ZERO.fullmatch(text) if ids and text.endswith("0") else None
        table[place] = _code(point[1] if point else text, index)
    codes = table[found] if distinct else found
    reasons = {
        i: "text_too_long" if len(str(values[i])) > LONGEST_CELL else "error_cell"
        for i in np.flatnonzero(codes == UNREADABLE).tolist()
    }
    rounded = ids and any(isinstance(value, float) and abs(value) >= _ROUNDED_FROM for value in distinct)
    return TextColumn(codes, tuple(index), reasons, rounded)


def _whole_numbers_as_texts(values: Sequence[Cell]) -> Sequence[Cell] | None:
    """A column of nothing but whole numbers as texts, all at once; nothing for any other."""
    if not values or type(values[0]) is not float or set(map(type, values)) != {float}:
        return None
    numbers = np.array(values, np.float64)
    if not (np.abs(numbers) < _ROUNDED_FROM).all() or not (numbers == np.floor(numbers)).all():
        return None
    return list(map(str, numbers.astype(np.int64).tolist()))


_ERROR = "\0"


def _text(value: Cell, words: Dictionary) -> str:
    """The cleaned text; empty for placeholders; one NUL for what cannot be a text."""
    if isinstance(value, float) and not math.isfinite(value):
        return _ERROR
    raw = cell_text(value)
    if len(raw) > LONGEST_CELL:
        return _ERROR
    text = clean(raw, lines=False)
    low = text.casefold()
    if low in words.errors:
        return _ERROR
    return "" if low in words.placeholders else text


def _code(text: str, index: dict[str, int]) -> int:
    if text == _ERROR:
        return UNREADABLE
    return index.setdefault(text, len(index)) if text else NOTHING


def join(first: TextColumn, second: TextColumn) -> TextColumn:
    """Two columns as one, with a blank between: first and last name."""
    pairs = [" ".join(part for part in pair if part) for pair in zip(first.texts(), second.texts(), strict=True)]
    index: dict[str, int] = {}
    codes = np.array([_code(text, index) for text in pairs], np.int32)
    both = {**first.reasons, **second.reasons}
    codes[list(both)] = UNREADABLE
    return TextColumn(codes, tuple(index), both, first.rounded)


def recode(column: TextColumn, meaning: dict[str, str]) -> TextColumn:
    """The column with other words: `meaning` by the words as they stand; an empty meaning empties the cell."""
    index: dict[str, int] = {}
    new = [_code(meaning.get(word, word), index) for word in column.words]
    table = np.array([*new, UNREADABLE, NOTHING], np.int32)  # codes -2 and -1 point at the last two
    return replace(column, codes=table[column.codes], words=tuple(index))
