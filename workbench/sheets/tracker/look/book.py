"""The workbook being made: its sheets, its names, and one way to put something into a cell.

Must not know what the sheets are for.
"""

from __future__ import annotations

import datetime as dt
import io
import math
import re
from collections.abc import Sequence
from typing import Any

import xlsxwriter

from workbench.base.language import Language
from workbench.sheets.column.cells import LONGEST_CELL, letters
from workbench.sheets.tracker.arrays import ArrayFormula
from workbench.sheets.tracker.formula import ROW, Formula, lift
from workbench.sheets.tracker.look import palette
from workbench.sheets.tracker.look.page import Page
from workbench.sheets.tracker.look.styles import SIZE, Styles
from workbench.sheets.tracker.ranges import Range

_NUMBER = re.compile(r"-?\d+(\.\d+)?(e[+-]?\d+)?")

PAPER = {"A4": (9, 8), "Letter": (1, 3)}
"""The numbers spreadsheet programs have for a paper and for the one of twice its size."""
TALLEST, TALLEST_UPRIGHT = 1_150, 1_700
"""Points of rows that one page still shows at almost half their size."""
HEAD_ROWS = 4
"""Rows of the head that every sheet has."""


class Sheet:
    """A sheet of the workbook; rows and columns are counted from 0.

    Args:
        book: The workbook.
        page: As XlsxWriter has it.
        name: As its tab says.
    """

    def __init__(self, book: Book, page: Page, name: str) -> None:
        self.book = book
        self.page = page
        self.name = name
        self.most_points = math.inf
        page.hide_gridlines(2)

    def put(self, row: int, column: int, content: Any, style: Any = None) -> None:
        """Write a formula with its value, a number, a day or a text; texts are never anything but texts.

        A formula that is a constant becomes the constant.

        Raises:
            ValueError: The cell has been written already, or the formula comes to no value a cell can show; both are
                bugs of a sheet.
        """
        if column in self.page.table.get(row, ()):
            raise ValueError(f"{self.name}!{letters(column)}{row + 1} is written twice")
        if isinstance(content, Formula) and _is_constant(content):
            content = content.value
        if isinstance(content, Formula):
            self._formula(row, column, content, style)
        elif content is None or content == "":
            self.page.put_blank(row, column, style)
        elif isinstance(content, str):
            self.page.put_text(row, column, _that_fits(content), style)
        elif isinstance(content, dt.date):
            self.page.write_datetime(row, column, content, style)
        else:
            self.page.put_number(row, column, content, style)

    def link(self, row: int, column: int, content: str, to: tuple[str, int, int], style: Any = None) -> None:
        """Write a text that leads to a cell of a sheet of this workbook.

        Args:
            row: Where the text stands.
            column: Likewise.
            content: The text.
            to: Name of the sheet, row and column.
            style: Of the cell.
        """
        name, to_row, to_column = to
        quoted = "'" + name.replace("'", "''") + "'"
        target = f"internal:{quoted}!{letters(to_column)}{to_row + 1}"
        self.put(row, column, content, style)
        self.page.write_url(row, column, target, style, content)

    def written(self, row: int, column: int, content: Formula, style: Any = None) -> Formula:
        """Write a formula and answer the cell, for formulas on the same sheet."""
        self.put(row, column, content, style)
        return Formula(f"${letters(column)}${row + 1}", content.value)

    def across(self, row: int, column: int, last_column: int, content: Any, style: Any = None) -> None:
        """Write a cell as wide as several columns."""
        self.put(row, column, content, style)
        for place in range(column + 1, last_column + 1):
            self.put(row, place, None, style)
        if last_column > column:
            self.page.merge.append([row, column, row, last_column])

    def row(self, row: int, column: int, contents: Sequence[Any], style: Any = None) -> None:
        """Write cells beside each other."""
        for place, content in enumerate(contents):
            self.put(row, column + place, content, style)

    def name_cells(self, name: str, row: int, column: int, last_row: int | None = None) -> None:
        """Give a name to cells of a column."""
        end = f":${letters(column)}${last_row + 1}" if last_row is not None else ""
        self.book.workbook.define_name(name, f"={self.quoted}!${letters(column)}${row + 1}{end}")

    def put_range(self, row: int, column: int, cells: Range, style: Any = None) -> None:
        """Write the cells of a range below each other, and name them."""
        for place, content in enumerate(cells.values.tolist()):
            self.put(row + place, column, content, style)
        self.name_cells(cells.name, row, column, row + len(cells.values) - 1)

    @property
    def quoted(self) -> str:
        """Its name as formulas have it."""
        return "'" + self.name.replace("'", "''") + "'"

    def head(self, title: str, line: str) -> None:
        """The four lines every sheet begins with."""
        styles = self.book.styles
        for row, height in enumerate((10, 15, 26, 17)):
            self.page.set_row(row, height)
        self.put(1, 1, self.book.caption, styles.caption())
        self.put(2, 1, title, styles.cell(font_size=18, bold=True))
        self.put(3, 1, line, styles.cell(font_color=palette.SECOND))

    def widths(self, widths: Sequence[float], first: int = 0) -> None:
        """Set the widths of columns beside each other, in characters."""
        for place, width in enumerate(widths):
            self.page.set_column(first + place, first + place, width)

    def print_on(
        self, *, wide: int = 1, tall: int = 0, large: bool = False, upright: bool = False, repeat: int | None = None
    ) -> None:
        """Print on as few pages as can be read.

        Args:
            wide: Pages beside each other.
            tall: Fit to so many pages; any number for 0, and where one page would be too small to read.
            upright: Portrait instead of landscape.
            large: The size that is twice as large: A3 for A4, Tabloid for Letter.
            repeat: Row of headers to repeat on every page.
        """
        if upright:
            self.page.set_portrait()
        else:
            self.page.set_landscape()
        self.page.set_paper(PAPER[self.book.paper][large])
        self.page.fit_to_pages(wide, tall)
        self.most_points = (TALLEST_UPRIGHT if upright else TALLEST) if tall == 1 else math.inf
        self.page.set_margins(0.4, 0.4, 0.45, 0.5)
        self.page.set_footer(self.book.footer)
        if repeat is not None:
            self.page.repeat_rows(repeat)

    def break_pages(self) -> None:
        """Print on several pages what would be too small on one; once everything is written."""
        if self.page.points() > self.most_points:
            self.page.fit_to_pages(1, 0)

    def _formula(self, row: int, column: int, content: Formula, style: Any) -> None:
        value = content.value
        if isinstance(value, float) and not math.isfinite(value):
            raise ValueError(f"{self.name}!{letters(column)}{row + 1} comes to no number: {content.text}")
        if isinstance(value, float) and value == int(value):
            value = int(value)
        text = content.text.replace(ROW, str(row + 1))
        if isinstance(content, ArrayFormula):
            self.page.write_array_formula(row, column, row, column, f"{{={text}}}", style, value)
        else:
            self.page.put_formula(row, column, text, value, style)


class Book:
    """The workbook.

    Args:
        caption: Stands over every title: whose agreement, which version.
        footer: As XlsxWriter takes it.
        words: The language of the workbook.
        paper: What it is printed on: `A4` or `Letter`.
    """

    def __init__(self, caption: str, footer: str, words: Language, paper: str) -> None:
        self._data = io.BytesIO()
        options = {"in_memory": True, "strings_to_urls": False, "strings_to_formulas": False}
        self.workbook = xlsxwriter.Workbook(self._data, options)
        self.workbook.set_calc_mode("auto")
        self.styles = Styles(self.workbook)
        self.caption = caption
        self.footer = footer
        self.words = words
        self.paper = paper
        self._sheets: list[Sheet] = []

    def sheet(self, name: str) -> Sheet:
        """A new sheet behind the others."""
        made = Sheet(self, self.workbook.add_worksheet(name, Page), name)
        self._sheets.append(made)
        return made

    def text(self, message: str) -> str:
        """A marked text in the workbook's language."""
        return self.words.text(message)

    def finished(self) -> bytes:
        """The file."""
        for one in self._sheets:
            one.break_pages()
        self.workbook.close()
        return self._data.getvalue()


def _that_fits(text: str) -> str:
    """As much of a text as a cell holds, which counts a letter outside the first plane twice."""
    if len(text) <= LONGEST_CELL // 2:
        return text
    return text.encode("utf-16-le")[: 2 * LONGEST_CELL].decode("utf-16-le", "ignore")


def _is_constant(content: Formula) -> bool:
    """Whether a formula is nothing but a number or a text."""
    if isinstance(content.value, str):
        return content.text == lift(content.value).text
    return bool(_NUMBER.fullmatch(content.text))


__all__ = ["HEAD_ROWS", "SIZE", "Book", "Sheet"]
