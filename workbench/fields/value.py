"""Values that are not plain Python types, and the context in which values are shown. Must not know any section."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from workbench.base.language import SOURCE, Language, language

Unit = Literal["minutes", "hours", "business_days", "days", "weeks", "months"]
"""Minutes and hours are working time; business days end with their last closing; the others are calendar time."""

WORKING_UNITS: tuple[Unit, ...] = ("minutes", "hours", "business_days")
CALENDAR_UNITS: tuple[Unit, ...] = ("days", "weeks", "months")

KEY_PATTERN = r"[A-Za-z0-9][A-Za-z0-9_-]{0,39}"


@dataclass(frozen=True)
class Duration:
    """A length of time that keeps the unit people agreed it in.

    Attributes:
        amount: How many units; a whole number above 0.
        unit: One of `Unit`. One business day is never turned into hours.
    """

    amount: int
    unit: Unit

    @property
    def seconds(self) -> int | None:
        """Working seconds for minutes and hours; nothing for units that have no fixed length in working time."""
        return {"minutes": 60, "hours": 3600}.get(self.unit, 0) * self.amount or None


@dataclass(frozen=True)
class Row:
    """One row of a list in a section. The key is stable over edits, moves and versions, and names the row in paths.

    Attributes:
        key: Matches `KEY_PATTERN`; unique in its list.
    """

    key: str = ""


def new_key() -> str:
    """A fresh row key: a letter and seven more, 40 random bits."""
    alphabet = "abcdefghjkmnpqrstuvwxyz23456789"
    return "k" + "".join(secrets.choice(alphabet) for _ in range(8))


def _no_label(_list_path: str, key: str) -> str:
    return key


@dataclass(frozen=True)
class Shown:
    """How values are to be shown: the language, the agreement's currency, and names for referenced rows.

    Attributes:
        language: Wording, number and date style.
        currency: ISO 4217 code; empty when the agreement has none yet.
        label_of: Gives the name of the row with a key in the list at a path.
        own: What this agreement says instead of some words, by those words.
    """

    language: Language = field(default_factory=lambda: language(SOURCE))
    currency: str = ""
    label_of: Callable[[str, str], str] = _no_label
    own: Mapping[str, str] = field(default_factory=dict)

    def text(self, message: str) -> str:
        """A marked text as this agreement says it: in its own words where it has some, else translated."""
        return self.own.get(message) or self.language.text(message)


def plain(number: Decimal) -> str:
    """A decimal as its shortest exact text without exponent: `0.8`, `1200`, never `1.2E+3` or `-0`."""
    text = format(number, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in {"", "-0"} else text
