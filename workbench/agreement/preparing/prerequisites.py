"""What must be there before the room meets, and whether to go, to go with gaps, or to wait. Must not know widgets."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

from workbench.agreement.terms import PEOPLE
from workbench.base.language import N_
from workbench.fields.declare import choice, reference, text, yes_no
from workbench.fields.value import Row
from workbench.fields.words import Option

HAVE = (
    Option("open", N_("Not yet")),
    Option("here", N_("In hand")),
    Option("gap", N_("Missing, we go without")),
)

Verdict = Literal["go", "gaps", "wait"]


@dataclass(frozen=True)
class Prerequisite(Row):
    """One thing the room needs."""

    name: str = text(N_("What"), help=N_("One line."), example="CRM export of the last quarter", limit=160, needed=True)
    state: str = choice(
        N_("State"), HAVE, help=N_("Not yet holds the workshop up; missing is a gap the room knows of."),
        example="In hand",
    )  # fmt: skip
    owner: str = reference(PEOPLE, N_("Who brings it"), help=N_("From the participants."), example="Ana Lindqvist")
    vital: bool = yes_no(N_("Vital"), help=N_("Without it the workshop waits."), example="no")
    note: str = text(N_("Note"), help=N_("What is known of it."), example="Until 30 September only", limit=300)


READY: tuple[tuple[str, str, bool], ...] = (
    ("sponsor", N_("A sponsor is named and says why"), True),
    ("leads", N_("Both team leads take part, with the right to decide"), True),
    ("export", N_("An export of last quarter's leads from the CRM is in hand"), False),
    ("baseline", N_("Baseline: volumes, rates and response times are known"), False),
    ("opportunity", N_("Somebody can say what an opportunity is today"), False),
    ("capacity", N_("Sales knows how many leads each person can work"), False),
    ("goal", N_("The revenue goal of the period is known"), False),
    ("room", N_("Room, projector and a second screen are tried out"), False),
)
"""Key, words and whether the workshop waits for it."""


def ready_prerequisites(say: Callable[[str], str]) -> tuple[Prerequisite, ...]:
    """The usual list, in the room's language."""
    return tuple(Prerequisite(key=key, name=say(words), vital=vital) for key, words, vital in READY)


@dataclass(frozen=True)
class Readiness:
    """Whether the workshop can begin.

    Attributes:
        verdict: `go`; `gaps` where something is missing that can be done without; `wait`.
        here: How many things are in hand.
        gaps: What is missing, or not decided yet, and can be done without.
        waits: What the workshop waits for.
    """

    verdict: Verdict
    here: int
    gaps: tuple[Prerequisite, ...]
    waits: tuple[Prerequisite, ...]


def readiness(prerequisites: Iterable[Prerequisite]) -> Readiness:
    """Whether to go, to go with gaps, or to wait."""
    every = tuple(prerequisites)
    waits = tuple(one for one in every if one.vital and one.state != "here")
    gaps = tuple(one for one in every if one not in waits and one.state != "here")
    verdict: Verdict = "wait" if waits else "gaps" if gaps else "go"
    return Readiness(verdict, len(every) - len(waits) - len(gaps), gaps, waits)
