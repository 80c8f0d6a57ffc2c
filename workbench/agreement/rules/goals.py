"""Goals nobody could check or answer for: without a number for today, without an owner, aimed at where they stand."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.agreement.model import Agreement
from workbench.base.language import N_
from workbench.fields.issue import Issue


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
        if (goal.name or goal.kind) and not goal.owner:
            yield Issue(f"{path}.owner", "warning", "no_owner", N_("Nobody answers for “{goal}”."), named)
    for one in agreement.goals.initiatives:
        if one.name and not one.owner:
            yield Issue(
                f"goals.initiatives[{one.key}].owner", "hint", "no_owner", N_("Nobody answers for “{goal}”."),
                (("goal", one.name),),
            )  # fmt: skip
