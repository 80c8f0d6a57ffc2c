"""Attempts, customers' economics, coverage, untouched leads, thresholds and rhythms: worked by hand, and their laws."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, strategies as st

from workbench.agreement.calculators.answer import NotMeasurable
from workbench.agreement.calculators.attempts import attempts_worth
from workbench.agreement.calculators.economics import (
    acquisition_cost,
    cost_per_stage,
    lifetime_months,
    lifetime_value,
    payback_months,
    pipeline_needed,
    ratio,
    return_on,
    velocity,
)
from workbench.agreement.calculators.funnel import Needed
from workbench.agreement.calculators.misalignment import Untouched, cost_of_misalignment
from workbench.agreement.calculators.rhythm import Rhythm, convert
from workbench.agreement.calculators.threshold import ScoredLead, at_thresholds

RHYTHMS: tuple[Rhythm, ...] = ("day", "week", "month", "quarter", "year")


def test_attempts_end_where_three_of_them_no_longer_pay() -> None:
    # gains at 40 a contact: 7.2, 4.4, 2.4, 1.2, 0.8; means of up to three: 7.2, 5.8, 4.67, 2.67, 1.47; cost 3
    rates = [Decimal(one) for one in ("0.18", "0.11", "0.06", "0.03", "0.02")]
    found = attempts_worth(rates, Decimal(40), Decimal(3))
    assert not isinstance(found, NotMeasurable)
    assert [one.gain for one in found.attempts] == [Fraction(one) for one in ("7.2", "4.4", "2.4", "1.2", "0.8")]
    assert [round(float(one.average), 2) for one in found.attempts] == [7.2, 5.8, 4.67, 2.67, 1.47]
    assert (found.worth, found.ends) == (3, True)
    assert found.attempts[2].margin == Fraction("-0.6")


def test_attempts_that_all_pay_have_no_end_yet() -> None:
    found = attempts_worth([Decimal("0.2")] * 2, Decimal(40), Decimal(3))
    assert not isinstance(found, NotMeasurable)
    assert (found.worth, found.ends) == (2, False)


@pytest.mark.parametrize(
    ("rates", "value", "cost", "missing"),
    [
        ([], Decimal(1), Decimal(1), "contact rate of each attempt"),
        ([Decimal("0.1"), None], Decimal(1), Decimal(1), "contact rate of attempt 2"),
        ([Decimal("0.1")], None, Decimal(1), "value of a contact"),
        ([Decimal("0.1")], Decimal(1), Decimal(0), "cost of an attempt"),
    ],
)
def test_attempts_name_what_is_missing(
    rates: list[Decimal | None], value: Decimal | None, cost: Decimal | None, missing: str
) -> None:
    assert attempts_worth(rates, value, cost) == NotMeasurable(missing)


@given(st.lists(st.decimals("0.001", 1, places=3), min_size=1, max_size=12), st.integers(1, 50), st.integers(1, 50))
def test_a_dearer_attempt_is_never_worth_making_more_often(rates: list[Decimal], value: int, cost: int) -> None:
    cheap, dear = (
        attempts_worth(rates, Decimal(value), Decimal(cost)),
        attempts_worth(rates, Decimal(value), cost + Decimal(1)),
    )
    assert not isinstance(cheap, NotMeasurable)
    assert not isinstance(dear, NotMeasurable)
    assert dear.worth <= cheap.worth


def test_what_a_customer_costs_and_brings() -> None:
    # (600,000 + 900,000) / 300 = 5,000; 850 * 70% = 595 a month; 595 / 2% = 50 months: 29,750; 5,000 / 595 = 8.4
    cost = acquisition_cost(Decimal(600_000), Decimal(900_000), 300)
    assert cost == 5000
    value = lifetime_value(Decimal(850), Decimal("0.7"), Decimal("0.02"))
    assert value == 29_750
    assert ratio(value, cost) == Fraction(595, 100)
    assert payback_months(cost, Decimal(850), Decimal("0.7")) == Fraction(5000, 595)
    assert return_on(Fraction(750), Decimal(500)) == Fraction(1, 2)
    assert return_on(Fraction(0), Decimal(500)) == -1


def test_without_churn_a_customer_counts_for_the_horizon() -> None:
    assert lifetime_months(Decimal(0)) == 60
    assert lifetime_months(Decimal(0), 36) == 36
    assert lifetime_value(Decimal(100), Decimal("0.5"), Decimal(0)) == 3000
    assert lifetime_months(None) == NotMeasurable("monthly churn")


@given(st.decimals(0, 1, places=4), st.decimals(0, 1, places=4), st.integers(1, 240))
def test_more_churn_never_makes_a_customer_worth_more(one: Decimal, other: Decimal, horizon: int) -> None:
    low, high = sorted((one, other))
    less, more = lifetime_months(high, horizon), lifetime_months(low, horizon)
    assert isinstance(less, Fraction)
    assert isinstance(more, Fraction)
    assert less <= more <= horizon


def test_each_economic_number_names_what_is_missing() -> None:
    assert acquisition_cost(None, Decimal(1), 1) == NotMeasurable("cost of marketing")
    assert acquisition_cost(Decimal(1), Decimal(0), 0) == NotMeasurable("customers")
    assert lifetime_value(None, Decimal(1), Decimal(1)) == NotMeasurable("monthly revenue of a customer")
    assert ratio(NotMeasurable("gross margin"), Fraction(1)) == NotMeasurable("gross margin")
    assert ratio(Fraction(1), Fraction(0)) == NotMeasurable("cost of a customer")
    assert payback_months(Fraction(1), Decimal(1), None) == NotMeasurable("gross margin")
    assert return_on(Fraction(1), Decimal(0)) == NotMeasurable("cost")
    assert pipeline_needed(Decimal(1), None) == NotMeasurable("win rate")
    assert velocity(1, Decimal("0.1"), Decimal(1), 0) == NotMeasurable("sales cycle in days")


def test_a_lead_costs_more_the_further_it_came() -> None:
    stages = (Needed("Customer", Fraction(25)), Needed("SQL", Fraction(200)), Needed("MQL", Fraction(400)))
    found = cost_per_stage(Decimal(20_000), stages)
    assert not isinstance(found, NotMeasurable)
    assert [one.exact for one in found] == [800, 100, 50]
    assert cost_per_stage(None, stages) == NotMeasurable("cost of marketing")
    assert cost_per_stage(Decimal(1), ()) == NotMeasurable("leads of each stage")


def test_coverage_and_velocity_by_hand() -> None:
    assert pipeline_needed(Decimal(500_000), Decimal("0.25")) == 2_000_000
    # 120 * 25% * 10,000 / 75 = 4,000 a day
    assert velocity(120, Decimal("0.25"), Decimal(10_000), 75) == 4000


def test_untouched_leads_cost_what_they_were_worth() -> None:
    types = [Untouched("demo", 12, Fraction(1600)), Untouched("download", 30, Fraction(20))]
    assert cost_of_misalignment(types) == 19_800
    assert cost_of_misalignment([Untouched("demo", 0, Fraction(0))]) == 0
    assert cost_of_misalignment([Untouched("demo", 1, Fraction(0))]) == NotMeasurable("value of a lead of demo")
    assert cost_of_misalignment([]) == NotMeasurable("untouched leads")


def test_thresholds_by_hand() -> None:
    leads = [
        ScoredLead(80, True),
        ScoredLead(70, True),
        ScoredLead(60, False),
        ScoredLead(40, True),
        ScoredLead(10, False),
    ]
    found = at_thresholds(leads, (0, 50, 90))
    assert not isinstance(found, NotMeasurable)
    assert [(one.volume, one.precision, one.recall) for one in found] == [
        (5, Fraction(3, 5), 1), (3, Fraction(2, 3), Fraction(2, 3)), (0, None, 0),
    ]  # fmt: skip
    assert at_thresholds([]) == NotMeasurable("decided leads with a score")


@given(st.lists(st.tuples(st.integers(0, 100), st.booleans()), min_size=1, max_size=60))
def test_a_higher_threshold_never_lets_more_through(leads: list[tuple[int, bool]]) -> None:
    found = at_thresholds([ScoredLead(*one) for one in leads])
    assert not isinstance(found, NotMeasurable)
    volumes = [one.volume for one in found]
    assert volumes == sorted(volumes, reverse=True)
    recalls = [one.recall for one in found if one.recall is not None]
    assert recalls == sorted(recalls, reverse=True)
    assert found[0].volume == len(leads)


@given(
    st.fractions(0, 10**6, max_denominator=1000), st.sampled_from(RHYTHMS), st.sampled_from(RHYTHMS), st.integers(1, 31)
)
def test_rhythms_round_trip(amount: Fraction, start: Rhythm, end: Rhythm, days: int) -> None:
    assert convert(convert(amount, start, end, days), end, start, days) == amount


def test_rhythms_by_hand() -> None:
    assert convert(Fraction(400), "month", "quarter") == 1200
    assert convert(Fraction(4800), "year", "month") == 400
    assert convert(Fraction(400), "month", "day", 20) == 20
    assert convert(Fraction(400), "month", "week", 20) == 100
