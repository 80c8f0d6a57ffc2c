"""Bars under each other, longest first, with the value before as an upright mark."""

from __future__ import annotations

from workbench.documents import style
from workbench.documents.blocks import RankedBars
from workbench.documents.pen import Pen
from workbench.documents.style import Type

STEP = 18.0
NAMES, NUMBERS = 112.0, 62.0
NAME = Type("Inter-400", 8.5, 12)
VALUE = Type("InterT-600", 8.5, 12)
DIFFERENCE = Type("InterT-400", 8.5, 12, style.MUTED)
PALE = "#98A2B3"
STRONG = 2
"""So many bars at the top are dark: they are what the meeting talks about."""


def height(data: RankedBars, width: float) -> float:
    """One step a bar."""
    del width
    return STEP * len(data.bars)


def draw(pen: Pen, data: RankedBars, width: float, height: float) -> None:
    """Name, bar, value, difference."""
    most = max((value for bar in data.bars for value in (bar.value, bar.before or 0.0)), default=0.0) or 1.0
    full = width - NAMES - NUMBERS
    for number, bar in enumerate(data.bars):
        y = height - (number + 1) * STEP
        pen.fitted(0, y + STEP / 2 - 3, bar.name, NAME, NAMES - 8, least=6)
        pen.box(NAMES, y + 3.5, full * bar.value / most, STEP - 7, fill=style.QUIET if number < STRONG else PALE)
        if bar.before is not None:
            x = NAMES + full * bar.before / most
            pen.line((x, y + 1.5), (x, y + STEP - 1.5), style.TEXT, 1.4)
        pen.string(width - 34, y + STEP / 2 - 3, bar.shown, VALUE, align="right")
        pen.string(width, y + STEP / 2 - 3, bar.difference, DIFFERENCE, align="right")
