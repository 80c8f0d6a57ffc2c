"""Round numbers for an axis, and the place of a value on it. Pure arithmetic."""

from __future__ import annotations

import math
from dataclasses import dataclass

SAME = 1e-9
"""Limits closer than this, relative to their size, are one value."""

_STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)


def ticks(low: float, high: float, most: int = 5) -> tuple[float, ...]:
    """Round values from the one at or below `low` to the one at or above `high`, at most `most` steps apart.

    Equal or reversed limits answer a range of one around them.
    """
    if not (math.isfinite(low) and math.isfinite(high)):
        low, high = (low, low + 1.0) if math.isfinite(low) else (0.0, 1.0)
    if high - low <= SAME * max(1.0, abs(low), abs(high)):
        high = low + max(1.0, abs(low) * SAME * 1000)
    rough = (high - low) / max(1, most)
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(s * power for s in _STEPS if s * power >= rough * (1 - 1e-9))
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    return tuple(number * step for number in range(first, last + 1))


@dataclass(frozen=True)
class Span:
    """Values from `low` to `high` laid out from `start` to `end`, in pixels; `end` may lie before `start`."""

    low: float
    high: float
    start: float
    end: float

    def at(self, value: float) -> float:
        """The place of a value; values outside stay on the line's extension."""
        width = self.high - self.low
        return self.start if width == 0 else self.start + (self.end - self.start) * (value - self.low) / width
