"""Follow-up depth: enough attempts within so many business days, or a stop event first.

Where activities were imported, the column `attempt_<k>_at` holds the k-th attempt's own date and decides. With only a
count and the last attempt's date, that date is the latest the k-th can have been. Must not know outcomes.
"""

from __future__ import annotations

import numpy as np

from workbench.agreement.commitment import Commitment
from workbench.tracking.checks.clock import Clock, events, started
from workbench.tracking.checks.judged import Judged
from workbench.tracking.cohort import Codes8, Cohort
from workbench.tracking.lead_view import Moments
from workbench.tracking.leads import EMPTY, SCALE, UNREADABLE
from workbench.tracking.review import Review
from workbench.tracking.why import Why

COUNT = "attempts"


def attempt_field(number: int) -> str:
    """Name of the column that holds the date of the attempt with a number, counted from 1."""
    return f"attempt_{number}_at"


def follow_up_depth(commitment: Commitment, group: Cohort, review: Review) -> Judged:
    """Judges by the first stop event where it is in time, unreadable or before the start; else by the attempts."""
    assert commitment.clock is not None
    clock = started(commitment, group, review)
    stop = events(commitment.clock.stop_events, group, clock, review)
    why = clock.judge(stop, review.moment.last)
    stopped = why == Why.IN_TIME
    attempt, by_attempt = _attempts(commitment, group, clock, review)
    silent = (by_attempt == Why.NOTHING_YET) | (by_attempt == Why.TIME_LEFT)
    unsettled = (why == Why.TOO_LATE) | (why == Why.NOTHING_YET) | (why == Why.TIME_LEFT)
    why = np.where(unsettled & ~silent, by_attempt, why)

    sooner = attempt.happened & (~stop.happened | (attempt.instants < stop.instants))
    sooner &= ~(stopped & clock.before_start(attempt))
    instants = np.where(sooner, attempt.instants, stop.instants)
    instants[(why == Why.ATTEMPT_UNDATED) | (why == Why.UNREADABLE)] = EMPTY
    event = Moments(instants, np.where(sooner, attempt.dates, stop.dates))
    return Judged(
        why=why,
        start=clock.start,
        deadline=clock.deadline,
        event=event,
        seconds=clock.seconds(event),
        by_day=clock.by_day(event),
    )


def _attempts(commitment: Commitment, group: Cohort, clock: Clock, review: Review) -> tuple[Moments, Codes8]:
    """When the needed attempt was made as far as is known, and what that means by itself."""
    assert commitment.clock is not None
    needed = commitment.clock.attempts or 1
    own = events((attempt_field(needed),), group, clock, review)
    last = events(commitment.clock.stops, group, clock, review)
    count = review.actuals.leads.amounts(COUNT)[group.rows]
    undated = own.instants == EMPTY
    counted = undated & (count >= needed * SCALE)
    attempt = Moments(np.where(counted, last.instants, own.instants), np.where(counted, last.dates, own.dates))
    why = clock.judge(attempt, review.moment.last)
    why[counted & ((why == Why.TOO_LATE) | (attempt.instants == EMPTY))] = Why.ATTEMPT_UNDATED
    why[undated & (count == UNREADABLE)] = Why.UNREADABLE
    return attempt, why
