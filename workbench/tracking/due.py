"""By when sales owes an answer to one lead: every clock of the agreement that runs for it, with its deadline.

For a lead that somebody describes, not for the lead log; the checks judge many leads at once. Must not know results.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from workbench.agreement.commitment import Commitment, Filter
from workbench.agreement.commitments import commitments
from workbench.agreement.model import Agreement
from workbench.base.errors import WorkbenchError
from workbench.base.language import N_
from workbench.tracking.agreed import agreed_calendars, agreed_zone
from workbench.tracking.calendar import WorkingCalendar
from workbench.tracking.calendar_spec import CalendarSpec
from workbench.tracking.open_intervals import wall_instant
from workbench.tracking.zone_days import zone_named

REACH_DAYS = 400
"""A deadline is looked for so many days after the start."""


@dataclass(frozen=True)
class Due:
    """One clock that runs for a lead.

    Attributes:
        commitment: The promise it belongs to.
        deadline: The last instant in time, on the calendar's wall clock; nothing where it cannot be told.
        why_not: Why it cannot be told, one marked sentence; empty where it can.
    """

    commitment: Commitment
    deadline: dt.datetime | None
    why_not: str = ""


def due_for(agreement: Agreement, values: Mapping[str, str], handed_over: dt.datetime) -> tuple[Due, ...]:
    """The clocks of sales that run for a lead, in the order of the agreement.

    Args:
        agreement: As it is being written; what is unfinished has no deadline and says why.
        values: Texts of the lead's columns, by field name.
        handed_over: When the clocks start, on the agreement's wall clock, without a zone.
    """
    found = [
        one
        for one in commitments(agreement)
        if one.by == "sales" and one.kind in {"response", "decision", "follow_up_depth"} and one.clock
        and in_scope(one.scope, values)
    ]  # fmt: skip
    return tuple(_due(agreement, one, handed_over) for one in found)


def in_scope(scope: tuple[Filter, ...], values: Mapping[str, str]) -> bool:
    """Whether a lead's columns match every condition; a blank never does (semantics section 4)."""
    return all(
        (text := values.get(one.field, "").strip().casefold())
        and text in {wanted.strip().casefold() for wanted in one.values}
        for one in scope
    )


def _due(agreement: Agreement, one: Commitment, handed_over: dt.datetime) -> Due:
    assert one.clock is not None  # chosen by it
    within = one.clock.within
    try:
        spec = agreed_calendars(agreement).get(one.clock.calendar)
        if within is None or spec is None:
            return Due(
                one, None, N_("Its time is not agreed yet.") if within is None else N_("It has no calendar yet.")
            )
        calendar = _calendar(spec, handed_over.date())
        start = wall_instant(handed_over, zone_named(agreed_zone(agreement)))
        if within.unit == "business_days":
            at = calendar.due_day(start, within.amount)
        else:
            at = calendar.due(start, within.seconds or 0)
    except WorkbenchError as error:
        return Due(one, None, error.message)
    return Due(one, dt.datetime.fromtimestamp(at, calendar.days.zone))


@lru_cache(maxsize=16)
def _calendar(spec: CalendarSpec, day: dt.date) -> WorkingCalendar:
    """A calendar around a day; made once, because a lead is tried many times."""
    return WorkingCalendar(spec, day - dt.timedelta(days=2), day + dt.timedelta(days=REACH_DAYS))


@dataclass(frozen=True)
class DueInWords:
    """One clock with the hours in which it runs.

    Attributes:
        deadline: The last instant in time, on the agreement's wall clock, without a zone; nothing where untold.
        hours: The open stretches between start and deadline, on the same clock.
        why_not: Why there is none, one marked sentence.
    """

    deadline: dt.datetime | None
    hours: tuple[tuple[dt.datetime, dt.datetime], ...] = ()
    why_not: str = ""


def due_with_hours(agreement: Agreement, path: str, handed_over: dt.datetime) -> DueInWords | None:
    """By when the first answer that is promised at a place is owed, and when the clock runs until then.

    Args:
        agreement: As it is being written.
        path: Of the row that promises; nothing is answered where it promises no response yet.
        handed_over: When the clock starts, on the agreement's wall clock, without a zone.
    """
    found = (
        one for one in commitments(agreement) if one.kind == "response" and one.clock and one.path.startswith(path)
    )
    one = next(found, None)
    if one is None or one.clock is None:
        return None
    due = _due(agreement, one, handed_over)
    spec = agreed_calendars(agreement).get(one.clock.calendar)
    if due.deadline is None or spec is None:
        return DueInWords(None, (), due.why_not)
    zone = zone_named(agreed_zone(agreement))
    start, end = wall_instant(handed_over, zone), int(due.deadline.timestamp())
    stretches = _calendar(spec, handed_over.date()).stretches(start, end)

    def wall(instant: int) -> dt.datetime:
        return dt.datetime.fromtimestamp(instant, zone).replace(tzinfo=None)

    return DueInWords(wall(end), tuple((wall(first), wall(last)) for first, last in stretches))
