"""How far the room has come with each section. What is private (blind answers, notes) is never kept here."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from workbench.base.language import N_
from workbench.fields.declare import choice, integer, money, rate, rows, text, texts
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
class ScenarioRate(Row):
    """One rate of a scenario; its key is that of the stage rate it stands for."""

    rate: Decimal | None = rate(N_("Rate"), help=N_("In this scenario."), example="28%")


@dataclass(frozen=True)
class Scenario(Row):
    """The numbers of a plan as they were when somebody kept them to compare."""

    name: str = text(N_("Scenario"), help=N_("What is different in it."), example="Win rate 28%", limit=60)
    revenue_goal: Decimal | None = money(N_("Revenue goal"), help=N_("In this scenario."), example="6,000,000")
    marketing_share: Decimal | None = rate(N_("From marketing"), help=N_("In this scenario."), example="50%")
    average_deal: Decimal | None = money(N_("Average deal"), help=N_("In this scenario."), example="10,000")
    plan_months: int | None = integer(
        N_("Plan length"), help=N_("In this scenario."), example="12", unit=N_("months"), one=N_("month")
    )
    time_for_leads: Decimal | None = rate(N_("Time for leads"), help=N_("In this scenario."), example="30%")
    rates: tuple[ScenarioRate, ...] = rows(
        ScenarioRate, N_("Rates"), one=N_("rate"), help=N_("In this scenario."), example="28%", named_by=("rate",)
    )


@dataclass(frozen=True)
class Workshop:
    """The state of the sections, and what the room tries on the way."""

    sections: tuple[SectionState, ...] = rows(
        SectionState,
        N_("Sections"),
        one=N_("section"),
        help=N_("Kept by the window as the room moves on."),
        example="Goals: agreed",
        named_by=("state",),
    )
    scenarios: tuple[Scenario, ...] = rows(
        Scenario,
        N_("Scenarios"),
        one=N_("scenario"),
        help=N_("Plans kept to compare; they are tried, not agreed."),
        example="Win rate 28%",
    )
    locked: tuple[str, ...] = texts(
        N_("Locked numbers"),
        help=N_("Places that stay as they are while other numbers are tried."),
        example="volumes.revenue_goal",
    )
