"""The clock of a time box: running towards an instant, or paused with what is left. Survives a restart. Pure."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from workbench.base.clock import from_utc_text, utc_text

MORE = 120
"""Seconds that one press adds."""
SOON = 30
"""Seconds under which the clock turns amber."""


@dataclass(frozen=True)
class Countdown:
    """A time box.

    Attributes:
        whole: Its length in seconds, with what was added.
        left: Seconds that were left when it was paused; below 0 once it is over.
        ends: When it ends; nothing while it is paused.
    """

    whole: int = 0
    left: int = 0
    ends: dt.datetime | None = None

    @property
    def runs(self) -> bool:
        """Whether it is running."""
        return self.ends is not None

    def left_at(self, now: dt.datetime) -> int:
        """Seconds left, a begun one counted as whole; below 0 is overrun."""
        return self.left if self.ends is None else -int((now - self.ends).total_seconds() // 1)

    def share_at(self, now: dt.datetime) -> float:
        """How much of the time box is left, 0 to 1."""
        return min(max(self.left_at(now) / self.whole, 0.0), 1.0) if self.whole else 0.0

    def paused(self, now: dt.datetime) -> Countdown:
        """Standing still."""
        return replace(self, left=self.left_at(now), ends=None)

    def running(self, now: dt.datetime) -> Countdown:
        """Going on."""
        return self if self.runs else replace(self, left=0, ends=now + dt.timedelta(seconds=self.left))

    def longer(self, now: dt.datetime, seconds: int = MORE) -> Countdown:
        """With more time; one that is over gets the time from now on."""
        left = max(self.left_at(now), 0) + seconds
        whole = max(self.whole + seconds, left)
        still = Countdown(whole, left)
        return still.running(now) if self.runs else still


def started(seconds: int, now: dt.datetime) -> Countdown:
    """A time box that begins now."""
    return Countdown(seconds, seconds).running(now)


def read(whole: int | None, left: int | None, ends: str) -> Countdown:
    """The clock from what is kept of it."""
    return Countdown(whole or 0, left or 0, from_utc_text(ends) if ends else None)


def kept(clock: Countdown) -> tuple[int, int, str]:
    """What is kept of a clock: `whole`, `left`, `ends`."""
    return clock.whole, clock.left, utc_text(clock.ends) if clock.ends else ""


def clock_words(seconds: int) -> str:
    """Seconds as `1:48`; an overrun as `+0:12`."""
    minutes, rest = divmod(abs(seconds), 60)
    return f"{'+' if seconds < 0 else ''}{minutes}:{rest:02d}"
