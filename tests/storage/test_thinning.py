"""Which dated copies stay."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

from hypothesis import given, strategies as st

from tests.storage.examples import NOON
from workbench.storage.thinning import KEEP_ALL, kept

DAY = dt.timedelta(days=1)
MOMENTS = st.lists(st.integers(0, 900 * 24).map(lambda hours: NOON - dt.timedelta(hours=hours)), max_size=60)


def test_a_copy_every_six_hours_for_two_years() -> None:
    stays = sorted(kept((NOON - dt.timedelta(hours=6 * n) for n in range(4 * 730)), NOON), reverse=True)
    recent = [at for at in stays if at > NOON - KEEP_ALL]
    assert len(recent) == 8
    daily, weekly, monthly = stays[8:20], stays[20:30], stays[30:]
    assert [a.date() - b.date() for a, b in pairwise(daily)] == [DAY] * 11
    assert all(6 * DAY <= a - b <= 8 * DAY for a, b in pairwise(weekly))
    assert len({(at.year, at.month) for at in monthly}) == len(monthly) == 9
    assert all(at.hour == 18 for at in daily[1:])  # the last of its day


@given(MOMENTS)
def test_thinning_again_changes_nothing_and_recent_copies_stay(moments: list[dt.datetime]) -> None:
    stays = kept(moments, NOON)
    assert kept(stays, NOON) == stays
    assert {at for at in moments if at > NOON - KEEP_ALL} <= stays <= set(moments)
    assert not moments or max(moments) in stays


def test_the_same_week_or_month_of_another_year_is_another_one() -> None:
    days = [NOON - dt.timedelta(days=2 + n) for n in range(12)]
    same_week = [dt.datetime(year, 6, 10, tzinfo=dt.UTC) for year in (2026, 2025, 2024)]
    assert kept(days + same_week, NOON) == {*days, *same_week}
    ten_weeks = [NOON - dt.timedelta(weeks=5 + n) for n in range(10)]
    same_month = [dt.datetime(year, 6, 10, tzinfo=dt.UTC) for year in (2025, 2024, 2023)]
    assert kept(days + ten_weeks + same_month, NOON) == {*days, *ten_weeks, *same_month}


def test_thinned_every_day_copies_still_reach_back_months() -> None:
    stays: frozenset[dt.datetime] = frozenset()
    for day in range(400):
        now = NOON + day * DAY
        stays = kept([*stays, now], now)
    ages = sorted((now - at).days for at in stays)
    assert ages[:14] == list(range(14))
    assert len(ages) == 14 + 10 + 9
    assert ages[-1] > 9 * 30
