"""What customers cost and bring: CAC, lifetime value, payback, return, cost per stage, coverage, velocity.

Source of the formulas: semantics section 1. Exact; a missing or zero denominator names what is missing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Final

from workbench.agreement.calculators.answer import NotMeasurable
from workbench.agreement.calculators.funnel import Needed

HORIZON: Final = 60
"""Months a customer is counted for at most, where no other horizon is chosen."""

Found = Fraction | NotMeasurable


def _lacks(needs: Mapping[str, Decimal | int | Fraction | None], may_be_nought: Sequence[str] = ()) -> str:
    """The first input that is missing, or nought where that makes no sense."""
    for name, value in needs.items():
        if value is None or (not value and name not in may_be_nought):
            return name
    return ""


def acquisition_cost(marketing: Decimal | None, sales: Decimal | None, customers: Fraction | int | None) -> Found:
    """CAC: what both teams spend in a period, for each customer won in it."""
    lacks = _lacks(
        {"cost of marketing": marketing, "cost of sales": sales, "customers": customers},
        ("cost of marketing", "cost of sales"),
    )
    if lacks:
        return NotMeasurable(lacks)
    return (Fraction(marketing or 0) + Fraction(sales or 0)) / Fraction(customers or 1)


def lifetime_months(churn: Decimal | None, horizon: int | None = None) -> Found:
    """How long a customer stays: one over the monthly churn, at most the horizon; without churn, the horizon."""
    if churn is None:
        return NotMeasurable("monthly churn")
    most = Fraction(horizon or HORIZON)
    return most if churn <= 0 else min(1 / Fraction(churn), most)


def lifetime_value(
    monthly: Decimal | None, margin: Decimal | None, churn: Decimal | None, horizon: int | None = None
) -> Found:
    """CLV: the margin a customer leaves each month, for as long as it stays."""
    lacks = _lacks({"monthly revenue of a customer": monthly, "gross margin": margin})
    if lacks:
        return NotMeasurable(lacks)
    months = lifetime_months(churn, horizon)
    return months if isinstance(months, NotMeasurable) else Fraction(monthly or 0) * Fraction(margin or 0) * months


def ratio(value: Found, cost: Found) -> Found:
    """CLV for each unit of CAC."""
    for one in (value, cost):
        if isinstance(one, NotMeasurable):
            return one
    assert isinstance(value, Fraction)
    assert isinstance(cost, Fraction)
    return value / cost if cost > 0 else NotMeasurable("cost of a customer")


def payback_months(cost: Found, monthly: Decimal | None, margin: Decimal | None) -> Found:
    """Months until a customer's margin has paid what winning it cost."""
    if isinstance(cost, NotMeasurable):
        return cost
    lacks = _lacks({"monthly revenue of a customer": monthly, "gross margin": margin})
    return NotMeasurable(lacks) if lacks else cost / (Fraction(monthly or 1) * Fraction(margin or 1))


def return_on(gain: Fraction | None, cost: Decimal | None) -> Found:
    """ROI: what came back beyond the cost, as a share of the cost."""
    lacks = _lacks({"gain": gain, "cost": cost}, ("gain",))
    return NotMeasurable(lacks) if lacks else (Fraction(gain or 0) - Fraction(cost or 1)) / Fraction(cost or 1)


def cost_per_stage(cost: Decimal | None, stages: Sequence[Needed]) -> tuple[Needed, ...] | NotMeasurable:
    """What one lead costs at each stage: the same money over fewer and fewer leads."""
    if not cost:
        return NotMeasurable("cost of marketing")
    if not stages or any(one.exact <= 0 for one in stages):
        return NotMeasurable("leads of each stage")
    return tuple(Needed(one.stage, Fraction(cost) / one.exact) for one in stages)


def pipeline_needed(goal: Decimal | None, win_rate: Decimal | None) -> Found:
    """Coverage: the open pipeline a goal needs."""
    lacks = _lacks({"revenue goal": goal, "win rate": win_rate})
    return NotMeasurable(lacks) if lacks else Fraction(goal or 0) / Fraction(win_rate or 1)


def velocity(
    opportunities: Decimal | int | None, win_rate: Decimal | None, deal: Decimal | None, days: int | None
) -> Found:
    """Revenue a pipeline gives each day: opportunities, win rate and deal over the days a sale takes."""
    lacks = _lacks(
        {"open opportunities": opportunities, "win rate": win_rate, "average deal": deal, "sales cycle in days": days}
    )
    if lacks:
        return NotMeasurable(lacks)
    return Fraction(opportunities or 0) * Fraction(win_rate or 0) * Fraction(deal or 0) / Fraction(days or 1)
