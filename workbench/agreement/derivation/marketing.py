"""What marketing promises sales, from lead definitions, volumes and hand-off. Must not know what sales promises."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from workbench.agreement.commitment import Commitment, LeadClock, LeadValue
from workbench.agreement.derivation.ground import CUSTOM, Ground, distinct, filters, scope_fields

HANDED_OVER = "handed_over_at"


def completeness(ground: Ground) -> Iterator[Commitment]:
    """Share of handed-over leads with every required field filled."""
    section = ground.agreement.lead_definitions
    required = (*section.required_fields, *(CUSTOM + name for name in section.required_custom_fields))
    for row in section.completeness:
        scope = filters(row.scope)
        yield Commitment(
            **ground.common("lead_definitions.completeness", row, "share"),
            **ground.sides("marketing"),
            kind="completeness",
            measure="share_of_leads",
            operator=">=",
            target=row.share,
            unit="share",
            anchor=HANDED_OVER,
            scope=scope,
            required_fields=required,
            needs=distinct(HANDED_OVER, *required, *scope_fields(scope)),
        )


def volume(ground: Ground) -> Iterator[Commitment]:
    """Number of leads that reached a stage."""
    for row in ground.agreement.volumes.volume_targets:
        scope, anchor = filters(row.scope), ground.stage_field(row.stage)
        own = tuple((one.period, Decimal(one.amount)) for one in row.months if one.period and one.amount is not None)
        yield Commitment(
            **ground.common("volumes.volume_targets", row, "amount"),
            **ground.sides("marketing"),
            kind="volume",
            measure="count_of_leads",
            operator=">=",
            target=None if row.amount is None else Decimal(row.amount),
            unit="leads",
            period_targets=own,
            anchor=anchor,
            scope=scope,
            stage_to=ground.stage_name(row.stage),
            needs=distinct(anchor, *scope_fields(scope)),
        )


def value(ground: Ground) -> Iterator[Commitment]:
    """Sum of frozen lead values of the leads that qualified."""
    types = tuple(
        LeadValue(one.name, filters(one.scope), one.value)
        for one in ground.agreement.volumes.lead_types
        if one.value is not None and one.scope
    )
    for row in ground.agreement.volumes.value_targets:
        scope = filters(row.scope)
        yield Commitment(
            **ground.common("volumes.value_targets", row, "amount"),
            **ground.sides("marketing"),
            kind="value",
            measure="sum_of_lead_values",
            operator=">=",
            target=row.amount,
            unit="currency",
            anchor="qualified_at",
            scope=scope,
            lead_values=types,
            needs=distinct(
                "qualified_at", *scope_fields(scope), *(field for one in types for field in scope_fields(one.scope))
            ),
        )


def quality(ground: Ground) -> Iterator[Commitment]:
    """Accepted leads as a share of accepted and rejected ones."""
    handoff = ground.agreement.handoff
    for row in ground.agreement.volumes.quality_targets:
        scope = filters(row.scope)
        stops = ("accepted_at", "rejected_at")
        yield Commitment(
            **ground.common("volumes.quality_targets", row, "share"),
            **ground.sides("marketing"),
            kind="quality",
            measure="share_of_leads",
            operator=">=",
            target=row.share,
            unit="share",
            anchor=HANDED_OVER,
            scope=scope,
            clock=LeadClock(HANDED_OVER, stops, handoff.acceptance_window, calendar=ground.calendar(row)),
            silence_accepts=handoff.silence == "counts_as_accepted" and handoff.acceptance_window is not None,
            needs=distinct(HANDED_OVER, *stops, *scope_fields(scope)),
        )


def hand_over_speed(ground: Ground) -> Iterator[Commitment]:
    """Share of qualified leads handed over within the target."""
    for row in ground.agreement.handoff.hand_over_speed:
        scope = filters(row.scope)
        yield Commitment(
            **ground.common("handoff.hand_over_speed", row, "within"),
            **ground.sides("marketing"),
            kind="hand_over_speed",
            measure="share_of_leads",
            operator=">=",
            target=row.share,
            unit="share",
            anchor="qualified_at",
            scope=scope,
            clock=LeadClock("qualified_at", (HANDED_OVER,), row.within, calendar=ground.calendar(row)),
            needs=distinct("qualified_at", HANDED_OVER, *scope_fields(scope)),
        )


def recycle(ground: Ground) -> Iterator[Commitment]:
    """Share of rejected leads back in nurture within the window."""
    for row in ground.agreement.handoff.recycle_targets:
        scope = filters(row.scope)
        yield Commitment(
            **ground.common("handoff.recycle_targets", row, "within"),
            **ground.sides("marketing"),
            kind="recycle",
            measure="share_of_leads",
            operator=">=",
            target=row.share,
            unit="share",
            anchor="rejected_at",
            scope=scope,
            clock=LeadClock("rejected_at", ("recycled_at",), row.within, calendar=ground.calendar(row)),
            needs=distinct("rejected_at", "recycled_at", *scope_fields(scope)),
        )
