"""Volume and value: the leads of a cohort count by being in it. Must not know targets."""

from __future__ import annotations

from workbench.agreement.commitment import Commitment
from workbench.sheets.tracker.cohorts import MET, UNKNOWN
from workbench.sheets.tracker.formula import Formula, lift
from workbench.sheets.tracker.functions import either
from workbench.sheets.tracker.judging.ground import Ground, Judged
from workbench.sheets.tracker.texts import YES


def volume(commitment: Commitment, ground: Ground) -> Judged:
    """Every lead of the cohort counts once."""
    del commitment, ground
    return Judged(lift(MET))


def value(commitment: Commitment, ground: Ground) -> Judged:
    """Every lead counts with the first lead type it matches; one that matches none is worth nothing.

    A lead is unknown where an earlier type might match, were its field readable.
    """
    state, worth = lift(MET), lift(0)
    for one in reversed(commitment.lead_values):
        amount: Formula = lift(one.value)
        if not one.scope:
            state, worth = lift(MET), amount
            continue
        fits = ground.cohorts.scope(one.scope)
        state = either(fits.equals(YES), MET, either(fits < 0, UNKNOWN, state))
        worth = either(fits.equals(YES), amount, worth)
    return Judged(state, worth=ground.engine.column(f"{commitment.label}, worth", worth))
