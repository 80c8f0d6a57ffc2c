"""Everything prepared and noted for one agreement's workshops, as one frozen tree of declared fields.

It stays in the library beside the draft and is never part of what is hashed, printed for signature or handed on.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from workbench.agreement.preparing.agenda import Block
from workbench.agreement.preparing.alignment import Answer
from workbench.agreement.preparing.friction import Friction
from workbench.agreement.preparing.prerequisites import Prerequisite
from workbench.agreement.preparing.remarks import Comment, SectionNote
from workbench.agreement.preparing.to_show import OwnFact
from workbench.base.language import N_
from workbench.fields.declare import day, prose, rows, text, time


@dataclass(frozen=True)
class Preparation:
    """What is prepared and noted."""

    held_on: dt.date | None = day(N_("Day"), help=N_("When the room meets."), example="2026-12-08")
    starts: dt.time | None = time(N_("Begins"), help=N_("When the first block begins."), example="09:00")
    place: str = text(N_("Place"), help=N_("Where the room meets."), example="Berlin, room Spree", limit=160)
    facilitator: str = text(N_("Facilitator"), help=N_("Who leads the room."), example="Ingrid Sørensen", limit=120)
    sponsor: str = prose(
        N_("The sponsor says"),
        help=N_("Why we do this, who decides, and how choices about budget will be made. Read aloud at the start."),
        example="One number, two teams. You decide; I sign what you agree.", limit=1500,
    )  # fmt: skip
    agenda: tuple[Block, ...] = rows(
        Block, N_("Agenda"), one=N_("block"), help=N_("Later blocks follow when one moves or takes longer."),
        example="Pledge and goals, 20 minutes",
    )  # fmt: skip
    prerequisites: tuple[Prerequisite, ...] = rows(
        Prerequisite, N_("Before the room meets"), one=N_("point"), help=N_("What must be in hand, and who brings it."),
        example="CRM export of the last quarter",
    )  # fmt: skip
    answers: tuple[Answer, ...] = rows(
        Answer, N_("Answers"), one=N_("answer"), help=N_("What each person says alone."), example="Priya Nair: 3",
        named_by=("statement",),
    )  # fmt: skip
    frictions: tuple[Friction, ...] = rows(
        Friction, N_("What rubs"), one=N_("friction"), help=N_("Both teams' complaints, turned into questions."),
        example="Half of the leads are students.", named_by=("complaint",),
    )  # fmt: skip
    own_facts: tuple[OwnFact, ...] = rows(
        OwnFact, N_("Facts of our own"), one=N_("fact"),
        help=N_("To put before the room beside what others found; never in a field."),
        example="42 of 61 deals began with a demo.", named_by=("says",),
    )  # fmt: skip
    comments: tuple[Comment, ...] = rows(
        Comment, N_("Comments"), one=N_("comment"), help=N_("Remarks on clauses, until they are settled."),
        example="Is this per region?", named_by=("words",),
    )  # fmt: skip
    notes: tuple[SectionNote, ...] = rows(
        SectionNote, N_("Private notes"), one=N_("note"), help=N_("The facilitator's own."),
        example="Let Daniel speak first.", named_by=("words",),
    )  # fmt: skip
    next_on: dt.date | None = day(N_("Next meeting"), help=N_("Stands in the minutes."), example="2027-01-12")
    next_at: dt.time | None = time(N_("At"), help=N_("When it begins."), example="10:00")
    next_place: str = text(N_("Where"), help=N_("Room or line."), example="Berlin, room Spree", limit=160)
    next_about: str = prose(
        N_("What for"), help=N_("What both teams bring."), example="First look at the imported leads", limit=600
    )
