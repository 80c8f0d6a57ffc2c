"""Teams are called what the agreement calls them, in every label that names one."""

from __future__ import annotations

import dataclasses

import pytest

from workbench.agreement.model import shown_in
from workbench.agreement.sections.teams import Teams
from workbench.agreement.team_names import OWN, in_sentence, own_words, team_inside, team_name
from workbench.agreement.templates import template
from workbench.agreement.terms import SIDES
from workbench.base.language import language
from workbench.fields.words import ChoiceKind

EN = language()


@pytest.mark.parametrize("names", [("", ""), ("Marketing", "Sales"), ("marketing", "sales")])
def test_usual_names_change_no_words(names: tuple[str, str]) -> None:
    assert own_words(Teams(marketing_name=names[0], sales_name=names[1]), EN) == {}


def test_own_names_stand_in_answers_and_labels() -> None:
    agency = template("agency").agreement
    shown = shown_in(agency)
    kind = ChoiceKind(options=SIDES)
    assert [kind.format(one, shown) for one in ("marketing", "sales", "both")] == [
        "The agency", "The client's sales team", "Both teams",
    ]  # fmt: skip
    assert shown.text("Sales capacity") == "Capacity of the client's sales team"
    assert shown.text("Due") == "Due"
    assert set(shown.own) == set(OWN)


def test_braces_in_a_name_stay_braces() -> None:
    teams = dataclasses.replace(Teams(), marketing_name="{sales} & Co", sales_name="Sales")
    assert own_words(teams, EN)["Goes back to marketing"] == "Goes back to {sales} & Co"


def test_a_name_within_a_sentence_and_by_itself() -> None:
    assert in_sentence("The agency", EN) == "the agency"
    assert in_sentence("The", EN) == "The"
    assert in_sentence("Theatre sales", EN) == "Theatre sales"
    assert team_name(Teams(), "both", EN) == "Both teams"
    assert team_inside(Teams(sales_name="The desk"), "sales", EN) == "the desk"
