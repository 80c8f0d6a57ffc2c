"""Periods: written, read, bounded, counted."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, strategies as st

from tests.tracking.calendars import wall
from workbench.agreement.commitment import PeriodLength
from workbench.base.errors import WorkbenchError
from workbench.tracking.periods import Period, periods_between

LENGTHS: tuple[PeriodLength, ...] = ("week", "month", "quarter", "year")
DAYS = st.dates(dt.date(2000, 1, 3), dt.date(2100, 12, 31))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2026-10", (2026, 10, 1), (2026, 10, 31)),
        ("2028-02", (2028, 2, 1), (2028, 2, 29)),
        ("2026-12", (2026, 12, 1), (2026, 12, 31)),
        ("2026-Q4", (2026, 10, 1), (2026, 12, 31)),
        ("2026-q1", (2026, 1, 1), (2026, 3, 31)),
        ("2026-W43", (2026, 10, 19), (2026, 10, 25)),
        ("2026-W01", (2025, 12, 29), (2026, 1, 4)),  # an ISO week may begin in the year before
        ("2026-W53", (2026, 12, 28), (2027, 1, 3)),
        (" 2026 ", (2026, 1, 1), (2026, 12, 31)),
    ],
)
def test_reading(text: str, first: tuple[int, int, int], last: tuple[int, int, int]) -> None:
    period = Period.parse(text)
    assert (period.first, period.last) == (dt.date(*first), dt.date(*last))
    assert period.text == text.strip().upper()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2026-13",
        "2026-00",
        "2026-Q5",
        "2025-W53",
        "2026-W00",
        "26-10",
        "2026-1",
        "1999",
        "2101-01",
        "2026-10-01",
        "x",
    ],
)
def test_what_is_no_period_is_named(text: str) -> None:
    with pytest.raises(WorkbenchError, match="is not a period"):
        Period.parse(text)


@given(DAYS, st.sampled_from(LENGTHS))
def test_every_day_lies_in_one_period_that_is_written_and_read_back(day: dt.date, length: PeriodLength) -> None:
    period = Period.holding(day, length)
    assert period.holds(day)
    assert Period.parse(period.text) == period
    assert period.next().previous() == period
    assert period.next().first == period.last + dt.timedelta(days=1)
    assert not period.next().holds(day)


@given(DAYS, st.integers(-3, 800), st.sampled_from(LENGTHS))
def test_the_periods_between_two_days_hold_each_of_them_once(first: dt.date, days: int, length: PeriodLength) -> None:
    last = first + dt.timedelta(days=days)
    found = periods_between(first, last, length)
    inside = [first + dt.timedelta(days=n) for n in range(days + 1)]
    assert all(sum(period.holds(day) for period in found) == 1 for day in inside)
    assert all(any(period.holds(day) for day in inside) for period in found)
    assert list(found) == sorted(found)


def test_bounds_follow_the_zone() -> None:
    # October 2026 in Berlin has one hour more than 31 days.
    begin, end = Period.parse("2026-10").bounds(ZoneInfo("Europe/Berlin"))
    assert begin == wall("Europe/Berlin", 2026, 10, 1)
    assert end - begin == 31 * 86400 + 3600


def test_a_day_whose_midnight_is_skipped_begins_at_the_jump() -> None:
    # Santiago went from 24:00 on 5 September 2026 straight to 01:00.
    begin, _ = Period.holding(dt.date(2026, 9, 6), "week").next().bounds(ZoneInfo("America/Santiago"))
    start_of_sunday = int(dt.datetime(2026, 9, 6, 4, tzinfo=dt.UTC).timestamp())
    from workbench.tracking.periods import midnight

    assert midnight(dt.date(2026, 9, 6), ZoneInfo("America/Santiago")) == start_of_sunday
    assert begin == start_of_sunday + 23 * 3600
