"""How fast and how often leads were followed up, by what they have in common: their promise, source or owner.

A lead of several promises of an answer counts with the first. Times are working time. Must not know how it is shown.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from workbench.agreement.commitment import Commitment
from workbench.tracking.actuals import State
from workbench.tracking.by_word import Named, parts_by_word
from workbench.tracking.evidence import Evidence, evidence
from workbench.tracking.leads import EMPTY, SCALE, UNREADABLE, Bools, Ints
from workbench.tracking.percentile import percentile
from workbench.tracking.review import Review
from workbench.tracking.why import STATES

CLOCKED: tuple[State, ...] = ("met", "late", "overdue", "pending")


@dataclass(frozen=True)
class Answers:
    """Some leads and how they were answered.

    Attributes:
        part: What they have in common; for promises its word is the commitment's label.
        met: Answered in time.
        late: Answered too late.
        overdue: Not answered, and too late.
        pending: Not answered, and not yet due.
        median: Working seconds to the answer, of those answered.
        p90: The same, of nine of ten.
        attempts: Mean number of attempts so far, of those with a readable number.
    """

    part: Named
    met: int
    late: int
    overdue: int
    pending: int
    median: int | None
    p90: int | None
    attempts: Fraction | None

    @property
    def decided(self) -> int:
        """How many are met, late or overdue."""
        return self.met + self.late + self.overdue


@dataclass(frozen=True, eq=False)
class Answered:
    """Every lead with a promise of an answer; one entry a lead in all arrays.

    Attributes:
        labels: Of the promises.
        leads: Row numbers in the lead log.
        promise: Number of the promise of each.
        state: Number of its state, as in `STATES`.
        seconds: Working seconds to the answer, else `EMPTY`.
    """

    labels: tuple[str, ...]
    leads: Ints
    promise: Ints
    state: Ints
    seconds: Ints


def answered(commitments: Sequence[Commitment], review: Review, among: Bools) -> Answered:
    """The leads behind all promises of an answer that can be measured.

    Args:
        commitments: In document order.
        review: The check.
        among: Which leads are counted at all.
    """
    found: list[tuple[str, Evidence]] = []
    for one in commitments:
        behind = evidence(one, review).only(CLOCKED) if one.kind == "response" else None
        if behind is not None and not behind.obstacle:
            found.append((one.label, behind.at(np.flatnonzero(among[behind.leads]))))
    none = np.zeros(0, np.int64)
    leads = np.concatenate([none, *(behind.leads for _, behind in found)])
    _, first = np.unique(leads, return_index=True)
    promise = np.concatenate([none, *(np.full(len(behind), n) for n, (_, behind) in enumerate(found))])
    state = np.concatenate([none, *(behind.states for _, behind in found)])
    seconds = np.concatenate([none, *(behind.seconds for _, behind in found)])
    return Answered(tuple(label for label, _ in found), leads[first], promise[first], state[first], seconds[first])


def by_promise(found: Answered, review: Review) -> tuple[Answers, ...]:
    """By promise, in the agreement's order."""
    return tuple(
        _answers(Named(label), found, np.flatnonzero(found.promise == number), review)
        for number, label in enumerate(found.labels)
    )


def by_field(found: Answered, field: str, review: Review, most: int) -> tuple[Answers, ...]:
    """By the word in a text field: the most frequent first, at most so many, then the rest together."""
    parts = parts_by_word(review.actuals.leads, found.leads, field, most)
    return tuple(_answers(part, found, places, review) for part, places in parts)


def _answers(part: Named, found: Answered, places: Ints, review: Review) -> Answers:
    counts = np.bincount(found.state[places], minlength=len(STATES))
    met, late, overdue, pending = (int(counts[STATES.index(one)]) for one in CLOCKED)
    seconds = found.seconds[places]
    ordered = np.sort(seconds[seconds != EMPTY])
    attempts = review.actuals.leads.amounts("attempts")[found.leads[places]]
    known = attempts[attempts > UNREADABLE]
    mean = Fraction(int(known.sum()), SCALE * len(known)) if len(known) else None
    return Answers(part, met, late, overdue, pending, percentile(ordered, 5), percentile(ordered, 9), mean)
