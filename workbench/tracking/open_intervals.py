"""Turns a calendar's weekly hours, days off, special days and outages into absolute open intervals.

A wall time that the clocks skip means the instant of the jump; one that comes twice means its first coming. Must not
know leads.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from workbench.tracking.calendar_spec import CalendarSpec
from workbench.tracking.public_holidays import public_holidays
from workbench.tracking.zone_days import DAY, ZoneDays

Interval = tuple[int, int]
"""First second and first second after it, since 1970 UTC; or the same within one day."""


@dataclass(frozen=True)
class OpenIntervals:
    """The open time of a span of days.

    Attributes:
        intervals: Ascending, not touching, each at least a second long, outages taken out.
        closings: The last closing of each day, by day number, before outages; nothing on days that are closed.
    """

    intervals: list[Interval]
    closings: list[int | None]


def open_intervals(spec: CalendarSpec, days: ZoneDays) -> OpenIntervals:
    """The open intervals of a calendar over a table of days.

    Raises:
        NotFoundError: The calendar's country has no holidays on record.
    """
    opened: list[Interval] = []
    closings: list[int | None] = []
    for number, hours in enumerate(_hours_by_day(spec, days)):
        spans = [(_instant(days, number, opens), _instant(days, number, closes)) for opens, closes in hours]
        spans = [(start, end) for start, end in spans if end > start]
        opened += spans
        closings.append(max((end for _, end in spans), default=None))
    stopped = _united((outage.starts, outage.ends) for outage in spec.outages)
    return OpenIntervals(_without(_united(opened), stopped), closings)


def _hours_by_day(spec: CalendarSpec, days: ZoneDays) -> Iterable[Sequence[Interval]]:
    """Opening intervals of each day in wall seconds; the close may lie in the next day."""
    week: list[list[Interval]] = [[] for _ in range(7)]
    for opening in spec.hours:
        week[opening.weekday].append(_wall(opening.opens, opening.closes))
    special: dict[dt.date, list[Interval]] = {}
    for day in spec.special_days:
        hours = special.setdefault(day.day, [])
        if day.opens is not None and day.closes is not None:
            hours.append(_wall(day.opens, day.closes))
    closed = set(public_holidays(spec.country, spec.subdivision, days.first.year, days.last.year))
    closed.update(day.day for day in spec.days_off)
    for number in range(days.count):
        today = days.first + dt.timedelta(days=number)
        if today in special:
            yield special[today]
        else:
            yield () if today in closed else week[today.weekday()]


def _wall(opens: dt.time, closes: dt.time) -> Interval:
    start, end = (time.hour * 3600 + time.minute * 60 + time.second for time in (opens, closes))
    return start, end if end > start else end + DAY


def _instant(days: ZoneDays, number: int, seconds: int) -> int:
    """The instant of a wall time, given in seconds since the midnight that day `number` begins with."""
    start = int(days.starts[number])
    if number + 1 < len(days.starts) and seconds <= DAY == int(days.starts[number + 1]) - start:
        return start + seconds
    day = days.first + dt.timedelta(days=number)
    return wall_instant(dt.datetime(day.year, day.month, day.day) + dt.timedelta(seconds=seconds), days.zone)  # noqa: DTZ001  (a wall time, placed in its zone by the call)


def wall_instant(wall: dt.datetime, zone: ZoneInfo) -> int:
    """The instant a wall time means in a zone: its first coming, or the jump that skips it."""
    first = int(wall.replace(tzinfo=zone, fold=0).timestamp())
    second = int(wall.replace(tzinfo=zone, fold=1).timestamp())
    while second < first:  # skipped: the jump is the first instant whose wall time lies past it
        middle = (first + second) // 2
        if dt.datetime.fromtimestamp(middle, zone).replace(tzinfo=None) >= wall:
            first = middle
        else:
            second = middle + 1
    return first


def _united(spans: Iterable[Interval]) -> list[Interval]:
    """Spans in order, overlapping and touching ones joined, empty ones left out."""
    joined: list[Interval] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        elif end > start:
            joined.append((start, end))
    return joined


def _without(spans: list[Interval], holes: list[Interval]) -> list[Interval]:
    """Spans less holes; both in order and not overlapping."""
    left: list[Interval] = []
    for start, end in spans:
        at = start
        for hole_start, hole_end in holes:
            if hole_end <= at:
                continue
            if hole_start >= end:
                break
            if hole_start > at:
                left.append((at, hole_start))
            at = hole_end
        if at < end:
            left.append((at, end))
    return left
