"""Which row holds the headers: past titles, filter blocks and group headings, by known spellings and by shape.

Always shown to the person, who may name another row. Must not know fields' meaning.
"""

from __future__ import annotations

from collections.abc import Sequence

from workbench.base.errors import NotAllowedError
from workbench.sheets.column.cells import Cell, Row, is_blank
from workbench.sheets.column.sniff import looks_like_date, looks_like_number
from workbench.sheets.dictionary import Dictionary
from workbench.sheets.table.source import Grid

SCANNED_ROWS = 30
NAME_ANOTHER = "Name another row, or none to have it looked for."
NAME_THE_ROW = "Name the row that holds the headers; a mapping file calls it “header_row”."
_BELOW = 12
_MOST_LOOKED_UP = 300


def find_header(grid: Grid, words: Dictionary, named: int | None, file: str) -> int:
    """Index in `grid.rows` of the header row.

    Args:
        grid: The sheet.
        words: The dictionary.
        named: Spreadsheet row from 1 that the mapping names.
        file: File name, for the sentence.

    Raises:
        NotAllowedError: The sheet is empty, no row looks like headers, or the named row holds nothing.
    """
    if named is not None:
        index = named - 1 - grid.first_row
        if not 0 <= index < len(grid.rows) or all(map(is_blank, grid.rows[index])):
            raise NotAllowedError(
                f"Row {named} of sheet “{grid.sheet}” in “{file}” is empty, so it cannot hold the headers.",
                NAME_ANOTHER,
            )
        return index
    rows = grid.rows[: SCANNED_ROWS + _BELOW]
    if not rows:
        raise NotAllowedError(f"The sheet “{grid.sheet}” in “{file}” is empty.", "Choose another sheet.")
    widest = max(sum(not is_blank(cell) for cell in row) for row in rows)
    scores = [(score_row(rows, index, widest, words), -index) for index in range(min(SCANNED_ROWS, len(rows)))]
    score, index = max(scores)
    if score <= 0:
        raise NotAllowedError(f"No row of sheet “{grid.sheet}” in “{file}” looks like headers.", NAME_THE_ROW)
    return -index


def score_row(rows: Sequence[Row], index: int, widest: int, words: Dictionary) -> float:
    """How much a row looks like headers; 0 where it cannot be."""
    cells = [cell for cell in rows[index] if not is_blank(cell)]
    if len(cells) < max(1, min(2, widest)):
        return 0.0
    names = [cell for cell in cells if is_name(cell)]
    distinct = len({str(cell).strip().casefold() for cell in cells}) / len(cells)
    text = len(names) / len(cells)
    if text < 0.6 or distinct < 0.6:
        return 0.0
    looked_up = [str(cell) for cell in names[:_MOST_LOOKED_UP]]
    hits = sum(words.match(name, slips=False) is not None or bool(words.unsure(name)) for name in looked_up)
    places = [place for place, cell in enumerate(rows[index]) if not is_blank(cell)]
    below = [row for row in rows[index + 1 : index + 1 + _BELOW] if any(not is_blank(cell) for cell in row)]
    fill = _average([sum(not is_blank(row[place]) for place in places) / len(places) for row in below])
    typed = _average([sum(_is_typed(row[place]) for place in places) / len(places) for row in below])
    return (
        2.5 * min(hits, 4) / 4
        + 1.0 * text
        + 0.7 * distinct
        + 1.0 * fill
        + 1.2 * len(cells) / widest
        + 0.6 * min(1.0, 3 * typed)
        - 0.01 * index
    )


def is_name(cell: Cell) -> bool:
    """Whether a cell may name a column: a text that is neither a number nor a date."""
    return isinstance(cell, str) and len(cell) <= 200 and not looks_like_number(cell) and not looks_like_date(cell)


def _is_typed(cell: Cell) -> bool:
    return not is_blank(cell) and (not isinstance(cell, str) or looks_like_number(cell) or looks_like_date(cell))


def _average(shares: Sequence[float]) -> float:
    return sum(shares) / len(shares) if shares else 0.0
