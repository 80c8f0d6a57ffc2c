"""Counts the judged leads of a commitment by period and state. Must not know targets or statuses."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

import numpy as np

from workbench.agreement.commitment import Commitment
from workbench.tracking.actuals import Settled
from workbench.tracking.ceiling import ceiling
from workbench.tracking.checks import CHECKS
from workbench.tracking.checks.conversion import reached_within
from workbench.tracking.checks.judged import Judged
from workbench.tracking.cohort import Cohort, cohort
from workbench.tracking.lead_view import LeadView
from workbench.tracking.leads import Ints
from workbench.tracking.measurable import TIMED
from workbench.tracking.moments import pick
from workbench.tracking.percentile import by_group, marked, percentile
from workbench.tracking.review import Review
from workbench.tracking.verdict import Codes8
from workbench.tracking.why import CODES, SETTLED, STATE_OF, STATES, Why
from workbench.tracking.windows import Window

_COUNTS = 10
"""Reasons below this number are of leads that were met."""
_NO_TIMES = np.zeros(0, np.int64)
FOR_OR_AGAINST = 20
"""Reasons below this number are of leads that were met or late."""


@dataclass(frozen=True)
class Tally:
    """The leads of one window.

    Attributes:
        states: How many are in each state, in the order of `STATES`.
        worth: Sum of the frozen values of the leads that count, for values.
        median_seconds: Of the working time to the event, where there is one.
        p90_seconds: Its 90th percentile.
        by_day: How many could be compared by day only.
        touched_before_start: How many were touched before their clock started.
        undated: How many no window can claim, because their anchor is unreadable.
        reached_in_period: For conversion: how many reached the next stage in the window, whenever they entered.
    """

    states: tuple[int, ...]
    worth: Decimal
    median_seconds: int | None
    p90_seconds: int | None
    by_day: int | None
    touched_before_start: int | None
    undated: int
    reached_in_period: int | None


def settled_rows(commitment: Commitment, group: Cohort, review: Review) -> dict[int, Settled]:
    """The disputes that both teams settled, by position in the cohort; a note and both names are needed."""
    wanted = [
        one
        for one in review.actuals.settled
        if one.commitment == commitment.id and one.note.strip() and one.marketing.strip() and one.sales.strip()
    ]
    if not wanted:
        return {}
    rows = review.rows_of({one.identity for one in review.actuals.settled})
    found = {}
    for one in wanted:
        row = rows.get(one.identity, -1) - group.view.first
        place = int(np.searchsorted(group.rows, row))
        if place < len(group.rows) and group.rows[place] == row:
            found[place] = one
    return found


def final_why(group: Cohort, found: Judged, settled: dict[int, Settled]) -> Codes8:
    """Why each lead counts as it does: settled, taken out of the cohort, or as the check says."""
    why: Codes8 = found.why * (group.why == 0) + group.why
    for place, one in settled.items():
        why[place] = SETTLED[one.state]
    return why


class Tallying:
    """Adds up the leads of a commitment, part by part.

    Args:
        commitment: About leads.
        cut: The windows it is judged in.
        review: The check.

    Raises:
        WorkbenchError: The calendar is unknown, or never open.
    """

    def __init__(self, commitment: Commitment, cut: tuple[Window, ...], review: Review) -> None:
        self._commitment = commitment
        self._cut = cut
        self._review = review
        self._ceiling = ceiling(commitment, cut, review)
        self._kinds = len(commitment.lead_values) + 1
        self._reasons = np.zeros(len(cut) * CODES, np.int64)
        self._types = np.zeros(len(cut) * self._kinds, np.int64)
        self._by_day = np.zeros(len(cut), np.int64)
        self._reached = np.zeros(len(cut), np.int64)
        self._times: list[Ints] = []
        self._undated = 0
        clock = commitment.clock if commitment.kind in TIMED else None
        self._longest = int(review.calendar(clock.calendar).passed[-1]) + 1 if clock else 1

    def add(self, view: LeadView) -> None:
        """Add the leads of a part of the log.

        Raises:
            WorkbenchError: The calendar ends before a deadline.
        """
        count, commitment = len(self._cut), self._commitment
        group = cohort(commitment, self._cut, self._ceiling, view)
        found = CHECKS[commitment.kind](commitment, group, self._review)
        why = final_why(group, found, settled_rows(commitment, group, self._review))
        self._undated += group.undated
        self._reasons += np.bincount(group.window * np.int32(CODES) + why, minlength=count * CODES)
        if found.types is not None:
            counted = (found.types + 1) * (why < _COUNTS)
            self._types += np.bincount(group.window * np.int32(self._kinds) + counted, minlength=count * self._kinds)
        if found.by_day is not None and found.by_day.any():
            self._by_day += np.bincount(group.window[found.by_day & (group.why == 0)], minlength=count)
        if found.seconds is not None:
            timed = np.flatnonzero(np.maximum(why, found.why) < FOR_OR_AGAINST)
            window, seconds = pick(group.window, timed), pick(found.seconds, timed)
            self._times.append(marked(window, seconds, count, self._longest))
        if commitment.kind == "conversion":
            self._reached += reached_within(commitment, self._cut, view)

    def tallies(self) -> tuple[Tally, ...]:
        """The tally of each window, of all leads that were added."""
        count, kind = len(self._cut), self._commitment.kind
        reasons = self._reasons.reshape(count, CODES)
        states = np.zeros((count, len(STATES)), np.int64)
        np.add.at(states.T, STATE_OF, reasons.T)
        times = by_group(np.concatenate(self._times), count, self._longest) if self._times else [_NO_TIMES] * count
        values = [Decimal(0), *(one.value for one in self._commitment.lead_values)]
        worth = (zip(row, values, strict=True) for row in self._types.reshape(count, self._kinds).tolist())
        return tuple(
            Tally(
                states=tuple(states[number].tolist()),
                worth=sum((n * value for n, value in each), Decimal(0)),
                median_seconds=percentile(times[number], 5),
                p90_seconds=percentile(times[number], 9),
                by_day=int(self._by_day[number]) if kind in TIMED else None,
                touched_before_start=int(reasons[number, Why.TOUCHED_BEFORE_START]) if kind == "response" else None,
                undated=self._undated,
                reached_in_period=int(self._reached[number]) if kind == "conversion" else None,
            )
            for number, each in enumerate(worth)
        )
