"""The as-of instant of a tracker: a typed cell, and what follows from it. Must not know leads or periods."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from workbench.sheets.tracker.days import Tables
from workbench.sheets.tracker.formula import Formula
from workbench.sheets.tracker.functions import either, is_number, rounded, whole
from workbench.sheets.tracker.serial import DAY, day_serial, wall_serial

TYPED = "As_of"
"""Name of the cell in which a person types the day or the moment."""

_JUST_AFTER = 0.4 / DAY
"""Makes 00:00 a moment and not a day; less than half a second, which rounding takes away."""


@dataclass(frozen=True, eq=False)
class AsOfCells:
    """The cells of the as-of instant, each as a formula of its name, and what each contains.

    Attributes:
        typed: What the cell is filled with when the tracker is written: a day, or a moment on the wall clock.
        used: Name of the cell that holds the one that counts: the typed one while it is a date.
        day: Its day, as a cell holds it.
        last: The last second that has happened.
        closes: Periods that end at or before this second are closed.
        content: The formula of each of them, by name.
    """

    typed: Formula
    used: Formula
    day: Formula
    last: Formula
    closes: Formula
    content: dict[str, Formula]


def as_of_cells(as_of: dt.date | dt.datetime, zone: ZoneInfo, tables: Tables) -> AsOfCells:
    """The cells for a check's as-of instant."""
    typed = Formula(TYPED, _serial(as_of, zone))
    content: dict[str, Formula] = {}

    def named(name: str, formula: Formula) -> Formula:
        content[name] = formula
        return Formula(name, formula.value)

    used = named("As_of_used", either(is_number(typed), typed, typed.value))
    day = named("As_of_day", whole(used))
    is_day = used.equals(day)
    closes = named("As_of_closes", tables.instant(either(is_day, (day + 1) * DAY, rounded(used * DAY, 0))))
    last = named("As_of_last", either(is_day, closes - 1, closes))
    return AsOfCells(typed, used, day, last, closes, content)


def _serial(as_of: dt.date | dt.datetime, zone: ZoneInfo) -> float:
    if not isinstance(as_of, dt.datetime):
        return float(day_serial(as_of))
    wall = as_of.astimezone(zone) if as_of.tzinfo else as_of
    serial = wall_serial(wall)
    return serial + _JUST_AFTER if serial == int(serial) else serial
