"""Quality: of the leads sales decided on, the accepted ones. Must not know how fast anybody was."""

from __future__ import annotations

import numpy as np

from workbench.agreement.commitment import Commitment
from workbench.tracking.checks.clock import events, started
from workbench.tracking.checks.judged import Judged
from workbench.tracking.cohort import Cohort
from workbench.tracking.lead_view import Moments
from workbench.tracking.review import Review
from workbench.tracking.why import Why


def quality(commitment: Commitment, group: Cohort, review: Review) -> Judged:
    """Judges by the later of acceptance and rejection; of two at one instant, by the rejection.

    Where silence counts as acceptance, an undecided lead is accepted once its acceptance window has passed.
    """
    accepted = events(("accepted_at",), group, None, review)
    rejected = events(("rejected_at",), group, None, review)
    outcome = rejected.instants >= accepted.instants  # an empty one is smaller than any instant
    why = np.full(len(group.rows), np.int8(Why.UNDECIDED))
    start, deadline = group.anchor, None
    if commitment.silence_accepts and commitment.clock and commitment.clock.within:
        clock = started(commitment, group, review)
        start, deadline = clock.start, clock.deadline
        why[(clock.deadline < review.moment.last) & (clock.stopped == 0)] = Why.SILENCE
    why[accepted.happened & ~outcome] = Why.ACCEPTED
    why[rejected.happened & outcome] = Why.REJECTED
    why[accepted.unreadable | rejected.unreadable] = Why.UNREADABLE
    event = Moments(
        np.where(outcome, rejected.instants, accepted.instants), np.where(outcome, rejected.dates, accepted.dates)
    )
    return Judged(why=why, start=start, deadline=deadline, event=event)
