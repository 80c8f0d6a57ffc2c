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


def marked(groups: Codes, numbers: Ints, count: int, width: int) -> Ints:
    """Each number with its group as one number, as small a kind as will do: a short one is sorted twice as fast.

    Args:
        groups: Group of each number, from 0.
        numbers: Whole numbers from 0 to below the width.
        count: How many groups there are.
        width: Times the groups below 2**63.
    """
    kind: npt.DTypeLike = np.int32 if count * width < 2**31 else np.int64
    found: Ints = groups.astype(kind) * width + numbers.astype(kind)
    return found


def by_group(both: Ints, count: int, width: int) -> list[Ints]:
    """The numbers of each group in ascending order, from numbers with their groups; these are put in order."""
    both.sort()
    edges = np.searchsorted(both, np.arange(count + 1, dtype=both.dtype) * width)
    return [both[edges[group] : edges[group + 1]] - group * width for group in range(count)]
