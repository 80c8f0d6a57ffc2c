"""Finds the last of some ascending borders at or before each of many values, several times faster than bisection.

A grid of equal steps over the whole range remembers the last border before each step; only the few borders inside a
step remain to be compared. Must not know what the borders mean.
"""

from __future__ import annotations

import numpy as np

from workbench.tracking.leads import Ints

_MOST_STEPS = 1 << 18
"""Keeps the grid within a processor's cache; wider ranges get wider steps."""


class Borders:
    """Ascending borders; equal ones count as one, the last of them.

    Args:
        values: At least one, ascending.
        end: No value asked for is as large; above the first border.
    """

    def __init__(self, values: Ints, end: int) -> None:
        self._first = int(values[0])
        self._end = end
        self._shift = 8
        while (end - self._first) >> self._shift >= _MOST_STEPS:
            self._shift += 1
        grid = np.arange(self._first, end, 1 << self._shift, dtype=np.int64)
        self._last_before = np.searchsorted(values, grid, side="right") - 1
        self._next = np.concatenate([values[1:], [np.iinfo(np.int64).max]])
        inside = np.searchsorted(values, np.append(grid[1:], end), side="left") - 1 - self._last_before
        self._most_inside = int(inside.max())

    def cover(self, asked: Ints) -> bool:
        """Whether every value lies from the first border to before the end."""
        return not asked.size or bool(asked.min() >= self._first and asked.max() < self._end)

    def last_at_or_before(self, asked: Ints) -> Ints:
        """The number of the last border at or before each value; only for values that `cover` allows."""
        found: Ints = self._last_before[(asked - self._first) >> self._shift]
        for _ in range(self._most_inside):
            found += self._next[found] <= asked
        return found
