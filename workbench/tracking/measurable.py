"""Whether a commitment can be measured with the fields that any import carried, and if not, what is missing.

Must not know leads' states.
"""

from __future__ import annotations

from collections.abc import Container

from workbench.agreement.commitment import Commitment
from workbench.agreement.lead_fields import FIELD
from workbench.base.language import N_
from workbench.tracking.checks import CHECKS
from workbench.tracking.checks.attempts import COUNT, attempt_field
from workbench.tracking.leads import CUSTOM, LeadLog
from workbench.tracking.note import NOTHING, Note
from workbench.tracking.review import Review

TIMED = ("hand_over_speed", "response", "follow_up_depth", "decision", "recycle")
"""Kinds that cannot be judged without a clock."""


def absent_fields(log: LeadLog) -> tuple[str, ...]:
    """The known lead fields that no import carried, in the order of the vocabulary."""
    return tuple(name for name in FIELD if not log.has(name))


def needed_fields(commitment: Commitment) -> tuple[str, ...]:
    """The lead fields a commitment cannot be measured without."""
    clock = commitment.clock
    return tuple(
        dict.fromkeys(
            field
            for field in (
                *commitment.needs,
                commitment.anchor,
                clock.start if clock else "",
                commitment.reached,
                *commitment.required_fields,
                *(one.field for one in commitment.scope),
                *(one.field for value in commitment.lead_values for one in value.scope),
            )
            if field
        )
    )


def missing_fields(commitment: Commitment, log: LeadLog) -> tuple[str, ...]:
    """Those of them that no import carried."""
    return missing_among(commitment, log.columns)


def missing_among(commitment: Commitment, carried: Container[str]) -> tuple[str, ...]:
    """Those of them that are not carried. Imported activities stand in for the count and date of attempts."""
    missing = [field for field in needed_fields(commitment) if field not in carried]
    clock = commitment.clock
    if commitment.kind == "follow_up_depth" and clock and clock.attempts and attempt_field(clock.attempts) in carried:
        missing = [field for field in missing if field not in {COUNT, *clock.stops}]
    return tuple(missing)


def field_label(field: str) -> str:
    """What people call a field, to be translated; a column of their own by its header."""
    return FIELD[field].label if field in FIELD else field.removeprefix(CUSTOM)


def obstacle(commitment: Commitment, review: Review) -> Note:
    """Why a commitment cannot be measured in this review; nothing to say when it can."""
    missing = missing_fields(commitment, review.actuals.leads) if commitment.kind in CHECKS else ()
    if missing:
        return Note(N_("No import carries {fields}."), (("fields", tuple(map(field_label, missing))),))
    if commitment.target is None:
        return Note(N_("No target is agreed yet."))
    if commitment.operator == "between" and commitment.target_upper is None:
        return Note(N_("The upper end of the range is not agreed yet."))
    if commitment.kind in CHECKS and not commitment.anchor:
        return Note(N_("Its stage names no date column."))
    return _own_obstacle(commitment)


def _own_obstacle(commitment: Commitment) -> Note:
    """What the commitment's kind still lacks."""
    clock = commitment.clock
    if commitment.kind in TIMED:
        if clock is None or clock.within is None:
            return Note(N_("No time is agreed yet."))
        if clock.within.unit != "business_days" and clock.within.seconds is None:
            return Note(N_("Its time is not counted in working time."))
        if commitment.kind == "follow_up_depth" and not clock.attempts:
            return Note(N_("No number of attempts is agreed yet."))
    if commitment.kind == "conversion" and not commitment.reached:
        return Note(N_("The next stage names no date column."))
    if commitment.kind == "completeness" and not commitment.required_fields:
        return Note(N_("No field is required yet."))
    if commitment.kind == "reasons" and not commitment.allowed_values:
        return Note(N_("No list of reasons is agreed yet."))
    if commitment.kind == "value" and not commitment.lead_values:
        return Note(N_("No lead type has a value yet."))
    for one in commitment.scope:
        if one.field in FIELD and FIELD[one.field].kind == "instant":
            return Note(N_("A condition compares words; {field} holds dates."), (("field", field_label(one.field)),))
    return NOTHING
