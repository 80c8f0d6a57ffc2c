"""Folds an import into the lead log: leads are recognised by identity, and what the newer file says replaces.

The file is the current state: an empty cell of a column it carries empties the field; a column it does not carry keeps
what was known. Any sequence of imports folds into a log, and an import is undone by folding without it. Must not know
files or where logs are kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from functools import reduce
from typing import TypeAlias

import numpy as np

from workbench.tracking.leads import (
    EMPTY,
    NO_LEADS,
    UNREADABLE,
    Amounts,
    Codes,
    Column,
    Ints,
    LeadLog,
    Stamps,
    Words,
    amount_of,
    empty_column,
)


class Unreadable(Enum):
    """Stands for a cell whose value the file did not give readably."""

    VALUE = "unreadable"


Cell: TypeAlias = str | int | Decimal | Unreadable | None
"""One field of one lead: a text, seconds since 1970 UTC, a number; nothing for empty."""


@dataclass(frozen=True)
class Change:
    """One field of one lead that an import changed.

    Attributes:
        identity: The lead's identity in the log.
        field: Name of the field.
        before: What the log held.
        after: What it holds now.
    """

    identity: str
    field: str
    before: Cell
    after: Cell


@dataclass(frozen=True, eq=False)
class Merged:
    """What folding an import into a log came to.

    Attributes:
        log: The log after it: the older leads in their order, then the new ones in the file's.
        added: Leads the log did not have.
        updated: Leads it had, with a field that differs.
        unchanged: Leads it had, all fields alike.
    """

    log: LeadLog
    added: int
    updated: int
    unchanged: int
    _before: Mapping[str, tuple[Column, Ints]]

    def changes(self, most: int | None = None) -> Iterator[Change]:
        """Every changed field of leads that were there before, lead by lead in the log's order.

        Args:
            most: Of so many leads only.
        """
        changed = [rows for _, rows in self._before.values()]
        leads = np.unique(np.concatenate(changed))[:most] if changed else np.zeros(0, np.int64)
        fields = [
            (field, before, self.log.columns[field], np.isin(leads, rows).tolist())
            for field, (before, rows) in self._before.items()
        ]
        for place, row in enumerate(leads.tolist()):
            for field, before, after, differs in fields:
                if differs[place]:
                    yield Change(self.log.identities[row], field, cell(before, row), cell(after, row))


def cell(column: Column, row: int) -> Cell:
    """One cell of a column as a value."""
    value = int(column.values[row])
    if isinstance(column, Words):
        return column.words[value] if value >= 0 else None if value == -1 else Unreadable.VALUE
    if value <= UNREADABLE:
        return None if value == EMPTY else Unreadable.VALUE
    return amount_of(value) if isinstance(column, Amounts) else value


def folded(imports: Iterable[LeadLog]) -> LeadLog:
    """The log that a sequence of imports makes, oldest first."""
    return reduce(lambda older, newer: merged(older, newer).log, imports, NO_LEADS)


def merged(older: LeadLog, newer: LeadLog) -> Merged:
    """The log after an import.

    Raises:
        ValueError: An identity comes twice in the import, or a column changes its kind; both are bugs of the importer.
    """
    if not older.columns and not len(older):
        return _first(newer)
    known = older.places
    places = [known.get(identity, -1) for identity in newer.identities]
    fresh = [identity for identity, place in zip(newer.identities, places, strict=True) if place < 0]
    if len(newer.places) != len(newer):
        raise ValueError("an identity comes twice in one import")
    at = np.array(places, np.int64)
    is_new = at < 0
    at[is_new] = np.arange(len(older), len(older) + len(fresh))
    size = len(older) + len(fresh)

    columns: dict[str, Column] = {}
    before: dict[str, tuple[Column, Ints]] = {}
    differs = np.zeros(len(newer), np.bool_)
    for field in dict.fromkeys((*older.columns, *newer.columns)):
        old = _sized(older.columns.get(field) or empty_column(newer.columns[field], 0), size)
        update = newer.columns.get(field)
        if update is None:
            columns[field] = old
            continue
        old, values, words = _alike(old, update)
        changed = (old.values[at] != values) & ~is_new
        differs |= changed
        if changed.any():
            before[field] = (old, np.sort(at[changed]))
        result = old.values.copy()
        result[at] = values
        columns[field] = _column(old, result, words)
    updated = int(differs.sum())
    return Merged(
        LeadLog([*older.identities, *fresh], columns),
        added=len(fresh),
        updated=updated,
        unchanged=len(newer) - len(fresh) - updated,
        _before=before,
    )


def _first(log: LeadLog) -> Merged:
    """The log after an import into an empty one: the import as it is."""
    if len(log.places) != len(log):
        raise ValueError("an identity comes twice in one import")
    return Merged(log, added=len(log), updated=0, unchanged=0, _before={})


def _sized(column: Column, size: int) -> Column:
    """A column with empty cells added up to a size."""
    empty = empty_column(column, size - len(column.values)).values
    words = column.words if isinstance(column, Words) else ()
    return _column(column, np.concatenate([column.values, empty]), words)


def _alike(old: Column, update: Column) -> tuple[Column, Ints | Codes, tuple[str, ...]]:
    """The old column, the update's values in the same coding, and the words of that coding."""
    if isinstance(old, Words) and isinstance(update, Words):
        if old.words == update.words:
            return old, update.values, old.words
        index: dict[str, int] = {}
        old_codes = _coded(old, index)
        codes = _coded(update, index)
        words = tuple(index)
        return Words(old_codes, words), codes, words
    if isinstance(old, Words) or type(old) is not type(update):
        raise ValueError("a column changes its kind")
    return old, update.values, ()


def _coded(column: Words, index: dict[str, int]) -> Codes:
    """A text column's codes in a shared vocabulary, which grows by its words."""
    codes = [index.setdefault(word, len(index)) for word in column.words]
    table = np.array([*codes, -2, -1], np.int32)  # codes -1 and -2 read from the end: empty and unreadable stay
    found: Codes = table[column.values]
    return found


def _column(like: Column, values: Ints | Codes, words: tuple[str, ...]) -> Column:
    """A column of the same kind with other values."""
    if isinstance(like, Words):
        return Words(values.astype(np.int32, copy=False), words)
    kind: type[Stamps | Amounts] = type(like)
    return kind(values.astype(np.int64, copy=False))
