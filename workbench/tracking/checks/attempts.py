"""Follow-up depth: enough attempts within so many business days, or a stop event first.

Where activities were imported, the column `attempt_<k>_at` holds the k-th attempt's own date and decides. With only a
count and the last attempt's date, that date is the latest the k-th can have been. Must not know outcomes.
"""

from __future__ import annotations

import numpy as np

from workbench.agreement.commitment import Commitment
from workbench.tracking.checks.clock import Clock, events, started
from workbench.tracking.checks.judged import Judged
from workbench.tracking.cohort import Cohort
from workbench.tracking.leads import EMPTY, SCALE, UNREADABLE, Bools
from workbench.tracking.moments import Moments, first_of, nothing, only, pick
from workbench.tracking.review import Review
from workbench.tracking.verdict import Codes8, first_true, judged
from workbench.tracking.why import Why

COUNT = "attempts"


def attempt_field(number: int) -> str:
    """Name of the column that holds the date of the attempt with a number, counted from 1."""
    return f"attempt_{number}_at"


def follow_up_depth(commitment: Commitment, group: Cohort, review: Review) -> Judged:
    """Judges by the first stop event where it is in time, unreadable or before the start; else by the attempts."""
    assert commitment.clock is not None
    clock = started(commitment, group, review)
    stop = nothing(len(group.rows))
    if commitment.clock.stop_events:
        stop = events(commitment.clock.stop_events, group, clock.calendar, review)
    attempt, counted, uncounted = _attempts(commitment, group, clock, review)
    of_stop, of_attempt = clock.facts(stop), clock.facts(attempt)
    why = judged(_by_attempts, clock.passed, *of_stop, *of_attempt, counted, uncounted, clock.absent, clock.unreadable)
    # an attempt before the start is no event beside a stop in time
    tells = attempt.happened & ~(of_attempt[2] & np.asarray(why == Why.IN_TIME) & stop.happened)
    told = attempt if tells.all() else Moments(only(attempt.instants, tells), attempt.dates & tells)
    event = first_of(stop, told)
    unknown = (why == Why.ATTEMPT_UNDATED) | (why == Why.UNREADABLE)
    if unknown.any():
        event = Moments(only(event.instants, ~unknown), event.dates & ~unknown)
    return Judged(
        why=why,
        start=clock.start,
        deadline=clock.deadline,
        event=event,
        seconds=clock.seconds(event),
        by_day=clock.by_day(event),
    )


def _attempts(commitment: Commitment, group: Cohort, clock: Clock, review: Review) -> tuple[Moments, Bools, Bools]:
    """When the needed attempt was made as far as is known; where only a count says so; where nobody can read it."""
    assert commitment.clock is not None
    needed = commitment.clock.attempts or 1
    last = events(commitment.clock.stops, group, clock.calendar, review)
    count = pick(group.view.log.amounts(COUNT), group.rows)
    counted, uncounted = np.asarray(count >= needed * SCALE), np.asarray(count == UNREADABLE)
    own = attempt_field(needed)
    if not group.view.log.has(own):
        return Moments(only(last.instants, counted), last.dates & counted), counted, uncounted
    dated = events((own,), group, clock.calendar, review)
    undated = dated.instants == EMPTY
    counted &= undated
    instants = np.maximum(dated.instants, only(last.instants, counted))  # one of the two is always empty
    return Moments(instants, dated.dates | (last.dates & counted)), counted, uncounted & undated


def _by_attempts(
    passed: Bools, stopped: Bools, stop_in_time: Bools, stop_before: Bools, stop_unreadable: Bools,
    tried: Bools, try_in_time: Bools, try_before: Bools, try_unreadable: Bools,
    counted: Bools, uncounted: Bools, absent: Bools, unknown: Bools,
) -> Codes8:  # fmt: skip
    return first_true(
        (absent, Why.NO_START),
        (unknown | stop_unreadable, Why.UNREADABLE),
        (stopped & stop_before, Why.BEFORE_START),
        (stopped & stop_in_time, Why.IN_TIME),
        (try_unreadable | uncounted, Why.UNREADABLE),
        (tried & try_before, Why.BEFORE_START),
        (tried & try_in_time, Why.IN_TIME),
        (counted, Why.ATTEMPT_UNDATED),
        (stopped | tried, Why.TOO_LATE),
        (passed, Why.NOTHING_YET),
        otherwise=Why.TIME_LEFT,
    )
