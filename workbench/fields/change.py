"""What differs between two trees, as data: field by field, row by row, by path. Must not know what the fields mean."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal, TypeVar

from workbench.fields.declare import fields_of
from workbench.fields.links import RowsKind
from workbench.fields.path import get, insert_row, join, put, remove_row, row_path

T = TypeVar("T")
How = Literal["added", "removed", "changed", "moved"]


@dataclass(frozen=True)
class Change:
    """One difference.

    Attributes:
        path: Of the field that changed, of the row that was added or removed, or of the list whose order changed.
        how: For a field `changed`; for a row `added` or `removed`; for a list `moved`.
        before: The value, the row, or the keys in order; nothing for an added row.
        after: Likewise; nothing for a removed row.
    """

    path: str
    how: How
    before: Any
    after: Any


def diff(before: T, after: T, prefix: str = "") -> tuple[Change, ...]:
    """The changes that turn one tree into another of the same class, in document order."""
    return tuple(_diff(before, after, prefix))


def _diff(before: Any, after: Any, prefix: str) -> Iterable[Change]:
    if before is after:
        return
    known = fields_of(type(before))
    for f in dataclasses.fields(before):
        old, new = getattr(before, f.name), getattr(after, f.name)
        if old is new or old == new:
            continue
        path = join(prefix, f.name)
        field = known.get(f.name)
        if field is None and dataclasses.is_dataclass(old):
            yield from _diff(old, new, path)
        elif field is not None and isinstance(field.kind, RowsKind):
            yield from _diff_rows(old, new, path)
        else:
            yield Change(path, "changed", old, new)


def _diff_rows(old: Any, new: Any, path: str) -> Iterable[Change]:
    before, after = {row.key: row for row in old}, {row.key: row for row in new}
    for key, row in before.items():
        if key not in after:
            yield Change(row_path(path, key), "removed", row, None)
        else:
            yield from _diff(row, after[key], row_path(path, key))
    for key, row in after.items():
        if key not in before:
            yield Change(row_path(path, key), "added", None, row)
    as_applied = [key for key in before if key in after] + [key for key in after if key not in before]
    if as_applied != list(after):
        yield Change(path, "moved", tuple(as_applied), tuple(after))


def apply(changes: Iterable[Change], tree: T) -> T:
    """The tree with changes made to it, in their order.

    Raises:
        NotFoundError: A change names a place that is not there.
    """
    for change in changes:
        if change.how == "added":
            tree = insert_row(tree, change.path.rpartition("[")[0], change.after)
        elif change.how == "removed":
            tree = remove_row(tree, change.path.rpartition("[")[0], change.before.key)
        elif change.how == "moved":
            rows = {row.key: row for row in get(tree, change.path)}
            tree = put(tree, change.path, tuple(rows[key] for key in change.after))
        else:
            tree = put(tree, change.path, change.after)
    return tree
