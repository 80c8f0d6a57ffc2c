"""The days and open times that every clock of a tracker reads, as ranges: made by the program, shown on the sheet Days.

Instants are in the workbook's seconds. The tables begin before every date of the data and end so late that the deadline
of a lead of the last period lies inside. Must not know leads or commitments.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from workbench.fields.value import Duration
from workbench.sheets.column.zones import changes
from workbench.sheets.tracker.formula import Formula
from workbench.sheets.tracker.functions import either, whole
from workbench.sheets.tracker.ranges import Range
from workbench.sheets.tracker.serial import DATE_ONLY, DAY, EPOCH, day_serial, workbook_seconds
from workbench.tracking.calendar import CalendarEndsError, WorkingCalendar
from workbench.tracking.calendar_spec import CalendarSpec
from workbench.tracking.leads import Ints
from workbench.tracking.review import Review, calendar_over
from workbench.tracking.zone_days import ZoneDays, zone_named

SHORTEST_REACH, LONGEST_REACH = 60, 4000
"""Days after the last period for which open time is listed."""


@dataclass(frozen=True, eq=False)
class ZoneTable:
    """The days of a time zone.

    Attributes:
        zone: IANA name.
        days: Its days.
        starts: First second of each day, and of the day after the last.
    """

    zone: str
    days: ZoneDays
    starts: Range

    def day_end(self, instant: Formula) -> Formula:
        """The last second of the day an instant lies in."""
        return self.starts.at(self.starts.last_at_most(instant) + 1) - 1


@dataclass(frozen=True, eq=False)
class OpenTime:
    """The open time of a working calendar.

    Attributes:
        name: What people call the calendar.
        calendar: As the checks count it.
        zone: The days of its zone.
        starts: First second of each open interval; the first entry stands for all time before.
        ends: First second after each.
        before: Open seconds before each.
        offsets: `before - start` of each: added to an instant inside, the open seconds until then.
        working: Working days before each day.
        closings: Last closing of each working day, in order.
    """

    name: str
    calendar: WorkingCalendar
    zone: ZoneTable
    starts: Range
    ends: Range
    before: Range
    offsets: Range
    working: Range
    closings: Range

    def open_before(self, instant: Formula) -> Formula:
        """Open seconds from the table's beginning to an instant."""
        at = self.starts.last_at_most(instant)
        second = whole(instant)
        end = self.ends.at(at)
        smaller = Formula(f"MIN({second.text},{end.text})", np.minimum(second.value, end.value))
        return self.offsets.at(at) + smaller

    def reached(self, open_seconds: Formula) -> Formula:
        """The first instant at which so many open seconds have passed; half a second less finds it at closings."""
        return open_seconds - self.offsets.at(self.before.last_at_most(open_seconds - 0.5))

    def end_of_nth_day(self, instant: Formula, n: int) -> Formula:
        """The last closing of the n-th working day after the day an instant lies in."""
        return self.closings.at(self.working.at(self.zone.starts.last_at_most(instant) + 1) + n)


@dataclass(frozen=True, eq=False)
class Tables:
    """Every table of time.

    Attributes:
        first: First day of the tables.
        last: Their last day.
        zone: The agreement's zone.
        zones: All zones, the agreement's first.
        open_times: Of every calendar that is used.
        pace: The calendar whose working days paces follow.
        wall_from: Wall seconds from which each offset of the agreement's zone holds.
        wall_offsets: Those offsets.
        changes: Instants from which they hold.
        begins: First second from which a clock can start.
        ends: First second from which none can: the end of the last period.
    """

    first: dt.date
    last: dt.date
    zone: ZoneTable
    zones: tuple[ZoneTable, ...]
    open_times: dict[CalendarSpec, OpenTime]
    pace: OpenTime
    wall_from: Range
    wall_offsets: Range
    changes: Range
    begins: int
    ends: int

    @cached_property
    def first_serial(self) -> int:
        """The first day as a cell holds it."""
        return day_serial(self.first)

    def instant(self, wall: Formula) -> Formula:
        """The instant of a wall time in the agreement's zone, both in seconds."""
        return wall - self.wall_offsets.at(self.wall_from.last_at_most(wall))

    def wall(self, instant: Formula) -> Formula:
        """An instant on the wall clock of the agreement's zone, as a cell holds it."""
        return (instant + self.wall_offsets.at(self.changes.last_at_most(instant))) / DAY

    def working_before(self, day: Formula) -> Formula:
        """Working days of the pace calendar before a day, given as a cell holds it."""
        return self.pace.working.at(day - (self.first_serial - 1))

    def placed(self, moment: Formula, zone: ZoneTable) -> Formula:
        """A moment whose date, where it is without time, is one in another zone."""
        if zone is self.zone:
            return moment
        day = zone.starts.at(self.zone.starts.last_at_most(moment))
        return either(moment.equals(whole(moment)), moment, day + DATE_ONLY)


def tables(
    review: Review, first: dt.date, last: dt.date, pace_spec: CalendarSpec, clocks: dict[CalendarSpec, list[Duration]]
) -> Tables:
    """The tables of a review.

    Args:
        review: The check.
        first: A day before all periods.
        last: Last day of the last period.
        pace_spec: The calendar whose working days paces follow; usable.
        clocks: The times to be counted, by usable calendar.
    """
    first = min(first - dt.timedelta(days=7), review.span[0])
    after = last + dt.timedelta(days=1)
    reach = max((_reach(spec, first, after, times) for spec, times in clocks.items()), default=SHORTEST_REACH)
    end = after + dt.timedelta(days=reach)
    zones: dict[str, ZoneTable] = {}
    for name in dict.fromkeys((review.zone, pace_spec.zone, *(spec.zone for spec in clocks))):
        days = ZoneDays(zone_named(name), first, end)
        title = "Day_start" if not zones else f"Day_start_{len(zones) + 1}"
        zones[name] = ZoneTable(name, days, Range(title, workbook_seconds(days.starts)))
    made: dict[CalendarSpec, OpenTime] = {}
    for spec in dict.fromkeys((pace_spec, *clocks)):
        made[spec] = _open_time(calendar_over(spec, first, end), zones[spec.zone], len(made) + 1)
    zone = zones[review.zone]
    from_walls, offsets, instants = _offsets(review.zone, end.year)
    return Tables(
        first=first,
        last=end,
        zone=zone,
        zones=tuple(zones.values()),
        open_times=made,
        pace=made[pace_spec],
        wall_from=Range("Zone_from", from_walls),
        wall_offsets=Range("Zone_offset", offsets),
        changes=Range("Zone_change", instants),
        begins=int(zone.starts.values[1]),
        ends=int(zone.starts.values[zone.days.number(after)]),
    )


def _reach(spec: CalendarSpec, first: dt.date, after: dt.date, clocks: list[Duration]) -> int:
    """Days after the last period until every clock that starts in it has run out."""
    reach = SHORTEST_REACH
    while reach < LONGEST_REACH:
        calendar = calendar_over(spec, first, after + dt.timedelta(days=reach))
        start = np.array([calendar.days.starts[calendar.days.number(after) + 1]], np.int64)
        try:
            for within in clocks:
                if within.unit == "business_days":
                    calendar.end_of_nth_business_day(start, within.amount)
                else:
                    calendar.deadline(start, within.seconds or 0)
        except CalendarEndsError:
            reach *= 2
            continue
        break
    return reach + 3


def _open_time(calendar: WorkingCalendar, zone: ZoneTable, number: int) -> OpenTime:
    """A calendar's ranges. The first interval is one of no length at second 0, before everything."""
    starts = workbook_seconds(calendar.starts)
    ends = starts + calendar.lengths
    before = calendar.before.astype(np.float64)
    starts[0] = ends[0] = 0
    return OpenTime(
        name=calendar.spec.name,
        calendar=calendar,
        zone=zone,
        starts=Range(f"Open_start_{number}", starts),
        ends=Range(f"Open_end_{number}", ends),
        before=Range(f"Open_before_{number}", before),
        offsets=Range(f"Open_offset_{number}", before - starts),
        working=Range(f"Working_days_{number}", calendar.working.astype(np.float64)),
        closings=Range(f"Closing_{number}", workbook_seconds(_closings(calendar))),
    )


def _closings(calendar: WorkingCalendar) -> Ints:
    return calendar.closings if len(calendar.closings) else np.zeros(1, np.int64)


def _offsets(zone: str, last_year: int) -> tuple[Ints, Ints, Ints]:
    """Wall seconds, offsets and instants from the year 2000 on; the first entry holds for all time before."""
    found = changes(zone, 30, last_year - 1970 + 1)
    walls, instants = (np.concatenate([[0.0], one.astype(np.float64) + EPOCH]) for one in (found.walls, found.instants))
    return walls, found.offsets.astype(np.float64), instants
