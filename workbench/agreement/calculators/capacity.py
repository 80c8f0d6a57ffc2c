"""How many leads sales can work, and how full that makes it. Source of the formula: semantics section 1."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from workbench.agreement.calculators.answer import NotMeasurable

Light = Literal["free", "amber", "red"]


def leads_per_rep(
    working_days: int | None,
    hours: Decimal | None,
    time_share: Decimal | None,
    attempts: Decimal | None,
    minutes_per_attempt: Decimal | None,
    contact_rate: Decimal | None,
    minutes_per_conversation: Decimal | None,
) -> Fraction | NotMeasurable:
    """Leads one full rep can work in a month, exact.

    Args:
        working_days: Days a month.
        hours: Hours a day.
        time_share: Part of the time that belongs to these leads.
        attempts: Attempts per lead.
        minutes_per_attempt: Minutes each.
        contact_rate: Share of leads reached.
        minutes_per_conversation: Minutes of one conversation.
    """
    for name, value in (
        ("working days", working_days),
        ("hours a day", hours),
        ("time for these leads", time_share),
        ("attempts per lead", attempts),
        ("minutes per attempt", minutes_per_attempt),
    ):
        if not value:
            return NotMeasurable(name)
    assert working_days
    assert hours
    assert time_share
    assert attempts
    assert minutes_per_attempt
    minutes = Fraction(attempts) * Fraction(minutes_per_attempt) + Fraction(contact_rate or 0) * Fraction(
        minutes_per_conversation or 0
    )
    return Fraction(working_days) * Fraction(hours) * 60 * Fraction(time_share) / minutes


def team_capacity(per_rep: Fraction, working_days: int, reps: Sequence[tuple[Decimal, int]]) -> Fraction:
    """Leads the whole team can work in a month.

    Args:
        per_rep: Of one full rep.
        working_days: Days a month.
        reps: For each rep the fraction of a full one (ramp-up) and the days away a month.
    """
    present = (Fraction(part) * Fraction(max(0, working_days - away), working_days) for part, away in reps)
    return per_rep * sum(present, Fraction(0))


def load(planned: int, capacity: Fraction) -> Fraction | NotMeasurable:
    """Planned leads as a share of what can be worked."""
    return Fraction(planned) / capacity if capacity > 0 else NotMeasurable("capacity")


def light(share: Fraction) -> Light:
    """Above 100% red, from 85% amber."""
    if share > 1:
        return "red"
    return "amber" if share >= Fraction(85, 100) else "free"
