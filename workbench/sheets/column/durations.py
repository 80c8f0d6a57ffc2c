"""One column of durations, such as the response times that CRMs work out: to seconds, in a unit that is known.

Must not know headers' fields or what the durations are counted from.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from typing import Literal

from workbench.sheets.column.cells import Cell, cell_text, is_blank
from workbench.sheets.header_words import normal

DurationUnit = Literal["milliseconds", "seconds", "minutes", "hours", "days"]

SECONDS: dict[DurationUnit, float] = {"milliseconds": 0.001, "seconds": 1, "minutes": 60, "hours": 3600, "days": 86_400}
_LONGEST = 200 * 366 * 86_400
"""Seconds; what is longer is a mistake, and would lead to dates that no calendar has."""
VENDOR_UNIT: dict[str, DurationUnit] = {"hubspot": "milliseconds"}
"""Programs that write durations in one unit without naming it."""

_WORDS: dict[DurationUnit, frozenset[str]] = {
    "milliseconds": frozenset({"ms", "msec", "millisecond", "milliseconds", "milissegundos", "millisekunden"}),
    "seconds": frozenset({"s", "sec", "secs", "second", "seconds", "segundos", "sekunden", "sek"}),
    "minutes": frozenset({"m", "min", "mins", "minute", "minutes", "minuto", "minutos", "minuten"}),
    "hours": frozenset({"h", "hr", "hrs", "hour", "hours", "hora", "horas", "stunde", "stunden", "std"}),
    "days": frozenset({"d", "day", "days", "dia", "dias", "tag", "tage"}),
}
_CLOCK = re.compile(r"(\d{1,5}):([0-5]\d)(?::([0-5]\d))?")
_PART = re.compile(r"(\d+(?:[.,]\d+)?)\s*([^\W\d_]+)\.?\s*,?\s*")
_PLAIN = re.compile(r"\d+(?:[.,]\d+)?")


def unit_in(header: str, vendor: str) -> DurationUnit | None:
    """The unit that a header names, or that its program always writes; nothing where it is not known."""
    words = normal(header).split()
    named = next((unit for word in words for unit, known in _WORDS.items() if len(word) > 1 and word in known), None)
    if named is None and words:
        named = next((unit for unit, known in _WORDS.items() if words[-1] in known), None)
    return named or VENDOR_UNIT.get(vendor)


def seconds_of(value: Cell, unit: DurationUnit | None) -> int | None:
    """Whole seconds of one duration; nothing where it is none, lasts centuries, or is a bare number without a unit."""
    found = _seconds(value, unit)
    return round(found) if found is not None and abs(found) <= _LONGEST else None


def _seconds(value: Cell, unit: DurationUnit | None) -> float | None:
    if isinstance(value, dt.timedelta):
        return value.total_seconds()
    if isinstance(value, dt.time):
        return value.hour * 3600 + value.minute * 60 + value.second
    text = " ".join(cell_text(value).split())
    clock = _CLOCK.fullmatch(text)
    if clock:
        return int(clock[1]) * 3600 + int(clock[2]) * 60 + int(clock[3] or 0)
    if _PLAIN.fullmatch(text):
        return None if unit is None else float(text.replace(",", ".")) * SECONDS[unit]
    return _in_words(text)


def _in_words(text: str) -> float | None:
    """`2h 5m`, `3 min`, `1 day, 2 hours`."""
    at, total = 0, 0.0
    while found := _PART.match(text, at):
        unit = next((unit for unit, known in _WORDS.items() if normal(found[2]) in known), None)
        if unit is None:
            return None
        total += float(found[1].replace(",", ".")) * SECONDS[unit]
        at = found.end()
    return total if at == len(text) and at else None


def needs_unit(values: Sequence[Cell]) -> bool:
    """Whether some value is a bare number, which is no duration without a unit."""
    return any(
        not is_blank(value)
        and not isinstance(value, dt.time | dt.timedelta)
        and _PLAIN.fullmatch(cell_text(value).strip())
        for value in values
    )
