"""Tables: what each column is for, and cells that carry more than words. Must not know widths, fonts or agreements."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from workbench.documents.blocks.words import Chip, Team, Words

ColumnRole = Literal["text", "name", "quiet", "number", "result", "figures", "mark"]
"""What a column holds: prose; the row's name; remarks; numbers; the number that counts; short texts with figures that
begin at the left, such as dates; one centred sign."""

State = Literal["met", "missed", "on_track", "at_risk", "too_little_data", "not_due", "not_measurable"]
"""How a commitment stands; the words of the scorecard."""


@dataclass(frozen=True)
class Column:
    """One column.

    Attributes:
        title: Its head; empty for none.
        role: What it holds.
    """

    title: str
    role: ColumnRole = "text"


@dataclass(frozen=True)
class Cell:
    """A cell with more than its words.

    Attributes:
        words: The main line.
        below: A quieter line under it.
        shade: The team colour it is tinted with; empty for none.
    """

    words: Words
    below: Words = ""
    shade: Team | Literal[""] = ""


@dataclass(frozen=True)
class Status:
    """A state as sign and word."""

    state: State
    word: str


@dataclass(frozen=True)
class Trend:
    """States of several periods as a row of signs.

    Attributes:
        states: Oldest first.
        alternative: The same in words, for those who cannot see it.
    """

    states: tuple[State, ...]
    alternative: str


AnyCell = Words | Cell | Chip | Status | Trend


@dataclass(frozen=True)
class GridRow:
    """One row.

    Attributes:
        cells: As many as there are columns.
        opens_group: A stronger line above it.
        detail: What else is to be said of the row, in small type under all its cells.
    """

    cells: tuple[AnyCell, ...]
    opens_group: bool = False
    detail: Words = ""


@dataclass(frozen=True)
class Grid:
    """A table. Up to five rows it is never split; longer ones repeat their head on every page.

    Attributes:
        columns: From left to right.
        rows: From top to bottom.
        caption: Above it; empty for none.
        note: Below it; empty for none.
        full: From the left margin instead of the text column.
        even: Gives all columns but the first the same width (months, roles).
    """

    columns: tuple[Column, ...]
    rows: tuple[GridRow, ...]
    caption: str = ""
    note: Words = ""
    full: bool = False
    even: bool = False


@dataclass(frozen=True)
class MatrixCell:
    """One cell of a matrix.

    Attributes:
        main: The agreed time or number; a dash where there is none.
        below: Share and commitment.
        urgency: 0 is the most urgent and the darkest, 2 the least; nothing for an empty cell.
    """

    main: str
    below: str = ""
    urgency: Literal[0, 1, 2] | None = None


@dataclass(frozen=True)
class MatrixRow:
    """One row of a matrix.

    Attributes:
        name: What it is about.
        below: A few words that explain the name.
        cells: As many as there are columns.
    """

    name: str
    below: str
    cells: tuple[MatrixCell, ...]


@dataclass(frozen=True)
class Matrix:
    """A table whose cells are shaded by urgency: follow-up times by tier and source."""

    columns: tuple[str, ...]
    rows: tuple[MatrixRow, ...]
    caption: str = ""
    note: Words = ""
