"""Every declared field of a tree, kept for each part of it that is still the same object.

An edit makes one section anew and shares the others, so whoever looks through the whole tree after every edit looks
through one section. Must not know what the tree means.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from functools import cache
from typing import Any, Final

from workbench.base.same_again import same_again
from workbench.fields.declare import Field, fields_of
from workbench.fields.links import RowsKind
from workbench.fields.path import row_path, walk

Place = tuple[str, Field, Any]
"""Written path, declaration and value of a field."""

MOST: Final = 4
"""Trees that are kept: the one edited, the one before, and those they are compared with."""


@same_again(MOST)
def walked(root: Any) -> tuple[Place, ...]:
    """As `walk` of a whole tree: every declared field, in document order, rows after their list."""
    return tuple(place for part in walked_parts(root) for place in part)


@same_again(MOST)
def walked_parts(root: Any) -> tuple[tuple[Place, ...], ...]:
    """The same part by part; a part that an edit left alone is the same object as before, for whoever keeps answers."""
    known = fields_of(type(root))
    found: list[tuple[Place, ...]] = []
    for f in dataclasses.fields(root):
        part, field = getattr(root, f.name), known.get(f.name)
        if field is None:
            found.append(_part(f.name)(part))
            continue
        rows = part if isinstance(field.kind, RowsKind) else ()
        inside = (place for row in rows for place in walk(row, row_path(f.name, row.key)))
        found.append(((f.name, field, part), *inside))
    return tuple(found)


@cache
def _part(name: str) -> Callable[[Any], tuple[Place, ...]]:
    """Walks the part of trees with a name; another one for each name, because paths begin with it."""

    @same_again(MOST)
    def walk_part(part: Any) -> tuple[Place, ...]:
        return tuple(walk(part, name))

    return walk_part
