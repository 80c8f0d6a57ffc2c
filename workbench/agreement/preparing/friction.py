"""What rubs between the teams: each complaint sorted by its cause and turned into a question. Must not know widgets."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.agreement.contents import ABOUT
from workbench.agreement.terms import SIDES
from workbench.base.language import N_
from workbench.fields.declare import choice, prose, text
from workbench.fields.value import Row
from workbench.fields.words import Option

CAUSES = (
    Option("culture", N_("Culture")),
    Option("process", N_("Process")),
    Option("technology", N_("Technology")),
)


@dataclass(frozen=True)
class Friction(Row):
    """One thing that rubs."""

    complaint: str = prose(
        N_("What is said"), help=N_("In the words of whoever says it, without names."),
        example="Half of the leads are students.", limit=600, needed=True,
    )  # fmt: skip
    team: str = choice(N_("Heard in"), SIDES, help=N_("The team that says it."), example="Sales")
    cause: str = choice(
        N_("Lies in"), CAUSES, help=N_("How we treat each other, how we work, or our tools."),
        example="Process",
    )  # fmt: skip
    question: str = text(
        N_("As a question both can work on"), help=N_("Begins with “How could we”; names no one."),
        example="How could we both see before hand-off that a lead is a student?", limit=300,
    )  # fmt: skip
    section: str = choice(
        N_("Belongs to"), ABOUT, help=N_("Where the room will meet the question again."), example="Lead definitions"
    )
