"""The clock of a commitment over a cohort: starts, deadlines, and whether an event is in time.

A date-only start counts from the beginning of its day and its deadline moves to the end of the day it falls on; a
date-only event is in time when its day is not after the deadline's. A deadline at midnight belongs to the day it ends.
Must not know what the events mean.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from workbench.agreement.commitment import Commitment
from workbench.tracking.calendar import WorkingCalendar
from workbench.tracking.cohort import Codes8, Cohort
from workbench.tracking.lead_view import Moments
from workbench.tracking.leads import EMPTY, UNREADABLE, Bools, Ints
from workbench.tracking.review import Review
from workbench.tracking.why import Why


@dataclass(frozen=True, eq=False)
class Clock:
    """A clock that has been started for each lead of a cohort.

    Attributes:
        calendar: Whose open time it counts.
        start: Where it starts; the anchor stands in where there is no start.
        stopped: Why it does not run for a lead, 0 where it does.
        deadline: The last instant in time.
        open_at_start: Open seconds before each start.
    """

    calendar: WorkingCalendar
    start: Moments
    stopped: Codes8
    deadline: Ints
    open_at_start: Ints

    def in_time(self, event: Moments) -> Bools:
        """Which events lie on or before the deadline."""
        at_most = event.instants <= self.deadline
        return np.asarray(at_most & ((event.instants != self.deadline) | ~event.dates))

    def before_start(self, event: Moments) -> Bools:
        """Which events lie before the start; by day where either is a date."""
        latest = event.instants
        dates = np.flatnonzero(event.dates & event.happened)
        if dates.size:
            latest = latest.copy()
            latest[dates] = self.calendar.days.ends(latest[dates])
        return np.asarray(event.happened & (latest < self.start.instants))

    def judge(self, event: Moments, last: int, early: Why = Why.BEFORE_START) -> Codes8:
        """Why each lead counts as it does, from one event.

        Args:
            event: In the order of the cohort.
            last: The last second that has happened.
            early: What an event before the start means.
        """
        why = np.where(self.deadline < last, np.int8(Why.NOTHING_YET), np.int8(Why.TIME_LEFT))
        happened = event.happened
        why[happened] = Why.TOO_LATE
        why[happened & self.in_time(event)] = Why.IN_TIME
        why[self.before_start(event)] = early
        why[event.unreadable] = Why.UNREADABLE
        return np.where(self.stopped > 0, self.stopped, why)

    def seconds(self, event: Moments) -> Ints:
        """Working seconds from start to event; 0 for one before the start, `EMPTY` for none."""
        happened = event.happened
        everywhere = happened.all()
        instants = event.instants if everywhere else event.instants[happened]
        start = self.open_at_start if everywhere else self.open_at_start[happened]
        passed: Ints = np.maximum(self.calendar.open_before(instants) - start, 0)
        if everywhere:
            return passed
        found = np.full(len(happened), EMPTY, np.int64)
        found[happened] = passed
        return found

    def by_day(self, event: Moments) -> Bools:
        """Which leads have a date without time at either end."""
        return self.start.dates | (event.dates & event.happened)


def started(commitment: Commitment, group: Cohort, review: Review) -> Clock:
    """The commitment's clock, started for a cohort.

    Raises:
        WorkbenchError: Its calendar is unknown, never open, or ends before a deadline.
    """
    assert commitment.clock is not None
    assert commitment.clock.within is not None
    calendar = review.calendar(commitment.clock.calendar)
    within = commitment.clock.within
    start, stopped = group.anchor, np.zeros(len(group.rows), np.int8)
    if commitment.clock.start != commitment.anchor:
        own = review.view.moments(commitment.clock.start).take(group.rows)
        stopped[own.instants == EMPTY] = Why.NO_START
        stopped[own.instants == UNREADABLE] = Why.UNREADABLE
        start = Moments(
            np.where(own.happened, own.instants, start.instants), np.where(own.happened, own.dates, start.dates)
        )
    start = placed(start, calendar, review)
    passed = calendar.open_before(start.instants)
    if within.unit == "business_days":
        deadline = calendar.end_of_nth_business_day(start.instants, within.amount)
    else:
        deadline = calendar.reached(passed + (within.seconds or 0))
    dates = np.flatnonzero(start.dates)
    if dates.size:
        deadline[dates] = calendar.days.ends(deadline[dates] - 1)
    return Clock(calendar, start, stopped, deadline, passed)


def placed(moments: Moments, calendar: WorkingCalendar, review: Review) -> Moments:
    """Moments with each date without time at the midnight of the calendar's own zone."""
    if calendar.days.zone.key == review.days.zone.key:
        return moments
    dates = np.flatnonzero(moments.dates & moments.happened)
    instants = moments.instants.copy()
    instants[dates] = calendar.days.starts[review.days.numbers(instants[dates])]
    return Moments(instants, moments.dates)


def events(fields: tuple[str, ...], group: Cohort, clock: Clock | None, review: Review) -> Moments:
    """The first of several events of each lead; unreadable where any of them is, since it might be the first."""
    found = Moments(np.full(len(group.rows), EMPTY, np.int64), np.zeros(len(group.rows), np.bool_))
    for number, field in enumerate(fields):
        own = review.view.moments(field).take(group.rows)
        if clock:
            own = placed(own, clock.calendar, review)
        found = own if number == 0 else _first(found, own)
    return found


def _first(one: Moments, other: Moments) -> Moments:
    sooner = other.happened & (~one.happened | (other.instants < one.instants))
    instants = np.where(sooner, other.instants, one.instants)
    instants[one.unreadable | other.unreadable] = UNREADABLE
    return Moments(instants, np.where(sooner, other.dates, one.dates))
