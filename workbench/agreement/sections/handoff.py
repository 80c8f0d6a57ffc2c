"""Section 7, hand-off: how a lead passes, how it is accepted or comes back, and how one lead's dispute is settled."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from workbench.agreement.terms import PEOPLE, Terms
from workbench.base.language import N_
from workbench.fields.declare import choice, choices, duration, integer, prose, rate, reference, rows, text, texts
from workbench.fields.value import CALENDAR_UNITS, Duration, Row
from workbench.fields.words import Option

CHANNELS = (
    Option("crm", N_("Assignment in the CRM")),
    Option("email", N_("E-mail")),
    Option("chat", N_("Chat message")),
    Option("phone", N_("Phone call")),
    Option("meeting", N_("Hand-over meeting")),
)
ROUTING = (
    Option("round_robin", N_("In turn")),
    Option("territory", N_("By territory")),
    Option("account_owner", N_("To the account's owner")),
    Option("segment", N_("By segment")),
    Option("skill", N_("By product knowledge")),
    Option("queue", N_("Into a queue, first come")),
)
SILENCE = (
    Option("counts_as_accepted", N_("Counts as accepted")),
    Option("escalate", N_("Goes up to the sales lead")),
    Option("reassign", N_("Goes to another rep")),
    Option("returns", N_("Goes back to marketing")),
)
AFTER_REJECTION = (
    Option("recycle", N_("Back to nurture")),
    Option("correct", N_("Corrected and handed over again")),
    Option("disqualify", N_("Disqualified")),
    Option("suppress", N_("Never contacted again")),
)
REASONS = "handoff.rejection_reasons"


@dataclass(frozen=True)
class HandOverTarget(Terms):
    """Marketing hands a qualified lead over within a time."""

    within: Duration | None = duration(
        N_("Handed over within"),
        help=N_("From qualified to assigned, in working time."),
        example="15 minutes",
        needed=True,
        place="schedule",
    )
    share: Decimal | None = rate(
        N_("For at least"), help=N_("Share of qualified leads."), example="95%", needed=True, place="schedule"
    )


@dataclass(frozen=True)
class DecisionTarget(Terms):
    """Sales accepts or rejects within the acceptance window."""

    share: Decimal | None = rate(
        N_("Decided in the window"),
        help=N_("Share of handed-over leads that are accepted or rejected in time."),
        example="95%",
        needed=True,
        place="schedule",
    )


@dataclass(frozen=True)
class RejectionReason(Row):
    """A reason for which sales may send a lead back."""

    name: str = text(
        N_("Reason"), help=N_("As it is chosen in the CRM."), example="No budget this year", limit=80, needed=True
    )
    values: tuple[str, ...] = texts(
        N_("In the data"),
        help=N_("Other spellings in the export's reason column; the reason itself always counts."),
        example="no budget, NO_BUDGET",
        data_values=True,
    )
    meaning: str = text(N_("Used when"), help=N_("So that both teams read it alike."), example="The buyer said so")
    then: str = choice(
        N_("What follows"), AFTER_REJECTION, help=N_("Where the lead goes."), example="Back to nurture", needed=True
    )


@dataclass(frozen=True)
class ReasonTarget(Terms):
    """Sales gives a reason from the list with each rejection."""

    share: Decimal | None = rate(
        N_("Rejections with a reason"),
        help=N_("Share of rejected leads with a reason from the list."),
        example="98%",
        needed=True,
        place="schedule",
    )


@dataclass(frozen=True)
class RecycleRule(Row):
    """What happens to leads that came back for one reason."""

    reason: str = reference(
        REASONS, N_("After"), help=N_("The reason it came back for."), example="Too early", needed=True
    )
    track: str = text(
        N_("Nurture track"), help=N_("Where marketing puts it."), example="Monthly case studies", needed=True
    )
    earliest_return: Duration | None = duration(
        N_("Earliest return"), help=N_("Not handed over again before."), example="90 days", units=CALENDAR_UNITS
    )
    requalified: str = text(
        N_("Comes back when"),
        help=N_("The new fact that makes it qualified again."),
        example="Visits the pricing page again",
    )
    most_loops: int | None = integer(
        N_("At most"),
        help=N_("After so many returns it is closed."),
        example="2",
        least=1,
        most=20,
        unit=N_("returns"),
        one=N_("return"),
    )


@dataclass(frozen=True)
class RecycleTarget(Terms):
    """Marketing puts rejected leads back into nurture within a time."""

    within: Duration | None = duration(
        N_("Back in nurture within"),
        help=N_("From rejected to recycled."),
        example="5 business days",
        needed=True,
        place="schedule",
    )
    share: Decimal | None = rate(
        N_("For at least"), help=N_("Share of rejected leads."), example="90%", needed=True, place="schedule"
    )


@dataclass(frozen=True)
class Handoff:
    """How a lead passes from one team to the other, and back."""

    trigger: str = prose(
        N_("A lead is handed over when"),
        help=N_("The moment and the check before it."),
        example="It qualifies, every required field is filled and it is not excluded.",
        limit=1500,
        needed=True,
    )
    channels: tuple[str, ...] = choices(
        N_("How it passes"),
        CHANNELS,
        help=N_("One way that proves the time, others as a reminder."),
        example="Assignment in the CRM",
        needed=True,
    )
    routing: str = choice(
        N_("To whom"), ROUTING, help=N_("How the receiver is chosen."), example="By territory", needed=True
    )
    routing_note: str = prose(
        N_("Routing in detail"),
        help=N_("Exceptions, named accounts, languages."),
        example="Named accounts go to their owner.",
        limit=1500,
    )
    backup_owner: str = reference(
        PEOPLE, N_("If nobody is there"), help=N_("Who receives a lead when its owner is away."), example="Priya Nair"
    )
    travels_with: tuple[str, ...] = texts(
        N_("What travels with it"),
        help=N_("Beyond the required fields: history, pages seen, notes; one a line."),
        example="Pages visited in 30 days; form text; last campaign",
    )
    hand_over_speed: tuple[HandOverTarget, ...] = rows(
        HandOverTarget,
        N_("Promise: fast hand-over"),
        one=N_("promise"),
        help=N_("Marketing promises how fast."),
        example="15 minutes for 95%",
        named_by=("name", "within"),
    )
    acceptance_window: Duration | None = duration(
        N_("Acceptance window"),
        help=N_("How long sales has to accept or reject."),
        example="1 business day",
        needed=True,
    )
    silence: str = choice(
        N_("After silence"),
        SILENCE,
        help=N_("What happens to a lead nobody decided on in the window."),
        example="Counts as accepted",
        needed=True,
    )
    decisions: tuple[DecisionTarget, ...] = rows(
        DecisionTarget,
        N_("Promise: decided in time"),
        one=N_("promise"),
        help=N_("Sales promises to decide in the window."),
        example="95% a month",
        named_by=("name", "share"),
    )
    right_to_reject: str = prose(
        N_("Right to reject"),
        help=N_("When sales may send a lead back, and with what evidence."),
        example="When a fit criterion is not met; the note names it.",
        limit=1500,
    )
    rejection_reasons: tuple[RejectionReason, ...] = rows(
        RejectionReason,
        N_("Reasons for rejection"),
        one=N_("reason"),
        help=N_("A closed list, about seven, each with what follows."),
        example="No budget this year",
    )
    reasons: tuple[ReasonTarget, ...] = rows(
        ReasonTarget,
        N_("Promise: a reason each time"),
        one=N_("promise"),
        help=N_("Sales promises to say why."),
        example="98% a month",
        named_by=("name", "share"),
    )
    recycling: tuple[RecycleRule, ...] = rows(
        RecycleRule,
        N_("Recycling rules"),
        one=N_("rule"),
        help=N_("A rejected lead is not a lost lead."),
        example="Too early",
        named_by=("reason",),
    )
    recycle_targets: tuple[RecycleTarget, ...] = rows(
        RecycleTarget,
        N_("Promise: back in nurture"),
        one=N_("promise"),
        help=N_("Marketing promises how fast."),
        example="5 business days for 90%",
        named_by=("name", "within"),
    )
    dropped_opportunities: str = prose(
        N_("Lost opportunities"),
        help=N_("When a lost deal goes back to nurture, and who says so."),
        example="30 days after the loss, unless the buyer asked for silence",
        limit=1500,
    )
    dispute_evidence: str = prose(
        N_("Dispute over one lead"),
        help=N_("What must be on the table."),
        example="The CRM record and the criterion in question",
        limit=1000,
    )
    dispute_decider: str = reference(
        PEOPLE,
        N_("Who decides"),
        help=N_("One person both teams accept; a third one if you can."),
        example="Aiko Tanaka",
    )
    dispute_within: Duration | None = duration(
        N_("Decided within"), help=N_("So that no dispute outlives its month."), example="3 business days"
    )
