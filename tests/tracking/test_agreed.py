"""From an agreement to a scorecard: zone, calendars, outages, days in force."""

from __future__ import annotations

import dataclasses
import datetime as dt

import pytest

from tests.support.agreements import empty_agreement
from tests.tracking.calendars import wall
from tests.tracking.sample import log
from workbench.agreement.commitments import commitments
from workbench.agreement.lead_fields import LEAD_FIELDS
from workbench.agreement.model import Agreement
from workbench.agreement.sections.follow_up import (
    Calendar,
    FollowUp,
    Holiday,
    OpeningHours,
    Outage as PlannedOutage,
    SpecialDay,
)
from workbench.agreement.sections.teams import Teams
from workbench.agreement.templates import template
from workbench.base.errors import NotFoundError
from workbench.tracking.actuals import Actuals
from workbench.tracking.agreed import agreed_calendars, agreed_days, agreed_review
from workbench.tracking.calendar import WorkingCalendar
from workbench.tracking.calendar_spec import CalendarSpec, DayOff, Opening, Outage, SpecialDay as Special
from workbench.tracking.review import InForce
from workbench.tracking.scorecard import scorecard

NINE, SIX = dt.time(9), dt.time(18)
MONDAY = dt.date(2027, 3, 1)


def agreement() -> Agreement:
    berlin = Calendar(
        key="k1",
        name="Sales, Berlin",
        country="DE",
        subdivision="BE",
        hours=(
            OpeningHours("h1", ("mon", "sun"), NINE, SIX),
            OpeningHours("h2", ("tue",), NINE, dt.time(0)),
            OpeningHours("h3", ("wed",), NINE, None),
        ),
        holidays=(Holiday("a", MONDAY, "Ours"), Holiday("b", None, "Open")),
        special_days=(SpecialDay("s", MONDAY, NINE, dt.time(13), "Half day"), SpecialDay("t", None, NINE, SIX)),
    )
    york = Calendar(key="k2", name="Sales, New York", time_zone="America/New_York")
    outages = (
        PlannedOutage("o", dt.datetime(2027, 3, 9, 10), dt.datetime(2027, 3, 9, 11), "Migration"),  # noqa: DTZ001  (on the agreement's wall clock)
        PlannedOutage("p", None, dt.datetime(2027, 3, 9, 11), "Open"),  # noqa: DTZ001  (as above)
        PlannedOutage("q", dt.datetime(2027, 3, 9, 11), dt.datetime(2027, 3, 9, 10), "Backwards"),  # noqa: DTZ001  (as above)
    )
    return dataclasses.replace(
        empty_agreement("Test"),
        teams=Teams(time_zone="Europe/Berlin", effective_from=MONDAY, effective_until=dt.date(2027, 12, 31)),
        follow_up=FollowUp(calendars=(berlin, york), outages=outages),
    )


def test_calendars_come_by_key_with_what_is_filled() -> None:
    start, end = wall("Europe/Berlin", 2027, 3, 9, 10), wall("Europe/Berlin", 2027, 3, 9, 11)
    outage = Outage(start, end, "Migration")
    berlin_hours = (Opening(0, NINE, SIX), Opening(6, NINE, SIX), Opening(1, NINE, dt.time(0)))
    assert agreed_calendars(agreement()) == {
        "k1": CalendarSpec(
            "Sales, Berlin", "Europe/Berlin", berlin_hours, "DE", "BE",
             (DayOff(MONDAY, "Ours"),), (Special(MONDAY, NINE, dt.time(13), "Half day"),), (outage,),
        ),
        "k2": CalendarSpec("Sales, New York", "America/New_York", outages=(outage,)),
    }  # fmt: skip


def test_the_calendar_works_as_agreed() -> None:
    spec = agreed_calendars(agreement())["k1"]
    calendar = WorkingCalendar(spec, dt.date(2027, 1, 1), dt.date(2027, 12, 31))

    def hours(day: int) -> float:
        start = wall("Europe/Berlin", 2027, 3, day)
        return calendar.elapsed(start, start + 86400) / 3600

    assert [hours(day) for day in (1, 2, 3, 7, 8, 9)] == [4, 15, 0, 9, 0, 14]  # the 8th is Women's Day in Berlin


def test_days_in_force_are_the_agreements() -> None:
    assert agreed_days(agreement()) == InForce(MONDAY, dt.date(2027, 12, 31))
    given = agreed_review(agreement(), Actuals(), dt.date(2027, 4, 1))
    assert (given.zone, given.in_force) == ("Europe/Berlin", InForce(MONDAY, dt.date(2027, 12, 31)))
    assert agreed_review(agreement(), Actuals(), dt.date(2027, 4, 1), in_force=InForce()).in_force == InForce()


def test_an_unfinished_agreement_has_no_calendar_and_utc() -> None:
    bare = empty_agreement("Test")
    given = agreed_review(bare, Actuals(), dt.date(2027, 4, 1))
    assert (given.zone, dict(given.calendars)) == ("UTC", {})
    assert scorecard(commitments(bare), given).results == ()


def test_a_zone_nobody_knows_is_refused() -> None:
    wrong = dataclasses.replace(agreement(), teams=Teams(time_zone="Mars/Olympus"))
    with pytest.raises(NotFoundError, match="Mars/Olympus"):
        agreed_calendars(wrong)


def test_every_commitment_of_the_large_template_is_measured_on_a_full_log() -> None:
    full = template("b2b").agreement
    first = full.teams.effective_from
    assert first
    leads = log({"qualified_at": f"{first} 10:00"}, fields=tuple(field.name for field in LEAD_FIELDS))
    promised = commitments(full)
    card = scorecard(promised, agreed_review(full, Actuals(leads), first + dt.timedelta(days=40)))
    assert {line.kind for line in card.results} == {one.kind for one in promised}
    assert len({line.kind for line in card.results}) == 13
    unmeasured = {line.reason for line in card.results if line.status == "not_measurable"}
    assert {note.template for note in unmeasured} <= {"No value has been entered for this period."}
    assert card.absent_fields == ()
