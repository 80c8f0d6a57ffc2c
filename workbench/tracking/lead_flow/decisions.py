"""What became of the leads handed over: accepted, rejected or still open, and whether anybody worked them.

Silence is no decision here; a promise of quality may count it as acceptance. Must not know how it is shown.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from workbench.tracking.by_word import Named, parts_by_word
from workbench.tracking.lead_flow.counted import entered
from workbench.tracking.leads import Bools, Ints
from workbench.tracking.review import Review


@dataclass(frozen=True)
class Decisions:
    """Some leads that were handed over.

    Attributes:
        part: What they have in common.
        accepted: By the later of both dates; of two at one instant the rejection counts.
        rejected: Likewise.
        undecided: With neither date.
        worked: Touched, or tried at least once; nothing where no import says so.
        unknown: With a date of either kind that cannot be read.
    """

    part: Named
    accepted: int
    rejected: int
    undecided: int
    worked: int | None
    unknown: int = 0

    @property
    def leads(self) -> int:
        """All of them."""
        return self.accepted + self.rejected + self.undecided + self.unknown

    @property
    def decided(self) -> int:
        """Accepted or rejected."""
        return self.accepted + self.rejected


@dataclass(frozen=True)
class HandedOver:
    """The leads handed over in force.

    Attributes:
        all: All of them together.
        by_source: The most frequent sources first, then the rest.
        reasons: Rejected ones by reason, the most frequent first, with how many.
    """

    all: Decisions
    by_source: tuple[Decisions, ...]
    reasons: tuple[tuple[Named, int], ...]


def handed_over(review: Review, among: Bools, most: int) -> HandedOver:
    """What became of the leads handed over in force.

    Args:
        review: The check.
        among: Which leads are counted at all.
        most: Sources and reasons named at most.
    """
    view, log = review.view, review.actuals.leads
    accepted, rejected = view.moments("accepted_at"), view.moments("rejected_at")
    unclear = accepted.unreadable | rejected.unreadable
    out = rejected.happened & (rejected.instants >= accepted.instants) & ~unclear
    taken = accepted.happened & ~out & ~unclear
    touched = view.moments("first_touch_at").happened | (log.amounts("attempts") > 0)
    told = log.has("first_touch_at") or log.has("attempts")
    leads = np.flatnonzero(entered(review, "handed_over_at") & among)

    def decisions(part: Named, rows: Ints) -> Decisions:
        yes, no, unknown = int(taken[rows].sum()), int(out[rows].sum()), int(unclear[rows].sum())
        worked = int(touched[rows].sum()) if told else None
        return Decisions(part, yes, no, len(rows) - yes - no - unknown, worked, unknown)

    by_source = parts_by_word(log, leads, "source", most)
    sent_back = leads[out[leads]]
    return HandedOver(
        decisions(Named(""), leads),
        tuple(decisions(part, leads[places]) for part, places in by_source),
        tuple((part, len(places)) for part, places in parts_by_word(log, sent_back, "reject_reason", most)),
    )
