"""The sheet of quality: what sales accepted period by period, and why it sent leads back. Must not know clocks."""

from __future__ import annotations

from workbench.base.language import N_
from workbench.sheets.tracker.formula import lift
from workbench.sheets.tracker.look.book import Sheet
from workbench.sheets.tracker.look.styles import SHARE, WHOLE
from workbench.sheets.tracker.model import Model
from workbench.sheets.tracker.scoring.line import Cell
from workbench.sheets.tracker.tabs.board.rows import cell_at
from workbench.sheets.tracker.tabs.board.signs import colour_statuses, looked_up, status_texts
from workbench.sheets.tracker.tabs.reasons import write_reasons

TOP = 5
MONTHS: tuple[tuple[str, Cell, str], ...] = (
    (N_("Accepted"), "numerator", WHOLE),
    (N_("Decided"), "denominator", WHOLE),
    (N_("Still open"), "pending", WHOLE),
    (N_("Accepted share"), "value", SHARE),
    (N_("Agreed"), "target", SHARE),
)


def write_quality(sheet: Sheet, model: Model) -> None:
    """Write the months of the first quality promise, and the reasons."""
    text = sheet.book.text
    line = text(N_("What sales accepted, what it sent back, and why: since the agreement began."))
    sheet.head(text(N_("Quality")), line)
    sheet.widths([2, 30, 12, 12, 12, 14, 12, 18, 3, 11, 11, 11, 11, 11, 11])
    sheet.page.protect("", {"format_columns": True})
    sheet.print_on(tall=1)
    row = _months(sheet, model, TOP)
    write_reasons(sheet, model, row)


def _months(sheet: Sheet, model: Model, row: int) -> int:
    text, styles = sheet.book.text, sheet.book.styles
    lines = [number for number, line in enumerate(model.lines, 1) if line.commitment.kind == "quality"]
    if not lines:
        return row
    one = model.lines[lines[0] - 1].commitment
    lines = [number for number in lines if model.lines[number - 1].commitment is one]
    sheet.put(row, 1, text(N_("Promise {label}")).format(label=one.label), styles.header())
    for place, (header, _, _) in enumerate(MONTHS, 2):
        sheet.put(row, place, text(header), styles.header(align="right", indent=1))
    sheet.put(row, 2 + len(MONTHS), text(N_("Status")), styles.header(indent=1))
    first = row + 1
    for number in lines:
        row += 1
        sheet.put(row, 1, model.lines[number - 1].period, styles.row())
        for place, (_, name, shape) in enumerate(MONTHS, 2):
            look = styles.row(align="right", indent=1, num_format=shape, bold=name == "value")
            sheet.put(row, place, cell_at(model, name, lift(number)), look)
        word = looked_up(cell_at(model, "status", lift(number)), status_texts(sheet.book.words))
        sheet.put(row, 2 + len(MONTHS), word, styles.row(bold=True, indent=1))
    colour_statuses(sheet, first, 2 + len(MONTHS), row)
    return row + 3
