"""What an agreement says about time, in the form the checks take: zone, calendars, outages, days in force.

Must not know commitments or leads. A draft may be unfinished: what is not filled is left out, never guessed.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from workbench.agreement.model import Agreement
from workbench.agreement.sections.follow_up import WEEKDAYS, Calendar
from workbench.tracking.actuals import Actuals
from workbench.tracking.calendar_spec import CalendarSpec, DayOff, Opening, Outage, SpecialDay
from workbench.tracking.open_intervals import wall_instant
from workbench.tracking.periods import Period
from workbench.tracking.review import InForce, Review
from workbench.tracking.zone_days import zone_named

DEFAULT_ZONE = "UTC"
_NUMBER = {option.value: number for number, option in enumerate(WEEKDAYS)}


def agreed_zone(agreement: Agreement) -> str:
    """IANA name of the zone on whose wall clock days begin and end; UTC while none is agreed."""
    return agreement.teams.time_zone or DEFAULT_ZONE


def agreed_calendars(agreement: Agreement) -> dict[str, CalendarSpec]:
    """The working calendars by row key, in the agreement's order: the first is the one that counts by itself.

    Raises:
        NotFoundError: The agreement's time zone is not known.
    """
    outages = agreed_outages(agreement)
    return {
        calendar.key: CalendarSpec(
            name=calendar.name,
            zone=calendar.time_zone or agreed_zone(agreement),
            hours=tuple(_hours(calendar)),
            country=calendar.country,
            subdivision=calendar.subdivision,
            days_off=tuple(DayOff(row.on, row.name) for row in calendar.holidays if row.on),
            special_days=tuple(_special_days(calendar)),
            outages=outages,
        )
        for calendar in agreement.follow_up.calendars
    }


def agreed_outages(agreement: Agreement) -> tuple[Outage, ...]:
    """The planned outages, their wall times placed in the agreement's zone.

    Raises:
        NotFoundError: The agreement's time zone is not known.
    """
    zone = zone_named(agreed_zone(agreement))
    return tuple(
        Outage(wall_instant(row.starts, zone), wall_instant(row.ends, zone), row.reason)
        for row in agreement.follow_up.outages
        if row.starts and row.ends and row.starts < row.ends
    )


def agreed_days(agreement: Agreement) -> InForce:
    """The days on which the agreement says it is in force."""
    return InForce(agreement.teams.effective_from, agreement.teams.effective_until)


def agreed_review(
    agreement: Agreement,
    actuals: Actuals,
    as_of: dt.date | dt.datetime,
    *,
    in_force: InForce | None = None,
    asked: tuple[Period, ...] | None = None,
) -> Review:
    """A review on an agreement's own zone and calendars.

    Args:
        agreement: The version whose commitments are checked.
        actuals: What happened.
        as_of: The instant the check speaks for; a date means its end.
        in_force: Days judged; those of the agreement unless given, such as `InForce()` for a rehearsal on old data.
        asked: Periods to judge; see `Review`.

    Raises:
        NotFoundError: The agreement's time zone is not known.
    """
    return Review(
        actuals=actuals,
        as_of=as_of,
        zone=agreed_zone(agreement),
        calendars=agreed_calendars(agreement),
        in_force=agreed_days(agreement) if in_force is None else in_force,
        asked=asked,
    )


def _hours(calendar: Calendar) -> Iterator[Opening]:
    for row in calendar.hours:
        if row.opens is not None and row.closes is not None:
            for weekday in row.weekdays:
                yield Opening(_NUMBER[weekday], row.opens, row.closes)


def _special_days(calendar: Calendar) -> Iterator[SpecialDay]:
    for row in calendar.special_days:
        if row.on:
            yield SpecialDay(row.on, row.opens, row.closes, row.name)
