"""Figures: caption, drawing, key and note as one piece that stays on one page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

from workbench.documents import style
from workbench.documents.blocks import (
    CalendarStrip,
    Distribution,
    Drawing,
    Figure,
    Funnel,
    Key,
    Lifecycle,
    MonthBars,
    Pace,
    RankedBars,
    WeekHours,
)
from workbench.documents.boxes import Box
from workbench.documents.figures import (
    calendar_strip,
    distribution,
    funnel,
    lifecycle,
    month_bars,
    pace,
    ranked_bars,
    week,
)
from workbench.documents.figures.marks import KEY, draw_sign, key_rows
from workbench.documents.flow import Group
from workbench.documents.pen import Pen
from workbench.documents.setting.setter import Setter
from workbench.documents.tags import Element


class DrawingBox(Box):
    """A drawing; to a screen reader its alternative."""

    def __init__(self, drawing: Drawing, alternative: str, indent: float) -> None:
        self._drawing = drawing
        self._alternative = alternative
        self._indent = indent

    def height(self, width: float) -> float:
        """What the drawing asks for."""
        return _height(self._drawing, width - self._indent)

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """One figure element."""
        high = self.height(width)
        left, right = x + self._indent, x + width
        with (
            pen.marked(Element("Figure", self._alternative, (left, top - high, right, top))),
            pen.moved(left, top - high),
        ):
            _draw(pen, self._drawing, width - self._indent, high)


class KeyBox(Box):
    """What the signs of a drawing mean."""

    def __init__(self, keys: Sequence[Key], indent: float) -> None:
        self._keys = tuple(keys)
        self._indent = indent

    def height(self, width: float) -> float:
        """As many rows as the entries need."""
        return KEY.leading * len(key_rows(self._keys, width - self._indent))

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Signs are decoration, words are read."""
        element = Element("P")
        for number, row in enumerate(key_rows(self._keys, width - self._indent)):
            y = top - KEY.leading * (number + 1)
            for place, key in row:
                left = x + self._indent + place
                with pen.artifact():
                    draw_sign(pen, left + 5, y + 6, key.sign, style.INK_OF_TONE[key.tone])
                with pen.marked(element):
                    pen.string(left + 15, y + 3.2, key.words, KEY)


def figure(block: Figure, setter: Setter) -> list[Box]:
    """Kept together; movable where the block says so."""
    indent = 0.0 if block.full else setter.sheet.gutter
    boxes: list[Box] = []
    if block.caption:
        boxes.append(setter.paragraph(block.caption, style.CAPTION, indent=indent).spaced(after=7))
    boxes.append(DrawingBox(block.drawing, block.alternative, indent).spaced(after=5))
    if block.keys:
        boxes.append(KeyBox(block.keys, indent).spaced(after=4))
    if block.note:
        boxes.append(setter.paragraph(block.note, style.SMALL, indent=indent, inset=setter.sheet.inset))
    whole = Group(boxes).spaced(10 if block.caption else 6, 12)
    whole.movable = block.movable
    return [whole]


def _height(drawing: Drawing, width: float) -> float:
    match drawing:
        case Funnel():
            return funnel.height(drawing, width)
        case MonthBars():
            return month_bars.height(drawing, width)
        case Lifecycle():
            return lifecycle.height(drawing, width)
        case CalendarStrip():
            return calendar_strip.height(drawing, width)
        case WeekHours():
            return week.height(drawing, width)
        case Pace():
            return pace.height(drawing, width)
        case Distribution():
            return distribution.height(drawing, width)
        case RankedBars():
            return ranked_bars.height(drawing, width)
        case _:
            assert_never(drawing)


def _draw(pen: Pen, drawing: Drawing, width: float, height: float) -> None:
    match drawing:
        case Funnel():
            funnel.draw(pen, drawing, width, height)
        case MonthBars():
            month_bars.draw(pen, drawing, width, height)
        case Lifecycle():
            lifecycle.draw(pen, drawing, width, height)
        case CalendarStrip():
            calendar_strip.draw(pen, drawing, width, height)
        case WeekHours():
            week.draw(pen, drawing, width, height)
        case Pace():
            pace.draw(pen, drawing, width, height)
        case Distribution():
            distribution.draw(pen, drawing, width, height)
        case RankedBars():
            ranked_bars.draw(pen, drawing, width, height)
        case _:
            assert_never(drawing)
