"""Other numbers beside the one that is written, from easy to hard: a bar each, how often it would have been kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from workbench.ui.theme.fonts import MEDIUM, REGULAR, SEMIBOLD
from workbench.ui.theme.ink import LEFT, RIGHT, Ink
from workbench.ui.theme.look import Look

LINE, BAR, HEAD = 23, 8, 18
LABEL_SIZE = 11
_GAP = 12


@dataclass(frozen=True)
class Step:
    """One number.

    Attributes:
        label: The number as people write it.
        share: How long its bar is, 0 to 1.
        shown: What the bar comes to, in words; empty where the last column says it.
        kept: In how many periods it would have been kept; empty where nothing says so.
        own: It is the one that is written.
        usual: The hardest that most periods would have kept.
    """

    label: str
    share: float
    shown: str = ""
    kept: str = ""
    own: bool = False
    usual: bool = False


@dataclass(frozen=True)
class Ladder:
    """Numbers from easy to hard, or short to long.

    Attributes:
        steps: One line each.
        shown_head: Over the column of what the bars come to.
        kept_head: Over the column of periods.
        own_says: What the written one is called by a screen reader.
        usual_says: The same of the hardest that most periods would have kept.
    """

    steps: Sequence[Step]
    shown_head: str = ""
    kept_head: str = ""
    own_says: str = ""
    usual_says: str = ""


def describe(data: Ladder) -> str:
    """The chart in words."""
    return ". ".join(_said(data, step) for step in data.steps)


def _said(data: Ladder, step: Step) -> str:
    parts = [
        step.label,
        f"{step.shown} {data.shown_head}".strip() if step.shown else "",
        f"{step.kept} {data.kept_head}".strip() if step.kept else "",
        data.own_says if step.own else "",
        data.usual_says if step.usual else "",
    ]
    return ", ".join(part for part in parts if part)


def height(data: Ladder) -> float:
    """Design pixels the lines need."""
    return HEAD + LINE * len(data.steps)


def draw(painter: QPainter, rect: QRectF, data: Ladder, look: Look) -> None:
    """Draw the lines into a rectangle: label, bar, what it comes to, periods."""
    ink, steps = Ink(painter, look), data.steps
    px = look.px
    labels = _widest(ink, [step.label for step in steps], 12)
    shown = max(_widest(ink, [step.shown for step in steps], 12), _heading(ink, data.shown_head, steps, "shown"))
    kept = max(_widest(ink, [step.kept for step in steps], 12), _heading(ink, data.kept_head, steps, "kept"))
    gap = px(_GAP)
    label_width = min(labels, rect.width() * 0.4)
    kept_left = rect.right() - kept
    shown_left = kept_left - (gap if kept else 0) - shown
    start = rect.left() + label_width + gap
    width = max(0.0, shown_left - (gap if shown else 0) - start - (0 if shown else gap if kept else 0))
    heads = ((shown_left, shown, data.shown_head), (kept_left, kept, data.kept_head))
    for left, room, words in heads:
        if room:
            ink.text(QRectF(left, rect.top(), room, px(15)), words, size=LABEL_SIZE, color="muted", align=RIGHT)
    for number, step in enumerate(steps):
        y = rect.top() + px(HEAD) + number * px(LINE)
        weight = SEMIBOLD if step.own else REGULAR
        color = "text" if step.own else "sub"
        line = QRectF(rect.left(), y, label_width, px(LINE))
        ink.text(line, step.label, size=12, weight=weight, color=color, align=LEFT, figures=True)
        slot = QRectF(start, y + (px(LINE) - px(BAR)) / 2, width, px(BAR))
        ink.box(slot, px(BAR) / 2, "track")
        if step.share > 0:
            length = min(width, max(px(BAR), width * step.share))
            bar = QRectF(slot.left(), slot.top(), length, slot.height())
            ink.box(bar, px(BAR) / 2, "accent" if step.own else "chart")
        value = QRectF(shown_left, y, shown, px(LINE))
        ink.text(value, step.shown, size=12, weight=weight, color=color, align=RIGHT, figures=True)
        tone = "ok" if step.usual else color
        periods = QRectF(kept_left, y, kept, px(LINE))
        strong = MEDIUM if step.usual and not step.own else weight
        ink.text(periods, step.kept, size=12, weight=strong, color=tone, align=RIGHT, figures=True)


def _widest(ink: Ink, words: Sequence[str], size: float) -> float:
    return max((ink.width(one, size, SEMIBOLD, figures=True) for one in words if one), default=0.0) + 1


def _heading(ink: Ink, words: str, steps: Sequence[Step], column: str) -> float:
    """Room for a column's head, where the column says anything."""
    return ink.width(words, LABEL_SIZE) + 2 if any(getattr(step, column) for step in steps) else 0.0
