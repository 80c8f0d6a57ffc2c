"""Signs for how a commitment stands: shape first, word second, colour third."""

from __future__ import annotations

from workbench.documents import fonts, style
from workbench.documents.blocks import State, Status, Trend
from workbench.documents.boxes import Box
from workbench.documents.pen import Pen
from workbench.documents.tags import Element

_COLOUR: dict[State, str] = {
    "met": style.GOOD,
    "missed": style.WARNING,
    "on_track": style.BOTH,
    "at_risk": style.WARNING,
    "too_little_data": style.MUTED,
    "not_due": style.MUTED,
    "not_measurable": style.MUTED,
}
_WORD = style.Type("Inter-500", 8.5, 12)
_STEP = 12.0


def draw_sign(pen: Pen, x: float, y: float, state: State, size: float) -> None:
    """The sign of a state around `x`, `y`; `size` is about its radius, in points."""
    colour = _COLOUR[state]
    match state:
        case "met":
            pen.circle(x, y, size, fill=colour)
        case "missed":
            pen.box(x - size * 0.9, y - size * 0.9, size * 1.8, size * 1.8, edge=colour, weight=size * 0.36)
        case "on_track":
            pen.circle(x, y, size * 0.85, edge=colour, weight=size * 0.36)
            if size > 3:
                pen.circle(x, y, size * 0.38, fill=colour)
        case "at_risk":
            pen.polygon([(x, y + size), (x + size * 1.05, y - size * 0.8), (x - size * 1.05, y - size * 0.8)], colour)
        case _:
            pen.rule(x - size * 0.9, y, x + size * 0.9, colour, size * 0.36)


class StatusBox(Box):
    """A sign and its word."""

    def __init__(self, status: Status, element: Element) -> None:
        self._status = status
        self._element = element
        self.width = 12 + fonts.width(fonts.settable(status.word), _WORD.font, _WORD.size)

    def height(self, width: float) -> float:
        """One line."""
        del width
        return _WORD.leading

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """The sign is decoration, the word says it."""
        del width
        with pen.artifact():
            draw_sign(pen, x + 4, top - 5.6, self._status.state, 3.4)
        with pen.marked(self._element):
            pen.string(x + 12, top - _WORD.size, self._status.word, _WORD, colour=_COLOUR[self._status.state])


class TrendBox(Box):
    """Signs beside each other, oldest first."""

    def __init__(self, trend: Trend) -> None:
        self._trend = trend
        self.width = _STEP * len(trend.states)

    def height(self, width: float) -> float:
        """One line."""
        del width
        return _WORD.leading

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """One figure with its alternative."""
        del width
        box = (x, top - _WORD.leading, x + self.width, top)
        with pen.marked(Element("Figure", self._trend.alternative, box)):
            for number, state in enumerate(self._trend.states):
                draw_sign(pen, x + _STEP * (number + 0.5), top - 5.6, state, 2.3)
