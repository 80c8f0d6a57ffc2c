"""Section 12, sign-off: who signs, in which order, what each accepts, and what is written down beside it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from workbench.agreement.contents import ABOUT
from workbench.agreement.terms import PEOPLE, SIDES
from workbench.base.language import N_
from workbench.fields.declare import choice, day, integer, prose, reference, rows, text, yes_no
from workbench.fields.value import Row
from workbench.fields.words import Option

OUTCOMES = (
    Option("open", N_("Open")),
    Option("resolved", N_("Resolved")),
    Option("deferred", N_("Deferred to a date")),
    Option("escalated", N_("Escalated")),
)


@dataclass(frozen=True)
class Signer(Row):
    """A person who signs."""

    person: str = reference(PEOPLE, N_("Person"), help=N_("From the participants."), example="Elena Marsh", needed=True)
    role: str = text(
        N_("Signs as"),
        help=N_("Unique; names the signature field in the PDF."),
        example="Marketing lead",
        limit=60,
        needed=True,
    )
    team: str = choice(
        N_("For"), SIDES, help=N_("Whose promises this signature accepts."), example="Marketing", needed=True
    )
    group: int | None = integer(
        N_("Order"),
        help=N_("Signers with the same number sign in any order; a higher number waits."),
        example="1",
        least=1,
        most=20,
    )
    optional: bool = yes_no(N_("Optional"), help=N_("The agreement is in force without this signature."), example="no")
    proxy_for: str = text(
        N_("On behalf of"), help=N_("When somebody signs for an absent person."), example="Ingrid Sørensen", limit=120
    )


@dataclass(frozen=True)
class Statement(Row):
    """A sentence every signer accepts."""

    text: str = prose(
        N_("Statement"),
        help=N_("One sentence that begins with I."),
        example="I accept the promises of my team and how they are measured.",
        limit=600,
        needed=True,
    )


@dataclass(frozen=True)
class Reservation(Row):
    """Something a signer does not accept without a remark."""

    signer: str = reference(
        "sign_off.signers", N_("Signer"), help=N_("Whose reservation."), example="Sales lead", needed=True
    )
    clause: str = text(N_("About"), help=N_("Clause or promise."), example="S-2", limit=60)
    text: str = prose(
        N_("Reservation"),
        help=N_("In the signer's words."),
        example="Only once the second rep has started.",
        limit=1000,
        needed=True,
    )


@dataclass(frozen=True)
class OpenItem(Row):
    """Something agreed to be open."""

    name: str = text(N_("Open item"), help=N_("One line."), example="Sales holidays for the December team", needed=True)
    owner: str = reference(PEOPLE, N_("Owner"), help=N_("Who brings it to an end."), example="Daniel Okafor")
    due: dt.date | None = day(N_("Due"), help=N_("By when."), example="2027-02-10")
    outcome: str = choice(N_("Outcome"), OUTCOMES, help=N_("Open until somebody says otherwise."), example="Open")
    note: str = prose(N_("Note"), help=N_("What was said."), example="HR confirms by Friday.", limit=1000)
    section: str = choice(
        N_("About"), ABOUT, help=N_("The section it came up in."), example="Follow-up times", place="annex"
    )
    objection: bool = yes_no(
        N_("A concern"),
        help=N_("Raised in a vote: nobody signs before it is resolved, deferred to a date or escalated."),
        example="no",
        place="annex",
    )


@dataclass(frozen=True)
class Decision(Row):
    """Something that was decided, and why."""

    name: str = text(
        N_("Decision"),
        help=N_("What was decided, one line."),
        example="A demo request is always qualified",
        needed=True,
    )
    why: str = prose(N_("Why"), help=N_("The reason that won."), example="17 of 18 became opportunities", limit=1000)
    dropped: str = prose(
        N_("Options dropped"),
        help=N_("What was not chosen."),
        example="A points threshold for demo requests",
        limit=1000,
    )
    who: str = text(N_("By whom"), help=N_("Who decided, and the vote."), example="Both teams, no objection", limit=160)
    on: dt.date | None = day(N_("On"), help=N_("The day."), example="2026-12-08")
    vote: str = text(
        N_("Vote"), help=N_("As it was counted."), example="Marketing 5, 4; sales 4, 3, 5", limit=160, place="annex"
    )
    section: str = choice(
        N_("About"), ABOUT, help=N_("The section it decides on."), example="Lead definitions", place="annex"
    )


@dataclass(frozen=True)
class SignOff:
    """Who signs, and what is written down beside it."""

    signers: tuple[Signer, ...] = rows(
        Signer,
        N_("Signers"),
        one=N_("signer"),
        help=N_("At least one for each team."),
        example="Elena Marsh as Marketing lead",
        named_by=("role",),
        needed=True,
        place="signatures",
    )
    statements: tuple[Statement, ...] = rows(
        Statement,
        N_("Statements"),
        one=N_("statement"),
        help=N_("Each signer ticks every one."),
        example="I have read this document.",
        named_by=("text",),
        needed=True,
        place="signatures",
    )
    reservations: tuple[Reservation, ...] = rows(
        Reservation,
        N_("Reservations"),
        one=N_("reservation"),
        help=N_("Better on paper than kept to oneself."),
        example="S-2 only once the second rep has started",
        named_by=("text",),
        place="signatures",
    )
    open_items: tuple[OpenItem, ...] = rows(
        OpenItem,
        N_("Open items"),
        one=N_("open item"),
        help=N_("What both teams agree to leave open, with an owner and a date."),
        example="Holidays of the December team",
        place="annex",
    )
    decisions: tuple[Decision, ...] = rows(
        Decision,
        N_("Decisions"),
        one=N_("decision"),
        help=N_("What was decided on the way, and why."),
        example="A demo request is always qualified",
        place="annex",
    )
