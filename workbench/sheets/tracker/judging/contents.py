"""Completeness and reasons: what is written in a lead's fields. Must not know clocks."""

from __future__ import annotations

from workbench.agreement.commitment import Commitment
from workbench.sheets.tracker.cohorts import LATE, MET, UNKNOWN
from workbench.sheets.tracker.engine import EngineColumn
from workbench.sheets.tracker.functions import either, least
from workbench.sheets.tracker.judging.ground import Ground, Judged
from workbench.sheets.tracker.texts import NO, UNSURE, YES

REASON = "reject_reason"


def completeness(commitment: Commitment, ground: Ground) -> Judged:
    """Met where every required field is filled; unknown where one is unreadable."""
    parts = [_filled(field, ground) for field in commitment.required_fields]
    worst = least(*parts) if len(parts) > 1 else parts[0]
    all_filled = ground.engine.column(f"{commitment.label}, least filled", worst)
    return Judged(either(all_filled.equals(UNSURE), UNKNOWN, either(all_filled.equals(YES), MET, LATE)))


def _filled(field: str, ground: Ground) -> EngineColumn:
    column = ground.columns[field]
    if column.holds == "instant":
        moment = ground.moments.at(field)
        return ground.engine.column(f"{column.header} filled", either(moment > 0, YES, moment))
    return ground.engine.column(f"{column.header} filled", ground.words.filled(column))


def reasons(commitment: Commitment, ground: Ground) -> Judged:
    """Met where the reason is one of the agreed list; a blank is none of them."""
    listed = ground.cohorts.among(REASON, commitment.allowed_values)
    return Judged(either(listed < 0, UNKNOWN, either(listed.equals(NO), LATE, MET)))
