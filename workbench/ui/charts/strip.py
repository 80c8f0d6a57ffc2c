"""A strip of small bars, one for each commitment or week: height, colour and a word say how each stands.

Met is full, at risk lower, missed low on a pale slot, no data an outline; marketing's come before sales'.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from workbench.base.language import N_, Language
from workbench.tracking.status_words import STATUS_IN_LINE
from workbench.ui.parts.marks import STATUS, status
from workbench.ui.parts.team import Side
from workbench.ui.theme.fonts import BOLD, MEDIUM, REGULAR
from workbench.ui.theme.ink import Ink
from workbench.ui.theme.look import Look

if TYPE_CHECKING:
    from workbench.tracking.result import Status

BAR, GAP, HEIGHT = 10, 4, 18
LETTER, BETWEEN = 18, 12
LETTERS: dict[Side, str] = {"marketing": N_("M"), "sales": N_("S"), "both": N_("B")}
NAMES: dict[Side, str] = {"marketing": N_("Marketing"), "sales": N_("Sales"), "both": N_("Both")}
COUNTED: tuple[Status, ...] = ("met", "on_track", "at_risk", "missed")
"""Statuses that are counted by their words; the others are no data."""
GRAVITY = ("on_track", "met", "at_risk", "missed")
"""Which counts stay where there is no room for all: the last ones."""
LOUD = ("at_risk", "missed")


class Strip(NamedTuple):
    """How the commitments of each team stand.

    Attributes:
        teams: Each team with the statuses of its commitments, in document order.
        language: For the words.
    """

    teams: Sequence[tuple[Side, Sequence[str]]]
    language: Language

    def counts(self) -> list[tuple[str, str, str]]:
        """Number and word, token, and status key of each status that occurs; no-data ones counted together."""
        every = Counter(key for _, keys in self.teams for key in keys)
        text = self.language.text
        found: list[tuple[str, str, str]] = [
            (f"{every[key]} {text(STATUS_IN_LINE[key])}", status(key).color, key) for key in COUNTED if every[key]
        ]
        silent = sum(count for key, count in every.items() if key not in COUNTED)
        if silent:
            found.append((text(N_("{n} no data yet")).format(n=silent), "muted", ""))
        return found


def describe(data: Strip) -> str:
    """The strip in words, team by team."""
    text = data.language.text
    said = []
    for side, keys in data.teams:
        words = Counter(text(status(key).word) for key in keys)
        said.append(f"{text(NAMES[side])}: " + ", ".join(f"{count} {word.lower()}" for word, count in words.items()))
    return ". ".join(said)


def draw_bar(ink: Ink, rect: QRectF, key: str) -> None:
    """One bar of the strip: the status' height and colour in its slot."""
    mark = STATUS.get(key)
    if mark is None or not mark.fill:
        ink.box(rect, 2, None, "line", 1.5)
        return
    if mark.level < 1:
        ink.box(rect, 2, ink.color(mark.fill, 0.24))
    height = rect.height() * mark.level
    ink.box(QRectF(rect.left(), rect.bottom() - height, rect.width(), height), 2, mark.fill)


def draw(painter: QPainter, rect: QRectF, data: Strip, look: Look) -> None:
    """Draw the strip, counts below where there is room for two lines."""
    ink = Ink(painter, look)
    px = look.px
    both = rect.height() >= px(HEIGHT + 20)
    top = rect.center().y() - px(HEIGHT + 1 if both else HEIGHT / 2)
    x = rect.left()
    bars = sum(len(keys) for _, keys in data.teams)
    room = rect.width() - px(LETTER + BETWEEN) * len(data.teams) + px(BETWEEN)
    step = min(float(px(BAR + GAP)), room / max(bars, 1))  # many commitments: narrower bars, never a missing one
    bar = step * BAR / (BAR + GAP)
    for side, keys in data.teams:
        letter = data.language.text(LETTERS[side])
        color = side if side != "both" else "sub"
        ink.text(QRectF(x, top - 1, px(16), px(HEIGHT + 2)), letter, size=12, weight=BOLD, color=color)
        x += px(LETTER)
        for key in keys:
            draw_bar(ink, QRectF(x, top, bar, px(HEIGHT)), key)
            x += step
        x += px(BETWEEN)
    if both:
        _draw_counts(ink, QRectF(rect.left(), rect.center().y() + px(4), rect.width(), px(17)), data)


def that_fit(keys: Sequence[str], widths: Sequence[float], gap: float, room: float) -> list[int]:
    """Which counts are written where not all have room: the gravest stay, all in their order.

    Args:
        keys: Status of each count; empty for those without a status.
        widths: Of their words.
        gap: Between two of them, with the dot.
        room: How wide all may be together.
    """
    kept = list(range(len(keys)))
    by_weight = sorted(kept, key=lambda number: GRAVITY.index(keys[number]) if keys[number] in GRAVITY else -1)
    for lightest in by_weight:
        if sum(widths[number] for number in kept) + gap * (len(kept) - 1) <= room:
            break
        kept.remove(lightest)
    return kept


def _draw_counts(ink: Ink, rect: QRectF, data: Strip) -> None:
    """The counts that fit whole, between dots."""
    x, px, counts = rect.left(), ink.px, data.counts()
    weights = [MEDIUM if key in LOUD else REGULAR for _, _, key in counts]
    widths = [ink.width(words, 12, weight) for (words, _, _), weight in zip(counts, weights, strict=True)]
    gap = ink.width("·", 12, REGULAR) + 2 * px(5)
    kept = that_fit([key for _, _, key in counts], widths, gap, rect.width())
    for place, number in enumerate(kept):
        words, color, key = counts[number]
        if place:
            x += ink.text(QRectF(x, rect.top(), px(12), rect.height()), "·", size=12, color="muted") + px(5)
        room = QRectF(x, rect.top(), rect.right() - x + px(2), rect.height())
        shade = color if key in LOUD else "muted"
        x += ink.text(room, words, size=12, weight=weights[number], color=shade) + px(5)
