"""Kinds that hold structure: lists of rows, and references to rows of other lists by key. Must not know any section."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, ClassVar

from workbench.base.language import N_
from workbench.fields.kind import BadText, Kind
from workbench.fields.value import KEY_PATTERN, Row, Shown


@dataclass(frozen=True)
class RowsKind(Kind):
    """A list of rows, each with a stable key.

    Attributes:
        row: The rows' class.
        one: What one row is called, for buttons and messages.
        named_by: The field of a row that names it to people; the first filled one of several.
        most: Most rows.
        leads_to: The field that stands after the last naming one and an arrow, as in MQL → SAL; empty for none.
    """

    name: ClassVar[str] = "rows"
    empty: ClassVar[Any] = ()
    row: type[Row] = Row
    one: str = N_("row")
    named_by: tuple[str, ...] = ("name",)
    most: int = 500
    leads_to: str = ""

    def parse(self, text: str, shown: Shown) -> Any:
        """Rows are not typed as text."""
        del shown
        raise BadText(N_("A list is edited row by row: “{text}”."), text=text[:40])

    def format(self, value: Any, shown: Shown) -> str:
        """The names of the rows."""
        return ", ".join(self.row_name(row, shown) for row in value or ())

    def row_name(self, row: Row, shown: Shown) -> str:
        """What people call a row: its first naming field that is filled, else its key."""
        return next((text for name in self.named_by if (text := self.naming(row, name, shown))), row.key)

    def naming(self, row: Row, name: str, shown: Shown) -> str:
        """What one naming field of a row says, with what it leads to where it is the last of them."""
        from workbench.fields.declare import field_of  # noqa: PLC0415  (rows declare fields, fields hold rows)

        fields = (name, self.leads_to) if self.leads_to and name == self.named_by[-1] else (name,)
        said = (field_of(type(row), one).kind.format(getattr(row, one), shown) for one in fields)
        return " → ".join(text for text in said if text)

    def problem(self, value: Any) -> BadText | None:
        """Too many rows, or a key that is malformed or used twice."""
        if len(value) > self.most:
            return BadText(N_("At most {most} rows fit here."), most=self.most)
        keys = [row.key for row in value]
        for key in keys:
            if not re.fullmatch(KEY_PATTERN, key):
                return BadText(N_("“{key}” cannot be a row's key."), key=key[:60])
            if keys.count(key) > 1:
                return BadText(N_("Two rows have the key “{key}”."), key=key)
        return None


@dataclass(frozen=True)
class ReferenceKind(Kind):
    """The key of a row in another list.

    Attributes:
        to: Path of the list.
    """

    name: ClassVar[str] = "reference"
    empty: ClassVar[Any] = ""
    to: str = ""

    def parse(self, text: str, shown: Shown) -> str:
        """The key, as given."""
        del shown
        return self.checked(text.strip())

    def format(self, value: Any, shown: Shown) -> str:
        """The name of the row."""
        return shown.label_of(self.to, value) if value else ""

    def problem(self, value: Any) -> BadText | None:
        """Not a key at all. Whether the row exists is a rule's matter."""
        if value and not re.fullmatch(KEY_PATTERN, value):
            return BadText(N_("“{key}” cannot be a row's key."), key=value[:60])
        return None

    def schema(self) -> dict[str, Any]:
        """A key, or empty."""
        return {"type": "string", "pattern": f"^({KEY_PATTERN})?$"}


@dataclass(frozen=True)
class ReferencesKind(ReferenceKind):
    """The keys of several rows in another list."""

    name: ClassVar[str] = "references"
    empty: ClassVar[Any] = ()

    def parse(self, text: str, shown: Shown) -> tuple[str, ...]:  # type: ignore[override]  # several instead of one
        """The keys, separated by commas."""
        return tuple(ReferenceKind.parse(self, part, shown) for part in text.split(",") if part.strip())

    def format(self, value: Any, shown: Shown) -> str:
        """The names of the rows."""
        return ", ".join(shown.label_of(self.to, key) for key in value or ())

    def problem(self, value: Any) -> BadText | None:
        """One of them is not a key at all."""
        return next((found for key in value if (found := ReferenceKind.problem(self, key))), None)

    def normal(self, value: Any) -> tuple[str, ...]:
        """Each once."""
        return tuple(dict.fromkeys(value or ()))

    def schema(self) -> dict[str, Any]:
        """An array of keys."""
        return {"type": "array", "items": {"type": "string", "pattern": f"^{KEY_PATTERN}$"}}
