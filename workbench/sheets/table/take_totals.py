"""Period totals from a small table with the columns metric, period, value and note: what has no rows of its own.

Child process only; answers the wire's `TotalsTaken`. Must not know which metrics an agreement has.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import numpy as np

from workbench.base.errors import NotAllowedError
from workbench.fields.value import plain
from workbench.sheets.column.cells import Row, cell_text, is_blank, shown
from workbench.sheets.column.number_text import read_numbers
from workbench.sheets.column.period_text import read_period
from workbench.sheets.dictionary import Dictionary
from workbench.sheets.header_words import forms
from workbench.sheets.mapping import Mapping
from workbench.sheets.own_file import own_file
from workbench.sheets.said import Said, said
from workbench.sheets.table.header_row import SCANNED_ROWS
from workbench.sheets.table.source import Grid, Source
from workbench.sheets.wire import OwnSeen, ProblemSeen, SkippedSeen, TotalSeen, TotalsTaken
from workbench.tracking.leads import EMPTY, SCALE, UNREADABLE

NEEDED = ("metric", "period", "value")


def take_totals(source: Source, mapping: Mapping, words: Dictionary) -> TotalsTaken:
    """Read the first sheet that has a table of period totals.

    Raises:
        NotAllowedError: No sheet has one.
    """
    for sheet in [mapping.sheet] if mapping.sheet else source.sheets:
        try:
            grid = source.grid(sheet)
        except NotAllowedError:
            if mapping.sheet:
                raise
            continue
        found = _header(grid, mapping.header_row, words)
        if found is not None:
            return _take(source, grid, *found, words)
    raise NotAllowedError(
        f"No sheet of “{source.name}” has the columns metric, period and value.", "Name them so in the header row."
    )


def _header(grid: Grid, named: int | None, words: Dictionary) -> tuple[int, dict[str, int]] | None:
    rows = range(min(SCANNED_ROWS, len(grid.rows))) if named is None else [named - 1 - grid.first_row]
    for index in rows:
        if not 0 <= index < len(grid.rows):
            continue
        places: dict[str, int] = {}
        for place, cell in enumerate(grid.rows[index]):
            for name, spellings in words.period_totals.items():
                if isinstance(cell, str) and any(form in spellings for form in forms(cell)):
                    places.setdefault(name, place)
        if all(name in places for name in NEEDED):
            return index, places
    return None


def _take(source: Source, grid: Grid, header: int, places: dict[str, int], words: Dictionary) -> TotalsTaken:
    body = grid.rows[header + 1 :]
    headers = [shown(cell) for cell in grid.rows[header]]
    numbers = read_numbers([row[places["value"]] for row in body], words, comma_language=_comma(headers))
    totals: list[TotalSeen] = []
    problems: list[ProblemSeen] = []
    skipped: list[SkippedSeen] = []
    for index, row in enumerate(body):
        number = grid.row_number(header + 1 + index)
        metric = " ".join(cell_text(row[places["metric"]]).split())
        value = int(np.int64(numbers.values[index]))
        if all(map(is_blank, row)):
            continue
        if not metric or (words.is_total(metric) and is_blank(row[places["period"]])):
            why = said("total", text=metric) if metric else said("line_of_text", text=_first(row))
            skipped.append(SkippedSeen(number, (why.code, why.values)))
            continue
        period = read_period(row[places["period"]], words.months)
        if period is None:
            problems.append(_problem(number, headers, row, places["period"], said("not_a_period")))
        elif value == UNREADABLE:
            problems.append(_problem(number, headers, row, places["value"], said(numbers.reasons[index])))
        elif value != EMPTY:
            note = cell_text(row[places["note"]]).strip() if "note" in places else ""
            percent = shown(row[places["value"]]).endswith("%")
            totals.append(TotalSeen(number, metric, period, plain(Decimal(value) / SCALE), note, percent))
    own = own_file(source.properties)
    return TotalsTaken(
        source.sha256, grid.sheet, grid.row_number(header), tuple(totals), tuple(problems), tuple(skipped),
        OwnSeen(own.agreement, own.version, own.hash) if own else None,
    )  # fmt: skip


def _comma(headers: Sequence[str]) -> bool:
    return any(form in {"valor", "wert", "resultado", "ergebnis"} for header in headers for form in forms(header))


def _first(row: Row) -> str:
    return next((shown(cell) for cell in row if not is_blank(cell)), "")


def _problem(number: int, headers: Sequence[str], row: Row, place: int, why: Said) -> ProblemSeen:
    return ProblemSeen(number, headers[place], shown(row[place]), (why.code, why.values))
