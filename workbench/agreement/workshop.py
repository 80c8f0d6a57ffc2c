"""How far the room has come with each section. What is private (blind answers, notes) is never kept here."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.base.language import N_
from workbench.fields.declare import choice, rows, text
from workbench.fields.value import Row
from workbench.fields.words import Option

STATES = (
    Option("draft", N_("Draft")),
    Option("disputed", N_("Disputed")),
    Option("agreed", N_("Agreed")),
    Option("skipped", N_("Skipped")),
)


@dataclass(frozen=True)
class SectionState(Row):
    """The state of one section; its key is the section's name."""

    state: str = choice(
        N_("State"), STATES, help=N_("Agreed means that both teams said yes to the whole section."), example="Agreed"
    )
    reason: str = text(
        N_("Why skipped"), help=N_("Prints in place of the section."), example="No nurture programme yet; review in May"
    )


@dataclass(frozen=True)
class Workshop:
    """The state of the sections."""

    sections: tuple[SectionState, ...] = rows(
        SectionState,
        N_("Sections"),
        one=N_("section"),
        help=N_("Kept by the window as the room moves on."),
        example="Goals: agreed",
        named_by=("state",),
    )
