"""A sheet read row by row with little memory, where cells far apart would make the usual reader want too much.

The usual reader holds everything between the first cell and the last; one stray value in the last cell of a sheet of
500 leads is then 512 GB. Child process only; the one place that reads with openpyxl. Must not know headers or fields.
"""

from __future__ import annotations

import io
import os
import re
import zipfile
from collections.abc import Iterable, Sequence
from typing import Any

from workbench.sheets.column.cells import Cell, Row, letters

LAST_ROW, LAST_COLUMN = 1_048_576, 16_384
FAR_ROWS, FAR_COLUMNS = 1000, 50
"""So many blank rows or columns away from the table a cell is no part of it."""
MOST_STRAY = 5
_HEAD = 4096
_PROLOG = re.compile(rb"(?:\xef\xbb\xbf)?(?>\s+|<\?.*?\?>|<!--.*?-->)*+<[A-Za-z_]", re.DOTALL)
"""Everything before the first element, each piece taken once: what is none of these is a declaration or no XML."""

Placed = tuple[int, list[Any]]


class NoTableError(ValueError):
    """Near the first cell there is no table of two rows: the cells are only far apart."""


class DeclaresError(ValueError):
    """A part of the package is not plain XML."""


def read_row_by_row(raw: bytes, sheet: str) -> tuple[list[Row], int, int, tuple[str, ...]]:
    """The table of a sheet, with the row and the column of its first cell from 0, and the addresses of stray cells.

    Args:
        raw: The package, found harmless by its table of contents.
        sheet: Name of the sheet.

    Raises:
        NoTableError: Its cells are only far apart.
        DeclaresError: A part of the package is not plain XML.
        KeyError: There is no such sheet.
    """
    refuse_declarations(raw)
    os.environ["OPENPYXL_LXML"] = "False"  # expat never fetches anything and bounds what entities expand to
    from openpyxl import load_workbook  # noqa: PLC0415  (after the setting)

    book = load_workbook(io.BytesIO(raw), read_only=True, data_only=True, keep_links=False)
    page = book[sheet]
    page.reset_dimensions()  # what the file says of its size may be a lie
    found = page.iter_rows(max_row=LAST_ROW, values_only=True)
    return table_of((number, list(row[:LAST_COLUMN])) for number, row in enumerate(found) if row)


def table_of(rows: Iterable[Placed]) -> tuple[list[Row], int, int, tuple[str, ...]]:
    """The table near the first cell; see `read_row_by_row`. A row or none is all there is where nothing lies far away.

    Args:
        rows: Rows that are there, with their number from 0, in order.
    """
    kept: list[tuple[int, dict[int, Cell]]] = []
    stray: list[str] = []
    for number, row in rows:
        cells = {place: _cell(value) for place, value in enumerate(row) if value is not None and value != ""}
        if not cells:
            continue
        if kept and number - kept[-1][0] > FAR_ROWS:
            stray += [_address(number, place) for place in cells]
        else:
            kept.append((number, cells))
        del stray[MOST_STRAY:]
    columns = _near(sorted({place for _, cells in kept for place in cells}))
    if not columns:
        return [], 0, 0, ()
    left, right = columns[0], columns[-1]
    stray += [_address(number, place) for number, cells in kept for place in cells if place > right]
    if len(kept) < 2 and stray:
        raise NoTableError
    blank: Row = [""] * (right - left + 1)
    table = [blank] * (kept[-1][0] - kept[0][0] + 1)
    for number, cells in kept:
        table[number - kept[0][0]] = [cells.get(place, "") for place in range(left, right + 1)]
    return table, kept[0][0], left, tuple(stray[:MOST_STRAY])


def refuse_declarations(raw: bytes) -> None:
    """Let no part through that declares anything before its first element.

    Raises:
        DeclaresError: One does, or is not in an encoding where that can be seen.
    """
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        for part in archive.infolist():
            if part.filename.endswith((".xml", ".rels")):
                with archive.open(part) as file:
                    head = file.read(_HEAD)
                if b"\0" in head or _PROLOG.match(head) is None:
                    raise DeclaresError


def _near(places: Sequence[int]) -> Sequence[int]:
    """The places up to the first wide gap."""
    end = next((n for n in range(1, len(places)) if places[n] - places[n - 1] > FAR_COLUMNS), len(places))
    return places[:end]


def _cell(value: Any) -> Cell:
    """A value as the usual reader gives it: every number a float."""
    found: Cell = float(value) if type(value) is int else value
    return found


def _address(row: int, column: int) -> str:
    return f"{letters(column)}{row + 1}"
