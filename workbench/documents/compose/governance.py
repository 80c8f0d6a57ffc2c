"""Section 11 on paper: meetings on a strip of months, data, escalation, repair, change and end."""

from __future__ import annotations

import datetime as dt

from workbench.agreement.sections.governance import Meeting
from workbench.agreement.templates import add_months
from workbench.base.language import N_
from workbench.documents.blocks import Block, CalendarRow, CalendarStrip, Figure
from workbench.documents.compose.page import Col, Page

STEP_MONTHS = {"monthly": 1, "quarterly": 3, "yearly": 12}
MONTHS_SHOWN = 12


def governance(page: Page) -> tuple[Block, ...]:
    """How the agreement is kept alive."""
    page.grid(
        "meetings",
        [Col("name", "name"), Col("cadence"), Col("attendees"), Col("agenda"), Col("minutes", "figures")],
        full=True,
    )
    _strip(page)
    _data(page)
    page.prose("data_access")
    page.titled(page.label("report_parts"), page.text("report_parts") + "." if page.value("report_parts") else "")
    page.grid("escalation", [Col("name", "name"), Col("to"), Col("within", "figures")])
    page.facts("tie_breaker")
    page.grid("consequences", [Col("name", "name"), Col("action"), Col("team"), Col("trigger", "quiet")], full=True)
    page.prose("amendments")
    page.facts("change_notice", "trial")
    page.grid("check_ins", [Col("after", "figures"), Col("questions")])
    page.facts("at_end")
    page.prose("termination")
    page.bullets("shared_places")
    return page.rest()


def _data(page: Page) -> None:
    words = []
    if page.value("system_of_record"):
        words.append(page.say(N_("The truth about a lead is in: {system}."), system=page.text("system_of_record")))
    if page.value("import_every"):
        every = page.text("import_every")
        words.append(
            page.say(
                N_("Actuals are imported {every} by {owner}."),
                every=every[:1].lower() + every[1:],
                owner=page.text("import_owner") or "…",
            )
        )
    if page.value("stale_after"):
        words.append(page.say(N_("After {time} the scorecard says that they are old."), time=page.text("stale_after")))
    page.titled(page.say(N_("Data")), " ".join(words))


def _strip(page: Page) -> None:
    start = page.agreement.teams.effective_from
    if start is None:
        return
    begin = start.replace(day=1)
    end = add_months(begin, MONTHS_SHOWN)
    months = tuple(_month(page, add_months(begin, n)) for n in range(MONTHS_SHOWN))
    rows = []
    signs = ("dot", "diamond", "ring", "tick")
    for index, meeting in enumerate([one for one in page.section.meetings if one.cadence in STEP_MONTHS][:3]):
        days = _dates(meeting, begin, end)
        if days:
            rows.append(CalendarRow(meeting.name, signs[index], "both", tuple(_place(day, begin) for day in days)))  # type: ignore[arg-type]  # known signs
    reviews = [start + dt.timedelta(days=one.after) for one in page.section.check_ins if one.after]
    shown = tuple(_place(day, begin) for day in reviews if begin <= day < end)
    if shown:
        rows.append(CalendarRow(page.say(N_("Check-ins")), "ring", "quiet", shown))
    if rows:
        spoken = "; ".join(f"{row.name}: {len(row.at)}" for row in rows)
        page.add(
            Figure(
                CalendarStrip(months, tuple(rows)),
                page.say(N_("Dates in the first twelve months: {rows}."), rows=spoken),
                caption=page.say(N_("The first twelve months")),
                full=True,
                movable=True,
            )
        )


def _month(page: Page, day: dt.date) -> str:
    from babel.dates import format_date  # noqa: PLC0415  (needs locale data)

    return str(format_date(day, "LLL", locale=page.shown.language.code))


def _dates(meeting: Meeting, begin: dt.date, end: dt.date) -> list[dt.date]:
    if meeting.first is None:
        return []
    step = STEP_MONTHS[meeting.cadence]
    days = [add_months(meeting.first, n * step) for n in range(-(-MONTHS_SHOWN // step) + 1)]
    return [day for day in days if begin <= day < end]


def _place(day: dt.date, begin: dt.date) -> float:
    """A day in months from the strip's beginning."""
    months = (day.year - begin.year) * 12 + day.month - begin.month
    return months + (day.day - 1) / 31
