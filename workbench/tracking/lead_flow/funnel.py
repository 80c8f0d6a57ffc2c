"""The funnel as it was: leads that reached each stage, and each step's rate beside the agreed one.

A step is counted of the leads that entered the stage before, as a conversion is. Must not know segments' names.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from workbench.agreement.funnel_stages import FunnelStage
from workbench.tracking.lead_flow.counted import entered, passed
from workbench.tracking.leads import Bools
from workbench.tracking.review import Review


@dataclass(frozen=True)
class Step:
    """A stage and how leads came to it.

    Attributes:
        stage: The stage.
        leads: How many reached it in force; nothing where no import carried its date.
        of: How many entered the stage before, of those whose date of this stage can be read; nothing without a step.
        went: How many of these reached this stage.
        agreed: The agreed rate, where there is one.
        weakest: Whether this step falls short of its agreed rate by more than any other.
    """

    stage: FunnelStage
    leads: int | None
    of: int | None = None
    went: int = 0
    agreed: Fraction | None = None
    weakest: bool = False

    @property
    def rate(self) -> Fraction | None:
        """The share that went on; nothing where nobody could."""
        return Fraction(self.went, self.of) if self.of else None

    @property
    def gap(self) -> Fraction | None:
        """By how much the rate is above the agreed one, below nought for below."""
        return None if self.rate is None or self.agreed is None else self.rate - self.agreed


def funnel(stages: Sequence[FunnelStage], review: Review, among: Bools, segment: str = "") -> tuple[Step, ...]:
    """Every stage in order.

    Args:
        stages: Of the agreement.
        review: The check.
        among: Which leads are counted at all.
        segment: Key of the segment these are; its agreed rates count before those for all leads.
    """
    known, found = review.actuals.leads, []
    for stage in stages:
        if not known.has(stage.field):
            found.append(Step(stage, None))
            continue
        leads = int((entered(review, stage.field) & among).sum())
        before = stages[stage.before] if stage.before is not None else None
        if before is None or not known.has(before.field):
            found.append(Step(stage, leads))
            continue
        rate = stage.agreed(segment)
        of, went = passed(review, before.field, stage.field, among)
        found.append(Step(stage, leads, of, went, None if rate is None else Fraction(rate)))
    least = min((one.gap for one in found if one.gap is not None), default=Fraction(0))
    return tuple(replace(one, weakest=least < 0 and one.gap == least) for one in found)
