"""The sheet of the calendar: hours, days off and outages for people, and the periods with their standing.

Must not know leads or results.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from workbench.agreement.sections.follow_up import WEEKDAYS
from workbench.base.errors import NotFoundError
from workbench.base.language import N_
from workbench.sheets.tracker.axes import Axis, Part
from workbench.sheets.tracker.look import palette
from workbench.sheets.tracker.look.book import Sheet
from workbench.sheets.tracker.look.styles import DAY_FORMAT, MOMENT_FORMAT, SHORT_DAY
from workbench.sheets.tracker.model import Model
from workbench.tracking.calendar_spec import CalendarSpec
from workbench.tracking.public_holidays import public_holidays

TOP = 5
HOURS_COLUMN, DAYS_COLUMN, PERIOD_COLUMN = 1, 6, 10
PARTS: tuple[tuple[Part, str, str], ...] = (
    ("first", N_("In force from"), SHORT_DAY),
    ("after", N_("Until before"), SHORT_DAY),
    ("all_days", N_("Working days"), "0"),
    ("days", N_("In force"), "0"),
    ("elapsed", N_("Elapsed"), "0"),
    ("begun", N_("Begun"), "0"),
    ("closed", N_("Closed"), "0"),
)


def write_calendar(sheet: Sheet, model: Model) -> None:
    """Write the calendars and the periods."""
    text = sheet.book.text
    sheet.head(
        text(N_("Calendar")),
        text(N_("Hours and days off as agreed. Clocks only run in opening hours; times are local.")),
    )
    sheet.widths([2, 17, 14, 17, 30, 3, 14, 15, 26, 3, 12, 13, 13, 10, 10, 10, 8, 8])
    row = TOP
    specs = list(model.subject.review.calendars.values())
    for spec in specs:
        row = _write_hours(sheet, row, spec)
    _write_outages(sheet, row, model)
    row = TOP
    for spec in specs:
        row = _write_days(sheet, row, spec, _public(spec, model))
    row = TOP
    for axis in model.axes.values():
        row = _write_periods(sheet, row, axis)
    sheet.page.freeze_panes(TOP, 0)
    sheet.page.protect("", {"format_columns": True, "format_rows": True})
    sheet.print_on()


def _title(sheet: Sheet, row: int, column: int, title: str, headers: tuple[str, ...]) -> int:
    """A small table's title and headers; answers its first row."""
    text, styles = sheet.book.text, sheet.book.styles
    sheet.put(row, column, title, styles.cell(bold=True))
    for place, header in enumerate(headers):
        sheet.put(row + 1, column + place, text(header), styles.header())
    return row + 2


def _write_hours(sheet: Sheet, row: int, spec: CalendarSpec) -> int:
    text, styles = sheet.book.text, sheet.book.styles
    title = f"{spec.name or text(N_('Opening hours'))} · {spec.zone}"
    most = max([1, *(sum(one.weekday == day for one in spec.hours) for day in range(7))])
    at = _title(sheet, row, HOURS_COLUMN, title, (N_("Weekday"), N_("Open"), N_("And"), N_("And"))[: 1 + max(most, 3)])
    for day, option in enumerate(WEEKDAYS):
        spans = [_span(one.opens, one.closes) for one in spec.hours if one.weekday == day]
        shown = [*spans[:2], ", ".join(spans[2:])] if spans else ["–"]
        sheet.row(at, HOURS_COLUMN, [text(option.label)], styles.row())
        sheet.row(at, HOURS_COLUMN + 1, [*shown, "", ""][:3], styles.row(font_color=palette.SECOND))
        at += 1
    return at + 1


def _span(opens: dt.time, closes: dt.time) -> str:
    return f"{opens:%H:%M}–{closes:%H:%M}" if closes != dt.time() else f"{opens:%H:%M}–24:00"


def _write_outages(sheet: Sheet, row: int, model: Model) -> None:
    outages = [one for one in model.subject.agreement.follow_up.outages if one.starts and one.ends]
    if not outages:
        return
    text, styles = sheet.book.text, sheet.book.styles
    title = text(N_("Outages that stop the clocks"))
    at = _title(sheet, row, HOURS_COLUMN, title, (N_("From"), "", N_("To"), N_("Why")))
    for one in outages:
        for place, wall in ((0, one.starts), (2, one.ends)):
            sheet.put(at, HOURS_COLUMN + place, wall, styles.row(num_format=MOMENT_FORMAT, align="left"))
        sheet.put(at, HOURS_COLUMN + 1, "", styles.row())
        sheet.put(at, HOURS_COLUMN + 3, one.reason, styles.row(font_color=palette.SECOND))
        at += 1


def _public(spec: CalendarSpec, model: Model) -> list[tuple[dt.date, str]]:
    """The public holidays of the periods listed; none where the calendar's country is not known."""
    first, last = model.plan.first, model.plan.last
    code = model.subject.words.code
    try:
        found = public_holidays(spec.country, spec.subdivision, first.year, last.year, code)
    except NotFoundError:
        return []
    special = {one.day for one in spec.special_days}
    return [(day, name) for day, name in found.items() if first <= day <= last and day not in special]


def _write_days(sheet: Sheet, row: int, spec: CalendarSpec, public: list[tuple[dt.date, str]]) -> int:
    text, styles = sheet.book.text, sheet.book.styles
    own = [(day, text(N_("closed")), name) for day, name in public]
    own += [(one.day, text(N_("closed")), one.name) for one in spec.days_off]
    for one in spec.special_days:
        span = _span(one.opens, one.closes) if one.opens is not None and one.closes is not None else text(N_("closed"))
        own.append((one.day, span, one.name))
    title = text(N_("Days off and special days"))
    if spec.country:
        title = f"{title} · {spec.country}{'-' + spec.subdivision if spec.subdivision else ''}"
    at = _title(sheet, row, DAYS_COLUMN, title, (N_("Day"), N_("Open"), N_("Why")))
    for day, hours, why in sorted(own):
        sheet.put(at, DAYS_COLUMN, day, styles.row(num_format=DAY_FORMAT, align="left"))
        sheet.row(at, DAYS_COLUMN + 1, [hours, why], styles.row(font_color=palette.SECOND))
        at += 1
    return at + 1


def _write_periods(sheet: Sheet, row: int, axis: Axis) -> int:
    styles = sheet.book.styles
    title = axis.name.replace("_", " ")
    at = _title(sheet, row, PERIOD_COLUMN, title, (N_("Period"), *(header for _, header, _ in PARTS)))
    for number, standing in enumerate(axis.rows):
        sheet.put(at + number, PERIOD_COLUMN, standing.window.period.text, styles.row(bold=True))
        for place, (part, _, shape) in enumerate(PARTS, 1):
            look: dict[str, Any] = {"num_format": shape, "font_color": palette.SECOND, "align": "right"}
            sheet.put(at + number, PERIOD_COLUMN + place, getattr(standing, part), styles.row(**look))
    last = at + len(axis.rows) - 1
    sheet.name_cells(f"{axis.name}_label", at, PERIOD_COLUMN, last)
    for place, (part, _, _) in enumerate(PARTS, 1):
        sheet.name_cells(f"{axis.name}_{part}", at, PERIOD_COLUMN + place, last)
    return last + 2
