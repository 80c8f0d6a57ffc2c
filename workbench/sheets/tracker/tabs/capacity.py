"""The sheet of capacity: how many leads sales can work, and how full the promised and the real ones make it.

The assumptions are the agreement's. Source of the formula: semantics, section 1. Must not know how leads are judged.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from workbench.agreement.calculators.answer import NotMeasurable
from workbench.agreement.commitment import Commitment
from workbench.agreement.volume_plan import monthly_capacity
from workbench.base.language import N_
from workbench.sheets.column.cells import letters
from workbench.sheets.tracker.choices import choices_of
from workbench.sheets.tracker.formula import Formula, lift
from workbench.sheets.tracker.functions import either, greatest
from workbench.sheets.tracker.look import palette
from workbench.sheets.tracker.look.book import Sheet
from workbench.sheets.tracker.look.charts import plain_chart
from workbench.sheets.tracker.look.styles import SHARE, WHOLE
from workbench.sheets.tracker.model import Model
from workbench.sheets.tracker.ranges import Range
from workbench.sheets.tracker.tabs.board.dashboard import months_at_a_glance
from workbench.sheets.tracker.tabs.board.rows import cell_at
from workbench.sheets.tracker.tabs.board.shown import MONTH, shown_period
from workbench.sheets.tracker.tabs.counts import how_many, text_column

TOP = 5
NAME, FIRST = 1, 2
HANDED_OVER = "handed_over_at"
FULL, NEARLY = 1, Decimal("0.85")
"""Above the first a load is red, from the second amber."""


def write_capacity(sheet: Sheet, model: Model) -> None:
    """Write the assumptions, the reps, the months, and the owners in the month shown."""
    text = sheet.book.text
    line = text(N_("How many leads sales can work in a month, and how full the promised and the real ones make it."))
    sheet.head(text(N_("Capacity")), line)
    sheet.widths([2, 32, *[12] * 8])
    sheet.page.protect("", {"format_columns": True})
    sheet.print_on(tall=1)
    capacity = monthly_capacity(model.subject.agreement)
    if isinstance(capacity, NotMeasurable):
        missing = text(N_("Capacity cannot be worked out; the agreement does not say: {missing}."))
        quiet = sheet.book.styles.cell(font_color=palette.SECOND)
        sheet.put(TOP, NAME, missing.format(missing=text(capacity.missing)), quiet)
        _write_owners(sheet, model, TOP + 2, None)
        return
    row, per_rep = _write_assumptions(sheet, model, TOP)
    row, team = _write_reps(sheet, model, row, per_rep)
    row = _write_months(sheet, model, row, team)
    _write_owners(sheet, model, row, per_rep)


def _write_assumptions(sheet: Sheet, model: Model, row: int) -> tuple[int, Formula]:
    """What one rep's month is made of; answers the next free row and the cell of the leads one full rep can work."""
    text, styles, volumes = sheet.book.text, sheet.book.styles, model.subject.agreement.volumes
    sheet.put(row, NAME, text(N_("One full rep")), styles.header())
    sheet.put(row, FIRST, text(N_("Agreed")), styles.header(align="right"))
    known: tuple[tuple[str, Any, str], ...] = (
        (N_("Working days a month"), volumes.working_days, WHOLE),
        (N_("Hours a day"), volumes.hours_per_day, "0.0#"),
        (N_("Time for these leads"), volumes.time_for_leads, "0%"),
        (N_("Attempts per lead"), volumes.attempts_per_lead, "0.0#"),
        (N_("Minutes per attempt"), volumes.minutes_per_attempt, "0.0#"),
        (N_("Contact rate"), volumes.contact_rate or 0, "0%"),
        (N_("Minutes per conversation"), volumes.minutes_per_conversation or 0, "0.0#"),
    )
    cells = []
    for at, (name, value, shape) in enumerate(known, row + 1):
        sheet.put(at, NAME, text(name), styles.row(font_color=palette.SECOND))
        sheet.put(at, FIRST, float(value), styles.row(align="right", num_format=shape))
        cells.append(Formula(f"${letters(FIRST)}${at + 1}", float(value)))
    days, hours, part, attempts, minutes, reached, talk = cells
    at = row + 1 + len(known)
    per_rep = days * hours * 60 * part / (attempts * minutes + reached * talk)
    sheet.put(at, NAME, text(N_("Leads a month")), styles.row(bold=True))
    return at + 3, sheet.written(at, FIRST, per_rep, styles.row(align="right", num_format="#,##0.0", bold=True))


def _write_reps(sheet: Sheet, model: Model, row: int, per_rep: Formula) -> tuple[int, Formula]:
    """Each rep's part; answers the next free row and the cell of what all can work."""
    text, styles, volumes = sheet.book.text, sheet.book.styles, model.subject.agreement.volumes
    headers = (N_("Counts as"), N_("Days away"), N_("Days there"), N_("Hours"), N_("Most leads"))
    sheet.put(row, NAME, text(N_("Rep")), styles.header())
    for column, header in enumerate(headers, FIRST):
        sheet.put(row, column, text(header), styles.header(align="right"))
    first, number = row + 1, {"align": "right", "num_format": "#,##0.0"}
    days, daily = float(volumes.working_days or 1), volumes.hours_per_day or Decimal(0)
    time = daily * (volumes.time_for_leads or Decimal(0))
    most = 0.0
    for at, rep in enumerate(volumes.reps, first):
        counts = Decimal(1) if rep.fraction is None else rep.fraction
        sheet.put(at, NAME, rep.name, styles.row())
        sheet.put(at, FIRST, float(counts), styles.row(align="right", num_format="0.0##"))
        sheet.put(at, FIRST + 1, rep.leave_days or 0, styles.row(align="right", num_format='0;;"–"'))
        part = Formula(f"${letters(FIRST)}${at + 1}", float(counts))
        away = Formula(f"${letters(FIRST + 1)}${at + 1}", float(rep.leave_days or 0))
        there = sheet.written(at, FIRST + 2, greatest(0, lift(days) - away), styles.row(**number))
        sheet.put(at, FIRST + 3, there * part * lift(time), styles.row(**number))
        leads = sheet.written(at, FIRST + 4, per_rep * part * there / lift(days), styles.row(**number, bold=True))
        most += leads.value
    at, letter = first + len(volumes.reps), letters(FIRST + 4)
    sheet.put(at, NAME, text(N_("All reps")), styles.row(bold=True, bg_color=palette.CARD))
    sheet.row(at, FIRST, [None] * 4, styles.row(bg_color=palette.CARD))
    added = Formula(f"SUM(${letter}${first + 1}:${letter}${at})", most)
    team = sheet.written(at, FIRST + 4, added, styles.row(**number, bold=True, bg_color=palette.CARD))
    return at + 3, team


def _planned(model: Model) -> Commitment | None:
    """The first number of leads promised for every month."""
    return next((one for one in model.subject.commitments if one.kind == "volume" and one.period == "month"), None)


def _write_months(sheet: Sheet, model: Model, row: int, team: Formula) -> int:
    """Promised and handed-over leads of each month beside what can be worked; answers the next free row."""
    text, styles, promised = sheet.book.text, sheet.book.styles, _planned(model)
    planned = text(N_("Promised ({label})")).format(label=promised.label) if promised else text(N_("Promised"))
    headers = (planned, text(N_("Handed over")), text(N_("Can be worked")), text(N_("Promised load")), text(N_("Load")))
    sheet.page.set_row(row, 26)
    sheet.put(row, NAME, text(N_("Month")), styles.header())
    for column, header in enumerate(headers, FIRST):
        sheet.put(row, column, header, styles.header(align="right"))
    axis, first, handed = model.axes[MONTH], row + 1, _handed(model)
    lines = {line.period: number for number, line in enumerate(model.lines, 1) if line.commitment is promised}
    number, share = {"align": "right", "num_format": WHOLE}, {"align": "right", "num_format": SHARE}
    for at, place in enumerate(months_at_a_glance(model), first):
        period = axis.rows[place].window.period.text
        sheet.put(at, NAME, period, styles.row())
        target = cell_at(model, "target", lift(lines[period])) if period in lines else lift("")
        plan = sheet.written(at, FIRST, target, styles.row(**number, font_color=palette.SECOND))
        came = either(axis.cell("begun", place + 1), handed.count(lift(place + 1)), "")
        real = sheet.written(at, FIRST + 1, came, styles.row(**number, bold=True))
        most = sheet.written(at, FIRST + 2, team, styles.row(**number, font_color=palette.SECOND))
        for column, leads in ((FIRST + 3, plan), (FIRST + 4, real)):
            sheet.put(at, column, either(leads.equals(""), "", leads / most), styles.row(**share))
    last = first + len(months_at_a_glance(model)) - 1
    for column in (FIRST + 3, FIRST + 4):
        _colour_loads(sheet, first, column, last)
    _chart(sheet, first, last)
    return last + 3


def _handed(model: Model) -> Range:
    """The place of the month in which each lead was handed over, 0 for none and for leads that are excluded."""
    engine = model.engine
    place = model.cohorts.period(HANDED_OVER, model.axes[MONTH])
    counted = either(model.cohorts.excluded().equals(0), place, 0)
    return engine.range("Handed_month", engine.column("Handed over, counted month", counted))


def _colour_loads(sheet: Sheet, first: int, column: int, last: int) -> None:
    cell, styles = f"${letters(column)}{first + 1}", sheet.book.styles
    red = styles.rule(font_color=palette.RED, bg_color=palette.RED_TINT)
    amber = styles.rule(font_color=palette.AMBER, bg_color=palette.AMBER_TINT)
    area = first, column, last, column
    over = {"type": "formula", "criteria": f"=N({cell})>{FULL}", "format": red, "stop_if_true": True}
    sheet.page.conditional_format(*area, over)
    nearly = {"type": "formula", "criteria": f"=N({cell})>={NEARLY}", "format": amber}
    sheet.page.conditional_format(*area, nearly)


def _chart(sheet: Sheet, first: int, last: int) -> None:
    text, name = sheet.book.text, sheet.name
    chart = plain_chart(sheet.book, "column", text(N_("Leads a month against what can be worked")))
    months = [name, first, NAME, last, NAME]
    for title, column, colour in (
        (N_("Promised"), FIRST, palette.BAR["marketing"]),
        (N_("Handed over"), FIRST + 1, palette.TEAM["marketing"].colour),
    ):
        chart.add_series({
            "name": text(title), "categories": months, "values": [name, first, column, last, column],
            "fill": {"color": colour}, "gap": 50, "overlap": 0,
        })  # fmt: skip
    line = sheet.book.workbook.add_chart({"type": "line"})
    line.add_series({
        "name": text(N_("Can be worked")), "categories": months, "values": [name, first, FIRST + 2, last, FIRST + 2],
        "line": {"color": palette.TEAM["sales"].colour, "width": 1.75},
    })  # fmt: skip
    chart.combine(line)
    chart.set_size({"width": 620, "height": 380})
    sheet.page.insert_chart(TOP, FIRST + 6, chart)


def _write_owners(sheet: Sheet, model: Model, row: int, per_rep: Formula | None) -> None:
    """What each owner was handed over in the month shown on the Dashboard."""
    text, styles, owners = sheet.book.text, sheet.book.styles, choices_of(model).get("owner")
    if owners is None:
        return
    shown = shown_period(model)
    sheet.put(row, NAME, text(N_("Owner, month shown on the Dashboard")), styles.header())
    sheet.put(row, FIRST, text(N_("Handed over")), styles.header(align="right"))
    sheet.put(row, FIRST + 1, text(N_("Of a full rep")) if per_rep else None, styles.header(align="right"))
    owner, handed = text_column(model, "owner"), _handed(model)
    first = row + 1
    for at, one in enumerate(owners.values.tolist(), first):
        sheet.put(at, NAME, one, styles.row())
        count = how_many((owner, Formula(f"${letters(NAME)}{at + 1}", one)), (handed, shown.month))
        leads = sheet.written(at, FIRST, count, styles.row(align="right", num_format='#,##0;;"–"', bold=True))
        load = leads / per_rep if per_rep else None
        sheet.put(at, FIRST + 1, load, styles.row(align="right", num_format=SHARE))
    if per_rep:
        _colour_loads(sheet, first, FIRST + 1, first + len(owners.values) - 1)
