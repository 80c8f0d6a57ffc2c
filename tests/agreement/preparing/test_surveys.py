"""Prerequisites give a verdict, and answers are told by team."""

from __future__ import annotations

import dataclasses

from workbench.agreement.preparing.alignment import STATEMENTS, Answer, aligned, overall
from workbench.agreement.preparing.preparation import Preparation
from workbench.agreement.preparing.prerequisites import Prerequisite, readiness, ready_prerequisites
from workbench.fields.codec import canonical, decode


def test_the_room_goes_goes_with_gaps_or_waits() -> None:
    usual = ready_prerequisites(str)
    assert readiness(usual).verdict == "wait"
    assert [one.key for one in readiness(usual).waits] == ["sponsor", "leads"]
    vital = tuple(dataclasses.replace(one, state="here" if one.vital else "gap") for one in usual)
    found = readiness(vital)
    assert (found.verdict, found.here, len(found.gaps)) == ("gaps", 2, len(usual) - 2)
    assert readiness(tuple(dataclasses.replace(one, state="here") for one in usual)).verdict == "go"
    assert readiness((Prerequisite("a", "Projector", "gap", vital=True),)).verdict == "wait"


def said(person: str, team: str, scores: dict[str, int], when: str = "before") -> tuple[Answer, ...]:
    return tuple(Answer(f"{person}{key}{when}", person, team, when, key, score) for key, score in scores.items())


def test_what_the_teams_see_most_differently_comes_first() -> None:
    answers = (
        *said("a", "marketing", {"goal": 5, "buyer": 4}), *said("b", "marketing", {"goal": 3}),
        *said("c", "sales", {"goal": 1, "buyer": 4}), *said("c", "sales", {"goal": 5}, "after"),
    )  # fmt: skip
    first, second, *others = aligned(answers, "before")
    assert (first.statement, first.gap, first.marketing.spread, first.sales.mean) == ("goal", 3.0, 2, 1.0)
    assert (second.statement, second.gap) == ("buyer", 0.0)
    assert all(one.gap is None for one in others)
    assert len(others) == len(STATEMENTS) - 2
    assert overall(answers, "before", "sales").mean == 2.5
    assert overall(answers, "after").mean == 5.0
    assert overall(answers, "ninety").mean is None


def test_a_preparation_reads_back() -> None:
    whole = Preparation(place="Berlin", prerequisites=ready_prerequisites(str), answers=said("a", "sales", {"goal": 2}))
    assert decode(Preparation, canonical(whole), "It") == whole
    assert canonical(Preparation()) == b"{}"
