"""A date that a file gives only as a duration since another: HubSpot's lead response time, counted from the hand-over.

Used only where a mapping says so, because two dates are better evidence. Child process only. Must not know rows.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from workbench.agreement.lead_fields import FIELD
from workbench.base.errors import NotAllowedError
from workbench.base.language import N_
from workbench.sheets.column.cells import Cell, is_blank, shown
from workbench.sheets.column.durations import DurationUnit, needs_unit, seconds_of, unit_in
from workbench.sheets.dictionary import Dictionary
from workbench.sheets.said import said
from workbench.sheets.table.columns import Column
from workbench.tracking.leads import EMPTY, UNREADABLE

if TYPE_CHECKING:
    from workbench.sheets.table.fields import Fields

STARTS = ("handed_over_at", "qualified_at", "created_at")
"""What a response time is counted from: the first of these that the file carries."""

UNIT_WORDS: dict[DurationUnit, str] = {
    "milliseconds": N_("milliseconds"), "seconds": N_("seconds"), "minutes": N_("minutes"), "hours": N_("hours"),
    "days": N_("days"),
}  # fmt: skip


def is_duration(column: Column, words: Dictionary) -> bool:
    """Whether a column that is to be a date holds durations, by its header."""
    if column.part or column.field not in FIELD or FIELD[column.field].kind != "instant":
        return False
    return words.is_duration(column.header)


def take_duration(found: Fields, column: Column, values: Sequence[Cell], vendor: str, file: str) -> None:
    """Count durations from the best date there is, and keep them as the field of the column.

    Args:
        found: The fields read so far; changed.
        column: The column.
        values: Its cells.
        vendor: Guessed origin of the file.
        file: File name, for sentences.

    Raises:
        NotAllowedError: Bare numbers without a unit, or no date to count from.
    """
    unit = unit_in(column.header, vendor)
    if unit is None and needs_unit(values):
        raise NotAllowedError(
            f"The column “{column.header}” of “{file}” does not say in which unit its durations are.",
            "Name it in the header, such as “Response time (min)”.",
        )
    start = next((name for name in STARTS if name in found.stamps and name != column.field), "")
    if not start:
        raise NotAllowedError(
            f"“{file}” has no date from which the durations of “{column.header}” could be counted.",
            "Map a column to Handed over, Qualified or Created.",
        )
    begun = found.stamps[start]
    result = np.full(len(values), EMPTY, np.int64)
    reasons = {}
    for place, value in enumerate(values):
        if is_blank(value):
            continue
        seconds = seconds_of(value, unit)
        if seconds is None or seconds < 0:
            reasons[place] = said("not_a_duration")
        elif begun[place] <= UNREADABLE:
            reasons[place] = said("no_start")
        else:
            result[place] = begun[place] + seconds
        if place in reasons:
            result[place] = UNREADABLE
    found.headers[column.field], found.raw[column.field] = column.header, [shown(value) for value in values]
    found.stamps[column.field], found.reasons[column.field] = result, reasons
    found.notes.append(
        said("duration_added", header=column.header, unit=UNIT_WORDS[unit] if unit else N_("time"), field=start)
    )
