"""What the imported data can say before anybody promises anything: how many leads came how far, what can be measured.

Must not know either face.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Container
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final, Literal

from workbench.agreement.commitment import Commitment, Side
from workbench.agreement.commitments import commitments
from workbench.agreement.lead_fields import FIELD
from workbench.agreement.model import Agreement, shown_in
from workbench.agreement.sentences import short_name
from workbench.services.backtesting import review_of_history

if TYPE_CHECKING:
    from workbench.services.workbench import Workbench
    from workbench.tracking.review import Review

STEPS: Final = ("created_at", "qualified_at", "handed_over_at", "accepted_at", "sql_at", "opportunity_at", "won_at")
"""Lead fields whose dates show how far leads came, in order."""

Basis = Literal["measured", "gap", "by_hand"]


@dataclass(frozen=True)
class Measured:
    """Whether one promise of the draft can be measured with the data.

    Attributes:
        label: What people call it: S-3.
        name: A few words.
        by: The team that promises.
        path: Where it is agreed.
        basis: `measured`; `gap` where fields are missing; `by_hand` for totals and attestations, which no lead shows.
        missing: Labels of the missing fields, marked for translation.
    """

    label: str
    name: str
    by: Side
    path: str
    basis: Basis
    missing: tuple[str, ...] = ()


@dataclass(frozen=True)
class Baseline:
    """What is known from imports.

    Attributes:
        leads: How many leads are in the log.
        files: Names of the imported files that count, the newest last.
        until: The latest day or instant they speak for.
        steps: Label (marked for translation) and number of leads of each step that some import carried.
        rates: From step to step: both labels, how many of the leads of the one before came that far, and of how many.
        promises: Of the draft, in document order.
        first_touch: Seconds from hand-over to the first touch, nights and weekends counted: of half of the leads, and
            of nine of ten; nothing where no import carried both.
    """

    leads: int
    files: tuple[str, ...]
    until: dt.date | None
    steps: tuple[tuple[str, int], ...]
    rates: tuple[tuple[str, str, int, int], ...]
    promises: tuple[Measured, ...]
    first_touch: tuple[int, int] | None = None

    def count(self, basis: Basis) -> int:
        """How many promises stand on this basis."""
        return sum(one.basis == basis for one in self.promises)


def baseline(workbench: Workbench, agreement: str) -> Baseline:
    """What the imports of an agreement say about its draft.

    Raises:
        NotFoundError: There is no such agreement, or its time zone is not known.
    """
    from workbench.tracking.lead_flow.counted import entered, everybody, passed  # noqa: PLC0415  (loads numpy)

    content = workbench.drafting.read(agreement).agreement
    review = review_of_history(content, workbench.backtesting.history(agreement))
    log = review.actuals.leads
    files = tuple(one.source_name for one in workbench.actuals.batches(agreement) if one.undone_at is None)
    counts = {name: int(entered(review, name).sum()) for name in STEPS if log.has(name)}
    steps = tuple((FIELD[name].label, count) for name, count in counts.items())
    rates = []
    for before, after in pairwise(name for name, count in counts.items() if count):
        of, went = passed(review, before, after, everybody(review))
        rates.append((FIELD[after].label, FIELD[before].label, went, of))
    until = workbench.shelf.one(agreement).data_until
    promises = measured(content, log.columns)
    return Baseline(len(log), files, until, steps, tuple(rates), promises, _first_touch(review))


def _first_touch(review: Review) -> tuple[int, int] | None:
    """How long leads waited after hand-over, on the clock on the wall; leads that were touched before do not count."""
    import numpy as np  # noqa: PLC0415  (on the store's thread)

    from workbench.tracking.lead_flow.counted import entered  # noqa: PLC0415
    from workbench.tracking.percentile import percentile  # noqa: PLC0415

    handed, touched = review.view.moments("handed_over_at"), review.view.moments("first_touch_at")
    waited = (touched.instants - handed.instants)[entered(review, "handed_over_at") & touched.happened]
    ordered = np.sort(waited[waited >= 0])
    half, most = percentile(ordered, 5), percentile(ordered, 9)
    return (half, most) if half is not None and most is not None else None


def measured(content: Agreement, carried: Container[str]) -> tuple[Measured, ...]:
    """Whether each promise of an agreement can be measured, and what is missing.

    Args:
        content: What is promised.
        carried: Lead fields that an export, or all imports, carry.
    """
    from workbench.tracking.measurable import field_label, missing_among  # noqa: PLC0415  (loads numpy)

    shown = shown_in(content)

    def held(one: Commitment) -> Measured:
        name = short_name(one, shown)
        if not one.anchor:
            return Measured(one.label, name, one.by, one.path, "by_hand")
        missing = tuple(field_label(field) for field in missing_among(one, carried))
        return Measured(one.label, name, one.by, one.path, "gap" if missing else "measured", missing)

    return tuple(held(one) for one in commitments(content))
