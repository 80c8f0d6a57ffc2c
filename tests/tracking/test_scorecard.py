"""The scorecard worked out by hand: statuses, tolerance, samples, pace, pro-rating, what is missing."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from tests.tracking.sample import RESPONSE, SALES, VOLUME, clock, figures, log, made, only, review
from workbench.agreement.commitment import Filter
from workbench.base.language import language
from workbench.fields.value import Duration
from workbench.tracking.actuals import Actuals, Done, PeriodTotal
from workbench.tracking.calendar_spec import CalendarSpec, DayOff, SpecialDay
from workbench.tracking.leads import NO_LEADS, LeadLog
from workbench.tracking.note import NOTHING
from workbench.tracking.periods import Period
from workbench.tracking.review import InForce, Review
from workbench.tracking.scorecard import scorecard

IN_TIME = {"handed_over_at": "2026-10-05 10:00", "first_touch_at": "2026-10-05 11:00"}
LATE = {"handed_over_at": "2026-10-05 10:00", "first_touch_at": "2026-10-05 13:00"}
OVERDUE = {"handed_over_at": "2026-10-05 10:00"}
PENDING = {"handed_over_at": "2026-10-30 17:30"}
"""Due Monday 2 November, 10:30."""


def responses(in_time: int, late: int, pending: int = 0) -> LeadLog:
    return log(*[IN_TIME] * in_time, *[LATE] * late, *[PENDING] * pending, fields=tuple(IN_TIME))


def status(leads: LeadLog, as_of: str, **changes: object) -> str:
    return only(made(RESPONSE, **changes), review(leads, as_of, "2026-10")).status


# ---- shares


def test_every_figure_of_a_share() -> None:
    leads = log(*[IN_TIME] * 7, LATE, LATE, OVERDUE, PENDING, PENDING, {**IN_TIME, "excluded": "Spam"})
    line = only(RESPONSE, review(leads, "2026-10-31"))
    assert figures(line, "met", "late", "overdue", "pending", "excluded", "unknown") == (7, 2, 1, 2, 1, 0)
    # D = 7 + 2 + 1 = 10; result 7/10, lowest 7/12, highest 9/12
    assert figures(line, "numerator", "denominator", "value") == (7, 10, Decimal("0.7"))
    assert line.lowest == Decimal(7) / 12
    assert line.highest == Decimal("0.75")
    # seven of 3,600 s and two of 10,800 s: the fifth of nine, and 0.9 * 8 = rank 7.2: 10,800
    assert figures(line, "median_seconds", "p90_seconds") == (3600, 10800)
    assert line.allowed_misses == 1  # floor(0.1 * 10)
    assert figures(line, "status", "target", "minimum_sample", "needs_missing") == ("missed", Decimal("0.9"), 1, ())


@pytest.mark.parametrize(
    ("target", "decided", "misses"), [("0.9", 19, 1), ("0.9", 20, 2), ("0.8", 121, 24), ("1", 50, 0), ("0.7", 10, 3)]
)
def test_allowed_misses_are_rounded_down(target: str, decided: int, misses: int) -> None:
    # floor(0.1*19) = 1, floor(0.1*20) = 2, floor(0.2*121) = floor(24.2), none, floor(0.3*10) = 3 (2.9999 as a float)
    line = only(made(RESPONSE, target=Decimal(target)), review(responses(decided, 0), "2026-10-31"))
    assert line.allowed_misses == misses


def test_allowed_misses_are_of_decided_leads() -> None:
    assert only(RESPONSE, review(responses(19, 0, 1), "2026-10-31", "2026-10")).allowed_misses == 1  # floor(0.1 * 19)


def test_a_closed_period_is_met_or_missed() -> None:
    assert status(responses(9, 1), "2026-10-31") == "met"  # 9/10 is 0.9, not below it
    assert status(responses(8, 2), "2026-10-31") == "missed"
    assert status(responses(8, 2), "2026-10-31", target=Decimal("0.8")) == "met"


def test_kept_is_compared_exactly() -> None:
    # As floats 0.9 - 0.2 is 0.7000000000000001, which 7 of 10 would miss.
    assert status(responses(7, 3), "2026-10-31", tolerance=Decimal("0.2")) == "met"
    # 2 of 3 is above 0.6666666666 and below 0.6666666667.
    assert status(responses(2, 1), "2026-10-31", target=Decimal("0.6666666666666666666666")) == "met"
    assert status(responses(2, 1), "2026-10-31", target=Decimal("0.6666666666666666666667")) == "missed"


def test_tolerance_decides_closed_periods_and_not_open_ones() -> None:
    leads, slack = responses(8, 2), {"tolerance": Decimal("0.1")}
    assert status(leads, "2026-10-31", **slack) == "met"
    assert status(leads, "2026-10-20", **slack) == "at_risk"


def test_leads_compared_by_day_or_touched_too_early_are_counted() -> None:
    day = {"handed_over_at": "2026-10-05 10:00", "first_touch_at": "2026-10-05"}
    early = {"handed_over_at": "2026-10-05 10:00", "first_touch_at": "2026-10-02 10:00"}
    line = only(RESPONSE, review(log(IN_TIME, day, day, early, {**day, "excluded": "Spam"}), "2026-10-31"))
    assert figures(line, "by_day", "touched_before_start", "met") == (2, 1, 4)


def test_an_open_period_is_never_missed() -> None:
    line = only(RESPONSE, review(responses(0, 10, 1), "2026-10-30 17:45", "2026-10"))
    assert figures(line, "status", "pending", "reason") == ("at_risk", 1, NOTHING)
    assert status(responses(9, 1), "2026-10-20") == "on_track"


def test_pending_leads_keep_a_closed_period_open_while_they_can_change_it() -> None:
    # 9 met, 1 late, 1 pending: 9/11 = 0.818 at the lowest, 10/11 = 0.909 at the highest.
    line = only(RESPONSE, review(responses(9, 1, 1), "2026-10-31"))
    assert line.status == "on_track"  # 9/10 so far
    assert line.reason.text(language()) == "The period has ended; pending leads can still change the result: 1."
    assert status(responses(8, 1, 1), "2026-10-31") == "at_risk"  # 8/9 so far, 9/10 at the highest
    assert status(responses(9, 0, 1), "2026-10-31") == "met"  # 9/10 at the lowest
    assert status(responses(8, 2, 1), "2026-10-31") == "missed"  # 9/11 at the highest
    # On Monday at 10:30:01 the pending lead is overdue: 9/11.
    assert status(responses(9, 1, 1), "2026-11-02 10:30:00") == "on_track"
    assert status(responses(9, 1, 1), "2026-11-02 10:30:01") == "missed"


def test_too_little_data_shows_the_raw_numbers() -> None:
    line = only(made(RESPONSE, minimum_sample=10), review(responses(8, 1), "2026-10-31"))
    assert figures(line, "status", "met", "late", "value") == ("too_little_data", 8, 1, Decimal(8) / 9)
    assert line.reason.text(language()) == "Fewer than 10 leads."
    assert status(responses(8, 1, 1), "2026-10-31", minimum_sample=10) == "at_risk"  # pending ones count
    assert status(responses(9, 1), "2026-10-31", minimum_sample=10) == "met"


def test_nothing_decided_yet_is_too_little_data() -> None:
    line = only(RESPONSE, review(responses(0, 0, 3), "2026-10-30 17:45", "2026-10"))
    assert figures(line, "status", "pending", "value", "lowest", "highest") == ("too_little_data", 3, None, 0, 1)
    assert line.reason.text(language()) == "Nothing is decided yet."
    line = only(made(RESPONSE, minimum_sample=0), review(responses(0, 0, 0), "2026-10-31", "2026-10"))
    assert figures(line, "status", "lowest", "highest") == ("too_little_data", None, None)


def test_operators_are_mirrored() -> None:
    few = {"operator": "<=", "target": Decimal("0.3")}
    assert status(responses(3, 7), "2026-10-31", **few) == "met"
    assert status(responses(4, 6), "2026-10-31", **few) == "missed"
    assert status(responses(4, 6), "2026-10-31", **few, tolerance=Decimal("0.1")) == "met"
    assert status(responses(2, 7, 1), "2026-10-31", **few) == "met"  # 3/10 at the highest
    some = {"operator": "between", "target": Decimal("0.5"), "target_upper": Decimal("0.6")}
    assert [status(responses(n, 10 - n), "2026-10-31", **some) for n in (4, 5, 6, 7)] == [
        "missed",
        "met",
        "met",
        "missed",
    ]
    # 4 of 9 decided, 2 of 11 pending: 4/11 to 6/11, of which only 6/11 = 0.545 lies between
    assert status(responses(4, 5, 2), "2026-10-31", **some) == "at_risk"


# ---- counts


def qualified(count: int, day: str = "2026-10-05") -> LeadLog:
    return log(*[{"qualified_at": f"{day} 10:00"}] * count)


def test_a_volume_on_its_pace() -> None:
    # October 2026 has 22 working days; Wednesday the 14th is the 10th. Pace 20 * 10/22 = 9.09.
    line = only(VOLUME, review(qualified(10), "2026-10-14"))
    assert figures(line, "working_days", "elapsed_days") == (22, 10)
    assert figures(line, "status", "value", "numerator", "denominator") == ("on_track", 10, 10, None)
    assert line.pace == Decimal(200) / 22
    assert line.forecast == Decimal(22)  # 10 * 22/10
    assert line.required_per_day == Decimal(10) / 12  # 10 left, 12 days left
    assert only(VOLUME, review(qualified(9), "2026-10-14")).status == "at_risk"


def test_no_forecast_before_the_third_working_day() -> None:
    # 1 October 2026 is a Thursday: the 3rd and 4th are a weekend, Monday the 5th is the third working day.
    leads = qualified(4, "2026-10-01")
    assert only(VOLUME, review(leads, "2026-10-02")).forecast is None
    assert only(VOLUME, review(leads, "2026-10-04")).forecast is None
    assert only(VOLUME, review(leads, "2026-10-05")).forecast == Decimal(4 * 22) / 3


def test_a_closed_volume_is_kept_within_its_tolerance() -> None:
    for count, tolerance, expected in (
        (20, "0", "met"),
        (19, "0", "missed"),
        (19, "0.05", "met"),
        (18, "0.05", "missed"),
    ):
        line = only(made(VOLUME, tolerance=Decimal(tolerance)), review(qualified(count), "2026-10-31"))
        assert figures(line, "status", "forecast", "required_per_day") == (expected, None, None)


def test_a_part_of_a_period_owes_a_part_of_the_target_rounded_up() -> None:
    # In force from Monday 12 October: 15 of 22 working days. 20 * 15/22 = 13.6, so 14.
    force = InForce(dt.date(2026, 10, 12))
    leads = log(*[{"qualified_at": "2026-10-13 10:00"}] * 14, {"qualified_at": "2026-10-09 10:00"})
    line = only(VOLUME, review(leads, "2026-10-31", in_force=force))
    assert figures(line, "target", "value", "status", "working_days") == (14, 14, "met", 15)
    # On the 14th three of the fifteen days have passed: pace 14 * 3/15.
    assert only(VOLUME, review(leads, "2026-10-14", in_force=force)).pace == Decimal("2.8")
    ends = InForce(None, dt.date(2026, 10, 9))  # 7 working days: 20 * 7/22 = 6.4
    line = only(VOLUME, review(qualified(7), "2026-10-09", in_force=ends))
    assert figures(line, "target", "status") == (7, "on_track")  # the month is still open
    line = only(VOLUME, review(qualified(7), "2026-10-31", in_force=ends))
    assert figures(line, "target", "status") == (7, "met")


def test_a_share_is_not_pro_rated() -> None:
    line = only(RESPONSE, review(responses(9, 1), "2026-10-31", in_force=InForce(dt.date(2026, 10, 5))))
    assert figures(line, "target", "status") == (Decimal("0.9"), "met")


def test_a_period_may_have_a_target_of_its_own() -> None:
    own = made(VOLUME, period_targets=(("2026-10", Decimal(5)),))
    lines = scorecard([own], review(qualified(5), "2026-11-30")).results
    assert [figures(line, "period", "target", "status") for line in lines] == [
        ("2026-10", 5, "met"),
        ("2026-11", 20, "missed"),
    ]


def test_holidays_move_the_pace() -> None:
    closed = CalendarSpec(
        **{**SALES.__dict__, "days_off": tuple(DayOff(dt.date(2026, 10, day)) for day in range(5, 10))}
    )
    line = only(VOLUME, review(qualified(10), "2026-10-14", calendars={"sales": closed}))
    assert figures(line, "working_days", "elapsed_days", "pace") == (17, 5, Decimal(100) / 17)


def test_special_days_alone_are_no_calendar() -> None:
    special = SpecialDay(dt.date(2026, 12, 24), dt.time(9), dt.time(13), "Christmas Eve")
    shut = CalendarSpec(**{**SALES.__dict__, "hours": (), "special_days": (special,)})
    for promise in (RESPONSE, VOLUME):
        line = only(promise, review(responses(8, 0), "2026-10-31", "2026-10", calendars={"sales": shut}))
        assert line.status == "not_measurable"
    assert "no opening hours" in only(
        RESPONSE, review(responses(8, 0), "2026-10-31", "2026-10", calendars={"sales": shut})
    ).reason.text(language())


def test_every_day_counts_where_no_calendar_is_agreed() -> None:
    line = only(VOLUME, review(qualified(10), "2026-10-14", calendars={}))
    assert figures(line, "working_days", "elapsed_days", "status") == (31, 14, "on_track")


# ---- when


def test_a_period_closes_at_its_end_in_the_agreements_zone() -> None:
    leads = responses(8, 2)
    assert status(leads, "2026-10-31 23:59:59") == "at_risk"
    assert status(leads, "2026-11-01 00:00:00") == "missed"
    assert status(leads, "2026-10-30") == "at_risk"
    assert status(leads, "2026-10-31") == "missed"
    tokyo = review(
        leads, "2026-10-31 15:30", "2026-10", zone="Asia/Tokyo"
    )  # 15:30 in Tokyo: half an hour of the 31st left
    assert only(RESPONSE, tokyo).status == "at_risk"


def test_the_day_of_an_instant_is_the_agreements() -> None:
    late = review(qualified(1), "2026-10-14 22:30+00:00", "2026-10")  # the 15th in Berlin
    assert only(VOLUME, late).elapsed_days == 11


def test_a_period_that_has_not_begun_is_not_due() -> None:
    line = only(VOLUME, review(qualified(3), "2026-10-14", "2026-12"))
    assert figures(line, "status", "value", "met", "target") == ("not_due", None, None, 20)
    assert line.reason.text(language()) == "The period has not begun."
    before = only(VOLUME, review(qualified(3), "2026-10-14", "2026-09", in_force=InForce(dt.date(2026, 10, 1))))
    assert (before.status, before.reason.text(language())) == ("not_due", "Not in force in this period.")


def test_what_is_dated_after_the_instant_has_not_happened() -> None:
    leads = log({"handed_over_at": "2026-10-05 10:00", "first_touch_at": "2026-10-05 11:00"})
    line = only(RESPONSE, review(leads, "2026-10-05 10:59:59", "2026-10"))
    assert figures(line, "pending", "met") == (1, 0)
    assert only(RESPONSE, review(leads, "2026-10-05 11:00:00", "2026-10")).met == 1
    assert only(VOLUME, review(qualified(1), "2026-10-05 09:59", "2026-10")).value == 0


def test_the_periods_judged_run_from_the_first_data_or_day_in_force_to_the_instant() -> None:
    leads = log({"qualified_at": "2026-09-08 10:00"}, {"qualified_at": "2026-11-05 10:00"})

    def judged(given: Review, **changes: object) -> list[str]:
        return [line.period for line in scorecard([made(VOLUME, **changes)], given).results]

    assert judged(review(leads, "2026-11-18")) == ["2026-09", "2026-10", "2026-11"]
    assert judged(review(leads, "2026-11-18"), period="quarter") == ["2026-Q3", "2026-Q4"]
    assert judged(review(leads, "2026-11-18"), period="year") == ["2026"]
    assert judged(review(leads, "2026-09-15"), period="week") == ["2026-W37", "2026-W38"]
    force = InForce(dt.date(2026, 8, 3), dt.date(2026, 10, 20))
    assert judged(review(leads, "2026-11-18", in_force=force)) == ["2026-08", "2026-09", "2026-10"]
    assert judged(review(leads, "2026-07-01", in_force=force)) == ["2026-08"]  # not due yet, but promised
    assert judged(review(NO_LEADS, "2026-11-18")) == ["2026-11"]
    assert judged(review(leads, "2026-11-18", "2026-10"), period="quarter") == ["2026-Q4"]
    assert judged(review(leads, "2026-11-18", "2026-10", "2026-W45"), period="month") == ["2026-10", "2026-11"]


def test_calendars_reach_back_to_the_first_day_in_force_and_the_first_week() -> None:
    leads = qualified(1, "2027-01-01")  # a Friday in the ISO week that began on 28 December 2026
    weekly = scorecard([made(VOLUME, period="week")], review(leads, "2027-01-08")).results
    assert [(line.period, line.status) for line in weekly] == [("2026-W53", "missed"), ("2027-W01", "at_risk")]
    old = scorecard([VOLUME], review(leads, "2027-01-08", in_force=InForce(dt.date(2024, 2, 1)))).results
    assert (old[0].period, old[0].status, old[0].working_days) == ("2024-02", "missed", 21)


# ---- what cannot be measured

IN_CALENDAR_DAYS = clock("handed_over_at", ("first_touch_at",), Duration(3, "days"))


def test_a_field_no_import_carried_is_named() -> None:
    line = only(RESPONSE, review(log({"handed_over_at": "2026-10-05 10:00"}), "2026-10-31"))
    assert figures(line, "status", "needs_missing", "value", "met") == (
        "not_measurable",
        ("first_touch_at",),
        None,
        None,
    )
    assert line.reason.text(language()) == "No import carries First touch."
    present = log({"handed_over_at": "2026-10-05 10:00"}, fields=("first_touch_at",))
    assert only(RESPONSE, review(present, "2026-10-31")).status == "missed"  # carried and empty is an answer


def test_a_conversion_needs_the_date_of_the_stage_it_reaches() -> None:
    onward = made(VOLUME, kind="conversion", unit="share", reached="sql_at")
    assert only(onward, review(qualified(3), "2026-10-31")).needs_missing == ("sql_at",)


def test_a_scope_needs_its_field() -> None:
    scoped = made(RESPONSE, scope=(Filter("tier", ("A",)),))
    assert only(scoped, review(responses(1, 0), "2026-10-31")).needs_missing == ("tier",)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"target": None}, "No target is agreed yet."),
        ({"anchor": "", "needs": ()}, "Its stage names no date column."),
        ({"clock": None}, "No time is agreed yet."),
        ({"operator": "between"}, "The upper end of the range is not agreed yet."),
        ({"kind": "conversion", "clock": None}, "The next stage names no date column."),
        ({"kind": "completeness", "clock": None}, "No field is required yet."),
        ({"kind": "reasons", "clock": None}, "No list of reasons is agreed yet."),
        ({"kind": "value", "clock": None}, "No lead type has a value yet."),
        ({"kind": "follow_up_depth"}, "No number of attempts is agreed yet."),
        ({"scope": (Filter("handed_over_at", ("2026",)),)}, "A condition compares words; Handed over holds dates."),
        ({"clock": IN_CALENDAR_DAYS}, "Its time is not counted in working time."),
    ],
)  # fmt: skip
def test_what_is_not_agreed_yet_is_said(changes: dict[str, object], words: str) -> None:
    line = only(made(RESPONSE, **changes), review(responses(9, 1), "2026-10-31", "2026-10"))
    assert (line.status, line.reason.text(language())) == ("not_measurable", words)


def test_calendars_that_cannot_answer_are_said() -> None:
    leads = responses(9, 1)
    shut = {"sales": CalendarSpec("Sales", "Europe/Berlin")}
    line = only(RESPONSE, review(leads, "2026-10-31", calendars=shut))
    assert (line.status, line.reason.text(language())) == (
        "not_measurable",
        "The working calendar “Sales” has no opening hours.",
    )
    line = only(RESPONSE, review(leads, "2026-10-31", calendars={}))
    assert (line.status, line.reason.text(language())) == ("not_measurable", "No working calendar is agreed.")
    rare = CalendarSpec(
        "Sales",
        "Europe/Berlin",
        SALES.hours[:1],
        days_off=tuple(DayOff(dt.date(2026, 10, 5) + dt.timedelta(days=n)) for n in range(2000)),
    )
    line = only(RESPONSE, review(leads, "2026-10-31", calendars={"sales": rare}))
    assert "ends before the data" in line.reason.text(language())
    unknown = {"sales": CalendarSpec("Sales", "Europe/Berlin", SALES.hours, country="XX")}
    assert (
        only(VOLUME, review(qualified(1), "2026-10-31", calendars=unknown)).reason.text(language())
        == "No public holidays are known for XX."
    )


def test_the_scorecard_knows_the_fields_of_no_import() -> None:
    card = scorecard([RESPONSE], review(responses(1, 0), "2026-10-31"))
    assert "accepted_at" in card.absent_fields
    assert not {"handed_over_at", "first_touch_at"} & set(card.absent_fields)


# ---- metrics and deliverables

METRIC = made(VOLUME, id="m", kind="metric", label="J-1", by="both", metric="cac", operator="<=", target=Decimal(900),
              tolerance=Decimal(15), unit="number", anchor="", needs=(), measure="period_total")  # fmt: skip
PIECES = made(METRIC, kind="deliverable", metric="piece", operator=">=", target=Decimal(6), tolerance=Decimal(0),
              unit="pieces", period="quarter")  # fmt: skip


def totals(value: str | None) -> Actuals:
    return Actuals(
        totals=()
        if value is None
        else (PeriodTotal("cac", "2026-10", Decimal(1)), PeriodTotal("cac", "2026-10", Decimal(value)))
    )


@pytest.mark.parametrize(
    ("value", "as_of", "expected"),
    [
        ("900", "2026-10-31", "met"),
        ("915", "2026-10-31", "met"),  # 15 in the metric's own unit
        ("915.01", "2026-10-31", "missed"),
        ("900", "2026-10-20", "on_track"),
        ("901", "2026-10-20", "at_risk"),
        (None, "2026-10-20", "not_due"),
        (None, "2026-10-31", "not_measurable"),
        ("900", "2026-09-30", "not_due"),
    ],
)
def test_a_metric(value: str | None, as_of: str, expected: str) -> None:
    line = only(METRIC, review(NO_LEADS, as_of, "2026-10", actuals=totals(value)))
    assert line.status == expected
    assert line.denominator is None


def test_a_metric_between_two_bounds() -> None:
    ratio = made(METRIC, operator="between", target=Decimal(3), target_upper=Decimal(4), tolerance=Decimal("0.5"))
    for value, expected in (("2.4", "missed"), ("2.5", "met"), ("4.5", "met"), ("4.6", "missed")):
        assert only(ratio, review(NO_LEADS, "2026-10-31", "2026-10", actuals=totals(value))).status == expected


def done(*days: str, marketing: bool = True) -> Actuals:
    return Actuals(done=tuple(Done("piece", dt.date.fromisoformat(day), marketing=marketing) for day in days))


def test_deliverables_follow_the_pace_and_count_what_both_attest() -> None:
    # 2026-Q4 has 22 + 21 + 23 = 66 working days, of which 22 + 8 have passed on 11 November: pace 6 * 30/66 = 2.7.
    three = done("2026-10-08", "2026-10-20", "2026-11-11")
    line = only(PIECES, review(NO_LEADS, "2026-11-11", "2026-Q4", actuals=three))
    assert figures(line, "status", "value", "elapsed_days", "working_days") == ("on_track", 3, 30, 66)
    assert (
        only(PIECES, review(NO_LEADS, "2026-11-10", "2026-Q4", actuals=three)).status == "at_risk"
    )  # the third is not done
    assert only(PIECES, review(NO_LEADS, "2026-12-31", "2026-Q4", actuals=three)).status == "missed"
    waiting = only(PIECES, review(NO_LEADS, "2026-11-11", "2026-Q4", actuals=done("2026-10-08", marketing=False)))
    assert figures(waiting, "status", "value") == ("not_due", 0)
    assert waiting.reason.text(language()) == "Not yet attested by both teams: 1."


def test_a_deliverable_without_an_entry_is_not_due_then_zero() -> None:
    assert only(PIECES, review(NO_LEADS, "2026-11-11", "2026-Q4")).status == "not_due"
    line = only(PIECES, review(NO_LEADS, "2026-12-31", "2026-Q4"))
    assert figures(line, "status", "value") == ("missed", 0)


@pytest.mark.parametrize(
    ("day", "as_of", "expected"),
    [
        ("2026-10-08", "2026-10-09", "on_track"),
        ("2026-09-08", "2026-10-31", "met"),  # done early, in the month before
        ("2026-10-15", "2026-10-31", "met"),
        ("2026-10-16", "2026-10-31", "missed"),  # a day late
        ("2026-10-16", "2026-10-20", "at_risk"),
        (None, "2026-10-15", "not_due"),
        (None, "2026-10-16", "at_risk"),
        (None, "2026-10-31", "missed"),
    ],
)
def test_a_single_dated_deliverable(day: str | None, as_of: str, expected: str) -> None:
    once = made(PIECES, due="2026-10-15", target=Decimal(1), period="month")
    line = only(once, review(NO_LEADS, as_of, "2026-10", actuals=done(day) if day else Actuals()))
    assert figures(line, "status", "period") == (expected, "2026-10")
    assert scorecard([once], review(NO_LEADS, as_of, "2026-11")).results == ()


# ---- as JSON


def test_a_line_as_json_values() -> None:
    line = only(RESPONSE, review(responses(9, 1), "2026-10-31")).document()
    keys = (
        "commitment label kind by period status value target numerator denominator met late overdue pending "
        "excluded unknown median_seconds p90_seconds needs_missing"
    )
    assert list(line)[:19] == keys.split()
    assert (line["value"], line["numerator"], line["target"], line["needs_missing"]) == (0.9, 9, 0.9, [])
    assert line["reason"] == ""
    assert isinstance(line["numerator"], int)


def test_what_a_check_cannot_speak_for_is_refused() -> None:
    from workbench.base.errors import NotFoundError, WorkbenchError

    with pytest.raises(WorkbenchError, match="cannot speak for 1999-12-31"):
        scorecard([VOLUME], review(NO_LEADS, "1999-12-31"))
    with pytest.raises(NotFoundError, match="no time zone"):
        scorecard([VOLUME], review(NO_LEADS, "2026-10-31", zone="Mars/Olympus"))


def test_period_texts_are_those_of_the_contract() -> None:
    assert [Period.holding(dt.date(2026, 10, 21), length).text for length in ("week", "month", "quarter", "year")] == [
        "2026-W43",
        "2026-10",
        "2026-Q4",
        "2026",
    ]
