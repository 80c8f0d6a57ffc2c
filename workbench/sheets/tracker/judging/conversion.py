"""Conversion: of a stage's cohort, the leads that reached the next stage by the as-of instant. Must not know clocks."""

from __future__ import annotations

from workbench.agreement.commitment import Commitment
from workbench.sheets.tracker.cohorts import LATE, MET, UNKNOWN
from workbench.sheets.tracker.functions import either
from workbench.sheets.tracker.judging.ground import Ground, Judged


def conversion(commitment: Commitment, ground: Ground) -> Judged:
    """Met where the next stage's date is there; every other lead of the cohort counts against."""
    reached = ground.moments.at(commitment.reached)
    return Judged(either(reached < 0, UNKNOWN, either(reached > 0, MET, LATE)), reached=commitment.reached)
