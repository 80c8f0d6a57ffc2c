"""Boxes under each other and beside each other: the cells of tables and cards. Must not know blocks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from workbench.documents.boxes import Box
from workbench.documents.pen import Pen
from workbench.documents.tags import Element


class Stack(Box):
    """Boxes under each other. Of two spaces that meet the larger counts; none at the top and the foot."""

    def __init__(self, boxes: Sequence[Box] = ()) -> None:
        self.boxes = list(boxes)
        self._high: tuple[float, float] | None = None

    def height(self, width: float) -> float:
        """Of all boxes with the space between them; boxes do not change after they were measured."""
        if self._high is None or self._high[0] != width:
            self._high = width, sum(gap + box.height(width) for gap, box in self._spaced())
        return self._high[1]

    def split(self, width: float, room: float, *, fresh: bool) -> tuple[Stack, Stack]:
        """As many boxes as fit, the last one split if it can be."""
        used = 0.0
        for number, (gap, box) in enumerate(self._spaced()):
            left = room - used - gap
            high = box.height(width)
            if high > left + 0.01:
                parts = box.split(width, left, fresh=fresh and number == 0)
                upper = [*self.boxes[:number], *([parts[0]] if parts else [])]
                lower = [parts[1] if parts else box, *self.boxes[number + 1 :]]
                return Stack(upper), Stack(lower)
            used += gap + high
        return self, Stack()

    def _spaced(self) -> list[tuple[float, Box]]:
        gaps = [max(upper.after, lower.before) for upper, lower in pairwise(self.boxes)]
        return list(zip([0.0, *gaps], self.boxes, strict=False))

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """From top to bottom."""
        for gap, box in self._spaced():
            box.draw(pen, x, top - gap, width)
            top -= gap + box.height(width)


@dataclass(frozen=True)
class Slot:
    """One cell of a row.

    Attributes:
        x: Left edge of its content, from the row's left edge.
        width: Of its content.
        stack: Its content.
        element: What it is; nothing when its content says so itself.
        fill: Colour of its ground; empty for none.
        ground: Left and right edge of the ground, from the row's left edge.
        low: Stands at the foot of the row.
        down: Set lower than the others by so much, in points.
    """

    x: float
    width: float
    stack: Stack
    element: Element | None = None
    fill: str = ""
    ground: tuple[float, float] = (0.0, 0.0)
    low: bool = False
    down: float = 0.0


@dataclass(frozen=True)
class Edge:
    """A level line above or below a row, from one edge to another."""

    x: float
    to: float
    colour: str
    weight: float


@dataclass(frozen=True)
class Under:
    """What stands under all cells of a row.

    Attributes:
        slot: Where and what.
        element: The table row it is to a screen reader.
        gap: Free space over it, in points.
    """

    slot: Slot
    element: Element
    gap: float = 2.0

    def height(self) -> float:
        """With the space over it."""
        return self.gap + self.slot.stack.height(self.slot.width)

    def split(self, room: float) -> tuple[Under | None, Under | None]:
        """What fits the room and the rest; nothing for an empty part."""
        upper, lower = self.slot.stack.split(self.slot.width, room - self.gap, fresh=True)
        return self._with(upper), self._with(lower)

    def _with(self, stack: Stack) -> Under | None:
        return replace(self, slot=replace(self.slot, stack=stack)) if stack.boxes else None


class Row(Box):
    """Cells beside each other.

    Args:
        slots: From left to right.
        element: What the row is; nothing for a row that is only an arrangement.
        above: Free space over the content.
        below: Free space under it.
        top_edges: Lines on its upper edge.
        foot_edges: Lines on its lower edge.
        gap: Height of a light gap that its cells' grounds leave at their foot.
        under: What stands under all cells; nothing for most rows.
    """

    def __init__(
        self,
        slots: Sequence[Slot],
        element: Element | None = None,
        *,
        above: float = 0.0,
        below: float = 0.0,
        top_edges: Sequence[Edge] = (),
        foot_edges: Sequence[Edge] = (),
        gap: float = 0.0,
        under: Under | None = None,
    ) -> None:
        self.slots = list(slots)
        self.element = element
        self.above = above
        self.below = below
        self.top_edges = tuple(top_edges)
        self.foot_edges = tuple(foot_edges)
        self.gap = gap
        self.under = under
        self._high: float | None = None

    def height(self, width: float = 0.0) -> float:
        """Of the highest cell with the space around it; cells do not change after they were measured."""
        del width
        if self._high is not None:
            return self._high
        tallest = max((slot.down + slot.stack.height(slot.width) for slot in self.slots), default=0.0)
        self._high = self.above + tallest + self.below + (self.under.height() if self.under else 0.0)
        return self._high

    def split(self, width: float, room: float, *, fresh: bool) -> tuple[Row, Row] | None:
        """Every cell at the same height; only where a row is higher than a page."""
        del width
        if not fresh:
            return None
        left = room - self.above - self.below
        halves = [slot.stack.split(slot.width, left - slot.down, fresh=True) for slot in self.slots]
        if all(not upper.boxes for upper, _ in halves):
            return None
        upper = [replace(slot, stack=half[0]) for slot, half in zip(self.slots, halves, strict=True)]
        lower = [replace(slot, stack=half[1], down=0.0) for slot, half in zip(self.slots, halves, strict=True)]
        first, rest = self._like(upper, self.top_edges, ()), self._like(lower, (), self.foot_edges)
        rest.under = self.under
        if self.under is not None and all(not slot.stack.boxes for slot in lower):
            first.under, rest.under = self.under.split(room - first.height())
        return first, rest

    def _like(self, slots: list[Slot], top: Sequence[Edge], foot: Sequence[Edge]) -> Row:
        row = Row(slots, self.element, above=self.above, below=self.below, top_edges=top, foot_edges=foot)
        row.gap = self.gap
        return row

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Grounds, cells from left to right, lines."""
        del width
        high = self.height()
        if any(slot.fill for slot in self.slots):
            with pen.artifact():
                for slot in self.slots:
                    if slot.fill:
                        left, right = slot.ground
                        pen.box(x + left, top - high + self.gap, right - left, high - self.gap, fill=slot.fill)
        if self.element is None:
            self._draw_slots(pen, x, top, high)
        else:
            with pen.tree.inside(self.element):
                self._draw_slots(pen, x, top, high)
        if self.under is not None:
            slot = self.under.slot
            with pen.tree.inside(self.under.element):
                slot.stack.draw(
                    pen, x + slot.x, top - high + self.below + self.under.height() - self.under.gap, slot.width
                )
        if self.top_edges or self.foot_edges:
            with pen.artifact():
                for edge in self.top_edges:
                    pen.rule(x + edge.x, top, x + edge.to, edge.colour, edge.weight)
                for edge in self.foot_edges:
                    pen.rule(x + edge.x, top - high, x + edge.to, edge.colour, edge.weight)

    def _draw_slots(self, pen: Pen, x: float, top: float, high: float) -> None:
        for slot in self.slots:
            start = top - self.above - slot.down
            if slot.low:
                start = top - high + self.below + slot.stack.height(slot.width)
            if slot.element is None:
                slot.stack.draw(pen, x + slot.x, start, slot.width)
            else:
                with pen.tree.inside(slot.element):
                    slot.stack.draw(pen, x + slot.x, start, slot.width)
