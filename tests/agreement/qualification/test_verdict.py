"""One lead judged by the definitions: worked examples, and laws that hold for all definitions and leads."""

from __future__ import annotations

import dataclasses
from decimal import Decimal

from hypothesis import given, strategies as st

from workbench.agreement.qualification.criterion import every, holds, number_in, some
from workbench.agreement.qualification.known_lead import KnownLead
from workbench.agreement.qualification.point_range import point_range
from workbench.agreement.qualification.score import Span, score
from workbench.agreement.qualification.verdict import judge
from workbench.agreement.sections.criteria import COMPARISONS, Condition
from workbench.agreement.sections.lead_definitions import (
    BehaviourCriterion,
    Exclusion,
    FitCriterion,
    LeadDefinitions,
    PointRule,
    Stage,
    Tier,
)
from workbench.fields.value import Duration

STAGES = (
    Stage(key="inquiry", name="Inquiry", date_field="created_at"),
    Stage(key="mql", name="MQL", date_field="qualified_at"),
    Stage(key="sal", name="SAL", date_field="accepted_at"),
)
AGREED = LeadDefinitions(
    stages=STAGES,
    fit=(
        FitCriterion(key="size", name="30 or more", field="company_size", comparison="at_least", values=("30",)),
        FitCriterion(key="land", name="At home", field="country", comparison="is_one_of", values=("DE", "AT")),
    ),
    behaviour=(
        BehaviourCriterion(key="asked", name="Asked", within=Duration(30, "days"), enough=True),
        BehaviourCriterion(key="pricing", name="Looked at prices"),
        BehaviourCriterion(key="webinar", name="Webinar"),
    ),
    hand_raiser="Anybody who asks to talk",
    exclusions=(Exclusion(key="rival", kind="competitor", field="email", comparison="contains", values=("@rival.",)),),
    tiers=(
        Tier(key="a", name="Tier A", values=("A",), hand_raisers=True),
        Tier(key="b", name="Tier B", values=("B",), conditions=(Condition("c", "source", "is_one_of", ("Webinar",)),)),
        Tier(key="c", name="Tier C", values=("C",), everyone_else=True),
    ),
)
GOOD = KnownLead(
    values={"company_size": "1,200", "country": " de ", "email": "ana@fit.example", "source": "webinar"},
    acts={"pricing": 3, "webinar": 400},
    not_done=frozenset({"asked"}),
    hand_raiser=False,
)


def test_a_lead_that_fits_and_did_two_things_qualifies_and_says_why() -> None:
    found = judge(AGREED, GOOD)
    assert (found.qualified, found.fit, found.interest, found.excluded) == (True, True, True, False)
    assert (found.stage, found.tier) == (STAGES[1], AGREED.tiers[1])
    said = {one.path: (one.holds, one.seen) for one in found.findings}
    assert said["lead_definitions.fit[size]"] == (True, "1,200")
    assert said["lead_definitions.behaviour[asked]"] == (False, "")


def test_one_act_that_is_not_enough_alone_leaves_it_an_inquiry() -> None:
    found = judge(AGREED, dataclasses.replace(GOOD, acts={"pricing": 3}, not_done=frozenset({"asked", "webinar"})))
    assert (found.qualified, found.stage, found.tier) == (False, STAGES[0], None)


def test_an_act_that_is_too_long_ago_does_not_count() -> None:
    old = dataclasses.replace(GOOD, acts={"asked": 31}, not_done=frozenset({"pricing", "webinar"}))
    assert judge(AGREED, old).qualified is False
    assert judge(AGREED, dataclasses.replace(old, acts={"asked": 30})).qualified is True


def test_a_hand_raiser_inside_the_profile_qualifies_and_one_outside_does_not() -> None:
    quiet = dataclasses.replace(GOOD, acts={}, not_done=frozenset({"asked", "pricing", "webinar"}), hand_raiser=True)
    found = judge(AGREED, quiet)
    assert (found.qualified, found.tier) == (True, AGREED.tiers[0])
    small = dataclasses.replace(quiet, values={**quiet.values, "company_size": "12"})
    assert judge(AGREED, small).qualified is False


def test_an_exclusion_beats_everything() -> None:
    rival = dataclasses.replace(GOOD, values={**GOOD.values, "email": "spy@rival.example"}, hand_raiser=True)
    found = judge(AGREED, rival)
    assert (found.qualified, found.excluded) == (False, True)


def test_a_blank_cell_proves_nothing() -> None:
    found = judge(AGREED, dataclasses.replace(GOOD, values={**GOOD.values, "country": ""}))
    assert (found.qualified, found.fit) == (None, None)


def test_the_tier_column_says_the_tier() -> None:
    found = judge(AGREED, dataclasses.replace(GOOD, values={**GOOD.values, "tier": "c"}))
    assert (found.tier, found.by_column) == (AGREED.tiers[2], True)


def test_the_last_tier_takes_every_other_lead_and_says_what_came_before() -> None:
    found = judge(AGREED, dataclasses.replace(GOOD, values={**GOOD.values, "source": "Event"}))
    assert (found.tier, found.open_tiers) == (AGREED.tiers[2], ())
    unknown = judge(AGREED, dataclasses.replace(GOOD, values={**GOOD.values, "source": ""}))
    assert (unknown.tier, unknown.open_tiers) == (AGREED.tiers[2], (AGREED.tiers[1],))


def test_a_later_date_shows_a_later_stage() -> None:
    found = judge(AGREED, dataclasses.replace(GOOD, values={**GOOD.values, "accepted_at": "2027-01-05"}))
    assert found.stage == STAGES[2]


POINTS = LeadDefinitions(
    uses_points=True,
    points=(
        PointRule(key="size", axis="fit", name="Big", points=40, field="company_size", comparison="at_least",
                  values=("100",)),
        PointRule(key="free", axis="fit", name="Free mail", points=-15, field="email", comparison="contains",
                  values=("@mail.",)),
        PointRule(key="price", axis="interest", name="Prices", points=30),
        PointRule(key="demo", axis="interest", name="Demo", points=35),
    ),
    threshold=65,
    interest_cap=50,
    decay_points=10,
    decay_every=Duration(30, "days"),
)  # fmt: skip


def test_points_are_added_capped_and_fade() -> None:
    lead = KnownLead({"company_size": "250", "email": "a@fit.example"}, {"price": 1, "demo": 1}, idle_days=65)
    found = score(POINTS, lead)
    assert (found.fit, found.interest, found.faded) == (Span(40, 40), Span(30, 30), 20)
    assert found.total == Span(70, 70)
    assert judge(POINTS, lead).qualified is True
    assert judge(POINTS, dataclasses.replace(lead, idle_days=90)).qualified is False


def test_points_of_what_is_not_known_leave_the_score_open() -> None:
    lead = KnownLead({"company_size": "250"}, {"price": 1}, frozenset({"demo"}))
    assert score(POINTS, lead).total == Span(55, 70)
    assert judge(POINTS, lead).qualified is None


def test_both_axes_from_their_thresholds_qualify() -> None:
    both = dataclasses.replace(POINTS, threshold=None, fit_threshold=30, interest_threshold=25)
    lead = KnownLead({"company_size": "250", "email": "a@fit.example"}, {"price": 1}, frozenset({"demo"}))
    assert judge(both, lead).qualified is True
    assert judge(dataclasses.replace(both, interest_threshold=31), lead).qualified is False


def test_numbers_are_read_as_people_write_them() -> None:
    assert number_in("1,200") == number_in("1 200") == Decimal(1200)
    assert number_in("many") is None
    assert number_in("NaN") is None


# Laws

VALUES = st.sampled_from(["", "DE", "at", "12", "30", "1,200", "ana@rival.example", "x"])
LEADS = st.builds(
    KnownLead,
    values=st.fixed_dictionaries({}, optional=dict.fromkeys(("company_size", "country", "email", "source"), VALUES)),
    acts=st.dictionaries(st.sampled_from(["asked", "pricing", "webinar", "price", "demo"]), st.integers(0, 90)),
    hand_raiser=st.sampled_from([None, True, False]),
    idle_days=st.none() | st.integers(0, 400),
)
CONDITIONS = st.builds(
    Condition,
    field=st.sampled_from(["company_size", "country", "email", "source"]),
    comparison=st.sampled_from([option.value for option in COMPARISONS]),
    values=st.lists(VALUES, max_size=2).map(tuple),
)
BOTH = dataclasses.replace(AGREED, uses_points=True, points=POINTS.points, threshold=65, interest_cap=50)
THREE = st.sampled_from([True, False, None])


@given(CONDITIONS, LEADS, st.sampled_from(["company_size", "country", "email", "source"]), VALUES)
def test_learning_more_never_turns_a_criterion_around(row: Condition, lead: KnownLead, name: str, value: str) -> None:
    before = holds(row, lead)
    known = lead if lead.value(name) else dataclasses.replace(lead, values={**lead.values, name: value})
    assert before is None or holds(row, known) is before


@given(LEADS, st.sampled_from(["company_size", "country", "email", "source"]), VALUES)
def test_learning_more_never_turns_a_verdict_around(lead: KnownLead, name: str, value: str) -> None:
    before = judge(BOTH, lead)
    known = lead if lead.value(name) else dataclasses.replace(lead, values={**lead.values, name: value})
    after = judge(BOTH, known)
    assert before.qualified is None or after.qualified is before.qualified
    assert before.score is not None
    assert after.score is not None
    assert before.score.total.least <= after.score.total.least <= after.score.total.most <= before.score.total.most


@given(LEADS, st.permutations(AGREED.fit), st.permutations(AGREED.behaviour), st.permutations(POINTS.points))
def test_the_order_of_criteria_does_not_matter(
    lead: KnownLead, fit: list[FitCriterion], behaviour: list[BehaviourCriterion], points: list[PointRule]
) -> None:
    turned = dataclasses.replace(BOTH, fit=tuple(fit), behaviour=tuple(behaviour), points=tuple(points))
    one, other = judge(BOTH, lead), judge(turned, lead)
    assert (one.qualified, one.stage, one.tier) == (other.qualified, other.stage, other.tier)
    assert one.score is not None
    assert other.score is not None
    assert one.score.total == other.score.total


@given(LEADS, st.integers(0, 200))
def test_waiting_never_raises_a_score(lead: KnownLead, longer: int) -> None:
    now = dataclasses.replace(lead, idle_days=lead.idle_days or 0)
    later = dataclasses.replace(now, idle_days=(now.idle_days or 0) + longer)
    fading = dataclasses.replace(POINTS, decay_every=Duration(2, "weeks"))
    assert score(fading, later).total.most <= score(fading, now).total.most


@given(LEADS, st.integers(1, 100))
def test_a_higher_threshold_never_lets_a_lead_in(lead: KnownLead, more: int) -> None:
    order = {False: 0, None: 1, True: 2}
    higher = dataclasses.replace(POINTS, threshold=65 + more)
    assert order[judge(higher, lead).qualified] <= order[judge(POINTS, lead).qualified]


@given(st.lists(THREE, max_size=5), st.integers(1, 3))
def test_some_and_every_are_what_all_ways_of_knowing_agree_on(parts: list[bool | None], least: int) -> None:
    ways: list[list[bool]] = [[]]
    for part in parts:
        ways = [[*way, value] for way in ways for value in ((True, False) if part is None else (part,))]
    assert every(parts) is _common([all(way) for way in ways])
    assert some(parts, least) is _common([sum(way) >= least for way in ways])


def _common(answers: list[bool]) -> bool | None:
    return answers[0] if len(set(answers)) == 1 else None


@given(LEADS)
def test_no_lead_has_more_points_than_the_range_says(lead: KnownLead) -> None:
    found, most = score(BOTH, lead), point_range(BOTH)
    assert found.fit.most <= most.fit
    assert found.interest.most <= most.interest
    assert found.total.most <= most.total


def test_a_threshold_out_of_reach_is_named() -> None:
    assert (point_range(POINTS).fit, point_range(POINTS).interest) == (40, 50)
    assert point_range(POINTS).unreachable == ()
    high = dataclasses.replace(POINTS, threshold=91, fit_threshold=41, interest_threshold=50)
    assert point_range(high).unreachable == ("threshold", "fit_threshold")
