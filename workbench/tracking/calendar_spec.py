"""What a working calendar is, as data: zone, opening hours, days off, special days, outages.

Must not know how open time is counted (`calendar.py`) or where the agreement keeps these (`agreed.py`).
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True)
class Opening:
    """One opening interval of a weekday.

    Attributes:
        weekday: 0 is Monday, 6 is Sunday.
        opens: Wall time from which clocks run.
        closes: Wall time at which they stop; at or before `opens` it is the next day's, so 00:00 is the day's end.
    """

    weekday: int
    opens: dt.time
    closes: dt.time


@dataclass(frozen=True)
class DayOff:
    """A day closed by hand, such as a company holiday."""

    day: dt.date
    name: str = ""


@dataclass(frozen=True)
class SpecialDay:
    """A day with hours of its own, which beat holidays; several rows of a day are its intervals.

    Attributes:
        day: The day.
        opens: Wall time; nothing for a closed day.
        closes: Wall time, as in `Opening`.
        name: Why.
    """

    day: dt.date
    opens: dt.time | None = None
    closes: dt.time | None = None
    name: str = ""


@dataclass(frozen=True)
class Outage:
    """A window in which clocks stand still. The day stays a working day for pace lines and n-th business days.

    Attributes:
        starts: First second of it, since 1970 UTC.
        ends: First second after it.
        reason: Why.
    """

    starts: int
    ends: int
    reason: str = ""


@dataclass(frozen=True)
class CalendarSpec:
    """A working calendar.

    Attributes:
        name: What people call it; it stands in problems.
        zone: IANA name of its time zone.
        hours: Opening intervals of the week.
        country: ISO 3166 code of the country whose public holidays are days off; empty for none.
        subdivision: Its state or province, for holidays of its own; empty for none.
        days_off: Further days off.
        special_days: Days with hours of their own.
        outages: Windows that stop the clocks; overlapping ones count once.
    """

    name: str
    zone: str
    hours: tuple[Opening, ...] = ()
    country: str = ""
    subdivision: str = ""
    days_off: tuple[DayOff, ...] = ()
    special_days: tuple[SpecialDay, ...] = ()
    outages: tuple[Outage, ...] = ()
