"""The clock of a commitment over a cohort: starts, deadlines, and whether an event is in time.

A date-only start counts from the beginning of its day and its deadline moves to the end of the day it falls on; a
date-only event is in time when its day is not after the deadline's. A deadline at midnight belongs to the day it ends.
Must not know what the events mean.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property, reduce

import numpy as np

from workbench.agreement.commitment import Commitment
from workbench.tracking.calendar import WorkingCalendar
from workbench.tracking.cohort import Cohort
from workbench.tracking.lead_view import LeadView
from workbench.tracking.leads import EMPTY, Bools, Ints
from workbench.tracking.moments import Moments, first_of, pick
from workbench.tracking.review import Review
from workbench.tracking.verdict import Codes8, Rule, first_true, judged
from workbench.tracking.why import Why


@dataclass(frozen=True, eq=False)
class Clock:
    """A clock that has been started for each lead of a cohort.

    Attributes:
        calendar: Whose open time it counts.
        start: Where it starts; the anchor stands in where there is no start.
        absent: Leads without a start.
        unreadable: Leads whose start is unreadable.
        deadline: The last instant in time.
        open_at_start: Open seconds before each start.
        last: The last second that has happened.
    """

    calendar: WorkingCalendar
    start: Moments
    absent: Bools
    unreadable: Bools
    deadline: Ints
    open_at_start: Ints
    last: int

    @cached_property
    def passed(self) -> Bools:
        """Whose deadline lies in the past."""
        return self.deadline < self.last

    def in_time(self, event: Moments) -> Bools:
        """Which events lie on or before the deadline; what is missing does, too."""
        at_most = event.instants <= self.deadline
        if event.dated:
            at_most &= (event.instants != self.deadline) | ~event.dates
        return np.asarray(at_most)

    def before_start(self, event: Moments) -> Bools:
        """Which events lie before the start, by day where either is a date; what is missing does, too."""
        latest = event.instants
        if event.dated:
            dates = np.flatnonzero(event.dates)
            latest = latest.copy()
            latest[dates] = self.calendar.days.ends(latest[dates])
        return np.asarray(latest < self.start.instants)

    def facts(self, event: Moments) -> tuple[Bools, Bools, Bools, Bools]:
        """What is to be known of an event: it happened, in time, before the start; it is unreadable."""
        return event.happened, self.in_time(event), self.before_start(event), event.unreadable

    def judge(self, event: Moments, early: Why = Why.BEFORE_START) -> Codes8:
        """Why each lead counts as it does, from one event.

        Args:
            event: In the order of the cohort.
            early: What an event before the start means.
        """
        return judged(by_one_event(early), self.passed, *self.facts(event), self.absent, self.unreadable)

    def seconds(self, event: Moments, open_at_event: Ints | None = None) -> Ints:
        """Working seconds from start to event; 0 for one before the start, and for none.

        Args:
            event: In the order of the cohort.
            open_at_event: Open seconds before each event, where they are known.
        """
        known = opened(event, self.calendar) if open_at_event is None else open_at_event
        passed: Ints = np.maximum(known - self.open_at_start, 0)
        return passed

    def by_day(self, event: Moments) -> Bools:
        """Which leads have a date without time at either end."""
        return self.start.dates | event.dates if event.dated else self.start.dates


@cache
def by_one_event(early: Why) -> Rule:
    """The rule that judges by one event.

    Args:
        early: What an event before the start means.
    """

    def rule(
        passed: Bools, happened: Bools, in_time: Bools, before: Bools, unreadable: Bools, absent: Bools, unknown: Bools
    ) -> Codes8:
        return first_true(
            (absent, Why.NO_START),
            (unknown | unreadable, Why.UNREADABLE),
            (happened & before, early),
            (happened & in_time, Why.IN_TIME),
            (happened, Why.TOO_LATE),
            (passed, Why.NOTHING_YET),
            otherwise=Why.TIME_LEFT,
        )

    return rule


def started(commitment: Commitment, group: Cohort, review: Review) -> Clock:
    """The commitment's clock, started for a cohort.

    Raises:
        WorkbenchError: Its calendar is unknown, never open, or ends before a deadline.
    """
    assert commitment.clock is not None
    assert commitment.clock.within is not None
    calendar = review.calendar(commitment.clock.calendar)
    field, within = commitment.clock.start, commitment.clock.within
    absent = unreadable = np.zeros(len(group.rows), np.bool_)
    same_days = calendar.days.zone.key == review.days.zone.key
    days: Ints | None = None
    if field == commitment.anchor:
        start = events((field,), group, calendar, review)
        passed = opened_at((field,), group, calendar, review)
        days = pick(group.view.day_numbers(field), group.rows) if same_days else None
    else:
        own = group.view.moments(field).take(group.rows)
        absent, unreadable = own.instants == EMPTY, own.unreadable
        start = placed(
            Moments(
                np.where(own.happened, own.instants, group.anchor.instants),
                np.where(own.happened, own.dates, group.anchor.dates),
            ),
            calendar,
            review,
        )
        passed = opened(start, calendar)
    if within.unit == "business_days":
        n = within.amount
        deadline = (
            calendar.end_of_nth_business_day(start.instants, n) if days is None else calendar.closing_after(days, n)
        )
    else:
        deadline = calendar.reached(passed + (within.seconds or 0))
    if start.dated:
        dates = np.flatnonzero(start.dates)
        deadline[dates] = calendar.days.ends(deadline[dates] - 1)
    return Clock(calendar, start, absent, unreadable, deadline, passed, review.moment.last)


def placed(moments: Moments, calendar: WorkingCalendar, review: Review) -> Moments:
    """Moments with each date without time at the midnight of the calendar's own zone."""
    if calendar.days.zone.key == review.days.zone.key or not moments.dated:
        return moments
    dates = np.flatnonzero(moments.dates)
    instants = moments.instants.copy()
    instants[dates] = calendar.days.starts[review.days.numbers(instants[dates])]
    return Moments(instants, moments.dates)


def opened(moments: Moments, calendar: WorkingCalendar) -> Ints:
    """Open seconds before each instant of a calendar; 0 where there is none."""
    instants = moments.instants
    if not moments.happened.all():
        instants = np.maximum(instants, calendar.starts[0])
    return calendar.open_before(instants)


def events(fields: tuple[str, ...], group: Cohort, calendar: WorkingCalendar | None, review: Review) -> Moments:
    """The first of several events of each lead; unreadable where any of them is, since it might be the first.

    Args:
        fields: Of the events; at least one.
        group: The leads.
        calendar: Where a date without time begins at its midnight; nothing for the agreement's own.
        review: The occasion.
    """
    return _events(fields, group.view, calendar, review).take(group.rows)


def opened_at(fields: tuple[str, ...], group: Cohort, calendar: WorkingCalendar, review: Review) -> Ints:
    """Open seconds before the first of several events of each lead; worked out once for all who ask for most leads."""
    name = "opened", fields, calendar
    if 2 * len(group.rows) < len(group.view) and not group.view.keeps(name):
        return opened(events(fields, group, calendar, review), calendar)
    whole = group.view.kept(name, lambda: opened(_events(fields, group.view, calendar, review), calendar))
    return pick(whole, group.rows)


def _events(fields: tuple[str, ...], view: LeadView, calendar: WorkingCalendar | None, review: Review) -> Moments:
    """The first of several events of every lead of a view."""
    zone = (calendar.days if calendar else review.days).zone.key

    def made() -> Moments:
        found = [placed(view.moments(field), calendar, review) if calendar else view.moments(field) for field in fields]
        return reduce(first_of, found)

    return view.kept(("events", fields, zone), made)
