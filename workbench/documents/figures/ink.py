"""A handwritten line: strokes made smooth, thin where the hand was fast. Must not know who signs."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.lib.colors import HexColor

from workbench.documents.pen import Pen, Point

InkPoint = tuple[float, float, float]
"""Right, down, and seconds since the first point; right and down in any one unit."""

Strokes = tuple[tuple[InkPoint, ...], ...]

MOST_POINTS = 4000
THICK, THIN = 1.9, 0.65
"""Width of a slow and of a fast line, in points."""

FINE = 4
"""Parts that each way from point to point is drawn in."""


@dataclass(frozen=True)
class _Fit:
    """From the pad's unit to points on the page."""

    scale: float
    left: float
    top: float
    x: float
    y: float

    def at(self, point: InkPoint) -> Point:
        return self.x + (point[0] - self.left) * self.scale, self.y - (point[1] - self.top) * self.scale


def draw_ink(pen: Pen, strokes: Strokes, x: float, y: float, width: float, height: float, colour: str) -> None:
    """Draw strokes as large as the box with its lower left at `x`, `y` allows, standing at its left and foot."""
    kept = _thinned(strokes)
    points = [point for stroke in kept for point in stroke]
    left, right = min(point[0] for point in points), max(point[0] for point in points)
    top, foot = min(point[1] for point in points), max(point[1] for point in points)
    scale = min(width / max(right - left, 1e-6), height / max(foot - top, 1e-6), 4.0)
    fit = _Fit(scale, left, top, x, y + (foot - top) * scale)
    canvas = pen.canvas
    canvas.saveState()
    canvas.setStrokeColor(HexColor(colour))
    canvas.setFillColor(HexColor(colour))
    canvas.setLineCap(1)
    for stroke in kept:
        if len(stroke) == 1:
            canvas.circle(*fit.at(stroke[0]), THICK / 2, stroke=0, fill=1)
        else:
            _draw_stroke(pen, [fit.at(point) for point in stroke], [point[2] for point in stroke])
    canvas.restoreState()


def _thinned(strokes: Strokes) -> list[list[InkPoint]]:
    """Without points that lie on each other, and not more than a page needs."""
    total = sum(len(stroke) for stroke in strokes)
    every = max(1, math.ceil(total / MOST_POINTS))
    out = []
    for stroke in strokes:
        points: list[InkPoint] = []
        for number, point in enumerate(stroke):
            ends = number in {0, len(stroke) - 1}
            if (ends or number % every == 0) and (not points or points[-1][:2] != point[:2]):
                points.append(point)
        if points:
            out.append(points)
    return out


def _draw_stroke(pen: Pen, points: Sequence[Point], moments: Sequence[float]) -> None:
    wide = (THICK + THIN) / 2
    for number in range(len(points) - 1):
        spent = max(moments[number + 1] - moments[number], 1e-3)
        speed = math.dist(points[number], points[number + 1]) / spent
        wanted = THIN + (THICK - THIN) / (1 + speed / 220)  # half way between at 220 points a second, a quick hand
        wide = 0.75 * wide + 0.25 * wanted
        pen.canvas.setLineWidth(round(wide, 2))
        path = pen.canvas.beginPath()
        path.moveTo(*points[number])
        for part in range(1, FINE + 1):
            path.lineTo(*_curve(points, number, part / FINE))
        pen.canvas.drawPath(path, stroke=1, fill=0)


def _curve(points: Sequence[Point], number: int, share: float) -> Point:
    """A point on the smooth way from one point to the next (Catmull-Rom)."""
    before, start = points[max(0, number - 1)], points[number]
    end, after = points[number + 1], points[min(len(points) - 1, number + 2)]

    def along(axis: int) -> float:
        a, b, c, d = before[axis], start[axis], end[axis], after[axis]
        square, cube = share * share, share * share * share
        value = 2 * b + (c - a) * share + (2 * a - 5 * b + 4 * c - d) * square + (3 * b - a - 3 * c + d) * cube
        return round(value / 2, 2)

    return along(0), along(1)
