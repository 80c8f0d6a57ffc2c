"""Concerns raised in a vote that are not settled: each is resolved, gets a date, or goes up before anybody signs."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.agreement.model import Agreement
from workbench.base.language import N_
from workbench.fields.issue import Issue


def find(agreement: Agreement) -> Iterator[Issue]:
    """What is missing for each concern."""
    for one in agreement.sign_off.open_items:
        if not one.objection:
            continue
        path, said = f"sign_off.open_items[{one.key}]", (("concern", one.name),)
        if one.outcome not in {"resolved", "deferred", "escalated"}:
            yield Issue(
                f"{path}.outcome", "error", "open_concern",
                N_("The concern “{concern}” is open: resolve it, give it a date, or take it up."), said,
            )  # fmt: skip
        elif not one.owner:
            yield Issue(
                f"{path}.owner", "error", "open_concern", N_("The concern “{concern}” has no owner: name one."), said
            )
        elif one.outcome != "resolved" and one.due is None:
            yield Issue(
                f"{path}.due", "error", "open_concern",
                N_("The concern “{concern}” has no date: say when it is looked at again."), said,
            )  # fmt: skip
