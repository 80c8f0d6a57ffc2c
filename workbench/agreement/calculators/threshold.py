"""What a score threshold would have let through: precision, recall and volume at each. Source: semantics section 1."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from workbench.agreement.calculators.answer import NotMeasurable


@dataclass(frozen=True)
class ScoredLead:
    """A decided lead.

    Attributes:
        score: Its points.
        good: Whether sales accepted it.
    """

    score: int
    good: bool


@dataclass(frozen=True)
class AtThreshold:
    """What one threshold lets through.

    Attributes:
        threshold: At least so many points.
        volume: Leads that pass.
        precision: Share of those that pass which sales accepted; nothing where none passes.
        recall: Share of the accepted ones that pass; nothing where none was accepted.
    """

    threshold: int
    volume: int
    precision: Fraction | None
    recall: Fraction | None


def at_thresholds(
    leads: Sequence[ScoredLead], thresholds: Sequence[int] = ()
) -> tuple[AtThreshold, ...] | NotMeasurable:
    """What each threshold would have let through.

    Args:
        leads: With a score and a decision.
        thresholds: Which to try; each score that occurs without any.
    """
    if not leads:
        return NotMeasurable("decided leads with a score")
    accepted = sum(one.good for one in leads)
    found = []
    for threshold in thresholds or sorted({one.score for one in leads}):
        passing = [one for one in leads if one.score >= threshold]
        good = sum(one.good for one in passing)
        found.append(
            AtThreshold(
                threshold,
                len(passing),
                Fraction(good, len(passing)) if passing else None,
                Fraction(good, accepted) if accepted else None,
            )
        )
    return tuple(found)
