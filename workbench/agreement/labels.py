"""What people call a place in the agreement: `Follow-up times, Tier A, Share`. Must not know any face."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from workbench.agreement.contents import SECTION
from workbench.agreement.model import Agreement, shown_in
from workbench.base.language import N_, Language, language
from workbench.fields.change import Change
from workbench.fields.declare import fields_of
from workbench.fields.links import RowsKind
from workbench.fields.path import declared, get, parse_path
from workbench.fields.value import Row, Shown

A_SENTENCE = 3
"""Blanks in a name from which on a full stop at its end is a sentence's and not an abbreviation's."""


def path_label(agreement: Agreement, path: str, wanted: Language | None = None) -> str:
    """The place in words; steps that are not there (any more) stand as they are written."""
    shown = shown_in(agreement, wanted or language())
    node: Any = agreement
    words: list[str] = []
    kind: Any = None
    for step in parse_path(path):
        if step.startswith("["):
            row = next((one for one in node or () if isinstance(one, Row) and one.key == step[1:-1]), None)
            words.append(_row_name(kind, row, node, shown) if row and isinstance(kind, RowsKind) else step[1:-1])
            node = row
            continue
        field = fields_of(type(node)).get(step) if node is not None else None
        kind = field.kind if field else None
        words.append(_step(step, field.label if field else "", shown))
        node = getattr(node, step, None)
    return ", ".join(words)


def _row_name(kind: RowsKind, row: Row, rows: Iterable[Row], shown: Shown) -> str:
    """The name of a row, with what tells it from others of that name; its key, which nobody has ever seen, is none."""
    alike = [one for one in rows if one is not row]
    words: list[str] = []
    for name in kind.named_by:
        said = kind.naming(row, name, shown)
        if said:
            words.append(said)
        alike = [one for one in alike if getattr(one, name) == getattr(row, name)]
        if words and not alike:
            break
    if words:
        return ", ".join(one.removesuffix(".") if one.count(" ") >= A_SENTENCE else one for one in words)
    return shown.language.text(N_("unnamed {row}")).format(row=shown.language.text(kind.one))


def _step(name: str, label: str, shown: Shown) -> str:
    if name == "workshop":
        return shown.language.text(N_("Workshop"))
    return shown.language.text(label or (SECTION[name].title if name in SECTION else name))


def value_text(agreement: Agreement, path: str, value: Any, wanted: Language | None = None) -> str:
    """A value that stands at a path of an agreement, as a reader expects it; a row by its name.

    Raises:
        NotFoundError: The agreement has no field or row at the path.
    """
    shown = shown_in(agreement, wanted or language())
    if value is None:
        return ""
    if isinstance(value, Row):
        kind = declared(agreement, path.rpartition("[")[0])[2].kind
        return _row_name(kind, value, (), shown) if isinstance(kind, RowsKind) else value.key
    kind = declared(agreement, path)[2].kind
    if isinstance(kind, RowsKind):  # the keys of a list whose order changed
        held = get(agreement, path)
        rows = {row.key: _row_name(kind, row, held, shown) for row in held}
        return ", ".join(rows.get(key, key) for key in value)
    return kind.format(value, shown)


@dataclass(frozen=True)
class ChangeText:
    """A change in words: where, what it was, what it is."""

    label: str
    before: str
    after: str


def change_text(change: Change, old: Agreement, new: Agreement, wanted: Language | None = None) -> ChangeText:
    """A difference between two agreements, in words."""
    there = old if change.how == "removed" else new
    return ChangeText(
        path_label(there, change.path, wanted),
        value_text(old, change.path, change.before, wanted) if change.how != "added" else "",
        value_text(new, change.path, change.after, wanted) if change.how != "removed" else "",
    )
