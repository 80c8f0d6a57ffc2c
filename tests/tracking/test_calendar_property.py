"""Working time, deadlines and n-th business days against counting minute by minute."""

from __future__ import annotations

import datetime as dt
from functools import cache
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, strategies as st

from tests.tracking.calendars import FIRST, LAST, NAMES, SUNDAY, slow, spec
from workbench.tracking.calendar import WorkingCalendar

START, END = (int(dt.datetime.combine(day, dt.time(12), dt.UTC).timestamp()) for day in (FIRST, LAST))


@cache
def fast(name: str) -> WorkingCalendar:
    return WorkingCalendar(spec(slow(name)), FIRST, LAST + dt.timedelta(days=30))


def interesting(name: str) -> st.SearchStrategy[int]:
    """Instants anywhere, at borders of open time and a second beside them, in the hours around a change of clocks."""
    minutes = slow(name).minutes
    gaps = [(before + 60, after) for before, after in pairwise(minutes) if after != before + 60]
    borders = [edge for gap in gaps for edge in gap if START < edge < END - 70 * 86400] or [START]
    change = int(dt.datetime.combine(SUNDAY, dt.time(), dt.UTC).timestamp())
    return st.one_of(
        st.integers(START, END - 70 * 86400),
        st.tuples(st.sampled_from(borders), st.sampled_from([-1, 0, 1])).map(sum),
        st.integers(change - 3600, change + 5 * 3600),
        st.integers(change // 60 - 60, change // 60 + 300).map(lambda minute: minute * 60),
    )


@pytest.mark.parametrize("name", NAMES)
def test_working_time_is_the_open_minutes_between(name: str) -> None:
    @given(st.lists(st.tuples(interesting(name), interesting(name)), min_size=1, max_size=20))
    def check(pairs: list[tuple[int, int]]) -> None:
        starts, ends = np.array(pairs, np.int64).T
        expected = [slow(name).working(start, end) for start, end in pairs]
        assert fast(name).working_time(starts, ends).tolist() == expected
        assert [fast(name).elapsed(*pair) for pair in pairs] == expected
        for pair, seconds in zip(pairs, expected, strict=True):
            assert sum(b - a for a, b in fast(name).stretches(*pair)) == seconds

    check()


@pytest.mark.parametrize("name", NAMES)
def test_a_deadline_is_the_first_instant_at_which_the_time_has_passed(name: str) -> None:
    most = 3600 if name == "rare" else 3 * 86400
    amounts = st.one_of(st.integers(1, most), st.sampled_from([1, 60, 600, 3600, 3 * 3600]))

    @given(st.lists(st.tuples(interesting(name), amounts), min_size=1, max_size=20))
    def check(pairs: list[tuple[int, int]]) -> None:
        starts, seconds = np.array(pairs, np.int64).T
        expected = [slow(name).deadline(*pair) for pair in pairs]
        assert fast(name).deadline(starts, seconds).tolist() == expected
        assert [fast(name).due(*pair) for pair in pairs] == expected
        for (start, amount), due in zip(pairs, expected, strict=True):
            assert slow(name).working(start, due) == amount
            assert slow(name).working(start, due - 1) == amount - 1

    check()


@pytest.mark.parametrize("name", NAMES)
def test_the_nth_business_day_ends_at_its_last_closing(name: str) -> None:
    @given(st.lists(interesting(name), min_size=1, max_size=20), st.integers(1, 8))
    def check(starts: list[int], n: int) -> None:
        expected = [slow(name).nth_day_end(start, n) for start in starts]
        assert fast(name).end_of_nth_business_day(np.array(starts, np.int64), n).tolist() == expected
        assert fast(name).due_day(starts[0], n) == expected[0]

    check()


@pytest.mark.parametrize("name", NAMES)
def test_working_days_are_counted_day_by_day(name: str) -> None:
    days = [FIRST + dt.timedelta(days=n) for n in range(130)]
    for first in days[::7]:
        for last in days[::11]:
            assert fast(name).working_days(first, last) == slow(name).count_days(first, last)


@pytest.mark.parametrize("name", NAMES)
def test_a_great_many_at_once_are_each_as_they_are_alone(name: str) -> None:
    dice = np.random.default_rng(3)
    starts = dice.integers(START, END - 70 * 86400, 30_000)
    ends = starts + dice.integers(-3600, 20 * 86400, 30_000)
    sample = slice(0, None, 97)
    alone = zip(starts[sample].tolist(), ends[sample].tolist(), strict=True)
    assert fast(name).working_time(starts, ends)[sample].tolist() == [slow(name).working(*pair) for pair in alone]
    dues = fast(name).deadline(starts, 600)[sample].tolist()
    assert dues == [slow(name).deadline(start, 600) for start in starts[sample].tolist()]
    days = fast(name).end_of_nth_business_day(starts, 2)[sample].tolist()
    assert days == [slow(name).nth_day_end(start, 2) for start in starts[sample].tolist()]
