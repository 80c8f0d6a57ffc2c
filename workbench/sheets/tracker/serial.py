"""Days and seconds as a spreadsheet counts them: days since 30 December 1899, instants in whole seconds since then.

An instant in the workbook is in UTC; a date without time is 00:00 of its day plus `DATE_ONLY`, so that one number tells
both. Must not know leads.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

import numpy as np

DAY = 86_400
UNIX_DAY = 25_569
EPOCH = UNIX_DAY * DAY
"""1 January 1970 in the workbook's seconds."""
DATE_ONLY = 0.25
"""Marks an instant that is a date without time. Whole seconds stay comparable: a marked one counts as after its own
second, so that `event <= deadline` says what the contract says of a date at a deadline."""

FIRST_SERIAL, AFTER_SERIAL = 36_526, 109_575
"""1 January 2000 and 1 January 2200: dates outside are no dates of leads."""


def day_serial(day: dt.date) -> int:
    """A day as a cell holds it."""
    return day.toordinal() - dt.date(1970, 1, 1).toordinal() + UNIX_DAY


def wall_serial(moment: dt.datetime) -> float:
    """A moment of the wall clock as a cell holds it, to the second."""
    return day_serial(moment.date()) + (moment.hour * 3600 + moment.minute * 60 + moment.second) / DAY


def workbook_seconds(instants: Any) -> Any:
    """Instants, in seconds since 1970 UTC, in the workbook's seconds."""
    return np.asarray(instants, np.float64) + EPOCH
