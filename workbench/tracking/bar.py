"""The bar a number is held against: operator, target, tolerance. Exact, in fractions.

Must not know what the number measures or when it is judged.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor

from workbench.agreement.commitment import Operator


@dataclass(frozen=True)
class Bar:
    """A closed range of numbers, with nothing for an open end.

    Attributes:
        low: The least number in it.
        high: The greatest.
    """

    low: Fraction | None
    high: Fraction | None

    def holds(self, number: Fraction) -> bool:
        """Whether a number lies in the range."""
        return (self.low is None or number >= self.low) and (self.high is None or number <= self.high)

    def some_share(self, least: int, most: int, of: int) -> bool:
        """Whether any whole number from least to most, as a share of `of`, lies in the range; `of` is above 0."""
        first = least if self.low is None else max(least, ceil(self.low * of))
        last = most if self.high is None else min(most, floor(self.high * of))
        return first <= last


def bar(
    operator: Operator,
    target: Fraction,
    upper: Fraction | None,
    tolerance: Fraction = Fraction(0),
    *,
    relative: bool = False,
) -> Bar:
    """The range of numbers that keep a commitment.

    Args:
        operator: How number and target compare.
        target: The target; the lower end for `between`.
        upper: The upper end for `between`.
        tolerance: How far outside still counts.
        relative: Whether the tolerance is a fraction of the target, as for volumes and values.
    """
    lower = target * (1 - tolerance) if relative else target - tolerance
    if operator == ">=":
        return Bar(lower, None)
    top = target if operator == "<=" or upper is None else upper
    higher = top * (1 + tolerance) if relative else top + tolerance
    return Bar(lower if operator == "between" else None, higher)
