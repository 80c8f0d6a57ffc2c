"""The columns by which a Salesforce report is grouped: their blank cells repeat the group's value, and only theirs.

Such a report writes the value in the first row of a group alone. That is proven, not guessed: the vendor's own signs,
lines above the headers, the columns before the first that identifies a lead, and subtotals that stand in the very
column. Child process only. Must not know fields beyond which identify a lead.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workbench.sheets.column.cells import Row, is_blank
from workbench.sheets.dictionary import Dictionary
from workbench.sheets.table.layout import Layout

VENDOR = "salesforce"
IDENTITY = ("lead_id", "email")


@dataclass(frozen=True)
class Group:
    """A column by which a report is grouped.

    Attributes:
        place: Index of the column.
        runs: First and last place of each run of rows that have the value of the first.
        filled: Places of the leads whose cell was blank.
    """

    place: int
    runs: tuple[tuple[int, int], ...]
    filled: tuple[int, ...]


def find_groups(layout: Layout, rows: Sequence[Row], words: Dictionary) -> tuple[Group, ...]:
    """The columns by which a report is grouped, from the outermost; none for anything else.

    Args:
        layout: Of the file.
        rows: The rows below the headers.
        words: The dictionary, for totals words.
    """
    identity = [column.index for column in layout.columns if column.field in IDENTITY and not column.part]
    if layout.vendor != VENDOR or layout.header == 0 or not identity:
        return ()
    leads = [
        any(not is_blank(row[place]) and not _is_total(row, place, words) for place in identity) for row in rows
    ]  # fmt: skip
    found: list[Group] = []
    for place in range(min(identity)):
        ends = [n for n, row in enumerate(rows) if _is_total(row, place, words)]
        first = next((n for n, is_lead in enumerate(leads) if is_lead), len(rows))
        if len(ends) < 2 or first == len(rows) or is_blank(rows[first][place]):
            break  # one totals row stands under any report; what is inside it belongs to no group
        runs = tuple(_runs(rows, place, ends))
        filled = tuple(n for start, end in runs for n in range(start + 1, end + 1) if leads[n])
        if filled:
            found.append(Group(place, runs, filled))
    return tuple(found)


def _runs(rows: Sequence[Row], place: int, ends: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Runs of rows from a value down to the last before the next value or subtotal."""
    start, closing = -1, set(ends)
    for n, row in enumerate(rows):
        if is_blank(row[place]):
            continue
        if start >= 0 and n - 1 > start:
            yield start, n - 1
        start = -1 if n in closing else n
    if start >= 0 and len(rows) - 1 > start:
        yield start, len(rows) - 1


def _is_total(row: Row, place: int, words: Dictionary) -> bool:
    cell = row[place]
    return isinstance(cell, str) and words.is_total(cell)
