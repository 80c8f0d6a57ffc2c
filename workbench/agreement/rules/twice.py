"""Two answers to one question: two numbers for the same leads, a reason that ends a lead and brings it back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from workbench.agreement.commitment import Commitment
from workbench.agreement.commitments import commitments
from workbench.agreement.model import Agreement
from workbench.base.language import N_
from workbench.fields.issue import Issue

OF_ITS_OWN: Final = frozenset({"metric", "deliverable", "response", "follow_up_depth", "decision"})
"""Kinds whose rows are told apart by more than their leads, or that other rules compare."""


def find(agreement: Agreement) -> Iterator[Issue]:
    """Promises with two numbers for the same leads, and reasons with two ends."""
    seen: dict[object, Commitment] = {}
    for one in commitments(agreement):
        if one.kind in OF_ITS_OWN:
            continue
        scope = frozenset((part.field, frozenset(map(str.casefold, part.values))) for part in one.scope)
        other = seen.setdefault((one.kind, one.by, one.period, one.anchor, one.reached, scope), one)
        if other is not one:
            yield Issue(
                one.path, "warning", "two_numbers",
                N_("{label} and {other} promise two numbers for the same leads."),
                (("label", one.label), ("other", other.label)),
            )  # fmt: skip
    ways_back = {row.reason: row for row in agreement.handoff.recycling}
    for reason in agreement.handoff.rejection_reasons:
        row = ways_back.get(reason.key)
        if row is not None and reason.then in {"disqualify", "suppress"}:
            yield Issue(
                f"handoff.recycling[{row.key}].reason", "warning", "ended_and_back",
                N_("Leads rejected as “{reason}” are out for good, and come back to nurture here."),
                (("reason", reason.name),),
            )  # fmt: skip
        elif row is None and reason.then == "recycle":
            yield Issue(
                f"handoff.rejection_reasons[{reason.key}].then", "hint", "no_way_back",
                N_("Leads rejected as “{reason}” go back to nurture, but no rule says when they return."),
                (("reason", reason.name),),
            )  # fmt: skip
