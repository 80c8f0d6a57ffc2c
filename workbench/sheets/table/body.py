"""The cells below the headers by column, with errors put back where the reader gives blanks, and merged cells filled.

Child process only. Must not know fields.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from workbench.sheets.column.cells import Cell, Row, is_blank
from workbench.sheets.dictionary import Dictionary
from workbench.sheets.said import Said, said
from workbench.sheets.table.groups import find_groups
from workbench.sheets.table.layout import Layout
from workbench.sheets.table.package_parts import SheetScan

MOST_ROWS = 40
"""Rows of filled cells that are named, a column; of more their number is said."""
MOST_NAMED = 6
"""Hidden columns that are named; of more their number is said."""
MOST_FILLED = 2_000_000
"""Cells that downward merges may fill; more is a trick."""


class Body:
    """The table of a layout.

    Attributes:
        rows: The rows below the headers, as the reader gave them.
        notes: What a person should know.
    """

    def __init__(self, layout: Layout, scan: SheetScan, words: Dictionary) -> None:
        self.rows: Sequence[Row] = layout.body
        self.notes: list[Said] = []
        self._columns: Sequence[Sequence[Cell]] | None = None
        self._width = len(layout.columns)
        if layout.grid.columns:
            for cells in layout.grid.columns:
                del cells[: -len(self.rows) or None]  # what stands above the table is in the rows too
            self._columns = layout.grid.columns
        top, left = layout.row_number(0) - 1, layout.grid.first_column
        self._errors: dict[int, dict[int, str]] = defaultdict(dict)
        for (row, column), text in scan.errors.items():
            if 0 <= row - top < len(self.rows) and 0 <= column - left < self._width:
                self._errors[column - left][row - top] = text
        count = sum(map(len, self._errors.values()))
        if count:
            example = next(iter(next(iter(self._errors.values())).values()))
            self.notes.append(said("error_cells", count=count, text=example))
        if scan.hidden_rows:
            self.notes.append(said("hidden_rows", count=scan.hidden_rows))
        self._name_hidden(layout, scan)
        self._fills: dict[int, list[tuple[int, int]]] = defaultdict(list)
        self.wide: dict[int, set[int]] = defaultdict(set)
        self._take_merges(layout, top, left)
        self._take_groups(layout, words)

    def _name_hidden(self, layout: Layout, scan: SheetScan) -> None:
        """Hidden columns are read like the others, and a person who looks at the file does not see them."""
        shift = layout.grid.first_column
        hidden = [
            column.header for column in layout.columns
            if any(first <= column.index + shift <= last for first, last in scan.hidden_columns)
        ]  # fmt: skip
        if hidden:
            listed = ", ".join(f"“{header}”" for header in hidden[:MOST_NAMED])
            more = len(hidden) - MOST_NAMED
            self.notes.append(
                said("hidden_columns_more", headers=listed, count=more)
                if more > 0
                else said("hidden_columns", headers=listed)
            )

    def _take_merges(self, layout: Layout, top: int, left: int) -> None:
        """Cells merged downwards hold their value in each row; those merged across are headings."""
        filled = 0
        for first, column, last, right in layout.grid.merged:
            start, end, place = first - top, min(last - top, len(self.rows) - 1), column - left
            if right > column and start >= 0:
                self.wide[start].add(place)
            if right == column and end > start >= 0 and 0 <= place < self._width:
                filled += end - start
                if filled <= MOST_FILLED and not is_blank(self.rows[start][place]):
                    self._fills[place].append((start, end))
        if self._fills:
            count = sum(end - start for ranges in self._fills.values() for start, end in ranges)
            self.notes.append(said("merged_filled", count=count))

    def _take_groups(self, layout: Layout, words: Dictionary) -> None:
        """A grouped report writes a group's value once; every lead that gets it from above is named by its row."""
        for group in find_groups(layout, self.rows, words):
            self._fills[group.place] += group.runs
            header, count = layout.columns[group.place].header, len(group.filled)
            listed = ", ".join(str(layout.row_number(place)) for place in group.filled[:MOST_ROWS])
            code = "group_filled" if count <= MOST_ROWS else "group_filled_more"
            self.notes.append(
                said(code, header=header, rows=listed, count=count - (MOST_ROWS if count > MOST_ROWS else 0))
            )

    def column(self, place: int) -> Sequence[Cell]:
        """The cells of one column."""
        if self._columns is None:
            self._columns = list(zip(*self.rows, strict=True)) or [()] * self._width
        cells = self._columns[place]
        if place in self._errors or place in self._fills:
            changed = list(cells)
            for row, text in self._errors.get(place, {}).items():
                changed[row] = text
            for start, end in self._fills.get(place, ()):
                changed[start + 1 : end + 1] = [changed[start]] * (end - start)
            return changed
        return cells
