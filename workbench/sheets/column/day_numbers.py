"""Bare numbers that stand for dates: spreadsheet day numbers, epochs, year-month-day in one number.

Must not know texts or columns.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from workbench.sheets.column.zones import DAY

Ints: TypeAlias = npt.NDArray[np.int64]

NO_WALL = -(2**62)
"""In wall seconds: no such date."""

_DAY_ZERO, _LATER_1904 = 25_569, 1_462
_DAY_NUMBERS = 30_000, 60_000
_EPOCHS = ((1, 3.15e8, 7.3e9), (1000, 3.15e11, 7.3e12))
_WRITTEN = 19_800_101, 21_991_231


@dataclass(frozen=True, eq=False)
class DayNumbers:
    """Numbers, read as dates.

    Attributes:
        walls: Wall clock seconds, or `NO_WALL`.
        in_utc: Which were epochs, whose wall clock is UTC.
        serials: How many were spreadsheet day numbers.
    """

    walls: Ints
    in_utc: npt.NDArray[np.bool_]
    serials: int


def read_day_numbers(numbers: npt.NDArray[np.float64], *, from_1904: bool) -> DayNumbers:
    """Take numbers as day numbers (1982 to 2064), epochs in seconds or milliseconds, or `20260131`."""
    walls = np.full(len(numbers), NO_WALL, np.int64)
    in_utc = np.zeros(len(numbers), np.bool_)
    serial = (numbers >= _DAY_NUMBERS[0]) & (numbers < _DAY_NUMBERS[1])
    days = numbers[serial] - _DAY_ZERO + (_LATER_1904 if from_1904 else 0)
    walls[serial] = np.rint(days * DAY).astype(np.int64)
    for scale, low, high in _EPOCHS:
        epoch = (numbers >= low) & (numbers < high)
        walls[epoch] = np.floor(numbers[epoch] / scale + 0.5).astype(np.int64)
        in_utc |= epoch
    written = (numbers >= _WRITTEN[0]) & (numbers <= _WRITTEN[1]) & (numbers == np.floor(numbers))
    whole = numbers[written].astype(np.int64)
    walls[written] = wall(whole // 10_000, whole // 100 % 100, whole % 100, np.zeros(len(whole), np.int64))
    return DayNumbers(walls, in_utc, int(serial.sum()))


def plain_number(text: str) -> float | None:
    """The number of a text such as `45675.328` or `1709647320000`; nothing for anything else."""
    text = text.strip()
    digits = text.replace(".", "", 1) if "." in text else text.replace(",", "", 1)
    if len(digits) < 5 or not (digits.isascii() and digits.isdigit()):
        return None
    return float(text.replace(",", "."))


def wall(year: Ints, month: Ints, day: Ints, seconds: Ints) -> Ints:
    """Wall clock seconds since 1970; `NO_WALL` where there is no such day or time."""
    sane = (month >= 1) & (month <= 12) & (day >= 1) & (year >= 1) & (seconds >= 0)
    months = np.where(sane, (year - 1970) * 12 + month - 1, 0)
    start = months.astype("datetime64[M]").astype("datetime64[D]").astype(np.int64)
    length = (months + 1).astype("datetime64[M]").astype("datetime64[D]").astype(np.int64) - start
    return np.asarray(np.where(sane & (day <= length), (start + day - 1) * DAY + seconds, NO_WALL))


def day_of_month(walls: Ints) -> Ints:
    """1 to 31."""
    days = (walls // DAY).astype("datetime64[D]")
    return np.asarray((days - days.astype("datetime64[M]").astype("datetime64[D]")).astype(np.int64) + 1)
