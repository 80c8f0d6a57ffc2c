"""The sheet of clocks as a table of formulas: one row for each row of the lead log, numbers only, one idea a column.

Columns that say the same are one column. Must not know what any column means.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np

from workbench.sheets.column.cells import letters
from workbench.sheets.tracker.formula import ROW, Formula
from workbench.sheets.tracker.ranges import Range

FIRST_COLUMN = 1
"""The first column of clocks; the one before it names the lead."""


@dataclass(frozen=True, eq=False)
class EngineColumn(Formula):
    """A column of clocks; as a formula it is the cell in the same row.

    Attributes:
        title: What it holds, for people who follow a number.
        content: The formula in each of its cells.
        place: Its column on the sheet, from 0.
    """

    title: str = ""
    content: Formula = field(default_factory=lambda: Formula("", 0))
    place: int = 0

    @property
    def letter(self) -> str:
        """Its column's letter."""
        return letters(self.place)


class Engine:
    """The columns, in the order they were asked for.

    Args:
        rows: Number of rows of the lead log, spare ones too.
    """

    def __init__(self, rows: int) -> None:
        self.rows = rows
        self.columns: list[EngineColumn] = []
        self.ranges: dict[str, EngineColumn] = {}
        """Columns that other sheets read, by the name of their range."""
        self._known: dict[str, EngineColumn] = {}

    def column(self, title: str, content: Formula) -> EngineColumn:
        """A column with a formula; the one that is there already where the formula is the same."""
        if isinstance(content, EngineColumn):
            return content
        if content.text not in self._known:
            place = FIRST_COLUMN + len(self.columns)
            value = self._whole(content.value)
            made = EngineColumn(f"${letters(place)}{ROW}", value, title=title, content=content, place=place)
            self._known[content.text] = made
            self.columns.append(made)
        return self._known[content.text]

    def range(self, name: str, column: EngineColumn) -> Range:
        """All cells of a column under a name, for other sheets and for sums over all leads."""
        self.ranges[name] = column
        return Range(name, column.value)

    def _whole(self, value: Any) -> Any:
        """A value for each row; truths count 1 and 0."""
        if isinstance(value, np.ndarray):
            return value if value.dtype == object else value.astype(np.float64)
        return np.full(self.rows, value, object if isinstance(value, str) else np.float64)
