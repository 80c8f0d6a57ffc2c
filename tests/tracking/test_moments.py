"""Choices without branches come to what plain choices come to."""

from __future__ import annotations

import numpy as np
from hypothesis import given, strategies as st

from workbench.tracking.leads import EMPTY, UNREADABLE, Ints
from workbench.tracking.moments import Moments, first_of, nothing, only, pick

INSTANT = st.one_of(st.sampled_from([EMPTY, UNREADABLE]), st.integers(0, 5), st.integers(-(10**10), 10**10))
PAIRS = st.lists(st.tuples(INSTANT, INSTANT), max_size=20)
DAY = 4
"""Of the small instants, those that are a multiple of this stand for dates without time."""


def moments(instants: list[int]) -> Moments:
    return Moments(np.array(instants, np.int64), np.array([one >= 0 and one % DAY == 0 for one in instants], np.bool_))


@given(PAIRS)
def test_the_first_of_two_is_what_happened_first_unless_one_is_unreadable(pairs: list[tuple[int, int]]) -> None:
    found = first_of(moments([one for one, _ in pairs]), moments([other for _, other in pairs]))
    for number, pair in enumerate(pairs):
        there = [one for one in pair if one != EMPTY]
        expected = UNREADABLE if UNREADABLE in pair else min(there, default=EMPTY)
        assert found.instants[number] == expected
        assert found.dates[number] == (expected >= 0 and expected % DAY == 0)


@given(st.lists(st.tuples(INSTANT, st.booleans()), max_size=20))
def test_what_is_not_wanted_is_empty(cells: list[tuple[int, bool]]) -> None:
    instants = np.array([one for one, _ in cells], np.int64)
    wanted = np.array([there for _, there in cells], np.bool_)
    assert only(instants, wanted).tolist() == [one if there else EMPTY for one, there in cells]


@given(st.lists(INSTANT, max_size=20))
def test_the_edges_are_of_what_happened(instants: list[int]) -> None:
    happened = [one for one in instants if one > UNREADABLE]
    assert moments(instants).edges == ((min(happened), max(happened)) if happened else ())


def test_all_positions_are_the_values_themselves() -> None:
    values: Ints = np.array([3, 1, 2], np.int64)
    assert pick(values, np.arange(3)) is values
    assert pick(values, np.array([0, 2])).tolist() == [3, 2]
    assert not nothing(2).happened.any()
