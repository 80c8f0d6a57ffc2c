"""The whole plan out of the answers: segments, months with season and lag, what is known while something is open."""

from __future__ import annotations

import dataclasses
import datetime as dt
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, strategies as st

from workbench.agreement.calculators.answer import NotMeasurable
from workbench.agreement.model import Agreement
from workbench.agreement.sections.teams import Segment
from workbench.agreement.sections.volumes import SegmentGoal, StageRate
from workbench.agreement.segment_plan import segment_alone
from workbench.agreement.templates import template
from workbench.agreement.terms import ScopeFilter
from workbench.agreement.volume_plan import volume_plan

B2B = template("b2b").agreement


def with_volumes(agreement: Agreement = B2B, **changes: Any) -> Agreement:
    return dataclasses.replace(agreement, volumes=dataclasses.replace(agreement.volumes, **changes))


def starting(agreement: Agreement, day: dt.date) -> Agreement:
    return dataclasses.replace(agreement, teams=dataclasses.replace(agreement.teams, effective_from=day))


def numbers(agreement: Agreement) -> list[tuple[str, int]]:
    return [(one.stage, one.rounded) for one in volume_plan(agreement).known]


def test_the_plan_of_the_template() -> None:
    plan = volume_plan(B2B)
    assert numbers(B2B) == [("Customer", 300), ("Opportunity", 1200), ("SQL", 2400), ("SAL", 3840), ("MQL", 4800)]
    assert plan.stages == ("mql", "sal", "sql", "opportunity", "customer")
    assert plan.a_month == 400
    assert plan.planned == 400


def test_segments_are_computed_each_and_added_with_what_is_left() -> None:
    # 2,000,000 at 60% and 8,000: 150 customers; its own win rate 30%: 500 opportunities, 1,000 SQL
    # left 4,000,000 at 50% and 10,000: 200 customers, 800 opportunities, 1,600 SQL
    cloud = Segment(key="cloud", name="Cloud")
    made = with_volumes(
        dataclasses.replace(B2B, teams=dataclasses.replace(B2B.teams, segments=(cloud,))),
        segment_goals=(
            SegmentGoal(
                key="g", segment="cloud", revenue=Decimal(2_000_000), marketing_share=Decimal("0.6"),
                average_deal=Decimal(8000),
            ),
        ),
        rates=(
            *B2B.volumes.rates,
            StageRate(key="own", from_stage="opportunity", to_stage="customer", rate=Decimal("0.3"), segment="cloud"),
        ),
    )  # fmt: skip
    plan = volume_plan(made)
    assert [one.key for one in plan.segments] == ["cloud", ""]
    assert [one.stages[1].exact for one in plan.segments] == [500, 800]
    assert numbers(made)[:3] == [("Customer", 350), ("Opportunity", 1300), ("SQL", 2600)]
    # each by itself comes to the same, and its promise is the one for exactly its leads
    scope = (ScopeFilter("s", "segment", "", ("Cloud",)),)
    own = dataclasses.replace(made.volumes.volume_targets[0], key="own", scope=scope, amount=90)
    made = with_volumes(made, volume_targets=(*made.volumes.volume_targets, own))
    alone = [volume_plan(segment_alone(made, one.key)) for one in plan.segments]
    assert [one.need for one in alone] == [one.stages for one in plan.segments]
    assert [one.target.amount if one.target else None for one in alone] == [90, None]
    assert segment_alone(made, "gone") == made


@given(st.lists(st.integers(1, 10**6), min_size=1, max_size=5))
def test_segments_like_the_whole_add_up_to_the_whole(goals: list[int]) -> None:
    rows = tuple(SegmentGoal(key=str(at), segment=str(at), revenue=Decimal(one)) for at, one in enumerate(goals))
    whole = with_volumes(revenue_goal=Decimal(sum(goals)))
    split = with_volumes(whole, segment_goals=rows)
    parts = volume_plan(split)
    assert parts.need == volume_plan(whole).need
    assert [volume_plan(segment_alone(split, one.key)).need for one in parts.segments] == [
        one.stages for one in parts.segments
    ]


@pytest.mark.parametrize(("at", "known"), [(3, 1), (2, 2), (0, 4)])
@pytest.mark.parametrize("rate", [None, Decimal(0)])
def test_the_funnel_is_known_up_to_the_rate_that_is_missing(at: int, known: int, rate: Decimal | None) -> None:
    rates = list(B2B.volumes.rates)
    rates[at] = dataclasses.replace(rates[at], rate=rate)
    plan = volume_plan(with_volumes(rates=tuple(rates)))
    assert isinstance(plan.need, NotMeasurable)
    assert plan.need.missing.startswith("rate from ")
    assert len(plan.known) == known
    assert plan.known[0].exact == 300


def test_months_carry_season_and_lag_and_add_up() -> None:
    plan = volume_plan(starting(B2B, dt.date(2027, 1, 1)))
    assert not isinstance(plan.months, NotMeasurable)
    assert [one.period for one in plan.months][:4] == ["2026-10", "2026-11", "2026-12", "2027-01"]
    assert [one.already_due for one in plan.months][:4] == [True, True, True, False]
    assert sum(one.needed for one in plan.months) == 4800
    # weights add up to 12.0 of an ordinary month, so that one of them is 400; customers of August are leads of May
    assert {one.period: one.needed for one in plan.months}["2027-05"] == 240
    assert {one.period: one.promised for one in plan.months}["2027-02"] == 480


@given(st.integers(1, 60), st.integers(0, 36), st.integers(1, 10**8))
def test_months_always_add_up_to_the_plan(length: int, lag: int, revenue: int) -> None:
    plan = volume_plan(
        with_volumes(plan_months=length, sales_cycle_months=lag, revenue_goal=Decimal(revenue))
    )  # fmt: skip
    assert not isinstance(plan.months, NotMeasurable)
    assert not isinstance(plan.need, NotMeasurable)
    assert sum(one.needed for one in plan.months) == plan.need[-1].rounded
    assert sum(one.already_due for one in plan.months) == min(lag, length)


@given(st.decimals("0.01", 1, places=2), st.decimals("0.01", 1, places=2))
def test_a_better_rate_never_needs_more_leads(one: Decimal, other: Decimal) -> None:
    low, high = sorted((one, other))

    def leads(rate: Decimal) -> Fraction:
        rates = (dataclasses.replace(B2B.volumes.rates[0], rate=rate), *B2B.volumes.rates[1:])
        need = volume_plan(with_volumes(rates=rates)).need
        assert not isinstance(need, NotMeasurable)
        return need[-1].exact

    assert leads(high) <= leads(low)


def test_without_capacity_the_load_names_what_is_missing() -> None:
    plan = volume_plan(with_volumes(reps=()))
    assert plan.capacity == plan.load == NotMeasurable("sales capacity")
    assert volume_plan(with_volumes(time_for_leads=None)).load == NotMeasurable("time for these leads")


def test_an_empty_agreement_has_an_empty_plan() -> None:
    plan = volume_plan(Agreement())
    assert (plan.known, plan.stages, plan.segments) == ((), (), ())
    assert plan.need == NotMeasurable("revenue goal")
