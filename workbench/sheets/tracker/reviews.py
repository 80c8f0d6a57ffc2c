"""The days on which both teams review the agreement, as its meetings say. Must not know sheets."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from workbench.agreement.model import Agreement
from workbench.agreement.sections.governance import Meeting
from workbench.agreement.templates import add_months

STEPS = {"monthly": 1, "quarterly": 3, "yearly": 12}
DAYS = {"weekly": 7, "fortnightly": 14}


def review_days(agreement: Agreement, last: dt.date) -> list[tuple[dt.date, str]]:
    """Each day with the meeting's name, in order, up to a day.

    Monthly and rarer meetings are reviews; where there are none, the more frequent ones are; else the review date.
    """
    dated = [one for one in agreement.governance.meetings if one.first]
    chosen = [one for one in dated if one.cadence in STEPS] or dated
    found = sorted((day, one.name) for one in chosen for day in _days(one, last))
    single = agreement.teams.review_date
    return found or ([(single, "")] if single else [])


def _days(meeting: Meeting, last: dt.date) -> Iterator[dt.date]:
    day, number = meeting.first, 0
    assert day is not None
    while day <= last:
        yield day
        number += 1
        if meeting.cadence in STEPS:
            day = _months_on(meeting.first, number * STEPS[meeting.cadence])
        else:
            day += dt.timedelta(days=DAYS.get(meeting.cadence, 7))


def _months_on(first: dt.date | None, months: int) -> dt.date:
    """The same weekday of the month, such as the first Friday."""
    assert first is not None
    begin = add_months(first.replace(day=1), months)
    day = begin + dt.timedelta(days=(first.weekday() - begin.weekday()) % 7 + (first.day - 1) // 7 * 7)
    return day if day.month == begin.month else day - dt.timedelta(days=7)
