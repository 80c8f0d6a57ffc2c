"""Counts the judged leads of a cohort by period and state. Must not know targets or statuses."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

import numpy as np

from workbench.agreement.commitment import Commitment
from workbench.tracking.actuals import Settled
from workbench.tracking.checks.judged import Judged
from workbench.tracking.cohort import Codes8, Cohort
from workbench.tracking.leads import EMPTY
from workbench.tracking.percentile import by_group, percentile
from workbench.tracking.review import Review
from workbench.tracking.why import CODES, SETTLED, STATE_OF, STATES, Why

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
    wanted = {
        one.identity: one
        for one in review.actuals.settled
        if one.commitment == commitment.id and one.note.strip() and one.marketing.strip() and one.sales.strip()
    }
    if not wanted:
        return {}
    identities = review.actuals.leads.identities
    at = ((place, identities[row]) for place, row in enumerate(group.rows.tolist()))
    return {place: wanted[identity] for place, identity in at if identity in wanted}


def final_why(group: Cohort, judged: Judged, settled: dict[int, Settled]) -> Codes8:
    """Why each lead counts as it does: settled, taken out of the cohort, or as the check says."""
    why = np.where(group.why > 0, group.why, judged.why)
    for place, one in settled.items():
        why[place] = SETTLED[one.state]
    return why


def tally(commitment: Commitment, group: Cohort, judged: Judged, review: Review) -> tuple[Tally, ...]:
    """The tally of each window of a cohort."""
    count = len(group.windows)
    why = final_why(group, judged, settled_rows(commitment, group, review))
    reasons = np.bincount(group.window * CODES + why, minlength=count * CODES).reshape(count, CODES)
    states = np.zeros((count, len(STATES)), np.int64)
    np.add.at(states.T, STATE_OF, reasons.T)
    worth = _worth(commitment, group, judged, why)
    times = _times(group, judged, why)
    by_day = None
    if judged.by_day is not None:
        by_day = np.bincount(group.window[judged.by_day & (group.why == 0)], minlength=count).tolist()
    return tuple(
        Tally(
            states=tuple(states[number].tolist()),
            worth=worth[number],
            median_seconds=times[number][0],
            p90_seconds=times[number][1],
            by_day=by_day[number] if by_day else None,
            touched_before_start=int(reasons[number, Why.TOUCHED_BEFORE_START])
            if commitment.kind == "response"
            else None,
        )
        for number in range(count)
    )


def _worth(commitment: Commitment, group: Cohort, judged: Judged, why: Codes8) -> list[Decimal]:
    """The exact sum of frozen values in each window."""
    kinds, count = len(commitment.lead_values), len(group.windows)
    if judged.types is None or not kinds:
        return [Decimal(0)] * count
    counted = (STATE_OF[why] == STATES.index("met")) & (judged.types >= 0)
    found = np.bincount(group.window[counted] * kinds + judged.types[counted], minlength=count * kinds)
    values = [one.value for one in commitment.lead_values]
    return [
        sum((int(n) * value for n, value in zip(row, values, strict=True)), Decimal(0))
        for row in found.reshape(count, kinds)
    ]


def _times(group: Cohort, judged: Judged, why: Codes8) -> list[tuple[int | None, int | None]]:
    """Median and 90th percentile of the working time in each window."""
    count = len(group.windows)
    if judged.seconds is None:
        return [(None, None)] * count
    timed = (judged.seconds != EMPTY) & (judged.why < FOR_OR_AGAINST) & (why < FOR_OR_AGAINST)
    lists = by_group(group.window[timed], judged.seconds[timed], count)
    return [(percentile(one, 5), percentile(one, 9)) for one in lists]
