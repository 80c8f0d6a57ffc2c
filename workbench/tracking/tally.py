"""Counts the judged leads of a commitment by period and state. Must not know targets or statuses."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

import numpy as np

from workbench.agreement.commitment import Commitment
from workbench.tracking.actuals import Settled
from workbench.tracking.ceiling import ceiling
from workbench.tracking.checks import CHECKS
from workbench.tracking.checks.judged import Judged
from workbench.tracking.cohort import Cohort, cohort
from workbench.tracking.leads import Codes, Ints
from workbench.tracking.moments import pick
from workbench.tracking.percentile import by_group, percentile
from workbench.tracking.review import Review
from workbench.tracking.verdict import Codes8
from workbench.tracking.why import CODES, SETTLED, STATE_OF, STATES, Why
from workbench.tracking.windows import Window

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
    """

    states: tuple[int, ...]
    worth: Decimal
    median_seconds: int | None
    p90_seconds: int | None
    by_day: int | None
    touched_before_start: int | None


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


@dataclass(frozen=True, eq=False)
class _Part:
    """What the leads of a part of the log add to the windows.

    Attributes:
        reasons: Leads by window and reason.
        types: Leads that count, by window and lead type; the first type is none.
        by_day: Leads by window that could be compared by day only.
        window: The window of each lead with a time.
        seconds: Its working time.
        undated: Leads without a readable anchor.
    """

    reasons: Ints
    types: Ints | None
    by_day: Ints | None
    window: Codes
    seconds: Ints
    undated: int


def tally(commitment: Commitment, cut: tuple[Window, ...], review: Review) -> tuple[tuple[Tally, ...], int]:
    """The tally of each window, and how many leads no window can claim because their anchor is unreadable.

    Raises:
        WorkbenchError: The calendar is unknown, never open, or ends before a deadline.
    """
    limit = ceiling(commitment, cut, review)
    parts = [_part(commitment, cohort(commitment, cut, limit, view), review) for view in review.parts]
    count = len(cut)
    reasons = np.sum([one.reasons for one in parts], axis=0)
    states = np.zeros((count, len(STATES)), np.int64)
    np.add.at(states.T, STATE_OF, reasons.T)
    worth = _worth(commitment, count, [one.types for one in parts if one.types is not None])
    by_day = [one.by_day for one in parts if one.by_day is not None]
    days = np.sum(by_day, axis=0).tolist() if by_day else [None] * count
    windows = np.concatenate([one.window for one in parts])
    times = by_group(windows, np.concatenate([one.seconds for one in parts]), count)
    response = commitment.kind == "response"
    found = tuple(
        Tally(
            states=tuple(states[number].tolist()),
            worth=worth[number],
            median_seconds=percentile(times[number], 5),
            p90_seconds=percentile(times[number], 9),
            by_day=days[number],
            touched_before_start=int(reasons[number, Why.TOUCHED_BEFORE_START]) if response else None,
        )
        for number in range(count)
    )
    return found, sum(one.undated for one in parts)


def _part(commitment: Commitment, group: Cohort, review: Review) -> _Part:
    """The part of a tally that a part of the leads makes."""
    count = len(group.windows)
    found = CHECKS[commitment.kind](commitment, group, review)
    why = final_why(group, found, settled_rows(commitment, group, review))
    reasons = np.bincount(group.window * np.int32(CODES) + why, minlength=count * CODES).reshape(count, CODES)
    types, by_day = None, None
    if found.types is not None:
        kinds = len(commitment.lead_values) + 1
        counted = (found.types + 1) * (STATE_OF.take(why) == STATES.index("met"))
        types = np.bincount(group.window * np.int32(kinds) + counted, minlength=count * kinds).reshape(count, kinds)
    if found.by_day is not None:
        by_day = np.zeros(count, np.int64)
        if found.by_day.any():
            by_day = np.bincount(group.window[found.by_day & (group.why == 0)], minlength=count)
    window, seconds = group.window[:0], np.zeros(0, np.int64)
    if found.seconds is not None:
        timed = np.flatnonzero(np.maximum(why, found.why) < FOR_OR_AGAINST)
        window, seconds = pick(group.window, timed), pick(found.seconds, timed)
    return _Part(reasons, types, by_day, window, seconds, group.undated)


def _worth(commitment: Commitment, count: int, types: list[Ints]) -> list[Decimal]:
    """The exact sum of frozen values in each window."""
    if not types:
        return [Decimal(0)] * count
    values = [Decimal(0), *(one.value for one in commitment.lead_values)]
    rows = np.sum(types, axis=0).tolist()
    return [sum((n * value for n, value in zip(row, values, strict=True)), Decimal(0)) for row in rows]
