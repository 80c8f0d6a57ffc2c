"""The sheet of the pace: day by day how many leads came, against the agreed line, for the month shown.

Must not know how leads are judged.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from workbench.base.language import N_
from workbench.sheets.tracker.cohorts import MET, TENS
from workbench.sheets.tracker.formula import Formula, lift, numeric
from workbench.sheets.tracker.functions import either, greatest, least
from workbench.sheets.tracker.look import palette
from workbench.sheets.tracker.look.book import Sheet
from workbench.sheets.tracker.look.charts import plain_chart
from workbench.sheets.tracker.look.styles import WHOLE
from workbench.sheets.tracker.model import Model
from workbench.sheets.tracker.moments import Moments
from workbench.sheets.tracker.promises import Promise
from workbench.sheets.tracker.ranges import Range
from workbench.sheets.tracker.tabs.board.rows import cell_at, promise_row
from workbench.sheets.tracker.tabs.board.shown import MONTH, ShownPeriod, shown_period

DAYS = 31
TOP = 10
"""Row of the headers, from 0."""
DATE, WORKING, GOAL, THAT_DAY, SO_FAR, GAP, LABEL = range(1, 8)


@dataclass(frozen=True, eq=False)
class PaceColumns:
    """The promise whose pace is told, and what its days are counted in.

    Attributes:
        promise: The promise.
        codes: Period and state of each lead.
        moments: When each lead came.
    """

    promise: Promise
    codes: Range
    moments: Range


def paced(model: Model) -> PaceColumns | None:
    """The first monthly number of leads that formulas judge; nothing where none is promised."""
    for promise in model.promises:
        one = promise.commitment
        if one.kind == "volume" and one.period == "month" and promise.computed:
            label = one.label.replace("-", "_")
            codes = model.engine.ranges[f"State_{label}"]
            when = Moments(model.engine, model.columns, model.tables, model.as_of, model.words).at(one.anchor)
            return PaceColumns(promise, Range(f"State_{label}", codes.value), model.engine.range(f"Came_{label}", when))
    return None


def write_pace(sheet: Sheet, model: Model) -> None:
    """Write the days of the month shown, and their chart."""
    text, styles, found = sheet.book.text, sheet.book.styles, paced(model)
    sheet.head(
        text(N_("Pace")), text(N_("Leads day by day against the agreed line, for the month shown on the Dashboard."))
    )
    sheet.widths([2, 17, 9, 12, 10, 12, 15, 3, 11, 11, 11, 11, 11, 11])
    sheet.print_on(tall=1)
    sheet.page.protect("", {"format_columns": True})
    if found is None:
        sheet.put(5, 1, text(N_("No number of leads a month is promised.")), styles.cell(font_color=palette.SECOND))
        return
    shown = shown_period(model)
    place = promise_row(found.promise.commitment, model, shown, ()).place
    _cards(sheet, model, place)
    headers = (N_("Date"), N_("Day"), N_("Goal to date"), N_("That day"), N_("To date"), N_("Gap"))
    for column, header in enumerate(headers, DATE):
        sheet.put(TOP, column, text(header), styles.header(align="left" if column == DATE else "right"))
    target = cell_at(model, "target", place)
    for day in range(DAYS):
        _write_day(sheet, model, found, shown, target, day)
    last, here = TOP + DAYS, {"type": "formula"}
    weekend = styles.rule(font_color=palette.FAINT)
    today = styles.rule(font_color=palette.CHOICE, bg_color=palette.CHOICE_TINT)
    area = TOP + 1, DATE, last, GAP
    none = {**here, "criteria": f'=$B{TOP + 2}=""', "format": styles.rule(font_color=palette.WHITE)}
    sheet.page.conditional_format(*area, none)
    rule = f'=AND($B{TOP + 2}<>"",$B{TOP + 2}=As_of_day)'
    sheet.page.conditional_format(*area, {**here, "criteria": rule, "format": today})
    sheet.page.conditional_format(*area, {**here, "criteria": f'=$C{TOP + 2}=""', "format": weekend})
    sheet.page.freeze_panes(TOP + 1, 0)
    chart = pace_chart(sheet, text(N_("Leads against the agreed pace, month shown")))
    chart.set_size({"width": 620, "height": 400})
    sheet.page.insert_chart(5, LABEL + 1, chart)


def pace_chart(sheet: Sheet, title: str) -> Any:
    """Columns of what came so far and the agreed line, from the cells of the sheet of the pace."""
    text, name = sheet.book.text, sheet.book.text(N_("Pace"))
    chart = plain_chart(sheet.book, "column", title)
    days = [name, TOP + 1, LABEL, TOP + DAYS, LABEL]
    chart.add_series({
        "name": text(N_("To date")), "categories": days, "values": [name, TOP + 1, SO_FAR, TOP + DAYS, SO_FAR],
        "fill": {"color": palette.TEAM["marketing"].colour}, "gap": 30,
    })  # fmt: skip
    line = sheet.book.workbook.add_chart({"type": "line"})
    line.add_series({
        "name": text(N_("Agreed pace")), "categories": days, "values": [name, TOP + 1, GOAL, TOP + DAYS, GOAL],
        "line": {"color": palette.INK, "width": 1.5, "dash_type": "dash"},
    })  # fmt: skip
    chart.combine(line)
    return chart


def _cards(sheet: Sheet, model: Model, place: Formula) -> None:
    text, styles = sheet.book.text, sheet.book.styles
    cards = (
        (N_("GOAL"), cell_at(model, "target", place), N_("leads in the month"), palette.INK, 1),
        (N_("SO FAR"), cell_at(model, "value", place), N_("as of the day set"), palette.TEAM["marketing"].colour, 2),
        (N_("FORECAST"), cell_at(model, "forecast", place), N_("at the speed so far"), palette.INK, 4),
        (N_("NEEDED A DAY"), cell_at(model, "required", place), N_("to reach the goal"), palette.INK, 6),
    )
    for row, height in ((5, 18), (6, 24), (7, 18)):
        sheet.page.set_row(row, height)
    ends = {1: 1, 2: 3, 4: 5, 6: 6}
    for caption, value, line, colour, column in cards:
        shape = "#,##0.0" if caption == "NEEDED A DAY" else WHOLE
        sheet.across(
            5, column, ends[column], text(caption), styles.card(font_size=8, bold=True, font_color=palette.MUTED)
        )
        big = styles.card(font_size=14, bold=True, font_color=colour, num_format=shape)
        sheet.across(6, column, ends[column], value, big)
        sheet.across(7, column, ends[column], text(line), styles.card(font_size=8.5, font_color=palette.SECOND))


def _write_day(sheet: Sheet, model: Model, found: PaceColumns, shown: ShownPeriod, target: Formula, day: int) -> None:
    styles, row = sheet.book.styles, TOP + 1 + day
    months = model.axes[MONTH]
    first, after = (
        Range.of(f"{MONTH}_{part}", [getattr(one, part).value for one in months.rows]).at(shown.month)
        for part in ("first", "after")
    )
    date = sheet.written(
        row, DATE, either(first + day < after, first + day, ""), styles.row(num_format="ddd d mmm", align="left")
    )
    tables = model.tables
    known = greatest(first, least(first + day, after - 1))
    passed = tables.working_before(known + 1) - tables.working_before(first)
    before = tables.working_before(known) - tables.working_before(first)
    days = tables.working_before(after) - tables.working_before(first)
    plain = styles.row(align="right", num_format="0")
    works = either(date.equals(""), "", either(passed > before, passed, ""))
    sheet.put(row, WORKING, works, plain)
    line = either(target.equals(""), "", target * passed / greatest(days, 1))
    goal = sheet.written(row, GOAL, line, styles.row(align="right", num_format="#,##0.0", font_color=palette.SECOND))
    told = either(date.equals(""), False, date <= model.as_of.day)
    starts = tables.zone.starts
    number = known - (tables.first_serial - 1)
    that_day = _came(found, shown.month, starts.at(number), starts.at(number + 1))
    until = _came(found, shown.month, starts.at(first - (tables.first_serial - 1)), starts.at(number + 1))
    sheet.put(row, THAT_DAY, either(told, that_day, ""), plain)
    so_far = sheet.written(row, SO_FAR, either(told, until, ""), styles.row(align="right", num_format="0", bold=True))
    apart = either(told, so_far - goal, "")
    sheet.put(row, GAP, apart, styles.row(align="right", num_format="+#,##0.0;-#,##0.0;0", font_color=palette.SECOND))
    label = either(date.equals(""), "", lift(day + 1))
    sheet.put(row, LABEL, label, styles.cell(font_color=palette.WHITE, num_format="0"))


def _came(found: PaceColumns, month: Formula, start: Formula, end: Formula) -> Formula:
    """How many leads of a month count and came from one second to before another."""
    code, low, high = month * TENS + MET, numeric(start.value), numeric(end.value)
    moments = found.moments.values
    inside = (found.codes.values == code.value) & (moments >= low) & (moments < high)
    text = (
        f'COUNTIFS({found.codes.name},{code.text},{found.moments.name},">="&{start.text},'
        f'{found.moments.name},"<"&{end.text})'
    )
    return Formula(text, float(np.count_nonzero(inside)))
