"""Computed numbers that somebody wrote another number over: said, with what was computed and by how much they differ.

That is allowed, so it is advice; a promise may well ask for more than the plan needs.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from workbench.agreement.calculators.answer import NotMeasurable
from workbench.agreement.calculators.lead_value import lead_value
from workbench.agreement.model import Agreement
from workbench.agreement.volume_plan import volume_plan
from workbench.base.language import N_
from workbench.fields.issue import Issue
from workbench.fields.value import plain

CENT = Decimal("0.01")
"""Money is compared as finely as it is written."""
MORE = N_("{what}: computed is {computed}; this is {difference} more ({percent}%).")
LESS = N_("{what}: computed is {computed}; this is {difference} less ({percent}%).")


def find(agreement: Agreement) -> Iterator[Issue]:
    """Values of lead types beside revenue times close rate, and the monthly promise beside what the goal needs."""
    for one in agreement.volumes.lead_types:
        found = lead_value(one.revenue_per_customer, one.close_rate)
        if one.value is not None and not isinstance(found, NotMeasurable):
            path = f"volumes.lead_types[{one.key}].value"
            yield from _differing(path, N_("Revenue per customer times close rate"), found, one.value)
    plan = volume_plan(agreement)
    if plan.target is not None and plan.target.amount is not None and not isinstance(plan.a_month, NotMeasurable):
        path = f"volumes.volume_targets[{plan.target.key}].amount"
        needed, promised = Decimal(math.ceil(plan.a_month)), Decimal(plan.target.amount)
        yield from _differing(path, N_("What the goal needs in a month"), needed, promised)


def _differing(path: str, what: str, computed: Decimal, written: Decimal) -> Iterator[Issue]:
    rounded = computed.quantize(CENT, ROUND_HALF_UP)
    over = written - rounded
    if not over or not rounded:
        return
    values = (
        ("what", what), ("computed", plain(rounded)), ("difference", plain(abs(over))),
        ("percent", plain((abs(over) / rounded * 100).quantize(Decimal(1), ROUND_HALF_UP))),
    )  # fmt: skip
    yield Issue(path, "hint", "overridden", MORE if over > 0 else LESS, values)
