"""The reverse funnel: a bar for every stage, as wide as its number, and the rate that leads to the next."""

from __future__ import annotations

from dataclasses import replace

from workbench.documents import fonts, style
from workbench.documents.blocks import Funnel
from workbench.documents.pen import Pen
from workbench.documents.style import Type

STEP = 30.4
NAME = Type("Inter-500", 8.5, 12)
COUNT = Type("InterT-600", 10, 12)
RATE = Type("InterT-500", 7.5, 10, style.MUTED)
LEAST_BAR = 4.0


def height(data: Funnel, width: float) -> float:
    """One step a stage."""
    del width
    return STEP * len(data.stages)


def draw(pen: Pen, data: Funnel, width: float, height: float) -> None:
    """Names at the left, bars around one axis, rates between the bars, numbers at the right."""
    most = max((stage.value for stage in data.stages), default=0.0) or 1.0
    names = max(_wide(stage.name, NAME) for stage in data.stages)
    left = min(max(names + 10, width * 0.22), width * 0.38)
    rates = max(_wide(stage.rate, RATE) for stage in data.stages)
    counts = max(_wide(stage.shown, COUNT) for stage in data.stages)
    full = max(60.0, width - left - rates - counts - 36)
    axis = left + full / 2
    bar = min(18.0, STEP * 0.58)
    spans = [max(LEAST_BAR, full * stage.value / most) for stage in data.stages]
    for number, stage in enumerate(data.stages):
        y = height - (number + 1) * STEP + (STEP - bar) / 2
        span = spans[number]
        if number + 1 < len(spans):
            below, foot = spans[number + 1], y - (STEP - bar)
            points = [(axis - span / 2, y), (axis + span / 2, y), (axis + below / 2, foot), (axis - below / 2, foot)]
            pen.polygon(points, style.TINT)
            pen.string(axis + full / 2 + 16, y - (STEP - bar) / 2 - 2.6, stage.rate, RATE)
        colour = style.INK_OF_TEAM[stage.team]
        pen.box(axis - span / 2, y, span, bar, fill=colour, radius=2)
        pen.fitted(0, y + bar / 2 - 3, stage.name, NAME, left - 8, least=6)
        pen.string(width, y + bar / 2 - 3.4, stage.shown, replace(COUNT, colour=colour), align="right")


def _wide(text: str, kind: Type) -> float:
    return fonts.width(fonts.settable(text), kind.font, kind.size)
