"""The occasion of a check: which actuals, as of when, on which calendars, for which days and periods.

Must not know commitments of any one kind or how they are judged.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from workbench.base.errors import NotFoundError
from workbench.base.language import N_
from workbench.fields.moments import FIRST_DAY
from workbench.tracking.actuals import Actuals
from workbench.tracking.as_of import AsOf
from workbench.tracking.calendar import WorkingCalendar, never_open
from workbench.tracking.calendar_spec import CalendarSpec, Opening
from workbench.tracking.lead_view import LeadView, earliest_of
from workbench.tracking.memory import Memory
from workbench.tracking.periods import Period, midnight
from workbench.tracking.zone_days import ZoneDays, zone_named

REACH_DAYS = 800
"""How far calendars run past the as-of day, so that the deadline of a lead of that day lies inside."""

EVERY_DAY = tuple(Opening(weekday, dt.time(), dt.time()) for weekday in range(7))
"""Hours of the calendar that paces follow where none is agreed."""

PART = 131_072
"""So many leads are judged at a time: what is made of them stays near the processor, and little is held at once."""

OF_THE_LEADS = ("moment", "earliest", "span", "days", "view", "memory", "pace_calendar")
"""What a review makes of its leads, instant and calendars alone, whatever was entered by hand."""


@lru_cache(maxsize=32)
def calendar_over(spec: CalendarSpec, first: dt.date, last: dt.date) -> WorkingCalendar:
    """A calendar over a span of days, made once while it is in use; raises as `WorkingCalendar`."""
    return WorkingCalendar(spec, first, last)


@lru_cache(maxsize=16)
def _days(zone: str, first: dt.date, last: dt.date) -> ZoneDays:
    return ZoneDays(zone_named(zone), first, last)


@dataclass(frozen=True)
class InForce:
    """The days on which a version of the agreement is in force.

    Attributes:
        first: The first one; nothing for a rehearsal over all the data.
        last: The last one; nothing while no end is agreed.
    """

    first: dt.date | None = None
    last: dt.date | None = None


@dataclass(frozen=True, eq=False)
class Review:
    """What commitments are checked with. Keeps what several of them need, so hold on to it for drilling down.

    Attributes:
        actuals: Leads, period totals, things done, settled disputes.
        as_of: The instant the check speaks for; a date means its end.
        zone: IANA name of the agreement's time zone: days, periods and dates without time are its own.
        calendars: Working calendars by key; the first is for commitments that name none.
        in_force: Days judged; leads whose anchor lies outside are not.
        asked: Judge the periods that overlap these; nothing for all from the first in force to the as-of day.
    """

    actuals: Actuals
    as_of: dt.date | dt.datetime
    zone: str
    calendars: Mapping[str, CalendarSpec]
    in_force: InForce = InForce()
    asked: tuple[Period, ...] | None = None

    @cached_property
    def moment(self) -> AsOf:
        """The as-of instant; raises `WorkbenchError` where it is outside 2000 to 2100."""
        return AsOf.at(self.as_of, zone_named(self.zone))

    @cached_property
    def earliest(self) -> Mapping[str, int]:
        """The earliest instant of each instant field, in seconds since 1970 UTC, not before 2000."""
        return earliest_of(self.actuals.leads, midnight(FIRST_DAY, zone_named(self.zone)))

    @cached_property
    def span(self) -> tuple[dt.date, dt.date]:
        """Whole years in which every date, period and deadline of this review can lie."""
        first = dt.datetime.fromtimestamp(
            min([self.moment.last, *self.earliest.values()]), zone_named(self.zone)
        ).date()
        days = [first, self.moment.day, *(day for period in self.asked or () for day in (period.first, period.last))]
        days += [day for day in (self.in_force.first,) if day]
        highest = max(days) + dt.timedelta(days=REACH_DAYS)
        return dt.date(max(min(days), FIRST_DAY).year - 1, 1, 1), dt.date(highest.year, 12, 31)

    @cached_property
    def days(self) -> ZoneDays:
        """The days of the agreement's zone over the span."""
        return _days(self.zone, *self.span)

    @cached_property
    def view(self) -> LeadView:
        """The lead log as of the instant."""
        return LeadView(self.actuals.leads, self.moment, self.days)

    def parts(self) -> Iterator[LeadView]:
        """The same leads in parts, in order, for what adds up over them; what is made of a part goes with it."""
        leads = self.actuals.leads
        if len(leads) <= PART:
            yield self.view
            return
        for first in range(0, len(leads), PART):
            yield LeadView(leads.part(first, first + PART), self.moment, self.days, first)

    @cached_property
    def memory(self) -> Memory:
        """What was made of the leads as a whole."""
        return Memory()

    def rows_of(self, identities: Collection[str]) -> dict[str, int]:
        """Row numbers of the leads of some identities; those the log has not are left out."""
        name = "rows", frozenset(identities)
        every = enumerate(self.actuals.leads.identities)
        return self.memory.kept(name, lambda: {found: row for row, found in every if found in identities})

    def with_entries(self, actuals: Actuals) -> Review:
        """The same review with other totals, things done and disputes; what was made of the leads is kept.

        Args:
            actuals: With the leads of this review.
        """
        assert actuals.leads is self.actuals.leads  # else nothing of what was made holds
        made = replace(self, actuals=actuals)
        made.__dict__.update({name: self.__dict__[name] for name in OF_THE_LEADS if name in self.__dict__})
        return made

    def calendar(self, key: str) -> WorkingCalendar:
        """The working calendar of a key, the first one for an empty key.

        Raises:
            NotFoundError: No such calendar, or its zone or country is not known.
            NeverOpenError: It has no weekly hours; special days alone are no calendar.
        """
        key = key or next(iter(self.calendars), "")
        return self.memory.kept(("calendar", key), lambda: self._made_calendar(key))

    def _made_calendar(self, key: str) -> WorkingCalendar:
        if key not in self.calendars:
            raise NotFoundError(N_("No working calendar is agreed."))
        if not self.calendars[key].hours:
            raise never_open(self.calendars[key])
        return calendar_over(self.calendars[key], *self.span)

    @cached_property
    def pace_calendar(self) -> WorkingCalendar:
        """The calendar whose working days pace lines follow: the first; every day counts where none is agreed."""
        if self.calendars:
            return self.calendar("")
        return calendar_over(CalendarSpec("", self.zone, EVERY_DAY), *self.span)
