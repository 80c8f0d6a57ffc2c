"""What a cell of a foreign table may hold, and how it is shown to a person. Must not know columns or fields."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Sequence
from functools import cache
from typing import TypeAlias

Cell: TypeAlias = int | float | str | bool | dt.time | dt.date | dt.datetime | dt.timedelta
"""A value as a reader gives it; an empty text is an empty cell."""

Row: TypeAlias = Sequence[Cell]

LONGEST_CELL = 32_767
"""Characters a spreadsheet cell may hold."""
SHOWN_CHARACTERS = 200
"""Characters of a foreign value that are kept for lists of problems."""


def cell_text(value: Cell) -> str:
    """A value as a person would type it: whole numbers without `.0`, dates in ISO order, midnight without time."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        if math.isfinite(value) and value == int(value) and abs(value) < 1e16:
            return str(int(value))
        return repr(value)
    if isinstance(value, dt.datetime):
        whole = value.replace(microsecond=0)
        return whole.date().isoformat() if whole.time() == dt.time() else whole.isoformat(" ")
    return str(value)


def shown(value: Cell) -> str:
    """A value for a list of problems: one line, cut when long."""
    text = " ".join(cell_text(value).split())
    return text if len(text) <= SHOWN_CHARACTERS else text[: SHOWN_CHARACTERS - 1] + "…"


def is_blank(value: Cell) -> bool:
    """Whether a cell holds nothing but white space."""
    return isinstance(value, str) and not value.strip()


@cache
def letters(index: int) -> str:
    """The letters of a column by its index from 0: 0 is A, 26 is AA."""
    name = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        name = chr(65 + rest) + name
    return name
