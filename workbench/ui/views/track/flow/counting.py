"""All that the page shows, counted beside the store. Must not know widgets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from workbench.agreement.commitment import Commitment
from workbench.agreement.funnel_stages import funnel_stages
from workbench.agreement.sections.teams import Segment

if TYPE_CHECKING:
    from workbench.services.checking import Judgement
    from workbench.tracking.lead_flow.answers import Answers
    from workbench.tracking.lead_flow.decisions import HandedOver
    from workbench.tracking.lead_flow.funnel import Step

MOST: Final = 12
"""Sources and owners named; the rest are taken together."""


@dataclass(frozen=True)
class Counts:
    """What happened to the leads.

    Attributes:
        steps: The funnel.
        by_promise: Answers by promise.
        by_source: Answers by source.
        by_owner: Answers by owner.
        handed: What became of the leads handed over.
        promises: What was judged, by label: the check may be another one before these counts are.
    """

    steps: tuple[Step, ...]
    by_promise: tuple[Answers, ...]
    by_source: tuple[Answers, ...]
    by_owner: tuple[Answers, ...]
    handed: HandedOver
    promises: Mapping[str, Commitment]


def count(judged: Judgement, segment: Segment | None) -> Counts:
    """Count the leads of the version that judges now.

    Args:
        judged: Its part of the check.
        segment: Count the leads of this one only; nothing for all.
    """
    from workbench.tracking.lead_flow.answers import answered, by_field, by_promise  # noqa: PLC0415  (loads numpy)
    from workbench.tracking.lead_flow.counted import belonging, everybody  # noqa: PLC0415
    from workbench.tracking.lead_flow.decisions import handed_over  # noqa: PLC0415
    from workbench.tracking.lead_flow.funnel import funnel  # noqa: PLC0415

    review, stages = judged.review, funnel_stages(judged.agreement)
    among = belonging(review, segment) if segment is not None else everybody(review)
    found = answered(judged.commitments, review, among)
    return Counts(
        funnel(stages, review, among, segment.key if segment is not None else ""),
        by_promise(found, review),
        by_field(found, "source", review, MOST),
        by_field(found, "owner", review, MOST),
        handed_over(review, among, MOST),
        {one.label: one for one in judged.commitments},
    )
