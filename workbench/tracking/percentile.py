"""Percentiles as PERCENTILE.INC gives them: linear between ranks, in whole seconds, halves up. Exact, in integers.

Must not know what the numbers measure.
"""

from __future__ import annotations

import numpy as np

from workbench.tracking.leads import Ints

_WIDEST = 2**40
"""Above any working time in seconds, so that a group and a value make one number."""


def percentile(ascending: Ints, tenths: int) -> int | None:
    """A percentile of ascending whole numbers not below 0; nothing when there are none.

    Args:
        ascending: The numbers in order.
        tenths: 5 for the median, 9 for the 90th percentile.
    """
    if not len(ascending):
        return None
    whole, rest = divmod(tenths * (len(ascending) - 1), 10)
    low = int(ascending[whole])
    high = int(ascending[whole + 1]) if rest else low
    return (2 * (10 * low + rest * (high - low)) + 10) // 20


def by_group(groups: Ints, numbers: Ints, count: int) -> list[Ints]:
    """The numbers of each group in ascending order.

    Args:
        groups: Group of each number, from 0.
        numbers: Whole numbers from 0 to below 2**40.
        count: How many groups there are.
    """
    both = np.sort(groups * _WIDEST + numbers)
    edges = np.searchsorted(both, np.arange(count + 1) * _WIDEST)
    return [both[edges[group] : edges[group + 1]] - group * _WIDEST for group in range(count)]
