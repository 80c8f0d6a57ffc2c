"""How long the leads behind a number took: classes of working time, or of working days, with the target on a border.

A lead that was late is never in a class before the target, and one in time never after it: the classes add up to the
states. Must not know charts.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from workbench.tracking.actuals import State
from workbench.tracking.evidence import Evidence
from workbench.tracking.leads import UNREADABLE, Ints

BEFORE: Final = 8
"""Classes of working time up to the target, and as many after it."""
FEWEST_DAYS_AFTER: Final = 3
_ANSWERED: Final[tuple[State, ...]] = ("met", "late")


@dataclass(frozen=True)
class Spread:
    """The leads by how long they took.

    Attributes:
        counts: How many in each class, from 0 upwards.
        target: Number of the border at which the target lies.
        step: Working seconds of a class; 0 where a class is one working day: the day of the start, the next, ...
        beyond: How many took longer than the last class.
        unanswered: How many have nothing although their deadline has passed.
    """

    counts: tuple[int, ...]
    target: int
    step: float
    beyond: int
    unanswered: int

    @property
    def reach(self) -> float:
        """The last border: seconds, or days."""
        return len(self.counts) * self.step if self.step else len(self.counts)


def spread(found: Evidence) -> Spread | None:
    """The spread of the leads of a commitment with a clock; nothing for others."""
    clock = found.commitment.clock
    if clock is None or clock.within is None:
        return None
    seconds = clock.within.seconds
    if seconds:
        step, target, size = seconds / BEFORE, BEFORE, 2 * BEFORE
    else:
        target = clock.within.amount + 1
        step, size = 0.0, target + max(FEWEST_DAYS_AFTER, clock.within.amount)
    counts = np.zeros(size + 1, np.int64)
    for state in _ANSWERED:
        part = _with_event(found.only((state,)))
        taken = part.seconds // step if seconds else _days(part)
        place = np.clip(taken.astype(np.int64), 0, size)
        place = np.minimum(place, target - 1) if state == "met" else np.maximum(place, target)
        counts += np.bincount(place, minlength=size + 1)
    return Spread(tuple(counts[:-1].tolist()), target, step, int(counts[-1]), found.counts()["overdue"])


def _with_event(found: Evidence) -> Evidence:
    """Those that something happened to; leads that both teams settled may have nothing."""
    return found.at(np.flatnonzero((found.events > UNREADABLE) & (found.seconds > UNREADABLE)))


def _days(found: Evidence) -> Ints:
    """How many working days after the day of the start each event lies; 0 on that day."""
    assert found.commitment.clock is not None  # asked only then
    calendar = found.review.calendar(found.commitment.clock.calendar)
    until = [calendar.working[calendar.days.numbers(part) + 1] for part in (found.starts, found.events)]
    return np.asarray(until[1] - until[0])
