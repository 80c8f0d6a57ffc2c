"""Section 10, working together: who does what, and what the teams owe each other beyond leads."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from workbench.agreement.terms import PEOPLE, SIDES, TEAMS, Terms
from workbench.base.language import N_
from workbench.fields.declare import choice, day, integer, prose, reference, references, rows, text
from workbench.fields.value import Row
from workbench.fields.words import Option

DELIVERABLES = (
    Option("content", N_("Content piece")),
    Option("needs", N_("Needs and questions heard from buyers")),
    Option("objections", N_("Objections heard from buyers")),
    Option("content_feedback", N_("Feedback on content used")),
    Option("market_feedback", N_("Market feedback")),
    Option("call_shadowing", N_("Calls opened to the other team")),
    Option("nurture", N_("Nurture contact or review")),
    Option("social_selling", N_("Social selling")),
    Option("training", N_("Training or briefing")),
    Option("meeting", N_("Meeting held")),
    Option("other", N_("Other")),
)


@dataclass(frozen=True)
class RoleDuties(Row):
    """What one role does, in its own words."""

    team: str = choice(N_("Team"), TEAMS, help=N_("Whose role it is."), example="Marketing", needed=True)
    name: str = text(N_("As a …"), help=N_("The role."), example="marketing operations manager", limit=120, needed=True)
    duties: str = prose(
        N_("… I"),
        help=N_("Three or four acts, one a line."),
        example="check every lead's data before hand-off",
        limit=1500,
        needed=True,
    )


@dataclass(frozen=True)
class Responsibility(Row):
    """One activity and who is what in it (RACI)."""

    name: str = text(
        N_("Activity"), help=N_("A thing that must happen."), example="Hand over a qualified lead", needed=True
    )
    accountable: str = reference(
        PEOPLE,
        N_("Accountable"),
        help=N_("Exactly one person who answers for it."),
        example="Tomás Rivera",
        needed=True,
    )
    responsible: tuple[str, ...] = references(
        PEOPLE, N_("Responsible"), help=N_("Who does the work."), example="Hanna Weiss", needed=True
    )
    consulted: tuple[str, ...] = references(PEOPLE, N_("Consulted"), help=N_("Asked before."), example="Priya Nair")
    informed: tuple[str, ...] = references(PEOPLE, N_("Informed"), help=N_("Told after."), example="Daniel Okafor")


@dataclass(frozen=True)
class Deliverable(Terms):
    """A thing one team does for the other, countable or dated, attested by both."""

    kind: str = choice(
        N_("Kind"), DELIVERABLES, help=N_("What it is."), example="Content piece", needed=True, place="schedule"
    )
    by: str = choice(
        N_("Promised by"), SIDES, help=N_("The team that does it."), example="Marketing", needed=True, place="schedule"
    )
    what: str = text(
        N_("What"),
        help=N_("A thing that can be counted, as it reads after the number: 6 content pieces, 1 price list."),
        example="usable content pieces for the buying stages",
        needed=True,
        place="schedule",
    )
    amount: int | None = integer(
        N_("How many per period"),
        help=N_("At least."),
        example="6",
        least=1,
        most=100_000,
        needed=True,
        place="schedule",
    )
    due: dt.date | None = day(
        N_("Or once, by"),
        help=N_("For something done a single time; judged in the period that holds the day."),
        example="2027-03-31",
        place="schedule",
    )
    evidence: str = text(
        N_("Shown by"),
        help=N_("What both teams look at before they attest it."),
        example="Link in the content list",
        place="schedule",
    )


@dataclass(frozen=True)
class WorkingTogether:
    """What the teams owe each other beyond leads."""

    roles: tuple[RoleDuties, ...] = rows(
        RoleDuties,
        N_("Roles"),
        one=N_("role"),
        help=N_("“As a marketer I …, as a salesperson I …”"),
        example="As a marketing operations manager I check every lead's data",
    )
    responsibilities: tuple[Responsibility, ...] = rows(
        Responsibility,
        N_("Responsibilities"),
        one=N_("activity"),
        help=N_("Exactly one accountable person for each activity."),
        example="Hand over a qualified lead",
    )
    deliverables: tuple[Deliverable, ...] = rows(
        Deliverable,
        N_("Promise: things done for each other"),
        one=N_("promise"),
        help=N_("Content, objections, shadowed calls, nurture: countable or dated."),
        example="6 content pieces a quarter",
        named_by=("name", "what"),
    )
    content_process: str = prose(
        N_("Content together"),
        help=N_("How needs become pieces, and how sales tells which one worked."),
        example="Sales adds objections to the shared list; marketing picks the top three each month.",
        limit=2000,
    )
    market_feedback: str = prose(
        N_("Market feedback"),
        help=N_("What sales hears in the market, to whom it goes, how often."),
        example="One page a month to product and strategy",
        limit=2000,
    )
    call_shadowing: str = prose(
        N_("Call shadowing"),
        help=N_("How marketing listens in, with the buyer's consent."),
        example="Two calls a month for each marketer, notes the same day",
        limit=2000,
    )
    nurture: str = prose(
        N_("Nurture"),
        help=N_("How often waiting leads hear from us, with what, and who reviews old ones."),
        example="Monthly; leads without activity for 180 days are reviewed each quarter",
        limit=2000,
    )
    support_after: str = prose(
        N_("Marketing after hand-off"),
        help=N_("What marketing still does while sales works a lead."),
        example="A case study for each open opportunity on request within two days",
        limit=2000,
    )
    social_selling: str = prose(
        N_("Social selling"),
        help=N_("Guidance and content from marketing, activity by sales."),
        example="Marketing supplies four posts a month; each rep shares two",
        limit=2000,
    )
