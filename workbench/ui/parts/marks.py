"""The vocabulary of states: a shape, a word and a colour for each, the same everywhere. Never colour alone.

Keys are those of the scorecard and of a lead's outcome; must not know how a state is found.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from workbench.base.language import N_
from workbench.tracking.status_words import STATUS_WORD


class Mark(NamedTuple):
    """How one state looks and reads.

    Attributes:
        word: The state in words, marked for translation.
        icon: Its shape.
        color: Token of its glyph and of words in its colour.
        tone: Tone of a chip that says it.
        fill: Token of bars that show it; empty where it is shown as an outline.
        level: Height of its bar in a status strip, 0 to 1.
    """

    word: str
    icon: str
    color: str
    tone: str
    fill: str = ""
    level: float = 0


STATUS: Final[dict[str, Mark]] = {
    "met": Mark(STATUS_WORD["met"], "circle-check", "ok", "ok", "ok_fill", 1.0),
    "missed": Mark(STATUS_WORD["missed"], "circle-x", "bad", "bad", "bad_fill", 0.34),
    "on_track": Mark(STATUS_WORD["on_track"], "trending-up", "ok", "ok", "ok_fill", 0.82),
    "at_risk": Mark(STATUS_WORD["at_risk"], "triangle-alert", "warn", "warn", "warn_fill", 0.62),
    "not_due": Mark(STATUS_WORD["not_due"], "clock", "idle", "idle"),
    "too_little_data": Mark(STATUS_WORD["too_little_data"], "circle-ellipsis", "idle", "idle"),
    "not_measurable": Mark(STATUS_WORD["not_measurable"], "ban", "idle", "idle"),
}
"""Status of a commitment in a period."""

OUTCOME: Final[dict[str, Mark]] = {
    "met": Mark(N_("Met"), "circle-check", "ok", "ok"),
    "counted": Mark(N_("Counted"), "circle-check", "ok", "ok"),
    "late": Mark(N_("Late"), "clock-alert", "warn", "warn"),
    "overdue": Mark(N_("Overdue"), "circle-x", "bad", "bad"),
    "pending": Mark(N_("Pending"), "hourglass", "sub", "idle"),
    "excluded": Mark(N_("Excluded"), "circle-minus", "sub", "idle"),
    "unknown": Mark(N_("Unknown"), "circle-help", "sub", "idle"),
}
"""Outcome of one lead under one commitment."""

UNKNOWN: Final = Mark(N_("Unknown"), "circle-help", "sub", "idle")


def status(key: str) -> Mark:
    """The mark of a commitment's status; an honest "Unknown" for a key from a newer program."""
    return STATUS.get(key, UNKNOWN)


def outcome(key: str) -> Mark:
    """The mark of a lead's outcome; an honest "Unknown" for a key from a newer program."""
    return OUTCOME.get(key, UNKNOWN)
