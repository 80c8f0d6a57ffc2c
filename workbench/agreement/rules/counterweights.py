"""Promises that can be kept by hurting the other team: many leads of any kind, a fast first call and no second one.

Such a number wants a second one beside it that keeps it honest.
"""

from __future__ import annotations

from collections.abc import Iterator

from workbench.agreement.commitments import commitments
from workbench.agreement.model import Agreement
from workbench.agreement.team_names import named
from workbench.base.language import N_
from workbench.fields.issue import Issue


def find(agreement: Agreement) -> Iterator[Issue]:
    """Volume without quality, quality without volume, speed without attempts."""
    kinds = {one.kind for one in commitments(agreement)}
    sales, marketing = (("team", named(agreement.teams, "sales")),), (("team", named(agreement.teams, "marketing")),)
    if kinds & {"volume", "value"} and "quality" not in kinds:
        yield Issue(
            "volumes.quality_targets", "warning", "no_counterweight",
            N_("Leads are promised by number only, and any lead would do: add the share that {team} accepts."), sales,
        )  # fmt: skip
    if "quality" in kinds and not kinds & {"volume", "value"}:
        yield Issue(
            "volumes.volume_targets", "warning", "no_counterweight",
            N_("A share of accepted leads is kept by one good lead: add how many {team} brings."), marketing,
        )  # fmt: skip
    if "response" in kinds and "follow_up_depth" not in kinds and agreement.follow_up.tiers:
        row = agreement.follow_up.tiers[0]
        yield Issue(
            f"follow_up.tiers[{row.key}].attempts", "hint", "no_counterweight",
            N_("A first call in time is promised and no second one: add how many attempts a lead gets."),
        )  # fmt: skip
