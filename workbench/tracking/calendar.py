"""A working calendar over a span of days: how much open time lies between instants, and when an amount has passed.

Instants and amounts are whole seconds; instants since 1970 UTC. Whatever lies outside the span is refused by name,
never answered with a wrong number. Must not know leads or commitments.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from functools import cached_property

import numpy as np

from workbench.base.errors import WorkbenchError
from workbench.tracking.borders import Borders
from workbench.tracking.calendar_spec import CalendarSpec
from workbench.tracking.leads import Bools, Ints
from workbench.tracking.open_intervals import Interval, OpenIntervals, open_intervals
from workbench.tracking.zone_days import OutsideSpanError, ZoneDays, zone_named


class CalendarEndsError(OutsideSpanError):
    """The calendar does not reach as far as the data: before its first day, or past its last open second."""


class NeverOpenError(WorkbenchError):
    """The calendar has no open time in its whole span, so no amount of it ever passes."""


def never_open(spec: CalendarSpec) -> NeverOpenError:
    """What is said of a calendar without opening hours."""
    name = spec.name or spec.zone
    return NeverOpenError(
        f"The working calendar “{name}” has no opening hours.", "Enter its hours under Follow-up times."
    )


class WorkingCalendar:
    """Open intervals in a table, with the open seconds before each.

    Args:
        spec: Hours, days off, special days, outages.
        first: First day of the span.
        last: Last day of the span.

    Raises:
        NotFoundError: The zone or the country of the spec is not known.
    """

    def __init__(self, spec: CalendarSpec, first: dt.date, last: dt.date) -> None:
        self.spec = spec
        self.days = ZoneDays(zone_named(spec.zone), first, last)
        made: OpenIntervals = open_intervals(spec, self.days)
        lowest = int(self.days.starts[0])
        starts = [lowest, *(start for start, _ in made.intervals)]  # an empty interval first: everything has one before
        ends = [lowest, *(end for _, end in made.intervals)]
        self.starts: Ints = np.array(starts, np.int64)
        """First second of each open interval, after one of no length at the span's beginning."""
        self.lengths: Ints = np.array(ends, np.int64) - self.starts
        """Open seconds of each interval."""
        self.passed: Ints = np.cumsum(self.lengths)
        """Open seconds from the span's beginning to the end of each interval."""
        self.before: Ints = self.passed - self.lengths
        """Open seconds from the span's beginning to the start of each interval."""
        self._borders = Borders(self.starts, int(self.days.starts[-1]))
        self._passed_borders = Borders(self.passed, int(self.passed[-1]) + 1)
        self.closings: Ints = np.array([end for end in made.closings if end is not None], np.int64)
        """The last closing of each working day."""
        open_days = np.array([end is not None for end in made.closings], np.int64)
        self.working: Ints = np.concatenate([[0], np.cumsum(open_days)])
        """Working days before each day number, and in the whole span as the last value."""

    def open_before(self, instants: Ints) -> Ints:
        """Open seconds between the span's beginning and each instant.

        Raises:
            CalendarEndsError: An instant lies outside the span.
        """
        at = self._interval(instants)
        found: Ints = self.before.take(at) + np.minimum(instants - self.starts.take(at), self.lengths.take(at))
        return found

    def working_time(self, starts: Ints, ends: Ints) -> Ints:
        """Open seconds between pairs of instants; 0 where the end is not after the start; raises as `open_before`."""
        found: Ints = np.maximum(self.open_before(ends) - self.open_before(starts), 0)
        return found

    def deadline(self, starts: Ints, seconds: Ints | int) -> Ints:
        """The first instant at which that much open time has passed since each start.

        Args:
            starts: Instants.
            seconds: Open seconds, above 0; one for all or one for each.

        Raises:
            CalendarEndsError: A start lies outside the span, or so does a deadline.
            NeverOpenError: The calendar is never open.
        """
        return self.reached(self.open_before(starts) + seconds)

    def reached(self, open_seconds: Ints) -> Ints:
        """The first instants at which so many open seconds, above 0, have passed since the span's beginning.

        Raises:
            CalendarEndsError: More than the span has.
            NeverOpenError: The calendar is never open.
        """
        if not open_seconds.size:
            return open_seconds
        if open_seconds.max() > self.passed[-1]:
            raise self._ended()
        at = self._passed_borders.last_at_or_before(open_seconds - 1) + 1
        return self.starts.take(at) + (open_seconds - self.before.take(at))

    def end_of_nth_business_day(self, starts: Ints, n: int) -> Ints:
        """The last closing of the n-th working day after each start's own date, outages or not.

        Args:
            starts: Instants.
            n: 1 is the next working day.

        Raises:
            CalendarEndsError: A start or a deadline lies outside the span.
            NeverOpenError: The calendar has no working day.
        """
        if not self.days.cover(starts):
            raise self._ended()
        return self.closing_after(self.days.numbers(starts), n)

    def closing_after(self, days: Ints, n: int) -> Ints:
        """The last closing of the n-th working day after each day, outages or not.

        Args:
            days: Day numbers of the calendar's own days.
            n: 1 is the next working day.

        Raises:
            CalendarEndsError: A deadline lies outside the span.
            NeverOpenError: The calendar has no working day.
        """
        wanted = self.working.take(days + 1) + (n - 1)
        if wanted.size and wanted.max() >= len(self.closings):
            raise self._ended()
        return self.closings.take(wanted)

    def working_days(self, first: dt.date, last: dt.date) -> int:
        """Working days from one day to another, both counted; 0 when the last is before the first.

        Raises:
            CalendarEndsError: A day lies outside the span.
        """
        if last < first:
            return 0
        try:
            return int(self.working[self.days.number(last) + 1] - self.working[self.days.number(first)])
        except OutsideSpanError:
            raise self._ended() from None

    def is_open(self, instants: Ints) -> Bools:
        """Whether each instant lies in an open interval; raises as `open_before`."""
        at = self._interval(instants)
        return np.asarray(instants - self.starts[at] < self.lengths[at])

    def elapsed(self, start: int, end: int) -> int:
        """Open seconds between two instants, for a single lead; raises as `open_before`."""
        return max(self._open_before(end) - self._open_before(start), 0)

    def due(self, start: int, seconds: int) -> int:
        """The first instant at which that many open seconds have passed, for a single lead; raises as `deadline`."""
        starts, passed, before = self._lists
        wanted = self._open_before(start) + seconds
        if wanted > passed[-1]:
            raise self._ended()
        at = bisect_left(passed, wanted)
        return starts[at] + wanted - before[at]

    def due_day(self, start: int, n: int) -> int:
        """The end of the n-th business day after one start; raises as `end_of_nth_business_day`."""
        return int(self.end_of_nth_business_day(np.array([start], np.int64), n)[0])

    def stretches(self, start: int, end: int) -> list[Interval]:
        """The open intervals between two instants, cut to them, in order; raises as `open_before`."""
        starts, passed, before = self._lists
        self._open_before(start)
        self._open_before(end)
        found = []
        for at in range(max(bisect_right(starts, start) - 1, 0), bisect_left(starts, end)):
            opens, closes = max(starts[at], start), min(starts[at] + passed[at] - before[at], end)
            if closes > opens:
                found.append((opens, closes))
        return found

    @cached_property
    def _lists(self) -> tuple[list[int], list[int], list[int]]:
        return self.starts.tolist(), self.passed.tolist(), self.before.tolist()

    def _open_before(self, instant: int) -> int:
        starts, passed, before = self._lists
        if not starts[0] <= instant < int(self.days.starts[-1]):
            raise self._ended()
        at = bisect_right(starts, instant) - 1
        return min(before[at] + instant - starts[at], passed[at])

    def _interval(self, instants: Ints) -> Ints:
        """Numbers of the last interval that starts at or before each instant."""
        if not self._borders.cover(instants):
            raise self._ended()
        return self._borders.last_at_or_before(instants)

    def _ended(self) -> WorkbenchError:
        name = self.spec.name or self.spec.zone
        if not len(self.closings):
            return never_open(self.spec)
        return CalendarEndsError(
            f"The working calendar “{name}” covers {self.days.first} to {self.days.last} and ends before the data.",
            "Check the dates in the data; one may be wrong by years.",
        )
