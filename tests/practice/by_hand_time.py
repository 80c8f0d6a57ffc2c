"""Working time and periods by hand: opening intervals day by day, from the agreement's JSON. Nothing of the program.

The public holidays are written out here from the calendars of Saxony and England for 2026.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

from tests.practice.by_hand_file import Stamp

BERLIN = ZoneInfo("Europe/Berlin")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
PUBLIC_HOLIDAYS = {
    ("DE", "SN"): "01-01 04-03 04-06 05-01 05-14 05-25 10-03 10-31 11-18 12-25 12-26",
    ("GB", "ENG"): "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28",
}
FIRST, LAST = dt.date(2026, 1, 1), dt.date(2026, 12, 31)
Interval = tuple[dt.datetime, dt.datetime]


def instant(stamp: Stamp) -> dt.datetime:
    """The instant of a stamp; a date counts from the beginning of its day."""
    return stamp.wall.replace(tzinfo=BERLIN).astimezone(dt.UTC)


def day_end(moment: dt.datetime) -> dt.datetime:
    """The end of the day on which a moment falls, in the agreement's zone: its last microsecond."""
    return dt.datetime.combine(moment.astimezone(BERLIN).date(), dt.time.max, BERLIN).astimezone(dt.UTC)


@dataclass
class Desk:
    """A working calendar: its intervals in time, and the days that have any before outages are taken out."""

    zone: ZoneInfo
    intervals: list[Interval]
    closings: dict[dt.date, dt.datetime]

    def between(self, start: dt.datetime, end: dt.datetime) -> int:
        """Open seconds between two instants."""
        total = dt.timedelta()
        for opens, closes in self.intervals:
            total += max(min(closes, end) - max(opens, start), dt.timedelta())
        return int(total.total_seconds())

    def closing(self, start: Stamp, count: int) -> dt.datetime:
        """ "The last closing of the n-th working day after it"; "the start's own date is not counted"."""
        own = start.wall.date() if start.day_only else instant(start).astimezone(self.zone).date()
        return self.closings[[day for day in sorted(self.closings) if day > own][count - 1]]

    def working_days(self, first: dt.date, last: dt.date) -> list[dt.date]:
        """The working days from first to last."""
        return [day for day in sorted(self.closings) if first <= day <= last]


def add_working(desk: Desk, start: dt.datetime, seconds: int) -> dt.datetime:
    """ "The first instant at which that much open time has passed"."""
    left = dt.timedelta(seconds=seconds)
    for opens, closes in desk.intervals:
        begin = max(opens, start)
        if begin < closes:
            if closes - begin >= left:
                return begin + left
            left -= closes - begin
    raise AssertionError("the calendar of 2026 ends too early")


def desks_of(agreement: dict[str, Any]) -> dict[str, Desk]:
    """The agreement's calendars by key."""
    pauses = [
        tuple(
            dt.datetime.fromisoformat(row[end]).replace(tzinfo=BERLIN).astimezone(dt.UTC) for end in ("starts", "ends")
        )
        for row in agreement["follow_up"]["outages"]
    ]
    return {row["key"]: _desk(row, [(a, b) for a, b in pauses]) for row in agreement["follow_up"]["calendars"]}


def _desk(row: dict[str, Any], pauses: list[Interval]) -> Desk:
    zone = ZoneInfo(row.get("time_zone") or "Europe/Berlin")
    closed = {f"2026-{day}" for day in PUBLIC_HOLIDAYS[row["country"], row["subdivision"]].split()}
    closed |= {holiday["on"] for holiday in row["holidays"]}
    special = {day["on"]: (day["opens"], day["closes"]) for day in row["special_days"]}
    intervals: list[Interval] = []
    closings: dict[dt.date, dt.datetime] = {}
    day = FIRST
    while day <= LAST:
        hours = [
            (each["opens"], each["closes"]) for each in row["hours"] if WEEKDAYS[day.weekday()] in each["weekdays"]
        ]
        if day.isoformat() in special:  # "A special day beats a holiday"
            hours = [special[day.isoformat()]]
        elif day.isoformat() in closed:
            hours = []
        for opens, closes in sorted(hours):
            begin, end = (
                dt.datetime.combine(day, dt.time.fromisoformat(text), zone).astimezone(dt.UTC)
                for text in (opens, closes)
            )
            intervals += _without(begin, end, pauses)
            closings[day] = end
        day += dt.timedelta(days=1)
    return Desk(zone, intervals, closings)


def _without(begin: dt.datetime, end: dt.datetime, pauses: list[Interval]) -> list[Interval]:
    """ "Outage windows stop the clock like closed time"."""
    found = [(begin, end)]
    for starts, ends in pauses:
        found = [
            piece
            for opens, closes in found
            for piece in ((opens, min(closes, starts)), (max(opens, ends), closes))
            if piece[0] < piece[1]
        ]
    return found


@dataclass(frozen=True)
class Period:
    """A month, a quarter or a year."""

    text: str
    first: dt.date
    last: dt.date

    @classmethod
    def of(cls, day: dt.date, length: str) -> Period:
        """The period in which a day lies."""
        months = {"month": 1, "quarter": 3, "year": 12}[length]
        begin = (day.month - 1) // months * months + 1
        after = dt.date(day.year + (begin + months > 12), (begin + months - 1) % 12 + 1, 1)
        text = {"month": f"{day.year}-{begin:02}", "quarter": f"{day.year}-Q{begin // 3 + 1}", "year": f"{day.year}"}
        return cls(text[length], dt.date(day.year, begin, 1), after - dt.timedelta(days=1))


def periods(first: dt.date, last: dt.date, length: str) -> list[Period]:
    """The periods from the first day to the last."""
    found = [Period.of(first, length)]
    while found[-1].last < last:
        found.append(Period.of(found[-1].last + dt.timedelta(days=1), length))
    return found
