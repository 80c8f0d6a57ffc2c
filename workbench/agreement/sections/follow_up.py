"""Section 8, follow-up times: how fast and how often sales answers, by whose calendar, with what relief."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from workbench.agreement.lead_fields import DATE_FIELD
from workbench.agreement.terms import PEOPLE, Terms
from workbench.base.language import N_
from workbench.fields.declare import (
    choice,
    choices,
    code,
    day,
    duration,
    integer,
    moment,
    prose,
    rate,
    reference,
    rows,
    text,
    texts,
    time,
    yes_no,
)
from workbench.fields.value import Duration, Row
from workbench.fields.words import Option

WEEKDAYS = (
    Option("mon", N_("Monday")),
    Option("tue", N_("Tuesday")),
    Option("wed", N_("Wednesday")),
    Option("thu", N_("Thursday")),
    Option("fri", N_("Friday")),
    Option("sat", N_("Saturday")),
    Option("sun", N_("Sunday")),
)
CLOCK_STARTS = tuple(
    option for option in DATE_FIELD if option.value in {"created_at", "qualified_at", "handed_over_at", "accepted_at"}
)
STOP_EVENTS = tuple(
    option
    for option in DATE_FIELD
    if option.value in {"accepted_at", "rejected_at", "sql_at", "opportunity_at", "won_at", "lost_at"}
)
ATTEMPT_CHANNELS = (
    Option("call", N_("Call")),
    Option("email", N_("Personal e-mail")),
    Option("social", N_("Social network")),
    Option("message", N_("Text message")),
    Option("visit", N_("Visit")),
)
RELIEF_KINDS = (
    Option("ceiling", N_("Leads above the ceiling")),
    Option("outage", N_("Outage of the CRM or the phones")),
    Option("holiday", N_("Holidays and closing days")),
    Option("spam", N_("Spam and tests")),
    Option("duplicate", N_("Duplicates")),
    Option("leave", N_("Sick leave without replacement")),
    Option("data_error", N_("Errors in the data")),
)


@dataclass(frozen=True)
class OpeningHours(Row):
    """One opening interval on some weekdays; two rows for a day with a lunch break."""

    weekdays: tuple[str, ...] = choices(
        N_("On"),
        WEEKDAYS,
        help=N_("The days with these hours."),
        example="Monday, Tuesday, Wednesday, Thursday, Friday",
        needed=True,
    )
    opens: dt.time | None = time(N_("Opens"), help=N_("The clock runs from here."), example="09:00", needed=True)
    closes: dt.time | None = time(
        N_("Closes"), help=N_("And stops here; 00:00 is midnight at the end."), example="18:00", needed=True
    )


@dataclass(frozen=True)
class Holiday(Row):
    """A day off of your own."""

    on: dt.date | None = day(N_("Day"), help=N_("Closed all day."), example="2027-12-24", needed=True)
    name: str = text(N_("Name"), help=N_("For the calendar in the document."), example="Christmas Eve", limit=80)


@dataclass(frozen=True)
class SpecialDay(Row):
    """A day with its own hours; beats holidays."""

    on: dt.date | None = day(N_("Day"), help=N_("The day that differs."), example="2027-12-31", needed=True)
    opens: dt.time | None = time(N_("Opens"), help=N_("Empty when closed all day."), example="09:00")
    closes: dt.time | None = time(N_("Closes"), help=N_("Empty when closed all day."), example="13:00")
    name: str = text(N_("Why"), help=N_("For the calendar in the document."), example="Half day", limit=80)


@dataclass(frozen=True)
class Calendar(Row):
    """A working calendar: the hours in which clocks run."""

    name: str = text(
        N_("Calendar"), help=N_("Team or region it belongs to."), example="Sales, Berlin", limit=80, needed=True
    )
    time_zone: str = code(
        "time_zone", N_("Time zone"), help=N_("Only where it differs from the agreement's."), example="Europe/Berlin"
    )
    country: str = code("country", N_("Public holidays of"), help=N_("Country code; empty for none."), example="DE")
    subdivision: str = code(
        "subdivision", N_("Region"), help=N_("State or province, for its own holidays."), example="BE"
    )
    hours: tuple[OpeningHours, ...] = rows(
        OpeningHours,
        N_("Opening hours"),
        one=N_("interval"),
        help=N_("Leave lunch out by writing two intervals."),
        example="Monday to Friday, 09:00 to 18:00",
        named_by=("weekdays",),
        needed=True,
    )
    holidays: tuple[Holiday, ...] = rows(
        Holiday,
        N_("Own days off"),
        one=N_("day off"),
        help=N_("Beyond public holidays."),
        example="24 December",
        named_by=("name", "on"),
    )
    special_days: tuple[SpecialDay, ...] = rows(
        SpecialDay,
        N_("Special days"),
        one=N_("special day"),
        help=N_("Half days and Saturdays worked."),
        example="31 December, 09:00 to 13:00",
        named_by=("name", "on"),
    )


@dataclass(frozen=True)
class FollowUpTier(Terms):
    """What sales does for one group of leads: how fast, how often, by when decided."""

    tier: str = reference(
        "lead_definitions.tiers",
        N_("Tier"),
        help=N_("Leads of this tier; empty for every lead."),
        example="Tier A, hand-raisers",
        place="schedule",
    )
    sources: tuple[str, ...] = texts(
        N_("Sources"),
        help=N_("Only leads from these sources; empty for all."),
        example="Demo request, Pricing page",
        data_values=True,
        place="schedule",
    )
    target: Duration | None = duration(
        N_("First contact within"),
        help=N_("Working time, or by the end of the n-th business day."),
        example="15 minutes",
        needed=True,
        place="schedule",
    )
    share: Decimal | None = rate(
        N_("For at least"),
        help=N_("Share of leads that must be contacted in time; never an average."),
        example="90%",
        needed=True,
        place="schedule",
    )
    attempts: int | None = integer(
        N_("Attempts"),
        help=N_("At least so many tries before giving up."),
        example="6",
        least=1,
        most=50,
        unit=N_("attempts"),
        one=N_("attempt"),
        place="schedule",
    )
    attempts_within: Duration | None = duration(
        N_("Attempts within"),
        help=N_("Spread over so many business days."),
        example="10 business days",
        units=("business_days",),
        place="schedule",
    )
    attempts_share: Decimal | None = rate(
        N_("Attempts made for at least"),
        help=N_("Share of leads that get all of them, or an answer first."),
        example="85%",
        place="schedule",
    )
    channels: tuple[str, ...] = choices(
        N_("Channels"),
        ATTEMPT_CHANNELS,
        help=N_("Which ways are tried."),
        example="Call, Personal e-mail",
        place="schedule",
    )
    decision_within: Duration | None = duration(
        N_("Decided within"),
        help=N_("Only where this tier differs from the acceptance window."),
        example="1 business day",
        place="schedule",
    )
    decision_share: Decimal | None = rate(
        N_("Decided for at least"),
        help=N_("Share of these leads accepted or rejected in time."),
        example="95%",
        place="schedule",
    )


@dataclass(frozen=True)
class ReliefRule(Row):
    """When a late or missing response is nobody's fault."""

    kind: str = choice(
        N_("Kind"), RELIEF_KINDS, help=N_("What happened."), example="Leads above the ceiling", needed=True
    )
    rule: str = text(
        N_("Rule"),
        help=N_("How it is recognised and what it changes."),
        example="Leads above the month's ceiling do not count",
        needed=True,
    )


@dataclass(frozen=True)
class Outage(Row):
    """A planned window in which clocks stand still."""

    starts: dt.datetime | None = moment(
        N_("From"), help=N_("On the agreement's wall clock."), example="2027-03-11 10:00", needed=True
    )
    ends: dt.datetime | None = moment(
        N_("To"), help=N_("On the agreement's wall clock."), example="2027-03-11 11:30", needed=True
    )
    reason: str = text(N_("Why"), help=N_("Prints in the review report."), example="CRM migration", needed=True)


@dataclass(frozen=True)
class BreachStep(Row):
    """What happens when a response is late."""

    after: Duration | None = duration(
        N_("After"), help=N_("Working time past the target."), example="30 minutes", needed=True
    )
    action: str = text(N_("Action"), help=N_("What is done."), example="The lead goes to the next rep", needed=True)
    who: str = reference(PEOPLE, N_("By"), help=N_("Who does it."), example="Priya Nair")


@dataclass(frozen=True)
class FollowUp:
    """What sales promises marketing."""

    tiers: tuple[FollowUpTier, ...] = rows(
        FollowUpTier,
        N_("Promise: follow-up"),
        one=N_("tier"),
        help=N_("One row for each tier, or tier and source."),
        example="Tier A: 15 minutes for 90%, 6 attempts in 10 days",
        named_by=("name", "tier", "sources", "target"),
        needed=True,
    )
    clock_start: str = choice(
        N_("The clock starts at"),
        CLOCK_STARTS,
        help=N_("The moment from which sales can act; hand-over when left empty."),
        example="Handed over",
    )
    clock_stop: str = prose(
        N_("The clock stops at"),
        help=N_("What counts as first contact."),
        example="The first attempt by a person to reach the lead by phone or personal e-mail",
        limit=1000,
        needed=True,
    )
    autoresponder_counts: bool = yes_no(
        N_("An automatic reply counts"), help=N_("Usually not; a person must have acted."), example="no"
    )
    stop_events: tuple[str, ...] = choices(
        N_("Attempts end when"),
        STOP_EVENTS,
        help=N_("After one of these no further attempts are owed."),
        example="Accepted, Rejected",
    )
    after_hours: str = prose(
        N_("Outside opening hours"),
        help=N_("What a lead that arrives at night can expect."),
        example="Leads that arrive outside hours start at the next opening.",
        limit=1000,
    )
    calendars: tuple[Calendar, ...] = rows(
        Calendar,
        N_("Working calendars"),
        one=N_("calendar"),
        help=N_("The first one counts unless a promise names another."),
        example="Sales, Berlin",
        needed=True,
    )
    relief: tuple[ReliefRule, ...] = rows(
        ReliefRule,
        N_("Relief"),
        one=N_("rule"),
        help=N_("What does not count against sales, with a visible number."),
        example="Leads above the ceiling",
        named_by=("kind",),
    )
    outages: tuple[Outage, ...] = rows(
        Outage,
        N_("Planned outages"),
        one=N_("outage"),
        help=N_("Windows known today in which clocks stand still."),
        example="CRM migration",
        named_by=("reason", "starts"),
    )
    breach_steps: tuple[BreachStep, ...] = rows(
        BreachStep,
        N_("When first contact is late"),
        one=N_("step"),
        help=N_("Who helps, in which order."),
        example="After 30 minutes: the next rep",
        named_by=("action",),
    )
    next_step: str = prose(
        N_("After the first conversation"),
        help=N_("The next step a buyer leaves with."),
        example="A dated appointment or a clear no, noted the same day",
        limit=1000,
    )
