"""Remarks on places of the agreement: comments that are settled one day, and the facilitator's own notes.

Neither is ever printed or shown to the room. Must not know widgets.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from workbench.agreement.contents import ABOUT
from workbench.base.language import N_
from workbench.fields.declare import choice, day, prose, text, yes_no
from workbench.fields.value import Row


@dataclass(frozen=True)
class Comment(Row):
    """A remark on a clause."""

    words: str = prose(N_("Comment"), help=N_("What is to be thought of."), example="Is this per region?", limit=1000)
    section: str = choice(N_("On"), ABOUT, help=N_("The section it is about."), example="Volumes")
    place: str = text(
        N_("Clause"), help=N_("What in the section it is about."), example="Follow-up tiers, Demo request"
    )
    by: str = text(N_("By"), help=N_("Who says it."), example="Priya Nair", limit=120)
    on: dt.date | None = day(N_("Written on"), help=N_("The day."), example="2026-12-08")
    settled: bool = yes_no(N_("Settled"), help=N_("Nothing is left to do about it."), example="no")


@dataclass(frozen=True)
class SectionNote(Row):
    """The facilitator's notes on a section; its key is the section's name."""

    words: str = prose(
        N_("Private notes"), help=N_("Seen on this console only: never by the room, never in a document."),
        example="Let Daniel speak first; ask for the December numbers.", limit=4000,
    )  # fmt: skip
