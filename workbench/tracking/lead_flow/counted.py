"""Which leads of a review count, dated in force and not excluded, and how many went on. Must not know stages."""

from __future__ import annotations

import datetime as dt

import numpy as np

from workbench.agreement.sections.teams import Segment
from workbench.agreement.segments import segment_filters
from workbench.tracking.lead_view import EXCLUDED
from workbench.tracking.leads import Bools
from workbench.tracking.periods import midnight
from workbench.tracking.review import Review


def entered(review: Review, field: str) -> Bools:
    """Which leads have a date in a field that lies in force, and are surely not excluded."""
    found = review.view.moments(field)
    inside: Bools = found.happened & ~review.view.filled(EXCLUDED) & ~review.view.unreadable(EXCLUDED)
    zone, days = review.days.zone, review.in_force
    if days.first is not None:
        inside &= found.instants >= midnight(days.first, zone)
    if days.last is not None:
        inside &= found.instants < midnight(days.last + dt.timedelta(days=1), zone)
    return inside


def passed(review: Review, before: str, after: str, among: Bools) -> tuple[int, int]:
    """Of how many leads a step is counted, and how many of them took it, as a conversion is.

    Args:
        review: The check.
        before: Lead field of the date from which leads go on.
        after: Lead field of the date they come to; those whose date cannot be read are not counted.
        among: Which leads are counted at all.
    """
    moments = review.view.moments(after)
    came = entered(review, before) & among & ~moments.unreadable
    return int(came.sum()), int((came & moments.happened).sum())


def belonging(review: Review, segment: Segment) -> Bools:
    """Which leads belong to a segment for all that can be read."""
    let_in, unsure = review.view.matches(segment_filters(segment))
    return let_in & ~unsure


def everybody(review: Review) -> Bools:
    """All leads."""
    return np.ones(len(review.actuals.leads), np.bool_)
