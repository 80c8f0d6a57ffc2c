"""What stands behind one number, worked out beside the store: its leads, its way through the period, its parts.

A plain function of frozen data, run on a thread of its own. Must not know widgets.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from workbench.agreement.commitment import Commitment
from workbench.base.language import N_

if TYPE_CHECKING:
    from workbench.services.checking import Check, Judgement
    from workbench.tracking.actuals import State
    from workbench.tracking.breakdown import Part
    from workbench.tracking.evidence import Evidence
    from workbench.tracking.running import Running
    from workbench.tracking.spread import Spread
    from workbench.ui.views.track.months import Judged

PARTS_TITLE: Final = {
    "volume": N_("Counted leads by source"),
    "value": N_("Counted leads by source"),
    "quality": N_("Rejected leads by reason"),
    "completeness": N_("What is not filled"),
    "reasons": N_("Rejected leads by reason"),
    "follow_up_depth": N_("Leads by attempts so far"),
    "conversion": N_("Leads that went on, by source"),
}
"""What the second picture shows, for kinds whose leads are not drawn by how long they took."""
MOST_PARTS: Final = 5
MET: Final[tuple[State, ...]] = ("met",)
LATE: Final[tuple[State, ...]] = ("late",)
DECIDED: Final[tuple[State, ...]] = ("met", "late")
CLOCKED: Final[tuple[State, ...]] = ("met", "late", "overdue", "pending")


@dataclass(frozen=True, eq=False)
class Story:
    """What stands behind a line of the scorecard.

    Attributes:
        commitment: As the version that judged has it.
        line: The line.
        evidence: The leads; nothing for metrics and deliverables.
        counts: How many leads are in each state.
        running: The number from day to day; nothing where there is none.
        spread: The leads by how long they took; nothing where that is not drawn.
        parts: Counts by name, under `PARTS_TITLE`.
    """

    commitment: Commitment
    line: Judged
    evidence: Evidence | None
    counts: dict[State, int]
    running: Running | None
    spread: Spread | None
    parts: tuple[Part, ...]


def judgement_of(check: Check, line: Judged) -> Judgement:
    """The part of a check that a line belongs to."""
    return check.judgements[line.part]


def commitment_of(check: Check, line: Judged) -> Commitment:
    """The commitment as the version that judged has it."""
    return next(one for one in judgement_of(check, line).commitments if one.id == line.result.commitment)


def tell(check: Check, line: Judged, goes_on: Callable[[], None]) -> Story:
    """Work out what stands behind a line.

    Args:
        check: The check.
        line: The line.
        goes_on: Called now and then; raises to stop.
    """
    from workbench.base.errors import WorkbenchError  # noqa: PLC0415  (on a thread)
    from workbench.tracking.checks import CHECKS  # noqa: PLC0415  (loads numpy, on a thread)
    from workbench.tracking.evidence import evidence  # noqa: PLC0415
    from workbench.tracking.running import running  # noqa: PLC0415
    from workbench.tracking.spread import spread  # noqa: PLC0415

    commitment, review = commitment_of(check, line), judgement_of(check, line).review
    period = line.result.period
    found = None
    if commitment.kind in CHECKS:
        found = evidence(commitment, review).only(period=period)
    goes_on()
    days = None
    if commitment.kind != "metric" and line.result.status != "not_measurable" and line.result.value is not None:
        try:
            days = running(commitment, review, period, goes_on)
        except WorkbenchError:  # the line itself says why there are no days
            days = None
    times = spread(found) if found is not None and commitment.kind not in PARTS_TITLE else None
    return Story(commitment, line, found, found.counts() if found is not None else {}, days, times, _parts(found))


def _parts(found: Evidence | None) -> tuple[Part, ...]:
    from workbench.tracking.breakdown import by_attempts, by_empty_field, by_word  # noqa: PLC0415  (loads numpy)

    if found is None:
        return ()
    commitment = found.commitment
    match commitment.kind:
        case "volume" | "value" | "conversion":
            return by_word(found.only(MET), "source", MOST_PARTS)
        case "quality":
            return by_word(found.only(LATE), "reject_reason", MOST_PARTS)
        case "reasons":
            return by_word(found.only(DECIDED), "reject_reason", MOST_PARTS)
        case "completeness":
            return by_empty_field(found.only(LATE))[:MOST_PARTS]
        case "follow_up_depth":
            most = commitment.clock.attempts if commitment.clock and commitment.clock.attempts else MOST_PARTS - 1
            return by_attempts(found.only(CLOCKED), most)
        case _:
            return ()
