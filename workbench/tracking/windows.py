"""The periods a commitment is judged in, cut to the days on which the agreement is in force.

Must not know leads' states or results.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import numpy as np

from workbench.agreement.commitment import Commitment
from workbench.base.errors import WorkbenchError
from workbench.tracking.lead_view import LeadView
from workbench.tracking.leads import Codes
from workbench.tracking.periods import Period, midnight, periods_between
from workbench.tracking.review import Review
from workbench.tracking.zone_days import ZoneDays


@dataclass(frozen=True)
class Window:
    """One period of a commitment, as far as it is in force.

    Attributes:
        period: The period.
        first: Its first day in force.
        last: Its last day in force; before `first` when none is.
        starts: First second of `first`, since 1970 UTC.
        ends: First second after `last`.
    """

    period: Period
    first: dt.date
    last: dt.date
    starts: int
    ends: int

    @property
    def empty(self) -> bool:
        """Whether no day of the period is in force."""
        return self.last < self.first


def windows(commitment: Commitment, review: Review) -> tuple[Window, ...]:
    """The windows of a commitment in a review, in order.

    Those whose periods overlap the ones asked for; else all from the first day in force, or the first day the data
    speaks of, to the as-of day. A single dated deliverable has one: the period that holds its day.
    """
    length = commitment.period
    if review.asked is None:
        first = review.in_force.first or _first_day_of_data(commitment, review)
        last = min(review.moment.day, review.in_force.last or review.moment.day)
        found = periods_between(first, max(first, last), length)
    else:
        found = tuple(
            sorted({one for asked in review.asked for one in periods_between(asked.first, asked.last, length)})
        )
    if commitment.due:
        due = Period.holding(dt.date.fromisoformat(commitment.due), length)
        found = (due,) if review.asked is None or due in found else ()
    return tuple(window(period, review) for period in found)


def window(period: Period, review: Review) -> Window:
    """A period cut to the days in force."""
    first = max(period.first, review.in_force.first or period.first)
    last = min(period.last, review.in_force.last or period.last)
    zone = review.days.zone
    return Window(period, first, last, midnight(first, zone), midnight(last + dt.timedelta(days=1), zone))


def _first_day_of_data(commitment: Commitment, review: Review) -> dt.date:
    """The earliest day of the commitment's own data, the as-of day where it has none."""
    if commitment.anchor:
        return review.days.day(min(review.earliest.get(commitment.anchor, review.moment.last), review.moment.last))
    days = [one.day for one in review.actuals.done if one.metric == commitment.metric]
    for total in review.actuals.totals:
        if total.metric == commitment.metric:
            try:
                days.append(Period.parse(total.period).first)
            except WorkbenchError:  # a period nobody can read is listed by the import, and judges nothing
                continue
    return min([*days, review.moment.day])


def numbers_in(cut: tuple[Window, ...], field: str, view: LeadView) -> Codes:
    """The number of the window each lead's instant of a field lies in, -1 for none.

    Args:
        cut: In order, not overlapping.
        field: Of an instant.
        view: The leads.
    """
    bounds = tuple((one.first, one.last) for one in cut)
    return view.kept(("windows", field, bounds), lambda: _by_day(cut, view.days).take(view.day_numbers(field)))


def _by_day(cut: tuple[Window, ...], days: ZoneDays) -> Codes:
    """The number of the window each day lies in, -1 for none, and for the first day, which stands for no day at all."""
    found = np.full(days.count, -1, np.int32)
    for number, one in enumerate(cut):
        first, last = ((day - days.first).days for day in (one.first, one.last))
        found[max(first, 1) : max(last + 1, 1)] = number
    return found
