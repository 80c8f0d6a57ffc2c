"""Percentiles as PERCENTILE.INC, exactly."""

from __future__ import annotations

from fractions import Fraction
from math import floor

import numpy as np
import pytest
from hypothesis import given, strategies as st

from workbench.tracking.percentile import by_group, marked, percentile

SECONDS = st.lists(st.integers(0, 10**7), min_size=1, max_size=60)


@pytest.mark.parametrize(
    ("numbers", "tenths", "expected"),
    [
        # PERCENTILE.INC({1,2,3,4},0.9): rank 0.9 * 3 = 2.7, so 3 + 0.7 = 3.7, which is 4 in whole seconds
        ([1, 2, 3, 4], 9, 4),
        # ten times as long: 37 exactly
        ([10, 20, 30, 40], 9, 37),
        ([10, 21], 5, 16),  # 15.5: halves up
        ([10, 20, 30], 5, 20),
        ([7], 9, 7),
        ([0, 5], 9, 5),  # 4.5: halves up, where rounding to even gives 4
        ([0, 0, 0, 100], 9, 70),
    ],
)
def test_by_hand(numbers: list[int], tenths: int, expected: int) -> None:
    assert percentile(np.array(numbers, np.int64), tenths) == expected


def test_of_nothing_there_is_none() -> None:
    assert percentile(np.array([], np.int64), 5) is None


@given(SECONDS, st.sampled_from([5, 9]))
def test_is_linear_between_ranks(numbers: list[int], tenths: int) -> None:
    ordered, rank = sorted(numbers), Fraction(tenths, 10) * (len(numbers) - 1)
    low, high = ordered[floor(rank)], ordered[min(floor(rank) + 1, len(numbers) - 1)]
    exact = low + (high - low) * (rank - floor(rank))
    assert percentile(np.array(ordered, np.int64), tenths) == floor(exact + Fraction(1, 2))


@pytest.mark.parametrize("width", [10**7 + 1, 10**9])  # in short and in long numbers
@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 10**7)), max_size=60))
def test_groups_are_sorted_apart(width: int, pairs: list[tuple[int, int]]) -> None:
    groups, numbers = np.array(pairs, np.int64).reshape(-1, 2).T
    expected = [sorted(number for group, number in pairs if group == wanted) for wanted in range(5)]
    both = marked(groups.astype(np.int32), numbers, 5, width)
    assert both.itemsize == (4 if 5 * width < 2**31 else 8)
    assert [one.tolist() for one in by_group(both, 5, width)] == expected
