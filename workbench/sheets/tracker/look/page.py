"""A worksheet of ours: formulas go in as they are, with the value they come to, empty texts too.

XlsxWriter looks through every formula for functions of newer programs; the tracker uses none, so that is left out, as
are its other ways to name a cell. The bytes are those it would write itself, which a test compares. Rows that are all
alike are written from one template, because a log of 10,000 leads has a million of them; each of their columns is one
shared formula, written out in its first cell only. Must not know what is in the cells.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import escape

from xlsxwriter.worksheet import (
    CellBlankTuple,
    CellFormulaTuple,
    CellNumberTuple,
    CellStringTuple,
    Worksheet,
)  # fmt: skip

from workbench.sheets.column.cells import letters
from workbench.sheets.tracker.formula import ROW
from workbench.sheets.tracker.look.cell_text import cell_text

_UNSHARED = re.compile("[!{]")
"""Excel shares no formula that reads another sheet by its address, or has a list of constants in it."""


USUAL_HEIGHT = 15
"""Points of a row nobody gave a height."""
SPAN = 16
"""Rows that share one note of which columns are used."""


@dataclass(frozen=True, eq=False)
class AlikeColumn:
    """A column of formulas that differ only in their row.

    Attributes:
        place: Column, from 0.
        text: The formula, with `ROW` for its row.
        values: What each comes to: numbers, or texts.
        format: Of the cells.
    """

    place: int
    text: str
    values: Sequence[Any]
    format: Any


class Page(Worksheet):  # type: ignore[misc]  # XlsxWriter ships no types
    """A worksheet."""

    def __init__(self) -> None:
        super().__init__()
        self.dim_rowmin: int | None
        self.dim_rowmax: int
        self.table: dict[int, dict[int, Any]]
        self.alike: tuple[AlikeColumn, ...] = ()
        self.alike_from = 0

    def write_alike(self, first_row: int, columns: Sequence[AlikeColumn]) -> None:
        """Rows of formulas from a row, counted from 0, to the end of the sheet; nothing else may be written there."""
        self.alike, self.alike_from = tuple(columns), first_row
        last = first_row + len(columns[0].values) - 1
        self._check_dimensions(first_row, columns[0].place)
        self._check_dimensions(last, columns[-1].place)

    def points(self) -> float:
        """How tall all its rows are together, hidden ones left out."""
        sizes: dict[int, tuple[float, bool]] = self.row_sizes
        own = sum(0 if hidden else height for height, hidden in sizes.values())
        return own + USUAL_HEIGHT * ((self.dim_rowmax or 0) + 1 - len(sizes))

    def _prepare_formula(self, formula: str, expand_future_functions: bool = False) -> str:  # noqa: ARG002  (the base's)
        return formula.removeprefix("{").removeprefix("=").removesuffix("}")

    def put_blank(self, row: int, column: int, style: Any) -> None:
        """Give a cell a format and nothing else; one without a format is none."""
        if style is not None:
            self._keep(row, column, CellBlankTuple(style))

    def put_text(self, row: int, column: int, text: str, style: Any) -> None:
        """Write a text, not longer than a cell can be."""
        self._keep(row, column, CellStringTuple(self.str_table._get_shared_string_index(text), style))  # noqa: SLF001  (as the base does)

    def put_number(self, row: int, column: int, number: float, style: Any) -> None:
        """Write a finite number."""
        self._keep(row, column, CellNumberTuple(number, style))

    def put_formula(self, row: int, column: int, text: str, value: Any, style: Any) -> None:
        """Write a formula, without `=`, and what it comes to."""
        self._keep(row, column, CellFormulaTuple(text, style, value))

    def _keep(self, row: int, column: int, cell: Any) -> None:
        self._check_dimensions(row, column)
        self.table[row][column] = cell

    def _write_rows(self) -> None:
        last = self.alike_from - 1 if self.alike else self.dim_rowmax
        for first in range((self.dim_rowmin or 0) // SPAN * SPAN, last + 1, SPAN):
            block = range(first, min(first + SPAN, last + 1))
            used = [self.table[row] for row in block if self.table.get(row)]
            span = f"{min(map(min, used)) + 1}:{max(map(max, used)) + 1}" if used else None
            for row in block:
                cells, info = self.table.get(row), self.row_info.get(row)
                if cells:
                    self._write_row(row, span, info)
                    self._write_cells(row, cells)
                    self._xml_end_tag("row")
                elif info is not None and row >= (self.dim_rowmin or 0):
                    self._write_empty_row(row, span, info)
        if self.alike:
            self._write_alike()

    def _write_cells(self, row: int, cells: dict[int, Any]) -> None:
        write, number = self.fh.write, row + 1
        for column in sorted(cells):
            cell = cells[column]
            style = cell.format or self._usual_format(row, column)
            look = f' s="{style._get_xf_index()}"' if style else ""  # noqa: SLF001  (XlsxWriter's own cells ask so)
            text = cell_text(f'r="{letters(column)}{number}"{look}', cell)
            if text is None:
                self._write_cell(row, column, cell)
            else:
                write(text)

    def _usual_format(self, row: int, column: int) -> Any:
        """What a cell without a format of its own looks like."""
        if row in self.row_info and self.row_info[row].row_format:
            return self.row_info[row].row_format
        return self.col_info[column].column_format if column in self.col_info else None

    def _write_alike(self) -> None:
        first, second = self.alike_from + 1, self.alike_from + 2
        rows = zip(*(map(_shown, column.values) for column in self.alike), strict=True)
        template = self._alike_row(first)
        for row, values in enumerate(rows, first):
            if row == second:
                template = self._alike_row(second)
            self.fh.write(template.replace(ROW, str(row)) % values)

    def _alike_row(self, row: int) -> str:
        """What the first of the rows is written from, or any row after it."""
        span = (self.alike_from + 1, self.dim_rowmax + 1) if row == self.alike_from + 1 else None
        return f'<row r="{ROW}">{"".join(_cell(one, place, span) for place, one in enumerate(self.alike))}</row>'


def _cell(column: AlikeColumn, number: int, span: tuple[int, int] | None) -> str:
    """What a cell is written from.

    Args:
        column: Its column.
        number: Of its shared formula.
        span: First and last row of the column, in its first cell only.
    """
    kind = ' t="str"' if column.values and isinstance(column.values[0], str) else ""
    style = column.format._get_xf_index()  # noqa: SLF001  (XlsxWriter's own cells ask so)
    letter = letters(column.place)
    formula, shared = escape(column.text).replace("%", "%%"), f't="shared" si="{number}"'
    if _UNSHARED.search(column.text):
        content = f"<f>{formula}</f>"
    elif span:
        content = f'<f {shared} ref="{letter}{span[0]}:{letter}{span[1]}">{formula}</f>'
    else:
        content = f"<f {shared}/>"
    return f'<c r="{letter}{ROW}" s="{style}"{kind}>{content}<v>%s</v></c>'


def _shown(value: Any) -> str:
    if isinstance(value, str):
        return escape(value).replace(ROW, "")
    return str(int(value)) if value == int(value) else repr(value)
