"""How a foreign file is laid out: which sheet, which header row, which column feeds which field, from which vendor.

The same finding serves the preview and the import, so that what a person confirmed is what is read. Child process
only. Must not know values' meaning beyond what they look like.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from workbench.base.errors import NotAllowedError
from workbench.sheets.column.cells import Row, is_blank, letters
from workbench.sheets.column.sniff import spread
from workbench.sheets.dictionary import Dictionary
from workbench.sheets.header_words import normal
from workbench.sheets.mapping import Mapping
from workbench.sheets.own_file import LEADS_TABLE, OWN_VENDOR, OwnFile, own_file
from workbench.sheets.said import Said, said
from workbench.sheets.table.columns import Column, missing_columns, unique_headers
from workbench.sheets.table.header_row import find_header
from workbench.sheets.table.matching import match_columns
from workbench.sheets.table.source import Grid, Source
from workbench.sheets.table.two_levels import Headers, header_cells
from workbench.sheets.table.vendor import guess_vendor

_BELOW_TABLE = 12


@dataclass(frozen=True, eq=False)
class Layout:
    """Where things are in a file.

    Attributes:
        grid: The sheet that is read.
        header: Index in `grid.rows` of the header row.
        columns: Every column, in order.
        vendor: The guessed vendor; empty for none.
        language: Language of the headers, where it is one that writes day before month; else empty.
        own: What the file says of itself, if it is a tracker of this program.
        notes: What a person should know.
    """

    grid: Grid
    header: int
    columns: tuple[Column, ...]
    vendor: str
    language: str
    own: OwnFile | None
    notes: tuple[Said, ...]

    @property
    def body(self) -> Sequence[Row]:
        """The rows below the headers."""
        return self.grid.rows[self.header + 1 :]

    @property
    def outside(self) -> list[Row]:
        """Rows above the headers, and the last rows, where footers stand."""
        below = max(self.header + 1, len(self.grid.rows) - _BELOW_TABLE)
        return [*self.grid.rows[: self.header], *self.grid.rows[below:]]

    @property
    def headers(self) -> list[str]:
        """The headers, made unique."""
        return [column.header for column in self.columns]

    def row_number(self, place: int) -> int:
        """Spreadsheet row, counted from 1, of `body[place]`."""
        return self.grid.row_number(self.header + 1 + place)


def find_layout(source: Source, mapping: Mapping, words: Dictionary) -> Layout:
    """Look at a file.

    Raises:
        NotFoundError: The mapping names a sheet the file does not have.
        NotAllowedError: No sheet looks like a table of leads.
        DamagedError: A sheet cannot be read.
    """
    own = own_file(source.properties)
    if own is not None and not mapping.sheet and (table := source.table(LEADS_TABLE)):
        mapping = replace(mapping, sheet=table[0], header_row=mapping.header_row or table[1])
    if mapping.sheet or len(source.sheets) == 1:
        layout = _layout(source, source.grid(mapping.sheet or source.sheets[0]), mapping, own, words)
    else:
        layout = _best(source, mapping, own, words)
    extra = (said("hidden_sheet", sheet=layout.grid.sheet),) if layout.grid.hidden else ()
    return replace(layout, notes=(*source.notes, *layout.grid.notes, *extra, *layout.notes))


def _best(source: Source, mapping: Mapping, own: OwnFile | None, words: Dictionary) -> Layout:
    """The sheet that looks most like leads; the others are named."""
    best: Layout | None = None
    best_score = -1.0
    refusal: NotAllowedError | None = None
    for sheet in source.sheets:
        try:
            layout = _layout(source, source.grid(sheet), mapping, own, words)
        except NotAllowedError as error:
            refusal = refusal or error
            continue
        score = _score(layout, mapping, words)
        if score > best_score:
            best, best_score = layout, score
    if best is None:
        raise NotAllowedError(
            f"No sheet of “{source.name}” looks like a table.", "Name the sheet and the header row."
        ) from refusal
    others = ", ".join(f"“{one}”" for one in source.sheets if one != best.grid.sheet)
    note = said("sheet_chosen", sheet=best.grid.sheet, others=others)
    return replace(best, notes=(note, *best.notes))


def _score(layout: Layout, mapping: Mapping, words: Dictionary) -> float:
    fields = {column.field for column in layout.columns if column.field}
    named = sum(column.match == "remembered" for column in layout.columns)
    name = normal(layout.grid.sheet)
    likely = any(one in name.split() or one == name for one in words.sheets["likely"])
    unlikely = any(one in name.split() for one in words.sheets["unlikely"])
    identified = bool(fields & {"lead_id", "email"})
    return (
        len(fields) + 5 * named + 4 * identified + 1.5 * math.log10(1 + len(layout.body))
        + 2 * likely - 3 * unlikely - 2 * layout.grid.hidden + 100 * (mapping.sheet == layout.grid.sheet)
    )  # fmt: skip


def _layout(source: Source, grid: Grid, mapping: Mapping, own: OwnFile | None, words: Dictionary) -> Layout:
    header = find_header(grid, words, mapping.header_row, source.name)
    # A tracker has one row of headers; what stands above them says who fills which columns.
    found_headers = Headers(header, grid.rows[header]) if own else header_cells(grid, header, words)
    header = found_headers.row
    names, notes = unique_headers(found_headers.cells, grid.first_column)
    notes += [said("two_levels", count=found_headers.joined)] if found_headers.joined else []
    body = grid.rows[header + 1 :]
    sample = spread([row for row in body if not _bare(row)] if len(body) < 2000 else body)
    outside = [*grid.rows[:header], *body[-_BELOW_TABLE:]]
    vendor = OWN_VENDOR if own else guess_vendor(source.name, names, sample, outside, words)
    columns, found = match_columns(names, sample, mapping, vendor, words, own)
    notes += [said("missing_column", header=one) for one in missing_columns(names, mapping)]
    for index, cell in enumerate(found_headers.cells):
        if is_blank(cell) and any(not is_blank(row[index]) for row in sample):
            letter = letters(grid.first_column + index)
            notes.append(said("unnamed_column", letter=letter, header=names[index]))
    return Layout(grid, header, tuple(columns), vendor, _language(names, vendor, words), own, (*notes, *found))


def _bare(row: Row) -> bool:
    """Whether a row holds one value at most: a heading, a line of text, nothing."""
    return sum(not is_blank(cell) for cell in row) < 2


def _language(headers: Sequence[str], vendor: str, words: Dictionary) -> str:
    """The language of the headers where it is Portuguese, Spanish or German and clearly so."""
    spoken = Counter(match.language for header in headers if (match := words.match(header, vendor)))
    spoken.pop("", None)
    english = spoken.pop("en", 0)
    if not spoken or sum(spoken.values()) <= 2 * english:
        return ""
    return spoken.most_common(1)[0][0]
