"""An upright axis: hairlines over the plot, numbers at its left."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.documents import fonts, style
from workbench.documents.blocks import Step
from workbench.documents.figures.marks import FIGURE
from workbench.documents.pen import Pen


def room_for(axis: Sequence[Step]) -> float:
    """Width of the numbers and the space beside them, in points."""
    return max((fonts.width(step.shown, FIGURE.font, FIGURE.size) for step in axis), default=0.0) + 8


def draw_axis(
    pen: Pen, axis: Sequence[Step], left: float, right: float, foot: float, height: float, top: float
) -> None:
    """Lines from `left` to `right`; `top` is the value at the plot's upper edge."""
    for step in axis:
        y = foot + height * step.value / top
        pen.rule(left, y, right, style.HAIR if step.value else style.EDGE, 0.4)
        pen.string(left - 6, y - 2.5, step.shown, FIGURE, align="right")
