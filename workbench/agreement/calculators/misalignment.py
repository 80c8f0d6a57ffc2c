"""What it costs that leads lie untouched: from one's own data, type by type. Source: semantics section 1.

Published percentages are no input here; they stand beside the answer as what others wrote.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from workbench.agreement.calculators.answer import NotMeasurable


@dataclass(frozen=True)
class Untouched:
    """Leads of one type that nobody tried to reach.

    Attributes:
        name: The type.
        leads: How many.
        value: Of one lead.
    """

    name: str
    leads: int
    value: Fraction

    @property
    def cost(self) -> Fraction:
        """What they were worth."""
        return self.leads * self.value


def cost_of_misalignment(types: Sequence[Untouched]) -> Fraction | NotMeasurable:
    """What the untouched leads were worth together; nothing untouched costs nothing."""
    if not types:
        return NotMeasurable("untouched leads")
    unpriced = next((one.name for one in types if one.leads and one.value <= 0), None)
    if unpriced is not None:
        return NotMeasurable(f"value of a lead of {unpriced}")
    return sum((one.cost for one in types), Fraction(0))
