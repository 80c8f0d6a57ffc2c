"""What people call a place of a tree: a field by its label, a row by the field that names it. Must not know widgets."""

from __future__ import annotations

from typing import Any

from workbench.base.errors import NotFoundError
from workbench.base.language import N_
from workbench.fields.declare import Field
from workbench.fields.links import RowsKind
from workbench.fields.path import declared, get
from workbench.fields.value import Shown


def rows_at(root: Any, list_path: str, shown: Shown) -> tuple[tuple[str, str], ...]:
    """Key and name of each row of the list at a path, in order; none where there is no such list."""
    try:
        _, _, field = declared(root, list_path)
        rows = get(root, list_path)
    except NotFoundError:
        return ()
    return tuple((row.key, row_name(field, row, shown)) for row in rows) if isinstance(field.kind, RowsKind) else ()


def row_name(field: Field, row: Any, shown: Shown) -> str:
    """What people call a row; “unnamed person” while nothing names it."""
    assert isinstance(field.kind, RowsKind)  # rows stand in lists of rows
    name = field.kind.row_name(row, shown)
    if name and name != row.key:
        return name
    return shown.language.text(N_("unnamed {row}")).format(row=shown.language.text(field.kind.one))


def label_of(root: Any, list_path: str, key: str, shown: Shown) -> str:
    """The name of the row with a key in a list; words that say so where the row is gone."""
    return dict(rows_at(root, list_path, shown)).get(key) or shown.language.text(N_("a removed entry"))


def field_words(root: Any, path: str, shown: Shown) -> str:
    """The label of the field at a path."""
    return shown.language.text(declared(root, path)[2].label)


def row_words(root: Any, list_path: str, key: str, shown: Shown) -> str:
    """The name of one row of a list.

    Raises:
        NotFoundError: There is no such row.
    """
    return row_name(declared(root, list_path)[2], get(root, f"{list_path}[{key}]"), shown)
