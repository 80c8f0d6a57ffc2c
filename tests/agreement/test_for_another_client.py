"""What belongs to a client stays behind when its agreement is the beginning of another one."""

from __future__ import annotations

import dataclasses
import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, strategies as st

from workbench.agreement.for_another_client import for_another_client
from workbench.agreement.model import Agreement
from workbench.agreement.rules import rules
from workbench.agreement.sections.sign_off import Decision
from workbench.agreement.sections.teams import Segment
from workbench.agreement.templates import template, templates
from workbench.agreement.workshop import SectionState
from workbench.fields.amounts import MoneyKind
from workbench.fields.codec import encode
from workbench.fields.path import put, walk

COMPANY, LEAD = "Northwind Traders", "Elena Marsh"


def made_for_a_client(name: str = "b2b") -> Agreement:
    agreement = template(name).agreement
    first = agreement.teams.participants[0].key
    changes: dict[str, Any] = {
        "teams.company": COMPANY,
        "teams.reference_number": "NWT-1",
        f"teams.participants[{first}].name": LEAD,
        f"teams.participants[{first}].email": "elena@northwind.example",
        "teams.segments": (Segment("s", "Northwind Cloud", "Their hosted plan", ("nw-cloud",)),),
        "buyer.positioning": "Northwind cloud is for small fleets.",
        "goals.vision": f"northwind traders wins, says {LEAD}.",
        "sign_off.decisions": (Decision(key="d", name="A demo counts", who=LEAD, on=dt.date(2027, 1, 4)),),
        "workshop.sections": (
            SectionState("goals", "agreed"),
            SectionState("buyer", "skipped", f"{LEAD} knows them all"),
        ),
    }
    for path, value in changes.items():
        agreement = put(agreement, path, value)
    return agreement


@pytest.mark.parametrize("name", [one.id for one in templates() if one.id != "empty"])
def test_no_name_no_address_and_no_amount_is_left(name: str) -> None:
    cleaned = for_another_client(made_for_a_client(name))
    said = str(encode(cleaned)).casefold()
    for word in (COMPANY, LEAD, "elena@", "NWT-1", "Northwind Cloud", "hosted plan", "nw-cloud", "A demo counts"):
        assert word.casefold() not in said
    left = [path for path, field, value in walk(cleaned) if isinstance(field.kind, MoneyKind) and value is not None]
    assert left == []
    assert all(goal.target is None for goal in cleaned.goals.goals)


def test_wording_times_shares_and_lead_numbers_stay() -> None:
    made = made_for_a_client()
    cleaned = for_another_client(made)
    role = made.teams.participants[0].role
    assert cleaned.goals.vision == f"[Company] wins, says [{role}]."
    assert cleaned.buyer.positioning == "[Segment 1] is for small fleets."
    assert cleaned.follow_up == made.follow_up
    assert cleaned.volumes.volume_targets == made.volumes.volume_targets
    assert [one.key for one in cleaned.workshop.sections] == ["buyer"]
    assert cleaned.workshop.sections[0].reason == f"[{role}] knows them all"
    assert {issue.path for issue in rules(cleaned) if issue.code == "dangling"} == set()


def test_two_people_of_one_role_stay_two() -> None:
    agreement = template("b2b").agreement
    people = tuple(
        dataclasses.replace(one, name=f"Person {number}", role="Rep")
        for number, one in enumerate(agreement.teams.participants)
    )
    made = dataclasses.replace(agreement, teams=dataclasses.replace(agreement.teams, participants=people))
    names = [one.name for one in for_another_client(made).teams.participants]
    assert names[:3] == ["[Rep]", "[Rep 2]", "[Rep 3]"]


@given(st.text(min_size=1, max_size=40), st.text(max_size=30))
def test_any_company_name_is_taken_out_and_doing_it_again_changes_nothing(company: str, person: str) -> None:
    made = put(template("one_page").agreement, "teams.company", company)
    made = put(made, "teams.participants[m].name", person)
    once = for_another_client(made)
    assert for_another_client(once) == once
    assert once.teams.company == "[Company]"


def test_an_amount_in_a_goal_is_one_number_with_its_baseline() -> None:
    made = put(made_for_a_client(), "goals.goals[revenue].baseline", Decimal(1))
    assert for_another_client(made).goals.goals[0].baseline is None
