"""Calculators against numbers worked by hand, and their laws."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, strategies as st

from workbench.agreement.calculators.answer import NotMeasurable
from workbench.agreement.calculators.capacity import leads_per_rep, light, load, team_capacity
from workbench.agreement.calculators.funnel import Step, added, by_month, needed, split
from workbench.agreement.calculators.lead_value import TypeHistory, lead_value, values_from_history
from workbench.agreement.templates import template
from workbench.agreement.volume_plan import funnel_need, monthly_capacity

STEPS = (
    Step("MQL", "SAL", Decimal("0.8")),
    Step("SAL", "SQL", Decimal("0.625")),
    Step("SQL", "Opportunity", Decimal("0.5")),
    Step("Opportunity", "Customer", Decimal("0.25")),
)


def test_the_funnel_of_the_contract() -> None:
    # 500,000 * 0.5 / 10,000 = 25 customers; / 0.25 = 100; / 0.5 = 200; / 0.625 = 320; / 0.8 = 400
    found = needed(Decimal(500_000), Decimal("0.5"), Decimal(10_000), STEPS)
    assert not isinstance(found, NotMeasurable)
    assert [(one.stage, one.rounded) for one in found] == [
        ("Customer", 25), ("Opportunity", 100), ("SQL", 200), ("SAL", 320), ("MQL", 400),
    ]  # fmt: skip


def test_rounding_happens_at_the_end_and_upwards() -> None:
    found = needed(Decimal(100), Decimal(1), Decimal(30), (Step("a", "b", Decimal("0.7")),))
    assert not isinstance(found, NotMeasurable)
    assert [one.exact for one in found] == [Fraction(10, 3), Fraction(100, 21)]
    assert [one.rounded for one in found] == [4, 5]


@pytest.mark.parametrize(
    ("arguments", "missing"),
    [
        ((None, Decimal("0.5"), Decimal(10), STEPS), "revenue goal"),
        ((Decimal(10), Decimal(0), Decimal(10), STEPS), "share from marketing"),
        ((Decimal(10), Decimal("0.5"), Decimal(0), STEPS), "average deal"),
        ((Decimal(10), Decimal("0.5"), Decimal(10), (Step("MQL", "SAL", None),)), "rate from MQL to SAL"),
        ((Decimal(10), Decimal("0.5"), Decimal(10), (Step("MQL", "SAL", Decimal(0)),)), "rate from MQL to SAL"),
        ((Decimal(10), Decimal("0.5"), Decimal(10), ()), "stage rates"),
    ],
)
def test_a_missing_input_is_named(arguments: tuple[Decimal, Decimal, Decimal, tuple[Step, ...]], missing: str) -> None:
    assert needed(*arguments) == NotMeasurable(missing)


def test_segments_are_added_not_averaged() -> None:
    one = needed(Decimal(100), Decimal(1), Decimal(10), (Step("a", "b", Decimal("0.5")),))
    two = needed(Decimal(100), Decimal(1), Decimal(10), (Step("a", "b", Decimal("0.1")),))
    assert not isinstance(one, NotMeasurable)
    assert not isinstance(two, NotMeasurable)
    assert [part.exact for part in added((one, two))] == [20, 120]


@given(st.integers(0, 10**6), st.lists(st.decimals(0, 100, places=2), min_size=1, max_size=24))
def test_parts_add_up_to_the_whole(total: int, weights: list[Decimal]) -> None:
    parts = split(total, weights)
    if not any(weights):
        assert parts == NotMeasurable("weights")
        return
    assert not isinstance(parts, NotMeasurable)
    assert sum(parts) == total
    whole = sum(map(Fraction, weights))
    for part, weight in zip(parts, weights, strict=True):
        assert abs(part - total * Fraction(weight) / whole) < 1


def test_the_largest_remainder_wins_and_ties_go_first() -> None:
    # 10 over 3 equal parts: 3.33 each, one left over: the first takes it
    assert split(10, [Decimal(1)] * 3) == (4, 3, 3)
    # 10 over 1 : 2 : 4 is 1.43, 2.86, 5.71: the second has the largest remainder, then the third
    assert split(10, [Decimal(1), Decimal(2), Decimal(4)]) == (1, 3, 6)


def test_leads_of_a_lagged_month_may_be_due_already() -> None:
    found = by_month(12, [Decimal(1)] * 4, 2)
    assert not isinstance(found, NotMeasurable)
    assert [(one.month, one.leads, one.already_due) for one in found] == [
        (-2, 3, True), (-1, 3, True), (0, 3, False), (1, 3, False),
    ]  # fmt: skip


def test_the_lead_value_of_the_contract() -> None:
    assert lead_value(Decimal(160_000), Decimal("0.01")) == 1600
    assert lead_value(Decimal(160_000), None) == NotMeasurable("close rate")


def test_a_small_type_borrows_the_pooled_value_and_says_so() -> None:
    types = [TypeHistory("demo", 100, 10, 10, Decimal(100_000)), TypeHistory("fair", 20, 5, 5, Decimal(20_000))]
    found = values_from_history(types)
    assert not isinstance(found, NotMeasurable)
    assert [(one.name, one.value, one.pooled) for one in found] == [
        ("demo", Fraction(1000), False), ("fair", Fraction(1000), True),
    ]  # fmt: skip
    assert values_from_history([]) == NotMeasurable("leads")


def test_a_customer_of_unknown_revenue_does_not_count_as_one_of_none() -> None:
    # 1,000 is the mean of the five that are known; ten of forty were won
    types = [TypeHistory("demo", 40, 10, 5, Decimal(5_000)), TypeHistory("fair", 60, 10, 0, Decimal(0))]
    found = values_from_history(types)
    assert not isinstance(found, NotMeasurable)
    assert [(one.value, one.pooled) for one in found] == [(Fraction(250), False), (Fraction(200), True)]
    assert values_from_history(types[1:]) == NotMeasurable("revenue per customer")


def test_capacity_by_hand() -> None:
    # 20 days * 8 h * 60 * 30% = 2,880 minutes; 5 * 4 + 0.45 * 22 = 29.9 minutes a lead; 96.32 leads a rep
    per_rep = leads_per_rep(20, Decimal(8), Decimal("0.3"), Decimal(5), Decimal(4), Decimal("0.45"), Decimal(22))
    assert per_rep == Fraction(2880) / Fraction("29.9")
    assert isinstance(per_rep, Fraction)
    # one full rep, and one at half who is away 10 of 20 days: 1 + 0.25
    assert team_capacity(per_rep, 20, [(Decimal(1), 0), (Decimal("0.5"), 10)]) == per_rep * Fraction(5, 4)
    assert load(434, Fraction(434)) == 1
    assert load(1, Fraction(0)) == NotMeasurable("capacity")
    assert [light(Fraction(n, 100)) for n in (84, 85, 100, 101)] == ["free", "amber", "amber", "red"]


def test_the_template_plans_no_more_than_sales_can_work() -> None:
    b2b = template("b2b").agreement
    need, capacity = funnel_need(b2b), monthly_capacity(b2b)
    assert not isinstance(need, NotMeasurable)
    assert need[-1].rounded == 4800
    assert not isinstance(capacity, NotMeasurable)
    assert capacity > 480
