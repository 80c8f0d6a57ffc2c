"""All commitments of an agreement, in document order, labelled M-1, S-1, J-1. Derived, never stored.

Must not know how a commitment is worded or checked.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator

from workbench.agreement.commitment import Commitment, Side
from workbench.agreement.derivation import marketing, sales, shared
from workbench.agreement.derivation.ground import Ground
from workbench.agreement.model import Agreement
from workbench.base.errors import NotFoundError
from workbench.base.same_again import same_again

LETTER: dict[Side, str] = {"marketing": "M", "sales": "S", "both": "J"}


@same_again(4)
def commitments(agreement: Agreement) -> tuple[Commitment, ...]:
    """Every commitment, section by section in the order they print, with its label."""
    return tuple(_labelled(_derived(Ground(agreement))))


def _derived(ground: Ground) -> Iterator[Commitment]:
    for part in (
        marketing.completeness,
        marketing.volume,
        marketing.value,
        marketing.quality,
        marketing.hand_over_speed,
        sales.decision,
        sales.reasons,
        marketing.recycle,
        sales.follow_up,
        shared.conversion,
        shared.metrics,
        shared.deliverables,
    ):
        yield from part(ground)


def _labelled(found: Iterable[Commitment]) -> Iterator[Commitment]:
    numbers: dict[Side, int] = {}
    for one in found:
        numbers[one.by] = numbers.get(one.by, 0) + 1
        yield dataclasses.replace(one, label=f"{LETTER[one.by]}-{numbers[one.by]}")


def find(all_of_them: Iterable[Commitment], wanted: str) -> Commitment:
    """The commitment with an id or a label.

    Raises:
        NotFoundError: There is none.
    """
    known = list(all_of_them)
    for one in known:
        if wanted == one.id or wanted.upper() == one.label:
            return one
    labels = ", ".join(one.label for one in known) or "none"
    raise NotFoundError(f"There is no commitment “{wanted[:100]}”.", f"The commitments are {labels}.")
