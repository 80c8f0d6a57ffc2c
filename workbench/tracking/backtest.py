"""A proposed number replayed on history, before anybody promises it: in which periods it would have been kept.

The check itself is the scorecard's own, with another target or another time in the commitment. Must not know where the
proposal comes from or how the answer is shown.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_DOWN, ROUND_UP, Decimal
from fractions import Fraction
from math import ceil

from workbench.agreement.commitment import Commitment
from workbench.base.errors import NotAllowedError
from workbench.base.language import N_
from workbench.fields.value import Duration
from workbench.tracking.result import Result
from workbench.tracking.review import Review
from workbench.tracking.scorecard import scorecard

USUAL_SHARE = Fraction(4, 5)
"""A number kept in four of five periods is a promise; one kept always asks for too little, one kept seldom breaks."""

SHOWN_SHARE = Decimal("0.001")
"""Shares are told to a tenth of a percent."""


@dataclass(frozen=True)
class Proposal:
    """A number to try; what is not proposed stays as it is agreed.

    Attributes:
        target: In the commitment's unit; a fraction for shares.
        within: The time of its clock.
        attempts: How many attempts must lie within that time.
    """

    target: Decimal | None = None
    within: Duration | None = None
    attempts: int | None = None


@dataclass(frozen=True)
class Replay:
    """What a proposal would have come to.

    Attributes:
        proposal: What was tried.
        commitment: The commitment as it would have been.
        results: Its lines, periods in time.
    """

    proposal: Proposal
    commitment: Commitment
    results: tuple[Result, ...]

    @property
    def judged(self) -> tuple[Result, ...]:
        """The lines of periods that ended with a verdict."""
        return tuple(line for line in self.results if line.status in {"met", "missed"})

    @property
    def kept(self) -> int:
        """How many of the judged periods would have been kept."""
        return sum(line.status == "met" for line in self.judged)

    @property
    def share_of_leads(self) -> Fraction | None:
        """The share over the decided leads of all periods, which no target changes; nothing for counts."""
        parts = [line for line in self.results if line.denominator is not None]
        decided = sum(line.denominator or 0 for line in parts)
        return Fraction(sum(int(line.numerator or 0) for line in parts), decided) if decided else None

    def reachable(self, share: Fraction = USUAL_SHARE) -> Decimal | None:
        """The most demanding target that at least so much of the judged periods would have kept, without tolerance.

        Leads that are still pending count against it. Shares are rounded to a tenth of a percent, to the side that is
        easier to keep. Nothing where no period was judged, or the target is a range.

        Args:
            share: Above 0 and at most 1.
        """
        least = self.commitment.operator == ">="
        known = [(line.lowest if least else line.highest, line.value) for line in self.judged]
        values = sorted(found for worst, value in known if (found := value if worst is None else worst) is not None)
        if not values or self.commitment.operator == "between":
            return None
        needed = ceil(share * len(values))
        found = values[-needed] if least else values[needed - 1]
        if self.commitment.unit != "share":
            return found
        return found.quantize(SHOWN_SHARE, ROUND_DOWN if least else ROUND_UP)


def propose(commitment: Commitment, proposal: Proposal) -> Commitment:
    """The commitment as it would read; a proposed target stands for every period, also for those with their own.

    Raises:
        NotAllowedError: It has no clock whose time or attempts could be others, or it is a range.
    """
    if proposal.attempts is not None:
        if commitment.clock is None or commitment.kind != "follow_up_depth":
            raise NotAllowedError(N_("No attempts are promised here."), N_("Propose a number."))
        commitment = dataclasses.replace(
            commitment, clock=dataclasses.replace(commitment.clock, attempts=proposal.attempts)
        )
    if proposal.within is not None:
        if commitment.clock is None:
            raise NotAllowedError(N_("No time is promised here that could be another."), N_("Propose a number."))
        clock = dataclasses.replace(commitment.clock, within=proposal.within)
        commitment = dataclasses.replace(commitment, clock=clock)
    if proposal.target is not None:
        if commitment.operator == "between":
            raise NotAllowedError(N_("A range cannot be replayed with one number."), N_("Change the range itself."))
        commitment = dataclasses.replace(commitment, target=proposal.target, period_targets=())
    return commitment


def backtest(commitment: Commitment, proposals: Iterable[Proposal], review: Review) -> tuple[Replay, ...]:
    """A commitment replayed with each proposal.

    Args:
        commitment: As it is drafted.
        proposals: What to try; an empty one for the draft's own number.
        review: History; usually without days in force, so that all of it is judged.

    Raises:
        NotAllowedError: A proposal does not fit the commitment.
    """
    return tuple(_replayed(commitment, proposal, review) for proposal in proposals)


def _replayed(commitment: Commitment, proposal: Proposal, review: Review) -> Replay:
    changed = propose(commitment, proposal)
    return Replay(proposal, changed, scorecard([changed], review).results)
