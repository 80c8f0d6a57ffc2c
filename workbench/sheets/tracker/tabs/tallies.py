"""Counts and sums of leads by several numbers at once: `COUNTIFS` and `SUMIFS`, the fastest there is in a worksheet.

Must not know sheets or what the numbers mean.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Literal

import numpy as np

from workbench.sheets.tracker.formula import Formula, Given, lift, numeric
from workbench.sheets.tracker.ranges import Range

Sign = Literal["=", ">", ">=", "<"]
Test = tuple[Range, Sign, Given]
"""A column of numbers, and how each has to compare with a number."""

_COMPARED: Mapping[Sign, Callable[[Any, Any], Any]] = MappingProxyType(
    {"=": np.equal, ">": np.greater, ">=": np.greater_equal, "<": np.less}
)


def tally(*tests: Test) -> Formula:
    """How many leads pass every test."""
    return Formula(f"COUNTIFS({_criteria(tests)})", float(np.count_nonzero(_passed(tests))))


def total(amounts: Range, *tests: Test) -> Formula:
    """The sum of the numbers of leads that pass every test; texts among them count nothing."""
    numbers = [one for one in amounts.values[_passed(tests)].tolist() if isinstance(one, float)]
    return Formula(f"SUMIFS({amounts.name},{_criteria(tests)})", float(sum(numbers)))


def _criteria(tests: tuple[Test, ...]) -> str:
    return ",".join(f"{cells.name},{_criterion(sign, lift(number))}" for cells, sign, number in tests)


def _criterion(sign: Sign, number: Formula) -> str:
    return number.text if sign == "=" else f'"{sign}"&{number.text}'


def _passed(tests: tuple[Test, ...]) -> Any:
    found = np.ones(len(tests[0][0].values), np.bool_)
    for cells, sign, number in tests:
        found &= _COMPARED[sign](cells.values, numeric(lift(number).value))
    return found
