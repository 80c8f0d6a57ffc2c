"""Counts of leads by several facts at once, as formulas: exact texts, no wildcards. Must not know sheets."""

from __future__ import annotations

from typing import Any

import numpy as np

from workbench.sheets.tracker.arrays import ArrayFormula
from workbench.sheets.tracker.formula import Formula, same_as
from workbench.sheets.tracker.functions import either
from workbench.sheets.tracker.model import Model
from workbench.sheets.tracker.ranges import Range
from workbench.tracking.percentile import percentile

Fact = tuple[Range, Formula]
"""A column of clocks and what it has to be."""


def text_column(model: Model, field: str) -> Range:
    """A text field of each lead without outer blanks, empty where it is damaged."""
    column = model.columns[field]
    plain = either(column.is_error, "", column.text)
    return model.engine.range(f"Text_{field}", model.engine.column(column.header, plain))


def how_many(*facts: Fact) -> Formula:
    """How many leads all facts are true of."""
    text = "*".join(_test(fact) for fact in facts)
    return Formula(f"SUMPRODUCT({text}*1)", float(np.count_nonzero(_where(facts))))


def sum_where(amounts: Range, *facts: Fact) -> Formula:
    """The sum of a column of numbers over leads all facts are true of."""
    text = "*".join(_test(fact) for fact in facts)
    return Formula(f"SUMPRODUCT({text}*{amounts.name})", float(amounts.values[_where(facts)].sum()))


def whole_sum(numbers: Range) -> Formula:
    """The sum of a column of numbers over all leads."""
    return Formula(f"SUM({numbers.name})", float(numbers.values.sum()))


def percentile_minutes(seconds: Range, tenths: int, *facts: Fact) -> ArrayFormula:
    """The median (5 tenths) or 90th percentile (9) of working minutes of some leads; empty for none."""
    chosen = seconds.values[_where(facts) & (seconds.values >= 0)]
    found = percentile(np.sort(chosen).astype(np.int64), tenths)
    test = "*".join([*(_test(fact) for fact in facts), f"({seconds.name}>=0)"])
    picked = f"IF({test},{seconds.name})"
    ranked = f"MEDIAN({picked})" if tenths == 5 else f"PERCENTILE({picked},0.{tenths})"
    text = f'IF(SUMPRODUCT({test})=0,"",ROUND(ROUND({ranked},2),0)/60)'
    return ArrayFormula(text, "" if found is None else float(found) / 60)


def _test(fact: Fact) -> str:
    cells, wanted = fact
    return f"({cells.name}={wanted.text})"


def _where(facts: tuple[Fact, ...]) -> Any:
    found = np.ones(len(facts[0][0].values), np.bool_)
    for cells, wanted in facts:
        if cells.values.dtype == object:
            found &= same_as(cells.values, wanted.value)
        else:
            found &= cells.values == wanted.value
    return found
