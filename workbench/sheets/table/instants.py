"""All date columns of a table together: their orders decided, times of day joined, instants in UTC.

Child process only. Must not know rows that are skipped, leads' identities or the as-of date.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from workbench.base.language import N_
from workbench.sheets.column.cells import Cell, is_blank
from workbench.sheets.column.date_order import Decision, decide
from workbench.sheets.column.date_text import NO_OFFSET
from workbench.sheets.column.dates import EMPTY, OPEN, READ, REASONS, DateColumn, read_dates, settle, to_instants
from workbench.sheets.column.zones import DAY
from workbench.sheets.dictionary import Dictionary
from workbench.sheets.mapping import DateOrder, DateOrderUnknownError
from workbench.sheets.said import Said, said
from workbench.tracking.leads import EMPTY as NO_INSTANT, UNREADABLE

Ints = npt.NDArray[np.int64]

ORDER_WORDS: dict[DateOrder, str] = {
    "dmy": N_("day-month-year"),
    "mdy": N_("month-day-year"),
    "ymd": N_("year-month-day"),
}
_CLOCK = re.compile(
    r"(\d{1,2})[:h.](\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(?:([ap])\.?m\.?)?(?:\s*(?:uhr|hs?))?", re.IGNORECASE
)


@dataclass(frozen=True, eq=False)
class DateField:
    """One date field and the column or columns it is read from.

    Attributes:
        header: Of the date column.
        values: Its cells.
        column: The cells, read.
        times: Cells of the time column, if there is one.
    """

    header: str
    values: Sequence[Cell]
    column: DateColumn
    times: Sequence[Cell] | None = None


def read_date_field(
    header: str, values: Sequence[Cell], times: Sequence[Cell] | None, words: Dictionary, *, from_1904: bool
) -> DateField:
    """Read the column or columns of a date field."""
    return DateField(header, values, read_dates(values, words, from_1904=from_1904), times)


def decide_orders(fields: Sequence[DateField], given: DateOrder | None, language: str) -> dict[str, Decision]:
    """The order of each date column, by header."""
    return decide({one.header: one.column.evidence for one in fields}, given, language)


def ask_for_order(fields: Sequence[DateField], decisions: Mapping[str, Decision], file: str) -> None:
    """Refuse to guess.

    Raises:
        DateOrderUnknownError: A column's order is open.
    """
    for field in fields:
        if decisions[field.header].why == "unknown":
            raise DateOrderUnknownError(
                f"The dates of column “{field.header}” in “{file}” can be read in two ways: {two_readings(field)}.",
                "Say which with the mapping's “date_order”: dmy or mdy.",
            )


def two_readings(field: DateField) -> str:
    """An open date of a column in both readings: `3/8/2026 is 3 Aug 2026 or 8 Mar 2026`."""
    sample = field.column.evidence.sample
    if sample is None:
        return ""
    first, second, year = sample
    either = [dt.date(2000, month, 1).strftime(f"{day} %b {year}") for day, month in ((first, second), (second, first))]
    return f"{first}/{second}/{year} is {either[0]} or {either[1]}"


@dataclass(frozen=True, eq=False)
class Instants:
    """A date field, read.

    Attributes:
        values: UTC seconds, or the lead log's marks for empty and unreadable.
        reasons: Why a value is unreadable, by its place.
        timed: How many have a time of day.
        floating: How many of those name no offset, so that a zone has to be assumed.
    """

    values: Ints
    reasons: dict[int, Said]
    timed: int
    floating: int


def to_field(field: DateField, decision: Decision, file_zone: str, agreement_zone: str) -> Instants:
    """The instants of a date field once the order of its dates is decided."""
    state, walls = settle(field.column, decision)
    order = ORDER_WORDS[decision.order or "dmy"]
    reasons = {
        int(i): said("error_cell", text=field.values[int(i)]) if REASONS[int(state[i])] == "error_cell"
        else said("date_order_other", order=order) if REASONS[int(state[i])] == "date_order_other"
        else said(REASONS[int(state[i])])
        for i in np.flatnonzero(state > OPEN)
    }  # fmt: skip
    if field.times is not None:
        state, walls = _with_times(field.times, state, walls, reasons)
    read = np.flatnonzero(state == READ)
    values = np.where(state == EMPTY, NO_INSTANT, UNREADABLE).astype(np.int64)
    offsets = field.column.offsets[read]
    values[read] = to_instants(walls[read], offsets, file_zone, agreement_zone)
    timed = walls[read] % DAY != 0
    return Instants(values, reasons, int(timed.sum()), int((timed & (offsets == NO_OFFSET)).sum()))


def _with_times(
    times: Sequence[Cell], state: npt.NDArray[np.int8], walls: Ints, reasons: dict[int, Said]
) -> tuple[npt.NDArray[np.int8], Ints]:
    state, walls = state.copy(), walls.copy()
    for i, value in enumerate(times):
        if is_blank(value):
            continue
        seconds = seconds_of_day(value)
        if seconds is None:
            code = "not_a_time"
        elif state[i] == EMPTY:
            code = "" if seconds == 0 else "time_without_day"
        else:
            code = ""
            walls[i] += seconds if walls[i] % DAY == 0 else 0
        if code:
            state[i] = -1
            reasons.setdefault(i, said(code))
    return state, walls


def seconds_of_day(value: Cell) -> int | None:
    """Seconds since midnight of a time of day; nothing where it is none."""
    if isinstance(value, dt.datetime):
        value = value.time()
    if isinstance(value, dt.time):
        return value.hour * 3600 + value.minute * 60 + value.second + (value.microsecond >= 500_000)
    if isinstance(value, dt.timedelta):
        seconds = round(value.total_seconds())
    elif isinstance(value, float):
        seconds = round(value * DAY) if 0 <= value < 1 else -1
    else:
        found = _CLOCK.fullmatch(str(value).strip())
        if found is None:
            return None
        hour, minute, second = int(found[1]), int(found[2]), int(found[3] or 0)
        if found[4]:
            hour = hour % 12 + (12 if found[4] in "pP" else 0) if 1 <= hour <= 12 else 99
        seconds = hour * 3600 + minute * 60 + second if hour < 24 and minute < 60 and second < 60 else -1
    return seconds if 0 <= seconds < DAY else None


def notes_on_dates(fields: Sequence[DateField], decisions: Mapping[str, Decision]) -> list[Said]:
    """What a person should know about how the dates were read."""
    notes: list[Said] = []
    for field in fields:
        decision, column = decisions[field.header], field.column
        evidence = column.evidence
        order = ORDER_WORDS[decision.order] if decision.order else ""
        numeric = evidence.open + evidence.day_first + evidence.month_first
        if decision.why == "values":
            count = max(evidence.day_first, evidence.month_first)
            notes.append(said("date_order_values", header=field.header, order=order, count=count))
        elif decision.why == "conflict":
            count = evidence.open + min(evidence.day_first, evidence.month_first)
            notes.append(said("date_order_conflict", header=field.header, count=count))
        elif decision.why == "unknown":
            notes.append(said("date_order_unknown", header=field.header, sample=two_readings(field)))
        elif decision.why == "other_column":
            notes.append(said("date_order_other_column", header=field.header, order=order, other=decision.other))
        elif decision.why in {"given", "dots", "language"} and numeric:
            notes.append(said(f"date_order_{decision.why}", header=field.header, order=order))
        if column.swapped:
            notes.append(said("date_cells_swapped", header=field.header))
        if column.serials:
            notes.append(said("serial_dates", header=field.header, count=column.serials))
    return notes
