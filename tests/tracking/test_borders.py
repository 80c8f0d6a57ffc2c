"""The grid in front of the borders finds what bisection finds."""

from __future__ import annotations

from bisect import bisect_right

import numpy as np
from hypothesis import given, strategies as st

from workbench.tracking.borders import Borders

MANY = 20_000
NEAR = st.integers(0, 3000)
"""Borders closer than a step of the grid."""
VALUES = st.lists(st.one_of(st.integers(-(10**10), 10**10), NEAR), min_size=1, max_size=50).map(sorted)


@given(VALUES, st.integers(1, 10**6), st.lists(st.floats(0, 1, exclude_max=True), max_size=50))
def test_finds_what_bisection_finds(values: list[int], beyond: int, at: list[float]) -> None:
    end = values[-1] + beyond
    borders = Borders(np.array(values, np.int64), end)
    asked = [values[0] + int(part * (end - values[0])) for part in at] + values
    expected = [bisect_right(values, one) - 1 for one in asked]
    assert borders.cover(np.array(asked, np.int64))
    assert borders.last_at_or_before(np.array(asked, np.int64)).tolist() == expected
    many = MANY // len(asked) + 1  # so many that the grid is used
    assert borders.last_at_or_before(np.array(asked * many, np.int64)).tolist() == expected * many


def test_knows_what_it_covers() -> None:
    borders = Borders(np.array([10, 20], np.int64), 30)
    assert [borders.cover(np.array([one], np.int64)) for one in (9, 10, 29, 30)] == [False, True, True, False]
    assert borders.cover(np.array([], np.int64))
