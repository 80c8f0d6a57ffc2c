"""Percentiles as PERCENTILE.INC gives them: linear between ranks, in whole seconds, halves up. Exact, in integers.

Must not know what the numbers measure.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from workbench.tracking.leads import Codes, Ints


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


def by_group(groups: Codes | Ints, numbers: Ints, count: int) -> list[Ints]:
    """The numbers of each group in ascending order.

    Args:
        groups: Group of each number, from 0.
        numbers: Whole numbers from 0; the largest times the groups is below 2**63.
        count: How many groups there are.
    """
    width = int(numbers.max(initial=0)) + 1
    kind: npt.DTypeLike = np.int32 if count * width < 2**31 else np.int64  # short numbers are sorted twice as fast
    both: Ints = groups.astype(kind) * width + numbers.astype(kind)
    both.sort()
    edges = np.searchsorted(both, np.arange(count + 1, dtype=kind) * width)
    return [both[edges[group] : edges[group + 1]] - group * width for group in range(count)]
