"""Events along the months: one row a kind, every other quarter tinted."""

from __future__ import annotations

from workbench.documents import style
from workbench.documents.blocks import CalendarStrip
from workbench.documents.figures.marks import draw_sign
from workbench.documents.pen import Pen
from workbench.documents.style import Type

NAMES = 118.0
STEP, HEAD = 21.2, 16.0
NAME = Type("Inter-400", 8, 10)
MONTH = Type("Inter-500", 7, 9, style.QUIET)


def height(data: CalendarStrip, width: float) -> float:
    """One step a kind, under the months."""
    del width
    return HEAD + STEP * len(data.rows)


def draw(pen: Pen, data: CalendarStrip, width: float, height: float) -> None:
    """Quarters, months, then the rows."""
    step = (width - NAMES) / max(1, len(data.months))
    for number, month in enumerate(data.months):
        left = NAMES + step * number
        if number % 6 == 0:
            pen.box(left, 0, min(3, len(data.months) - number) * step, height - HEAD + 2, fill=style.SUNK)
        pen.fitted(left + step / 2, height - 9, month, MONTH, step - 1, least=5, align="centre")
    for place, row in enumerate(data.rows):
        y = height - HEAD - (place + 0.5) * STEP
        pen.fitted(0, y - 2.8, row.name, NAME, NAMES - 8, least=6.5)
        pen.rule(NAMES, y, width, style.HAIR, 0.4)
        for at in row.at:
            draw_sign(pen, NAMES + step * at, y, row.sign, style.INK_OF_TONE[row.tone])
