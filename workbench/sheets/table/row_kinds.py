"""Which rows below the headers are not leads: blanks, totals, footers, headings, the header once more.

Each row that is left out is named with its reason. Must not know fields beyond which columns identify a lead.
"""

from __future__ import annotations

from collections.abc import Sequence, Set

from workbench.sheets.column.cells import Cell, Row, is_blank, shown
from workbench.sheets.dictionary import Dictionary
from workbench.sheets.header_words import normal
from workbench.sheets.said import Said, said


def why_skipped(
    row: Row, headers: Sequence[str], identity: Set[int], wide: Set[int], words: Dictionary, *, after_total: bool
) -> Said | None:
    """Why a row is not a lead, or nothing where it is one.

    Args:
        row: The row's cells.
        headers: The file's headers, in the order of the cells.
        identity: Places of the columns that identify a lead.
        wide: Places where a merged cell over the table's width begins; only headings are merged so.
        words: The dictionary.
        after_total: Whether the row above is a totals row.
    """
    places = [place for place, cell in enumerate(row) if not is_blank(cell)]
    if not places:
        return said("blank")
    first = row[places[0]]
    others = [place for place in places[1:] if place in identity]
    if isinstance(first, str) and not others:  # a company called Total Energies has its lead's identity beside it
        if words.is_total(first):
            return said("total", text=shown(first))
        if words.is_footer(first):
            return said("footer", text=shown(first))
    if len(places) == 1 and len(row) > 2:
        if after_total and isinstance(first, int | float):
            return said("stray_count")
        if places[0] in wide or _is_line(first):
            return said("line_of_text", text=shown(first))
    if len(places) > 1 and all(normal(shown(row[place])) == normal(headers[place]) for place in places):
        return said("header_again")
    return None


def _is_line(cell: Cell) -> bool:
    """A lone text that is no identity: no digit and no @ in it, or three words and more."""
    if not isinstance(cell, str):
        return False
    return not any(one.isdigit() or one == "@" for one in cell) or len(cell.split()) >= 3
