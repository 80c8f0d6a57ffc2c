"""The reverse funnel: from a revenue goal back to the leads it needs, by stage and by month.

Source of the formulas: semantics section 1. Exact fractions inside; rounded up only where a number is shown as a
commitment.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from workbench.agreement.calculators.answer import NotMeasurable


@dataclass(frozen=True)
class Step:
    """One step of a funnel, from a stage to the next, with the share that passes.

    Attributes:
        start: Name of the stage before.
        end: Name of the stage after.
        rate: In (0, 1], or nothing while it is open.
    """

    start: str
    end: str
    rate: Decimal | None


@dataclass(frozen=True)
class Needed:
    """How many leads one stage needs.

    Attributes:
        stage: Its name.
        exact: The exact number, perhaps broken.
    """

    stage: str
    exact: Fraction

    @property
    def rounded(self) -> int:
        """The number as a commitment shows it: rounded up."""
        return math.ceil(self.exact)


def needed(
    revenue: Decimal | None, share: Decimal | None, deal: Decimal | None, steps: Sequence[Step]
) -> tuple[Needed, ...] | NotMeasurable:
    """Leads needed at each stage, the last stage (customers) first.

    Args:
        revenue: Revenue goal of the period.
        share: Part of it that starts with marketing, in (0, 1].
        deal: Average value of one customer.
        steps: In the order leads take them; the last one ends at the customer.
    """
    for name, value in (("revenue goal", revenue), ("share from marketing", share), ("average deal", deal)):
        if not value:
            return NotMeasurable(name)
    for step in steps:
        if not step.rate or step.rate < 0:
            return NotMeasurable(f"rate from {step.start} to {step.end}")
    if not steps:
        return NotMeasurable("stage rates")
    assert revenue
    assert share
    assert deal
    count = Fraction(revenue) * Fraction(share) / Fraction(deal)
    found = [Needed(steps[-1].end, count)]
    for step in reversed(steps):
        count /= Fraction(step.rate or 1)
        found.append(Needed(step.start, count))
    return tuple(found)


def added(segments: Sequence[tuple[Needed, ...]]) -> tuple[Needed, ...]:
    """Segments added stage by stage; rates are never averaged.

    Args:
        segments: Answers of `needed` with the same stages in the same order.
    """
    return tuple(
        Needed(parts[0].stage, sum((p.exact for p in parts), Fraction(0))) for parts in zip(*segments, strict=True)
    )


def split(total: int, weights: Sequence[Decimal]) -> tuple[int, ...] | NotMeasurable:
    """A whole number split by weights with the largest remainder, so that the parts add up to it.

    Ties go to the earlier part.
    """
    whole = sum((Fraction(weight) for weight in weights), Fraction(0))
    if whole <= 0:
        return NotMeasurable("weights")
    exact = [Fraction(total) * Fraction(weight) / whole for weight in weights]
    parts = [math.floor(one) for one in exact]
    rest = total - sum(parts)
    order = sorted(range(len(parts)), key=lambda i: (-(exact[i] - parts[i]), i))
    for index in order[:rest]:
        parts[index] += 1
    return tuple(parts)


@dataclass(frozen=True)
class MonthNeed:
    """Leads one month must bring.

    Attributes:
        month: Number of the month from the start, 0 for the first; negative before the start.
        leads: How many.
        already_due: Whether the month lies before the agreement starts.
    """

    month: int
    leads: int
    already_due: bool


def by_month(total: int, weights: Sequence[Decimal], lag: int) -> tuple[MonthNeed, ...] | NotMeasurable:
    """Leads month by month: what month m + lag wins must have come in as leads in month m.

    Args:
        total: Leads of the whole plan.
        weights: One for each month in which customers are won, from the first.
        lag: Sales cycle in months.
    """
    parts = split(total, weights)
    if isinstance(parts, NotMeasurable):
        return parts
    return tuple(MonthNeed(i - lag, leads, i - lag < 0) for i, leads in enumerate(parts))
