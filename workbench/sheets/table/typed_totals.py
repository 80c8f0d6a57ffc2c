"""What stands in the Totals sheet of a tracker: period totals and things done, as people typed them.

Child process only. Must not know which of them the program has, nor how the sheet is written.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal

from workbench.fields.value import plain
from workbench.sheets.column.cells import Cell, Row, cell_text, is_blank, shown
from workbench.sheets.column.period_text import read_period
from workbench.sheets.dictionary import Dictionary
from workbench.sheets.table.source import Grid, Source
from workbench.sheets.wire import TypedSeen

SHEET = "Totals"
TOTALS, DONE = ("Metric", "Period", "Value"), ("Promise", "Done on", "Pieces")
"""Headers of the two lists; they stand side by side."""
NOTE = "Note"

TOO_MUCH = 1e20
_FOUR_PLACES = Decimal("0.0001")


def typed_totals(source: Source, words: Dictionary) -> tuple[TypedSeen, ...]:
    """Every entry of both lists, also one that is unfinished; nothing where the sheet is gone."""
    if SHEET not in source.sheets:
        return ()
    grid = source.grid(SHEET)
    return (
        *(TypedSeen("total", one[0], _period(row[1], words), one[2], one[3]) for row, one in _list(grid, TOTALS)),
        *(TypedSeen("done", one[0], _day(row[1]), one[2], one[3]) for row, one in _list(grid, DONE)),
    )


def _list(grid: Grid, headers: tuple[str, ...]) -> Iterator[tuple[Row, tuple[str, str, str, str]]]:
    """The three cells of each filled row of a list, and their text with numbers alike, with the note beside them."""
    texts = [[shown(cell) for cell in row] for row in grid.rows]
    top = next((index for index, row in enumerate(texts) if set(headers) <= set(row)), None)
    if top is None:
        return
    places = [texts[top].index(header) for header in headers]
    note = next((place for place in range(places[-1], len(texts[top])) if texts[top][place] == NOTE), -1)
    for row in grid.rows[top + 1 :]:
        cells = [row[place] for place in places]
        if not all(map(is_blank, cells)):
            beside = shown(row[note]) if note >= 0 else ""
            yield cells, (cell_text(cells[0]).strip(), cell_text(cells[1]).strip(), _amount(cells[2]), beside)


def _period(cell: Cell, words: Dictionary) -> str:
    return read_period(cell, words.months) or shown(cell)


def _day(cell: Cell) -> str:
    if isinstance(cell, dt.datetime):
        cell = cell.date()
    return cell.isoformat() if isinstance(cell, dt.date) else shown(cell)


def _amount(cell: Cell) -> str:
    """A number to four places, as the program keeps it; anything else as it stands, and so what no total can be."""
    if isinstance(cell, int | float) and not isinstance(cell, bool) and abs(cell) < TOO_MUCH:
        return plain(Decimal(repr(cell)).quantize(_FOUR_PLACES))
    return shown(cell)
