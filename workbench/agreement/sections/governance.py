"""Section 11, governance: meetings, data, escalation, repair, change and end of the agreement."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from workbench.agreement.sections.follow_up import WEEKDAYS
from workbench.agreement.terms import PEOPLE, SIDES
from workbench.base.language import N_
from workbench.fields.declare import (
    choice,
    choices,
    day,
    duration,
    integer,
    prose,
    reference,
    references,
    rows,
    text,
    texts,
    time,
)
from workbench.fields.value import CALENDAR_UNITS, Duration, Row
from workbench.fields.words import Option

CADENCES = (
    Option("weekly", N_("Every week")),
    Option("fortnightly", N_("Every two weeks")),
    Option("monthly", N_("Every month")),
    Option("quarterly", N_("Every quarter")),
    Option("yearly", N_("Every year")),
)
IMPORT_CADENCES = (Option("daily", N_("Every working day")), *CADENCES[:3])
REPORT_PARTS = (
    Option("volumes", N_("Leads delivered against plan")),
    Option("value", N_("Lead value")),
    Option("conversions", N_("Conversion by stage")),
    Option("response", N_("Response times")),
    Option("depth", N_("Follow-up depth")),
    Option("acceptance", N_("Acceptance and reasons for rejection")),
    Option("recycling", N_("Recycled leads")),
    Option("cancellations", N_("Cancellations")),
    Option("metrics", N_("Shared metrics")),
)
RENEWALS = (
    Option("ends", N_("It ends")),
    Option("renews", N_("It goes on for another term unless one team objects")),
    Option("renegotiate", N_("Both teams negotiate it again")),
)


@dataclass(frozen=True)
class Meeting(Row):
    """A regular meeting."""

    name: str = text(N_("Meeting"), help=N_("What people call it."), example="Weekly check-in", limit=120, needed=True)
    cadence: str = choice(N_("How often"), CADENCES, help=N_("Its rhythm."), example="Every week", needed=True)
    weekday: str = choice(N_("Weekday"), WEEKDAYS, help=N_("Where it has one."), example="Tuesday")
    at: dt.time | None = time(N_("Time"), help=N_("On the agreement's wall clock."), example="09:30")
    minutes: int | None = integer(
        N_("Length"), help=N_("A time box."), example="25", least=5, most=600, unit=N_("minutes"), one=N_("minute")
    )
    first: dt.date | None = day(N_("First time"), help=N_("The first date of the series."), example="2027-01-12")
    attendees: tuple[str, ...] = references(
        PEOPLE, N_("Who"), help=N_("The fewest who can decide."), example="Elena Marsh, Daniel Okafor"
    )
    agenda: str = prose(
        N_("Agenda"),
        help=N_("Three or four points, one a line."),
        example="Numbers of the week\nDisputes\nOne thing to change",
        limit=1500,
    )
    data_pack: str = text(
        N_("Data pack"), help=N_("What everybody has read before."), example="Scorecard, exceptions list"
    )


@dataclass(frozen=True)
class EscalationStep(Row):
    """One step when two people cannot agree."""

    name: str = text(
        N_("Step"), help=N_("What is escalated."), example="No agreement at the weekly check-in", needed=True
    )
    to: str = reference(PEOPLE, N_("Goes to"), help=N_("One person."), example="Ingrid Sørensen", needed=True)
    within: Duration | None = duration(
        N_("Decided within"), help=N_("From being told."), example="3 business days", needed=True
    )


@dataclass(frozen=True)
class Consequence(Row):
    """A repair action."""

    name: str = text(
        N_("Short name"), help=N_("For lists."), example="Budget to the weakest segment", limit=120, needed=True
    )
    team: str = choice(N_("Team"), SIDES, help=N_("Who repairs."), example="Marketing", needed=True)
    trigger: str = text(
        N_("When"), help=N_("How often it must be missed first."), example="A promise is missed in one period"
    )
    action: str = prose(
        N_("What happens"),
        help=N_("Something that makes the next period better; never a punishment."),
        example="Next month's budget moves to the weakest segment; the plan is shown at the weekly check-in.",
        limit=1000,
        needed=True,
    )


@dataclass(frozen=True)
class CheckIn(Row):
    """A look back after some days."""

    after: int | None = integer(
        N_("After"),
        help=N_("Days from the start."),
        example="30",
        least=1,
        most=1000,
        unit=N_("days"),
        one=N_("day"),
        needed=True,
    )
    questions: str = prose(
        N_("Questions"),
        help=N_("What worked, what did not, what to change."),
        example="What worked? What surprised us?",
        limit=1000,
    )


@dataclass(frozen=True)
class Governance:
    """How the agreement is kept alive."""

    meetings: tuple[Meeting, ...] = rows(
        Meeting,
        N_("Meetings"),
        one=N_("meeting"),
        help=N_("A short weekly one and a monthly review are enough for most."),
        example="Weekly check-in",
        needed=True,
    )
    report_parts: tuple[str, ...] = choices(
        N_("Report pack"),
        REPORT_PARTS,
        help=N_("What the monthly review looks at."),
        example="Leads delivered against plan, Response times",
    )
    system_of_record: str = text(
        N_("System of record"),
        help=N_("Where the record of a lead counts, if two differ."),
        example="CRM, object Lead",
        needed=True,
    )
    data_access: str = prose(
        N_("Who sees and keeps what"),
        help=N_("Access of both teams, and who keeps the data clean."),
        example="Both teams see every lead; owners update the status the same day.",
        limit=1500,
    )
    import_every: str = choice(
        N_("Actuals imported"),
        IMPORT_CADENCES,
        help=N_("How fresh the scorecard is."),
        example="Every month",
        needed=True,
    )
    import_owner: str = reference(
        PEOPLE,
        N_("Imported by"),
        help=N_("One person; results are only as good as the export."),
        example="Aiko Tanaka",
        needed=True,
    )
    stale_after: Duration | None = duration(
        N_("Data is old after"), help=N_("From then on the scorecard says so."), example="45 days", units=CALENDAR_UNITS
    )
    escalation: tuple[EscalationStep, ...] = rows(
        EscalationStep,
        N_("Escalation"),
        one=N_("step"),
        help=N_("Each step names one person and a time."),
        example="No agreement at the weekly check-in",
    )
    tie_breaker: str = reference(
        PEOPLE,
        N_("Tie-breaker"),
        help=N_("Decides when both leads still differ."),
        example="Ingrid Sørensen",
        needed=True,
    )
    consequences: tuple[Consequence, ...] = rows(
        Consequence,
        N_("Repair actions"),
        one=N_("repair action"),
        help=N_("On both sides; promises refer to them."),
        example="Budget to the weakest segment",
        needed=True,
    )
    amendments: str = prose(
        N_("Changes"),
        help=N_("Who may propose one, who must agree, from when it counts."),
        example="Either lead may propose; both sign; it counts from the next month.",
        limit=1500,
        needed=True,
    )
    change_notice: Duration | None = duration(
        N_("Notice for changes"),
        help=N_("Time between agreeing on a change and its first day."),
        example="10 days",
        units=CALENDAR_UNITS,
    )
    trial: Duration | None = duration(
        N_("Trial period"),
        help=N_("In which numbers are shown but nothing follows."),
        example="1 month",
        units=CALENDAR_UNITS,
    )
    check_ins: tuple[CheckIn, ...] = rows(
        CheckIn,
        N_("Check-ins"),
        one=N_("check-in"),
        help=N_("After 30, 60 and 90 days."),
        example="30 days",
        named_by=("after",),
    )
    at_end: str = choice(
        N_("At the end"), RENEWALS, help=N_("What happens on the last day."), example="Both teams negotiate it again"
    )
    termination: str = prose(
        N_("Ending it early"),
        help=N_("How one team ends it, with what notice."),
        example="Either lead, in writing, to the end of a quarter.",
        limit=1000,
    )
    shared_places: tuple[str, ...] = texts(
        N_("Where things are"),
        help=N_("Scorecard, definitions, content list; one a line."),
        example="Scorecard: shared drive, folder SLA",
    )
