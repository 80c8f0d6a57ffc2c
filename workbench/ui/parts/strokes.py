"""Handwriting as smooth curves: points on a line thinned, the rest joined, thin where the hand was fast.

Plain arithmetic on points; must not know Qt or who writes.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

Point = tuple[float, float, float]
"""Right, down, and seconds since the first point of all."""

At = tuple[float, float]

TOLERANCE = 0.6
"""A point this near to the line between its neighbours adds nothing."""

SLOW_WIDTH, FAST_WIDTH, FALL = 2.9, 1.4, 0.9
"""Width of a resting and of a quick line, and how fast it becomes thinner, each for a thousand units a second."""


@dataclass(frozen=True)
class Curve:
    """One cubic curve of a stroke.

    Attributes:
        start: Where it begins.
        near: The control point beside it.
        far: The control point beside the end.
        end: Where it ends.
        width: Of the line.
    """

    start: At
    near: At
    far: At
    end: At
    width: float


def curves(stroke: Sequence[Point]) -> list[Curve]:
    """A stroke as curves that touch; one point alone is a curve of no length."""
    kept = _thinned(list(stroke))
    if len(kept) == 1:
        at = kept[0][:2]
        return [Curve(at, at, at, at, SLOW_WIDTH)]
    made, width = [], (SLOW_WIDTH + FAST_WIDTH) / 2
    for number in range(len(kept) - 1):
        before, start = kept[max(0, number - 1)], kept[number]
        end, after = kept[number + 1], kept[min(len(kept) - 1, number + 2)]
        speed = math.dist(start[:2], end[:2]) / max(end[2] - start[2], 1e-3) / 1000
        width += (max(FAST_WIDTH, SLOW_WIDTH - FALL * speed) - width) * 0.35
        near = (start[0] + (end[0] - before[0]) / 6, start[1] + (end[1] - before[1]) / 6)
        far = (end[0] - (after[0] - start[0]) / 6, end[1] - (after[1] - start[1]) / 6)
        made.append(Curve(start[:2], near, far, end[:2], width))
    return made


def _thinned(points: list[Point]) -> list[Point]:
    """Without the points that a straight line would pass anyway (Douglas and Peucker), on a stack of its own."""
    if len(points) < 3:
        return points
    keep = {0, len(points) - 1}
    waiting = [(0, len(points) - 1)]
    while waiting:
        first, last = waiting.pop()
        farthest, away = 0, TOLERANCE
        for number in range(first + 1, last):
            distance = _distance(points[number], points[first], points[last])
            if distance > away:
                farthest, away = number, distance
        if farthest:
            keep.add(farthest)
            waiting += [(first, farthest), (farthest, last)]
    return [points[number] for number in sorted(keep)]


def _distance(point: Point, start: Point, end: Point) -> float:
    """From a point to the line through two others, or to the first where they are one."""
    run, rise = end[0] - start[0], end[1] - start[1]
    length = math.hypot(run, rise)
    if length < 1e-9:
        return math.dist(point[:2], start[:2])
    return abs(rise * (point[0] - start[0]) - run * (point[1] - start[1])) / length
