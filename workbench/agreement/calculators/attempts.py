"""How many attempts to reach a lead pay for themselves. Source of the rule: semantics section 1."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Final

from workbench.agreement.calculators.answer import NotMeasurable

WINDOW: Final = 3
"""So many attempts are averaged, so that one lucky or unlucky attempt decides nothing."""


@dataclass(frozen=True)
class Attempt:
    """One attempt.

    Attributes:
        number: From 1.
        gain: Value of the contacts it brings, before its cost.
        margin: Gain less cost.
        average: Mean gain of this and up to two attempts before it.
    """

    number: int
    gain: Fraction
    margin: Fraction
    average: Fraction


@dataclass(frozen=True)
class AttemptsWorth:
    """What the attempts bring.

    Attributes:
        attempts: Each one of which a rate is known.
        worth: How many to make: those before the first whose average gain is below its cost.
        ends: Whether there is such an attempt; otherwise more may pay, but no rate says so.
    """

    attempts: tuple[Attempt, ...]
    worth: int
    ends: bool


def attempts_worth(
    contact_rates: Sequence[Decimal | None], value: Decimal | None, cost: Decimal | None
) -> AttemptsWorth | NotMeasurable:
    """How many attempts to make.

    Args:
        contact_rates: Share of leads that each attempt reaches for the first time, the first attempt first.
        value: Of one contact.
        cost: Of one attempt.
    """
    if not contact_rates:
        return NotMeasurable("contact rate of each attempt")
    for number, rate in enumerate(contact_rates, 1):
        if rate is None:
            return NotMeasurable(f"contact rate of attempt {number}")
    if not value:
        return NotMeasurable("value of a contact")
    if not cost:
        return NotMeasurable("cost of an attempt")
    gains = [Fraction(rate or 0) * Fraction(value) for rate in contact_rates]
    made: list[Attempt] = []
    for at, gain in enumerate(gains):
        recent = gains[max(0, at + 1 - WINDOW) : at + 1]
        made.append(Attempt(at + 1, gain, gain - Fraction(cost), sum(recent, Fraction(0)) / len(recent)))
    end = next((one.number for one in made if one.average < Fraction(cost)), None)
    return AttemptsWorth(tuple(made), len(made) if end is None else end - 1, end is not None)
