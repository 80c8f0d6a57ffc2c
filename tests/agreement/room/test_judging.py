"""Differences ranked, consent by its rules, and a clock that survives a restart."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, strategies as st

from tests.support.agreements import empty_agreement
from workbench.agreement.commitment import Side
from workbench.agreement.room.consent import verdict
from workbench.agreement.room.countdown import Countdown, clock_words, kept, read, started
from workbench.agreement.room.divergence import divergence, marked, spread
from workbench.agreement.room.edits import edited
from workbench.agreement.room.questions import question_of, shown
from workbench.agreement.room.seats import Seat
from workbench.agreement.room.session import Ballot, Round, Said
from workbench.agreement.rules import concerns
from workbench.agreement.sections.sign_off import OpenItem
from workbench.base.language import language

NOW = dt.datetime(2026, 12, 8, 10, 0, tzinfo=dt.UTC)


def said(*answers: tuple[str, str, str]) -> Round:
    rows = [
        Said(f"{number}{team}", team, part, words)
        for number, (part, *both) in enumerate(answers)
        for team, words in zip(("marketing", "sales"), both, strict=True)
    ]
    return Round("r", "qualified", tuple(rows), opened=True)


def test_the_largest_difference_comes_first_and_what_is_the_same_before() -> None:
    agreement = empty_agreement("x")
    question = question_of(agreement, "qualified", language())
    assert question is not None
    asked = said(
        ("words", "asked for a demo", "replied once"),
        ("lead_definitions.threshold", "65", "80"),
        ("per_month", "420", "130"),
        ("lead_definitions.decay_every", "30 days", "30 days"),
        ("lead_definitions.uses_points", "yes", "no"),
    )
    found = divergence(question, asked, shown(agreement, language()))
    assert found.same == ("Points fade every",)
    assert [one.label for one in found.differing] == [
        "In your words", "Leads ready per month", "We score with points", "Points a lead needs",
    ]  # fmt: skip
    assert found.differing[1].apart == "290 leads apart"
    assert found.differing[1].low == "sales"


@given(st.text("ab c.,1", max_size=30), st.text("ab c.,1", max_size=30))
def test_marks_leave_every_letter_of_a_text_in_place(own: str, other: str) -> None:
    assert "".join(text for text, _ in marked(own, other)) == own


@pytest.mark.parametrize(
    ("rule", "marketing", "sales", "met"),
    [("", "3", "5", True), ("", "2", "5", False), ("most", "2", "5", False), ("concern", "0", "0", True),
     ("concern", "0", "", False)],
)  # fmt: skip
def test_a_rule_decides_once_every_hand_is_in(rule: str, marketing: str, sales: str, met: bool) -> None:
    agreement = empty_agreement("x")
    assert verdict(Ballot("b", "w", marketing, sales), agreement, "buyer", rule, 3).met is met
    open_one = (OpenItem("o", "Too high?", section="buyer", objection=True),)
    doubtful = replace(agreement, sign_off=replace(agreement.sign_off, open_items=open_one))
    assert not verdict(Ballot("b", "w", marketing, sales), doubtful, "buyer", rule, 3).met


def test_nobody_signs_over_a_concern_that_is_not_settled() -> None:
    def codes(**given: object) -> list[str]:
        item = replace(OpenItem("o", "Too high?", objection=True), **given)  # type: ignore[arg-type]  # fields of it
        made = empty_agreement("x")
        made = replace(made, sign_off=replace(made.sign_off, open_items=(item,)))
        return [issue.path.rpartition(".")[2] for issue in concerns.find(made)]

    assert codes() == ["outcome"]
    assert codes(outcome="resolved") == ["owner"]
    assert codes(outcome="deferred", owner="p") == ["due"]
    assert codes(outcome="deferred", owner="p", due=NOW.date()) == []
    assert codes(objection=False) == []


def later(seconds: float) -> dt.datetime:
    return NOW + dt.timedelta(seconds=seconds)


def test_a_clock_pauses_goes_on_gets_longer_and_runs_over() -> None:
    clock = started(180, NOW)
    assert (clock.left_at(later(72)), clock_words(108)) == (108, "1:48")
    paused = clock.paused(later(72))
    assert paused.left_at(later(1000)) == 108
    assert paused.running(later(1000)).left_at(later(1008)) == 100
    assert clock.left_at(later(190)) == -10
    assert clock.longer(later(190)).left_at(later(190)) == 120
    assert clock_words(-12) == "+0:12"


@given(st.integers(0, 7200), st.integers(-600, 7200), st.none() | st.integers(-600, 7200))
def test_what_is_kept_of_a_clock_is_the_clock(whole: int, left: int, ends: int | None) -> None:
    clock = Countdown(whole, left) if ends is None else Countdown(whole, 0, later(ends))
    assert read(*kept(clock)) == clock


def test_a_wording_that_stood_is_changed_on_record_one_record_a_change() -> None:
    first = edited((), "65 points", "7", "Ana", NOW)
    typed = edited(first, "7", "70 points", "Ana", later(20))
    assert [(one.by, one.at, one.before, one.after) for one in typed] == [
        ("Ana", "2026-12-08T10:00:20.000000Z", "65 points", "70 points")
    ]
    back = edited(typed, "70 points", "65 points", "Ana", later(40))
    assert back == ()
    again = edited(typed, "70 points", "72 points", "Ana", later(200))
    assert [one.after for one in again] == ["70 points", "72 points"]
    assert len(edited(typed, "70 points", "75 points", "Ben", later(21))) == 2


def test_texts_of_several_people_stand_apart_and_only_their_words_are_compared() -> None:
    made = empty_agreement("x")
    asked = question_of(made, "qualified", language())
    assert asked is not None
    part = next(one for one in asked.parts if one.key == "words")
    said: dict[Side, list[Any]] = {
        "marketing": ["Asked for a demo", "70 points"],
        "sales": ["Asked for a demo", "A budget"],
    }
    found = spread(part, said, shown(made, language()))
    assert found is not None
    assert (found.marketing, found.sales) == ("Asked for a demo · 70 points", "Asked for a demo · A budget")
    alone = spread(part, {"marketing": ["70 points"], "sales": ["A budget"]}, shown(made, language()))
    assert alone is not None
    assert 0 < found.share < alone.share == 1


def test_answers_of_people_stand_in_nobodys_order() -> None:
    made = empty_agreement("x")
    asked = question_of(made, "journey", language())
    assert asked is not None
    people = tuple(Seat("marketing" if number < 3 else "sales", f"p{number}", "") for number in range(6))
    words = ("They ask peers", "An audit", "We call", "They ask peers", "They ask peers", "They ask peers")
    first = ("Sales", "Marketing", "Marketing", "Sales", "", "Marketing")

    def apart(answering: tuple[Seat, ...]) -> tuple[object, ...]:
        rows = [
            Said(f"{key}{one.person}", one.team, key, answers[int(one.person[1])], one.person)
            for one in people for key, answers in (("words", words), ("first_talk", first))
        ]  # fmt: skip
        round_ = Round("r", "journey", tuple(rows), opened=True, by_person=True)
        found = divergence(asked, round_, shown(made, language()), answering)
        return tuple(sorted((one.label, one.marketing, one.sales, one.share) for one in found.differing))

    listed = apart(people)
    assert listed == apart(people[::-1])
    assert [one[1:3] for one in listed] == [  # type: ignore[index]  # rows of a table
        ("An audit · They ask peers · We call", "They ask peers · They ask peers · They ask peers"),
        ("2 Marketing, 1 Sales", "1 Marketing, 1 Sales"),
    ]
