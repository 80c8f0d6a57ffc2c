"""Promises that no export could ever check, seen before anybody signs them."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.agreement.commitments import commitments
from workbench.agreement.lead_fields import FIELD
from workbench.agreement.model import Agreement
from workbench.agreement.team_names import PARTIES, named
from workbench.agreement.terms import ScopeFilter
from workbench.base.language import N_
from workbench.fields.issue import Issue
from workbench.fields.links import RowsKind
from workbench.fields.path import row_path
from workbench.fields.walked import walked


def find(agreement: Agreement) -> Iterator[Issue]:
    """A commitment without anchor, clock, values or owner; a scope without a field or a value; none at all."""
    found = commitments(agreement)
    for one in found:
        row = one.path.rpartition(".")[0]
        if one.kind in {"volume", "conversion"} and (not one.anchor or (one.kind == "conversion" and not one.reached)):
            yield Issue(
                one.path, "error", "not_measurable",
                N_("{label} cannot be counted: its stage names no date column."), (("label", one.label),),
            )  # fmt: skip
        if one.clock and one.clock.within and not agreement.follow_up.calendars:
            yield Issue(
                "follow_up.calendars", "error", "not_measurable",
                N_("{label} runs in working time, but no working calendar is agreed."), (("label", one.label),),
            )  # fmt: skip
        if one.kind == "decision" and one.clock and one.clock.within is None:
            yield Issue(
                "handoff.acceptance_window", "error", "not_measurable",
                N_("{label} needs the acceptance window."), (("label", one.label),),
            )  # fmt: skip
        if not one.consequence:
            yield Issue(
                f"{row}.consequence", "warning", "no_consequence",
                N_("{label} says nothing of what follows when it is missed."), (("label", one.label),),
            )  # fmt: skip
    yield from _scopes(agreement)
    if not found:
        yield Issue("volumes", "error", "no_promise", N_("Nothing is promised yet."))
    for side, section in zip(PARTIES, ("volumes.volume_targets", "follow_up.tiers"), strict=True):
        if found and not any(one.by == side for one in found):
            yield Issue(
                section, "error", "no_promise", N_("{team} promises nothing yet."),
                (("team", named(agreement.teams, side)),),
            )  # fmt: skip


def _scopes(agreement: Agreement) -> Iterator[Issue]:
    for path, field, value in walked(agreement):
        if not (isinstance(field.kind, RowsKind) and issubclass(field.kind.row, ScopeFilter)):
            continue
        for row in value:
            if not (row.field or row.custom_field):
                yield Issue(f"{row_path(path, row.key)}.field", "error", "scope", N_("Name the column that decides."))
            elif not row.values:
                yield Issue(f"{row_path(path, row.key)}.values", "error", "scope", N_("Name at least one value."))
            if row.field in FIELD and FIELD[row.field].kind != "text":
                yield Issue(
                    f"{row_path(path, row.key)}.field", "error", "scope",
                    N_("A condition compares words; {field} holds dates or numbers."),
                    (("field", FIELD[row.field].label),),
                )  # fmt: skip
