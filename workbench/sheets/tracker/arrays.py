"""Formulas over all leads at once that have to be entered as array formulas: medians, percentiles, the n-th smallest.

Must not know what is measured.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from workbench.sheets.tracker.formula import Formula
from workbench.sheets.tracker.ranges import Range
from workbench.tracking.percentile import percentile


@dataclass(frozen=True, eq=False, init=False)
class ArrayFormula(Formula):
    """A formula that is entered for the whole array."""


def percentile_where(times: Range, codes: Range, low: int, high: int, tenths: int) -> ArrayFormula:
    """The median (5 tenths) or 90th percentile (9) of the times from 0 whose code lies between two; empty for none.

    Whole seconds, halves up; first rounded to hundredths, which takes away what the machine's numbers add.
    """
    chosen = times.values[(codes.values >= low) & (codes.values <= high) & (times.values >= 0)]
    value = percentile(np.sort(chosen).astype(np.int64), tenths)
    where = f"({codes.name}>={low})*({codes.name}<={high})*({times.name}>=0)"
    picked = f"IF({where},{times.name})"
    found = f"MEDIAN({picked})" if tenths == 5 else f"PERCENTILE({picked},0.{tenths})"
    text = f'IF(SUM({where})=0,"",ROUND(ROUND({found},2),0))'
    return ArrayFormula(text, "" if value is None else float(value))


def nth_start(starts: Range, periods: Range, out: Range, period: int, n: int, endless: float) -> ArrayFormula:
    """The n-th smallest start of the leads of a period that are not taken out; endless where there are no more than n.

    Args:
        starts: Where each lead starts.
        periods: The place of its period.
        out: 1 for leads that are taken out.
        period: The place asked for.
        n: How many are inside.
        endless: Stands for no limit.
    """
    chosen = np.sort(starts.values[(periods.values == period) & (out.values < 1)])
    where = f"({periods.name}={period})*({out.name}<1)"
    text = f"IF(SUM({where})<={n},{endless:.0f},SMALL(IF({where},{starts.name}),{n}))"
    return ArrayFormula(text, float(chosen[n - 1]) if len(chosen) > n else endless)
