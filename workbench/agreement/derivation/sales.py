"""What sales promises marketing, from hand-off and follow-up times. Must not know what marketing promises."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from workbench.agreement.commitment import Commitment, Filter, LeadClock
from workbench.agreement.derivation.ground import Ground, distinct, filters, scope_fields
from workbench.agreement.sections.follow_up import FollowUpTier

HANDED_OVER = "handed_over_at"
DECISION = ("accepted_at", "rejected_at")


def decision(ground: Ground) -> Iterator[Commitment]:
    """Share of handed-over leads accepted or rejected within the acceptance window."""
    for row in ground.agreement.handoff.decisions:
        scope = filters(row.scope)
        yield Commitment(
            **ground.common("handoff.decisions", row, "share"),
            **ground.sides("sales"),
            **ground.sales_clock(),
            kind="decision",
            measure="share_of_leads",
            operator=">=",
            target=row.share,
            unit="share",
            anchor=HANDED_OVER,
            scope=scope,
            clock=LeadClock(
                HANDED_OVER, DECISION, ground.agreement.handoff.acceptance_window, calendar=ground.calendar(row)
            ),
            needs=distinct(HANDED_OVER, *DECISION, *scope_fields(scope)),
        )


def reasons(ground: Ground) -> Iterator[Commitment]:
    """Share of rejected leads with a reason from the agreed list."""
    listed = ground.agreement.handoff.rejection_reasons
    allowed = tuple(dict.fromkeys(word for one in listed for word in (one.name, *one.values) if word))
    for row in ground.agreement.handoff.reasons:
        scope = filters(row.scope)
        yield Commitment(
            **ground.common("handoff.reasons", row, "share"),
            **ground.sides("sales"),
            kind="reasons",
            measure="share_of_leads",
            operator=">=",
            target=row.share,
            unit="share",
            anchor="rejected_at",
            scope=scope,
            allowed_values=allowed,
            needs=distinct("rejected_at", "reject_reason", *scope_fields(scope)),
        )


def tier_scope(ground: Ground, row: FollowUpTier) -> tuple[Filter, ...]:
    """The leads a follow-up row is for: its tier, its sources, its own conditions."""
    tier = next((one for one in ground.agreement.lead_definitions.tiers if one.key == row.tier), None)
    found = list(filters(row.scope))
    if row.sources:
        found.insert(0, Filter("source", row.sources))
    if tier:
        found.insert(0, Filter("tier", tier.values or (tier.name,)))
    return tuple(found)


def tier_name(ground: Ground, row: FollowUpTier) -> str:
    """Name of a row's tier; empty for every lead."""
    return next((one.name for one in ground.agreement.lead_definitions.tiers if one.key == row.tier), "")


def follow_up(ground: Ground) -> Iterator[Commitment]:
    """For each tier: response, then depth and decision where they are agreed."""
    section = ground.agreement.follow_up
    start = section.clock_start or HANDED_OVER
    for row in section.tiers:
        scope, calendar = tier_scope(ground, row), ground.calendar(row)
        shared: dict[str, Any] = {
            **ground.sides("sales"),
            **ground.sales_clock(),
            "measure": "share_of_leads",
            "operator": ">=",
            "unit": "share",
            "scope": scope,
            "group": tier_name(ground, row),
        }
        yield Commitment(
            **ground.common("follow_up.tiers", row, "target"),
            **shared,
            kind="response",
            target=row.share,
            anchor=start,
            clock=LeadClock(start, ("first_touch_at",), row.target, calendar=calendar),
            needs=distinct(start, "first_touch_at", *scope_fields(scope)),
        )
        if row.attempts is not None or row.attempts_within or row.attempts_share is not None:
            yield Commitment(
                **{**ground.common("follow_up.tiers", row, "attempts"), "name": ""},
                **shared,
                kind="follow_up_depth",
                target=row.attempts_share,
                anchor=start,
                clock=LeadClock(
                    start,
                    ("last_attempt_at",),
                    row.attempts_within,
                    attempts=row.attempts,
                    calendar=calendar,
                    stop_events=section.stop_events,
                ),
                needs=distinct(start, "attempts", "last_attempt_at", *scope_fields(scope)),
            )
        if row.decision_within or row.decision_share is not None:
            yield Commitment(
                **{**ground.common("follow_up.tiers", row, "decision_within"), "name": ""},
                **shared,
                kind="decision",
                target=row.decision_share,
                anchor=HANDED_OVER,
                clock=LeadClock(
                    HANDED_OVER,
                    DECISION,
                    row.decision_within or ground.agreement.handoff.acceptance_window,
                    calendar=calendar,
                ),
                needs=distinct(HANDED_OVER, *DECISION, *scope_fields(scope)),
            )
