"""A named range of cells and what worksheet functions find in it: positions, entries, counts, sums.

Must not know what the cells mean.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from workbench.sheets.tracker.formula import COMPARED, SINGLE, Formula, Given, each, folded, lift, numeric, single


@dataclass(frozen=True, eq=False)
class Range:
    """A column of cells under a name.

    Attributes:
        name: Defined in the workbook.
        values: Numbers, or an object array of texts and numbers, from the first cell to the last.
    """

    name: str
    values: Any

    @classmethod
    def of(cls, name: str, values: Sequence[Any]) -> Range:
        """A range of values that are known when the tracker is written."""
        numbers = all(isinstance(one, int | float) for one in values)
        array = np.array(values, np.float64) if numbers else np.empty(len(values), object)
        if not numbers:
            array[:] = list(values)
        return cls(name, array)

    def last_at_most(self, given: Given) -> Formula:
        """`MATCH` in ascending numbers: the place, from 1, of the last one that is not larger."""
        wanted = lift(given)
        value = np.searchsorted(self.values, numeric(wanted.value), side="right")
        return Formula(f"MATCH({wanted.text},{self.name},1)", single(value.astype(np.float64)))

    def at(self, given: Given) -> Formula:
        """`INDEX`: the entry at a place, from 1."""
        place = lift(given)
        wanted, last = numeric(place.value), len(self.values) - 1
        at: Any
        if isinstance(wanted, np.ndarray):
            at = np.clip(np.nan_to_num(wanted) - 1, 0, last).astype(np.int64)
        else:
            at = int(min(max(wanted - 1, 0), last)) if wanted == wanted else 0  # noqa: PLR0124  (what is no number)
        return Formula(f"INDEX({self.name},{place.text})", single(self.values[at]))

    def count(self, wanted: Given) -> Formula:
        """`COUNTIF`: how many entries are a number."""
        one = lift(wanted)
        return Formula(f"COUNTIF({self.name},{one.text})", float(np.count_nonzero(self.values == one.value)))

    def sum_where(self, other: Range, wanted: Given) -> Formula:
        """`SUMIFS`: the sum of the entries where another range is a number."""
        one = lift(wanted)
        value = float(self.values[other.values == one.value].sum())
        return Formula(f"SUMIFS({self.name},{other.name},{one.text})", value)

    def filled(self) -> Formula:
        """`COUNTA`: how many cells hold anything."""
        found = sum(1 for one in self.values.tolist() if one not in {None, ""})
        return Formula(f"COUNTA({self.name})", float(found))

    def holds(self, given: Given) -> Formula:
        """Whether an entry equals a value, texts without regard to case; nothing in it is a wildcard."""
        wanted = lift(given)
        known = {folded(one) for one in self.values.tolist()}
        value = each(lambda one: folded(one) in known, wanted.value)
        if isinstance(value, np.ndarray):
            value = value.astype(np.bool_)
        return Formula(f"SUMPRODUCT(--({self.name}={wanted.text}))>0", value, COMPARED)

    def where_same(self, others: Range, given: Given) -> Formula:
        """The sum of the entries beside texts that are a text exactly, in the same case: of one at most."""
        wanted = lift(given)
        beside = dict(zip(others.values.tolist(), self.values.tolist(), strict=True))
        value = each(lambda one: float(beside.get(one, 0)), wanted.value)
        if isinstance(value, np.ndarray):
            value = value.astype(np.float64)
        text = f"SUMPRODUCT(EXACT({others.name},{wanted.text})*{self.name})"
        return Formula(text, value, SINGLE)
