"""What an agreement for signature must say and does not yet say."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.agreement.model import Agreement
from workbench.agreement.rules.skipped import section_of, skipped
from workbench.agreement.team_names import PARTIES, named
from workbench.base.language import N_
from workbench.fields.issue import Issue
from workbench.fields.links import RowsKind
from workbench.fields.walked import walked


def find(agreement: Agreement) -> Iterator[Issue]:
    """A needed field that is empty; a section that is skipped without a reason; a team nobody signs for."""
    passed = skipped(agreement)
    for path, field, value in walked(agreement):
        if field.needed and field.kind.is_empty(value) and section_of(path) not in passed:
            if isinstance(field.kind, RowsKind):
                yield Issue(
                    path, "error", "missing", N_("{label}: add at least one {one}."),
                    (("label", field.label), ("one", field.kind.one)),
                )  # fmt: skip
            else:
                yield Issue(path, "error", "missing", N_("{label} is missing."), (("label", field.label),))
    for state in agreement.workshop.sections:
        if state.state == "skipped" and not state.reason:
            yield Issue(
                f"workshop.sections[{state.key}].reason", "error", "missing_reason",
                N_("Say in one line why this section is skipped."),
            )  # fmt: skip
    yield from _signers(agreement)
    yield from _promises(agreement)


def _signers(agreement: Agreement) -> Iterator[Issue]:
    signed_for = {signer.team for signer in agreement.sign_off.signers if not signer.optional}
    for team in PARTIES:
        if agreement.sign_off.signers and team not in signed_for:
            yield Issue(
                "sign_off.signers", "error", "no_signer", N_("Nobody signs for {team}."),
                (("team", named(agreement.teams, team)),),
            )  # fmt: skip


def _promises(agreement: Agreement) -> Iterator[Issue]:
    """A follow-up row that began a promise and did not finish it; a dated amount; numbers that come in pairs."""
    for row in agreement.follow_up.tiers:
        path = f"follow_up.tiers[{row.key}]"
        depth = {"attempts": row.attempts, "attempts_within": row.attempts_within, "attempts_share": row.attempts_share}
        if any(depth.values()) and not all(depth.values()):
            open_one = next(name for name, value in depth.items() if not value)
            yield Issue(
                f"{path}.{open_one}", "error", "half_promise",
                N_("Attempts need all three: how many, within how many days, for what share."),
            )  # fmt: skip
        if bool(row.decision_within) != (row.decision_share is not None):
            open_one = "decision_share" if row.decision_within else "decision_within"
            yield Issue(
                f"{path}.{open_one}",
                "error",
                "half_promise",
                N_("A decision time needs both: how long, and for what share."),
            )
    volumes = agreement.volumes
    if volumes.ceiling is not None and not volumes.ceiling_period:
        yield Issue(
            "volumes.ceiling_period", "error", "half_promise", N_("Say in which period the ceiling is counted.")
        )
    for metric in agreement.metrics.metrics:
        path = f"metrics.metrics[{metric.key}]"
        if metric.target is not None and not metric.operator:
            yield Issue(
                f"{path}.operator",
                "error",
                "half_promise",
                N_("Say whether the value must be at least or at most the target."),
            )
        if metric.operator == "between" and metric.target_upper is None:
            yield Issue(f"{path}.target_upper", "error", "half_promise", N_("A range needs its upper end."))
