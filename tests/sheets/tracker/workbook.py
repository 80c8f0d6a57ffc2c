"""Reads a tracker back: formulas, what they come to, and where two files of one tracker differ."""

from __future__ import annotations

import datetime as dt
import io
import math
import warnings
from pathlib import Path
from typing import Any

import openpyxl

from workbench.sheets.own_file import LEADS_TABLE
from workbench.sheets.tracker.scoring.line import CELLS

ERRORS = ("#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!")
Place = tuple[str, str]


def opened(path: Path, *, values: bool = False) -> Any:
    """The workbook as openpyxl reads it, which does not know sparklines and says so."""
    return opened_bytes(path.read_bytes(), values=values)


def opened_bytes(data: bytes, *, values: bool = False) -> Any:
    """As `opened`, of a file that is in memory."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", "Sparkline Group extension")
        warnings.filterwarnings("ignore", "(Conditional Formatting|Unknown) extension")
        return openpyxl.load_workbook(io.BytesIO(data), data_only=values)


def cells(path: Path) -> dict[Place, Any]:
    """What every cell shows, empty ones left out."""
    book = opened(path, values=True)
    return {
        (page.title, cell.coordinate): cell.value
        for page in book
        for row in page.iter_rows()
        for cell in row
        if cell.value not in {None, ""}
    }


def formulas(path: Path) -> dict[Place, str]:
    """Every formula."""
    book = opened(path)
    return {
        (page.title, cell.coordinate): str(getattr(cell.value, "text", cell.value))
        for page in book
        for row in page.iter_rows()
        for cell in row
        if cell.data_type == "f"
    }


def changed(written: Path, recalculated: Path) -> dict[Place, tuple[str, Any, Any]]:
    """The formulas that come to something else when computed afresh: the formula, what was written, what it is."""
    before, after = cells(written), cells(recalculated)
    return {
        place: (text, before.get(place), after.get(place))
        for place, text in formulas(written).items()
        if not alike(before.get(place), after.get(place))
    }


def alike(one: Any, two: Any) -> bool:
    """Whether two cells show the same."""
    if isinstance(one, dt.date) and isinstance(two, dt.date):
        return abs(_moment(one) - _moment(two)) < dt.timedelta(seconds=1)
    if isinstance(one, int | float) and isinstance(two, int | float):
        return math.isclose(one, two, rel_tol=1e-9, abs_tol=1e-6)
    return bool(one == two)


def _moment(value: dt.date) -> dt.datetime:
    return value if isinstance(value, dt.datetime) else dt.datetime.combine(value, dt.time())


def error_cells(path: Path) -> list[tuple[Place, str]]:
    """The cells that show an error; the list of words for one stands in small letters."""
    return [(place, value) for place, value in cells(path).items() if value in ERRORS]


def scorecard(path: Path) -> dict[tuple[str, str], dict[str, Any]]:
    """The lines of the scorecard by commitment and period, cells by their stable names."""
    page = next(page for page in opened(path, values=True) if "Scorecard" in page.tables)
    first, *rows = page[page.tables["Scorecard"].ref]
    assert len(first) == len(CELLS)
    lines = [dict(zip(CELLS, (cell.value for cell in row), strict=True)) for row in rows]
    return {(line["id"], line["period"]): line for line in lines}


def lead_table(book: Any) -> tuple[Any, int, dict[str, int]]:
    """The sheet of the lead log, its header row, and the column of each header; of an open workbook."""
    page = next(page for page in book if LEADS_TABLE in page.tables)
    headers = page[page.tables[LEADS_TABLE].ref][0]
    return page, headers[0].row, {cell.value: cell.column for cell in headers}
