"""How long answers took: leads by working time from the start of the clock, in time and late, with a chart.

Must not know promises or clocks.
"""

from __future__ import annotations

from workbench.base.language import N_
from workbench.sheets.tracker.cohorts import LATE, MET, OVERDUE
from workbench.sheets.tracker.look import palette
from workbench.sheets.tracker.look.book import Sheet
from workbench.sheets.tracker.look.charts import plain_chart
from workbench.sheets.tracker.look.styles import WHOLE
from workbench.sheets.tracker.model import Model
from workbench.sheets.tracker.tabs.tallies import Test, tally
from workbench.sheets.tracker.told import Told

MINUTE = 60
SPANS: tuple[tuple[str, int, int], ...] = (
    (N_("under 15 minutes"), 0, 15), (N_("15 to 30 minutes"), 15, 30), (N_("30 to 60 minutes"), 30, 60),
    (N_("1 to 2 hours"), 60, 120), (N_("2 to 4 hours"), 120, 240), (N_("4 to 8 hours"), 240, 480),
    (N_("8 to 16 hours"), 480, 960),
)  # fmt: skip
"""Each with its first minute and the first after it."""
LONGER = N_("16 hours and more")
NAME, IN_TIME, TOO_LATE, CHART = 1, 3, 4, 6


def write_answer_times(sheet: Sheet, model: Model, found: Told, row: int) -> int:
    """Write the spans below each other and the chart beside them; answers the row after both."""
    text, styles, engine = sheet.book.text, sheet.book.styles, model.engine
    seconds, state = engine.range("Answer_seconds", found.seconds), engine.range("Answer_state", found.state)
    sheet.put(row, NAME, text(N_("Working time to the answer")), styles.header())
    sheet.put(row, NAME + 1, None, styles.header())
    for column, header in ((IN_TIME, N_("In time")), (TOO_LATE, N_("Late"))):
        sheet.put(row, column, text(header), styles.header(align="right"))
    number = styles.row(align="right", num_format=f'{WHOLE};;"–"')
    spans = [(text(name), low * MINUTE, high * MINUTE) for name, low, high in SPANS]
    first = row + 1
    for at, (name, low, high) in enumerate([*spans, (text(LONGER), spans[-1][2], 0)], first):
        sheet.put(at, NAME, name, styles.row())
        sheet.put(at, NAME + 1, None, styles.row())
        inside: list[Test] = [(seconds, ">=", low), (seconds, "<", high)] if high else [(seconds, ">=", low)]
        for column, wanted in ((IN_TIME, MET), (TOO_LATE, LATE)):
            sheet.put(at, column, tally(*inside, (state, "=", wanted)), number)
    last = first + len(spans)
    sheet.put(last + 1, NAME, text(N_("not answered, deadline passed")), styles.row(font_color=palette.RED))
    sheet.row(last + 1, NAME + 1, [None, None], styles.row())
    overdue = styles.row(align="right", num_format=f'{WHOLE};;"–"', font_color=palette.RED)
    sheet.put(last + 1, TOO_LATE, tally((state, "=", OVERDUE)), overdue)
    chart = plain_chart(sheet.book, "column", text(N_("Answers by working time")), stacked=True)
    for title, column, colour in (
        (N_("In time"), IN_TIME, palette.TEAM["sales"].colour),
        (N_("Late"), TOO_LATE, palette.CHART["at_risk"]),
    ):
        chart.add_series({
            "name": text(title), "categories": [sheet.name, first, NAME, last, NAME],
            "values": [sheet.name, first, column, last, column], "fill": {"color": colour}, "gap": 40,
        })  # fmt: skip
    chart.set_size({"width": 620, "height": 250})
    sheet.page.insert_chart(row, CHART, chart)
    return max(last + 2, row + 13)
