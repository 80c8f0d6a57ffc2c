"""What a kept import did not take, as it was listed when it was read. Must not know either face."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Problem:
    """Something an import did not take.

    Attributes:
        sheet: Name of the sheet.
        row: Spreadsheet row, from 1.
        column: Header of the column; nothing for a whole row.
        value: As the file has it; nothing for a whole row.
        reason: Why, in a sentence of the language it was imported in.
    """

    sheet: str
    row: int
    column: str | None
    value: str | None
    reason: str


def kept_problems(kept: Iterable[Mapping[str, Any]]) -> tuple[Problem, ...]:
    """The problems of an import, from the list it was kept with."""
    return tuple(Problem(one["sheet"], one["row"], one["column"], one["value"], one["reason"]) for one in kept)
