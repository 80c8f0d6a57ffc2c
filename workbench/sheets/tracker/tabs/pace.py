"""The sheet of the pace: day by day what came against the agreed line, for the month shown.

One block below the other for every number of leads and every value promised for a month. Must not know how leads are
judged.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from workbench.agreement.commitment import COUNT_KINDS
from workbench.base.language import N_
from workbench.sheets.tracker.cohorts import MET, TENS
from workbench.sheets.tracker.formula import Formula, lift
from workbench.sheets.tracker.functions import either, greatest, least
from workbench.sheets.tracker.look import palette
from workbench.sheets.tracker.look.book import Sheet
from workbench.sheets.tracker.look.charts import plain_chart
from workbench.sheets.tracker.look.styles import WHOLE
from workbench.sheets.tracker.model import Model, state_name, worth_name
from workbench.sheets.tracker.moments import Moments
from workbench.sheets.tracker.promises import Promise
from workbench.sheets.tracker.ranges import Range
from workbench.sheets.tracker.tabs.board.rows import cell_at, promise_row, short_sentence
from workbench.sheets.tracker.tabs.board.shown import MONTH, ShownPeriod, shown_period
from workbench.sheets.tracker.tabs.tallies import Test, tally, total

DAYS = 31
TOP = 5
"""Row of the first block, from 0."""
HEADER = 5
"""Rows of a block above its headers: its promise, its cards, a gap."""
BLOCK = HEADER + 1 + DAYS + 2
DATE, WORKING, THAT_GOAL, GOAL, THAT_DAY, SO_FAR, GAP, LABEL = range(1, 9)
HEADERS = (
    N_("Date"), N_("Day"), N_("Goal that day"), N_("Goal to date"), N_("That day"), N_("To date"), N_("Gap"),
)  # fmt: skip


@dataclass(frozen=True, eq=False)
class Paced:
    """A promise whose pace is told, and what its days are counted in.

    Attributes:
        promise: The promise.
        codes: Period and state of each lead.
        moments: When each lead came.
        worth: What each lead counts for; nothing where leads are counted.
    """

    promise: Promise
    codes: Range
    moments: Range
    worth: Range | None


def paced(model: Model) -> tuple[Paced, ...]:
    """The numbers and values of leads promised for a month that formulas judge, numbers first, in document order."""
    found = []
    moments = Moments(model.engine, model.columns, model.tables, model.as_of, model.words)
    for kind in COUNT_KINDS:
        for promise in model.promises:
            one = promise.commitment
            if one.kind != kind or one.period != "month" or not promise.computed:
                continue
            came = model.engine.range(state_name(one.label).replace("State", "Came"), moments.at(one.anchor))
            codes = Range(state_name(one.label), model.engine.ranges[state_name(one.label)].value)
            worth = model.engine.ranges.get(worth_name(one.label))
            found.append(Paced(promise, codes, came, Range(worth_name(one.label), worth.value) if worth else None))
    return tuple(found)


def write_pace(sheet: Sheet, model: Model) -> None:
    """Write the days of the month shown for each promise, each with its chart."""
    text, found = sheet.book.text, paced(model)
    sheet.head(text(N_("Pace")), text(N_("Day by day against the agreed line, for the month shown on the Dashboard.")))
    sheet.widths([2, 17, 8, 12, 12, 11, 12, 14, 3, 11, 11, 11, 11, 11, 11])
    sheet.print_on(tall=int(len(found) <= 1))
    sheet.page.protect("", {"format_columns": True})
    if not found:
        none = text(N_("No number of leads a month is promised."))
        sheet.put(TOP, 1, none, sheet.book.styles.cell(font_color=palette.SECOND))
        return
    for number, one in enumerate(found):
        _write_block(sheet, model, one, TOP + number * BLOCK)
    sheet.page.set_h_pagebreaks([TOP + number * BLOCK for number in range(1, len(found))])
    sheet.page.freeze_panes(TOP, 0)


def pace_chart(sheet: Sheet, title: str, top: int = TOP, colour: str = palette.TEAM["marketing"].colour) -> Any:
    """Columns of what came so far and the agreed line, from the cells of the sheet of the pace.

    Args:
        sheet: Where it will stand.
        title: Of the chart.
        top: First row of the block it tells.
        colour: Of the columns.
    """
    text, name, first = sheet.book.text, sheet.book.text(N_("Pace")), top + HEADER + 1
    last = first + DAYS - 1
    chart = plain_chart(sheet.book, "column", title)
    days = [name, first, LABEL, last, LABEL]
    chart.add_series({
        "name": text(N_("To date")), "categories": days, "values": [name, first, SO_FAR, last, SO_FAR],
        "fill": {"color": colour}, "gap": 30,
    })  # fmt: skip
    line = sheet.book.workbook.add_chart({"type": "line"})
    line.add_series({
        "name": text(N_("Agreed pace")), "categories": days, "values": [name, first, GOAL, last, GOAL],
        "line": {"color": palette.INK, "width": 1.5, "dash_type": "dash"},
    })  # fmt: skip
    chart.combine(line)
    return chart


def _write_block(sheet: Sheet, model: Model, one: Paced, top: int) -> None:
    text, styles, shown = sheet.book.text, sheet.book.styles, shown_period(model)
    commitment, header = one.promise.commitment, top + HEADER
    place = promise_row(commitment, model, shown, ()).place
    title = f"{commitment.label} · {short_sentence(commitment, model)}"
    sheet.put(top, DATE, title, styles.cell(bold=True, font_color=palette.TEAM["marketing"].colour))
    _cards(sheet, model, one, place, top + 1)
    for column, name in enumerate(HEADERS, DATE):
        sheet.put(header, column, text(name), styles.header(align="left" if column == DATE else "right"))
    target = cell_at(model, "target", place)
    for day in range(DAYS):
        _write_day(sheet, model, one, shown, target, (header, day))
    _colour(sheet, header + 1)
    worth = one.worth is not None
    colour = palette.BAR["marketing"] if worth else palette.TEAM["marketing"].colour
    kind = text(N_("Lead value to date and agreed pace")) if worth else text(N_("Leads to date and agreed pace"))
    chart = pace_chart(sheet, f"{commitment.label} · {kind}", top, colour)
    chart.set_size({"width": 620, "height": 400})
    sheet.page.insert_chart(top + 1, LABEL + 1, chart)


def _colour(sheet: Sheet, first: int) -> None:
    """Grey where nobody works, indigo today, nothing after the month's last day; a sign beside each gap."""
    page, styles, area = sheet.page, sheet.book.styles, (first, DATE, first + DAYS - 1, GAP)
    here, row = {"type": "formula"}, first + 1
    none = styles.rule(font_color=palette.WHITE)
    page.conditional_format(*area, {**here, "criteria": f'=$B{row}=""', "format": none})
    today = styles.rule(font_color=palette.CHOICE, bg_color=palette.CHOICE_TINT)
    page.conditional_format(*area, {**here, "criteria": f'=AND($B{row}<>"",$B{row}=As_of_day)', "format": today})
    weekend = styles.rule(font_color=palette.FAINT)
    page.conditional_format(*area, {**here, "criteria": f'=$C{row}=""', "format": weekend})
    signs = [{"criteria": ">=", "type": "number", "value": 0.000001}, {"criteria": ">=", "type": "number", "value": 0}]
    page.conditional_format(
        first, GAP, first + DAYS - 1, GAP, {"type": "icon_set", "icon_style": "3_arrows", "icons": signs}
    )


def _cards(sheet: Sheet, model: Model, one: Paced, place: Formula, row: int) -> None:
    text, styles = sheet.book.text, sheet.book.styles
    goal = N_("in the month, at the frozen values") if one.worth else N_("leads in the month")
    cards = (
        (N_("GOAL"), cell_at(model, "target", place), goal, palette.INK, (1, 2)),
        (
            N_("SO FAR"),
            cell_at(model, "value", place),
            N_("as of the day set"),
            palette.TEAM["marketing"].colour,
            (3, 4),
        ),
        (N_("FORECAST"), cell_at(model, "forecast", place), N_("at the speed so far"), palette.INK, (5, 6)),
        (N_("NEEDED A DAY"), cell_at(model, "required", place), N_("to reach the goal"), palette.INK, (7, 7)),
    )
    for at, height in ((row, 18), (row + 1, 24), (row + 2, 18)):
        sheet.page.set_row(at, height)
    for caption, value, line, colour, (first, last) in cards:
        shape = "#,##0.0" if caption == "NEEDED A DAY" and not one.worth else WHOLE
        sheet.across(row, first, last, text(caption), styles.card(font_size=8, bold=True, font_color=palette.MUTED))
        big = styles.card(font_size=14, bold=True, font_color=colour, num_format=shape)
        sheet.across(row + 1, first, last, value, big)
        sheet.across(row + 2, first, last, text(line), styles.card(font_size=8.5, font_color=palette.SECOND))


def _write_day(
    sheet: Sheet, model: Model, one: Paced, shown: ShownPeriod, target: Formula, at: tuple[int, int]
) -> None:
    """Write a day of the month shown.

    Args:
        sheet: The sheet.
        model: The tracker.
        one: The promise.
        shown: The month.
        target: The promise's target in it.
        at: The row of the headers, and the number of the day from 0.
    """
    header, day = at
    styles, row, tables, months = sheet.book.styles, header + 1 + day, model.tables, model.axes[MONTH]
    first, after = (
        Range.of(f"{MONTH}_{part}", [getattr(row, part).value for row in months.rows]).at(shown.month)
        for part in ("first", "after")
    )
    date = sheet.written(
        row, DATE, either(first + day < after, first + day, ""), styles.row(num_format="ddd d mmm", align="left")
    )
    known = greatest(first, least(first + day, after - 1))
    passed = tables.working_before(known + 1) - tables.working_before(first)
    before = tables.working_before(known) - tables.working_before(first)
    days = tables.working_before(after) - tables.working_before(first)
    number = WHOLE if one.worth else "#,##0.0"
    plain, quiet = (
        styles.row(align="right", num_format=WHOLE),
        styles.row(align="right", num_format=number, font_color=palette.SECOND),
    )
    works = either(date.equals(""), "", either(passed > before, passed, ""))
    sheet.put(row, WORKING, works, plain)
    share = either(target.equals(""), "", target / greatest(days, 1))
    sheet.put(row, THAT_GOAL, either(passed > before, either(date.equals(""), "", share), ""), quiet)
    line = either(target.equals(""), "", target * passed / greatest(days, 1))
    goal = sheet.written(row, GOAL, line, quiet)
    told = either(date.equals(""), False, date <= model.as_of.day)
    starts = tables.zone.starts
    begin, place = tables.first_serial - 1, known - (tables.first_serial - 1)
    that_day = _came(one, shown.month, starts.at(place), starts.at(place + 1))
    until = _came(one, shown.month, starts.at(first - begin), starts.at(place + 1))
    sheet.put(row, THAT_DAY, either(told, that_day, ""), plain)
    so_far = sheet.written(row, SO_FAR, either(told, until, ""), styles.row(align="right", num_format=WHOLE, bold=True))
    signed = f"+{number};-{number};0"
    sheet.put(
        row, GAP, either(told, so_far - goal, ""),
        styles.row(align="right", num_format=signed, font_color=palette.SECOND),
    )  # fmt: skip
    label = either(date.equals(""), "", lift(day + 1))
    sheet.put(row, LABEL, label, styles.cell(font_color=palette.WHITE, num_format="0"))


def _came(one: Paced, month: Formula, start: Formula, end: Formula) -> Formula:
    """How many leads of a month count, or for how much, that came from one second to before another."""
    tests: tuple[Test, ...] = (one.codes, "=", month * TENS + MET), (one.moments, ">=", start), (one.moments, "<", end)
    return total(one.worth, *tests) if one.worth else tally(*tests)
