"""Arrows along upright and level lines, as flow charts have them. Must not know what they connect."""

from __future__ import annotations

import math
from collections.abc import Sequence

from reportlab.lib.colors import HexColor

from workbench.documents.pen import Pen, Point


def arrow(pen: Pen, points: Sequence[Point], colour: str, *, weight: float = 0.9, dash: Sequence[float] = (),
          radius: float = 5.0, head: float = 4.2) -> None:  # fmt: skip
    """An arrow along upright and level lines, with rounded corners and a filled head."""
    canvas = pen.canvas
    (before_x, before_y), (tip_x, tip_y) = points[-2], points[-1]
    length = math.hypot(tip_x - before_x, tip_y - before_y)
    along_x, along_y = (tip_x - before_x) / length, (tip_y - before_y) / length
    track = [*points[:-1], (tip_x - along_x * head * 0.8, tip_y - along_y * head * 0.8)]
    canvas.saveState()
    canvas.setStrokeColor(HexColor(colour))
    canvas.setLineWidth(weight)
    canvas.setLineJoin(1)
    if dash:
        canvas.setDash(list(dash))
    path = canvas.beginPath()
    path.moveTo(*track[0])
    for here, corner, after in zip(track, track[1:], track[2:], strict=False):
        start, end = _bend(here, corner, after, radius)
        path.lineTo(*start)
        path.curveTo(*_between(start, corner, 0.55), *_between(end, corner, 0.55), *end)
    path.lineTo(*track[-1])
    canvas.drawPath(path, stroke=1, fill=0)
    canvas.restoreState()
    side_x, side_y = -along_y * head * 0.48, along_x * head * 0.48
    foot_x, foot_y = tip_x - along_x * head, tip_y - along_y * head
    pen.polygon([(tip_x, tip_y), (foot_x + side_x, foot_y + side_y), (foot_x - side_x, foot_y - side_y)], colour)


def _between(start: Point, end: Point, share: float) -> Point:
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share


def _bend(here: Point, corner: Point, after: Point, radius: float) -> tuple[Point, Point]:
    before, beyond = math.dist(here, corner), math.dist(corner, after)
    cut = min(radius, before / 2, beyond / 2)
    return _between(corner, here, cut / before), _between(corner, after, cut / beyond)
