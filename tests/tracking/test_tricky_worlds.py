"""Small worlds that are easy to get wrong, each worked out by hand from semantics sections 2 to 4.

Where nothing else is said: Monday to Friday, 09:00 to 18:00, Berlin; a first touch within two business hours.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
from decimal import Decimal
from typing import Any

import pytest

from tests.tracking.sample import RESPONSE, SALES, VOLUME, clock, figures, instant, log, made, only, review
from workbench.agreement.commitment import Commitment
from workbench.base.language import language
from workbench.fields.value import Duration
from workbench.tracking.actuals import Actuals, Settled
from workbench.tracking.calendar_spec import CalendarSpec, DayOff, Opening, Outage, SpecialDay
from workbench.tracking.evidence import evidence
from workbench.tracking.review import InForce
from workbench.tracking.row import Row

TOUCH = ("handed_over_at", "first_touch_at")
NIGHT = CalendarSpec("Night", "Europe/Berlin", (Opening(5, dt.time(22), dt.time(6)),))
"""One shift a week, from Saturday 22:00 to Sunday 06:00: the night in which clocks are changed."""
YEARS_END = dataclasses.replace(
    SALES,
    days_off=(DayOff(dt.date(2026, 12, 25), "Christmas"),),
    special_days=(SpecialDay(dt.date(2026, 12, 24), dt.time(9), dt.time(13), "Christmas Eve"),),
)


def hours(number: int) -> Commitment:
    return made(RESPONSE, clock=clock("handed_over_at", ("first_touch_at",), Duration(number, "hours")))


def days(number: int) -> Commitment:
    return made(RESPONSE, clock=clock("handed_over_at", ("first_touch_at",), Duration(number, "business_days")))


def row(
    one: Commitment, handed: str, touched: str | None, calendar: CalendarSpec = SALES, as_of: str = "2027-02-28"
) -> Row:
    """One lead as the check sees it."""
    leads = log({"handed_over_at": handed, "first_touch_at": touched}, fields=TOUCH)
    (found,) = evidence(one, review(leads, as_of, calendars={"sales": calendar}))
    return found


def wall(moment: dt.datetime | None) -> str:
    assert moment is not None
    return moment.strftime("%Y-%m-%d %H:%M:%S")


def test_a_night_shift_is_an_hour_longer_when_clocks_go_back() -> None:
    # Saturday 24 October 22:00 summer time to Sunday 06:00 winter time is 9 hours: eight have passed at 05:00
    met = row(hours(8), "2026-10-24 22:00", "2026-10-25 05:00", NIGHT)
    assert (met.state, met.working_seconds, wall(met.deadline)) == ("met", 8 * 3600, "2026-10-25 05:00:00")
    late = row(hours(8), "2026-10-24 22:00", "2026-10-25 05:30", NIGHT)  # 7 h 30 on the wall, 8 h 30 in truth
    assert (late.state, late.working_seconds) == ("late", 8 * 3600 + 1800)


def test_a_night_shift_is_an_hour_shorter_when_clocks_go_forward() -> None:
    # Saturday 28 March 22:00 to Sunday 06:00 is 7 hours, the eighth is the first one of the next Saturday
    late_by_the_wall = row(hours(8), "2026-03-28 22:00", "2026-04-04 22:59", NIGHT)
    assert (late_by_the_wall.state, late_by_the_wall.working_seconds) == ("met", 7 * 3600 + 59 * 60)
    assert wall(late_by_the_wall.deadline) == "2026-04-04 23:00:00"


def test_a_half_day_before_a_day_off_ends_the_clock_s_day_at_one() -> None:
    # Thursday 24 December 12:00: one hour until 13:00; Friday is off; the second hour ends on Monday at 10:00
    assert wall(row(hours(2), "2026-12-24 12:00", None, YEARS_END).deadline) == "2026-12-28 10:00:00"
    # from Wednesday the next business day is the half one, and it ends at 13:00
    assert row(days(1), "2026-12-23 09:00", "2026-12-24 13:00", YEARS_END).state == "met"
    assert row(days(1), "2026-12-23 09:00", "2026-12-24 13:00:01", YEARS_END).state == "late"
    # from the half day itself the next one is Monday, because Friday is off
    assert wall(row(days(1), "2026-12-24 10:00", None, YEARS_END).deadline) == "2026-12-28 18:00:00"


def test_an_outage_stops_the_clock_but_its_day_still_counts_as_a_business_day() -> None:
    out = Outage(instant("2026-10-06 00:00"), instant("2026-10-07 00:00"), "CRM moves")
    spec = dataclasses.replace(SALES, outages=(out,))
    # Monday 17:00: one hour until 18:00, nothing on Tuesday, the second hour ends on Wednesday at 10:00
    assert wall(row(hours(2), "2026-10-05 17:00", None, spec).deadline) == "2026-10-07 10:00:00"
    assert wall(row(days(1), "2026-10-05 17:00", None, spec).deadline) == "2026-10-06 18:00:00"


def test_a_lead_reopened_counts_by_its_last_word_for_quality_and_by_its_first_for_speed() -> None:
    both, window = ("accepted_at", "rejected_at"), Duration(2, "business_days")
    lead = {"handed_over_at": "2026-10-05 10:00", "accepted_at": "2026-10-06 09:00", "rejected_at": "2026-10-20 09:00"}
    speed = made(RESPONSE, kind="decision", clock=clock("handed_over_at", both, window), needs=both)
    quality = made(speed, kind="quality", by="marketing")
    (first,), (last,) = (evidence(one, review(log(lead), "2026-10-31")) for one in (speed, quality))
    # accepted on Tuesday at 09:00: eight hours of Monday, none of Tuesday
    assert (first.state, first.working_seconds, wall(first.event)) == ("met", 8 * 3600, "2026-10-06 09:00:00")
    assert (last.state, wall(last.event)) == ("late", "2026-10-20 09:00:00")
    # as of the day before it was reopened nobody knew of the rejection
    (then,) = evidence(quality, review(log(lead), "2026-10-19"))
    assert then.state == "met"


def test_a_merged_duplicate_is_left_out_with_its_reason_and_counted() -> None:
    good = {"handed_over_at": "2026-10-05 10:00", "first_touch_at": "2026-10-05 11:00"}
    none = {"handed_over_at": "2026-10-05 10:00"}
    leads = log(good, none, none | {"excluded": "Duplicate of 1"}, fields=TOUCH)
    line = only(RESPONSE, review(leads, "2026-10-31", "2026-10"))
    assert figures(line, "numerator", "denominator", "overdue", "excluded") == (1, 2, 1, 1)
    (duplicate,) = (one for one in evidence(RESPONSE, review(leads, "2026-10-31")) if one.state == "excluded")
    assert duplicate.why(language()) == "Excluded: Duplicate of 1."


@pytest.mark.parametrize(
    ("as_of", "state", "waited"),
    [
        ("2026-10-05 11:00", "pending", 3600),  # in the middle of the interval; the touch of 11:30 has not happened
        ("2026-10-05 12:00", "late", None),  # unless it is later still
        ("2026-10-05 11:30", "late", None),
    ],
)
def test_what_is_dated_after_the_instant_of_the_check_has_not_happened(
    as_of: str, state: str, waited: int | None
) -> None:
    one = row(hours(1), "2026-10-05 10:00", "2026-10-05 11:30", as_of=as_of)
    assert (one.state, one.waiting_seconds) == (state, waited)


def test_a_deadline_at_the_instant_of_the_check_has_not_passed() -> None:
    assert row(hours(2), "2026-10-05 10:00", None, as_of="2026-10-05 12:00").state == "pending"
    assert row(hours(2), "2026-10-05 10:00", None, as_of="2026-10-05 12:00:01").state == "overdue"


def test_a_period_of_which_every_lead_is_excluded_has_nothing_to_judge() -> None:
    spam = {"handed_over_at": "2026-10-05 10:00", "first_touch_at": "2026-10-05 11:00", "excluded": "Spam"}
    line = only(made(RESPONSE, minimum_sample=10), review(log(*[spam] * 3, fields=TOUCH), "2026-10-31", "2026-10"))
    assert figures(line, "status", "value", "denominator", "excluded") == ("too_little_data", None, 0, 3)
    assert line.reason.text(language()) == "Fewer than 10 leads."


def test_without_a_minimum_sample_one_lead_is_enough_and_none_is_not() -> None:
    free = made(RESPONSE, minimum_sample=0)
    late = {"handed_over_at": "2026-10-05 10:00", "first_touch_at": "2026-10-05 13:00"}
    line = only(free, review(log(late, fields=TOUCH), "2026-10-31", "2026-10"))
    assert figures(line, "status", "value") == ("missed", Decimal(0))
    empty = only(free, review(log(fields=TOUCH), "2026-10-31", "2026-10"))
    assert figures(empty, "status", "value") == ("too_little_data", None)
    assert empty.reason.text(language()) == "There is no lead to judge."


@pytest.mark.parametrize(("leads", "status"), [(11, "met"), (10, "missed")])
def test_a_version_that_begins_in_a_period_owes_its_working_days_share_rounded_up(leads: int, status: str) -> None:
    # November 2026 has 21 working days, 11 of them from Monday the 16th: 20 * 11 / 21 = 10.48, so 11
    before, since = {"qualified_at": "2026-11-13 12:00"}, {"qualified_at": "2026-11-16 00:00:01"}
    given = review(
        log(*[before] * 9, *[since] * leads), "2026-12-01", "2026-11", in_force=InForce(dt.date(2026, 11, 16))
    )
    line = only(VOLUME, given)
    assert figures(line, "target", "value", "status", "working_days") == (11, leads, status, 11)


def test_leads_that_start_with_the_last_one_inside_the_ceiling_are_inside_and_spam_takes_no_place() -> None:
    starts = ["09:00", "10:00", "10:00", "11:00"]
    rows: list[dict[str, Any]] = [{"handed_over_at": f"2026-10-05 {at}"} for at in starts]
    rows[0]["excluded"] = "Spam"
    capped = made(hours(2), relief=("ceiling",), ceiling=1, ceiling_period="week")
    found = evidence(capped, review(log(*rows, fields=TOUCH), "2026-10-31"))
    assert [one.state for one in found] == ["excluded", "overdue", "overdue", "excluded"]
    assert [one.why(language()) for one in found][3] == "Beyond the agreed ceiling of leads."


def test_a_date_without_time_counts_to_the_end_of_its_deadline_s_day() -> None:
    # from Monday's beginning two open hours end at 11:00, so Monday's end is the deadline
    kept = row(hours(2), "2026-10-05", "2026-10-05 17:59")
    assert (kept.state, kept.by_day, wall(kept.deadline)) == ("met", True, "2026-10-05 23:59:59")
    assert row(hours(2), "2026-10-05", "2026-10-06").state == "late"
    # of a touch on the day of a start with a time nobody knows how long it took
    lead = log({"handed_over_at": "2026-10-05 10:00", "first_touch_at": "2026-10-05"})
    same = evidence(hours(2), review(lead, "2026-10-31"))
    assert (same.row(0).state, same.arithmetic(0)) == ("met", None)


def test_a_region_s_own_calendar_runs_on_its_own_clock() -> None:
    york = CalendarSpec("East", "America/New_York", tuple(Opening(day, dt.time(9), dt.time(17)) for day in range(5)))
    # Monday 22:00 in Berlin is 16:00 in New York: one hour until 17:00, the other until 10:00 on Tuesday, 16:00 here
    one = row(hours(2), "2026-10-05 22:00", "2026-10-06 15:59", york)
    assert (one.state, one.working_seconds, wall(one.deadline)) == ("met", 3600 + 59 * 60, "2026-10-06 16:00:00")
    # from 25 October to 1 November the two are five hours apart: 16:00 there is 21:00 here
    assert wall(row(hours(2), "2026-10-26 21:00", None, york).deadline) == "2026-10-27 15:00:00"


@pytest.mark.parametrize(
    ("met", "late", "status"),
    [(9, 0, "met"), (8, 1, "at_risk"), (7, 2, "missed")],  # 9/10 at worst; 8/10 to 9/10, 8/9 so far; 8/10 at best
)
def test_a_period_that_has_ended_is_open_while_a_pending_lead_can_turn_it(met: int, late: int, status: str) -> None:
    good = {"handed_over_at": "2026-10-05 10:00", "first_touch_at": "2026-10-05 11:00"}
    bad = good | {"first_touch_at": "2026-10-05 13:00"}
    pending = {"handed_over_at": "2026-10-30 17:00"}  # a Friday; the second hour ends on Monday at 10:00
    given = review(log(*[good] * met, *[bad] * late, pending, fields=TOUCH), "2026-10-31", "2026-10")
    assert only(RESPONSE, given).status == status


def test_only_a_dispute_with_a_note_and_both_names_moves_a_row_and_its_own_state_stays_visible() -> None:
    leads = log({"handed_over_at": "2026-10-05 10:00", "first_touch_at": "2026-10-05 13:00"}, fields=TOUCH)
    settled = Settled(RESPONSE.id, leads.identities[0], "met", "Called at 10:05 from a private phone", "Ana", "Tom")
    found = []
    for one in (settled, dataclasses.replace(settled, note=" "), dataclasses.replace(settled, sales="")):
        (told,) = evidence(RESPONSE, review(leads, "2026-10-31", actuals=Actuals(leads, settled=(one,))))
        found.append((told.state, told.settled_from))
    assert found == [("met", "late"), ("late", None), ("late", None)]
