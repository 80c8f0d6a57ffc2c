"""The cells of the lead log as they are written: a lead log's columns as numbers and texts, and back without loss.

Instants become wall time in the agreement's zone, dates without time whole days. A time in the hour that comes twice
when clocks go back is written as text with its offset when it is the second one. What was unreadable is written as
`UNREADABLE_WORD`, which reads back as unreadable; the original text is with the file it came from. Must not know
sheets or formulas.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from zoneinfo import ZoneInfo

import numpy as np

from workbench.sheets.column.zones import to_utc, to_wall
from workbench.sheets.tracker.serial import DAY, UNIX_DAY
from workbench.tracking.leads import EMPTY, SCALE, UNREADABLE, Amounts, Bools, Column, Stamps, Words

UNREADABLE_WORD = "(unreadable)"
"""Stands in a cell whose value no file gave readably; the import's dictionary lists it among its error words."""

Cell = float | str | None

_FIRST = int(dt.datetime(1980, 1, 1, tzinfo=dt.UTC).timestamp())
_AFTER = int(dt.datetime(2200, 1, 1, tzinfo=dt.UTC).timestamp())


def cells_of(column: Column, zone: str, dates: Bools | None = None) -> list[Cell]:
    """The cells of a column, one for each lead.

    Args:
        column: Of the lead log.
        zone: The agreement's.
        dates: For instants: which are dates without time.
    """
    if isinstance(column, Words):
        table: Sequence[Cell] = (*column.words, UNREADABLE_WORD, None)  # codes -2 and -1 read from the end
        return [table[code] for code in column.values.tolist()]
    if isinstance(column, Amounts):
        return [_amount(value) for value in column.values.tolist()]
    assert dates is not None
    return _moments(column, zone, dates)


def _amount(value: int) -> Cell:
    if value <= UNREADABLE:
        return None if value == EMPTY else UNREADABLE_WORD
    number = value / SCALE
    return number if round(number * SCALE) == value else f"{value // SCALE}.{value % SCALE:04d}"


def _moments(column: Stamps, zone: str, dates: Bools) -> list[Cell]:
    values = column.values
    possible = (values >= _FIRST) & (values < _AFTER)
    walls = to_wall(values[possible], zone)
    walls = np.where(dates[possible], (walls + DAY // 2) // DAY * DAY, walls)
    cells: list[Cell] = [None if value == EMPTY else UNREADABLE_WORD for value in values.tolist()]
    serials = (walls / DAY + UNIX_DAY).tolist()
    for place, serial in zip(np.flatnonzero(possible).tolist(), serials, strict=True):
        cells[place] = serial
    second_time = np.flatnonzero(possible)[to_utc(walls, zone) != values[possible]]
    for place in second_time.tolist():
        moment = dt.datetime.fromtimestamp(int(values[place]), ZoneInfo(zone))
        cells[place] = moment.isoformat(" ")
    return cells
