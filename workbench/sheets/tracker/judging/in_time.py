"""Hand-over speed, response, decision, recycle: the first of some events within the clock's target.

Must not know attempts or outcomes.
"""

from __future__ import annotations

from workbench.agreement.commitment import Commitment
from workbench.sheets.tracker.cohorts import MET, UNKNOWN
from workbench.sheets.tracker.judging.clock import started
from workbench.sheets.tracker.judging.ground import Ground, Judged


def in_time(commitment: Commitment, ground: Ground) -> Judged:
    """Judges by the first of the clock's stops. A first touch before the start is met, other events are unknown."""
    assert commitment.clock is not None
    clock = started(commitment.clock, ground)
    event = ground.moments.first_of(commitment.clock.stops, clock.time.zone)
    early = MET if commitment.kind == "response" else UNKNOWN
    state = ground.engine.column(f"{commitment.label}, by its dates", clock.judge(event, early))
    return Judged(state, clock.seconds(event, state), due=clock.due)
