"""Numbers of the scorecard as people read them, short in cells. What they come to in full is `value_text`.

Must not know widgets.
"""

from __future__ import annotations

from decimal import Decimal

from workbench.agreement.commitment import Commitment
from workbench.agreement.value_text import value_text
from workbench.base.language import N_
from workbench.fields.value import Shown
from workbench.tracking.result import Result

LONG_MONEY = Decimal(10_000)
"""Amounts from here on are shortened in cells."""


def brief(commitment: Commitment, value: Decimal, shown: Shown) -> str:
    """The same for a cell: large amounts of money are shortened."""
    money = commitment.unit == "currency" or commitment.metric_unit == "currency"
    if money and abs(value) >= LONG_MONEY:
        from babel.numbers import format_compact_currency, format_compact_decimal  # noqa: PLC0415

        digits = 1 if abs(value) >= 1_000_000 else 0
        if not shown.currency:
            return str(format_compact_decimal(value, locale=shown.language.code, fraction_digits=digits))
        return str(format_compact_currency(value, shown.currency, locale=shown.language.code, fraction_digits=digits))
    return value_text(commitment, value, shown)


def line_value(commitment: Commitment, line: Result, shown: Shown, *, short: bool = True) -> str:
    """The number of a line; with too little data the raw counts, empty where there is none."""
    if line.status == "too_little_data" and line.met is not None:
        known = sum(getattr(line, name) or 0 for name in ("met", "late", "overdue", "pending"))
        if not known:
            return "–"
        return shown.language.text(N_("{n} of {all}")).format(n=line.met, all=known)
    if line.value is None:
        return ""
    return (brief if short else value_text)(commitment, line.value, shown)
