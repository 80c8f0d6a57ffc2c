"""Follow-up depth: enough attempts within so many business days, or a stop event first.

The column of the k-th attempt's own date decides where the log has one; else the count, and the date of the last
attempt as the latest the k-th can have been. Must not know outcomes.
"""

from __future__ import annotations

from workbench.agreement.commitment import Commitment
from workbench.sheets.tracker.cohorts import LATE, MET, OVERDUE, PENDING, UNKNOWN
from workbench.sheets.tracker.engine import EngineColumn
from workbench.sheets.tracker.formula import Formula
from workbench.sheets.tracker.functions import any_of, both, either, whole
from workbench.sheets.tracker.judging.clock import Clock, started
from workbench.sheets.tracker.judging.ground import Ground, Judged
from workbench.tracking.checks.attempts import COUNT, attempt_field


def follow_up_depth(commitment: Commitment, ground: Ground) -> Judged:
    """Judges by the first stop event where it is in time, unreadable or before the start; else by the attempts."""
    assert commitment.clock is not None
    engine, label = ground.engine, commitment.label
    clock = started(commitment.clock, ground)
    attempt, by_attempt = _attempts(commitment, clock)
    if not commitment.clock.stop_events:
        state = engine.column(f"{label}, by its dates", by_attempt)
        return Judged(state, clock.seconds(attempt, state), due=clock.due)
    stop = ground.moments.first_of(commitment.clock.stop_events, clock.time.zone)
    by_stop = engine.column(f"{label}, by the stop event", clock.judge(stop))
    silent = both(by_attempt >= OVERDUE, by_attempt <= PENDING)
    settled = any_of(by_stop.equals(MET), by_stop.equals(UNKNOWN))
    state = engine.column(f"{label}, by its dates", either(any_of(settled, silent), by_stop, by_attempt))
    usable = either(by_stop.equals(MET), either(clock.before_start(attempt), False, True), True)
    first = either(stop <= 0, True, whole(attempt) < whole(stop))
    sooner = either(attempt <= 0, False, either(first, usable, False))
    event = engine.column(f"{label}, event", either(sooner, attempt, stop))
    return Judged(state, clock.seconds(event, state), due=clock.due)


def _attempts(commitment: Commitment, clock: Clock) -> tuple[EngineColumn, EngineColumn]:
    """When the needed attempt was made as far as is known, and the state it means by itself."""
    assert commitment.clock is not None
    ground, needed = clock.ground, commitment.clock.attempts or 1
    last = ground.moments.first_of(commitment.clock.stops, clock.time.zone)
    counted_column = ground.columns[COUNT]
    count = ground.engine.column(counted_column.header, ground.words.count(counted_column))
    enough: Formula = count >= needed
    own_field = attempt_field(needed)
    unreadable: Formula = count < 0
    attempt_content = either(enough, last, 0)
    if own_field in ground.columns:
        own = ground.moments.placed(own_field, clock.time.zone)
        undated = own.equals(0)
        enough, unreadable = both(undated, enough), both(undated, unreadable)
        attempt_content = either(undated, attempt_content, own)
    attempt = ground.engine.column(f"{commitment.label}, attempt {needed}", attempt_content)
    judged = ground.engine.column(f"{commitment.label}, by that attempt alone", clock.judge(attempt))
    undatable = both(enough, any_of(judged.equals(LATE), attempt.equals(0)))
    state = either(any_of(undatable, unreadable), UNKNOWN, judged)
    return attempt, ground.engine.column(f"{commitment.label}, by the attempts", state)
