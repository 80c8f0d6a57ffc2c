"""How a commitment's numbers look in cells: shares, leads, money. Must not know what the numbers are."""

from __future__ import annotations

from workbench.agreement.commitment import Commitment
from workbench.sheets.tracker.look.styles import SHARE, WHOLE

TENTHS = "#,##0.0"
SIGNS = {"percent": '#,##0.0"%"', "times": '#,##0.0"×"'}
"""Metrics that people write with a sign; their numbers are not fractions."""
_LARGE = 100
"""From here on a metric is shown without decimals."""


def number_format(commitment: Commitment, *, part: bool = False) -> str:
    """The cell format of a commitment's target and value.

    Args:
        commitment: Whose.
        part: For numbers that are a part of one, such as the pace on a day.
    """
    if commitment.unit == "share":
        return SHARE
    if commitment.metric_unit in SIGNS:
        return SIGNS[commitment.metric_unit]
    if commitment.unit == "currency":
        return WHOLE
    if commitment.kind == "metric":
        return TENTHS if commitment.target is None or abs(commitment.target) < _LARGE else WHOLE
    return TENTHS if part else WHOLE
