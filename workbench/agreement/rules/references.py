"""References that lead nowhere, and names that must be unique and are not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from workbench.agreement.model import Agreement
from workbench.base.language import N_
from workbench.fields.issue import Issue
from workbench.fields.links import ReferenceKind, ReferencesKind, RowsKind
from workbench.fields.path import get, row_path
from workbench.fields.walked import walked

UNIQUE_BY = {
    "teams.participants": "name",
    "teams.segments": "name",
    "lead_definitions.stages": "short",
    "lead_definitions.tiers": "name",
    "handoff.rejection_reasons": "name",
    "common_language.glossary": "term",
    "sign_off.signers": "role",
}
"""Lists in which two rows must not have one name, and the field that names them."""


def find(agreement: Agreement) -> Iterator[Issue]:
    """Dangling references and doubled names."""
    known: dict[str, set[str]] = {}
    for path, field, value in walked(agreement):
        if isinstance(field.kind, ReferenceKind) and value:
            to = field.kind.to
            if to not in known:
                known[to] = {row.key for row in get(agreement, to)}
            wanted = value if isinstance(field.kind, ReferencesKind) else (value,)
            if any(key not in known[to] for key in wanted):
                yield Issue(
                    path, "error", "dangling", N_("{label} names something that is no longer there: choose again."),
                    (("label", field.label),),
                )  # fmt: skip
        elif isinstance(field.kind, RowsKind) and path in UNIQUE_BY:
            name = UNIQUE_BY[path]
            counted = Counter(getattr(row, name).casefold() for row in value if getattr(row, name))
            for row in value:
                if counted[getattr(row, name).casefold()] > 1:
                    yield Issue(
                        f"{row_path(path, row.key)}.{name}", "error", "doubled", N_("“{name}” stands here twice."),
                        (("name", getattr(row, name)),),
                    )  # fmt: skip
