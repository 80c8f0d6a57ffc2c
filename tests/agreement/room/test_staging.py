"""What the room sees: nothing of an answer before both are opened, no vote before the last hand, no name on demand."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given, strategies as st

from tests.support.agreements import empty_agreement
from workbench.agreement.model import Agreement
from workbench.agreement.preparing.to_show import OwnFact, to_show
from workbench.agreement.room.countdown import started
from workbench.agreement.room.scene import Scene
from workbench.agreement.room.seats import missing, seats
from workbench.agreement.room.session import Ballot, Card, HandedIn, Place, Room, Round, Said, Stage
from workbench.agreement.room.staging import CONSENT, REVEAL, scene
from workbench.agreement.sections.sign_off import OpenItem
from workbench.agreement.sections.teams import Participant
from workbench.base.language import language

NOW = dt.datetime(2026, 12, 8, 10, 0, tzinfo=dt.UTC)
SECRET = "Zanzibar"


def agreement() -> Agreement:
    made = empty_agreement("Alliance")
    people = (Participant("p1", "Priya Nair", "", "marketing"), Participant("p2", "Daniel Okafor", "", "sales"))
    return replace(made, teams=replace(made.teams, participants=people))


def answered(
    question: str, *, opened: bool = False, ballots: tuple[Ballot, ...] = (), people: tuple[str, str] = ("", "")
) -> Round:
    parts = ("words", "per_month", question.removeprefix("field:"))
    said = tuple(
        Said(f"{team}{number}", team, part, f"{SECRET} {number}", person)
        for team, person in zip(("marketing", "sales"), people, strict=True)
        for number, part in enumerate(parts)
    )
    handed = tuple(HandedIn(one, one) for one in people if one)
    return Round("r1", question, said, marketing_in=True, sales_in=True, opened=opened, wording="ours", ballots=ballots,
                 by_person=any(people), handed_in=handed)  # fmt: skip


def seen(room: Room, stage: Stage, held: Agreement | None = None) -> Scene:
    return scene(held or agreement(), room, stage, started(180, NOW), NOW, language(), dt.UTC)


@given(
    question=st.sampled_from(["qualified", "buyer", "journey", "field:buyer.profile", "pledge", "ended", "nothing"]),
    step=st.none() | st.integers(0, 4),
    cover=st.sampled_from(["", "blank", "break", "parked"]),
    ballots=st.lists(st.builds(Ballot, key=st.just("b"), marketing=st.text("0123459", max_size=3)), max_size=2),
    people=st.sampled_from([("", ""), ("p1", "p2"), ("p1", "")]),
)
def test_no_scene_before_the_reveal_holds_a_word_of_an_answer(
    question: str, step: int | None, cover: str, ballots: list[Ballot], people: tuple[str, str]
) -> None:
    room = Room(rounds=(answered(question, ballots=tuple(ballots), people=people),))
    stage = Stage(question=question, step=step, cover=cover, before=(Place("a", question, 2),))
    assert SECRET not in repr(seen(room, stage))


def by_person(*, opened: bool) -> Round:
    """Four people of whom each says something of their own, and numbers of their own."""
    numbers = {"p1": "60", "p3": "80", "p2": "120", "p4": "70"}
    said = [
        Said(f"{person}{part}", "marketing" if person in {"p1", "p3"} else "sales", part, words, person)
        for person, number in numbers.items()
        for part, words in (("words", f"{SECRET} {person}"), ("per_month", number))
    ]
    handed = (HandedIn("a", "p1"), HandedIn("b", "p3"), HandedIn("c", "p2"))
    return Round("r1", "qualified", tuple(said), opened=opened, by_person=True, handed_in=handed)


def of_four() -> Agreement:
    made = agreement()
    more = (Participant("p3", "Ines Duarte", "", "marketing"), Participant("p4", "Tomás Reis", "", "sales"))
    people = (*made.teams.participants, *more, Participant("p5", "Sponsor", "", "both"))
    return replace(made, teams=replace(made.teams, participants=people))


def test_each_person_answers_unseen_and_the_reveal_groups_them_by_team_without_names() -> None:
    made, stage = of_four(), Stage(question="qualified", step=1)
    covered = seen(Room(rounds=(by_person(opened=False),)), stage, made)
    assert SECRET not in repr(covered)
    assert [one.says for one in covered.covers] == ["All answers are in", "1 of 2 are in"]
    waiting = missing(made, by_person(opened=False), language())
    assert [(one.team, one.name) for one in waiting] == [("sales", "Tomás Reis")]
    opened = seen(Room(rounds=(by_person(opened=True),)), replace(stage, step=REVEAL), made)
    said = ["".join(text for text, _ in one.words) for one in opened.opened]
    assert said == [f"• {SECRET} p1\n• {SECRET} p3", f"• {SECRET} p2\n• {SECRET} p4"]
    assert not any(one.name in repr(opened) for one in made.teams.participants)
    (row,) = [one for one in opened.rows if one.how == "number"]
    assert (row.marketing, row.sales, row.apart) == (
        "60 (60 – 80)", "70 (70 – 120)", "10 leads apart",
    )  # fmt: skip
    assert (row.share, row.low) == (0.5, "marketing")
    assert [share for team, share in row.marks if team == "sales"] == [pytest.approx(1 / 6), 1.0]


def test_what_was_said_stays_with_whoever_said_it_and_tells_nobodys_place_in_the_list() -> None:
    made, round_ = of_four(), by_person(opened=True)
    listed = {one.key: one for one in made.teams.participants}

    def shows(*people: Participant) -> tuple[str, ...]:
        held = replace(made, teams=replace(made.teams, participants=people))
        opened = seen(Room(rounds=(round_,)), Stage(question="qualified", step=REVEAL), held)
        return tuple("".join(text for text, _ in one.words) for one in opened.opened)

    corrected = replace(listed["p3"], team="sales")
    assert shows(listed["p1"], corrected, listed["p2"], listed["p4"]) == (
        f"{SECRET} p1", f"• {SECRET} p2\n• {SECRET} p3\n• {SECRET} p4",
    )  # fmt: skip
    assert round_.has_said("sales", "p3")
    without = replace(made, teams=replace(made.teams, participants=(listed["p1"],)))
    assert shows(listed["p1"]) == (f"• {SECRET} p1\n• {SECRET} p3", f"• {SECRET} p2\n• {SECRET} p4")
    kept = seats(without, round_, language())
    assert [(one.team, one.person) for one in kept] == [
        ("marketing", "p1"), ("marketing", "p3"), ("sales", "p2"), ("sales", "p4"),
    ]  # fmt: skip
    assert kept[1].name == "Marketing, no longer listed"
    together = replace(answered("qualified", opened=True, people=("p1", "")), by_person=True)
    assert [one.person for one in seats(made, together, language()) if one.team == "sales"] == ["", "p2", "p4"]
    room, stage = Room(rounds=(round_,)), Stage(question="qualified", step=REVEAL)
    turned = replace(made, teams=replace(made.teams, participants=made.teams.participants[::-1]))
    assert seen(room, stage, turned) == seen(room, stage, made)


def test_after_the_reveal_both_are_there_with_what_differs() -> None:
    room = Room(rounds=(answered("qualified", opened=True),))
    made = seen(room, Stage(question="qualified", step=REVEAL))
    assert made.kind == "reveal"
    assert [one.words for one in made.opened] == [((f"{SECRET} 0", False),)] * 2
    assert "In your words" in made.badge


def test_votes_are_counts_and_come_after_the_last_hand() -> None:
    stage = Stage(question="buyer", step=CONSENT)
    waiting = seen(Room(rounds=(answered("buyer", ballots=(Ballot("b", "w", "4", ""),)),)), stage)
    assert (waiting.kind, waiting.hands) == ("vote", ())
    all_in = seen(Room(rounds=(answered("buyer", ballots=(Ballot("b", "w", "4", "3"),)),)), stage)
    assert [one.counts for one in all_in.hands] == [(0, 0, 0, 0, 1, 0), (0, 0, 0, 1, 0, 0)]


def test_names_are_hidden_on_demand() -> None:
    made = agreement()
    item = OpenItem("o", "Too high?", owner="p2", section="buyer", objection=True, outcome="escalated", due=NOW.date())
    made = replace(made, sign_off=replace(made.sign_off, open_items=(item,)))
    rounds = (answered("buyer", ballots=(Ballot("b", "w", "4", "3"),)),)
    stage = Stage(question="buyer", step=CONSENT)
    assert "Daniel Okafor" in repr(seen(Room(rounds=rounds), stage, made))
    assert "Daniel Okafor" not in repr(seen(Room(rounds=rounds, names_hidden=True), stage, made))


def test_a_fact_is_put_before_the_room_with_its_source_and_only_when_it_is_wanted() -> None:
    own = (OwnFact("a", "42 of 61", "42 began with a demo.", "Our CRM", "lead_definitions"),
           OwnFact("b", "8", "8 began with a download.", "", "lead_definitions", hidden=True))  # fmt: skip
    first, *found = to_show("lead_definitions", own, "One number.", language())
    assert (first.strip, first.figure, first.source) == ("Our own data", "42 of 61", "Our CRM")
    assert found
    assert all("But: " in one.source for one in found)
    assert [one.words for one in to_show("", own, "One number.", language())] == ["One number."]
    card = Card("k", first.strip, first.figure, first.words, first.source)
    made = seen(Room(), Stage(question="qualified", cover="card", card=(card,)))
    assert made.read() == "Our own data. 42 of 61. 42 began with a demo. Our CRM."


def test_every_scene_can_be_read_aloud() -> None:
    room = Room(rounds=(answered("qualified"),))
    assert "Marketing: Answer is in" in seen(room, Stage(question="qualified", step=1)).read()
    assert seen(room, Stage()).read().startswith("Before we begin. Our pledge")
    until = Stage(cover="break", until="2026-12-08T10:40:00Z")
    assert seen(room, until).read() == "Break. We go on at 10:40."
