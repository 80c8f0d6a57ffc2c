"""One line of the scorecard: a commitment in a period, its cells as formulas of each other. Must not know kinds.

The first columns and their order are promised to other programs.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, get_args

from workbench.agreement.commitment import Commitment
from workbench.base.language import N_
from workbench.sheets.column.cells import letters
from workbench.sheets.tracker.formula import ROW, Formula
from workbench.sheets.tracker.functions import either

Cell = Literal[
    "label", "id", "sentence", "by", "period", "target", "value", "status", "numerator", "denominator", "pending",
    "excluded", "unknown", "lowest", "highest", "median", "p90", "pace", "forecast", "required", "reached",
    "period_value", "note",
]  # fmt: skip
CELLS: tuple[Cell, ...] = get_args(Cell)
FIRST_COLUMN = 1

HEADERS: dict[Cell, str] = {
    "label": N_("Label"),
    "id": N_("Commitment"),
    "sentence": N_("Sentence"),
    "by": N_("By"),
    "period": N_("Period"),
    "target": N_("Target"),
    "value": N_("Value"),
    "status": N_("Status"),
    "numerator": N_("Numerator"),
    "denominator": N_("Denominator"),
    "pending": N_("Pending"),
    "excluded": N_("Excluded"),
    "unknown": N_("Unknown"),
    "lowest": N_("Lowest"),
    "highest": N_("Highest"),
    "median": N_("Median, s"),
    "p90": N_("90th percentile, s"),
    "pace": N_("Pace"),
    "forecast": N_("Forecast"),
    "required": N_("Needed a day"),
    "reached": N_("Reached in the period"),
    "period_value": N_("Period view"),
    "note": N_("Note"),
}
NOTHING = Formula('""', "")


@dataclass(eq=False)
class Line:
    """A line being made.

    Attributes:
        commitment: Whose.
        period: As written.
        cells: What is in its cells so far; a cell without content stays empty.
        computed: Whether its cells are formulas; else the program's own numbers, with the day in the note.
    """

    commitment: Commitment
    period: str
    cells: dict[Cell, Formula] = field(default_factory=dict)
    computed: bool = True

    def put(self, name: Cell, content: Formula) -> Formula:
        """Fill a cell; answers the cell, for formulas beside it."""
        self.cells[name] = content
        return self.at(name)

    def put_if(self, live: Formula, name: Cell, content: Formula) -> Formula:
        """Fill a cell while the commitment can be judged in the period; else it stays empty."""
        return self.put(name, either(live, content, NOTHING))

    def at(self, name: Cell) -> Formula:
        """A cell of the same row."""
        return Formula(f"${letters(FIRST_COLUMN + CELLS.index(name))}{ROW}", self.cells[name].value)
