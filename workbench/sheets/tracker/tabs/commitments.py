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
from workbench.sheets.tracker.log_columns import FIRST_ROW
from workbench.sheets.tracker.look import palette
from workbench.sheets.tracker.look.book import Sheet
from workbench.sheets.tracker.look.numbers import number_format
from workbench.sheets.tracker.look.styles import SHARE, WHOLE
from workbench.sheets.tracker.model import Model, state_name
from workbench.sheets.tracker.promises import Promise
from workbench.sheets.tracker.scoring.line import FIRST_COLUMN
from workbench.sheets.tracker.tabs.scorecard import HEADER_ROW as SCORE_HEADER, PROMISES_ROW

HEADER_ROW = PROMISES_ROW
HEADERS = (
    N_("Label"), N_("By"), N_("Kind"), N_("The promise"), N_("Target"), N_("Up to"), N_("Tolerance"),
    N_("Minimum sample"), N_("Counted by"), N_("Every"), N_("Who answers"), N_("Measurable"), N_("Nobody has filled"),
    N_("Each lead"),
)  # fmt: skip
RIGHT = (4, 5, 6, 7)
NAMED = {"label": 1, "target": 5, "upper": 6, "tolerance": 7, "minimum": 8, "missing": 13}
"""Columns that formulas read, from 0 at the margin."""


def write_commitments(sheet: Sheet, model: Model) -> None:
    """Write one row for each commitment."""
    text, styles = sheet.book.text, sheet.book.styles
    number = model.subject.version
    line = text(N_("The promises of version {number}. The scorecard checks exactly these numbers."))
    sheet.head(text(N_("Commitments")), line.format(number=number))
    sheet.widths([2, 7, 12, 16, 66, 11, 9, 10, 10, 15, 9, 17, 12, 24, 9])
    sheet.page.set_row(HEADER_ROW, 26)
    for place, header in enumerate(HEADERS):
        sheet.put(HEADER_ROW, 1 + place, text(header), styles.header(align="right" if place in RIGHT else "left"))
    first = {line.commitment.id: number for number, line in reversed(list(enumerate(model.lines, 1)))}
    for row, promise in enumerate(model.promises, HEADER_ROW + 1):
        _write_promise(sheet, row, promise)
        score = text(N_("Scorecard")), SCORE_HEADER + first.get(promise.commitment.id, 1), FIRST_COLUMN
        sheet.link(row, 1, promise.commitment.label, score, styles.row(valign="top", bold=True))
        _link_leads(sheet, model, row, promise)
    last_row = HEADER_ROW + max(1, len(model.promises))
    for name, column in NAMED.items():
        sheet.name_cells(f"Promise_{name}", HEADER_ROW + 1, column, last_row)
    sheet.page.freeze_panes(HEADER_ROW + 1, 2)
    sheet.page.autofilter(HEADER_ROW, 1, last_row, len(HEADERS))
    sheet.page.protect("", {"autofilter": True, "format_columns": True, "format_rows": True})
    sheet.print_on(repeat=HEADER_ROW)


def _link_leads(sheet: Sheet, model: Model, row: int, promise: Promise) -> None:
    """Lead to the column of clocks that has the period and the state of each lead."""
    text, shape = sheet.book.text, sheet.book.styles.row(valign="top", font_color=palette.CHOICE)
    state = model.engine.ranges.get(state_name(promise.commitment.label))
    if state is None:
        sheet.put(row, len(HEADERS), None, shape)
        return
    sheet.link(row, len(HEADERS), text(N_("its leads")), (text(N_("Clocks")), FIRST_ROW - 2, state.place), shape)


def _write_promise(sheet: Sheet, row: int, promise: Promise) -> None:
    text, styles, one = sheet.book.text, sheet.book.styles, promise.commitment
    look = palette.TEAM[one.by]
    number = {"align": "right", "num_format": number_format(one)}
    relative = one.kind in {"volume", "value"} or one.unit == "share"
    tolerance = number | {"num_format": f'{SHARE};;"–"' if relative else f'{WHOLE};;"–"'}
    quiet = {"font_color": palette.SECOND}
    cells: list[tuple[Any, dict[str, Any]]] = [
        (text(look.word), {"bold": True, "font_color": look.colour, "bg_color": look.tint}),
        (text(KIND_LABEL[one.kind]), quiet),
        (promise.sentence, {"text_wrap": True}),
        (_number(one.target), number | {"bold": True}),
        (_number(one.target_upper), number),
        (float(one.tolerance), tolerance | quiet),
        (one.minimum_sample if one.unit == "share" else None, number | {"num_format": WHOLE, "indent": 1}),
        (text(FIELD[one.anchor].label) if one.anchor in FIELD else one.anchor or "–", quiet | {"indent": 1}),
        (text(BARE[one.period]), quiet),
        (one.owner or "–", quiet | {"text_wrap": True}),
        (_measurable(sheet, promise), quiet),
        (promise.missing, {"font_color": palette.RED, "text_wrap": True}),
    ]
    for place, (content, shape) in enumerate(cells, 2):  # the label before them is a link
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
