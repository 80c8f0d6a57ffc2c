"""The plan of one segment by itself: its own goal, share, deal and rates, and what is promised for it alone.

Made by seeing the agreement as if it were about that segment only, so that every number of the whole plan exists for a
segment as well, by the same formulas. Must not know how a plan is computed or shown.
"""

from __future__ import annotations

import dataclasses
from decimal import Decimal

from workbench.agreement.derivation.ground import filters
from workbench.agreement.model import Agreement
from workbench.agreement.sections.volumes import SegmentGoal, StageRate, Volumes, VolumeTarget
from workbench.agreement.segments import segment_filters

REST = ""
"""The key of what belongs to no segment with a goal of its own."""


def segment_alone(agreement: Agreement, key: str) -> Agreement:
    """The agreement as it is for one segment's leads; the whole where the segment has no goal of its own.

    Args:
        agreement: With the goals.
        key: Of the segment, or `REST`.
    """
    volumes = agreement.volumes
    goal = next((one for one in volumes.segment_goals if one.segment == key), None)
    if key and goal is None:
        return agreement
    seen = dataclasses.replace(
        volumes,
        revenue_goal=_rest(volumes) if goal is None else goal.revenue,
        marketing_share=_own(goal, "marketing_share", volumes),
        average_deal=_own(goal, "average_deal", volumes),
        rates=_rates(volumes, key),
        segment_goals=(),
        volume_targets=_targets(agreement, key),
    )
    return dataclasses.replace(agreement, volumes=seen)


def _rest(volumes: Volumes) -> Decimal | None:
    """What is left of the goal after the segments'."""
    left = volumes.revenue_goal
    for goal in volumes.segment_goals:
        left = left - goal.revenue if left is not None and goal.revenue is not None else left
    return left


def _own(goal: SegmentGoal | None, name: str, volumes: Volumes) -> Decimal | None:
    found: Decimal | None = getattr(goal, name) if goal is not None else None
    usual: Decimal | None = getattr(volumes, name)
    return usual if found is None else found


def _rates(volumes: Volumes, key: str) -> tuple[StageRate, ...]:
    """The steps in the order of those for all; a segment's own rate in the place of the general one."""
    order = [row for row in volumes.rates if not row.segment]
    if not order and volumes.rates:
        order = [row for row in volumes.rates if row.segment == volumes.rates[0].segment]
    own = {(row.from_stage, row.to_stage): row for row in volumes.rates if key and row.segment == key}
    found = (own.get((row.from_stage, row.to_stage), row) for row in order)
    return tuple(dataclasses.replace(row, segment="") for row in found)


def _targets(agreement: Agreement, key: str) -> tuple[VolumeTarget, ...]:
    """What is promised for exactly this segment's leads."""
    segment = next((one for one in agreement.teams.segments if one.key == key), None)
    if segment is None:
        return ()
    wanted = set(segment_filters(segment))
    mine = (one for one in agreement.volumes.volume_targets if set(filters(one.scope)) == wanted)
    return tuple(dataclasses.replace(one, scope=()) for one in mine)
