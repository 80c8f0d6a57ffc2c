"""What a lead of one type is worth: mean revenue per customer times close rate. Source: semantics section 1."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from workbench.agreement.calculators.answer import NotMeasurable

SMALLEST_TYPE = 30
"""With fewer leads of a type the pooled value of all types is used."""


def lead_value(revenue_per_customer: Decimal | None, close_rate: Decimal | None) -> Decimal | NotMeasurable:
    """The value of one lead."""
    if not revenue_per_customer:
        return NotMeasurable("revenue per customer")
    if not close_rate:
        return NotMeasurable("close rate")
    return revenue_per_customer * close_rate


@dataclass(frozen=True)
class TypeHistory:
    """What the data says of one lead type: leads, customers won, revenue of those customers."""

    name: str
    leads: int
    won: int
    revenue: Decimal


@dataclass(frozen=True)
class TypeValue:
    """The value of one lead type, and whether it had to borrow the pooled value."""

    name: str
    value: Fraction
    pooled: bool


def values_from_history(types: Sequence[TypeHistory]) -> tuple[TypeValue, ...] | NotMeasurable:
    """The value of each type from its own history; pooled where it has under 30 leads or no wins, and said so."""
    leads = sum(one.leads for one in types)
    if not leads:
        return NotMeasurable("leads")
    pooled = Fraction(sum((one.revenue for one in types), Decimal(0))) / leads
    return tuple(
        TypeValue(one.name, pooled, True)
        if one.leads < SMALLEST_TYPE or not one.won
        else TypeValue(one.name, Fraction(one.revenue) / one.leads, False)
        for one in types
    )
