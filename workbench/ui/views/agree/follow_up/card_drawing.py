"""Draws a promise as a small card: its time, its share, its attempts, what the past says. Must not know tables.

Words wrap, and say how tall a card must be for all of them.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF

from workbench.ui.theme.fonts import BOLD, MEDIUM
from workbench.ui.theme.ink import LEFT, Ink, broken
from workbench.ui.theme.look import Look
from workbench.ui.views.agree.follow_up.matrix_cells import Matrix, MatrixCell

WELL, HALF = 0.8, 0.5
"""From these shares of the periods on, a promise would have been kept usually, and as often as not."""
AROUND, SIDE, AIR, GAP = 4, 10, 5, 3
"""Around a card, and inside it: at its sides, above and below, between time and attempts."""
TIME, SMALL_TIME, LOWER, PAST, ISSUE = 25, 19, 16, 18, 18
"""Heights of a line of the time, usual and small, of a line below and of the past; what the mark of an issue takes."""


@dataclass(frozen=True)
class Card:
    """How the words of a card stand in a width.

    Attributes:
        time: The lines of the time.
        size: Of its letters.
        share: Beside the time; empty where it stands below.
        lower: The lines below.
        tall: Height of the whole card with what is around it, device-independent pixels.
    """

    time: tuple[str, ...]
    size: int
    share: str
    lower: tuple[str, ...]
    tall: int


def card_of(look: Look, cell: MatrixCell, matrix: Matrix, width: float) -> Card:
    """The card of a cell in a column of a width."""
    px = look.px
    room = width - px(2 * AROUND + 2 * SIDE - 1)
    said, size = (cell.target, 16) if cell.target else (matrix.open, 13)
    metrics = look.metrics(size, BOLD, figures=True)
    if metrics.horizontalAdvance(said) > room:
        size, metrics = 13, look.metrics(13, BOLD, figures=True)  # smaller first, then on two lines
    time = broken(said, metrics, room)
    left = room - metrics.horizontalAdvance(time[0]) - px(7)
    share = cell.share
    beside = len(time) == 1 and look.metrics(12, MEDIUM, figures=True).horizontalAdvance(share) <= left
    below = [one for one in ("" if beside else share, cell.second) if one]
    small, least = look.metrics(11, figures=True), room - px(ISSUE if cell.issue else 0)
    lower = ["  ".join(below)]
    if small.horizontalAdvance(lower[0]) > least:
        lower = [line for one in below for line in broken(one, small, least)]
    high = px(TIME) if len(time) == 1 and size > 13 else len(time) * px(SMALL_TIME) + px(3)
    tall = px(2 * AROUND + 2 * AIR + GAP) + high + max(1, len(lower)) * px(LOWER) + px(2 + (PAST if cell.past else 0))
    return Card(tuple(time), size, share if beside else "", tuple(lower), tall)


def draw_card(ink: Ink, rect: QRectF, cell: MatrixCell, matrix: Matrix, *, current: bool, strong: bool) -> None:
    """Draw the card of a cell; `current` is the one the sentence below edits, `strong` while the keys go there."""
    px = ink.px
    outer = rect.adjusted(px(AROUND), px(AROUND), -px(AROUND), -px(AROUND))
    ground = "accent_soft" if current else "surface" if cell.key else "sunken"
    ink.box(outer, px(8), ground, "accent" if current else "border", px(2) if strong else 1)
    inner = outer.adjusted(px(SIDE), px(AIR), -px(SIDE - 1), -px(AIR))
    if not cell.key:
        ink.lines(inner, matrix.none, size=12, color="sub" if current else "muted")
        return
    card = card_of(ink.look, cell, matrix, rect.width())
    one_line = len(card.time) == 1 and card.size > 13
    line = px(TIME) if one_line else px(SMALL_TIME)
    color, y = "text" if cell.target else "warn", inner.top()
    for words in card.time:
        place = QRectF(inner.left(), y, inner.width(), line)
        width = ink.text(place, words, size=card.size, weight=BOLD, figures=True, color=color)
        if card.share:
            beside = place.adjusted(width + px(7), px(2) if one_line else 0, 0, 0)
            ink.text(beside, card.share, size=12, weight=MEDIUM, color="sub", figures=True)
        y += line
    y += px(GAP if one_line else GAP + 3)
    quiet = "sub" if current else "muted"
    for words in card.lower:
        room = QRectF(inner.left(), y, inner.width() - px(ISSUE if cell.issue else 0), px(LOWER + 2))
        ink.text(room, words, size=11, color=quiet, align=LEFT, figures=True)
        y += px(LOWER)
    if cell.past:
        _draw_past(ink, QRectF(inner.left(), inner.bottom() - px(PAST), inner.width(), px(19)), cell)
    if cell.issue:
        ink.icon("triangle-alert", inner.right() - px(14), y - px(LOWER - 2), 14, "warn")


def _draw_past(ink: Ink, area: QRectF, cell: MatrixCell) -> None:
    """The past in words, over a bar of its share."""
    tone = "idle" if cell.few or cell.kept is None else "ok" if cell.kept >= WELL else "bad"
    tone = "warn" if tone == "bad" and cell.kept is not None and cell.kept >= HALF else tone
    words = QRectF(area.left(), area.top() - ink.px(2), area.width(), ink.px(15))
    ink.text(words, cell.past, size=11, weight=MEDIUM, color=tone, align=LEFT, figures=True)
    if cell.kept is None:
        return
    bar = QRectF(area.left(), area.bottom() - ink.px(3), area.width(), ink.px(3))
    ink.box(bar, ink.px(1.5), "track")
    done = QRectF(bar.left(), bar.top(), max(bar.width() * cell.kept, bar.height()), bar.height())
    if cell.kept:
        ink.box(done, ink.px(1.5), "chart_quiet" if tone == "idle" else f"{tone}_fill")
