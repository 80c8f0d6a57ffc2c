"""Cells are written in one step, and come out as XlsxWriter itself writes them."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from typing import Any

import xlsxwriter

from workbench.sheets.tracker.look.page import Page

MOMENT = dt.datetime(2026, 3, 1, 9, 30)  # noqa: DTZ001  (a cell has no zone)
ODD = 'a < b & "c" > d\nsecond line'


def sheet_of(kind: type[Any] | None) -> bytes:
    """The XML of a sheet with every kind of cell, blocks of rows without cells, and formats from row and column."""
    data = io.BytesIO()
    book = xlsxwriter.Workbook(data, {"in_memory": True, "strings_to_urls": False, "strings_to_formulas": False})
    page = book.add_worksheet("One", kind)
    bold, red, grey = (book.add_format(given) for given in ({"bold": True}, {"font_color": "red"}, {"italic": True}))
    page.set_row(2, 30, bold)
    page.set_row(40, 12)
    page.set_column(1, 2, 20, grey)
    formulas = [("A1<B1", True), ('"<"&B1', ODD), ("1/3", 1 / 3), ("B1", 7), ("1/0", "#DIV/0!")]
    if isinstance(page, Page):
        for row in (0, 2, 33, 70):
            page.put_text(row, 0, ODD, red)
            page.put_number(row, 1, 1 / 3, None)
            page.put_number(row, 30, 12345678901234567890, bold)
            page.put_blank(row, 2, red)
            page.put_blank(row, 3, None)
            for column, (text, value) in enumerate(formulas, 4):
                page.put_formula(row, column, text, value, bold)
    else:
        for row in (0, 2, 33, 70):
            page.write_string(row, 0, ODD, red)
            page.write_number(row, 1, 1 / 3)
            page.write_number(row, 30, 12345678901234567890, bold)
            page.write_blank(row, 2, None, red)
            page.write_blank(row, 3, None)
            for column, (text, value) in enumerate(formulas, 4):
                page.write_formula(row, column, f"={text}", bold, value)
    page.write_datetime(71, 0, MOMENT, red)
    page.write_boolean(72, 0, True)
    page.write_array_formula(73, 0, 73, 0, "{=SUM(A1:A2)}", bold, 3)
    book.close()
    return zipfile.ZipFile(data).read("xl/worksheets/sheet1.xml")


def test_every_kind_of_cell_is_written_as_xlsxwriter_does() -> None:
    assert sheet_of(Page) == sheet_of(None)
