"""The lead log: the table people fill, with what is known already in it, and beside it what the clocks say of each row.

Must not know how leads are judged.
"""

from __future__ import annotations

from typing import Any

from workbench.agreement.commitment import Side
from workbench.base.language import N_
from workbench.sheets.column.cells import letters
from workbench.sheets.own_file import LEADS_TABLE
from workbench.sheets.tracker.formula import lift
from workbench.sheets.tracker.log_cells import UNREADABLE_WORD
from workbench.sheets.tracker.log_columns import FIRST_ROW, LogColumn
from workbench.sheets.tracker.look import palette
from workbench.sheets.tracker.look.book import Sheet
from workbench.sheets.tracker.look.styles import DAY_FORMAT, MOMENT_FORMAT, SHORT_DAY, SHORT_MOMENT
from workbench.sheets.tracker.model import Model
from workbench.sheets.tracker.tabs.board.cards import log_facts, log_room
from workbench.sheets.tracker.tabs.log_offers import offer
from workbench.sheets.tracker.tabs.log_place import FIRST_COLUMN, HEADER_ROW
from workbench.sheets.tracker.tabs.log_results import write_results
from workbench.tracking.lead_view import EXCLUDED

AS_OF_LINE = N_("As of")
"""Stands over the table before the as-of instant, where the import looks for it."""
SALES = (
    "owner", "team", "first_touch_at", "attempts", "last_attempt_at", "accepted_at", "rejected_at", "reject_reason",
    "sql_at", "opportunity_at", "won_at", "lost_at", "lost_reason", "amount", "pipeline", "status", "stage",
)  # fmt: skip
"""Columns sales fills; marketing fills the others."""
WIDTHS = {
    "lead_id": 11, "person": 19, "email": 38, "role": 20, "company": 23, "source": 17, "tier": 7, "owner": 16,
    "attempts": 9, "reject_reason": 20, "amount": 11, EXCLUDED: 20, "country": 8, "score": 8, "grade": 7,
}  # fmt: skip


def write_lead_log(sheet: Sheet, model: Model) -> None:
    """Write the table `Leads`, its drop-downs and its colours."""
    text, columns = sheet.book.text, list(model.columns.values())
    sheet.head(
        text(N_("Lead log")),
        text(N_("One row for each lead. Fill the white cells; a date can be typed with its time or without.")),
    )
    sheet.put(HEADER_ROW - 2, FIRST_COLUMN, text(AS_OF_LINE), sheet.book.styles.caption(font_size=8.5))
    is_day = model.as_of.used.value == int(model.as_of.used.value)
    shape = DAY_FORMAT if is_day else MOMENT_FORMAT
    when = sheet.book.styles.cell(num_format=shape, align="left", font_color=palette.CHOICE, bold=True)
    sheet.put(HEADER_ROW - 2, FIRST_COLUMN + 1, model.as_of.used, when)
    _say_room(sheet, model)
    rows = model.engine.rows
    last_row, last_column = HEADER_ROW + rows, FIRST_COLUMN + len(columns) - 1
    for place, column in enumerate(columns, FIRST_COLUMN):
        _write_column(sheet, place, column)
        sheet.name_cells(column.range.name, HEADER_ROW + 1, place, last_row)
    _add_table(sheet, columns, last_row, last_column)
    _say_who_fills(sheet, columns)
    _colour(sheet, columns, last_row, last_column)
    offer(sheet, model, last_row)
    results = write_results(sheet, model, last_column + 2)
    sheet.widths([2, *(WIDTHS.get(one.field, 16 if one.holds == "instant" else 15) for one in columns)])
    sheet.widths([1.5, *[15] * results], last_column + 1)
    sheet.page.freeze_panes(HEADER_ROW + 1, FIRST_COLUMN + 1)
    sheet.page.protect(
        "", {"autofilter": True, "sort": True, "format_columns": True, "format_rows": True, "format_cells": True}
    )
    sheet.print_on(wide=2, large=True, repeat=HEADER_ROW)
    sheet.page.repeat_columns(0, FIRST_COLUMN)


def _say_room(sheet: Sheet, model: Model) -> None:
    """How many of the prepared rows are used, and what to do when they run out: no program adds rows to them."""
    styles, place = sheet.book.styles, FIRST_COLUMN + 2
    advice, full = log_room(model, sheet.book.words)
    said = log_facts(model, sheet.book.words).joined(lift("   ")).joined(advice)
    sheet.put(HEADER_ROW - 2, place, said, styles.caption(font_size=8.5))
    warned = {"type": "formula", "criteria": f"={full.text}", "format": styles.rule(font_color=palette.RED)}
    sheet.page.conditional_format(HEADER_ROW - 2, place, HEADER_ROW - 2, place, warned)


def _write_column(sheet: Sheet, place: int, column: LogColumn) -> None:
    styles = sheet.book.styles
    base: dict[str, Any] = {"bottom": 4, "bottom_color": palette.DOTS, "locked": False}
    if column.holds == "instant":
        base |= {"num_format": SHORT_MOMENT, "align": "left"}
    elif column.holds == "text":
        base |= {"num_format": "@"}
    elif column.field == "amount":
        base |= {"num_format": "#,##0.00", "align": "right", "indent": 1}
    else:
        base |= {"align": "right", "indent": 1}
    usual, day = styles.cell(**base), styles.cell(**base | {"num_format": SHORT_DAY})
    for row, cell in enumerate(column.range.values.tolist(), HEADER_ROW + 1):
        whole_day = column.holds == "instant" and isinstance(cell, float) and cell == int(cell)
        sheet.put(row, place, cell, day if whole_day else usual)


def side_of(field: str) -> Side:
    """The team that fills a column."""
    return "sales" if field in SALES or field.startswith("attempt_") else "marketing"


def _add_table(sheet: Sheet, columns: list[LogColumn], last_row: int, last_column: int) -> None:
    made: list[dict[str, Any]] = []
    for column in columns:
        colour = palette.SECOND if column.field == EXCLUDED else palette.TEAM[side_of(column.field)].colour
        look = {"bold": True, "font_color": palette.WHITE, "bg_color": colour, "text_wrap": True, "bottom": 0}
        made.append({"header": column.header, "header_format": sheet.book.styles.header(**look, valign="vcenter")})
    sheet.page.set_row(HEADER_ROW, 26)
    sheet.page.add_table(
        HEADER_ROW, FIRST_COLUMN, last_row, last_column, {"name": LEADS_TABLE, "style": None, "columns": made}
    )


def _say_who_fills(sheet: Sheet, columns: list[LogColumn]) -> None:
    words = {"marketing": N_("Marketing fills"), "sales": N_("Sales fills")}
    before = ""
    for place, column in enumerate(columns, FIRST_COLUMN):
        side = side_of(column.field) if column.field != EXCLUDED else ""
        if side and side != before:
            shape = sheet.book.styles.caption(font_color=palette.TEAM[side_of(column.field)].colour, font_size=8.5)
            sheet.put(HEADER_ROW - 1, place, sheet.book.text(words[side]), shape)
        before = side or before


def _colour(sheet: Sheet, columns: list[LogColumn], last_row: int, last_column: int) -> None:
    page, styles = sheet.page, sheet.book.styles
    whole = HEADER_ROW + 1, FIRST_COLUMN, last_row, last_column
    unreadable = styles.rule(font_color=palette.RED, bg_color=palette.RED_TINT)
    page.conditional_format(
        *whole, {"type": "cell", "criteria": "==", "value": f'"{UNREADABLE_WORD}"', "format": unreadable}
    )
    excluded = next((place for place, one in enumerate(columns, FIRST_COLUMN) if one.field == EXCLUDED), None)
    if excluded is not None:
        rule = f'=TRIM(${letters(excluded)}{FIRST_ROW})<>""'
        faint = styles.rule(font_color=palette.FAINT, italic=True)
        page.conditional_format(*whole, {"type": "formula", "criteria": rule, "format": faint})
