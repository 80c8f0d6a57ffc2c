"""A slow second opinion on working time, minute by minute, in plain Python. Shares no code with the package.

A wall clock never runs backwards here: in the hour that comes twice the latest reading so far stands, so hours that
opened stay open and hours that closed stay closed; a skipped reading is passed at the jump.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

Hours = list[tuple[int, int]]
"""Opening and closing in minutes of the day; a closing at or before the opening is the next day's."""


@dataclass
class SlowCalendar:
    """Every open minute of a span, one by one.

    Attributes:
        zone: The time zone.
        week: Hours by weekday, Monday first.
        first: First day of the span.
        last: Last day of the span.
        closed: Days off.
        special: Hours of single days, which beat days off.
        outages: Pairs of seconds since 1970, whole minutes.
    """

    zone: ZoneInfo
    week: list[Hours]
    first: dt.date
    last: dt.date
    closed: set[dt.date] = field(default_factory=set)
    special: dict[dt.date, Hours] = field(default_factory=dict)
    outages: list[tuple[int, int]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.minutes: list[int] = []
        """First seconds of the open minutes."""
        closings: dict[dt.date, int] = {}
        now = int(dt.datetime.combine(self.first, dt.time(), self.zone).timestamp())
        end = int(dt.datetime.combine(self.last, dt.time(), self.zone).timestamp())
        today, latest = self.first, -1
        while now < end:
            wall = dt.datetime.fromtimestamp(now, self.zone)
            if wall.date() != today:
                today, latest = wall.date(), -1
            latest = max(latest, wall.hour * 60 + wall.minute)
            opened_on = [today] if any(self._runs(hours, latest) for hours in self.hours(today)) else []
            yesterday = today - dt.timedelta(days=1)
            if yesterday >= self.first and any(
                closes <= opens and latest < closes for opens, closes in self.hours(yesterday)
            ):
                opened_on.append(yesterday)
            for day in opened_on:
                closings[day] = now + 60
            if opened_on and not any(start <= now < stop for start, stop in self.outages):
                self.minutes.append(now)
            now += 60
        self.working_dates = sorted(closings)
        self.closings = closings

    def _runs(self, hours: tuple[int, int], minute: int) -> bool:
        opens, closes = hours
        return opens <= minute and (minute < closes or closes <= opens)

    def hours(self, day: dt.date) -> Hours:
        if day in self.special:
            return self.special[day]
        return [] if day in self.closed else self.week[day.weekday()]

    def date(self, instant: int) -> dt.date:
        return dt.datetime.fromtimestamp(instant, self.zone).date()

    def working(self, start: int, end: int) -> int:
        first, last = bisect_left(self.minutes, start), bisect_right(self.minutes, end - 60)
        if last <= first:  # no open minute lies whole between them
            near = self.minutes[max(first - 1, 0) : first + 1]
            return sum(max(0, min(end, minute + 60) - max(start, minute)) for minute in near)
        edges = [*self.minutes[first - 1 : first], *self.minutes[last : last + 1]]
        return (last - first) * 60 + sum(max(0, min(end, one + 60) - max(start, one)) for one in edges)

    def deadline(self, start: int, seconds: int) -> int:
        left = seconds
        for at in range(bisect_left(self.minutes, start - 59), len(self.minutes)):
            minute = self.minutes[at]
            begin = max(start, minute)
            if minute + 60 - begin >= left:
                return begin + left
            left -= minute + 60 - begin
        raise LookupError("the slow calendar ends too soon")

    def nth_day_end(self, start: int, n: int) -> int:
        at = bisect_right(self.working_dates, self.date(start)) + n - 1
        return self.closings[self.working_dates[at]]

    def count_days(self, first: dt.date, last: dt.date) -> int:
        return sum(1 for day in self.working_dates if first <= day <= last)
