"""Periods, moments and states in words, as a report says them. Must not know what is reported."""

from __future__ import annotations

import datetime as dt

from workbench.base.language import N_, Language
from workbench.fields.moments import show_day
from workbench.fields.value import Shown
from workbench.tracking.as_of import AsOf
from workbench.tracking.periods import Period
from workbench.tracking.result import Status
from workbench.tracking.zone_days import zone_named

STATE: dict[Status, str] = {
    "met": N_("Met"),
    "missed": N_("Missed"),
    "on_track": N_("On track"),
    "at_risk": N_("At risk"),
    "too_little_data": N_("Too little data"),
    "not_due": N_("Not due"),
    "not_measurable": N_("Not measurable"),
}
KICKER = {
    "week": N_("Weekly review"),
    "month": N_("Monthly review"),
    "quarter": N_("Quarterly review"),
    "year": N_("Yearly review"),
}


def period_words(period: Period, language: Language) -> str:
    """`March 2027`, `Q1 2027`, `Week 10, 2027`, `2027`."""
    from babel.dates import format_date  # noqa: PLC0415  (needs locale data)

    match period.length:
        case "month":
            return str(format_date(period.first, "MMMM y", locale=language.code))
        case "quarter":
            return f"Q{(period.first.month + 2) // 3} {period.first.year}"
        case "week":
            iso = period.first.isocalendar()
            return language.text(N_("Week {n}, {year}")).format(n=iso.week, year=iso.year)
        case _:
            return str(period.first.year)


def period_short(period: Period, language: Language) -> str:
    """`Mar`, `Q1`, `W10`, `2027`."""
    from babel.dates import format_date  # noqa: PLC0415  (needs locale data)

    match period.length:
        case "month":
            return str(format_date(period.first, "MMM", locale=language.code))
        case "quarter":
            return f"Q{(period.first.month + 2) // 3}"
        case "week":
            return language.text(N_("W{n}")).format(n=period.first.isocalendar().week)
        case _:
            return str(period.first.year)


def moment_words(as_of: dt.date | dt.datetime, zone: str, shown: Shown) -> str:
    """`2 April 2027, 18:00 Europe/Berlin`, or `end of 2 April 2027`."""
    if isinstance(as_of, dt.datetime):
        place = zone_named(zone)
        told = dt.datetime.fromtimestamp(AsOf.at(as_of, place).last, place)
        return f"{show_day(told.date(), shown)}, {told:%H:%M} {zone}"
    return shown.language.text(N_("end of {day}")).format(day=show_day(as_of, shown))
