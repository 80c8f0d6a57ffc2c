"""A commitment's value as people read it beside its verdict. Must not know any face."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from workbench.agreement.commitment import Commitment
from workbench.agreement.sentences import target_text
from workbench.fields.value import Shown


def share_text(value: Decimal, shown: Shown) -> str:
    """A share with one decimal, as it stands wherever a status stands beside it: `81.0%`."""
    from babel.numbers import format_decimal  # noqa: PLC0415  (needs locale data)

    percent = (value * 100).quantize(Decimal("0.1"), ROUND_HALF_UP)
    return f"{format_decimal(percent, '#,##0.0', shown.language.code)}%"


def count_text(value: Decimal | int, shown: Shown) -> str:
    """A whole number, or one with at most one decimal: `1,204`, `20.5`."""
    from babel.numbers import format_decimal  # noqa: PLC0415

    return str(format_decimal(value, "#,##0.#", shown.language.code))


def value_text(commitment: Commitment, value: Decimal, shown: Shown) -> str:
    """A value of a commitment in full: `81.0%`, `€146,025`, `412`, `17.2%`, `2.8×`."""
    if commitment.unit == "share":
        return share_text(value, shown)
    if commitment.unit == "currency" or commitment.metric_unit:
        return target_text(commitment, shown, value)
    return count_text(value, shown)
