"""Wall clock time to instants for whole columns, by the rules of a zone. Must not know where the times came from."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias
from zoneinfo import ZoneInfo

import numpy as np
import numpy.typing as npt

Ints: TypeAlias = npt.NDArray[np.int64]

DAY = 86_400
_YEARS = 4
"""Changes are worked out for so many years at once, so that the columns of a file share them."""
_FIRST_YEAR, _LAST_YEAR = 2 - 1970, 9998 - 1970


@dataclass(frozen=True, eq=False)
class Changes:
    """Instants and wall seconds from which each offset holds, and the offsets; the first of them holds before all."""

    instants: Ints
    walls: Ints
    offsets: Ints


def to_utc(walls: Ints, zone: str) -> Ints:
    """Seconds since 1970 in UTC of wall clock seconds (seconds since 1970 as if the clock showed UTC).

    An hour that happens twice is its first time; one that does not happen is moved forward, as `datetime` does with
    `fold=0`.

    Args:
        walls: Wall clock seconds, from the year 2 to 9998.
        zone: IANA name.
    """
    if not len(walls):
        return walls
    changes = _changes_around(walls, zone)
    return np.asarray(walls - changes.offsets[np.searchsorted(changes.walls, walls, side="right")])


def to_wall(instants: Ints, zone: str) -> Ints:
    """Wall clock seconds of instants, the reverse of `to_utc`."""
    if not len(instants):
        return instants
    changes = _changes_around(instants, zone)
    return np.asarray(instants + changes.offsets[np.searchsorted(changes.instants, instants, side="right")])


def _changes_around(seconds: Ints, zone: str) -> Changes:
    first, last = int(seconds.min()) // DAY // 366, int(seconds.max()) // DAY // 365 + 1
    return changes(zone, max(_FIRST_YEAR, first // _YEARS * _YEARS), min(_LAST_YEAR, (last // _YEARS + 1) * _YEARS))


@lru_cache(maxsize=16)
def changes(name: str, first_year: int, last_year: int) -> Changes:
    """The changes of a zone's offset over some years, counted from 1970, one before and one after included."""
    zone = ZoneInfo(name)

    def offset(moment: int) -> int:
        shown = dt.datetime.fromtimestamp(moment, zone).utcoffset()
        return round(shown.total_seconds()) if shown is not None else 0

    first = int(dt.datetime(1970 + first_year - 1, 1, 1, tzinfo=dt.UTC).timestamp())
    last = int(dt.datetime(1970 + last_year + 1, 1, 1, tzinfo=dt.UTC).timestamp())
    instants: list[int] = []
    walls: list[int] = []
    offsets = [offset(first)]
    for day in range(first, last, DAY):
        before, after = offsets[-1], offset(day + DAY)
        if before == after:
            continue
        low, high = day, day + DAY
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (middle, high) if offset(middle) == before else (low, middle)
        instants.append(high)
        walls.append(high + max(before, after))
        offsets.append(after)
    return Changes(np.array(instants, np.int64), np.array(walls, np.int64), np.array(offsets, np.int64))
