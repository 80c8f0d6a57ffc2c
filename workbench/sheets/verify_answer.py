"""The reader child's answers, checked: it has parsed foreign bytes, so nothing it says is taken on trust.

Must not know files.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from workbench.base.errors import DamagedError
from workbench.sheets.own_file import OwnFile
from workbench.sheets.said import SENTENCES, Said
from workbench.sheets.wire import OwnSeen, ProblemSeen, SaidPair, SkippedSeen


@dataclass(frozen=True)
class SkippedRow:
    """A row that was left out, or rejected.

    Attributes:
        row: Spreadsheet row, from 1.
        why: The reason.
    """

    row: int
    why: Said


@dataclass(frozen=True)
class Problem:
    """A value that was not taken as it stands.

    Attributes:
        sheet: Name of the sheet.
        row: Spreadsheet row, from 1.
        column: Header of the column.
        value: The value as the file shows it, cut when long.
        why: The reason.
    """

    sheet: str
    row: int
    column: str
    value: str
    why: Said


def impossible_answer() -> DamagedError:
    """The error for an answer that no honest child gives."""
    return DamagedError(
        "The file was not read: the reader's answer contradicts itself.",
        "Open the file in a spreadsheet program, save it as .xlsx, and use that.",
    )


def one_said(pair: SaidPair) -> Said:
    """A `Said` of a known code whose sentence can be filled.

    Raises:
        DamagedError: It is not one.
    """
    code, values = pair
    said = Said(code, values)
    try:
        SENTENCES[code].format(**dict(values))
    except (KeyError, IndexError, ValueError):
        raise impossible_answer() from None
    return said


def said_of(pairs: Iterable[SaidPair]) -> tuple[Said, ...]:
    """Notes; a repeated one once."""
    return tuple(dict.fromkeys(map(one_said, pairs)))


def skipped_of(rows: Iterable[SkippedSeen]) -> tuple[SkippedRow, ...]:
    """Rows with reasons."""
    said = cache(one_said)  # a million rows may have one reason
    return tuple(SkippedRow(one.row, said(one.why)) for one in rows)


def problems_of(sheet: str, problems: Iterable[ProblemSeen]) -> tuple[Problem, ...]:
    """Problems with their sheet."""
    said = cache(one_said)
    return tuple(Problem(sheet, one.row, one.column, one.value, said(one.why)) for one in problems)


def own_of(own: OwnSeen | None) -> OwnFile | None:
    """What a tracker says of itself."""
    return OwnFile(own.agreement, own.version, own.hash) if own else None
