"""How single leads count, kind by kind, worked out by hand."""

from __future__ import annotations

import dataclasses
from decimal import Decimal
from typing import Any

import numpy as np
import pytest

from tests.tracking.sample import RESPONSE, SALES, VOLUME, clock, log, made, review
from workbench.agreement.commitment import Commitment, Filter, LeadValue
from workbench.fields.value import Duration
from workbench.tracking.actuals import Actuals, Settled
from workbench.tracking.calendar_spec import CalendarSpec
from workbench.tracking.evidence import Evidence, evidence
from workbench.tracking.leads import UNREADABLE, LeadLog, Stamps, Words
from workbench.tracking.scorecard import scorecard
from workbench.tracking.why import Why

TWO_DAYS = Duration(2, "business_days")
DECISION = made(
    RESPONSE, id="d", kind="decision", clock=clock("handed_over_at", ("accepted_at", "rejected_at"), TWO_DAYS),
    needs=("handed_over_at", "accepted_at", "rejected_at"),
)  # fmt: skip
QUALITY = made(DECISION, id="q", kind="quality", by="marketing")
DEPTH = made(
    RESPONSE, id="f", kind="follow_up_depth",
    clock=clock("handed_over_at", ("last_attempt_at",), TWO_DAYS, attempts=3,
                stop_events=("accepted_at", "rejected_at")),
    needs=("handed_over_at", "attempts", "last_attempt_at"),
)  # fmt: skip
HANDED = "2026-10-05 10:00"
"""A Monday. Two business hours end at 12:00, two business days on Wednesday the 7th at 18:00."""


def behind(commitment: Commitment, leads: LeadLog, as_of: str = "2026-10-31", **changes: Any) -> Evidence:
    return evidence(commitment, review(leads, as_of, "2026-10", **changes))


def state(commitment: Commitment, as_of: str = "2026-10-31", **lead: Any) -> str:
    """The state of one lead; every field the commitment reads is carried."""
    fields = (*commitment.needs, "accepted_at", "rejected_at")
    (row,) = behind(commitment, log(lead, fields=fields), as_of)
    return row.state


def touched(handed: str, touch: str | None, as_of: str = "2026-10-31", within: Duration | None = None) -> str:
    one = made(RESPONSE, clock=clock("handed_over_at", ("first_touch_at",), within or Duration(2, "hours")))
    return state(one, as_of, handed_over_at=handed, first_touch_at=touch)


# ---- response


def test_a_response_on_the_deadline_is_met_and_a_second_later_late() -> None:
    assert touched(HANDED, "2026-10-05 12:00:00") == "met"
    assert touched(HANDED, "2026-10-05 12:00:01") == "late"


def test_a_lead_without_response_is_pending_to_the_deadline_and_overdue_after_it() -> None:
    assert touched(HANDED, None, "2026-10-05 12:00:00") == "pending"
    assert touched(HANDED, None, "2026-10-05 12:00:01") == "overdue"
    assert touched(HANDED, "2026-10-05 12:30", "2026-10-05 12:10") == "overdue"  # not yet touched then


def test_friday_1755_ten_minutes_is_monday_0905() -> None:
    ten = Duration(10, "minutes")
    assert touched("2026-10-09 17:55", "2026-10-12 09:05", within=ten) == "met"
    assert touched("2026-10-09 17:55", "2026-10-12 09:05:01", within=ten) == "late"


def test_the_end_of_the_next_business_day() -> None:
    one = Duration(1, "business_days")
    assert touched(HANDED, "2026-10-06 18:00", within=one) == "met"
    assert touched(HANDED, "2026-10-06 18:00:01", within=one) == "late"
    assert touched("2026-10-10 12:00", "2026-10-12 18:00", within=one) == "met"  # Saturday: Monday's closing


def test_a_touch_before_the_start_is_met_and_flagged() -> None:
    (row,) = behind(RESPONSE, log({"handed_over_at": HANDED, "first_touch_at": "2026-10-02 10:00"}))
    assert (row.state, row.reason.template, row.working_seconds) == (
        "met",
        "Touched before the clock started; counts as met.",
        0,
    )


def test_a_date_only_start_counts_from_its_day_and_is_due_at_the_end_of_a_day() -> None:
    # Monday without time: two hours from Monday 00:00 end at 11:00, moved to the end of Monday.
    for touch, expected in (("2026-10-05 23:59:59", "met"), ("2026-10-06 00:00:01", "late"), ("2026-10-05", "met")):
        assert touched("2026-10-05", touch) == expected
    # Saturday without time: due Monday at 11:00, moved to the end of Monday.
    assert touched("2026-10-10", "2026-10-12 20:00") == "met"
    assert touched("2026-10-10", "2026-10-13") == "late"
    assert touched("2026-10-05", None, "2026-10-05 23:59:59") == "pending"
    assert touched("2026-10-05", None, "2026-10-06 00:00:00") == "overdue"
    assert touched("2026-10-05", None, "2026-10-05") == "pending"


def test_a_date_only_touch_is_compared_by_day() -> None:
    assert touched(HANDED, "2026-10-05") == "met"  # the same day, though midnight lies before the start
    assert touched(HANDED, "2026-10-06") == "late"
    assert touched("2026-10-05 17:00", "2026-10-06") == "met"  # due Tuesday 10:00
    cases = [("2026-10-05 17:00", "2026-10-06"), ("2026-10-05", "2026-10-05 17:00"), (HANDED, "2026-10-05 11:00")]
    rows = list(behind(RESPONSE, log(*({"handed_over_at": start, "first_touch_at": touch} for start, touch in cases))))
    assert [row.by_day for row in rows] == [True, False, True]  # by their starts: the second case comes first
    assert rows[0].document()["reason"] == "In time. A date without time: compared by day."
    assert rows[1].document()["reason"] == "In time."


def test_a_deadline_at_midnight_belongs_to_the_day_it_ends() -> None:
    import datetime as dt

    from workbench.tracking.calendar_spec import Opening

    late = CalendarSpec("Late", "Europe/Berlin", tuple(Opening(day, dt.time(16), dt.time(0)) for day in range(5)))
    one = made(RESPONSE, clock=clock("handed_over_at", ("first_touch_at",), Duration(1, "business_days")))
    cases = [("2026-10-05 17:00", "2026-10-06", "met"), ("2026-10-05 17:00", "2026-10-07", "late"),
             ("2026-10-05", "2026-10-06 23:59:59", "met"), ("2026-10-05", "2026-10-07 00:00:01", "late")]  # fmt: skip
    for start, touch, expected in cases:
        leads = log({"handed_over_at": start, "first_touch_at": touch})
        assert [row.state for row in behind(one, leads, calendars={"sales": late})] == [expected]


def test_the_calendar_of_another_zone_takes_dates_as_its_own() -> None:
    york = CalendarSpec("New York", "America/New_York", SALES.hours)
    one = made(RESPONSE, clock=clock("handed_over_at", ("first_touch_at",), Duration(1, "business_days")))
    # Handed over on Monday 5 October, no time: by the end of Tuesday in New York, which is Wednesday 06:00 in Berlin.
    for touch, expected in (
        ("2026-10-07 05:59:59", "met"),
        ("2026-10-07 06:00:00", "late"),
        ("2026-10-06", "met"),
        ("2026-10-07", "late"),
    ):
        leads = log({"handed_over_at": "2026-10-05", "first_touch_at": touch})
        assert [row.state for row in behind(one, leads, calendars={"york": york})] == [expected]


def test_the_first_of_several_stops_counts() -> None:
    two = made(RESPONSE, clock=clock("handed_over_at", ("first_touch_at", "accepted_at"), Duration(2, "hours")))
    assert state(two, handed_over_at=HANDED, first_touch_at="2026-10-06 10:00", accepted_at="2026-10-05 11:00") == "met"


def test_outages_stop_the_clock() -> None:
    from tests.tracking.sample import instant
    from workbench.tracking.calendar_spec import Outage

    down = dataclasses.replace(SALES, outages=(Outage(instant("2026-10-05 11:00"), instant("2026-10-05 13:00")),))
    leads = log({"handed_over_at": HANDED, "first_touch_at": "2026-10-05 14:00"})  # an hour before, an hour after
    (row,) = behind(RESPONSE, leads, calendars={"sales": down})
    assert (row.state, row.working_seconds) == ("met", 7200)


# ---- unreadable and excluded


def unreadable(leads: LeadLog, field: str) -> LeadLog:
    """The same leads with every cell of a field unreadable."""
    bad = (
        Words(np.full(len(leads), -2, np.int32), ())
        if field in {"tier", "excluded"}
        else Stamps(np.full(len(leads), UNREADABLE))
    )
    return LeadLog(leads.identities, {**leads.columns, field: bad})


def test_an_unreadable_date_makes_the_lead_unknown_where_it_is_needed() -> None:
    leads = unreadable(log({"handed_over_at": HANDED, "first_touch_at": None}), "first_touch_at")
    (row,) = behind(RESPONSE, leads)
    assert (row.state, row.document()["reason"]) == ("unknown", "Not readable: First touch.")
    volume = made(VOLUME, anchor="handed_over_at", needs=("handed_over_at",))
    assert [row.state for row in behind(volume, leads)] == ["met"]


@pytest.mark.parametrize("bad", ["accepted_at", "rejected_at"])
def test_an_unreadable_event_might_have_been_the_first(bad: str) -> None:
    other = {"accepted_at": "rejected_at", "rejected_at": "accepted_at"}[bad]
    leads = unreadable(log({"handed_over_at": HANDED, other: "2026-10-06 10:00", bad: None}), bad)
    for kind in (DECISION, QUALITY):
        (row,) = behind(kind, leads)
        assert (row.state, row.event, row.working_seconds, row.waiting_seconds) == ("unknown", None, None, None)


def test_a_date_no_lead_can_have_is_unreadable() -> None:
    assert touched(HANDED, "1999-12-31 12:00") == "unknown"


def test_a_lead_whose_anchor_is_unreadable_is_counted_apart() -> None:
    from workbench.tracking.scorecard import scorecard

    leads = unreadable(log({"handed_over_at": HANDED, "first_touch_at": None}), "handed_over_at")
    given = review(leads, "2026-10-31", "2026-10")
    (line,) = scorecard([RESPONSE], given).results
    assert (line.undated, line.unknown) == (1, 0)


def test_an_unreadable_scope_or_exclusion_makes_unknown() -> None:
    leads = log({"handed_over_at": HANDED, "first_touch_at": "2026-10-05 11:00", "tier": "A", "excluded": None})
    scoped = made(RESPONSE, scope=(Filter("tier", ("A",)),))
    assert [row.document()["reason"] for row in behind(scoped, unreadable(leads, "tier"))] == ["Not readable: Tier."]
    assert [row.document()["reason"] for row in behind(RESPONSE, unreadable(leads, "excluded"))] == [
        "Not readable: Excluded."
    ]


def test_exclusions_are_counted_with_their_reason() -> None:
    leads = log({"handed_over_at": HANDED, "first_touch_at": None, "excluded": "Spam"})
    (row,) = behind(RESPONSE, leads)
    assert (row.state, row.document()["reason"]) == ("excluded", "Excluded: Spam.")
    blank = log({"handed_over_at": HANDED, "first_touch_at": "2026-10-05 11:00", "excluded": "  "})
    assert [row.state for row in behind(RESPONSE, blank)] == ["met"]


def test_a_scope_compares_without_case_and_spaces_and_a_blank_never_matches() -> None:
    scoped = made(VOLUME, scope=(Filter("tier", (" a", "")),))
    rows = [{"qualified_at": HANDED, "tier": tier} for tier in ("A", " a ", "B", "", "  ", None)]
    assert len(behind(scoped, log(*rows))) == 2


def test_a_scope_compares_numbers_as_numbers() -> None:
    scoped = made(VOLUME, scope=(Filter("score", ("10.0", "x")),))
    rows = [{"qualified_at": HANDED, "score": score} for score in ("10", "10.5", None)]
    assert len(behind(scoped, log(*rows))) == 1


# ---- the ceiling


def capped(ceiling: int, *starts: str, **changes: Any) -> list[str]:
    one = made(RESPONSE, relief=("ceiling",), ceiling=ceiling, ceiling_period="month", **changes)
    rows = [{"handed_over_at": start, "first_touch_at": start, "excluded": None} for start in starts]
    return [row.state for row in behind(one, log(*rows))]


def test_leads_beyond_the_ceiling_are_excluded_by_the_start_of_their_clock() -> None:
    assert capped(2, "2026-10-07 10:00", "2026-10-05 10:00", "2026-10-06 10:00") == ["met", "met", "excluded"]


def test_leads_that_start_with_the_last_one_inside_are_inside() -> None:
    assert capped(2, "2026-10-05 10:00", "2026-10-06 10:00", "2026-10-06 10:00", "2026-10-06 10:01") == [
        "met",
        "met",
        "met",
        "excluded",
    ]


def test_the_ceiling_counts_every_lead_that_is_not_excluded_whatever_the_scope() -> None:
    rows: list[dict[str, Any]] = [
        {"handed_over_at": "2026-10-05 10:00", "first_touch_at": "2026-10-05 10:00", "tier": "B", "excluded": "Spam"},
        {"handed_over_at": "2026-10-05 11:00", "first_touch_at": "2026-10-05 11:00", "tier": "B", "excluded": None},
        {"handed_over_at": "2026-10-05 12:00", "first_touch_at": "2026-10-05 12:00", "tier": "A", "excluded": None},
        {"handed_over_at": "2026-10-05 13:00", "first_touch_at": "2026-10-05 13:00", "tier": "A", "excluded": None},
    ]
    one = made(RESPONSE, relief=("ceiling",), ceiling=2, ceiling_period="month", scope=(Filter("tier", ("A",)),))
    assert [row.state for row in behind(one, log(*rows))] == ["met", "excluded"]


def test_the_ceiling_follows_the_clock_where_another_date_sets_the_period() -> None:
    # Qualified in September, one lead above September's ceiling; handed over, and so judged, in October.
    one = made(DECISION, clock=clock("qualified_at", ("accepted_at", "rejected_at"), TWO_DAYS),
               relief=("ceiling",), ceiling=2, ceiling_period="month")  # fmt: skip
    rows = [{"qualified_at": f"2026-09-0{day} 10:00", "handed_over_at": HANDED} for day in (7, 8, 9)]
    leads = log(*rows, fields=("accepted_at", "rejected_at"))
    assert [row.state for row in behind(one, leads)] == ["overdue", "overdue", "excluded"]


def test_a_ceiling_without_relief_is_nothing() -> None:
    one = made(RESPONSE, ceiling=1, ceiling_period="month")
    rows = [{"handed_over_at": f"2026-10-05 1{n}:00", "first_touch_at": f"2026-10-05 1{n}:00"} for n in range(3)]
    assert [row.state for row in behind(one, log(*rows))] == ["met"] * 3


# ---- follow-up depth


def depth(as_of: str = "2026-10-31", **lead: Any) -> str:
    return state(DEPTH, as_of, handed_over_at=HANDED, **lead)


def test_depth_with_a_count_and_the_last_attempt() -> None:
    assert depth(attempts=3, last_attempt_at="2026-10-07 18:00") == "met"
    assert depth(attempts=3, last_attempt_at="2026-10-07 18:00:01") == "unknown"  # the third may have been in time
    assert depth(attempts=4, last_attempt_at=None) == "unknown"
    assert depth(attempts=2, last_attempt_at="2026-10-06 10:00") == "overdue"
    assert depth("2026-10-06", attempts=2, last_attempt_at="2026-10-06 10:00") == "pending"
    assert depth(attempts=None) == "overdue"
    assert depth(attempts=3, last_attempt_at="2026-10-02 10:00") == "unknown"  # before the start


def test_an_undated_attempt_is_no_event() -> None:
    leads = log({"handed_over_at": HANDED, "attempts": 3, "last_attempt_at": "2026-10-09 10:00"})
    (row,) = behind(DEPTH, leads)
    assert (row.state, row.event, row.working_seconds) == ("unknown", None, None)
    assert row.document()["reason"] == "Enough attempts, but no date shows whether they were in time."


def test_depth_with_a_stop_event() -> None:
    assert depth(attempts=1, accepted_at="2026-10-06 10:00") == "met"
    assert depth(attempts=5, last_attempt_at=None, accepted_at="2026-10-06 10:00") == "met"  # whatever the count
    assert depth(attempts=1, accepted_at="2026-10-08 10:00") == "late"
    assert depth(attempts=5, last_attempt_at="2026-10-09 10:00", accepted_at="2026-10-08 10:00") == "unknown"
    assert depth(attempts=1, accepted_at="2026-10-02 10:00") == "unknown"  # before the start


def test_depth_with_the_date_of_the_attempt_that_was_needed() -> None:
    assert depth(attempts=9, last_attempt_at="2026-10-20 10:00", attempt_3_at="2026-10-07 12:00") == "met"
    assert depth(attempts=9, last_attempt_at="2026-10-06 10:00", attempt_3_at="2026-10-08 12:00") == "late"
    alone = log({"handed_over_at": HANDED, "attempt_3_at": "2026-10-07 12:00"})
    assert [row.state for row in behind(DEPTH, alone)] == ["met"]  # activities stand in for count and last attempt


# ---- decision, quality, recycle, hand-over


def test_the_earlier_of_acceptance_and_rejection_is_the_decisions_time() -> None:
    both = {"accepted_at": "2026-10-06 10:00", "rejected_at": "2026-10-12 10:00"}
    assert state(DECISION, handed_over_at=HANDED, **both) == "met"
    assert (
        state(DECISION, handed_over_at=HANDED, accepted_at="2026-10-08 10:00", rejected_at="2026-10-12 10:00") == "late"
    )
    assert state(DECISION, handed_over_at=HANDED, accepted_at="2026-10-02 10:00") == "unknown"


def test_the_later_of_acceptance_and_rejection_is_the_outcome() -> None:
    early, late = "2026-10-06 10:00", "2026-10-12 10:00"
    assert state(QUALITY, handed_over_at=HANDED, accepted_at=early, rejected_at=late) == "late"
    assert state(QUALITY, handed_over_at=HANDED, accepted_at=late, rejected_at=early) == "met"
    assert state(QUALITY, handed_over_at=HANDED, accepted_at=early, rejected_at=early) == "late"
    assert state(QUALITY, "2026-10-10", handed_over_at=HANDED, accepted_at=early, rejected_at=late) == "met"
    assert state(QUALITY, handed_over_at=HANDED, accepted_at=early) == "met"
    assert state(QUALITY, handed_over_at=HANDED) == "pending"


def test_silence_counts_as_acceptance_once_the_window_has_passed() -> None:
    silent = made(QUALITY, silence_accepts=True)
    assert state(silent, "2026-10-07 18:00:00", handed_over_at=HANDED) == "pending"
    assert state(silent, "2026-10-07 18:00:01", handed_over_at=HANDED) == "met"
    assert state(silent, handed_over_at=HANDED, rejected_at="2026-10-20 10:00") == "late"
    unstarted = made(silent, clock=clock("qualified_at", ("accepted_at", "rejected_at"), TWO_DAYS))
    leads = log({"handed_over_at": HANDED}, fields=("accepted_at", "rejected_at", "qualified_at"))
    assert [row.state for row in behind(unstarted, leads)] == ["pending"]  # a window that never opened has not passed


def test_hand_over_speed_and_recycle_know_no_event_before_the_start() -> None:
    speed = made(RESPONSE, kind="hand_over_speed", anchor="qualified_at", needs=("qualified_at", "handed_over_at"),
                 clock=clock("qualified_at", ("handed_over_at",), Duration(4, "hours")))  # fmt: skip
    for handed, expected in (
        ("2026-10-05 14:00", "met"),
        ("2026-10-05 14:00:01", "late"),
        ("2026-10-05 09:59", "unknown"),
        ("2026-10-05", "met"),
    ):
        assert state(speed, qualified_at=HANDED, handed_over_at=handed) == expected
    recycle = made(speed, kind="recycle", anchor="rejected_at", needs=("rejected_at", "recycled_at"),
                   clock=clock("rejected_at", ("recycled_at",), TWO_DAYS))  # fmt: skip
    assert state(recycle, rejected_at=HANDED, recycled_at="2026-10-07 18:00") == "met"
    assert state(recycle, rejected_at=HANDED, recycled_at=None) == "overdue"


def test_a_clock_without_a_start_is_unknown() -> None:
    other = made(DECISION, clock=dataclasses.replace(DECISION.clock or RESPONSE.clock, start="qualified_at"))  # type: ignore[type-var]  # never nothing here
    (row,) = behind(other, log({"handed_over_at": HANDED}, fields=(*other.needs, "qualified_at")))
    assert (row.state, row.document()["reason"]) == ("unknown", "The clock has no start: Qualified is empty.")
    assert (row.start, row.deadline) == (None, None)


# ---- contents, conversion, counts


def test_completeness_takes_a_blank_for_empty() -> None:
    complete = made(VOLUME, kind="completeness", unit="share", required_fields=("email", "attempts", "custom:Role"),
                    needs=("qualified_at",))  # fmt: skip
    rows: list[dict[str, Any]] = [
        {"email": "a@b.example", "attempts": 0, "custom:Role": "CFO"},
        {"email": "  ", "attempts": None, "custom:Role": "CFO"},
    ]
    found = list(behind(complete, log(*({"qualified_at": HANDED, **row} for row in rows))))
    assert [row.state for row in found] == ["met", "late"]
    assert found[1].document()["reason"] == "Not filled in: E-mail, Attempts."


def test_reasons_come_from_the_agreed_list() -> None:
    listed = made(VOLUME, kind="reasons", unit="share", anchor="rejected_at", allowed_values=("No budget", "Too early"),
                  needs=("rejected_at", "reject_reason"))  # fmt: skip
    rows = [{"rejected_at": HANDED, "reject_reason": reason} for reason in (" no BUDGET", "Bad fit", " ", None)]
    found = list(behind(listed, log(*rows)))
    assert [row.state for row in found] == ["met", "late", "late", "late"]
    assert [row.document()["reason"] for row in found[1:3]] == [
        "The reason is not on the agreed list: Bad fit.",
        "No reason is given.",
    ]


def test_conversion_counts_whoever_reached_the_stage_by_the_instant() -> None:
    onward = made(VOLUME, kind="conversion", unit="share", anchor="accepted_at", reached="sql_at", needs=())
    assert state(onward, accepted_at=HANDED, sql_at="2026-10-30 10:00") == "met"
    assert state(onward, "2026-10-29", accepted_at=HANDED, sql_at="2026-10-30 10:00") == "late"
    assert state(onward, accepted_at=HANDED, sql_at="2026-10-02 10:00") == "met"


def test_conversion_has_a_view_by_cohort_and_one_by_period() -> None:
    onward = made(
        VOLUME, kind="conversion", unit="share", anchor="accepted_at", reached="sql_at", target=Decimal("0.5"),
        scope=(Filter("tier", ("A",)),), needs=(),
    )  # fmt: skip
    rows = [
        {"accepted_at": "2026-09-10 10:00", "sql_at": "2026-10-02 10:00", "tier": "A"},  # reached a month later
        {"accepted_at": "2026-09-11 10:00", "sql_at": "2026-09-20 10:00", "tier": "A"},
        {"accepted_at": "2026-10-05 10:00", "sql_at": "2026-11-03 10:00", "tier": "A"},  # likewise
        {"accepted_at": "2026-10-06 10:00", "sql_at": "2026-10-30 10:00", "tier": "A"},
        {"accepted_at": "2026-10-07 10:00", "tier": "A"},
        {"accepted_at": "2026-10-08 10:00", "sql_at": "2026-10-09 10:00", "tier": "B"},  # not in the scope
        {"accepted_at": "2026-10-09 10:00", "sql_at": "2026-10-10 10:00", "tier": "A", "excluded": "Spam"},
        {"accepted_at": "2026-10-12 10:00", "sql_at": "2026-12-24 10:00", "tier": "A"},  # after the data
    ]
    september, october, november = scorecard([onward], review(log(*rows), "2026-11-30")).results
    # by cohort: of 2 accepted in September 2 reached it, of 4 in October 2 (one in November, one in October)
    assert [(one.met, one.denominator) for one in (september, october, november)] == [(2, 2), (2, 4), (0, 0)]
    # by period: 1 reached it in September, 2 in October (one of September's), 1 in November
    assert [one.reached_in_period for one in (september, october, november)] == [1, 2, 1]
    assert [one.period_value for one in (september, october, november)] == [Decimal("0.5"), Decimal("0.5"), None]


def test_value_takes_the_first_type_that_matches_and_adds_exactly() -> None:
    from tests.tracking.sample import only

    worth = made(
        VOLUME, kind="value", unit="currency", target=Decimal("3.30"), needs=("qualified_at",),
        lead_values=(LeadValue("Demo", (Filter("source", ("demo",)),), Decimal("1.10")),
                     LeadValue("Any A", (Filter("tier", ("A",)),), Decimal("0.05"))),
    )  # fmt: skip
    rows = [
        {"qualified_at": HANDED, "source": source, "tier": tier}
        for source, tier in (("Demo", "A"), ("DEMO", "B"), ("demo", None), ("Event", "A"), ("Event", "B"))
    ]
    leads = log(*rows)
    line = only(worth, review(leads, "2026-10-31", "2026-10"))
    assert (line.value, line.status, line.met) == (Decimal("3.35"), "met", 5)
    exact = only(worth, review(leads.take(np.array([0, 1, 2])), "2026-10-31", "2026-10"))
    assert exact.status == "met"  # 3 * 1.10 is 3.3000000000000003 as floats, and exactly 3.30 here
    found = list(behind(worth, leads))
    assert [row.worth for row in found] == [Decimal("1.10")] * 3 + [Decimal("0.05"), Decimal(0)]
    assert [row.document()["reason"] for row in found[3:]] == [
        "Counts as Any A.",
        "Matches no lead type, so it is worth nothing.",
    ]


def test_a_volume_counts_each_lead_once_in_the_period_of_its_stage() -> None:
    leads = log(
        {"qualified_at": "2026-10-01"},
        {"qualified_at": "2026-10-31 23:59:59"},
        {"qualified_at": "2026-11-01"},
        {"qualified_at": None},
    )
    assert [row.state for row in behind(VOLUME, leads, "2026-11-30")] == ["met", "met"]


# ---- disputes


@pytest.mark.parametrize(
    ("note", "person", "expected"),
    [("Called from a private phone", "Sam", "met"), (" ", "Sam", "late"), ("Called", "", "late")],
)
def test_a_settled_dispute_replaces_the_state_and_keeps_the_original(note: str, person: str, expected: str) -> None:
    leads = log({"lead_id": "7", "handed_over_at": HANDED, "first_touch_at": "2026-10-05 13:00"})
    actuals = Actuals(leads, settled=(Settled(RESPONSE.id, "id:7", "met", note, "Elena", person),))
    (row,) = behind(RESPONSE, leads, actuals=actuals)
    assert (row.state, row.settled_from) == (expected, "late" if expected == "met" else None)
    if expected == "met":
        assert row.document()["reason"] == "Settled by both teams: Called from a private phone (Elena, Sam)"


def test_an_excluded_lead_that_both_settle_as_met_counts_with_its_value() -> None:
    from tests.tracking.sample import only

    worth = made(VOLUME, kind="value", lead_values=(LeadValue("Any", (Filter("source", ("Web",)),), Decimal(7)),))
    leads = log({"lead_id": "7", "qualified_at": HANDED, "source": "Web", "excluded": "Duplicate"})
    actuals = Actuals(leads, settled=(Settled(worth.id, "id:7", "met", "Not the same person", "Elena", "Sam"),))
    assert only(worth, review(leads, "2026-10-31", actuals=actuals)).value == 7
    (row,) = behind(worth, leads, actuals=actuals)
    assert row.worth == 7
    assert row.settled_from == "excluded"


def test_every_reason_belongs_to_a_state_and_has_words() -> None:
    from workbench.tracking.why import CODES, SETTLED, STATE_OF, STATES, WORDS

    assert set(WORDS) == set(Why)
    assert max(Why) < CODES
    assert all(STATES[STATE_OF[why]] == why.state for why in Why)
    assert all(why.state == state for state, why in SETTLED.items())
