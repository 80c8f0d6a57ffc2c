"""Declares fields: one call gives a field its kind, label, help, example and place in print, once for every use.

Declarations carry meaning only, never widths, columns or widget names. The helpers answer the value's own type, so that
a section reads as a plain frozen dataclass to the type checker.
"""

from __future__ import annotations

import dataclasses
import typing
from dataclasses import dataclass
from typing import Any, Literal, TypeVar

from workbench.base.language import N_
from workbench.fields.amounts import DurationKind, IntegerKind, MoneyKind, NumberKind, RateKind
from workbench.fields.kind import Kind
from workbench.fields.links import ReferenceKind, ReferencesKind, RowsKind
from workbench.fields.moments import DayKind, MomentKind, TimeKind
from workbench.fields.pictures import PictureKind
from workbench.fields.value import WORKING_UNITS, Row, Unit
from workbench.fields.words import ChoiceKind, ChoicesKind, CodeKind, Option, TextKind, TextsKind, YesNoKind

Place = Literal["cover", "clause", "schedule", "signatures", "annex", "nowhere"]
"""Where a field prints: cover, its section's clauses, the schedule, beside the signatures, an annex, or nowhere."""

_KEY = "workbench"
R = TypeVar("R", bound=Row)


@dataclass(frozen=True)
class Field:
    """All that is known of one field.

    Attributes:
        kind: Its values.
        label: A few words, capital first, no colon.
        help: One line that says what to answer and why it matters.
        example: A realistic answer as a person would type it.
        needed: Whether a version for signature demands it.
        place: Where it prints.
    """

    kind: Kind
    label: str
    help: str
    example: str
    needed: bool = False
    place: Place = "clause"


_FIELDS: dict[type, dict[str, Field]] = {}


def fields_of(owner: type[Any]) -> dict[str, Field]:
    """The declared fields of a section or row class, in order, by name."""
    found = _FIELDS.get(owner)
    if found is None:
        found = {f.name: f.metadata[_KEY] for f in dataclasses.fields(owner) if _KEY in f.metadata}
        _FIELDS[owner] = found
    return found


def field_of(owner: type, name: str) -> Field:
    """One declared field.

    Raises:
        KeyError: The class declares no such field.
    """
    return fields_of(owner)[name]


def _declare(kind: Kind, label: str, help: str, example: str, needed: bool, place: Place) -> Any:
    made = Field(kind, label, help, example, needed, place)
    return dataclasses.field(default=kind.empty, metadata={_KEY: made})


def text(
    label: str,
    *,
    help: str,
    example: str,
    limit: int = 200,
    needed: bool = False,
    place: Place = "clause",
) -> str:
    """One line of text."""
    return typing.cast("str", _declare(TextKind(limit=limit), label, help, example, needed, place))


def prose(
    label: str,
    *,
    help: str,
    example: str,
    limit: int = 4000,
    needed: bool = False,
    place: Place = "clause",
) -> str:
    """Text of several lines."""
    return typing.cast("str", _declare(TextKind(lines=True, limit=limit), label, help, example, needed, place))


def email(label: str, *, help: str, example: str, needed: bool = False, place: Place = "clause") -> str:
    """One e-mail address."""
    kind = TextKind(
        limit=254, pattern=r"[^@\s]+@[^@\s]+\.[^@\s]+", expected=N_("Write an e-mail address such as name@company.com.")
    )
    return typing.cast("str", _declare(kind, label, help, example, needed, place))


def colour(label: str, *, help: str, example: str, place: Place = "clause") -> str:
    """A colour as screens write it, `#1B2559`."""
    kind = TextKind(limit=7, pattern="#[0-9A-Fa-f]{6}", expected=N_("Write a colour as # and six digits: #1B2559."))
    return typing.cast("str", _declare(kind, label, help, example, False, place))


def picture(label: str, *, help: str, example: str, place: Place = "clause") -> str:
    """A small picture, PNG or JPEG."""
    return typing.cast("str", _declare(PictureKind(), label, help, example, False, place))


def texts(
    label: str,
    *,
    help: str,
    example: str,
    data_values: bool = False,
    needed: bool = False,
    place: Place = "clause",
) -> tuple[str, ...]:
    """A short list of words, one a line."""
    kind = TextsKind(data_values=data_values)
    return typing.cast("tuple[str, ...]", _declare(kind, label, help, example, needed, place))


def code(
    of: Literal["currency", "time_zone", "country", "subdivision"],
    label: str,
    *,
    help: str,
    example: str,
    needed: bool = False,
    place: Place = "clause",
) -> str:
    """A code of a published list."""
    return typing.cast("str", _declare(CodeKind(of=of), label, help, example, needed, place))


def choice(
    label: str,
    options: tuple[Option, ...],
    *,
    help: str,
    example: str,
    needed: bool = False,
    place: Place = "clause",
) -> str:
    """Exactly one of a closed list; empty until answered."""
    return typing.cast("str", _declare(ChoiceKind(options=options), label, help, example, needed, place))


def choices(
    label: str,
    options: tuple[Option, ...],
    *,
    help: str,
    example: str,
    needed: bool = False,
    place: Place = "clause",
) -> tuple[str, ...]:
    """Any number of a closed list."""
    kind = ChoicesKind(options=options)
    return typing.cast("tuple[str, ...]", _declare(kind, label, help, example, needed, place))


def yes_no(label: str, *, help: str, example: str = "yes", place: Place = "clause") -> bool:
    """Yes or no, no until answered."""
    return typing.cast("bool", _declare(YesNoKind(), label, help, example, False, place))


def integer(
    label: str,
    *,
    help: str,
    example: str,
    least: int = 0,
    most: int = 1_000_000_000,
    unit: str = "",
    one: str = "",
    needed: bool = False,
    place: Place = "clause",
) -> int | None:
    """A whole number with what it counts: `unit` for several, `one` for a single one."""
    kind = IntegerKind(least=least, most=most, unit=unit, one=one)
    return typing.cast("int | None", _declare(kind, label, help, example, needed, place))


def number(
    label: str,
    *,
    help: str,
    example: str,
    needed: bool = False,
    place: Place = "clause",
    kind: NumberKind | None = None,
) -> Any:
    """A decimal number; answers `Decimal | None`."""
    return _declare(kind or NumberKind(), label, help, example, needed, place)


def money(label: str, *, help: str, example: str, needed: bool = False, place: Place = "clause") -> Any:
    """An amount in the agreement's currency; answers `Decimal | None`."""
    return _declare(MoneyKind(), label, help, example, needed, place)


def rate(
    label: str,
    *,
    help: str,
    example: str,
    zero: bool = False,
    needed: bool = False,
    place: Place = "clause",
) -> Any:
    """A share, typed in percent; answers `Decimal | None`, a fraction."""
    return _declare(RateKind(zero=zero), label, help, example, needed, place)


def duration(
    label: str,
    *,
    help: str,
    example: str,
    units: tuple[Unit, ...] = WORKING_UNITS,
    needed: bool = False,
    place: Place = "clause",
) -> Any:
    """A length of time with its unit; answers `Duration | None`."""
    return _declare(DurationKind(units=units), label, help, example, needed, place)


def day(label: str, *, help: str, example: str, needed: bool = False, place: Place = "clause") -> Any:
    """A day; answers `date | None`."""
    return _declare(DayKind(), label, help, example, needed, place)


def time(label: str, *, help: str, example: str, needed: bool = False, place: Place = "clause") -> Any:
    """A time of day; answers `time | None`."""
    return _declare(TimeKind(), label, help, example, needed, place)


def moment(label: str, *, help: str, example: str, needed: bool = False, place: Place = "clause") -> Any:
    """A day and time on the agreement's wall clock; answers `datetime | None`, naive."""
    return _declare(MomentKind(), label, help, example, needed, place)


def rows(
    row: type[R],
    label: str,
    *,
    one: str,
    help: str,
    example: str,
    named_by: tuple[str, ...] = ("name",),
    needed: bool = False,
    place: Place = "clause",
    leads_to: str = "",
) -> tuple[R, ...]:
    """A list of rows with stable keys."""
    kind = RowsKind(row=row, one=one, named_by=named_by, leads_to=leads_to)
    return typing.cast("tuple[R, ...]", _declare(kind, label, help, example, needed, place))


def reference(
    to: str,
    label: str,
    *,
    help: str,
    example: str,
    needed: bool = False,
    place: Place = "clause",
) -> str:
    """A row of another list."""
    return typing.cast("str", _declare(ReferenceKind(to=to), label, help, example, needed, place))


def references(
    to: str,
    label: str,
    *,
    help: str,
    example: str,
    needed: bool = False,
    place: Place = "clause",
) -> tuple[str, ...]:
    """Several rows of another list."""
    return typing.cast("tuple[str, ...]", _declare(ReferencesKind(to=to), label, help, example, needed, place))
