"""Numbers of two agreements beside each other, and by how much each changed. Must not know text.

A number is whatever can be counted: amounts, shares, durations, days. A change of unit is said and never calculated.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Any, Final

from workbench.agreement.comparison.naming import Naming, Placed
from workbench.base.language import N_
from workbench.fields.amounts import DurationKind, IntegerKind, MoneyKind, NumberKind, RateKind, show_number
from workbench.fields.change import Change
from workbench.fields.kind import Kind
from workbench.fields.moments import DayKind
from workbench.fields.path import declared, walk
from workbench.fields.value import Duration, Shown

COUNTED: Final = (IntegerKind, NumberKind, DurationKind, DayKind)
"""Kinds whose values are numbers; money and shares are such numbers too."""


@dataclass(frozen=True)
class NumberRow:
    """One number before and after.

    Attributes:
        path: Where it is.
        placed: What that place is called.
        before: As a reader expects it; empty where there was none.
        after: Likewise.
        change: By how much, such as `+20, +5%`; empty where nothing changed.
    """

    path: str
    placed: Placed
    before: str
    after: str
    change: str = ""


def is_number(kind: Kind) -> bool:
    """Whether values of a kind are numbers."""
    return isinstance(kind, COUNTED)


def number_rows(changes: Iterable[Change], old: Naming, new: Naming) -> Iterator[NumberRow]:
    """The numbers among the changes, in document order."""
    for change in changes:
        kind = kind_of(change, new)
        if kind is not None and is_number(kind):
            yield NumberRow(
                change.path,
                new.placed(change.path),
                kind.format(change.before, old.shown),
                kind.format(change.after, new.shown),
                difference(kind, change.before, change.after, new.shown),
            )


def same_numbers(changed: Iterable[str], new: Naming) -> Iterator[NumberRow]:
    """The numbers that stayed as they were, or came with a new row, in document order.

    Args:
        changed: Paths of those that changed.
        new: The newer agreement.
    """
    known = set(changed)
    for path, field, value in walk(new.agreement):
        if is_number(field.kind) and value is not None and path not in known and not path.startswith("workshop."):
            text = field.kind.format(value, new.shown)
            yield NumberRow(path, new.placed(path), text, text)


def kind_of(change: Change, new: Naming) -> Kind | None:
    """The kind of a field that changed; nothing for rows and lists."""
    return declared(new.agreement, change.path)[2].kind if change.how == "changed" else None


def difference(kind: Kind, before: Any, after: Any, shown: Shown) -> str:
    """By how much a number changed, in a few signs."""
    text = shown.language.text
    if before is None:
        return text(N_("new"))
    if after is None:
        return text(N_("taken out"))
    if isinstance(before, Duration):
        if before.unit != after.unit:
            return text(N_("unit changed"))
        return _both(Decimal(before.amount), Decimal(after.amount), shown)
    if isinstance(before, dt.date):
        days = (after - before).days
        return shown.language.count(N_("{n} day"), N_("{n} days"), abs(days)).format(n=_signed(Decimal(days), shown))
    if isinstance(kind, RateKind):
        points = (after - before) * 100
        return shown.language.count(N_("{n} point"), N_("{n} points"), 1 if abs(points) == 1 else 2).format(
            n=_signed(points, shown)
        )
    if isinstance(kind, MoneyKind):
        amount = _sign(after - before) + kind.format(abs(after - before), shown)
        return ", ".join(part for part in (amount, _share(before, after, shown)) if part)
    return _both(Decimal(before), Decimal(after), shown)


def _both(before: Decimal, after: Decimal, shown: Shown) -> str:
    parts = (_signed(after - before, shown), _share(before, after, shown))
    return ", ".join(part for part in parts if part)


def _share(before: Any, after: Any, shown: Shown) -> str:
    """The change as a share of what was, to a tenth of a percent; nothing where there was nothing."""
    if not before:
        return ""
    percent = (Decimal(after - before) / abs(Decimal(before)) * 100).quantize(Decimal("0.1"), ROUND_HALF_UP)
    return f"{_signed(percent.normalize() + 0, shown)}%"


def _signed(value: Decimal, shown: Shown) -> str:
    return _sign(value) + show_number(abs(value), shown)


def _sign(value: Any) -> str:
    return "−" if value < 0 else "+"
