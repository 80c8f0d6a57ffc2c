"""Whether a column's numeric dates are day-month or month-day: decided once, from all its values, never row by row.

Must not know zones or leads.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

import numpy as np
import numpy.typing as npt

from workbench.sheets.mapping import DateOrder

Why = Literal["given", "values", "dots", "language", "other_column", "unknown", "conflict", "iso", "same"]
Ints: TypeAlias = npt.NDArray[np.int64]

SMALL_SHARE = 0.05
"""A contradicting minority up to this share is taken for slips; above it the column is mixed."""


@dataclass(frozen=True)
class Evidence:
    """What a column's values say.

    Attributes:
        day_first: Dates that only day-month allows.
        month_first: Dates that only month-day allows.
        open: Dates that either allows, with different days.
        dotted: Whether all are written with dots.
        sample: First and second part and year of one open date.
        year_first: How many are written year first, which has one reading.
    """

    day_first: int
    month_first: int
    open: int
    dotted: bool
    sample: tuple[int, int, int] | None
    year_first: int = 0


@dataclass(frozen=True)
class Decision:
    """The order of one column.

    Attributes:
        order: The order; nothing where it has to be asked.
        why: How it was decided. `same`: no value depends on it; `iso`: neither, and they are written year first.
            `conflict`: the column mixes both orders.
        other: The column that lent its order, for `other_column`.
    """

    order: DateOrder | None
    why: Why
    other: str = ""


def weigh(first: Ints, second: Ints, year: Ints, dotted: npt.NDArray[np.bool_], year_first: int) -> Evidence:
    """The evidence in the parts of all numeric dates of a column whose order is open, and the number of the others."""
    day_first = (first > 12) & (first <= 31) & (second >= 1) & (second <= 12)
    month_first = (second > 12) & (second <= 31) & (first >= 1) & (first <= 12)
    both = (first >= 1) & (first <= 12) & (second >= 1) & (second <= 12) & (first != second)
    where = np.flatnonzero(both)
    sample = (int(first[where[0]]), int(second[where[0]]), int(year[where[0]])) if len(where) else None
    all_dotted = bool(len(dotted)) and bool(dotted.all())
    return Evidence(int(day_first.sum()), int(month_first.sum()), len(where), all_dotted, sample, year_first)


def decide(columns: Mapping[str, Evidence], given: DateOrder | None, language: str) -> dict[str, Decision]:
    """The order of each column.

    Args:
        columns: Evidence by header.
        given: The order the mapping names, which binds every column.
        language: Language of the headers where it settles the order (`pt_BR`, `es`, `de`), else empty.
    """
    if given is not None:
        return {header: Decision(given, "given") for header in columns}
    decided = {header: _by_values(evidence) for header, evidence in columns.items()}
    certain = {one.order: header for header, one in decided.items() if one.why == "values"}
    for header, one in decided.items():
        if one.why != "unknown":
            continue
        if columns[header].dotted:
            decided[header] = Decision("dmy", "dots")
        elif len(certain) == 1:
            order, other = next(iter(certain.items()))
            decided[header] = Decision(order, "other_column", other)
        elif language and not certain:
            decided[header] = Decision("dmy", "language")
    return decided


def _by_values(evidence: Evidence) -> Decision:
    certain = evidence.day_first + evidence.month_first
    order: DateOrder = "dmy" if evidence.day_first >= evidence.month_first else "mdy"
    if not certain:
        if evidence.open:
            return Decision(None, "unknown")
        return Decision("ymd", "iso") if evidence.year_first else Decision("dmy", "same")
    if min(evidence.day_first, evidence.month_first) > SMALL_SHARE * certain:
        return Decision(order, "conflict")
    return Decision(order, "values")
