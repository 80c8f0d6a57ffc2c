"""What both teams promise together, and what either does for the other: conversions, metrics, deliverables.

Must not know how results are attested.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import cast

from workbench.agreement.commitment import Commitment, Operator, Side
from workbench.agreement.derivation.ground import Ground, distinct, filters, scope_fields
from workbench.agreement.sections.metrics import METRIC_KINDS


def conversion(ground: Ground) -> Iterator[Commitment]:
    """Share of a stage's cohort that reached the next stage by the as-of date."""
    for row in ground.agreement.metrics.conversions:
        scope = filters(row.scope)
        start, stop = ground.stage_field(row.from_stage), ground.stage_field(row.to_stage)
        yield Commitment(
            **ground.common("metrics.conversions", row, "share"),
            **ground.sides("both"),
            kind="conversion",
            measure="share_of_leads",
            operator=">=",
            target=row.share,
            unit="share",
            anchor=start,
            scope=scope,
            reached=stop,
            stage_from=ground.stage_name(row.from_stage),
            stage_to=ground.stage_name(row.to_stage),
            needs=distinct(start, stop, *scope_fields(scope)),
        )


def metrics(ground: Ground) -> Iterator[Commitment]:
    """A period total compared with the target; metrics without a target are only watched."""
    names = {option.value: option.label for option in METRIC_KINDS}
    for row in ground.agreement.metrics.metrics:
        if row.target is None:
            continue
        yield Commitment(
            **{**ground.common("metrics.metrics", row, "target"), "tolerance": row.margin or Decimal(0)},
            **ground.sides("both"),
            kind="metric",
            measure="period_total",
            operator=cast("Operator", row.operator or ">="),
            target=row.target,
            target_upper=row.target_upper,
            unit="number",
            metric=row.key,
            metric_unit=row.unit or "number",
            what=row.name or names.get(row.kind, ""),
        )


def deliverables(ground: Ground) -> Iterator[Commitment]:
    """Number of things done, attested by both teams."""
    for row in ground.agreement.working_together.deliverables:
        yield Commitment(
            **ground.common("working_together.deliverables", row, "amount"),
            **ground.sides(cast("Side", row.by or "both")),
            kind="deliverable",
            measure="count_of_attested",
            operator=">=",
            target=None if row.amount is None else Decimal(row.amount),
            unit="pieces",
            metric=row.key,
            what=row.what,
            due=row.due.isoformat() if row.due else "",
        )
