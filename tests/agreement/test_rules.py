"""Rules: what each finds, where, how grave, and that a good agreement passes."""

from __future__ import annotations

import dataclasses
import datetime as dt
from decimal import Decimal
from typing import Any

import pytest

from tests.support.agreements import empty_agreement
from workbench.agreement.commitments import commitments
from workbench.agreement.model import Agreement
from workbench.agreement.rules import blocking, rules
from workbench.agreement.rules.balance import balance
from workbench.agreement.sections.lead_definitions import Exclusion, FitCriterion
from workbench.agreement.sections.teams import Segment
from workbench.agreement.templates import template, templates
from workbench.agreement.workshop import SectionState
from workbench.base.language import language
from workbench.fields.path import declared, get, put

B2B = template("b2b").agreement


def found(agreement: Agreement) -> set[tuple[str, str, str]]:
    return {(issue.severity, issue.code, issue.path) for issue in rules(agreement)}


@pytest.mark.parametrize("name", [one.id for one in templates() if one.id != "empty"])
def test_a_template_can_be_signed_once_its_brackets_are_filled(name: str) -> None:
    agreement = template(name).agreement
    assert blocking(agreement) == ()
    assert {issue.code for issue in rules(agreement)} <= {"placeholder", "overridden"}


def test_an_empty_agreement_says_what_is_missing_in_each_section() -> None:
    issues = rules(empty_agreement("A"))
    missing = {issue.path.split(".")[0] for issue in issues if issue.code == "missing"}
    assert missing >= {"teams", "goals", "buyer", "lead_definitions", "handoff", "follow_up", "governance", "sign_off"}
    assert ("error", "no_promise", "volumes") in found(empty_agreement("A"))


@pytest.mark.parametrize(
    "agreement", [empty_agreement("A"), B2B, template("empty").agreement], ids=["bare", "b2b", "empty"]
)
def test_each_issue_has_a_sentence_and_a_place(agreement: Agreement) -> None:
    for issue in rules(agreement):
        assert issue.message(language()).endswith((".", "?")), issue
        assert "{" not in issue.message(language())
        get(agreement, issue.path)


MAIN, TIER_A = "follow_up.calendars[main]", "follow_up.tiers[a]"
DEMO = "volumes.lead_types[demo].scope[s]"
TIERS, CAC = "lead_definitions.tiers", "metrics.metrics[cac]"
FIT, DACH = "lead_definitions.fit", ("de", "AT", "CH", "LI")
SMALL = FitCriterion("small", "At most 49 people", "company_size", "at_most", ("49",))
SKIPPED = SectionState("buyer", "skipped")
CASES: list[tuple[str, Any, tuple[str, str, str]]] = [
    ("teams.company", "", ("error", "missing", "teams.company")),
    ("volumes.partner_share", Decimal("0.6"), ("error", "shares", "volumes.partner_share")),
    ("volumes.lead_types[demo].value", Decimal(1800), ("hint", "overridden", "volumes.lead_types[demo].value")),
    ("volumes.average_deal", Decimal(40000), ("hint", "overridden", "volumes.volume_targets[mql].amount")),
    ("handoff.trigger", "Leads are handed over promptly.", ("warning", "vague", "handoff.trigger")),
    ("goals.vision", "We improve the leads.", ("warning", "vague", "goals.vision")),
    ("teams.effective_until", dt.date(2026, 1, 1), ("error", "dates", "teams.effective_until")),
    ("teams.review_date", dt.date(2026, 1, 1), ("warning", "dates", "teams.review_date")),
    ("teams.marketing_lead", "gone", ("error", "dangling", "teams.marketing_lead")),
    ("goals.primary_goal", "cac", ("warning", "ranking", "goals.primary_goal")),
    ("sign_off.signers[sales].role", "marketing LEAD", ("error", "doubled", "sign_off.signers[sales].role")),
    ("sign_off.signers[sales].optional", True, ("error", "no_signer", "sign_off.signers")),
    ("lead_definitions.stages[mql].date_field", "", ("error", "not_measurable", "volumes.volume_targets[mql].amount")),
    ("lead_definitions.stages[sql].date_field", "", ("error", "not_measurable", "metrics.conversions[sal-sql].share")),
    ("follow_up.calendars", (), ("error", "not_measurable", "follow_up.calendars")),
    ("handoff.acceptance_window", None, ("error", "not_measurable", "handoff.acceptance_window")),
    (f"{TIER_A}.attempts_share", None, ("error", "half_promise", f"{TIER_A}.attempts_share")),
    (f"{TIER_A}.decision_share", Decimal("0.9"), ("error", "half_promise", f"{TIER_A}.decision_within")),
    (f"{TIER_A}.consequence", "", ("warning", "no_consequence", f"{TIER_A}.consequence")),
    (f"{TIER_A}.owner", "", ("error", "missing", f"{TIER_A}.owner")),
    ("volumes.ceiling_period", "", ("error", "half_promise", "volumes.ceiling_period")),
    ("volumes.ceiling", 100, ("warning", "ceiling", "volumes.ceiling")),
    ("volumes.volume_targets[mql].amount", 5000, ("warning", "over_capacity", "volumes.volume_targets[mql].amount")),
    ("volumes.lead_types", (), ("error", "no_values", "volumes.lead_types")),
    ("handoff.rejection_reasons", (), ("error", "no_reasons", "handoff.reasons[all]")),
    ("lead_definitions.required_fields", (), ("error", "no_fields", "lead_definitions.required_fields")),
    ("metrics.metrics[cac].operator", "", ("error", "half_promise", "metrics.metrics[cac].operator")),
    ("metrics.metrics[cac].operator", "between", ("error", "half_promise", "metrics.metrics[cac].target_upper")),
    ("metrics.metrics[cac].rewards", "sales", ("warning", "one_sided_metric", "metrics.metrics[cac].counterweight")),
    (f"{DEMO}.values", (), ("error", "scope", f"{DEMO}.values")),
    (f"{DEMO}.field", "", ("error", "scope", f"{DEMO}.field")),
    (f"{DEMO}.field", "score", ("error", "scope", f"{DEMO}.field")),
    (f"{MAIN}.hours[am].closes", dt.time(8), ("error", "hours", f"{MAIN}.hours[am].closes")),
    (f"{MAIN}.hours[pm].opens", dt.time(12), ("error", "hours", f"{MAIN}.hours[pm].weekdays")),
    (f"{MAIN}.special_days[nye].closes", None, ("error", "hours", f"{MAIN}.special_days[nye].closes")),
    ("follow_up.tiers", B2B.follow_up.tiers[:2], ("warning", "tier_without_clock", "lead_definitions.tiers[c]")),
    ("teams.currency", "QQQ", ("error", "unknown_code", "teams.currency")),
    (f"{MAIN}.country", "XX", ("error", "unknown_code", f"{MAIN}.country")),
    (f"{MAIN}.subdivision", "ZZ", ("error", "unknown_code", f"{MAIN}.subdivision")),
    (f"{FIT}[size].segments", ("gone",), ("error", "dangling", f"{FIT}[size].segments")),
    (FIT, (SMALL, *B2B.lead_definitions.fit), ("error", "never_fits", f"{FIT}[size].values")),
    (
        "lead_definitions.exclusions",
        (Exclusion("dach", "out_of_area", "Too near", None, "country", "is_one_of", DACH),),
        ("error", "never_fits", "lead_definitions.exclusions[dach].values"),
    ),
    ("volumes.volume_targets[mql].amount", 0, ("error", "nothing", "volumes.volume_targets[mql].amount")),
    ("volumes.value_targets[all].amount", Decimal(0), ("error", "nothing", "volumes.value_targets[all].amount")),
    ("volumes.ceiling", 0, ("error", "nothing", "volumes.ceiling")),
    ("volumes.rates", (), ("warning", "no_rates", "volumes.rates")),
    (f"{TIERS}[b].values", ("B", "a"), ("error", "overlap", f"{TIERS}[b].values")),
    ("follow_up.tiers[b].tier", "a", ("error", "overlap", "follow_up.tiers[b].tier")),
    (f"{CAC}.target", Decimal(-1), ("error", "impossible", f"{CAC}.target")),
    (f"{CAC}.target_upper", Decimal(-1), ("error", "impossible", f"{CAC}.target_upper")),
    (f"{CAC}.warning", Decimal(-1), ("error", "impossible", f"{CAC}.warning")),
    (f"{CAC}.margin", Decimal(-1), ("error", "impossible", f"{CAC}.margin")),
    ("metrics.metrics[coverage].target", Decimal(0), ("error", "nothing", "metrics.metrics[coverage].target")),
    ("goals.goals[revenue].baseline", None, ("warning", "no_baseline", "goals.goals[revenue].baseline")),
    ("goals.goals[revenue].owner", "", ("warning", "no_owner", "goals.goals[revenue].owner")),
    ("volumes.quality_targets", (), ("warning", "no_counterweight", "volumes.quality_targets")),
    ("title", "", ("error", "missing", "title")),
    ("workshop.sections", (SKIPPED,), ("error", "missing_reason", "workshop.sections[buyer].reason")),
]  # fmt: skip


@pytest.mark.parametrize(("path", "value", "issue"), CASES, ids=lambda one: one if isinstance(one, str) else "")
def test_one_fault_gives_its_issue(path: str, value: Any, issue: tuple[str, str, str]) -> None:
    assert issue not in found(B2B)
    assert issue in found(put(B2B, path, value))


def test_a_segment_without_a_definition_is_named_once_another_has_one() -> None:
    cloud, fleet = Segment("cloud", "Cloud"), Segment("fleet", "Fleet")
    agreement = put(put(B2B, "teams.segments", (cloud, fleet)), "lead_definitions.behaviour", ())
    agreement = put(agreement, "lead_definitions.uses_points", False)
    undefined = ("warning", "segment_undefined", FIT)
    assert undefined not in found(put(agreement, FIT, (SMALL,)))
    assert undefined in found(put(agreement, FIT, (dataclasses.replace(SMALL, segments=("cloud",)),)))
    both = (dataclasses.replace(SMALL, segments=("cloud",)), dataclasses.replace(SMALL, key="k", segments=("fleet",)))
    assert undefined not in found(put(agreement, FIT, both))


def test_criteria_of_two_segments_may_exclude_each_other() -> None:
    rows = tuple(dataclasses.replace(one, segments=("cloud",)) for one in B2B.lead_definitions.fit)
    fleet = dataclasses.replace(SMALL, segments=("fleet",))
    assert "never_fits" not in {code for _, code, _ in found(put(B2B, FIT, (fleet, *rows)))}
    # of two that both hold for some only, it is said of these alone
    agreement = put(B2B, "teams.segments", (Segment(key="cloud", name="Cloud"), Segment(key="fleet", name="Fleet")))
    cloud = dataclasses.replace(SMALL, segments=("cloud", "fleet"))
    (issue,) = [one for one in rules(put(agreement, FIT, (cloud, *rows))) if one.code == "never_fits"]
    said = f"No lead of Cloud can fit: “At most 49 people” and “{B2B.lead_definitions.fit[0].name}” exclude each other."
    assert issue.message(language("en")) == said


def test_a_deciding_goal_that_is_gone_is_told_as_gone_and_not_as_out_of_place() -> None:
    without = put(B2B, "goals.goals", tuple(one for one in B2B.goals.goals if one.key != B2B.goals.primary_goal))
    codes = {code for _, code, path in found(without) if path == "goals.primary_goal"}
    assert codes == {"dangling"}


def test_a_section_skipped_with_a_reason_demands_nothing() -> None:
    bare = put(B2B, "buyer", type(B2B.buyer)())
    assert any(path.startswith("buyer") for _, _, path in found(bare))
    skipped = put(bare, "workshop.sections", (SectionState("buyer", "skipped", "One buyer only; known to both"),))
    assert not any(path.startswith("buyer") for _, _, path in found(skipped))


def test_a_glossary_may_use_vague_words() -> None:
    assert found(put(B2B, "buyer.tone", "better, quickly")) == found(B2B)


def test_balance_counts_each_side() -> None:
    marketing, sales, both = balance(commitments(B2B))
    assert (marketing.promises, sales.promises, both.promises) == (7, 9, 4)
    assert marketing.with_consequence == marketing.with_number == 7


def test_a_one_sided_agreement_is_said_to_be_one() -> None:
    alone = put(B2B, "lead_definitions.completeness", ())
    for path in (
        "volumes.value_targets",
        "volumes.quality_targets",
        "handoff.hand_over_speed",
        "handoff.recycle_targets",
        "working_together.deliverables",
    ):
        alone = put(alone, path, ())
    assert ("warning", "one_sided", "volumes") in found(alone)


def test_issues_name_declared_fields_for_missing_values() -> None:
    for issue in rules(empty_agreement("A")):
        if issue.code == "missing":
            assert declared(empty_agreement("A"), issue.path)[2].needed


def test_a_region_without_its_country_is_asked_about() -> None:
    region = put(B2B, f"{MAIN}.subdivision", "BY")
    assert ("error", "unknown_code", f"{MAIN}.country") not in found(region)
    assert ("error", "unknown_code", f"{MAIN}.country") in found(put(region, f"{MAIN}.country", ""))


@pytest.mark.parametrize("country", ["GB", "US", "BR", "DE"])
def test_known_places_pass(country: str) -> None:
    bare = put(B2B, f"{MAIN}.subdivision", "")
    assert not any(code == "unknown_code" for _, code, _ in found(put(bare, f"{MAIN}.country", country)))


def test_only_what_cannot_be_below_nought_or_above_all_is_refused() -> None:
    roi = put(put(B2B, f"{CAC}.kind", "roi"), f"{CAC}.target", Decimal(-5))
    assert not any(code == "impossible" for _, code, _ in found(roi))
    days = put(put(put(B2B, f"{CAC}.kind", "custom"), f"{CAC}.unit", "days"), f"{CAC}.target", Decimal(-5))
    assert ("error", "impossible", f"{CAC}.target") in found(days)
    churn = put(put(put(B2B, f"{CAC}.kind", "churn"), f"{CAC}.unit", "percent"), f"{CAC}.target", Decimal(101))
    assert ("error", "impossible", f"{CAC}.target") in found(churn)
    assert ("error", "impossible", f"{CAC}.target") not in found(put(churn, f"{CAC}.target", Decimal(100)))


def test_two_rows_for_one_tier_differ_by_their_leads() -> None:
    twice = put(B2B, "follow_up.tiers[b].tier", "a")
    assert ("error", "overlap", "follow_up.tiers[b].tier") not in found(
        put(twice, "follow_up.tiers[b].sources", ("Webinar",))
    )
    both = put(put(twice, "follow_up.tiers[a].sources", ("webinar",)), "follow_up.tiers[b].sources", ("Webinar",))
    assert ("error", "overlap", "follow_up.tiers[b].tier") in found(both)


def test_what_the_document_cannot_print_is_told_where_it_stands_and_keeps_a_version_from_being_signed() -> None:
    person = B2B.teams.participants[0]
    agreement = put(B2B, f"teams.participants[{person.key}].name", "王伟 Wang Wei")
    agreement = put(agreement, "teams.regions", ("Deutschland", "中国"))
    places = {path for _, code, path in found(agreement) if code == "unprintable"}
    assert places == {f"teams.participants[{person.key}].name", "teams.regions"}
    assert {issue.code for issue in blocking(agreement)} == {"unprintable"}
    (sentence,) = [issue.message(language()) for issue in rules(agreement) if issue.path == "teams.regions"]
    assert sentence.startswith("The document cannot print “中国”")
    hidden = put(B2B, f"teams.participants[{person.key}].email", "王@example.com")
    assert not {code for _, code, _ in found(hidden)} & {"unprintable"}  # never printed
