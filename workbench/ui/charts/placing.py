"""Finds a place for words in a chart where they lie on no line and on no other words. Must not know any measure."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF

ON_A_LINE = 30.0
"""What a line under words weighs, in square pixels for each pixel of it; words under words weigh more."""
OUTSIDE = 1e6


@dataclass
class Occupied:
    """What is in a chart already.

    Attributes:
        within: Where words may stand.
        boxes: Bars, bands and words.
        lines: Ends of straight lines.
    """

    within: QRectF
    boxes: list[QRectF] = field(default_factory=list)
    lines: list[tuple[QPointF, QPointF]] = field(default_factory=list)

    def add_curve(self, points: Sequence[QPointF]) -> None:
        """A line through points."""
        self.lines += list(itertools.pairwise(points))

    def cost(self, rect: QRectF) -> float:
        """How bad words would stand in a rectangle; 0 where they meet nothing."""
        cost = 0.0 if self.within.contains(rect) else OUTSIDE
        for box in self.boxes:
            shared = box.intersected(rect)
            cost += 10 * shared.width() * shared.height() if not shared.isEmpty() else 0
        return cost + ON_A_LINE * sum(length_inside(rect, *line) for line in self.lines)

    def place(self, wanted: Sequence[QRectF]) -> QRectF:
        """The first of the wanted rectangles that meets nothing, else the one that meets least; it is taken then."""
        chosen = min(wanted, key=self.cost)
        self.boxes.append(chosen)
        return chosen


def length_inside(rect: QRectF, start: QPointF, end: QPointF) -> float:
    """How much of a straight line lies in a rectangle, in pixels."""
    dx, dy = end.x() - start.x(), end.y() - start.y()
    first, last = 0.0, 1.0
    across = (dx, rect.left() - start.x(), rect.right() - start.x())
    down = (dy, rect.top() - start.y(), rect.bottom() - start.y())
    for step, low, high in (across, down):
        if not step:
            if not low <= 0 <= high:
                return 0.0
            continue
        enters, leaves = sorted((low / step, high / step))
        first, last = max(first, enters), min(last, leaves)
    length: float = (dx * dx + dy * dy) ** 0.5
    return max(0.0, last - first) * length
