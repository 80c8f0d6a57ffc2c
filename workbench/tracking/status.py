"""The verdict on a commitment in a period, from counts and targets. Exact: nothing here is a float.

Must not know leads.
"""

from __future__ import annotations

from fractions import Fraction

from workbench.tracking.bar import Bar
from workbench.tracking.result import Status
from workbench.tracking.standing import Standing


def share_status(met: int, decided: int, pending: int, minimum: int, goal: Bar, kept: Bar, *, closed: bool) -> Status:
    """The status of a share in a period that has begun.

    Args:
        met: Leads that count for it.
        decided: Leads that count for or against.
        pending: Leads that can still go either way.
        minimum: The smallest sample that is judged.
        goal: The target.
        kept: The target with its tolerance.
        closed: Whether the period has ended.
    """
    known = decided + pending
    if known < minimum or not decided:
        return "too_little_data"
    if closed:
        if kept.holds(Fraction(met, known)) and kept.holds(Fraction(met + pending, known)):
            return "met"
        if not kept.some_share(met, met + pending, known):
            return "missed"
    return "on_track" if goal.holds(Fraction(met, decided)) else "at_risk"


def count_status(actual: Fraction, goal: Bar, kept: Bar, at: Standing) -> Status:
    """The status of a count in a period that has begun: kept once it is closed, on the pace line before.

    A count that must stay low is on track below the pace line of its upper bound; a range, from the pace line of its
    lower bound up to its upper one.
    """
    if at.closed:
        return "met" if kept.holds(actual) else "missed"
    if goal.low is None:
        assert goal.high is not None
        return "on_track" if actual <= at.pace(goal.high) else "at_risk"
    enough = actual >= at.pace(goal.low)
    return "on_track" if enough and (goal.high is None or actual <= goal.high) else "at_risk"


def metric_status(value: Fraction | None, goal: Bar, kept: Bar, *, closed: bool) -> Status:
    """The status of a period total in a period that has begun; without one it is not due while the period is open."""
    if value is None:
        return "not_measurable" if closed else "not_due"
    if closed:
        return "met" if kept.holds(value) else "missed"
    return "on_track" if goal.holds(value) else "at_risk"
