"""A promise on past data: as it is written, and what other numbers would have come to, from easy to hard.

What is asked while people still agree: would we have kept it, what share would have met 1, 2, 4 or 8 hours, which
number was kept in four of five periods. Must not know where the promise is written or how the answer is shown.
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Final

from workbench.agreement.commitment import Commitment
from workbench.agreement.targets import TargetPart
from workbench.fields.value import Duration, Unit
from workbench.tracking.backtest import USUAL_SHARE, Proposal, Replay, backtest
from workbench.tracking.measurable import missing_fields
from workbench.tracking.note import NOTHING, Note
from workbench.tracking.proposals import FEWEST_PERIODS
from workbench.tracking.review import Review

HOURS: Final = (
    Duration(15, "minutes"), Duration(30, "minutes"), *(Duration(n, "hours") for n in (1, 2, 4, 8)),
)  # fmt: skip
DAYS: Final = tuple(Duration(n, "business_days") for n in (1, 2, 3, 5, 10))
ATTEMPTS: Final = (1, 2, 3, 4, 5, 6, 8)
PERIOD_SHARES: Final = (Fraction(1), USUAL_SHARE, Fraction(1, 2), Fraction(1, 5))
"""In so many of the periods a number of the ladder would have been kept."""


@dataclass(frozen=True)
class Rung:
    """Another number.

    Attributes:
        proposal: The number, time or attempts.
        replay: What it would have come to.
        own: Whether it is the one that is written.
    """

    proposal: Proposal
    replay: Replay
    own: bool = False


@dataclass(frozen=True)
class Past:
    """A promise on past data.

    Attributes:
        commitment: As it is written.
        part: What of it is being agreed.
        own: What it would have come to; nothing while its number, time or attempts are open.
        rungs: Other numbers in order, with its own among them.
        usual: The hardest of them that four of five periods would have kept; nothing where too few were judged.
        obstacle: Why nothing can be said; empty where something can.
        missing: Lead fields that no import carries, for what cannot be measured.
    """

    commitment: Commitment
    part: TargetPart
    own: Replay | None
    rungs: tuple[Rung, ...]
    usual: Proposal | None
    obstacle: Note = NOTHING
    missing: tuple[str, ...] = ()


def past(commitment: Commitment, part: TargetPart, review: Review) -> Past:
    """A promise on past data.

    Args:
        commitment: As it is written; its number, time or attempts may be open.
        part: What of it is being agreed.
        review: History; usually without days in force, so that all of it is judged.
    """
    missing = missing_fields(commitment, review.actuals.leads)
    closed, filled = _is_closed(commitment), _filled(commitment, part)
    (measured,) = backtest(filled, [Proposal()], review)
    if missing or all(line.status == "not_measurable" for line in measured.results):
        note = measured.results[-1].reason if measured.results else NOTHING
        return Past(commitment, part, None, (), None, note, missing)
    own = measured if closed else None
    by_target = part == "target"
    rungs = _by_target(commitment, measured, review) if by_target else _ladder(commitment, filled, part, review)
    return Past(commitment, part, own, rungs, _usual(rungs, commitment, part))


def _usual(rungs: tuple[Rung, ...], commitment: Commitment, part: TargetPart) -> Proposal | None:
    """The hardest number that most periods would have kept; of times it is the shortest."""
    if commitment.target is None and part != "target":
        return None  # kept by which share?
    kept = [
        one.proposal
        for one in rungs
        if len(one.replay.judged) >= FEWEST_PERIODS and one.replay.kept >= USUAL_SHARE * len(one.replay.judged)
    ]
    return kept[0 if part == "within" else -1] if kept else None


def _is_closed(commitment: Commitment) -> bool:
    """Whether nothing of what it is judged by is still open."""
    clock = commitment.clock
    timed = clock is None or clock.within is not None or commitment.kind == "quality"
    tried = commitment.kind != "follow_up_depth" or (clock is not None and clock.attempts is not None)
    return commitment.target is not None and timed and tried


def _filled(commitment: Commitment, part: TargetPart) -> Commitment:
    """The promise with what is open filled in, so that its leads can be measured at all."""
    if commitment.target is None:
        commitment = dataclasses.replace(commitment, target=Decimal(1 if commitment.unit == "share" else 0))
    clock = commitment.clock
    if clock is None:
        return commitment
    if clock.within is None and part == "within":
        clock = dataclasses.replace(clock, within=_times(commitment)[0])
    if clock.attempts is None and part == "attempts" and commitment.kind == "follow_up_depth":
        clock = dataclasses.replace(clock, attempts=ATTEMPTS[0])
    return dataclasses.replace(commitment, clock=clock)


def _by_target(commitment: Commitment, measured: Replay, review: Review) -> tuple[Rung, ...]:
    """The targets that all, most, half and few of the periods would have kept, with its own among them."""
    if commitment.operator == "between":
        return ()
    found = {one for share in PERIOD_SHARES if (one := measured.reachable(share)) is not None}
    wanted = sorted(found | ({commitment.target} if commitment.target is not None else set()))
    if commitment.operator == "<=":
        wanted.reverse()
    tried = [Proposal(target=one) for one in wanted]
    replays = backtest(commitment, tried, review)
    rungs = (  # its own is replayed as written, where single periods may have a target of their own
        Rung(one, measured, own=True) if one.target == commitment.target else Rung(one, each)
        for one, each in zip(tried, replays, strict=True)
    )
    return tuple(rungs)


def _ladder(commitment: Commitment, filled: Commitment, part: TargetPart, review: Review) -> tuple[Rung, ...]:
    """Other times, or other numbers of attempts."""
    clock = commitment.clock
    assert clock is not None  # only a promise with a clock has a time or attempts
    if part == "attempts":
        numbers = sorted({*ATTEMPTS, *([clock.attempts] if clock.attempts else [])})
        tried = [Proposal(attempts=one) for one in numbers]
        own = [one == clock.attempts for one in numbers]
    else:
        times = _with_own(_times(commitment), clock.within)
        tried, own = [Proposal(within=one) for one in times], [one == clock.within for one in times]
    replays = backtest(filled, tried, review)
    return tuple(Rung(*each) for each in zip(tried, replays, own, strict=True))


def _times(commitment: Commitment) -> tuple[Duration, ...]:
    """The times worth trying beside one: in hours, or in business days where it is promised in those."""
    within = commitment.clock.within if commitment.clock else None
    unit: Unit = within.unit if within else "business_days" if commitment.kind == "follow_up_depth" else "hours"
    return DAYS if unit == "business_days" else HOURS


def _with_own(times: tuple[Duration, ...], own: Duration | None) -> list[Duration]:
    """The times with its own in its place."""
    if own is None:
        return list(times)
    return sorted([one for one in times if _length(one) != _length(own)] + [own], key=_length)


def _length(time: Duration) -> int:
    return time.seconds or time.amount
