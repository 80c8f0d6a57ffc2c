"""The leads behind a number by what they have in common. Must not know charts or which question is asked."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from workbench.tracking.by_word import parts_by_word
from workbench.tracking.evidence import Evidence
from workbench.tracking.leads import SCALE, UNREADABLE


@dataclass(frozen=True)
class Part:
    """Some of the leads.

    Attributes:
        word: What they have in common; empty for those that have nothing there, and for the rest.
        count: How many.
        rest: Whether these are all the words that were too rare to be named.
    """

    word: str
    count: int
    rest: bool = False


def by_word(found: Evidence, field: str, most: int = 5) -> tuple[Part, ...]:
    """Leads by their word in a text field: the most frequent first, at most so many, then the rest."""
    parts = parts_by_word(found.review.actuals.leads, found.leads, field, most)
    return tuple(Part(part.word, len(places), rest=bool(part.rest)) for part, places in parts)


def by_empty_field(found: Evidence) -> tuple[Part, ...]:
    """For completeness: how many leads lack each required field, the most first; a lead may lack several."""
    view = found.review.view
    counts = [(name, int((~view.filled(name)[found.leads]).sum())) for name in found.commitment.required_fields]
    return tuple(Part(name, count) for name, count in sorted(counts, key=lambda one: -one[1]) if count)


def by_attempts(found: Evidence, most: int) -> tuple[Part, ...]:
    """Leads by their number of attempts, from 0 to `most` and more; those without a readable number are left out."""
    numbers = found.review.actuals.leads.amounts("attempts")[found.leads]
    counted = np.clip(numbers[numbers > UNREADABLE] // SCALE, 0, most)
    return tuple(Part(str(n), count) for n, count in enumerate(np.bincount(counted, minlength=most + 1).tolist()))
