"""Addresses inside a tree of frozen dataclasses: `follow_up.tiers[k7].target`. Rows are named by key, never by index.

Setting answers a new tree that shares everything off the path. Must not know what the tree means.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator
from typing import Any, TypeVar

from workbench.base.errors import NotFoundError
from workbench.fields.declare import Field, fields_of
from workbench.fields.links import RowsKind
from workbench.fields.value import KEY_PATTERN, Row

T = TypeVar("T")
Path = tuple[str, ...]
"""Steps of a path: field names, and row keys in brackets (`[k7]`)."""

_STEP = re.compile(rf"(?:^|\.)([a-z_][a-z0-9_]*)|\[({KEY_PATTERN})\]")


def parse_path(text: str) -> Path:
    """The steps of a written path.

    Raises:
        NotFoundError: The text is not a path.
    """
    steps: list[str] = []
    at = 0
    while at < len(text):
        found = _STEP.match(text, at)
        if not found:
            break
        steps.append(found[1] or f"[{found[2]}]")
        at = found.end()
    if not steps or at != len(text) or steps[0].startswith("["):
        raise NotFoundError(f"“{text[:200]}” is not a path.", "Write one such as follow_up.tiers[a].target.")
    return tuple(steps)


def path_text(path: Path) -> str:
    """A path as written."""
    text = ""
    for step in path:
        text += step if step.startswith("[") or not text else f".{step}"
    return text


def join(*parts: str) -> str:
    """Written paths put together; empty parts are left out."""
    return ".".join(part for part in parts if part)


def row_path(list_path: str, key: str) -> str:
    """The written path of a row."""
    return f"{list_path}[{key}]"


def _missing(path: Path, depth: int) -> NotFoundError:
    return NotFoundError(
        f"There is no {path_text(path[: depth + 1])} in this agreement.",
        "Look the path up in the Agreement JSON or in the list of issues.",
    )


def _child(node: Any, path: Path, depth: int) -> Any:
    step = path[depth]
    if step.startswith("["):
        for row in node if isinstance(node, tuple) else ():
            if isinstance(row, Row) and row.key == step[1:-1]:
                return row
    elif dataclasses.is_dataclass(node) and step in {f.name for f in dataclasses.fields(node)}:
        return getattr(node, step)
    raise _missing(path, depth)


def get(root: Any, path: str) -> Any:
    """The value at a written path.

    Raises:
        NotFoundError: Nothing is there.
    """
    steps = parse_path(path)
    node = root
    for depth in range(len(steps)):
        node = _child(node, steps, depth)
    return node


def put(root: T, path: str, value: Any) -> T:
    """A new tree with another value at a written path, everything else shared.

    Raises:
        NotFoundError: Nothing is there.
    """
    steps = parse_path(path)
    found: T = _put(root, steps, 0, value)
    return found


def _put(node: Any, path: Path, depth: int, value: Any) -> Any:
    if depth == len(path):
        return value
    child = _child(node, path, depth)
    changed = _put(child, path, depth + 1, value)
    if changed is child:
        return node
    step = path[depth]
    if step.startswith("["):
        return tuple(changed if row is child else row for row in node)
    return dataclasses.replace(node, **{step: changed})


def insert_row(root: T, list_path: str, row: Row, index: int | None = None) -> T:
    """A new tree with a row added at an index, at the end without one.

    Raises:
        NotFoundError: There is no such list.
    """
    rows = list(get(root, list_path))
    rows.insert(len(rows) if index is None else index, row)
    return put(root, list_path, tuple(rows))


def remove_row(root: T, list_path: str, key: str) -> T:
    """A new tree without a row.

    Raises:
        NotFoundError: There is no such row.
    """
    gone = get(root, row_path(list_path, key))
    return put(root, list_path, tuple(row for row in get(root, list_path) if row is not gone))


def move_row(root: T, list_path: str, key: str, index: int) -> T:
    """A new tree with a row moved to an index.

    Raises:
        NotFoundError: There is no such row.
    """
    row = get(root, row_path(list_path, key))
    rest = [other for other in get(root, list_path) if other is not row]
    rest.insert(index, row)
    return put(root, list_path, tuple(rest))


def declared(root: Any, path: str) -> tuple[type, str, Field]:
    """The class, name and declaration of the field at a written path.

    Raises:
        NotFoundError: The path leads to no declared field (to a section or a row, say).
    """
    steps = parse_path(path)
    node, owner = root, root
    for depth in range(len(steps)):
        owner, node = node, _child(node, steps, depth)
    field = fields_of(type(owner)).get(steps[-1]) if dataclasses.is_dataclass(owner) else None
    if field is None:
        raise NotFoundError(f"{path} is not a field.", "Name a field inside it.")
    return type(owner), steps[-1], field


def walk(root: Any, prefix: str = "") -> Iterator[tuple[str, Field, Any]]:
    """Every declared field of a tree with its written path and value, in document order, rows after their list."""
    if not dataclasses.is_dataclass(root):
        return
    known = fields_of(type(root))
    for f in dataclasses.fields(root):
        value, path = getattr(root, f.name), f"{prefix}.{f.name}" if prefix else f.name
        field = known.get(f.name)
        if field is None:
            yield from walk(value, path)
            continue
        yield path, field, value
        if isinstance(field.kind, RowsKind):
            for row in value:
                yield from walk(row, row_path(path, row.key))
