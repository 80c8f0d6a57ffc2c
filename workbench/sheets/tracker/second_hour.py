"""Times in the second coming of the hour that clocks show twice, written as text with their offset.

`2026-10-25 02:30:00+01:00`: no other text is read as a time, because none of the log's own cells is one. Must not know
instants.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from workbench.sheets.tracker.formula import ADDED, Formula, each
from workbench.sheets.tracker.log_columns import LogColumn
from workbench.sheets.tracker.serial import DAY, wall_serial

_LENGTH = 25


def has_any(column: LogColumn) -> bool:
    """Whether a column holds such a time, so that its formulas have to read them."""
    return any(_moment(cell) is not None for cell in column.range.values.tolist())


def wall_seconds(column: LogColumn) -> Formula:
    """The wall seconds of a text cell, -1 where it is no such time."""
    cell = column.cell
    day = f"DATE(MID({cell},1,4),MID({cell},6,2),MID({cell},9,2))"
    time = f"TIME(MID({cell},12,2),MID({cell},15,2),MID({cell},18,2))"
    read = f"IFERROR(ROUND(({day}+{time})*{DAY},0)+0*{_offset_text(cell)},-1)"
    text = f"IF(LEN({cell})={_LENGTH},{read},-1)"
    return Formula(text, each(_wall, column.range.values).astype(float))


def offset_seconds(column: LogColumn) -> Formula:
    """The seconds east of UTC that a text cell names; only where it is such a time."""
    return Formula(_offset_text(column.cell), each(_offset, column.range.values).astype(float), ADDED)


def _offset_text(cell: str) -> str:
    return f'(MID({cell},21,2)*60+MID({cell},24,2))*IF(MID({cell},20,1)="-",-60,60)'


def _moment(cell: Any) -> dt.datetime | None:
    if not isinstance(cell, str) or len(cell) != _LENGTH:
        return None
    try:
        return dt.datetime.fromisoformat(cell)
    except ValueError:
        return None


def _wall(cell: Any) -> float:
    moment = _moment(cell)
    return round(wall_serial(moment) * DAY) if moment else -1.0


def _offset(cell: Any) -> float:
    moment = _moment(cell)
    shift = moment.utcoffset() if moment else None
    return shift.total_seconds() if shift is not None else 0.0
