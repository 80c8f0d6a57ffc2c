"""Finds the last of some ascending borders at or before each of many values, several times faster than bisection.

A grid of equal steps over the whole range remembers the last border before each step; only the few borders inside a
step remain to be compared. Must not know what the borders mean.
"""

from __future__ import annotations

from functools import cached_property

import numpy as np

from workbench.tracking.leads import Ints

_FEW = 20_000
"""So few values are bisected, unless there is a grid already: making it would take longer."""
_MOST_STEPS = 1 << 18
"""Keeps the grid within a processor's cache; wider ranges get wider steps."""
_SHORTEST, _LONGEST = 8, 16
"""Steps are powers of two, from 256 to 65,536."""


class Borders:
    """Ascending borders; equal ones count as one, the last of them.

    Args:
        values: At least one, ascending.
        end: No value asked for is as large; above the first border.
    """

    def __init__(self, values: Ints, end: int) -> None:
        self._values = values
        self._first = int(values[0])
        self._end = end

    def cover(self, asked: Ints) -> bool:
        """Whether every value lies from the first border to before the end."""
        return not asked.size or bool(asked.min() >= self._first and asked.max() < self._end)

    def last_at_or_before(self, asked: Ints) -> Ints:
        """The number of the last border at or before each value; only for values that `cover` allows."""
        if len(asked) < _FEW and "_grid" not in self.__dict__:
            return np.searchsorted(self._values, asked, side="right") - 1
        shift, last_before, following, most_inside = self._grid
        found: Ints = last_before.take((asked - self._first) >> shift)
        for _ in range(most_inside):
            found += following.take(found) <= asked
        return found

    @cached_property
    def _grid(self) -> tuple[int, Ints, Ints, int]:
        """The size of a step, the last border before each step, the border after each, the most inside a step."""
        gaps = np.diff(self._values)
        shift = int(gaps.min(initial=1 << _LONGEST, where=gaps > 0)).bit_length() - 1
        shift = max(shift, _SHORTEST)
        while (self._end - self._first) >> shift >= _MOST_STEPS:
            shift += 1
        grid = np.arange(self._first, self._end, 1 << shift, dtype=np.int64)
        last_before = np.searchsorted(self._values, grid, side="right") - 1
        inside = np.searchsorted(self._values, np.append(grid[1:], self._end), side="left") - 1 - last_before
        following = np.concatenate([self._values[1:], [np.iinfo(np.int64).max]])
        return shift, last_before, following, int(inside.max())
