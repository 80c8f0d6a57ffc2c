"""Metrics and deliverables: commitments checked by a period's total or by things done, without leads.

Must not know the lead log.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
from decimal import Decimal
from fractions import Fraction

from workbench.agreement.commitment import Commitment
from workbench.base.language import N_
from workbench.tracking.bar import bar
from workbench.tracking.lines import pace_of
from workbench.tracking.note import NOTHING, Note
from workbench.tracking.result import Result
from workbench.tracking.review import Review
from workbench.tracking.standing import Standing
from workbench.tracking.status import count_status, metric_status
from workbench.tracking.windows import Window


def metric(commitment: Commitment, window: Window, at: Standing, line: Result, review: Review) -> Result:
    """The line of a metric in a period that has begun; tolerance is in the metric's own unit.

    Args:
        commitment: The metric.
        window: The period.
        at: Where it stands.
        line: What is known of the line without actuals.
        review: Holds the totals.
    """
    totals = review.actuals.totals
    entries = [one for one in totals if (one.metric, one.period) == (commitment.metric, window.period.text)]
    value = entries[-1].value if entries else None
    target = Fraction(line.target or 0)
    upper = None if commitment.target_upper is None else Fraction(commitment.target_upper)
    status = metric_status(
        None if value is None else Fraction(value),
        bar(commitment.operator, target, upper),
        bar(commitment.operator, target, upper, Fraction(commitment.tolerance)),
        closed=at.closed,
    )
    reason = NOTHING if entries else Note(N_("No value has been entered for this period."))
    return dataclasses.replace(line, status=status, value=value, reason=reason)


def deliverable(commitment: Commitment, window: Window, at: Standing, line: Result, review: Review) -> Result:
    """The line of a deliverable in a period that has begun: what both teams attest.

    Nothing done yet is not due while the period is open, unless the day of a single dated one has passed.
    """
    due = dt.date.fromisoformat(commitment.due) if commitment.due else None
    first = (review.in_force.first or dt.date.min) if due else window.first
    last = min(due or window.last, review.moment.day)
    found = [one for one in review.actuals.done if one.metric == commitment.metric and first <= one.day <= last]
    actual = sum(one.count for one in found if one.attested)
    waiting = sum(one.count for one in found if not one.attested)
    reason = Note(N_("Not yet attested by both teams: {n}."), (("n", str(waiting)),)) if waiting else NOTHING
    target = Fraction(line.target or 0)
    kept = bar(commitment.operator, target, None, Fraction(commitment.tolerance))
    if due is None:
        line = dataclasses.replace(line, **pace_of(target, at, Fraction(actual)), reason=reason)
        goal = bar(commitment.operator, target, None)
        status = count_status(Fraction(actual), goal, kept, at) if actual or at.closed else "not_due"
        return dataclasses.replace(line, status=status)
    line = dataclasses.replace(line, value=Decimal(actual), numerator=Decimal(actual), reason=reason)
    done = kept.holds(Fraction(actual))
    if at.closed:
        return dataclasses.replace(line, status="met" if done else "missed")
    if done:
        return dataclasses.replace(line, status="on_track")
    return dataclasses.replace(line, status="at_risk" if review.moment.day > due else "not_due")
