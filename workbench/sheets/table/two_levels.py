"""Headers in two rows: groups above, names below, as people merge them; brought to one name a column.

Must not know fields' meaning beyond whether a spelling is known.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from workbench.sheets.column.cells import Cell, Row, is_blank, shown
from workbench.sheets.dictionary import Dictionary
from workbench.sheets.header_words import normal
from workbench.sheets.table.header_row import is_name
from workbench.sheets.table.source import Grid


@dataclass(frozen=True)
class Headers:
    """The headers of a sheet.

    Attributes:
        row: Index in `grid.rows` of the last header row.
        cells: One a column; blank where there is none.
        joined: How many names are made of two rows.
    """

    row: int
    cells: Sequence[Cell]
    joined: int = 0


def header_cells(grid: Grid, header: int, words: Dictionary) -> Headers:
    """The headers, from one row or from two.

    Args:
        grid: The sheet.
        header: Index of the row that looks like headers.
        words: The dictionary.
    """
    if header + 1 < len(grid.rows) and _is_lower(grid, header, words):
        header += 1
    names = grid.rows[header]
    groups = _groups(grid, header - 1) if header else None
    if groups is None:
        return Headers(header, names)
    often = Counter(normal(shown(cell)) for cell in names if not is_blank(cell))
    made: list[Cell] = []
    joined = 0
    for name, group in zip(names, groups, strict=True):
        if is_blank(name) and group:
            made.append(group)
            joined += 1
        elif group and normal(group) != normal(shown(name)) and _needs_group(shown(name), group, often, words):
            made.append(f"{group} {shown(name)}")
            joined += 1
        else:
            made.append(name)
    return Headers(header, made, joined)


def _needs_group(name: str, group: str, often: Counter[str], words: Dictionary) -> bool:
    """Whether a name says nothing without its group: it comes several times, or only both together are known."""
    if often[normal(name)] > 1:
        return True
    alone = words.match(name, slips=False)
    both = words.match(f"{group} {name}", slips=False)
    return both is not None and both.kind != "guess" and (alone is None or alone.kind == "guess")


def _groups(grid: Grid, row: int) -> list[str] | None:
    """The group over each column, empty for none; nothing where the row above holds no groups.

    A row of groups has a cell that is merged over some columns, or several texts with room beside one of them.
    """
    cells = grid.rows[row]
    filled = [place for place, cell in enumerate(cells) if not is_blank(cell)]
    if not filled or not all(is_name(cells[place]) for place in filled):
        return None
    spans = _spans(grid, row)
    wide = any(last > first and last - first + 1 < len(cells) for first, last in spans.items())
    if not wide and (len(filled) < 2 or filled == list(range(filled[0], filled[-1] + 1))):
        return None
    found = [""] * len(cells)
    for place, following in zip(filled, [*filled[1:], len(cells)], strict=True):
        last = spans.get(place, place if spans else following - 1)
        for column in range(place, min(last + 1, following)):
            found[column] = shown(cells[place])
    return found


def _spans(grid: Grid, row: int) -> dict[int, int]:
    """Last column by first column of the cells of a row that are merged across."""
    at = grid.first_row + row
    return {
        left - grid.first_column: right - grid.first_column
        for top, left, bottom, right in grid.merged
        if top <= at <= bottom and right > left
    }


def _is_lower(grid: Grid, header: int, words: Dictionary) -> bool:
    """Whether the row below is a second row of headers: only names, some of them where the row above has none."""
    upper, lower = grid.rows[header], grid.rows[header + 1]
    filled = [place for place, cell in enumerate(lower) if not is_blank(cell)]
    if not filled or not all(is_name(lower[place]) for place in filled):
        return False
    under_none = [place for place in filled if is_blank(upper[place])]
    left_open = [place for place, cell in enumerate(upper) if not is_blank(cell) and is_blank(lower[place])]
    if not under_none or not left_open:
        return False
    spans = _spans(grid, header)
    grouped = {column for first, last in spans.items() for column in range(first, last + 1)}
    if spans:
        return set(under_none) <= grouped
    known = sum(_names_something(shown(lower[place]), words) for place in filled)
    below = _first_below(grid, header + 2)
    return 2 * known >= len(filled) and below is not None and any(not is_blank(below[place]) for place in left_open)


def _names_something(text: str, words: Dictionary) -> bool:
    spelled = normal(text)
    return spelled in words.day_words or spelled in words.time_words or words.match(text, slips=False) is not None


def _first_below(grid: Grid, row: int) -> Row | None:
    return next((one for one in grid.rows[row : row + 5] if any(not is_blank(cell) for cell in one)), None)
