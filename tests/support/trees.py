"""Hypothesis strategies for values of every kind and for whole trees of declared fields."""

from __future__ import annotations

import dataclasses
import datetime as dt
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from workbench.fields.amounts import DurationKind, IntegerKind, NumberKind, RateKind
from workbench.fields.codec import types_of
from workbench.fields.declare import Field, fields_of
from workbench.fields.kind import Kind
from workbench.fields.links import ReferenceKind, ReferencesKind, RowsKind
from workbench.fields.moments import DayKind, MomentKind, TimeKind
from workbench.fields.pictures import PictureKind, picture_value
from workbench.fields.value import Duration
from workbench.fields.words import ChoiceKind, ChoicesKind, CodeKind, TextKind, TextsKind, YesNoKind

KEYS = st.from_regex(r"\A[a-z][a-z0-9]{0,5}\Z")
DAYS = st.dates(dt.date(2000, 1, 1), dt.date(2100, 12, 31))
TIMES = st.builds(dt.time, st.integers(0, 23), st.integers(0, 59))
WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Co", "Cn")), max_size=40)
EXAMPLE = {"[": "a@example.com", "#": "#1B2559"}
"""What matches a pattern, by how that begins."""

CODES = {
    "currency": ["EUR", "USD", "BRL"],
    "time_zone": ["Europe/Berlin", "America/Sao_Paulo", "UTC"],
    "country": ["DE", "BR", "US"],
    "subdivision": ["BY", "SP"],
}


def values(kind: Kind, depth: int = 2) -> st.SearchStrategy[Any]:
    """Values a field of a kind may hold, in their normal form, empty ones included."""
    made = _filled(kind, depth)
    return st.just(kind.empty) | made.map(kind.normal)


def _filled(kind: Kind, depth: int) -> st.SearchStrategy[Any]:
    match kind:
        case CodeKind():
            return st.sampled_from(CODES[kind.of])
        case PictureKind():
            return st.just(picture_value(b"\x89PNG\r\n\x1a\n no picture in truth"))
        case TextKind():
            return st.just(EXAMPLE[kind.pattern[0]]) if kind.pattern else WORDS.map(lambda text: text[: kind.limit])
        case TextsKind():
            bare = st.text("abcdeäöüß -", min_size=1, max_size=12)
            return st.lists(bare, max_size=4).map(tuple)
        case ChoicesKind():
            return st.lists(st.sampled_from([o.value for o in kind.options]), unique=True).map(tuple)
        case ChoiceKind():
            return st.sampled_from([o.value for o in kind.options])
        case YesNoKind():
            return st.booleans()
        case IntegerKind():
            return st.integers(kind.least, kind.most)
        case RateKind():
            return st.integers(0 if kind.zero else 1, 10**6).map(lambda n: Decimal(n) / 10**6)
        case NumberKind():
            unit = Decimal(10) ** -kind.places
            low, high = int(max(kind.least, Decimal(-(10**9))) / unit), int(min(kind.most, Decimal(10**9)) / unit)
            return st.integers(low, high).map(lambda n: n * unit)
        case DurationKind():
            return st.builds(Duration, st.integers(1, 500), st.sampled_from(kind.units))
        case DayKind():
            return DAYS
        case TimeKind():
            return TIMES
        case MomentKind():
            return st.builds(dt.datetime.combine, DAYS, TIMES)
        case ReferencesKind():
            return st.lists(KEYS, max_size=3, unique=True).map(tuple)
        case ReferenceKind():
            return KEYS
        case RowsKind():
            if depth <= 0:
                return st.just(())
            keyed = st.lists(KEYS, max_size=3, unique=True)
            row = trees(kind.row, depth - 1)
            return keyed.flatmap(
                lambda keys: st.tuples(*[row.map(lambda r, k=key: dataclasses.replace(r, key=k)) for key in keys])  # type: ignore[misc]  # a bound default
            )
    raise AssertionError(f"no strategy for {kind}")


def trees(owner: type[Any], depth: int = 2) -> st.SearchStrategy[Any]:
    """Trees of a class, most fields left empty so that examples stay small."""
    known, types = fields_of(owner), types_of(owner)
    drawn: dict[str, st.SearchStrategy[Any]] = {}
    for f in dataclasses.fields(owner):
        if f.name in known:
            drawn[f.name] = _often_empty(known[f.name], depth)
        elif dataclasses.is_dataclass(types[f.name]):
            drawn[f.name] = trees(types[f.name], depth)
    return st.builds(owner, **drawn)


def _often_empty(field: Field, depth: int) -> st.SearchStrategy[Any]:
    empty = st.just(field.kind.empty)
    return st.integers(0, 5).flatmap(lambda n: values(field.kind, depth) if n == 0 else empty)
