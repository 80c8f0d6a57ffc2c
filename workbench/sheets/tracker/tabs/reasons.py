"""Why sales sent leads back: the agreed reasons, the most frequent first, with the share they add up to, and a chart.

Must not know promises or clocks.
"""

from __future__ import annotations

import numpy as np

from workbench.base.language import N_
from workbench.sheets.tracker.choices import choices_of
from workbench.sheets.tracker.formula import Formula, lift
from workbench.sheets.tracker.functions import either, first_letters, greatest
from workbench.sheets.tracker.look import palette
from workbench.sheets.tracker.look.book import Sheet
from workbench.sheets.tracker.look.charts import plain_chart
from workbench.sheets.tracker.look.styles import FONT, SHARE, WHOLE
from workbench.sheets.tracker.model import Model
from workbench.sheets.tracker.moments import Moments
from workbench.sheets.tracker.ranges import Range
from workbench.sheets.tracker.tabs.counts import how_many, text_column, whole_sum

NAME, LEADS, PART, RUNNING = 1, 2, 3, 4
COUNT, ORDER, SHORT = 16, 17, 18
"""Hidden columns: how many leads each reason of the list has, what the reasons are ordered by, and what the chart calls
them."""
LONGEST = 28
"""Letters of a reason in the chart, and in one line of its cell."""
_APART = 1e-6
"""For each place in the list: of equal reasons the first one listed stays first."""


def write_reasons(sheet: Sheet, model: Model, row: int) -> None:
    """Write the reasons at a row; nothing where none can be chosen."""
    text, styles, offered = sheet.book.text, sheet.book.styles, choices_of(model).get("reject_reason")
    if offered is None:
        return
    headers = (N_("Reject reason"), N_("Leads"), N_("Share"), N_("Running share"))
    for place, header in enumerate(headers):
        sheet.put(row, NAME + place, text(header), styles.header(align="right" if place else "left"))
    moments = Moments(model.engine, model.columns, model.tables, model.as_of, model.words)
    rejected = model.engine.column("Sent back", either(moments.at("rejected_at") > 0, 1, 0))
    sent, first = model.engine.range("Sent_back", rejected), row + 1
    counts, order = _counted(sheet, model, sent, offered, first)
    everything, running = whole_sum(sent), lift(0)
    number, share = styles.row(align="right", num_format=WHOLE, bold=True), {"align": "right", "num_format": SHARE}
    ranked = np.sort(order.values)[::-1]
    lines = max(-(-len(str(one)) // LONGEST) for one in offered.values.tolist())
    for rank in range(len(offered.values)):
        row = first + rank
        if lines > 1:  # which reason stands where changes with the leads, so all rows are as tall as the longest one
            sheet.page.set_row(row, 4 + 12 * lines)
        largest = Formula(f"LARGE({order.name},{rank + 1})", float(ranked[rank]))
        at = float(np.flatnonzero(order.values == largest.value)[0] + 1)
        found = Formula(f"MATCH({largest.text},{order.name},0)", at)
        reason = sheet.written(row, NAME, offered.at(found), styles.row(text_wrap=True))
        sheet.put(row, SHORT, first_letters(reason, LONGEST))
        cell = sheet.written(row, LEADS, counts.at(found), number)
        running = _shares(sheet, row, cell, (running, everything), share)
    row += 1
    sheet.put(row, NAME, text(N_("no listed reason")), styles.row(font_color=palette.SECOND))
    sheet.put(row, SHORT, text(N_("no listed reason")))
    rest = sheet.written(row, LEADS, greatest(0, everything - whole_sum(counts)), number)
    _shares(sheet, row, rest, (running, everything), share)
    sheet.put(row + 1, NAME, text(N_("Sent back in all")), styles.cell(font_color=palette.SECOND))
    sheet.put(row + 1, LEADS, everything, styles.cell(align="right", num_format=WHOLE, font_color=palette.SECOND))
    sheet.page.set_column(COUNT, SHORT, None, None, {"hidden": 1})
    _chart(sheet, first, row)


def _counted(sheet: Sheet, model: Model, sent: Range, offered: Range, first: int) -> tuple[Range, Range]:
    """Write, where nobody looks, how many leads each reason of the list has and what orders them."""
    listed = text_column(model, "reject_reason")
    counts, orders = [], []
    for place, reason in enumerate(offered.values.tolist()):
        wanted = Formula(f"INDEX({offered.name},{place + 1})", reason)
        count = sheet.written(first + place, COUNT, how_many((sent, lift(1)), (listed, wanted)))
        ordered = sheet.written(first + place, ORDER, count - _APART * place)
        counts.append(count.value)
        orders.append(ordered.value)
    last = first + len(counts) - 1
    sheet.name_cells("Reason_count", first, COUNT, last)
    sheet.name_cells("Reason_order", first, ORDER, last)
    return Range.of("Reason_count", counts), Range.of("Reason_order", orders)


def _shares(sheet: Sheet, row: int, cell: Formula, so_far: tuple[Formula, Formula], look: dict[str, str]) -> Formula:
    """Write a reason's share and what the shares add up to; answers the leads so far."""
    styles, (before, everything) = sheet.book.styles, so_far
    quiet = styles.row(**look, font_color=palette.SECOND)
    sheet.put(row, PART, either(everything.equals(0), "", cell / everything), quiet)
    added = before + cell
    sheet.put(row, RUNNING, either(everything.equals(0), "", added / everything), quiet)
    return added


def _chart(sheet: Sheet, first: int, last: int) -> None:
    text, name = sheet.book.text, sheet.name
    chart = plain_chart(sheet.book, "column", text(N_("Why leads were sent back")))
    words = {"name": FONT, "size": 8, "color": palette.MUTED}
    reasons = [name, first, SHORT, last, SHORT]
    chart.add_series({
        "name": text(N_("Leads sent back")), "categories": reasons, "values": [name, first, LEADS, last, LEADS],
        "gap": 40, "fill": {"color": palette.TEAM["sales"].colour}, "data_labels": {"value": True, "font": words},
    })  # fmt: skip
    line = sheet.book.workbook.add_chart({"type": "line"})
    line.add_series({
        "name": text(N_("Running share")), "categories": reasons, "values": [name, first, RUNNING, last, RUNNING],
        "y2_axis": True, "line": {"color": palette.FAINT, "width": 1.5},
        "marker": {"type": "circle", "size": 4, "fill": {"color": palette.FAINT}, "border": {"color": palette.FAINT}},
    })  # fmt: skip
    chart.combine(line)
    line.set_y2_axis({
        "min": 0, "max": 1, "num_format": "0%", "num_font": words, "line": {"none": True}, "major_tick_mark": "none",
        "major_gridlines": {"visible": False},
    })  # fmt: skip
    chart.show_hidden_data()
    chart.set_size({"width": 640, "height": 330})
    sheet.page.insert_chart(first - 1, RUNNING + 2, chart)
