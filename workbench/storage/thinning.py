"""Which of many dated copies to keep: everything recent, then one a day, one a week, one a month. Pure."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from typing import Any

KEEP_ALL = dt.timedelta(days=2)
DAYS, WEEKS, MONTHS = 12, 10, 9
_BUCKETS: tuple[tuple[int, Callable[[dt.datetime], Any]], ...] = (
    (DAYS, lambda at: at.date()),
    (WEEKS, lambda at: at.isocalendar()[:2]),
    (MONTHS, lambda at: (at.year, at.month)),
)


def kept(moments: Iterable[dt.datetime], now: dt.datetime) -> frozenset[dt.datetime]:
    """The moments whose copies stay; the newest always does.

    Two days whole; before that the last of each of twelve days that have one, then of ten weeks, then of nine months.

    Args:
        moments: When the copies were made; aware.
        now: The present moment.
    """
    ordered = sorted(set(moments), reverse=True)
    stays = {moment for moment in ordered if moment > now - KEEP_ALL}
    older = [moment.astimezone(dt.UTC) for moment in ordered if moment not in stays]
    for most, bucket in _BUCKETS:
        seen: set[Any] = set()
        while older and (bucket(older[0]) in seen or len(seen) < most):
            moment = older.pop(0)
            if bucket(moment) not in seen:
                seen.add(bucket(moment))
                stays.add(moment)
    return frozenset(stays)
