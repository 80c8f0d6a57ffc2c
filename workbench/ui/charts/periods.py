"""Periods in time, a bar each: how a promise would have stood, by height and colour. Must not know any measure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from workbench.base.language import Language
from workbench.ui.charts.frame import LABEL_SIZE
from workbench.ui.charts.strip import draw_bar
from workbench.ui.parts.marks import status
from workbench.ui.theme.ink import LEFT, RIGHT, Ink
from workbench.ui.theme.look import Look

BAR, GAP, TALL = 14, 4, 20
HEIGHT = TALL + 20


@dataclass(frozen=True)
class Spell:
    """One period.

    Attributes:
        name: The period in words.
        status: How it would have stood.
        value: What it came to, in words; empty for nothing.
    """

    name: str
    status: str
    value: str = ""


@dataclass(frozen=True)
class Spells:
    """Periods in time.

    Attributes:
        spells: The earliest first.
        language: For the words.
    """

    spells: Sequence[Spell]
    language: Language


def describe(data: Spells) -> str:
    """Each period in words."""
    text = data.language.text
    return ". ".join(
        ", ".join(part for part in (one.name, one.value, text(status(one.status).word).lower()) if part)
        for one in data.spells
    )


def draw(painter: QPainter, rect: QRectF, data: Spells, look: Look) -> None:
    """Draw the bars, the first and the last period's name below; many periods make narrow bars, none is left out."""
    ink, px = Ink(painter, look), look.px
    if not data.spells:
        return
    step = min(float(px(BAR + GAP)), rect.width() / len(data.spells))
    bar = step * BAR / (BAR + GAP)
    for number, one in enumerate(data.spells):
        draw_bar(ink, QRectF(rect.left() + number * step, rect.top(), bar, px(TALL)), one.status)
    below = QRectF(rect.left(), rect.top() + px(TALL + 4), rect.width(), px(15))
    right = max(below.left() + step * len(data.spells), below.left())
    first, last = data.spells[0].name, data.spells[-1].name
    taken = ink.text(below, first, size=LABEL_SIZE, color="muted", align=LEFT, figures=True)
    width = ink.width(last, LABEL_SIZE, figures=True) + 2
    end = max(right, below.left() + taken + px(12) + width)
    if len(data.spells) > 1 and end <= rect.right() + 1:
        ink.text(
            QRectF(end - width, below.top(), width, below.height()), last, size=LABEL_SIZE, color="muted",
            align=RIGHT, figures=True,
        )  # fmt: skip
