"""Three-way merge of trees: what two people changed since the same version, put together field by field, row by row.

Where both changed one place in different ways there is a conflict, and never a guess: texts and numbers are taken whole
or not at all, because half of one number and half of another is a promise nobody made. Two that met before in different
ways have several such versions: what stands then stands over every one. Must not know what the fields mean.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, Literal, TypeVar

from workbench.fields.declare import fields_of
from workbench.fields.links import RowsKind
from workbench.fields.path import join, row_path
from workbench.fields.value import Row

T = TypeVar("T")


@dataclass(frozen=True)
class Conflict:
    """One place that both changed, differently.

    Attributes:
        path: Of the field, of the row, or of the list whose order differs.
        base: What both began from, the first where there is more than one: the value, the row, the keys in order;
            nothing for a row that both added.
        ours: What we say; nothing for a row that we removed.
        theirs: What they say; nothing for a row that they removed.
    """

    path: str
    base: Any
    ours: Any
    theirs: Any

    @property
    def is_row(self) -> bool:
        """Whether it is about a whole row."""
        return self.path.endswith("]")


Settle = Callable[[Conflict], Any]
"""Answers which of the two sides of a conflict stands, as the value or row itself, or nothing for a removed row."""


@dataclass(frozen=True)
class Merged(Generic[T]):
    """What came of a merge.

    Attributes:
        tree: Put together; each conflict stands in it as it was settled.
        conflicts: In document order.
    """

    tree: T
    conflicts: tuple[Conflict, ...]


def ours(conflict: Conflict) -> Any:
    """Settles a conflict our way, but keeps a row that one side went on editing while the other removed it."""
    return conflict.theirs if conflict.is_row and conflict.ours is None else conflict.ours


def theirs(conflict: Conflict) -> Any:
    """Settles a conflict their way, but keeps a row that one side went on editing while the other removed it."""
    return conflict.ours if conflict.is_row and conflict.theirs is None else conflict.theirs


def merge(base: T, mine: T, other: T, settle: Settle = ours) -> Merged[T]:
    """Put two trees together that were made from the same one: `merge_over` with one base."""
    return merge_over((base,), mine, other, settle)


def merge_over(bases: Sequence[T], mine: T, other: T, settle: Settle = ours) -> Merged[T]:
    """Put two trees together.

    Args:
        bases: What both began from, at least one; each says for itself who changed a place, and where they say
            different things there is a conflict.
        mine: Our tree.
        other: Their tree.
        settle: Says what stands where both changed one place; ours unless given.
    """
    found: list[Conflict] = []

    def clash(path: str, bases: Sequence[Any], mine: Any, other: Any) -> Any:
        conflict = Conflict(path, bases[0], mine, other)
        found.append(conflict)
        return settle(conflict)

    tree: T = _node(bases, mine, other, "", clash)
    return Merged(tree, tuple(found))


_Clash = Callable[[str, Sequence[Any], Any, Any], Any]


def _stands(bases: Sequence[Any], mine: Any, other: Any) -> Literal["ours", "theirs", ""]:
    """Whose side stands as it is, over every base; nobody's where both changed it or the bases disagree."""
    if mine == other or all(other == base for base in bases):
        return "ours"
    return "theirs" if all(mine == base for base in bases) else ""


def _node(bases: Sequence[Any], mine: Any, other: Any, path: str, clash: _Clash) -> Any:
    """A section, a row or a whole tree, attribute by attribute."""
    if side := _stands(bases, mine, other):
        return mine if side == "ours" else other
    known, values = fields_of(type(mine)), {}
    for f in dataclasses.fields(mine):
        was, here, there = [getattr(base, f.name) for base in bases], getattr(mine, f.name), getattr(other, f.name)
        field, place, side = known.get(f.name), join(path, f.name), _stands(was, here, there)
        if side:
            values[f.name] = here if side == "ours" else there
        elif field is None and dataclasses.is_dataclass(here):
            values[f.name] = _node(was, here, there, place, clash)
        elif field is not None and isinstance(field.kind, RowsKind):
            values[f.name] = _rows(was, here, there, place, clash)
        else:
            values[f.name] = clash(place, was, here, there)
    return dataclasses.replace(mine, **values)


def _rows(
    bases: Sequence[tuple[Row, ...]], mine: tuple[Row, ...], other: tuple[Row, ...], path: str, clash: _Clash
) -> tuple[Row, ...]:
    """A list, row by row, then its order."""
    was = [{row.key: row for row in rows} for rows in bases]
    here, there = ({row.key: row for row in rows} for rows in (mine, other))
    kept: dict[str, Row] = {}
    for key in _order(list(here), list(there)):
        row = _row([rows.get(key) for rows in was], here.get(key), there.get(key), row_path(path, key), clash)
        if row is not None:
            kept[key] = row
    return tuple(kept[key] for key in _agreed_order([[*rows] for rows in was], [*here], [*there], [*kept], path, clash))


def _row(bases: Sequence[Row | None], mine: Row | None, other: Row | None, path: str, clash: _Clash) -> Row | None:
    if mine is not None and other is not None and None not in bases:
        found: Row = _node(bases, mine, other, path, clash)
        return found
    if side := _stands(bases, mine, other):  # alike, or only one of us touched it
        return mine if side == "ours" else other
    settled: Row | None = clash(path, bases, mine, other)
    return settled


def _agreed_order(
    bases: list[list[str]], mine: list[str], other: list[str], kept: list[str], path: str, clash: _Clash
) -> list[str]:
    """The keys in the order of whoever moved them; a conflict where both moved them differently."""
    common = [key for key in kept if all(key in order for order in (*bases, mine, other))]
    was = [tuple(key for key in order if key in common) for order in bases]
    here, there = (tuple(key for key in order if key in common) for order in (mine, other))
    side, leads = _stands(was, here, there), list(mine)
    if side != "ours":
        leads = list(there if side else clash(path, was, here, there))
    wanted = set(kept)
    return [key for key in _order(_order(leads, mine), other) if key in wanted]


def _order(leads: list[str], rest: list[str]) -> list[str]:
    """The keys of two orders: those of the first as they stand, each other one behind its neighbour in the second."""
    made = list(leads)
    for place, key in enumerate(rest):
        if key not in made:
            before = next((one for one in reversed(rest[:place]) if one in made), None)
            made.insert(made.index(before) + 1 if before is not None else 0, key)
    return made
