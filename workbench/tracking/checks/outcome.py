"""Quality: of the leads sales decided on, the accepted ones. Must not know how fast anybody was."""

from __future__ import annotations

import numpy as np

from workbench.agreement.commitment import Commitment
from workbench.tracking.checks.clock import events, started
from workbench.tracking.checks.judged import Judged
from workbench.tracking.cohort import Cohort
from workbench.tracking.leads import Bools
from workbench.tracking.moments import Moments
from workbench.tracking.review import Review
from workbench.tracking.verdict import Codes8, first_true, judged
from workbench.tracking.why import Why


def quality(commitment: Commitment, group: Cohort, review: Review) -> Judged:
    """Judges by the later of acceptance and rejection; of two at one instant, by the rejection.

    Where silence counts as acceptance, an undecided lead is accepted once its acceptance window has passed.
    """
    accepted = events(("accepted_at",), group, None, review)
    rejected = events(("rejected_at",), group, None, review)
    refused = np.asarray(rejected.instants >= accepted.instants)  # an empty one is smaller than any instant
    start, deadline = group.anchor, None
    silent = np.zeros(len(group.rows), np.bool_)
    if commitment.silence_accepts and commitment.clock and commitment.clock.within:
        clock = started(commitment, group, review)
        start, deadline = clock.start, clock.deadline
        silent = clock.passed & ~(clock.absent | clock.unreadable)
    unreadable = accepted.unreadable | rejected.unreadable
    why = judged(_by_outcome, unreadable, accepted.happened, rejected.happened, refused, silent)
    dates = (rejected.dates & refused) | (accepted.dates & ~refused)
    event = Moments(np.maximum(accepted.instants, rejected.instants), dates)
    return Judged(why=why, start=start, deadline=deadline, event=event)


def _by_outcome(unreadable: Bools, accepted: Bools, rejected: Bools, refused: Bools, silent: Bools) -> Codes8:
    return first_true(
        (unreadable, Why.UNREADABLE),
        (rejected & refused, Why.REJECTED),
        (accepted, Why.ACCEPTED),
        (silent, Why.SILENCE),
        otherwise=Why.UNDECIDED,
    )
