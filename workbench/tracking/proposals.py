"""What results suggest for the next version: numbers that ask for too little, for too much, or cannot be measured.

A proposal names what the data shows and never decides. Must not know where it is shown.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Literal

from workbench.agreement.commitment import Commitment
from workbench.tracking.backtest import Proposal, Replay
from workbench.tracking.result import Result

Suggestion = Literal["ask_for_more", "ask_for_less", "make_measurable"]

FEWEST_PERIODS = 3
"""Fewer verdicts are a mood, not a habit."""

WIDE_SHARE = Decimal("0.05")
"""A share kept in every period that could have been so much higher in four of five asks for too little."""

WIDE_COUNT = Decimal("0.1")
"""The same for counts and totals, as a part of the target."""


@dataclass(frozen=True)
class Suggested:
    """What the results of one commitment suggest.

    Attributes:
        commitment: As the newest version has it.
        suggestion: What is suggested.
        judged: How many periods ended with a verdict.
        reachable: The target that four of five of them would have kept; nothing where nothing was measured.
        needs_missing: Fields that no import carried, for what cannot be measured.
    """

    commitment: Commitment
    suggestion: Suggestion
    judged: int = 0
    reachable: Decimal | None = None
    needs_missing: tuple[str, ...] = ()

    def document(self) -> dict[str, Any]:
        """As `check --json` answers."""
        return {
            "commitment": self.commitment.id,
            "label": self.commitment.label,
            "suggestion": self.suggestion,
            "judged": self.judged,
            "reachable": None if self.reachable is None else float(self.reachable),
            "needs_missing": list(self.needs_missing),
        }


def suggested(commitment: Commitment, results: Iterable[Result]) -> Suggested | None:
    """What the lines of a commitment suggest; nothing for most.

    Args:
        commitment: As the newest version has it.
        results: Its lines, periods in time.
    """
    lines = tuple(results)
    done = Replay(Proposal(), commitment, lines)
    judged, reachable = len(done.judged), done.reachable()
    if lines and all(line.status == "not_measurable" for line in lines):
        return Suggested(commitment, "make_measurable", needs_missing=lines[-1].needs_missing)
    if judged < FEWEST_PERIODS or reachable is None or commitment.target is None:
        return None
    if done.kept == 0:
        return Suggested(commitment, "ask_for_less", judged, reachable)
    if done.kept == judged and _is_wide(commitment, commitment.target, reachable):
        return Suggested(commitment, "ask_for_more", judged, reachable)
    return None


def _is_wide(commitment: Commitment, target: Decimal, reachable: Decimal) -> bool:
    ahead = reachable - target if commitment.operator == ">=" else target - reachable
    return ahead >= (WIDE_SHARE if commitment.unit == "share" else WIDE_COUNT * abs(target))
