"""Quality: of the leads sales decided on, the accepted ones. Must not know how fast anybody was."""

from __future__ import annotations

from workbench.agreement.commitment import Commitment
from workbench.sheets.tracker.cohorts import LATE, MET, PENDING, UNKNOWN
from workbench.sheets.tracker.formula import Formula, lift
from workbench.sheets.tracker.functions import both, either, greatest, least
from workbench.sheets.tracker.judging.clock import started
from workbench.sheets.tracker.judging.ground import Ground, Judged


def quality(commitment: Commitment, ground: Ground) -> Judged:
    """Judges by the later of acceptance and rejection; of two at one instant, by the rejection.

    Where silence counts as acceptance, an undecided lead is accepted once its acceptance window has passed.
    """
    accepted, rejected = ground.moments.at("accepted_at"), ground.moments.at("rejected_at")
    undecided: Formula = lift(PENDING)
    due = None
    if commitment.silence_accepts and commitment.clock and commitment.clock.within:
        due = started(commitment.clock, ground).due
        undecided = either(both(due > 0, ground.moments.as_of.last > due), MET, PENDING)
    decided = either(rejected >= accepted, LATE, MET)
    known = either(greatest(accepted, rejected).equals(0), undecided, decided)
    return Judged(either(least(accepted, rejected) < 0, UNKNOWN, known), due=due)
