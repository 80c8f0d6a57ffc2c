"""Hand-over speed, response, decision, recycle: the first of some events within the clock's target.

Must not know attempts or outcomes.
"""

from __future__ import annotations

from workbench.agreement.commitment import Commitment
from workbench.tracking.checks.clock import events, opened_at, started
from workbench.tracking.checks.judged import Judged
from workbench.tracking.cohort import Cohort
from workbench.tracking.review import Review
from workbench.tracking.why import Why


def in_time(commitment: Commitment, group: Cohort, review: Review) -> Judged:
    """Judges by the first of the clock's stops. A first touch before the start is met, other events are unknown."""
    assert commitment.clock is not None
    clock = started(commitment, group, review)
    event = events(commitment.clock.stops, group, clock.calendar, review)
    early = Why.TOUCHED_BEFORE_START if commitment.kind == "response" else Why.BEFORE_START
    return Judged(
        why=clock.judge(event, early),
        start=clock.start,
        deadline=clock.deadline,
        event=event,
        seconds=clock.seconds(event, opened_at(commitment.clock.stops, group, clock.calendar, review)),
        by_day=clock.by_day(event),
    )
