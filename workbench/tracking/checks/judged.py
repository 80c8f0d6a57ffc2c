"""What a check says about the leads of a cohort. Must not know how any kind comes to it."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.tracking.leads import Bools, Codes, Ints
from workbench.tracking.moments import Moments
from workbench.tracking.verdict import Codes8


@dataclass(frozen=True, eq=False)
class Judged:
    """The judgement of each lead of a cohort, in the cohort's order.

    Attributes:
        why: A code of `Why`, which also tells the state.
        start: Where the clock starts, for kinds with a clock.
        deadline: The last instant that is in time, for kinds with a clock; `EMPTY` where there is no start.
        event: What was waited for or looked at.
        seconds: Working seconds from start to event, 0 where there is no event; for kinds with a clock.
        by_day: Which leads could be compared by day only, because a stamp is a date without time.
        types: For values: the number of the lead type that counts, -1 for none.
    """

    why: Codes8
    start: Moments | None = None
    deadline: Ints | None = None
    event: Moments | None = None
    seconds: Ints | None = None
    by_day: Bools | None = None
    types: Codes | None = None
