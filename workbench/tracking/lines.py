"""Lines of the scorecard before any actual is looked at, and the pace figures of counts.

Must not know leads, totals or things done.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

from workbench.agreement.commitment import COUNT_KINDS, Commitment
from workbench.base.language import N_
from workbench.tracking.note import Note
from workbench.tracking.result import Result
from workbench.tracking.standing import Standing
from workbench.tracking.windows import Window

PRO_RATED = (*COUNT_KINDS, "deliverable")
"""Kinds whose target is for a whole period, so that a part of one owes a part of it."""


def decimal_of(number: Fraction) -> Decimal:
    """A fraction as a decimal: exact where it ends, else to 28 digits; for showing, never for judging."""
    return Decimal(number.numerator) / Decimal(number.denominator)


def blank_line(commitment: Commitment, window: Window, **more: Any) -> Result:
    """A line that says nothing yet but what is promised.

    Args:
        commitment: The promise.
        window: The period.
        more: Other attributes of the line, by name.
    """
    period = window.period.text
    promised: dict[str, Any] = {
        "commitment": commitment.id,
        "label": commitment.label,
        "kind": commitment.kind,
        "by": commitment.by,
        "period": period,
        "status": "not_measurable",
        "target": commitment.target_for(period),
        "minimum_sample": commitment.minimum_sample if commitment.unit == "share" else None,
    }
    return Result(**promised | more)


def due_line(commitment: Commitment, window: Window, at: Standing) -> Result:
    """A line that is not due, its target for the days in force."""
    target = commitment.target_for(window.period.text)
    if commitment.kind in PRO_RATED and not commitment.due and target is not None:
        target = decimal_of(at.part_of(Fraction(target)))
    note = Note(N_("Not in force in this period.") if window.empty else N_("The period has not begun."))
    days = {"working_days": at.days, "elapsed_days": at.elapsed}
    return blank_line(commitment, window, status="not_due", target=target, reason=note, **days)


def pace_of(target: Fraction, at: Standing, actual: Fraction) -> dict[str, Any]:
    """The actual of a count, the pace it should have, and where it leads, by attribute of a line."""
    forecast, required = at.forecast(actual), at.required_per_day(actual, target)
    return {
        "value": decimal_of(actual),
        "numerator": decimal_of(actual),
        "pace": decimal_of(at.pace(target)),
        "forecast": None if forecast is None else decimal_of(forecast),
        "required_per_day": None if required is None else decimal_of(required),
    }
