"""Section 2, goals: what both teams work for, one of them first, and what stays separate."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from workbench.agreement.terms import PEOPLE, TEAMS
from workbench.base.language import N_
from workbench.fields.declare import choice, day, number, prose, reference, rows, text
from workbench.fields.value import Row
from workbench.fields.words import Option

GOAL_KINDS = (
    Option("revenue", N_("Revenue")),
    Option("net_new_customers", N_("Net-new customers")),
    Option("recurring_revenue", N_("Recurring revenue")),
    Option("market_share", N_("Market share")),
    Option("churn", N_("Churn")),
    Option("clv", N_("Customer lifetime value")),
    Option("retention", N_("Retention")),
    Option("other", N_("Other")),
)
GOAL_UNITS = (
    Option("currency", N_("Amount of money")),
    Option("percent", N_("Percent")),
    Option("count", N_("Number")),
)


@dataclass(frozen=True)
class Goal(Row):
    """A business goal with its number."""

    kind: str = choice(N_("Kind"), GOAL_KINDS, help=N_("What the goal is about."), example="Revenue", needed=True)
    name: str = text(
        N_("Goal"), help=N_("One line that names it."), example="New revenue from mid-market companies", needed=True
    )
    baseline: Decimal | None = number(N_("Today"), help=N_("Where you stand now, measured."), example="4,800,000")
    target: Decimal | None = number(N_("Target"), help=N_("Where you will stand."), example="6,000,000", needed=True)
    unit: str = choice(N_("Unit"), GOAL_UNITS, help=N_("Of both numbers."), example="Amount of money", needed=True)
    due: dt.date | None = day(N_("Due"), help=N_("By when."), example="2027-12-31", needed=True)
    owner: str = reference(
        PEOPLE, N_("Owner"), help=N_("The one person who answers for it."), example="Ingrid Sørensen"
    )
    note: str = prose(
        N_("Note"), help=N_("How it is counted, where it comes from."), example="Signed orders, net", limit=600
    )


@dataclass(frozen=True)
class Initiative(Row):
    """What one team undertakes in the period."""

    team: str = choice(N_("Team"), TEAMS, help=N_("Who carries it."), example="Marketing")
    name: str = text(N_("Initiative"), help=N_("One line."), example="Webinar series for operations leads", needed=True)
    outcome: str = prose(
        N_("Outcome"),
        help=N_("What will be different when it is done."),
        example="300 qualified leads a quarter",
        limit=600,
    )
    due: dt.date | None = day(N_("Due"), help=N_("By when."), example="2027-06-30")
    owner: str = reference(PEOPLE, N_("Owner"), help=N_("Who answers for it."), example="Hanna Weiss")


@dataclass(frozen=True)
class Goals:
    """Shared vision and goals."""

    vision: str = prose(
        N_("Shared vision"),
        help=N_("One or two sentences both teams would repeat to a new colleague."),
        example="Every company that fits us hears from one team, not two.",
        limit=1000,
        needed=True,
    )
    goals: tuple[Goal, ...] = rows(
        Goal,
        N_("Business goals, most important first"),
        one=N_("goal"),
        help=N_("The order is the ranking; promises further on serve these."),
        example="New revenue 6,000,000 in 2027",
        needed=True,
    )
    primary_goal: str = reference(
        "goals.goals",
        N_("The one goal that decides"),
        help=N_("When two goals pull apart, this one wins."),
        example="New revenue",
        needed=True,
    )
    initiatives: tuple[Initiative, ...] = rows(
        Initiative,
        N_("Initiatives"),
        one=N_("initiative"),
        help=N_("About three for each team in the period."),
        example="Webinar series",
    )
    autonomy: str = prose(
        N_("What stays separate"),
        help=N_("Decisions each team takes without asking the other."),
        example="Marketing chooses campaigns; sales chooses whom to call first.",
        limit=2000,
    )
    resources: str = prose(
        N_("Budget and people"),
        help=N_("Who puts in what, and why it is split so."),
        example="One operations analyst works half for each team",
        limit=2000,
    )
    incentives: str = prose(
        N_("Pay and targets"),
        help=N_("Which bonus or quota supports this agreement, and which works against it."),
        example="Sales' bonus counts accepted leads answered in time from April",
        limit=2000,
    )
