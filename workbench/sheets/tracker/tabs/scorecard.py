"""The scorecard: every commitment in every period. The first columns and their order are promised to other programs.

Must not know how a line is judged.
"""

from __future__ import annotations

from typing import Any

from workbench.agreement.commitment import Commitment
from workbench.base.language import N_
from workbench.sheets.tracker.look import palette
from workbench.sheets.tracker.look.book import Sheet
from workbench.sheets.tracker.look.numbers import number_format
from workbench.sheets.tracker.look.styles import Styles
from workbench.sheets.tracker.model import Model, score_name
from workbench.sheets.tracker.scoring.line import CELLS, FIRST_COLUMN, HEADERS, Cell, Line

TABLE = "Scorecard"
HEADER_ROW = 5
PROMISES_ROW = 5
"""Row above the first promise on the sheet of commitments, to which the labels lead."""
WIDTHS: dict[Cell, float] = {
    "label": 7, "id": 9, "sentence": 72, "by": 11, "period": 10, "target": 11, "value": 11, "status": 17, "note": 46,
}  # fmt: skip
IN_UNIT: tuple[Cell, ...] = (
    "target", "value", "pace", "forecast", "required", "lowest", "highest", "period_value",
)  # fmt: skip
Looks = dict[Cell, Any]
"""The format of each cell of a line."""
TEXTS: tuple[Cell, ...] = ("label", "id", "sentence", "by", "period", "status", "note")


def write_scorecard(sheet: Sheet, model: Model) -> None:
    """Write the table `Scorecard`."""
    text = sheet.book.text
    line = text(N_("Every promise in every period. The words and the order of the first columns never change."))
    sheet.head(text(N_("Scorecard")), line)
    sheet.widths([2, *(WIDTHS.get(name, 11) for name in CELLS)])
    sentences = {one.commitment.id: one.sentence for one in model.promises}
    rows = {one.commitment.id: PROMISES_ROW + one.number for one in model.promises}
    promises = text(N_("Commitments"))
    looks: dict[tuple[str, bool], Looks] = {}
    for place, one in enumerate(model.lines):
        ends = place + 1 == len(model.lines) or model.lines[place + 1].commitment is not one.commitment
        of, row = one.commitment.id, HEADER_ROW + 1 + place
        if (of, ends) not in looks:
            looks[of, ends] = _looks(sheet.book.styles, one.commitment, last=ends)
        _write_line(sheet, row, one, sentences[of], looks[of, ends])
        sheet.link(row, FIRST_COLUMN, one.commitment.label, (promises, rows[of], 1), looks[of, ends]["label"])
    last_row = HEADER_ROW + max(len(model.lines), 1)
    for name in CELLS:
        sheet.name_cells(score_name(name), HEADER_ROW + 1, FIRST_COLUMN + CELLS.index(name), last_row)
    _add_table(sheet, last_row)
    _colour(sheet, last_row)
    sheet.page.freeze_panes(HEADER_ROW + 1, FIRST_COLUMN + 1)
    sheet.page.set_column(FIRST_COLUMN + 1, FIRST_COLUMN + 1, 9, None, {"hidden": 1})
    sheet.page.protect("", {"autofilter": True, "format_columns": True, "format_rows": True})
    sheet.print_on(large=True, repeat=HEADER_ROW)


def _write_line(sheet: Sheet, row: int, line: Line, sentence: str, looks: Looks) -> None:
    one = line.commitment
    known: dict[Cell, str] = {"id": one.id, "sentence": sentence, "by": one.by, "period": line.period}
    for place, name in enumerate(CELLS[1:], 1):  # the label before them is a link
        sheet.put(row, FIRST_COLUMN + place, known.get(name) or line.cells.get(name), looks[name])


def _looks(styles: Styles, one: Commitment, *, last: bool) -> Looks:
    """What the cells of a commitment's lines look like, those of the last one apart."""
    border = {"bottom_color": palette.FAINT if last else palette.LINE}
    found: Looks = {}
    for name in CELLS[1:]:
        look: dict[str, Any] = {"font_color": palette.MUTED, "align": "right", **border}
        if name in TEXTS:
            look |= {"align": "left", "font_color": palette.SECOND}
        if name in {"by", "status", "note"}:
            look["indent"] = 1
        if name in {"status", "value"}:
            look |= {"bold": True, "font_color": palette.INK}
        if name == "by":
            look |= {"bold": True, "font_color": palette.TEAM[one.by].colour}
        if name in IN_UNIT:
            look |= {"num_format": number_format(one, part=name in {"pace", "forecast", "required"})}
        elif name in {"median", "p90"}:
            look |= {"num_format": "#,##0"}
        found[name] = styles.row(**look)
    found["label"] = styles.row(bold=True, font_color=palette.INK, **border)
    return found


def _add_table(sheet: Sheet, last_row: int) -> None:
    columns = [{"header": sheet.book.text(HEADERS[name])} for name in CELLS]
    header = sheet.book.styles.header
    style = {
        name: header(align="left" if name in TEXTS else "right", indent=int(name in {"by", "status", "note"}))
        for name in CELLS
    }
    for column, name in zip(columns, CELLS, strict=True):
        column["header_format"] = style[name]
    sheet.page.set_row(HEADER_ROW, 26)
    sheet.page.add_table(
        HEADER_ROW, FIRST_COLUMN, last_row, FIRST_COLUMN + len(CELLS) - 1,
        {"name": TABLE, "style": None, "columns": columns},
    )  # fmt: skip


def _colour(sheet: Sheet, last_row: int) -> None:
    column = FIRST_COLUMN + CELLS.index("status")
    for word, look in palette.STATUS.items():
        rule = {"type": "cell", "criteria": "==", "value": f'"{word}"'}
        shape = sheet.book.styles.rule(font_color=look.colour, bg_color=look.tint)
        sheet.page.conditional_format(HEADER_ROW + 1, column, last_row, column, {**rule, "format": shape})
