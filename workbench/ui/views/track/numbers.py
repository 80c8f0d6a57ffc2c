"""Numbers of the scorecard as people read them, short in cells and whole in the detail. Must not know widgets."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from workbench.agreement.commitment import Commitment
from workbench.agreement.sentences import target_text
from workbench.base.language import N_
from workbench.fields.value import Shown
from workbench.tracking.result import Result

LONG_MONEY = Decimal(10_000)
"""Amounts from here on are shortened in cells."""


def share(value: Decimal, shown: Shown) -> str:
    """A share with one decimal, as it stands wherever a status stands beside it: `81.0%`."""
    from babel.numbers import format_decimal  # noqa: PLC0415  (needs locale data)

    percent = (value * 100).quantize(Decimal("0.1"), ROUND_HALF_UP)
    return f"{format_decimal(percent, '#,##0.0', shown.language.code)}%"


def count(value: Decimal | int, shown: Shown) -> str:
    """A whole number, or one with at most one decimal: `1,204`, `20.5`."""
    from babel.numbers import format_decimal  # noqa: PLC0415

    return str(format_decimal(value, "#,##0.#", shown.language.code))


def whole(commitment: Commitment, value: Decimal, shown: Shown) -> str:
    """A value of a commitment in full: `81.0%`, `€146,025`, `412`, `17.2%`, `2.8×`."""
    if commitment.unit == "share":
        return share(value, shown)
    if commitment.unit == "currency" or commitment.metric_unit:
        return target_text(commitment, shown, value)
    return count(value, shown)


def brief(commitment: Commitment, value: Decimal, shown: Shown) -> str:
    """The same for a cell: large amounts of money are shortened."""
    money = commitment.unit == "currency" or commitment.metric_unit == "currency"
    if money and abs(value) >= LONG_MONEY:
        from babel.numbers import format_compact_currency, format_compact_decimal  # noqa: PLC0415

        digits = 1 if abs(value) >= 1_000_000 else 0
        if not shown.currency:
            return str(format_compact_decimal(value, locale=shown.language.code, fraction_digits=digits))
        return str(format_compact_currency(value, shown.currency, locale=shown.language.code, fraction_digits=digits))
    return whole(commitment, value, shown)


def line_value(commitment: Commitment, line: Result, shown: Shown, *, short: bool = True) -> str:
    """The number of a line; with too little data the raw counts, empty where there is none."""
    if line.status == "too_little_data" and line.met is not None:
        known = sum(getattr(line, name) or 0 for name in ("met", "late", "overdue", "pending"))
        if not known:
            return "–"
        return shown.language.text(N_("{n} of {all}")).format(n=line.met, all=known)
    if line.value is None:
        return ""
    return (brief if short else whole)(commitment, line.value, shown)
