"""Working time worked out by hand."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import numpy as np
import pytest

from tests.tracking.calendars import wall
from workbench.base.errors import NotFoundError
from workbench.tracking.calendar import CalendarEndsError, NeverOpenError, WorkingCalendar
from workbench.tracking.calendar_spec import CalendarSpec, DayOff, Opening, Outage, SpecialDay

BERLIN = "Europe/Berlin"
NINE_TO_SIX = tuple(Opening(day, dt.time(9), dt.time(18)) for day in range(5))


def at(*parts: int) -> int:
    return wall(BERLIN, *parts)


def calendar(**changes: object) -> WorkingCalendar:
    """Monday to Friday, 09:00 to 18:00, Berlin, over 2026 and 2027."""
    given = {"name": "Sales", "zone": BERLIN, "hours": NINE_TO_SIX} | changes
    return WorkingCalendar(CalendarSpec(**given), dt.date(2026, 1, 1), dt.date(2027, 12, 31))  # type: ignore[arg-type]  # a test's short hand


def test_friday_1755_and_ten_minutes_is_monday_0905() -> None:
    # Friday 6 November 2026, 17:55 to 18:00: 5 minutes. The other 5 run on Monday from 09:00.
    assert calendar().due(at(2026, 11, 6, 17, 55), 600) == at(2026, 11, 9, 9, 5)


def test_a_start_outside_opening_hours_begins_at_the_next_opening() -> None:
    sales = calendar()
    assert sales.due(at(2026, 11, 7, 10, 15), 1800) == at(2026, 11, 9, 9, 30)  # Saturday: from Monday 09:00
    assert sales.due(at(2026, 11, 9, 7), 1800) == at(2026, 11, 9, 9, 30)  # before opening
    assert sales.due(at(2026, 11, 9, 18), 1) == at(2026, 11, 10, 9, 0, 1)  # at closing nothing is left of the day


def test_a_deadline_that_fills_the_day_is_its_closing_not_the_next_opening() -> None:
    # 16:00 + 2 hours = 18:00, the first instant at which two hours have passed.
    assert calendar().due(at(2026, 11, 9, 16), 7200) == at(2026, 11, 9, 18)


def test_lunch_is_closed() -> None:
    hours = tuple(
        Opening(day, dt.time(*opens), dt.time(*closes))
        for day in range(5)
        for opens, closes in (((9,), (12, 30)), ((13, 30), (18,)))
    )
    # 12:00 to 12:30 is 30 minutes, then 13:30 to 14:00 is 30 minutes.
    assert calendar(hours=hours).due(at(2026, 11, 9, 12), 3600) == at(2026, 11, 9, 14)
    assert calendar(hours=hours).elapsed(at(2026, 11, 9, 12), at(2026, 11, 9, 14)) == 3600


@pytest.mark.parametrize(
    ("start", "n", "due"),
    [
        ((2026, 11, 9, 10), 1, (2026, 11, 10, 18)),  # Monday: Tuesday's closing
        ((2026, 11, 7, 10), 1, (2026, 11, 9, 18)),  # Saturday: Monday's closing
        ((2026, 11, 9, 7), 1, (2026, 11, 10, 18)),  # Monday before opening: its own date is not counted either
        ((2026, 11, 6, 23, 59), 1, (2026, 11, 9, 18)),  # Friday night: Monday's
        ((2026, 11, 6, 10), 5, (2026, 11, 13, 18)),  # Friday and five: Mo Tu We Th Fr
    ],
)
def test_end_of_the_nth_business_day(start: tuple[int, ...], n: int, due: tuple[int, ...]) -> None:
    assert calendar().due_day(at(*start), n) == at(*due)


def test_holidays_of_a_country_and_its_subdivision_are_closed() -> None:
    # Reformation Day, 31 October 2025, is a holiday in Saxony, not in Hesse; both close on 3 October.
    first, last = dt.date(2025, 10, 31), dt.date(2025, 10, 31)

    def days(subdivision: str) -> int:
        spec = CalendarSpec("Sales", BERLIN, NINE_TO_SIX, country="DE", subdivision=subdivision)
        return WorkingCalendar(spec, dt.date(2025, 1, 1), dt.date(2025, 12, 31)).working_days(first, last)

    assert (days("SN"), days("HE")) == (0, 1)
    assert calendar(country="DE").working_days(dt.date(2026, 12, 25), dt.date(2026, 12, 25)) == 0


def test_a_special_day_beats_a_holiday_and_closes_without_hours() -> None:
    christmas, monday = dt.date(2026, 12, 25), dt.date(2026, 11, 9)
    sales = calendar(
        country="DE",
        days_off=(DayOff(monday),),
        special_days=(
            SpecialDay(christmas, dt.time(9), dt.time(12)),
            SpecialDay(monday, dt.time(10), dt.time(11)),
            SpecialDay(monday, dt.time(15), dt.time(16)),
            SpecialDay(dt.date(2026, 11, 10)),
        ),
    )
    assert sales.elapsed(at(2026, 12, 25), at(2026, 12, 26)) == 3 * 3600
    assert sales.elapsed(at(2026, 11, 9), at(2026, 11, 10)) == 2 * 3600
    assert sales.elapsed(at(2026, 11, 10), at(2026, 11, 11)) == 0
    assert sales.working_days(dt.date(2026, 11, 10), dt.date(2026, 11, 10)) == 0


def test_an_outage_stops_the_clock_but_its_day_stays_a_working_day() -> None:
    tuesday = Outage(at(2026, 11, 10), at(2026, 11, 11), "CRM migration")
    sales = calendar(outages=(tuesday, Outage(at(2026, 11, 9, 17), at(2026, 11, 9, 17, 30))))
    # Monday 16:50 + 30 min: ten minutes to 17:00, then twenty from 17:30.
    assert sales.due(at(2026, 11, 9, 16, 50), 1800) == at(2026, 11, 9, 17, 50)
    # Monday 17:50 + 20 min: ten minutes on Monday, none on Tuesday, ten on Wednesday.
    assert sales.due(at(2026, 11, 9, 17, 50), 1200) == at(2026, 11, 11, 9, 10)
    assert sales.due_day(at(2026, 11, 9, 12), 1) == at(2026, 11, 10, 18)
    assert sales.working_days(dt.date(2026, 11, 9), dt.date(2026, 11, 13)) == 5


def test_the_clock_runs_through_the_hour_that_comes_twice() -> None:
    # 25 October 2026, Berlin: 02:00 to 03:00 comes twice, so 00:00 to 06:00 is seven hours.
    night = calendar(hours=(Opening(6, dt.time(0), dt.time(6)),))
    assert night.elapsed(at(2026, 10, 25), at(2026, 10, 26)) == 7 * 3600
    # 29 March 2026: 02:00 to 03:00 does not come, so it is five.
    assert night.elapsed(at(2026, 3, 29), at(2026, 3, 30)) == 5 * 3600


def test_an_opening_that_the_clocks_skip_is_the_jump() -> None:
    night = calendar(hours=(Opening(6, dt.time(2, 30), dt.time(4)),))
    assert night.elapsed(at(2026, 3, 29), at(2026, 3, 30)) == 3600  # 03:00, which follows 01:59, to 04:00
    assert night.due(at(2026, 3, 29), 60) == at(2026, 3, 29, 3, 1)


def test_zones_keep_their_own_rules() -> None:
    # On 27 October 2026 Berlin is back on winter time and New York is not: five hours apart instead of six.
    york = calendar(zone="America/New_York")
    assert york.elapsed(at(2026, 10, 27, 14), at(2026, 10, 27, 15)) == 3600
    assert york.elapsed(at(2026, 10, 20, 14), at(2026, 10, 20, 15)) == 0


def test_an_end_before_the_start_is_no_time() -> None:
    assert calendar().elapsed(at(2026, 11, 10, 12), at(2026, 11, 9, 12)) == 0


def test_outside_its_span_a_calendar_names_the_problem() -> None:
    sales = calendar()
    before, inside = np.array([at(2025, 12, 31, 12)], np.int64), np.array([at(2026, 11, 9, 12)], np.int64)
    asks: tuple[Callable[[], object], ...] = (
        lambda: sales.open_before(before),
        lambda: sales.working_time(before, inside),
        lambda: sales.deadline(inside, 10**9),
        lambda: sales.end_of_nth_business_day(inside, 1000),
        lambda: sales.end_of_nth_business_day(before, 1),
        lambda: sales.working_days(dt.date(2026, 1, 1), dt.date(2028, 1, 1)),
        lambda: sales.elapsed(int(before[0]), int(inside[0])),
        lambda: sales.due(int(inside[0]), 10**9),
        lambda: sales.stretches(int(inside[0]), at(2028, 1, 1)),
    )
    for ask in asks:
        with pytest.raises(CalendarEndsError, match="“Sales” covers 2026-01-01 to 2027-12-31"):
            ask()


def test_a_calendar_without_hours_never_answers_with_a_deadline() -> None:
    shut = calendar(hours=())
    monday = np.array([at(2026, 11, 9, 12)], np.int64)
    asks: tuple[Callable[[], object], ...] = (
        lambda: shut.deadline(monday, 60),
        lambda: shut.end_of_nth_business_day(monday, 1),
    )
    for ask in asks:
        with pytest.raises(NeverOpenError, match="no opening hours"):
            ask()
    assert shut.working_time(monday, monday + 86400).tolist() == [0]


@pytest.mark.parametrize(
    "changes", [{"zone": "Europe/Atlantis"}, {"zone": ""}, {"country": "XX"}, {"country": "DE", "subdivision": "ZZ"}]
)
def test_unknown_zones_and_countries_are_named(changes: dict[str, str]) -> None:
    with pytest.raises(NotFoundError):
        calendar(**changes)


def test_many_at_once_and_none_at_all() -> None:
    sales, none = calendar(), np.array([], np.int64)
    assert sales.deadline(none, 60).tolist() == sales.end_of_nth_business_day(none, 1).tolist() == []
    starts = np.array([at(2026, 11, 6, 17, 55), at(2026, 11, 7)], np.int64)
    assert sales.deadline(starts, np.array([600, 60], np.int64)).tolist() == [
        at(2026, 11, 9, 9, 5),
        at(2026, 11, 9, 9, 1),
    ]
    assert sales.is_open(starts).tolist() == [True, False]
