"""Bars by month with their ceiling as dashes and the capacity as a stepped line; values are written on the bars."""

from __future__ import annotations

from dataclasses import replace

from workbench.documents import fonts, style
from workbench.documents.blocks import MonthBars
from workbench.documents.figures.axis import draw_axis, room_for
from workbench.documents.figures.marks import DASH, LABEL
from workbench.documents.pen import Pen
from workbench.documents.style import Type

VALUE = Type("InterT-600", 7, 9)
FOOT, HEAD = 16.0, 10.0


def height(data: MonthBars, width: float) -> float:
    """The same for any data."""
    del data, width
    return 126.0


def draw(pen: Pen, data: MonthBars, width: float, height: float) -> None:
    """Axis, bars, then what limits them."""
    left = room_for(data.axis)
    plot = height - FOOT - HEAD
    values = [value for bar in data.bars for value in (bar.value, bar.ceiling, bar.capacity) if value is not None]
    most = max([*values, *(step.value for step in data.axis)], default=0.0) or 1.0
    draw_axis(pen, data.axis, left, width, FOOT, plot, most)
    step = (width - left) / max(1, len(data.bars))
    span = min(24.0, step * 0.62)
    colour = style.INK_OF_TEAM[data.team]
    for number, bar in enumerate(data.bars):
        middle = left + step * (number + 0.5)
        high = plot * bar.value / most
        pen.box(middle - span / 2, FOOT, span, high, fill=colour)
        inside = high > 14 and fonts.width(bar.shown, VALUE.font, VALUE.size) < span
        ink = style.PAPER if inside else style.TEXT
        pen.string(middle, FOOT + high + (-9.5 if inside else 3), bar.shown, replace(VALUE, colour=ink), align="centre")
        if bar.ceiling is not None:
            y = FOOT + plot * bar.ceiling / most
            pen.rule(middle - span / 2 - 2, y, middle + span / 2 + 2, style.MUTED, 0.9, DASH)
        pen.fitted(middle, 4, bar.name, LABEL, step - 1, least=5, align="centre")
    steps: list[tuple[float, float]] = []
    for number, bar in enumerate(data.bars):
        if bar.capacity is not None:
            y = FOOT + plot * bar.capacity / most
            steps += [(left + step * number, y), (left + step * (number + 1), y)]
    if steps:
        pen.polyline(steps, style.SALES, 1.3)
