"""The clock of a commitment as formulas: start, deadline, whether an event is in time or before the start.

A date without time counts from the beginning of its day, and its deadline moves to the end of the day it falls on; as
an event it is in time when its day is not after the deadline's. Must not know what events mean.
"""

from __future__ import annotations

from dataclasses import dataclass

from workbench.agreement.commitment import LeadClock
from workbench.sheets.tracker.cohorts import LATE, MET, OVERDUE, PENDING, UNKNOWN
from workbench.sheets.tracker.days import OpenTime
from workbench.sheets.tracker.engine import EngineColumn
from workbench.sheets.tracker.formula import Formula, Given
from workbench.sheets.tracker.functions import any_of, either, greatest, whole
from workbench.sheets.tracker.judging.ground import Ground


@dataclass(frozen=True, eq=False)
class Clock:
    """A clock that runs for each lead.

    Attributes:
        ground: What its formulas stand on.
        time: The open time it counts.
        start: Where it starts, in the calendar's zone.
        opened: Open seconds before each start.
        due: The last instant in time; 0 where there is no readable start.
    """

    ground: Ground
    time: OpenTime
    start: EngineColumn
    opened: EngineColumn
    due: EngineColumn

    def judge(self, event: EngineColumn, early: Given = UNKNOWN) -> Formula:
        """The state of each lead from one event.

        Args:
            event: Placed in the calendar's zone.
            early: The state that an event before the start means.
        """
        waiting = either(self.ground.moments.as_of.last > self.due, OVERDUE, PENDING)
        in_time = either(event <= self.due, MET, LATE)
        happened = either(self.before_start(event), early, in_time)
        known = either(event < 0, UNKNOWN, either(event.equals(0), waiting, happened))
        return either(self.due.equals(0), UNKNOWN, known)

    def before_start(self, event: EngineColumn) -> Formula:
        """Whether an event lies before the start; by day where it is a date without time."""
        start = whole(self.start)
        timed_or_ancient = any_of(event.equals(whole(event)), event < self.ground.tables.begins)
        day_over = either(timed_or_ancient, True, self.time.zone.day_end(event) < start)
        return either(event >= start, False, day_over)

    def seconds(self, event: EngineColumn, state: Formula) -> EngineColumn:
        """Working seconds to an event of leads that are met or late; -1 of others."""
        passed = self.ground.moments.open_before(event, self.time) - self.opened
        counted = either(state <= LATE, either(event > 0, greatest(0, passed), -1), -1)
        return self.ground.engine.column(f"{event.title}, working seconds from {self.start.title}", counted)


def started(clock: LeadClock, ground: Ground) -> Clock:
    """A commitment's clock, started for every lead."""
    assert clock.within is not None
    moments, tables = ground.moments, ground.tables
    time = tables.open_times[ground.calendar(clock)]
    start = moments.placed(clock.start, time.zone)
    opened = moments.open_before(start, time)
    within = clock.within
    if within.unit == "business_days":
        due = time.end_of_nth_day(start, within.amount)
    else:
        due = time.reached(opened + (within.seconds or 0))
    moved = either(start.equals(whole(start)), due, time.zone.day_end(due - 1))
    usable = any_of(start < tables.begins, start >= tables.ends)
    title = f"{start.title} + {within.amount} {within.unit.replace('_', ' ')}"
    return Clock(ground, time, start, opened, ground.engine.column(title, either(usable, 0, moved)))
