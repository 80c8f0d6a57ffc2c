"""Papers for the room: what stands on them, from the agreement as it is."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
from typing import Any

import pytest

from workbench.agreement.contents import SECTIONS
from workbench.agreement.model import Agreement, read_agreement
from workbench.agreement.room.questions import core_questions
from workbench.agreement.sections.sign_off import Decision, OpenItem, SignOff
from workbench.agreement.templates import template
from workbench.agreement.workshop import SectionState, Workshop
from workbench.base.language import language
from workbench.base.places import resource
from workbench.documents.blocks import Document, as_json
from workbench.documents.compose.papers.answers import compose_answers
from workbench.documents.compose.papers.cards import compose_cards
from workbench.documents.compose.papers.minutes import Held, compose_minutes
from workbench.documents.compose.papers.poster import compose_posters
from workbench.documents.compose.papers.sheet import Sheet
from workbench.documents.compose.papers.worksheets import compose_worksheets
from workbench.documents.pdf import render
from workbench.fields.declare import fields_of

ASKED = (("Before the workshop", 2.4), ("After the workshop", 3.6))
AT = dt.datetime(2026, 12, 8, 17, 30, tzinfo=dt.UTC)


@pytest.fixture(scope="module")
def agreement() -> Agreement:
    made = template("b2b").agreement
    owner = made.teams.participants[0].key
    log = dataclasses.replace(
        made.sign_off,
        decisions=(Decision("d", "Revenue decides", "It pays", "Lead count", "Both teams", AT.date(), "5, 4; 4, 3"),),
        open_items=(
            OpenItem("o", "December holidays", owner, dt.date(2027, 2, 10), "open"),
            OpenItem("r", "Old matter", owner, None, "resolved"),
        ),
    )
    states = (SectionState("goals", "agreed"), SectionState("metrics", "skipped", "Not measured yet"))
    return dataclasses.replace(made, sign_off=log, workshop=Workshop(states))


def sheet(agreement: Agreement) -> Sheet:
    return Sheet(agreement, language(), "A4", AT)


def said(document: Document) -> str:
    return json.dumps(as_json(document), ensure_ascii=False)


def test_minutes_say_what_was_decided_what_is_open_who_and_when_next(agreement: Agreement) -> None:
    held = Held(
        place="Berlin", facilitator="Ines", planned=240, took=260, next_on=dt.date(2027, 1, 12),
        next_at=dt.time(10), alignment=ASKED,
        concerns=(("The lunch hour is not staffed", "Follow-up times", "Daniel"),),
    )  # fmt: skip
    words = said(compose_minutes(sheet(agreement), held))
    for part in (
        "1 of 11 sections are agreed. 1 item is open.", "Revenue decides", "Both teams; 5, 4; 4, 3",
        "Dropped: Lead count", "December holidays", "10 February 2027", "Not measured yet", "12 January 2027 10:00",
        "260 minutes of 240 planned", "Before the workshop: 2.4 of 5; After",
        "The lunch hour is not staffed", "Ines",
    ):  # fmt: skip
        assert part in words, part
    assert "Old matter" not in words


def test_minutes_of_nothing_say_so() -> None:
    words = said(compose_minutes(sheet(dataclasses.replace(template("b2b").agreement, sign_off=SignOff())), Held()))
    for part in ("Nothing stands in the decision log.", "Nothing is open.", "Not set yet."):
        assert part in words


def test_worksheets_ask_for_every_field_by_its_label(agreement: Agreement) -> None:
    words = said(compose_worksheets(sheet(agreement)))
    for info in SECTIONS:
        for field in fields_of(type(getattr(agreement, info.name))).values():
            assert json.dumps(sheet(agreement).say(field.label), ensure_ascii=False)[1:-1] in words
    one = said(compose_worksheets(sheet(agreement), ["handoff"]))
    assert "Worksheet, section 7, 25 minutes" in one
    assert "section 8" not in one


def test_each_team_gets_a_card_for_each_core_question(agreement: Agreement) -> None:
    document = compose_answers(sheet(agreement))
    words = said(document)
    assert render(document, with_fields=False).pages == 2 * len(core_questions(agreement, language()))
    for question in core_questions(agreement, language()):
        assert words.count(question.title) == 2
        for part in question.parts:
            assert part.label in words


def test_every_participant_of_a_team_gets_six_cards(agreement: Agreement) -> None:
    document = compose_cards(sheet(agreement))
    people = [one for one in agreement.teams.participants if one.team in {"marketing", "sales"}]
    assert said(document).count("I can live with it") == len(people)
    for paper in ("A4", "Letter"):
        held_up = dataclasses.replace(document, meta=dataclasses.replace(document.meta, paper=paper))
        assert render(held_up, with_fields=False).pages == len(people)


def test_a_poster_turns_the_promises_round(agreement: Agreement) -> None:
    words = said(compose_posters(sheet(agreement)))
    assert (
        words.index("What we owe Sales") < words.index("What we get from Sales") < words.index("What we owe Marketing")
    )


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_a_poster_is_one_page_for_each_team_whatever_stands_above_its_promises(paper: Any) -> None:
    """The second page has a running head, and a long name takes two lines: the promises are set closer then."""
    practice = read_agreement(resource("practice", "agreement.json").read_bytes())
    teams = dataclasses.replace(practice.teams, company="Aktiengesellschaft für umständliche Firmennamen " * 2)
    posters = compose_posters(dataclasses.replace(sheet(dataclasses.replace(practice, teams=teams)), paper=paper))
    assert render(posters, with_fields=False).pages == 2
