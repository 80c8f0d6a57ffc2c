"""Whether the days that people list in a calendar reach as far as the data; after the last one none is closed by hand.

Weekly hours and public holidays are rules and go on; own days off and special days are lists, made for a year. Must not
know how a warning is shown.
"""

from __future__ import annotations

import datetime as dt

from workbench.base.language import N_
from workbench.tracking.calendar_spec import CalendarSpec
from workbench.tracking.note import Note
from workbench.tracking.review import Review

ENDS = N_(
    "The calendar “{name}” lists its own days off only until {year}, and the data goes on to {day}: every later one of "
    "them counts as a working day."
)


def listed_until(calendar: CalendarSpec) -> int | None:
    """The last year for which a calendar lists days of its own; nothing where it lists none."""
    days = [one.day for one in calendar.days_off] + [one.day for one in calendar.special_days]
    return max(days).year if days else None


def ended_calendars(review: Review) -> tuple[Note, ...]:
    """A warning for each calendar whose list ends in a year before the one the judged data ends in."""
    last = min(review.moment.day, review.in_force.last or dt.date.max)
    return tuple(
        Note(ENDS, (("name", one.name), ("year", str(year)), ("day", last.isoformat())))
        for one in review.calendars.values()
        if (year := listed_until(one)) is not None and year < last.year
    )
