"""The sentences of commitments read as a person would write them: for one, for all, for any tier and condition."""

from __future__ import annotations

import dataclasses
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from workbench.agreement.commitment import Commitment, Filter
from workbench.agreement.commitments import commitments, find
from workbench.agreement.model import Agreement, read_agreement, shown_in
from workbench.agreement.sentences import caption, sentence, short_name, target_text
from workbench.agreement.templates import template
from workbench.base.places import resource
from workbench.fields.path import put

GOLDEN = Path(__file__).parent.parent / "golden"


@pytest.fixture(scope="module")
def b2b() -> Agreement:
    return template("b2b").agreement


def said(agreement: Agreement, path: str, **changed: Any) -> str:
    one = find(commitments(agreement), path)
    return sentence(dataclasses.replace(one, **changed), shown_in(agreement))


RESPONSE, VOLUME, DECISION = (
    "follow_up.tiers[a].target",
    "volumes.volume_targets[mql].amount",
    "handoff.decisions[all].share",
)


def volume_of(b2b: Agreement) -> Commitment:
    return next(one for one in commitments(b2b) if one.kind == "volume")


@pytest.mark.parametrize("name", ["agency", "practice"])
def test_the_other_agreements_read_as_agreed(name: str) -> None:
    shipped = resource("practice", "agreement.json").read_bytes()
    agreement = read_agreement(shipped) if name == "practice" else template(name).agreement
    shown = shown_in(agreement)
    lines = [f"{one.label} {sentence(one, shown)}\n" for one in commitments(agreement)]
    assert "".join(lines) == (GOLDEN / f"sentences_{name}_en.txt").read_text("utf-8")


def test_one_lead_is_one_lead(b2b: Agreement) -> None:
    shown = shown_in(b2b)
    one = dataclasses.replace(volume_of(b2b), target=Decimal(1), period_targets=())
    assert sentence(one, shown) == "Marketing delivers each month at least 1 lead that reaches MQL."
    assert f"{target_text(one, shown)} {caption(one, shown)}" == "1 lead a month"


def test_one_attempt_one_field_one_day(b2b: Agreement) -> None:
    once = put(b2b, "follow_up.tiers[a].attempts", 1)
    assert "makes at least 1 attempt within" in said(once, "follow_up.tiers[a].attempts")
    assert (
        short_name(find(commitments(once), "follow_up.tiers[a].attempts"), shown_in(once)) == "1 attempt made, Tier A"
    )
    field = put(b2b, "lead_definitions.required_fields", ("email",))
    first = find(commitments(field), "M-1").path
    assert said(field, first).startswith("Marketing has the required field filled in for at least")
    metric = next(one for one in commitments(b2b) if one.kind == "metric")
    day = dataclasses.replace(metric, metric_unit="days", target=Decimal(1), operator="<=")
    assert "at or below 1 day each quarter" in sentence(day, shown_in(b2b))


def test_every_lead_is_all_leads(b2b: Agreement) -> None:
    words = said(b2b, RESPONSE, target=Decimal(1))
    assert words.startswith("Sales makes first contact with all leads in Tier A handed over each month, within 15 ")


def test_nothing_agreed_yet_is_said_in_its_place(b2b: Agreement) -> None:
    assert "at least [not agreed yet] of the leads" in said(b2b, RESPONSE, target=None)
    volume = dataclasses.replace(volume_of(b2b), target=None, period_targets=())
    assert (
        sentence(volume, shown_in(b2b))
        == "Marketing delivers each month at least [not agreed yet] leads that reach MQL."
    )


@pytest.mark.parametrize("length", ["week", "month", "quarter", "year"])
def test_every_share_names_its_period(b2b: Agreement, length: str) -> None:
    for one in commitments(b2b):
        if one.unit == "share":
            changed = dataclasses.replace(one, period=length)  # type: ignore[arg-type]  # each of the four
            assert f" each {length}" in sentence(changed, shown_in(b2b)), one.kind


@pytest.mark.parametrize(
    ("tier", "words"),
    [
        ("Tier A", "the leads in Tier A handed"),
        ("tier 1", "the leads in tier 1 handed"),
        ("Price requests", "the leads in the tier “Price requests” handed"),
        ("Hot", "the leads in the tier “Hot” handed"),
        ("Tiered offers", "the leads in the tier “Tiered offers” handed"),
    ],
)
def test_a_tier_that_does_not_say_so_is_called_one(b2b: Agreement, tier: str, words: str) -> None:
    assert words in said(b2b, RESPONSE, group=tier)


def test_conditions_follow_what_happens_to_the_leads(b2b: Agreement) -> None:
    scope = (Filter("source", ("Demo request",)), Filter("country", ("DE", "AT")), Filter("custom:Wave", ("Entry",)))
    decision = next(one for one in commitments(b2b) if one.kind == "decision")
    assert (
        "leads from “Demo request” handed over each month whose Country is “DE” or “AT” and whose Wave is “Entry”, by"
    ) in said(b2b, decision.path, scope=scope)
    volume = dataclasses.replace(volume_of(b2b), scope=scope[1:2])
    assert "at least 400 leads that reach MQL and whose Country is “DE” or “AT”." in sentence(volume, shown_in(b2b))


@pytest.mark.parametrize(
    ("name", "begins"), [("inside sales", "Inside sales makes"), ("eBay desk", "eBay desk makes"), ("", "Sales makes")]
)
def test_a_sentence_begins_with_a_capital_and_a_name_stays_a_name(b2b: Agreement, name: str, begins: str) -> None:
    assert said(put(b2b, "teams.sales_name", name), RESPONSE).startswith(begins)


def test_an_article_within_a_name_is_small_within_a_sentence() -> None:
    agency = template("agency").agreement
    quality = next(one for one in commitments(agency) if one.kind == "quality")
    assert short_name(quality, shown_in(agency)) == "Accepted by the client's sales team"
