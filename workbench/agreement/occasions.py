"""The dates of an agreement: its meetings, check-ins, imports, its review, its first and last day.

One source for the year in the window, the calendar file and the tracker's reviews. Must not know how dates are shown.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from workbench.agreement.model import Agreement
from workbench.agreement.sections.governance import Meeting
from workbench.agreement.templates import add_months

Kind = Literal["meeting", "check_in", "import", "review", "begin", "end"]
MONTHS: Final = {"monthly": 1, "quarterly": 3, "yearly": 12}
DAYS: Final = {"weekly": 7, "fortnightly": 14}
WEEKDAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
MOST_DAYS: Final = 366 * 5
"""No series is followed longer than this, whatever the agreement's last day is."""


@dataclass(frozen=True, order=True)
class Occasion:
    """One date.

    Attributes:
        day: The day.
        kind: What it is.
        name: What people call it; empty where the kind says it all.
        path: Where it was agreed.
        series: How often it comes again: a cadence of meetings or imports; empty for a single day.
    """

    day: dt.date
    kind: Kind
    name: str
    path: str
    series: str = ""


def occasions(agreement: Agreement, first: dt.date, last: dt.date) -> tuple[Occasion, ...]:
    """Every date of an agreement from one day to another, in order. Daily imports are no dates."""
    last = min(last, first + dt.timedelta(days=MOST_DAYS))
    return tuple(sorted(one for one in _all(agreement, last) if first <= one.day <= last))


def begins(meeting: Meeting, agreement: Agreement) -> dt.date | None:
    """The first day of a meeting: as agreed, else its first weekday from the agreement's first day on."""
    if meeting.first is not None:
        return meeting.first
    start = agreement.teams.effective_from
    if start is None or meeting.cadence not in {*MONTHS, *DAYS}:
        return None
    wanted = WEEKDAYS.index(meeting.weekday) if meeting.weekday in WEEKDAYS else start.weekday()
    return start + dt.timedelta(days=(wanted - start.weekday()) % 7)


def repeated(first: dt.date, cadence: str, last: dt.date) -> Iterator[dt.date]:
    """The days of a series up to a day; one day alone where the cadence says nothing.

    Monthly and rarer ones keep the weekday of the month, such as the first Friday; a fifth one is the last where there
    is no fifth.
    """
    day, number = first, 0
    while day <= last:
        yield day
        number += 1
        if cadence in MONTHS:
            day = _months_on(first, number * MONTHS[cadence])
        elif cadence in DAYS:
            day = first + dt.timedelta(days=number * DAYS[cadence])
        else:
            return


def first_import(agreement: Agreement) -> dt.date | None:
    """The first day on which actuals are to be imported: the first Monday, for months the first working day after it.

    The 1st of a month is left out, because a month's export is complete only once the month is over.
    """
    start, cadence = agreement.teams.effective_from, agreement.governance.import_every
    if start is None:
        return None
    if cadence in DAYS:
        return start + dt.timedelta(days=(7 - start.weekday()) % 7 or 7)
    return _import_day(add_months(start.replace(day=1), 1)) if cadence == "monthly" else None


def import_days(agreement: Agreement, last: dt.date) -> Iterator[dt.date]:
    """The days on which actuals are to be imported, up to a day; none for daily imports."""
    first, cadence = first_import(agreement), agreement.governance.import_every
    if first is None:
        return
    if cadence in DAYS:
        yield from repeated(first, cadence, last)
        return
    month = first.replace(day=1)
    while (day := _import_day(month)) <= last:
        yield day
        month = add_months(month, 1)


def _all(agreement: Agreement, last: dt.date) -> Iterator[Occasion]:
    teams, governance = agreement.teams, agreement.governance
    until = min(last, teams.effective_until or last)
    for meeting in governance.meetings:
        begin = begins(meeting, agreement)
        if begin is not None:
            path = f"governance.meetings[{meeting.key}]"
            for day in repeated(begin, meeting.cadence, until):
                yield Occasion(day, "meeting", meeting.name, path, meeting.cadence)
    for day in import_days(agreement, last if teams.effective_until is None else until + dt.timedelta(days=35)):
        yield Occasion(day, "import", "", "governance.import_every", governance.import_every)
    if teams.effective_from is not None:
        yield Occasion(teams.effective_from, "begin", "", "teams.effective_from")
        for one in governance.check_ins:
            if one.after is not None:
                day = teams.effective_from + dt.timedelta(days=one.after)
                yield Occasion(day, "check_in", str(one.after), f"governance.check_ins[{one.key}]")
    if teams.review_date is not None:
        yield Occasion(teams.review_date, "review", "", "teams.review_date")
    if teams.effective_until is not None:
        yield Occasion(teams.effective_until, "end", "", "teams.effective_until")


def _months_on(first: dt.date, months: int) -> dt.date:
    """The same weekday of a later month, such as the first Friday."""
    begin = add_months(first.replace(day=1), months)
    day = begin + dt.timedelta(days=(first.weekday() - begin.weekday()) % 7 + (first.day - 1) // 7 * 7)
    return day if day.month == begin.month else day - dt.timedelta(days=7)


def _import_day(month: dt.date) -> dt.date:
    """The first Monday to Friday from the 2nd of a month on."""
    day = month.replace(day=2)
    return day + dt.timedelta(days=(7 - day.weekday()) % 7 if day.weekday() > 4 else 0)
