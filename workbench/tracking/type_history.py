"""What past leads say of each lead type: how many qualified, how many were won, and for how much.

Must not know what a type is worth in the agreement, or what is promised.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from workbench.agreement.calculators.lead_value import TypeHistory
from workbench.agreement.commitment import Filter
from workbench.tracking.lead_flow.counted import entered
from workbench.tracking.leads import SCALE, Bools, Ints
from workbench.tracking.review import Review

_HALF = 32
"""Bits of the lower half of an amount."""


def type_histories(review: Review, types: Sequence[tuple[str, tuple[Filter, ...]]]) -> tuple[TypeHistory, ...]:
    """The history of each type among the leads that qualified, and last, without a name, that of all other leads.

    Args:
        review: The leads as of an instant; excluded ones do not count.
        types: Name and scope of each; a lead is of the first it surely matches, as when promises are checked.
    """
    view, rest = review.view, entered(review, "qualified_at")
    won = view.filled("won_at")
    amounts = view.log.amounts("amount")

    def history(name: str, among: Bools) -> TypeHistory:
        customers = among & won
        paid = customers & (amounts >= 0)  # neither missing nor unreadable
        revenue = Decimal(_sum(amounts[paid])) / SCALE
        return TypeHistory(name, int(among.sum()), int(customers.sum()), int(paid.sum()), revenue)

    found = []
    for name, scope in types:
        let_in, unsure = view.matches(scope)
        found.append(history(name, rest & let_in & ~unsure))
        rest &= ~let_in | unsure
    return (*found, history("", rest))


def _sum(amounts: Ints) -> int:
    """Exact, whatever the numbers: 64 bits hold a hundred thousand of the largest only in two halves."""
    return (int((amounts >> _HALF).sum()) << _HALF) + int((amounts & ((1 << _HALF) - 1)).sum())
