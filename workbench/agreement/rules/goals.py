"""Goals nobody could check or answer for: without a number for today, without an owner, aimed at where they stand."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from workbench.agreement.model import Agreement
from workbench.agreement.sections.goals import GOAL_UNITS, Goal
from workbench.base.language import N_
from workbench.fields.issue import Issue

NEVER_IN: Final = {
    "revenue": {"count"}, "recurring_revenue": {"count"}, "clv": {"count"}, "net_new_customers": {"currency"},
    "market_share": {"currency", "count"}, "churn": {"currency"}, "retention": {"currency"},
}  # fmt: skip
"""Units in which no goal of a kind can be counted."""
SHARES: Final = frozenset({"market_share", "churn", "retention"})
_UNITS: Final = {option.value: option.label for option in GOAL_UNITS}


def find(agreement: Agreement) -> Iterator[Issue]:
    """What a goal still lacks besides the fields that signing demands; who answers for an initiative."""
    for goal in agreement.goals.goals:
        path, named = f"goals.goals[{goal.key}]", (("goal", goal.name or goal.kind),)
        if goal.target is not None and goal.baseline is None:
            yield Issue(
                f"{path}.baseline", "warning", "no_baseline",
                N_("“{goal}” says where you will stand and not where you stand today."), named,
            )  # fmt: skip
        elif goal.target is not None and goal.target == goal.baseline:
            yield Issue(
                f"{path}.target", "warning", "no_change", N_("“{goal}” aims at the number that it has today."), named
            )
        yield from _meant(goal, path, named)
        if (goal.name or goal.kind) and not goal.owner:
            yield Issue(f"{path}.owner", "warning", "no_owner", N_("Nobody answers for “{goal}”."), named)
    for one in agreement.goals.initiatives:
        if one.name and not one.owner:
            yield Issue(
                f"goals.initiatives[{one.key}].owner", "hint", "no_owner", N_("Nobody answers for “{goal}”."),
                (("goal", one.name),),
            )  # fmt: skip


def _meant(goal: Goal, path: str, named: tuple[tuple[str, str], ...]) -> Iterator[Issue]:
    """Numbers that a goal of its kind cannot have, or that would make things worse."""
    if goal.unit in NEVER_IN.get(goal.kind, ()):
        yield Issue(
            f"{path}.unit", "warning", "wrong_unit", N_("“{goal}” cannot be counted as {unit}."),
            (*named, ("unit", _UNITS[goal.unit])),
        )  # fmt: skip
    elif goal.kind in SHARES and goal.unit == "percent" and (goal.target or Decimal(0)) > 100:
        yield Issue(f"{path}.target", "error", "impossible", N_("“{goal}” cannot lie above 100%."), named)
    if goal.kind in {"", "other"} or goal.target is None or goal.baseline is None:
        return
    worse = goal.target > goal.baseline if goal.kind == "churn" else goal.target < goal.baseline
    if worse:
        yield Issue(
            f"{path}.target", "warning", "wrong_way", N_("“{goal}” would get worse: from {before} to {after}."),
            (*named, ("before", f"{goal.baseline.normalize():,f}"), ("after", f"{goal.target.normalize():,f}")),
        )  # fmt: skip
