"""What every promise carries, whatever it measures: period, tolerance, sample, scope, calendar, owner, consequence.

Declared once and inherited by the rows that become commitments. Must not know any kind of commitment.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from workbench.agreement.lead_fields import ANY_FIELD
from workbench.base.language import N_
from workbench.fields.declare import choice, integer, rate, reference, rows, text, texts
from workbench.fields.value import Row
from workbench.fields.words import Option

PEOPLE = "teams.participants"
CALENDARS = "follow_up.calendars"
CONSEQUENCES = "governance.consequences"

SIDES = (
    Option("marketing", N_("Marketing")),
    Option("sales", N_("Sales")),
    Option("both", N_("Both teams")),
)
TEAMS = SIDES[:2]
PERIODS = (
    Option("week", N_("Week")),
    Option("month", N_("Month")),
    Option("quarter", N_("Quarter")),
    Option("year", N_("Year")),
)


@dataclass(frozen=True)
class ScopeFilter(Row):
    """One condition that limits a promise to some leads; all conditions of a promise must hold."""

    field: str = choice(
        N_("Field"),
        ANY_FIELD,
        help=N_("The column of the lead log that decides; leave empty to name one of your own columns."),
        example="Source",
        place="schedule",
    )
    custom_field: str = text(
        N_("Own column"),
        help=N_("Header of a column of your export that is not in the list above."),
        example="Webinar wave",
        place="schedule",
    )
    values: tuple[str, ...] = texts(
        N_("Values"),
        help=N_("The lead counts when the field has one of these; an empty cell never does."),
        example="Demo request, Pricing page",
        data_values=True,
        place="schedule",
    )


@dataclass(frozen=True)
class Terms(Row):
    """The common part of every promise."""

    name: str = text(
        N_("Short name"),
        help=N_("A few words that name the promise in tables; made from the numbers when left empty."),
        example="Hand-raisers contacted in 15 minutes",
        limit=80,
        place="schedule",
    )
    period: str = choice(
        N_("Judged every"),
        PERIODS,
        help=N_("How long one period is before the number starts again."),
        example="Month",
        needed=True,
        place="schedule",
    )
    tolerance: Decimal | None = rate(
        N_("Tolerance"),
        help=N_("How much below the target still counts as kept; nothing unless you agree it here."),
        example="3%",
        zero=True,
        place="schedule",
    )
    minimum_sample: int | None = integer(
        N_("Smallest sample"),
        help=N_("With fewer leads than this a share is not judged, only shown; ten unless you agree otherwise."),
        example="10",
        least=1,
        most=100_000,
        unit=N_("leads"),
        one=N_("lead"),
        place="schedule",
    )
    scope: tuple[ScopeFilter, ...] = rows(
        ScopeFilter,
        N_("Only for"),
        one=N_("condition"),
        help=N_("Limits the promise to some leads; without a condition it covers all of them."),
        example="Source is Demo request",
        named_by=("field", "custom_field"),
        place="schedule",
    )
    calendar: str = reference(
        CALENDARS,
        N_("Working calendar"),
        help=N_("Whose opening hours the clock follows; the first calendar when left empty."),
        example="Sales, Berlin",
        place="schedule",
    )
    owner: str = reference(
        PEOPLE,
        N_("Owner"),
        help=N_("The one person who answers for this promise in the review."),
        example="Elena Marsh",
        needed=True,
        place="schedule",
    )
    consequence: str = reference(
        CONSEQUENCES,
        N_("If it is missed"),
        help=N_("The repair action, from the list in Governance; repair, not punishment."),
        example="Budget moves to the weakest segment",
        place="schedule",
    )
