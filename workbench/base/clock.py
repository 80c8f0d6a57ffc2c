"""The only source of the present moment, so that tests and documents can fix it.

Must not know the time zones of agreements.
"""

from __future__ import annotations

import datetime as dt
from typing import Protocol


class Clock(Protocol):
    """Gives the present moment."""

    def now(self) -> dt.datetime:
        """The present moment, aware, in UTC, to the microsecond."""
        ...


class SystemClock:
    """The machine's clock."""

    def now(self) -> dt.datetime:
        """The present moment, aware, in UTC."""
        return dt.datetime.now(dt.UTC)


class FixedClock:
    """A clock that stands still until it is moved; for tests, demos and reproducible documents.

    Attributes:
        moment: The moment every call answers; aware.
    """

    def __init__(self, moment: dt.datetime) -> None:
        self.moment = moment

    def now(self) -> dt.datetime:
        """The fixed moment."""
        return self.moment

    def advance(self, **delta: float) -> None:
        """Move the clock by a `datetime.timedelta(**delta)`."""
        self.moment += dt.timedelta(**delta)


def utc_text(moment: dt.datetime) -> str:
    """An instant as fixed-width sortable text, microseconds, UTC: `2026-11-21T18:44:00.000000Z`.

    Raises:
        ValueError: The moment has no zone.
    """
    if moment.tzinfo is None:
        raise ValueError("an instant needs a zone")
    return moment.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def from_utc_text(text: str) -> dt.datetime:
    """The instant that `utc_text` wrote; also takes any ISO 8601 text with an offset.

    Raises:
        ValueError: Not such a text.
    """
    moment = dt.datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError(f"{text!r} has no offset")
    return moment.astimezone(dt.UTC)
