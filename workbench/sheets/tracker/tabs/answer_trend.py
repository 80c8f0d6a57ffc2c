"""The share of answers in time, month by month, for each promise of an answer, with a chart.

Every number is looked up on the scorecard. Must not know how anything is judged.
"""

from __future__ import annotations

from workbench.base.language import N_
from workbench.sheets.tracker.formula import lift
from workbench.sheets.tracker.functions import either
from workbench.sheets.tracker.look import palette
from workbench.sheets.tracker.look.book import Sheet
from workbench.sheets.tracker.look.charts import plain_chart
from workbench.sheets.tracker.look.styles import FONT, SHARE
from workbench.sheets.tracker.model import Model
from workbench.sheets.tracker.tabs.board.dashboard import months_at_a_glance
from workbench.sheets.tracker.tabs.board.rows import cell_at, promise_row
from workbench.sheets.tracker.tabs.board.shown import MONTH, shown_period

NAME, CHART = 1, 6
COLUMNS = (2, 3, 4)
"""Where the promises stand; more than these make no chart that can be read."""
COLOURS = (palette.TEAM["sales"].colour, palette.BAR["sales"], palette.SECOND)


def write_answer_trend(sheet: Sheet, model: Model, row: int) -> None:
    """Write the months below each other and the chart beside them."""
    text, styles = sheet.book.text, sheet.book.styles
    strip, shown = months_at_a_glance(model), shown_period(model)
    promised = [one for one in model.subject.commitments if one.kind == "response"][: len(COLUMNS)]
    found = [promise_row(one, model, shown, strip) for one in promised]
    sheet.put(row, NAME, text(N_("In time by month")), styles.header())
    for column, one in zip(COLUMNS, promised, strict=False):
        sheet.put(row, column, one.group or one.label, styles.header(align="right"))
    first = row + 1
    for place, month in enumerate(strip):
        sheet.put(first + place, NAME, model.axes[MONTH].rows[month].window.period.text, styles.row())
        for column, told_row in zip(COLUMNS, found, strict=False):
            line = told_row.months[place]
            status, value = (cell_at(model, name, lift(line or 0)) for name in ("status", "value"))
            told = either(status.equals("too_little_data"), "", value)
            sheet.put(first + place, column, told, styles.row(align="right", num_format=SHARE))
    last = first + len(strip) - 1
    chart = plain_chart(sheet.book, "column", text(N_("Answers in time, month by month")))
    for column, one, colour in zip(COLUMNS, promised, COLOURS, strict=False):
        chart.add_series({
            "name": one.group or one.label, "categories": [sheet.name, first, NAME, last, NAME],
            "values": [sheet.name, first, column, last, column], "fill": {"color": colour}, "gap": 60, "overlap": 0,
        })  # fmt: skip
    words = {"name": FONT, "size": 8, "color": palette.MUTED}
    chart.set_y_axis({
        "min": 0, "max": 1, "num_format": "0%", "num_font": words, "line": {"none": True}, "major_tick_mark": "none",
        "major_gridlines": {"visible": True, "line": {"color": palette.GREY}},
    })  # fmt: skip
    chart.set_size({"width": 620, "height": 280})
    sheet.page.insert_chart(row, CHART, chart)
