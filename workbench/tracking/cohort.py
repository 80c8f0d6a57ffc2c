"""The cohort of a commitment: the leads whose anchor event lies in a judged period and inside the scope.

What takes a lead out of judgement whatever the kind is decided here: exclusions, the ceiling, an unreadable scope.
Must not know how any kind is judged.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from workbench.agreement.commitment import Commitment
from workbench.tracking.ceiling import Ceiling
from workbench.tracking.lead_view import EXCLUDED, LeadView
from workbench.tracking.leads import Codes, Ints
from workbench.tracking.moments import Moments, pick
from workbench.tracking.verdict import Codes8, overlaid
from workbench.tracking.why import Why
from workbench.tracking.windows import Window, numbers_in


@dataclass(frozen=True, eq=False)
class Cohort:
    """Leads to judge; all arrays have one entry a lead.

    Attributes:
        windows: The judged periods.
        view: Where the leads are from: the whole log or a part of it.
        rows: Their positions in the view, ascending.
        window: The number of the window of each.
        anchor: The anchor event of each; never empty.
        why: 0 for the leads a check still has to judge, else the reason they are not.
        undated: Leads inside the scope whose anchor is unreadable, so that no period can claim them.
    """

    windows: tuple[Window, ...]
    view: LeadView
    rows: Ints
    window: Codes
    anchor: Moments
    why: Codes8
    undated: int


def cohort(commitment: Commitment, cut: tuple[Window, ...], limit: Ceiling | None, view: LeadView) -> Cohort:
    """The leads of a view that a commitment is judged by in some windows.

    Args:
        commitment: The promise.
        cut: The windows.
        limit: Its ceiling.
        view: The leads, or a part of them.
    """
    anchor = view.moments(commitment.anchor)
    numbers = numbers_in(cut, commitment.anchor, view)
    let_in, unsure = view.matches(commitment.scope)
    excluded = view.filled(EXCLUDED)
    inside = (numbers >= 0) & let_in
    rows = view.every if inside.all() else np.flatnonzero(inside)

    why = np.zeros(len(rows), np.int8)
    for mask, reason in (
        (unsure, Why.UNREADABLE),
        (view.unreadable(EXCLUDED), Why.UNREADABLE),
        (limit.above(view) if limit else None, Why.ABOVE_CEILING),
        (excluded, Why.EXCLUDED),
    ):
        if mask is not None and mask.any():
            why = overlaid(why, pick(mask, rows), reason)
    undated = int(np.count_nonzero(anchor.unreadable & let_in & ~excluded)) if anchor.unreadable.any() else 0
    return Cohort(cut, view, rows, pick(numbers, rows), anchor.take(rows), why, undated)
