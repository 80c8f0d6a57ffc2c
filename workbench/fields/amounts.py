"""Kinds whose values are amounts: whole numbers, decimals, money, rates, durations. Must not know dates.

Numbers are exact (`int`, `Decimal`), never floats. What a person types is read in the language they type in and never
guessed where it has two readings.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any, ClassVar

from workbench.base.language import N_
from workbench.fields.kind import BadText, Kind
from workbench.fields.value import Duration, Shown, Unit, plain
from workbench.fields.words import clean

_LARGEST = Decimal(10) ** 12
_PATTERN = r"^-?[0-9]+(\.[0-9]+)?$"


def read_number(text: str, shown: Shown) -> Decimal:
    """A typed number in the language's own style.

    Raises:
        BadText: Not a number, or one that the style reads in two ways (`1.234` in German typing is refused).
    """
    from babel.numbers import NumberFormatError, parse_decimal  # noqa: PLC0415  (needs locale data)

    bare = clean(text, lines=False).replace(" ", "").replace("\u202f", "").replace("\u2212", "-")
    try:
        value = parse_decimal(bare, locale=shown.language.code, strict=True)
    except NumberFormatError:
        raise BadText(N_("“{text}” is not a number."), text=text.strip()) from None
    except InvalidOperation:  # more digits than arithmetic keeps
        raise BadText(N_("“{text}” is not a number below a million millions."), text=text.strip()[:40]) from None
    if not value.is_finite() or abs(value) >= _LARGEST:
        raise BadText(N_("“{text}” is not a number below a million millions."), text=text.strip())
    return value


def show_number(value: Decimal | int, shown: Shown) -> str:
    """A number in the language's own style, with all of its decimals and no others."""
    from babel.numbers import format_decimal  # noqa: PLC0415

    return format_decimal(value, locale=shown.language.code, decimal_quantization=False)


@dataclass(frozen=True)
class IntegerKind(Kind):
    """A whole number.

    Attributes:
        least: Smallest value taken.
        most: Largest value taken.
        unit: What is counted, as shown beside the number; empty for a bare number.
        one: The same where the number is one.
    """

    name: ClassVar[str] = "integer"
    least: int = 0
    most: int = 1_000_000_000
    unit: str = ""
    one: str = ""

    def parse(self, text: str, shown: Shown) -> int | None:
        """The whole number typed."""
        if not text.strip():
            return None
        number = read_number(text, shown)
        if number != number.to_integral_value():
            raise BadText(N_("“{text}” is not a whole number."), text=text.strip())
        return self.checked(int(number))

    def format(self, value: Any, shown: Shown) -> str:
        """The number, with its unit."""
        if value is None:
            return ""
        words = shown.language.count(self.one or self.unit, self.unit, value) if self.unit else ""
        return f"{show_number(value, shown)} {words}".strip()

    def edit_text(self, value: Any, shown: Shown) -> str:
        """The bare number."""
        return "" if value is None else show_number(value, shown)

    def problem(self, value: Any) -> BadText | None:
        """Outside the limits."""
        if not self.least <= value <= self.most:
            return BadText(N_("Write a number from {least} to {most}."), least=self.least, most=self.most)
        return None

    def schema(self) -> dict[str, Any]:
        """An integer."""
        return {"type": "integer", "minimum": self.least, "maximum": self.most}


@dataclass(frozen=True)
class NumberKind(Kind):
    """A decimal number.

    Attributes:
        least: Smallest value taken.
        most: Largest value taken.
        places: Most decimals.
    """

    name: ClassVar[str] = "number"
    least: Decimal = -_LARGEST
    most: Decimal = _LARGEST
    places: int = 6

    def parse(self, text: str, shown: Shown) -> Decimal | None:
        """The number typed."""
        if not text.strip():
            return None
        return self.normal(self.checked(read_number(text, shown)))

    def format(self, value: Any, shown: Shown) -> str:
        """The number in the language's style."""
        return "" if value is None else show_number(value, shown)

    def normal(self, value: Any) -> Decimal | None:
        """Without trailing zeros."""
        return None if value is None else Decimal(plain(value))

    def problem(self, value: Any) -> BadText | None:
        """Not finite, outside the limits, or more decimals than the kind keeps."""
        if value.is_finite() and value < self.least and self.most >= _LARGEST:
            return BadText(N_("Write a number of at least {least}."), least=plain(self.least))
        if not value.is_finite() or not self.least <= value <= self.most:
            least, most = (plain(one) for one in (self.least, self.most))
            return BadText(N_("Write a number from {least} to {most}."), least=least, most=most)
        if -int(value.normalize().as_tuple().exponent) > self.places:
            return BadText(N_("At most {places} decimals are kept."), places=self.places)
        return None

    def schema(self) -> dict[str, Any]:
        """A decimal as a string, so that no reader rounds it; or null."""
        return {"type": ["string", "null"], "pattern": _PATTERN}


@dataclass(frozen=True)
class MoneyKind(NumberKind):
    """An amount in the agreement's one currency, never negative."""

    name: ClassVar[str] = "money"
    least: Decimal = Decimal(0)
    places: int = 2

    def parse(self, text: str, shown: Shown) -> Decimal | None:
        """The amount typed, with or without the currency's code or sign."""
        bare = clean(text, lines=False)
        for sign in (shown.currency, *_signs(shown.currency)):
            if sign:
                bare = re.sub(rf"^{re.escape(sign)}|{re.escape(sign)}$", "", bare, flags=re.IGNORECASE).strip()
        return super().parse(bare, shown)

    def format(self, value: Any, shown: Shown) -> str:
        """The amount with its currency; decimals only where there are any."""
        from babel import Locale  # noqa: PLC0415
        from babel.numbers import format_currency  # noqa: PLC0415

        if value is None:
            return ""
        if not shown.currency:
            return show_number(value, shown)
        locale = Locale.parse(shown.language.code)
        pattern = locale.currency_formats["standard"].pattern
        if value == value.to_integral_value():
            pattern = pattern.replace(".00", "")
        return str(format_currency(value, shown.currency, format=pattern, locale=locale, currency_digits=False))

    def edit_text(self, value: Any, shown: Shown) -> str:
        """The bare number."""
        return super().format(value, shown)


def _signs(currency: str) -> tuple[str, ...]:
    from babel.numbers import get_currency_symbol  # noqa: PLC0415

    return (get_currency_symbol(currency, locale="en"),) if re.fullmatch(r"[A-Z]{3}", currency) else ()


@dataclass(frozen=True)
class RateKind(NumberKind):
    """A share, kept as a fraction above 0 and at most 1, typed and shown in percent.

    Attributes:
        zero: Whether nought is taken too (a tolerance); a rate of nought is otherwise refused.
    """

    name: ClassVar[str] = "rate"
    least: Decimal = Decimal(0)
    most: Decimal = Decimal(1)
    places: int = 6
    zero: bool = False

    def parse(self, text: str, shown: Shown) -> Decimal | None:
        """25 and 25% are a quarter; below 1 only with the sign, because 0.8 may mean 0.8% or 80%."""
        bare = clean(text, lines=False)
        if not bare:
            return None
        signed = bare.endswith("%")
        number = read_number(bare.rstrip("% "), shown)
        if not signed and 0 < number < 1:
            raise BadText(
                N_("“{text}” may mean {low}% or {high}%: write the percent sign."),
                text=bare,
                low=plain(number),
                high=plain(number * 100),
            )
        return self.normal(self.checked(number / 100))

    def problem(self, value: Any) -> BadText | None:
        """Nought where it means nothing, negative, or above 100%."""
        if not value.is_finite() or value < 0 or value > 1:
            return BadText(N_("Write a share of at most 100%."))
        if value == 0 and not self.zero:
            return BadText(N_("A share of 0% cannot be worked with; leave it empty instead."))
        return super().problem(value)

    def format(self, value: Any, shown: Shown) -> str:
        """In percent, in the language's style."""
        from babel.numbers import format_percent  # noqa: PLC0415

        if value is None:
            return ""
        return str(format_percent(value, locale=shown.language.code, decimal_quantization=False))

    def edit_text(self, value: Any, shown: Shown) -> str:
        """The bare number of percent; with the sign below 1, so that it parses back."""
        if value is None:
            return ""
        bare = show_number(self.normal(value * 100) or Decimal(0), shown)
        return bare + "%" if 0 < value < Decimal("0.01") else bare


_WORDS: dict[str, Unit] = {
    "m": "minutes", "min": "minutes", "mins": "minutes", "minute": "minutes", "minutes": "minutes",
    "business minute": "minutes", "business minutes": "minutes", "working minutes": "minutes",
    "h": "hours", "hr": "hours", "hrs": "hours", "hour": "hours", "hours": "hours",
    "business hour": "hours", "business hours": "hours", "working hours": "hours",
    "bd": "business_days", "business day": "business_days", "business days": "business_days",
    "business_days": "business_days", "working day": "business_days", "working days": "business_days",
    "d": "days", "day": "days", "days": "days", "calendar days": "days",
    "w": "weeks", "week": "weeks", "weeks": "weeks", "month": "months", "months": "months",
}  # fmt: skip

UNIT_WORDS: dict[Unit, tuple[str, str]] = {
    "minutes": (N_("{n} business minute"), N_("{n} business minutes")),
    "hours": (N_("{n} business hour"), N_("{n} business hours")),
    "business_days": (N_("{n} business day"), N_("{n} business days")),
    "days": (N_("{n} day"), N_("{n} days")),
    "weeks": (N_("{n} week"), N_("{n} weeks")),
    "months": (N_("{n} month"), N_("{n} months")),
}


def duration_text(value: Duration, shown: Shown) -> str:
    """A duration in words: `2 business hours`."""
    one, many = UNIT_WORDS[value.unit]
    return shown.language.count(one, many, value.amount).format(n=show_number(value.amount, shown))


@dataclass(frozen=True)
class DurationKind(Kind):
    """A length of time with the unit it is agreed in.

    Attributes:
        units: The units offered, the usual one first.
        most: Largest amount of any unit.
    """

    name: ClassVar[str] = "duration"
    units: tuple[Unit, ...] = ("hours", "minutes", "business_days")
    most: int = 10_000

    def parse(self, text: str, shown: Shown) -> Duration | None:
        """A number and a unit: `15 min`, `2 business hours`, `1 business day`. A bare number is refused."""
        bare = clean(text, lines=False).casefold()
        if not bare:
            return None
        found = re.fullmatch(r"([0-9][0-9.,]*)\s*([^\d].*)?", bare)
        unit = self._unit((found.group(2) or "").strip(), shown) if found else None
        if found is None or unit is None:
            offered = ", ".join(shown.language.text(UNIT_WORDS[one][1]).format(n="").strip() for one in self.units)
            raise BadText(
                N_("Write a number and a unit, such as 2 business hours. Units here: {offered}."), offered=offered
            )
        number = read_number(found.group(1), shown)
        if number != number.to_integral_value():
            raise BadText(N_("Write a whole number and a smaller unit: “{text}” is not whole."), text=text.strip())
        return self.checked(Duration(int(number), unit))

    def _unit(self, word: str, shown: Shown) -> Unit | None:
        for unit in self.units:
            named = {shown.language.count(*UNIT_WORDS[unit], n).format(n="").strip().casefold() for n in (1, 2)}
            if word in named:
                return unit
        unit_or_none = _WORDS.get(word)
        if unit_or_none == "days" and "business_days" in self.units and "days" not in self.units:
            return None  # one day is never silently a business day
        return unit_or_none if unit_or_none in self.units else None

    def format(self, value: Any, shown: Shown) -> str:
        """In words."""
        return "" if value is None else duration_text(value, shown)

    def problem(self, value: Any) -> BadText | None:
        """A unit that is not offered, or an amount out of bounds."""
        if value.unit not in self.units:
            return BadText(N_("“{unit}” is not a unit that fits here."), unit=value.unit)
        if not 1 <= value.amount <= self.most:
            return BadText(N_("Write a number from {least} to {most}."), least=1, most=self.most)
        return None

    def schema(self) -> dict[str, Any]:
        """An object with amount and unit, or null."""
        return {
            "type": ["object", "null"],
            "properties": {
                "amount": {"type": "integer", "minimum": 1, "maximum": self.most},
                "unit": {"enum": list(self.units)},
            },
            "required": ["amount", "unit"],
            "additionalProperties": False,
        }
