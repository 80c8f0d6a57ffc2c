"""The two charts of the first sheet: the pace of the month shown, and the promises of each month by status.

Must not know promises.
"""

from __future__ import annotations

from workbench.base.language import N_
from workbench.sheets.column.cells import letters
from workbench.sheets.tracker.formula import Formula
from workbench.sheets.tracker.look import palette
from workbench.sheets.tracker.look.book import Sheet
from workbench.sheets.tracker.look.charts import plain_chart
from workbench.sheets.tracker.model import Model
from workbench.sheets.tracker.tabs.board.columns import CHART, COUNTED, LABEL, MONTHS, STATUS
from workbench.sheets.tracker.tabs.board.shown import ShownPeriod
from workbench.sheets.tracker.tabs.pace import pace_chart, paced
from workbench.tracking.result import Status

SERIES: tuple[Status, ...] = ("met", "on_track", "at_risk", "missed")
HEIGHT = 300


def write_charts(
    sheet: Sheet, model: Model, shown: ShownPeriod, strip: tuple[int, ...], rows: list[int], row: int
) -> None:
    """Write the charts at a row, and beside the page the counts they stand on."""
    if not rows:
        return
    text = sheet.book.text
    for place, month in enumerate(strip):
        label = shown.labels.values[month]
        sheet.put(HELP_ROW + 1 + place, CHART, text(MONTHS[int(label[5:7]) - 1])[:3])
        column = COUNTED + 1 + place
        for number, status in enumerate(SERIES, 1):
            sheet.put(HELP_ROW + 1 + place, CHART + number, _count(sheet, rows, column, palette.STATUS[status].sign))
    found = paced(model)
    if found:
        chart = pace_chart(sheet, text(N_("Leads against the agreed pace, month shown")))
        chart.set_size({"width": 600, "height": HEIGHT})
        sheet.page.insert_chart(row, LABEL, chart, {"x_offset": 0, "y_offset": 4})
    stack = plain_chart(sheet.book, "column", text(N_("Promises by month and status")), stacked=True)
    for number, status in enumerate(SERIES, 1):
        stack.add_series({
            "name": text(palette.STATUS[status].word).capitalize(),
            "categories": [sheet.name, HELP_ROW + 1, CHART, HELP_ROW + len(strip), CHART],
            "values": [sheet.name, HELP_ROW + 1, CHART + number, HELP_ROW + len(strip), CHART + number],
            "fill": {"color": palette.CHART[status]}, "gap": 60,
        })  # fmt: skip
    stack.show_hidden_data()
    stack.set_size({"width": 640, "height": HEIGHT})
    sheet.page.insert_chart(row, STATUS if found else LABEL, stack, {"x_offset": 20 if found else 0, "y_offset": 4})


HELP_ROW = 9


def _count(sheet: Sheet, rows: list[int], column: int, sign: str) -> Formula:
    cells = [sheet.page.table[row].get(column) for row in rows]
    value = sum(getattr(cell, "value", None) == sign for cell in cells)
    letter = letters(column)
    text = f'COUNTIF(${letter}${min(rows) + 1}:${letter}${max(rows) + 1},"{sign}")'
    return Formula(text, float(value))
