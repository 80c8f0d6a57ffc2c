"""The lead log: one row is one lead in its current state, kept in columns so that a million leads stay small.

Instants are whole seconds since 1970 in UTC. A stamp at exactly 00:00:00 on the agreement's wall clock is a date
without time (semantics section 4, fine points). Money and numbers are whole ten-thousandths, so sums are exact. Must
not know files, mappings or commitments.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import TypeAlias, overload

import numpy as np
import numpy.typing as npt

from workbench.agreement.lead_fields import FIELD, LeadKind

Ints: TypeAlias = npt.NDArray[np.int64]
Codes: TypeAlias = npt.NDArray[np.int32]
Bools: TypeAlias = npt.NDArray[np.bool_]

EMPTY = -(2**63)
"""In instants and numbers: no value."""
UNREADABLE = -(2**63) + 1
"""In instants and numbers: the file held no possible value; the lead is unknown wherever the field matters."""
SCALE = 10_000
"""Numbers and money are kept in units of one ten-thousandth."""
LARGEST = 10**14
"""Numbers from here on are not taken in: ten-thousandths of a few of them would not fit 64 bits."""
CUSTOM = "custom:"
"""Prefix of a column that was kept under its own header."""
_ATTEMPT = re.compile(r"attempt_[1-9]\d?_at")
"""A column with the dates of every lead's first, second, third attempt; only activities bring it."""


@dataclass(frozen=True, eq=False)
class Stamps:
    """A column of instants: seconds since 1970 UTC, `EMPTY` or `UNREADABLE`; int64, one per lead."""

    values: Ints


@dataclass(frozen=True, eq=False)
class Amounts:
    """A column of numbers: ten-thousandths, `EMPTY` or `UNREADABLE`; int64, one per lead."""

    values: Ints


@dataclass(frozen=True, eq=False)
class Words:
    """A column of texts: an index into `words` per lead, -1 for empty, -2 for unreadable; int32."""

    values: Codes
    words: tuple[str, ...]


Column: TypeAlias = Stamps | Amounts | Words


def amount_of(value: int) -> Decimal | None:
    """The exact number of one cell of an `Amounts` column; nothing where it is empty or unreadable."""
    return None if value in {EMPTY, UNREADABLE} else Decimal(value) / SCALE


def empty_column(like: Column, size: int) -> Column:
    """A column of the same kind with nothing in it."""
    if isinstance(like, Words):
        return Words(np.full(size, -1, np.int32), ())
    return type(like)(np.full(size, EMPTY, np.int64))


def is_column(name: str) -> bool:
    """Whether a lead log may have a column of this name: a known field, one of its own, or the date of an attempt."""
    return name in FIELD or (len(name) > len(CUSTOM) and name.startswith(CUSTOM)) or bool(_ATTEMPT.fullmatch(name))


def column_kind(name: str) -> LeadKind:
    """What a column of this name holds."""
    if name in FIELD:
        return FIELD[name].kind
    return "instant" if _ATTEMPT.fullmatch(name) else "text"


def blank_column(field: str, size: int) -> Column:
    """A column with nothing in it."""
    kind = column_kind(field)
    if kind == "text":
        return Words(np.full(size, -1, np.int32), ())
    return (Stamps if kind == "instant" else Amounts)(np.full(size, EMPTY, np.int64))


class _Part(Sequence[str]):
    """Some identities of a log, in a row; nothing is copied before it is asked for."""

    def __init__(self, whole: Sequence[str], first: int, end: int) -> None:
        self._whole = whole
        self._rows = range(first, end)

    def __len__(self) -> int:
        return len(self._rows)

    @overload
    def __getitem__(self, at: int) -> str: ...
    @overload
    def __getitem__(self, at: slice) -> list[str]: ...
    def __getitem__(self, at: int | slice) -> str | list[str]:
        if isinstance(at, slice):
            return [self._whole[row] for row in self._rows[at]]
        return self._whole[self._rows[at]]


@dataclass(frozen=True, eq=False)
class LeadLog:
    """Leads in columns, all of one length.

    Attributes:
        identities: What recognises each lead again (`id:`, `email:` or `email+day:` and the value); unique.
        columns: By field name; only fields that some import carried. A field that is not a key is absent from all
            imports, which is different from being empty.
    """

    identities: Sequence[str]
    columns: Mapping[str, Column]

    def __len__(self) -> int:
        """Number of leads."""
        return len(self.identities)

    @cached_property
    def places(self) -> Mapping[str, int]:
        """The row of each identity, made once for all who ask; fewer than rows where an identity comes twice."""
        return dict(zip(self.identities, range(len(self)), strict=True))

    def has(self, field: str) -> bool:
        """Whether any import carried the field."""
        return field in self.columns

    def stamps(self, field: str) -> Ints:
        """Seconds of an instant field, all `EMPTY` where the field is absent."""
        column = self.columns.get(field)
        return column.values if isinstance(column, Stamps) else np.full(len(self), EMPTY, np.int64)

    def amounts(self, field: str) -> Ints:
        """Ten-thousandths of a number field, all `EMPTY` where the field is absent."""
        column = self.columns.get(field)
        return column.values if isinstance(column, Amounts) else np.full(len(self), EMPTY, np.int64)

    def words(self, field: str) -> Words:
        """A text field, all empty where the field is absent."""
        column = self.columns.get(field)
        return column if isinstance(column, Words) else Words(np.full(len(self), -1, np.int32), ())

    def text(self, field: str, index: int) -> str:
        """The text of one lead's field; empty where there is none."""
        column = self.words(field)
        code = int(column.values[index])
        return column.words[code] if code >= 0 else ""

    def filled(self, field: str) -> Bools:
        """Which leads have a readable value in a field."""
        column = self.columns.get(field)
        if column is None:
            return np.zeros(len(self), np.bool_)
        if isinstance(column, Words):
            return np.asarray(column.values >= 0)
        return np.asarray(column.values > UNREADABLE)

    def unreadable(self, field: str) -> Bools:
        """Which leads have an unreadable value in a field."""
        column = self.columns.get(field)
        if column is None:
            return np.zeros(len(self), np.bool_)
        return np.asarray(column.values == (-2 if isinstance(column, Words) else UNREADABLE))

    def part(self, first: int, end: int) -> LeadLog:
        """The leads from one row number to before another, without copying their columns."""
        parts: dict[str, Column] = {}
        for name, column in self.columns.items():
            if isinstance(column, Words):
                parts[name] = Words(column.values[first:end], column.words)
            else:
                parts[name] = type(column)(column.values[first:end])
        return LeadLog(_Part(self.identities, first, min(end, len(self))), parts)

    def take(self, rows: Ints | Bools) -> LeadLog:
        """The leads at row numbers, or where a mask is true, in that order."""
        index = np.flatnonzero(rows) if rows.dtype == np.bool_ else rows
        taken: dict[str, Column] = {}
        for name, column in self.columns.items():
            if isinstance(column, Words):
                taken[name] = Words(column.values[index], column.words)
            else:
                taken[name] = type(column)(column.values[index])
        return LeadLog([self.identities[i] for i in index.tolist()], taken)


NO_LEADS = LeadLog((), {})
