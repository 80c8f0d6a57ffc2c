"""The ceiling: of the leads of a period, those that come after the agreed number of them, by the start of the clock.

Leads that start with the last one are inside; leads excluded for another reason take no place. Must not know how any
kind is judged.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Hashable
from dataclasses import dataclass

import numpy as np

from workbench.agreement.commitment import Commitment
from workbench.tracking.lead_view import EXCLUDED, LeadView
from workbench.tracking.leads import Bools, Ints
from workbench.tracking.percentile import by_group, marked
from workbench.tracking.periods import periods_between
from workbench.tracking.review import Review
from workbench.tracking.windows import Window, numbers_in, window

ENDLESS = np.iinfo(np.int64).max


@dataclass(frozen=True, eq=False)
class Ceiling:
    """The ceiling of a commitment over all leads of a review.

    Attributes:
        field: Where the clock starts.
        windows: The periods it counts in.
        limits: The last start inside the ceiling of each, endless where it has no more leads; one more, for no period.
        name: Under which a view keeps its leads above it.
    """

    field: str
    windows: tuple[Window, ...]
    limits: Ints
    name: Hashable

    def above(self, view: LeadView) -> Bools:
        """Which leads of a view start after the last one inside; those of no period never do."""
        return view.kept(self.name, lambda: self._above(view))

    def _above(self, view: LeadView) -> Bools:
        return np.asarray(
            view.moments(self.field).instants > self.limits.take(numbers_in(self.windows, self.field, view))
        )


def ceiling(commitment: Commitment, cut: tuple[Window, ...], review: Review) -> Ceiling | None:
    """The ceiling of a commitment; nothing where none is agreed, or no period is judged.

    Args:
        commitment: With a clock, if it has a ceiling.
        cut: The windows it is judged in.
        review: Holds all leads, which the ceiling counts.
    """
    clock, most = commitment.clock, commitment.ceiling
    if not clock or most is None or "ceiling" not in commitment.relief:
        return None
    days = [day for one in cut if not one.empty for day in (one.first, one.last)]
    if clock.start != commitment.anchor:
        days += _span(clock.start, review)
    if not days:
        return None
    periods = periods_between(min(days), max(days), commitment.ceiling_period or commitment.period)
    name = "ceiling", clock.start, most, periods

    def made() -> Ceiling:
        own = tuple(window(period, review) for period in periods)
        return Ceiling(clock.start, own, _limits(clock.start, most, own, review), name)

    return review.memory.kept(name, made)


def _span(field: str, review: Review) -> list[dt.date]:
    """The first and the last day of a field's instants, none where there are none."""
    edges = [edge for part in review.parts() for edge in part.moments(field).edges]
    return [review.days.day(edge) for edge in edges]


def _limits(field: str, most: int, cut: tuple[Window, ...], review: Review) -> Ints:
    """The last start inside a ceiling of each period, as `Ceiling.limits`."""
    limits = np.full(len(cut) + 1, ENDLESS, np.int64)
    sizes, counted = np.zeros(len(cut) + 1, np.int64), []
    for part in review.parts():
        counted.append((numbers_in(cut, field, part) + 1) * ~part.filled(EXCLUDED))  # 0 for those that take no place
        sizes += np.bincount(counted[-1], minlength=len(cut) + 1)
    is_over = sizes > most
    is_over[0] = False
    if not is_over.any():
        return limits
    begins = np.array([0, *(one.starts for one in cut)], np.int64)
    width = max(one.ends - one.starts for one in cut)
    starts = []
    for part, numbers in zip(review.parts(), counted, strict=True):
        rows = np.flatnonzero(is_over.take(numbers))
        groups = numbers.take(rows)
        since = part.log.stamps(field).take(rows) - begins.take(groups)
        starts.append(marked(groups, since, len(cut) + 1, width))
    ordered = by_group(np.concatenate(starts), len(cut) + 1, width)
    for group in np.flatnonzero(is_over).tolist():
        limits[group - 1] = ordered[group][most - 1] + begins[group]
    return limits
