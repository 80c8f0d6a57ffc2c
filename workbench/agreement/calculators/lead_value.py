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
    """What the data says of one lead type.

    Attributes:
        name: Of the type.
        leads: How many qualified.
        won: Of those, the customers.
        paid: Of those, the ones whose revenue is known; a missing amount is not nought.
        revenue: Of these.
    """

    name: str
    leads: int
    won: int
    paid: int
    revenue: Decimal

    @property
    def value(self) -> Fraction:
        """Mean revenue per customer times close rate; somebody must have paid."""
        return Fraction(self.revenue) / self.paid * Fraction(self.won, self.leads)


@dataclass(frozen=True)
class TypeValue:
    """The value of one lead type, and whether it had to borrow the pooled value."""

    name: str
    value: Fraction
    pooled: bool


def values_from_history(types: Sequence[TypeHistory]) -> tuple[TypeValue, ...] | NotMeasurable:
    """The value of each type from its own history, and whether it is the pooled one.

    Pooled is the value of all of them together, for a type with under 30 leads, without wins, or without a win whose
    revenue is known.
    """
    every = TypeHistory(
        "", sum(one.leads for one in types), sum(one.won for one in types), sum(one.paid for one in types),
        sum((one.revenue for one in types), Decimal(0)),
    )  # fmt: skip
    if not every.leads:
        return NotMeasurable("leads")
    if not every.paid:
        return NotMeasurable("revenue per customer")
    return tuple(
        TypeValue(one.name, every.value, True)
        if one.leads < SMALLEST_TYPE or not one.paid
        else TypeValue(one.name, one.value, False)
        for one in types
    )
