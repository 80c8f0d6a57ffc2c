"""The sheet of clocks: one row for each row of the lead log, one idea a column. Must not know what columns mean."""

from __future__ import annotations

from workbench.base.language import N_
from workbench.sheets.tracker.engine import FIRST_COLUMN
from workbench.sheets.tracker.log_columns import FIRST_ROW
from workbench.sheets.tracker.look import palette
from workbench.sheets.tracker.look.book import Sheet
from workbench.sheets.tracker.look.page import AlikeColumn
from workbench.sheets.tracker.model import Model

HEADER_ROW = FIRST_ROW - 2


def write_clocks(sheet: Sheet, model: Model) -> None:
    """Write every column of the engine, and name those that other sheets read."""
    text, styles, engine = sheet.book.text, sheet.book.styles, model.engine
    sheet.head(
        text(N_("Clocks")),
        text(
            N_("What the scorecard counts, worked out from the lead log row by row. Nothing is to be filled in here.")
        ),
    )
    header = styles.header(font_size=8, font_color=palette.SECOND)
    sheet.page.set_row(HEADER_ROW, 46)
    for column in engine.columns:
        sheet.put(HEADER_ROW, column.place, column.title, header)
    plain = styles.cell(font_color=palette.SECOND, num_format="0")
    sheet.page.write_alike(
        FIRST_ROW - 1,
        [AlikeColumn(one.place, one.content.text, one.value.tolist(), plain) for one in engine.columns],
    )
    for name, column in engine.ranges.items():
        sheet.name_cells(name, FIRST_ROW - 1, column.place, FIRST_ROW - 2 + engine.rows)
    sheet.widths([2, *[13] * len(engine.columns)])
    sheet.page.freeze_panes(HEADER_ROW + 1, FIRST_COLUMN + 1)
    sheet.print_on(large=True, repeat=HEADER_ROW)
