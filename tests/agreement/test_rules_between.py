"""Answers that are each in order and wrong together: what a room would be embarrassed by if nobody had seen it."""

from __future__ import annotations

import dataclasses
import datetime as dt
from decimal import Decimal
from typing import Any

import pytest

from tests.agreement.test_rules import B2B, found
from workbench.agreement.model import Agreement
from workbench.agreement.repairs import repair_of
from workbench.agreement.rules import rules
from workbench.agreement.sections.buyer import SegmentProfile
from workbench.agreement.sections.lead_definitions import SegmentThreshold
from workbench.agreement.sections.teams import Segment
from workbench.agreement.sections.volumes import AttemptRate, PeriodAmount, SegmentGoal, StageRate
from workbench.base.language import language
from workbench.fields.path import get, put
from workbench.fields.value import Duration

V, D, F, G = "volumes", "lead_definitions", "follow_up", "governance"
MQL, A = f"{V}.volume_targets[mql]", f"{F}.tiers[a]"
RATES, TIERS = B2B.volumes.rates, B2B.lead_definitions.tiers
GOALS = (SegmentGoal("g1", "cloud", Decimal(5_000_000)), SegmentGoal("g2", "fleet", Decimal(2_000_000)))
OWN = StageRate("own", "mql", "customer", Decimal("0.1"), segment="cloud")
WORDS = [f"common_language.glossary[{one.key}].synonyms" for one in B2B.common_language.glossary]
QUALITY = B2B.volumes.quality_targets
STEP = f"metrics.conversions[{B2B.metrics.conversions[0].key}]"
SIGNS = f"sign_off.signers[{B2B.sign_off.signers[1].key}].person"
DELIVERY = B2B.working_together.deliverables[0].key

CASES: list[tuple[str, Any, str, str, str]] = [
    # the plan
    (f"{V}.rates", (RATES[0], *RATES[2:]), "error", "broken_chain", f"{V}.rates[{RATES[2].key}].from_stage"),
    (f"{V}.rates", (*RATES, dataclasses.replace(RATES[0], key="x")), "error", "doubled", f"{V}.rates[x].to_stage"),
    (f"{V}.rates", (*RATES, OWN), "warning", "no_such_step", f"{V}.rates[own].from_stage"),
    (f"{V}.segment_goals", GOALS, "warning", "segments_over_goal", f"{V}.revenue_goal"),
    (f"{V}.segment_goals", (GOALS[0], dataclasses.replace(GOALS[0], key="x")), "error", "doubled",
     f"{V}.segment_goals[x].segment"),
    (f"{V}.attempt_rates", tuple(AttemptRate(str(n), Decimal("0.4")) for n in range(3)), "error", "shares",
     f"{V}.attempt_rates[2].rate"),
    *(
        (f"{MQL}.months", (PeriodAmount("x", period, 300),), "warning", "stray_period", f"{MQL}.months[x].period")
        for period in ("2027-13", "2027-Q1", "2028-01", "2026-12", "January", "0000-01", "9999-12")
    ),
    (f"{V}.rates[r2].to_stage", "mql", "error", "backwards", f"{V}.rates[r2].to_stage"),
    (f"{STEP}.share", Decimal("0.4"), "hint", "below_plan", f"{STEP}.share"),
    (f"{V}.quality_targets", (*QUALITY, dataclasses.replace(QUALITY[0], key="x")),
     "warning", "two_numbers", f"{V}.quality_targets[x].share"),
    ("handoff.rejection_reasons[early].then", "suppress", "warning", "ended_and_back",
     f"handoff.recycling[{B2B.handoff.recycling[0].key}].reason"),
    ("handoff.recycling", B2B.handoff.recycling[1:], "hint", "no_way_back", "handoff.rejection_reasons[early].then"),
    # goals
    ("goals.goals[customers].unit", "currency", "warning", "wrong_unit", "goals.goals[customers].unit"),
    ("goals.goals[revenue].target", Decimal(1), "warning", "wrong_way", "goals.goals[revenue].target"),
    # clocks and shares
    (f"{F}.autoresponder_counts", True, "warning", "robot_answers", f"{F}.autoresponder_counts"),
    (f"{A}.target", Duration(11, "business_days"), "error", "impossible", f"{A}.attempts_within"),
    (f"{A}.decision_within", Duration(2, "business_days"), "warning", "decided_by_silence", f"{A}.decision_within"),
    (f"{A}.target", Duration(3, "hours"), "warning", "slow_hand_raisers", f"{A}.target"),
    (f"{A}.tolerance", Decimal("0.95"), "error", "void", f"{A}.tolerance"),
    (f"{MQL}.tolerance", Decimal(1), "error", "void", f"{MQL}.tolerance"),
    (f"{A}.share", Decimal(1), "hint", "all_of_them", f"{A}.share"),
    ("handoff.hand_over_speed[all].within", Duration(1, "business_days"), "hint", "slow_hand_over",
     "handoff.hand_over_speed[all].within"),
    # the term
    ("goals.goals[revenue].due", dt.date(2026, 12, 1), "warning", "outside_term", "goals.goals[revenue].due"),
    (f"working_together.deliverables[{DELIVERY}].due", dt.date(2028, 1, 5), "warning", "outside_term",
     f"working_together.deliverables[{DELIVERY}].due"),
    (f"{G}.meetings[weekly].first", dt.date(2028, 1, 5), "warning", "outside_term", f"{G}.meetings[weekly].first"),
    ("teams.review_date", dt.date(2027, 1, 20), "warning", "early_review", "teams.review_date"),
    (f"{G}.stale_after", Duration(14, "days"), "warning", "always_stale", f"{G}.stale_after"),
    (f"{G}.meetings", B2B.governance.meetings[2:], "hint", "rare_review", f"{G}.meetings"),
    # the sides
    (f"{MQL}.owner", "cso", "warning", "wrong_owner", f"{MQL}.owner"),
    (f"{MQL}.consequence", "rota", "warning", "wrong_repair", f"{MQL}.consequence"),
    ("teams.sales_lead", "cmo", "warning", "wrong_lead", "teams.sales_lead"),
    (f"{G}.tie_breaker", "cso", "warning", "party_decides", f"{G}.tie_breaker"),
    (SIGNS, "cmo", "warning", "same_signer", SIGNS),
    (f"{G}.meetings[weekly].attendees", ("cmo", "mops"), "hint", "one_team_meets", f"{G}.meetings[weekly].attendees"),
    ("working_together.responsibilities[define].responsible", (), "hint", "nobody_does",
     "working_together.responsibilities[define].responsible"),
    # what never takes effect
    (WORDS[1], (B2B.common_language.glossary[0].term.upper(),), "warning", "two_meanings", WORDS[1]),
    (f"{D}.tiers", (TIERS[2], *TIERS[:2]), "warning", "unreachable_tier", f"{D}.tiers[a]"),
    (f"{D}.threshold", 5000, "warning", "out_of_reach", f"{D}.threshold"),
    (f"{D}.thresholds", (SegmentThreshold("c", "cloud", 5000),), "warning", "out_of_reach",
     f"{D}.thresholds[c].threshold"),
    (f"{D}.points", (), "warning", "no_points", f"{D}.points"),
    (f"{D}.required_fields", ("email", "accepted_at"), "warning", "filled_later", f"{D}.required_fields"),
    ("buyer.employees_from", 200, "warning", "two_profiles", f"{D}.fit[size].values"),
    (f"{MQL}.amount", 8, "warning", "never_enough", f"{V}.quality_targets[all].minimum_sample"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("path", "value", "severity", "code", "at"), CASES, ids=lambda one: one if isinstance(one, str) else ""
)
def test_what_does_not_fit_together_is_seen(path: str, value: Any, severity: str, code: str, at: str) -> None:
    assert (severity, code, at) not in found(B2B)
    made = put(B2B, path, value)
    issue = next(one for one in rules(made) if (one.severity, one.code, one.path) == (severity, code, at))
    words = issue.message(language())
    assert words.endswith(".")
    assert "{" not in words
    get(made, at)


def test_a_segments_own_size_is_compared_with_the_criteria_for_it() -> None:
    size, own = f"{D}.fit[size]", (SegmentProfile("p", "cloud", employees_from=10),)
    fault = ("warning", "two_profiles", f"{size}.values")
    agreement = put(
        put(B2B, "teams.segments", (Segment("cloud", "Cloud"), Segment("fleet", "Fleet"))), "buyer.profiles", own
    )
    assert fault in found(agreement)  # the criterion holds for everybody, and so for the smaller ones
    assert fault not in found(put(agreement, f"{size}.segments", ("fleet",)))
    only = put(agreement, f"{size}.segments", ("cloud",))
    assert fault in found(only)
    assert fault not in found(put(only, f"{size}.values", ("10",)))


def test_points_without_a_threshold_qualify_nobody() -> None:
    bare = B2B.lead_definitions
    made = dataclasses.replace(bare, threshold=None, fit_threshold=None, interest_threshold=None)
    assert ("warning", "no_threshold", f"{D}.threshold") in found(dataclasses.replace(B2B, lead_definitions=made))


@pytest.mark.parametrize(
    ("path", "value", "code", "says"),
    [
        (f"{V}.segment_goals", GOALS, "segments_over_goal", "Raise the revenue goal to 7,000,000"),
        (f"{MQL}.months", (PeriodAmount("x", "2027-13", 300),), "stray_period", "Remove the number of 2027-13"),
        (f"{D}.tiers", (TIERS[2], *TIERS[:2]), "unreachable_tier", "Move Tier C to the end"),
        (f"{D}.required_fields", ("email", "accepted_at"), "filled_later", "Require only what is known at hand-off"),
    ],
)
def test_one_key_mends_what_follows_from_other_answers(path: str, value: Any, code: str, says: str) -> None:
    segments = (Segment("cloud", "Cloud"), Segment("fleet", "Fleet"))
    made: Agreement = put(put(B2B, "teams.segments", segments), path, value)
    repair = repair_of(made, next(one for one in rules(made) if one.code == code))
    assert repair is not None
    assert repair.words(language()) == says
    assert code not in {one.code for one in rules(repair.after)}
    assert {one.code for one in rules(repair.after)} <= {one.code for one in rules(made)} | {"overridden"}
