"""Section 6, volumes: what marketing promises sales: how many leads, worth what, how good, and how many at most."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from workbench.agreement.sections.teams import MONTHS
from workbench.agreement.terms import PERIODS, ScopeFilter, Terms
from workbench.base.language import N_
from workbench.fields.amounts import NumberKind
from workbench.fields.declare import choice, integer, money, number, prose, rate, reference, rows, text
from workbench.fields.value import Row
from workbench.fields.words import Option

STAGES = "lead_definitions.stages"
SOURCES_OF_RATES = (
    Option("measured", N_("Measured")),
    Option("assumed", N_("Assumed")),
    Option("locked", N_("Locked")),
)
_WEIGHT = NumberKind(least=Decimal(0), most=Decimal(1000), places=4)
_HOURS = NumberKind(least=Decimal(0), most=Decimal(24), places=2)
_MINUTES = NumberKind(least=Decimal(0), most=Decimal(10_000), places=2)
_PEOPLE = NumberKind(least=Decimal(0), most=Decimal(1), places=3)


@dataclass(frozen=True)
class StageRate(Row):
    """The share that passes from one stage to the next."""

    from_stage: str = reference(STAGES, N_("From"), help=N_("The stage before."), example="MQL", needed=True)
    to_stage: str = reference(STAGES, N_("To"), help=N_("The stage after."), example="SAL", needed=True)
    rate: Decimal | None = rate(N_("Rate"), help=N_("Share that gets there."), example="80%", needed=True)
    origin: str = choice(
        N_("Origin"),
        SOURCES_OF_RATES,
        help=N_("Measured from data, assumed, or locked while you try other numbers."),
        example="Measured",
    )
    segment: str = reference(
        "teams.segments", N_("Segment"), help=N_("Only for one segment; empty for all."), example="Northwind Cloud"
    )


@dataclass(frozen=True)
class SegmentGoal(Row):
    """One segment's own share of the revenue goal."""

    segment: str = reference(
        "teams.segments", N_("Segment"), help=N_("Which one."), example="Northwind Cloud", needed=True
    )
    revenue: Decimal | None = money(
        N_("Revenue goal"), help=N_("For the plan's whole length."), example="2,000,000", needed=True
    )
    marketing_share: Decimal | None = rate(N_("From marketing"), help=N_("Share of that revenue."), example="60%")
    average_deal: Decimal | None = money(N_("Average deal"), help=N_("Of this segment."), example="8,000")


@dataclass(frozen=True)
class MonthWeight(Row):
    """How heavy one month of the year is."""

    month: str = choice(N_("Month"), MONTHS, help=N_("Of every year."), example="October", needed=True)
    weight: Decimal | None = number(
        N_("Weight"), help=N_("1 is an ordinary month, 0.5 half as many."), example="1.2", needed=True, kind=_WEIGHT
    )


@dataclass(frozen=True)
class LeadType(Row):
    """A kind of lead with a value, frozen when the agreement is signed."""

    name: str = text(
        N_("Lead type"), help=N_("What both teams call it."), example="Demo request", limit=80, needed=True
    )
    scope: tuple[ScopeFilter, ...] = rows(
        ScopeFilter,
        N_("Recognised by"),
        one=N_("condition"),
        help=N_("The columns that tell this type from others."),
        example="Source is Demo request",
        named_by=("field", "custom_field"),
        needed=True,
    )
    revenue_per_customer: Decimal | None = money(
        N_("Revenue per customer"), help=N_("Mean of customers won from this type."), example="160,000"
    )
    close_rate: Decimal | None = rate(
        N_("Close rate"), help=N_("Share of these leads that become customers."), example="1%"
    )
    value: Decimal | None = money(
        N_("Value of one lead"),
        help=N_("Revenue per customer times close rate; frozen at signing."),
        example="1,600",
        needed=True,
    )


@dataclass(frozen=True)
class PeriodAmount(Row):
    """The target of one single period."""

    period: str = text(
        N_("Period"), help=N_("Written as in 2027-01 or 2027-Q1."), example="2027-01", limit=10, needed=True
    )
    amount: int | None = integer(
        N_("Leads"), help=N_("Target of that period."), example="480", unit=N_("leads"), one=N_("lead"), needed=True
    )


@dataclass(frozen=True)
class VolumeTarget(Terms):
    """Marketing delivers so many leads that reach a stage."""

    stage: str = reference(
        STAGES, N_("Stage"), help=N_("The stage that is counted."), example="MQL", needed=True, place="schedule"
    )
    amount: int | None = integer(
        N_("Leads per period"),
        help=N_("At least this many in every period that has no number of its own."),
        example="400",
        unit=N_("leads"),
        one=N_("lead"),
        needed=True,
        place="schedule",
    )
    months: tuple[PeriodAmount, ...] = rows(
        PeriodAmount,
        N_("Periods with their own number"),
        one=N_("period"),
        help=N_("Where the season or a campaign moves the target."),
        example="2027-10: 480",
        named_by=("period",),
    )


@dataclass(frozen=True)
class ValueTarget(Terms):
    """Marketing delivers leads worth so much at the frozen values."""

    amount: Decimal | None = money(
        N_("Lead value per period"),
        help=N_("Sum of the values of the leads that qualified."),
        example="270,000",
        needed=True,
        place="schedule",
    )


@dataclass(frozen=True)
class QualityTarget(Terms):
    """Of the leads sales decides on, so many are accepted."""

    share: Decimal | None = rate(
        N_("Accepted"),
        help=N_("Accepted leads as a share of accepted and rejected ones."),
        example="80%",
        needed=True,
        place="schedule",
    )


@dataclass(frozen=True)
class Rep(Row):
    """A person in sales who works leads."""

    name: str = text(N_("Rep"), help=N_("Name or role."), example="Inside sales 1", limit=80, needed=True)
    fraction: Decimal | None = number(
        N_("Counts as"),
        help=N_("1 for a full rep, less while ramping up or working part time."),
        example="0.5",
        kind=_PEOPLE,
    )
    leave_days: int | None = integer(
        N_("Days away a month"), help=N_("On average."), example="2", most=31, unit=N_("days"), one=N_("day")
    )


@dataclass(frozen=True)
class AttemptRate(Row):
    """The share of leads one attempt reaches for the first time; the rows' order is the attempts' order."""

    rate: Decimal | None = rate(
        N_("Reached first"), help=N_("Share of all leads that this attempt reaches."), example="18%", needed=True
    )


@dataclass(frozen=True)
class Volumes:
    """What marketing promises sales."""

    revenue_goal: Decimal | None = money(
        N_("Revenue goal"),
        help=N_("New revenue the plan must bring in, over the plan's whole length."),
        example="6,000,000",
    )
    plan_months: int | None = integer(
        N_("Plan length"),
        help=N_("Over how many months that revenue is meant."),
        example="12",
        least=1,
        most=60,
        unit=N_("months"),
        one=N_("month"),
    )
    marketing_share: Decimal | None = rate(
        N_("From marketing"), help=N_("Share of that revenue that starts as a marketing lead."), example="50%"
    )
    partner_share: Decimal | None = rate(
        N_("From partners"), help=N_("Share that partners bring; what is left starts with sales."), example="10%"
    )
    average_deal: Decimal | None = money(
        N_("Average deal"), help=N_("First-year value of one customer."), example="10,000"
    )
    rates: tuple[StageRate, ...] = rows(
        StageRate,
        N_("Stage rates"),
        one=N_("rate"),
        help=N_("From lead to customer, in order, each step once."),
        example="MQL to SAL 80%",
        named_by=("from_stage",),
        leads_to="to_stage",
    )
    segment_goals: tuple[SegmentGoal, ...] = rows(
        SegmentGoal,
        N_("Goals per segment"),
        one=N_("segment goal"),
        help=N_("Where segments differ: each is computed by itself, then added."),
        example="Northwind Cloud 2,000,000",
        named_by=("segment",),
    )
    seasonality: tuple[MonthWeight, ...] = rows(
        MonthWeight,
        N_("Seasonality"),
        one=N_("month"),
        help=N_("Months without a weight count as 1."),
        example="August 0.6",
        named_by=("month",),
    )
    sales_cycle_months: int | None = integer(
        N_("Sales cycle"),
        help=N_("Months from qualified lead to customer; leads are needed that much earlier."),
        example="3",
        most=36,
        unit=N_("months"),
        one=N_("month"),
    )
    lead_types: tuple[LeadType, ...] = rows(
        LeadType,
        N_("Lead types and their value"),
        one=N_("lead type"),
        help=N_("So that ten demo requests and ten downloads do not count the same."),
        example="Demo request 1,600",
    )
    volume_targets: tuple[VolumeTarget, ...] = rows(
        VolumeTarget,
        N_("Promise: number of leads"),
        one=N_("promise"),
        help=N_("How many leads of a stage marketing delivers."),
        example="400 MQL a month",
        named_by=("name", "amount"),
    )
    value_targets: tuple[ValueTarget, ...] = rows(
        ValueTarget,
        N_("Promise: value of leads"),
        one=N_("promise"),
        help=N_("What they are worth together."),
        example="270,000 a month",
        named_by=("name", "amount"),
    )
    quality_targets: tuple[QualityTarget, ...] = rows(
        QualityTarget,
        N_("Promise: quality of leads"),
        one=N_("promise"),
        help=N_("How many of them sales accepts."),
        example="80% a month",
        named_by=("name", "share"),
    )
    ceiling: int | None = integer(
        N_("Ceiling"),
        help=N_("Beyond so many leads no clock runs for sales; the extra ones are shown, not judged."),
        example="494",
        least=1,
        unit=N_("leads"),
        one=N_("lead"),
    )
    ceiling_period: str = choice(
        N_("Ceiling counted every"), PERIODS, help=N_("Period of the ceiling."), example="Month"
    )
    reps: tuple[Rep, ...] = rows(
        Rep,
        N_("Sales capacity"),
        one=N_("rep"),
        help=N_("Who works the leads; the plan is compared with what they can work."),
        example="Inside sales 1",
    )
    working_days: int | None = integer(
        N_("Working days a month"),
        help=N_("On average."),
        example="20",
        least=1,
        most=31,
        unit=N_("days"),
        one=N_("day"),
    )
    hours_per_day: Decimal | None = number(N_("Hours a day"), help=N_("Of one rep."), example="8", kind=_HOURS)
    time_for_leads: Decimal | None = rate(
        N_("Time for these leads"), help=N_("Share of a rep's time; the rest goes to other work."), example="30%"
    )
    attempts_per_lead: Decimal | None = number(
        N_("Attempts per lead"), help=N_("On average, until answer or end."), example="5", kind=_MINUTES
    )
    minutes_per_attempt: Decimal | None = number(
        N_("Minutes per attempt"), help=N_("Preparing included."), example="4", kind=_MINUTES
    )
    contact_rate: Decimal | None = rate(N_("Contact rate"), help=N_("Share of leads that are reached."), example="45%")
    minutes_per_conversation: Decimal | None = number(
        N_("Minutes per conversation"), help=N_("Notes included."), example="22", kind=_MINUTES
    )
    attempt_rates: tuple[AttemptRate, ...] = rows(
        AttemptRate,
        N_("What each attempt reaches"),
        one=N_("attempt"),
        help=N_("The first attempt first; it says how many are worth their cost."),
        example="First attempt 18%, second 11%",
        named_by=("rate",),
    )
    contact_value: Decimal | None = money(
        N_("Value of a contact"), help=N_("What reaching one lead is worth on average."), example="40"
    )
    attempt_cost: Decimal | None = money(
        N_("Cost of an attempt"), help=N_("Time of the rep and tools, for one attempt."), example="3"
    )
    basis: str = prose(
        N_("Where the numbers come from"),
        help=N_("Which export, which period, what was left out."),
        example="CRM export of 4,462 leads, November 2025 to October 2026",
        limit=1500,
    )
