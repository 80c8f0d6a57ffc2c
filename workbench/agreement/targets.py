"""Which promise hangs on a field: the numbers and times of a row that a commitment is judged by.

Must not know how a promise is checked or where its field stands on a screen.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, Literal

from workbench.agreement.commitment import Commitment, CommitmentKind

TargetPart = Literal["target", "within", "attempts"]
"""What a field is to its promise: the number to reach, the time of its clock, how many attempts lie within."""

_SHARE: Final = "share"
TARGETS: Final[dict[str, dict[str, tuple[CommitmentKind, TargetPart]]]] = {
    "lead_definitions.completeness": {_SHARE: ("completeness", "target")},
    "volumes.volume_targets": {"amount": ("volume", "target")},
    "volumes.value_targets": {"amount": ("value", "target")},
    "volumes.quality_targets": {_SHARE: ("quality", "target")},
    "handoff.hand_over_speed": {"within": ("hand_over_speed", "within"), _SHARE: ("hand_over_speed", "target")},
    "handoff.decisions": {_SHARE: ("decision", "target")},
    "handoff.reasons": {_SHARE: ("reasons", "target")},
    "handoff.recycle_targets": {"within": ("recycle", "within"), _SHARE: ("recycle", "target")},
    "follow_up.tiers": {
        "target": ("response", "within"),
        _SHARE: ("response", "target"),
        "attempts": ("follow_up_depth", "attempts"),
        "attempts_within": ("follow_up_depth", "within"),
        "attempts_share": ("follow_up_depth", "target"),
        "decision_within": ("decision", "within"),
        "decision_share": ("decision", "target"),
    },
    "metrics.conversions": {_SHARE: ("conversion", "target")},
    "metrics.metrics": {"target": ("metric", "target")},
    "working_together.deliverables": {"amount": ("deliverable", "target")},
}
"""By the path of a list, the fields of its rows that make a promise's target."""

WINDOW: Final = "handoff.acceptance_window"
"""The one time that several promises share: by when sales decides."""


def target_part(path: str) -> TargetPart | None:
    """What the field at a path is to the promise that may hang on it; nothing for other fields."""
    if path == WINDOW:
        return "within"
    row, _, field = path.rpartition(".")
    found = TARGETS.get(row.partition("[")[0], {}).get(field) if row.endswith("]") else None
    return found[1] if found else None


def field_of(promise: Commitment, part: TargetPart = "target") -> str:
    """Path of the field that holds a part of what a promise is judged by; its own path where it has no such part."""
    row = promise.path.rpartition(".")[0]
    for name, found in TARGETS.get(row.partition("[")[0], {}).items():
        if found == (promise.kind, part):
            return f"{row}.{name}"
    return promise.path


def promised_at(promises: Iterable[Commitment], path: str) -> tuple[Commitment, ...]:
    """The promises that hang on the field at a path, in document order; none while its row promises nothing yet."""
    if path == WINDOW:
        return tuple(one for one in promises if one.kind == "decision" and one.path.startswith("handoff.decisions["))
    row, _, field = path.rpartition(".")
    kind = TARGETS.get(row.partition("[")[0], {}).get(field, ("", ""))[0]
    return tuple(one for one in promises if one.kind == kind and one.path.startswith(f"{row}."))
