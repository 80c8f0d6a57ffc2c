"""The sheet of totals: numbers without leads behind them, things done, and leads that both teams settled.

Totals and things done can be filled here; settled leads are entered in the program. Must not know the scorecard.
"""

from __future__ import annotations

from typing import Any

from workbench.agreement.commitment import Commitment
from workbench.base.language import N_
from workbench.sheets.tracker.look import palette
from workbench.sheets.tracker.look.book import Sheet
from workbench.sheets.tracker.look.styles import SHORT_DAY
from workbench.sheets.tracker.model import Model
from workbench.sheets.tracker.ranges import Range

HEADER_ROW = 6
TOTALS_COLUMN, DONE_COLUMN, SETTLED_COLUMN = 1, 7, 15


def write_totals(sheet: Sheet, model: Model) -> None:
    """Write the three lists."""
    text, styles = sheet.book.text, sheet.book.styles
    sheet.head(
        text(N_("Totals and deliverables")),
        text(N_("Numbers without leads behind them. One total for each period; a thing done counts when both say so.")),
    )
    sheet.widths([2, 9, 11, 13, 34, 38, 3, 9, 13, 10, 12, 10, 44, 44, 3, 22, 12, 70])
    _write_totals(sheet, model)
    _write_done(sheet, model)
    _write_settled(sheet, model)
    sheet.put(4, TOTALS_COLUMN, text(N_("Period totals")), styles.cell(bold=True))
    sheet.put(4, DONE_COLUMN, text(N_("Things done")), styles.cell(bold=True))
    sheet.put(4, SETTLED_COLUMN, text(N_("Settled by both teams")), styles.cell(bold=True))
    sheet.page.freeze_panes(HEADER_ROW + 1, 0)
    sheet.page.protect("", {"format_columns": True, "format_rows": True})
    sheet.print_on(large=True, repeat=HEADER_ROW)


def _headers(sheet: Sheet, column: int, headers: tuple[str, ...], right: tuple[int, ...] = ()) -> None:
    for place, header in enumerate(headers):
        shape = sheet.book.styles.header(align="right" if place in right else "left", indent=int(place in right))
        sheet.put(HEADER_ROW, column + place, sheet.book.text(header), shape)


def _open(sheet: Sheet, column: int, cells: Range, **look: Any) -> None:
    sheet.put_range(HEADER_ROW + 1, column, cells, sheet.book.styles.row(locked=False, **look))


def _offer(sheet: Sheet, column: int, cells: Range, source: list[str]) -> None:
    """A drop-down of short words."""
    if source:
        last = HEADER_ROW + len(cells.values)
        sheet.page.data_validation(HEADER_ROW + 1, column, last, column, {"validate": "list", "source": source})


def _write_totals(sheet: Sheet, model: Model) -> None:
    totals, at = model.totals, TOTALS_COLUMN
    _headers(sheet, at, (N_("Metric"), N_("Period"), N_("Value"), N_("What"), N_("Note")), right=(2,))
    _open(sheet, at, totals.metric, bold=True)
    _open(sheet, at + 1, totals.period, num_format="@")
    _open(sheet, at + 2, totals.value, num_format="#,##0.00", align="right", indent=1)
    metrics = _with(model, "metric")
    _offer(sheet, at, totals.metric, [one.label for one in metrics])
    names = {one.label: one.what or one.name for one in metrics}
    known = [names.get(label, "") for label, _ in totals.totals]
    notes = [one.note for _, one in totals.totals]
    _beside(sheet, at + 3, known, len(totals.metric.values))
    _beside(sheet, at + 4, notes, len(totals.metric.values))


def _write_done(sheet: Sheet, model: Model) -> None:
    totals, at = model.totals, DONE_COLUMN
    headers = (N_("Promise"), N_("Done on"), N_("Pieces"), N_("Marketing"), N_("Sales"), N_("What"), N_("Note"))
    _headers(sheet, at, headers, right=(2,))
    _open(sheet, at, totals.what, bold=True)
    _open(sheet, at + 1, totals.day, num_format=SHORT_DAY, align="left")
    _open(sheet, at + 2, totals.pieces, num_format="0", align="right", indent=1)
    _open(sheet, at + 3, totals.marketing)
    _open(sheet, at + 4, totals.sales)
    done = _with(model, "deliverable")
    _offer(sheet, at, totals.what, [one.label for one in done])
    for place, cells in ((3, totals.marketing), (4, totals.sales)):
        _offer(sheet, at + place, cells, [totals.yes])
    names = {one.label: one.what or one.name for one in done}
    _beside(sheet, at + 5, [names.get(label, "") for label, _ in totals.done], len(totals.what.values))
    _beside(sheet, at + 6, [one.note for _, one in totals.done], len(totals.what.values))


def _beside(sheet: Sheet, column: int, known: list[str], size: int) -> None:
    """A column for people's own words."""
    shape = sheet.book.styles.row(locked=False, font_color=palette.SECOND)
    for place, content in enumerate([*known, *[""] * (size - len(known))]):
        sheet.put(HEADER_ROW + 1 + place, column, content, shape)


def _write_settled(sheet: Sheet, model: Model) -> None:
    styles, settled, at = sheet.book.styles, model.settled, SETTLED_COLUMN
    _headers(sheet, at, (N_("Promise and lead"), N_("Counts as"), N_("Why")))
    sheet.put_range(HEADER_ROW + 1, at, settled.keys, styles.row())
    sheet.put_range(HEADER_ROW + 1, at + 1, settled.states, styles.row(align="left", num_format=_states(sheet)))
    for row, (_, one) in enumerate(settled.rows, HEADER_ROW + 1):
        said = f"{one.note} ({one.marketing}, {one.sales})"
        sheet.put(row, at + 2, said, styles.row(font_color=palette.SECOND))


def _states(sheet: Sheet) -> str:
    text = sheet.book.text
    met, late = text(palette.STATE["met"].word), text(palette.STATE["late"].word)
    return f'[=1]"{met}";[=2]"{late}";0'


def _with(model: Model, kind: str) -> list[Commitment]:
    return [one for one in model.subject.commitments if one.kind == kind]
