"""Which working calendars a tracker needs, and which of them can be used. Must not know leads or formulas."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from workbench.agreement.commitment import Commitment
from workbench.base.errors import WorkbenchError
from workbench.fields.value import Duration
from workbench.tracking.calendar import WorkingCalendar
from workbench.tracking.calendar_spec import CalendarSpec
from workbench.tracking.measurable import TIMED
from workbench.tracking.review import EVERY_DAY, Review, calendar_over


@dataclass(frozen=True, eq=False)
class Calendars:
    """The calendars.

    Attributes:
        pace: The one whose working days paces follow; a week without days off where the agreed one cannot be used.
        pace_usable: Whether it is the agreed one, or none is agreed.
        clocks: The times that clocks count, by usable calendar.
    """

    pace: CalendarSpec
    pace_usable: bool
    clocks: dict[CalendarSpec, list[Duration]]
    _specs: dict[str, CalendarSpec]

    def usable(self, commitment: Commitment) -> bool:
        """Whether the calendar of a commitment's clock can be used."""
        assert commitment.clock is not None
        return self._specs.get(commitment.clock.calendar) in self.clocks


def needs_clock(commitment: Commitment) -> bool:
    """Whether judging a commitment's leads counts open time."""
    clock = commitment.clock
    silence = commitment.kind == "quality" and commitment.silence_accepts
    return bool(clock and clock.within and (commitment.kind in TIMED or silence))


def calendars_of(commitments: Iterable[Commitment], review: Review) -> Calendars:
    """The calendars of a review that its commitments need."""
    every_day = CalendarSpec("", review.zone, EVERY_DAY)
    first = next(iter(review.calendars.values()), every_day)
    specs = {**review.calendars, "": first}
    pace_usable = _made(first, review) is not None
    clocks: dict[CalendarSpec, list[Duration]] = {}
    for one in commitments:
        if not needs_clock(one) or one.clock is None or one.clock.within is None:
            continue
        spec = specs.get(one.clock.calendar)
        counted = one.clock.within.unit == "business_days" or one.clock.within.seconds is not None
        made = _made(spec, review) if counted and spec is not None and review.calendars else None
        if made is not None and spec is not None and len(made.closings):
            clocks.setdefault(spec, []).append(one.clock.within)
    return Calendars(first if pace_usable else every_day, pace_usable, clocks, specs)


def _made(spec: CalendarSpec, review: Review) -> WorkingCalendar | None:
    """A calendar over the days of the data; nothing without hours, or where its zone or its country is not known."""
    if not spec.hours:
        return None
    try:
        return calendar_over(spec, *review.span)
    except WorkbenchError:
        return None
