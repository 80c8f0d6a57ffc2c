"""The sheet of commitments: what was promised, and the numbers that every line of the scorecard reads.

Must not know results.
"""

from __future__ import annotations

from typing import Any

from workbench.agreement.commitment import KIND_LABEL
from workbench.agreement.lead_fields import FIELD
from workbench.agreement.period_words import BARE
from workbench.base.language import N_
from workbench.sheets.tracker.formula import Formula, lift
from workbench.sheets.tracker.functions import either
from workbench.sheets.tracker.look import palette
from workbench.sheets.tracker.look.book import Sheet
from workbench.sheets.tracker.look.numbers import number_format
from workbench.sheets.tracker.look.styles import SHARE, WHOLE
from workbench.sheets.tracker.model import Model
from workbench.sheets.tracker.promises import Promise

HEADER_ROW = 5
HEADERS = (
    N_("Label"), N_("By"), N_("Kind"), N_("The promise"), N_("Target"), N_("Up to"), N_("Tolerance"),
    N_("Minimum sample"), N_("Counted by"), N_("Every"), N_("Who answers"), N_("Measurable"), N_("Nobody has filled"),
)  # fmt: skip
RIGHT = (4, 5, 6, 7)
LONG = (3, 10, 12)
NAMED = {"label": 1, "target": 5, "upper": 6, "tolerance": 7, "minimum": 8, "missing": 13}
"""Columns that formulas read, from 0 at the margin."""


def write_commitments(sheet: Sheet, model: Model) -> None:
    """Write one row for each commitment."""
    text, styles = sheet.book.text, sheet.book.styles
    number = model.subject.version
    line = text(N_("The promises of version {number}. The scorecard checks exactly these numbers."))
    sheet.head(text(N_("Commitments")), line.format(number=number))
    sheet.widths([2, 7, 12, 16, 66, 11, 9, 10, 10, 15, 9, 17, 12, 24])
    sheet.page.set_row(HEADER_ROW, 26)
    for place, header in enumerate(HEADERS):
        sheet.put(HEADER_ROW, 1 + place, text(header), styles.header(align="right" if place in RIGHT else "left"))
    for row, promise in enumerate(model.promises, HEADER_ROW + 1):
        _write_promise(sheet, row, promise)
    last_row = HEADER_ROW + max(1, len(model.promises))
    for name, column in NAMED.items():
        sheet.name_cells(f"Promise_{name}", HEADER_ROW + 1, column, last_row)
    sheet.page.freeze_panes(HEADER_ROW + 1, 2)
    sheet.page.protect("", {"format_columns": True, "format_rows": True})
    sheet.print_on(repeat=HEADER_ROW)


def _write_promise(sheet: Sheet, row: int, promise: Promise) -> None:
    text, styles, one = sheet.book.text, sheet.book.styles, promise.commitment
    look = palette.TEAM[one.by]
    number = {"align": "right", "num_format": number_format(one)}
    relative = one.kind in {"volume", "value"} or one.unit == "share"
    tolerance = number | {"num_format": f'{SHARE};;"–"' if relative else f'{WHOLE};;"–"'}
    cells: list[tuple[Any, dict[str, Any]]] = [
        (one.label, {"bold": True}),
        (text(look.word), {"bold": True, "font_color": look.colour, "bg_color": look.tint}),
        (text(KIND_LABEL[one.kind]), {"font_color": palette.SECOND}),
        (promise.sentence, {"text_wrap": True}),
        (_number(one.target), number | {"bold": True}),
        (_number(one.target_upper), number),
        (float(one.tolerance), tolerance | {"font_color": palette.SECOND}),
        (one.minimum_sample if one.unit == "share" else None, number | {"num_format": WHOLE}),
        (text(FIELD[one.anchor].label) if one.anchor in FIELD else one.anchor or "–", {"font_color": palette.SECOND}),
        (text(BARE[one.period]), {"font_color": palette.SECOND}),
        (one.owner or "–", {"font_color": palette.SECOND, "text_wrap": True}),
        (_measurable(sheet, promise), {"font_color": palette.SECOND}),
        (promise.missing, {"font_color": palette.RED, "text_wrap": True}),
    ]
    for place, (content, shape) in enumerate(cells, 1):
        sheet.put(row, place, content, styles.row(valign="top", **shape))
    lines = 1 + max(len(promise.sentence) // 72, len(one.owner) // 18, len(str(promise.missing.value)) // 26)
    sheet.page.set_row(row, 8 + 13 * lines)


def _measurable(sheet: Sheet, promise: Promise) -> Formula | str:
    text = sheet.book.text
    if promise.obstacle:
        return f"– {promise.obstacle}"
    if not promise.computed:
        return text(N_("by the program"))
    return either(promise.cell("missing").equals(""), lift(text(N_("✓ yes"))), lift(text(N_("– not yet"))))


def _number(value: Any) -> float | None:
    return None if value is None else float(value)
