"""Why a lead counts as it does: one code for each reason, each of exactly one state.

Must not know how a reason is found (`checks`).
"""

from __future__ import annotations

from enum import IntEnum

import numpy as np

from workbench.base.language import N_
from workbench.tracking.actuals import State

STATES: tuple[State, ...] = ("met", "late", "overdue", "pending", "excluded", "unknown")
"""Every state a lead of a cohort can be in."""


class Why(IntEnum):
    """A reason; tens group them by state."""

    IN_TIME = 1
    TOUCHED_BEFORE_START = 2
    COUNTED = 3
    ACCEPTED = 4
    SILENCE = 5
    COMPLETE = 6
    LISTED = 7
    REACHED = 8
    SETTLED_MET = 9
    TOO_LATE = 11
    REJECTED = 12
    INCOMPLETE = 13
    NOT_LISTED = 14
    NOT_REACHED = 15
    SETTLED_LATE = 19
    NOTHING_YET = 21
    SETTLED_OVERDUE = 29
    TIME_LEFT = 31
    UNDECIDED = 32
    SETTLED_PENDING = 39
    EXCLUDED = 41
    ABOVE_CEILING = 42
    SETTLED_EXCLUDED = 49
    UNREADABLE = 51
    BEFORE_START = 52
    ATTEMPT_UNDATED = 53
    NO_START = 54
    SETTLED_UNKNOWN = 59

    @property
    def state(self) -> State:
        """The state it belongs to."""
        return STATES[self // 10]


SETTLED: dict[State, Why] = {
    "met": Why.SETTLED_MET,
    "late": Why.SETTLED_LATE,
    "overdue": Why.SETTLED_OVERDUE,
    "pending": Why.SETTLED_PENDING,
    "excluded": Why.SETTLED_EXCLUDED,
    "unknown": Why.SETTLED_UNKNOWN,
}
CODES = 64
"""Above every code, so that a period and a reason make one number: period * CODES + reason."""

STATE_OF = np.array([min(code // 10, len(STATES) - 1) for code in range(CODES)], np.int64)
"""Number of the state, as in `STATES`, of each code."""

_SETTLED_WORDS = N_("Settled by both teams: {note} ({marketing}, {sales})")

WORDS: dict[Why, str] = {
    Why.IN_TIME: N_("In time."),
    Why.TOUCHED_BEFORE_START: N_("Touched before the clock started; counts as met."),
    Why.COUNTED: N_("Counted."),
    Why.ACCEPTED: N_("Accepted."),
    Why.SILENCE: N_("Nobody decided in the acceptance window, so it counts as accepted."),
    Why.COMPLETE: N_("Every required field is filled."),
    Why.LISTED: N_("The reason is on the agreed list."),
    Why.REACHED: N_("Reached the next stage."),
    Why.TOO_LATE: N_("After the deadline."),
    Why.REJECTED: N_("Rejected."),
    Why.INCOMPLETE: N_("Not filled in: {fields}."),
    Why.NOT_LISTED: N_("The reason is not on the agreed list: {value}."),
    Why.NOT_REACHED: N_("Has not reached the next stage."),
    Why.NOTHING_YET: N_("Nothing happened, and the deadline has passed."),
    Why.TIME_LEFT: N_("Nothing happened yet; there is time left."),
    Why.UNDECIDED: N_("Not decided yet."),
    Why.EXCLUDED: N_("Excluded: {value}."),
    Why.ABOVE_CEILING: N_("Beyond the agreed ceiling of leads."),
    Why.UNREADABLE: N_("Not readable: {fields}."),
    Why.BEFORE_START: N_("What was waited for is dated before the clock started."),
    Why.ATTEMPT_UNDATED: N_("Enough attempts, but no date shows whether they were in time."),
    Why.NO_START: N_("The clock has no start: {fields} is empty."),
    Why.SETTLED_MET: _SETTLED_WORDS,
    Why.SETTLED_LATE: _SETTLED_WORDS,
    Why.SETTLED_OVERDUE: _SETTLED_WORDS,
    Why.SETTLED_PENDING: _SETTLED_WORDS,
    Why.SETTLED_EXCLUDED: _SETTLED_WORDS,
    Why.SETTLED_UNKNOWN: _SETTLED_WORDS,
}
NO_REASON = N_("No reason is given.")
AS_TYPE = N_("Counts as {type}.")
AS_NO_TYPE = N_("Matches no lead type, so it is worth nothing.")
BY_DAY = N_("A date without time: compared by day.")
