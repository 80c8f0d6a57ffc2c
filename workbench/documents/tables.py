"""Tables over pages: the head repeats, small tables stay whole, no row is left alone at either end.

Must not know blocks or what stands in the cells.
"""

from __future__ import annotations

from collections.abc import Sequence

from workbench.documents.boxes import Box
from workbench.documents.columns import Row
from workbench.documents.pen import Pen
from workbench.documents.tags import Element

WHOLE = 5
"""Up to so many rows a table is not split, unless it is tall."""

TALL = 300.0
"""Height above which even few rows are split, in points: keeping them together would leave half a page empty."""

LOW = 230.0
"""Up to this height a table is not split, however many rows it has."""

PARAGRAPH = 60.0
"""A row so high may stand alone on a page; of lower ones there are two."""


class Table(Box):
    """Rows under a head.

    Args:
        head: The head; nothing for a table without one.
        rows: From top to bottom.
        element: The table's element.
        indent: Free space at the left, in points.
        continued: The head was drawn before and is only repeated.
        tail: Stays under the last row, such as a note.
        whole: Up to so many rows it is not split.
    """

    def __init__(
        self,
        head: Row | None,
        rows: Sequence[Row],
        element: Element,
        *,
        indent: float = 0.0,
        continued: bool = False,
        tail: Box | None = None,
        whole: int = WHOLE,
    ) -> None:
        self._head = head
        self.rows = list(rows)
        self._element = element
        self._indent = indent
        self._continued = continued
        self.tail = tail
        self._whole = whole

    def height(self, width: float) -> float:
        """Of the head, all rows and the tail."""
        return self._head_height() + sum(row.height() for row in self.rows) + self._tail_height(width)

    def _tail_height(self, width: float) -> float:
        return self.tail.before + self.tail.height(width) if self.tail else 0.0

    def _head_height(self) -> float:
        return self._head.height() if self._head else 0.0

    def least(self, width: float) -> float:
        """A small table whole; of a longer one the head and two rows, or a high one."""
        if self.is_small(width):
            return self.height(width)
        count = 1 if _enough(self.rows[:1]) else 2
        return self._head_height() + sum(row.height() for row in self.rows[:count])

    def is_small(self, width: float) -> bool:
        """Whether it stays whole."""
        if not self._whole:
            return False
        return self.height(width) <= (TALL if len(self.rows) <= self._whole else LOW)

    def split(self, width: float, room: float, *, fresh: bool) -> tuple[Box, Box] | None:
        """After a row, with enough rows on either page; within a row only where it is higher than a page."""
        if not self.rows or (self.is_small(width) and not fresh):
            return None
        fitting = min(self._fitting(room), len(self.rows) - 1)  # all rows may fit and the tail not
        for count in range(fitting, 0, -1):
            if _enough(self.rows[:count]) and _enough(self.rows[count:]):
                return self._parts(self.rows[:count], self.rows[count:])
        if not fresh:
            return None
        if fitting:
            return self._parts(self.rows[:fitting], self.rows[fitting:])
        halves = self.rows[0].split(width, room - self._head_height(), fresh=True)
        return self._parts([halves[0]], [halves[1], *self.rows[1:]]) if halves else None

    def _fitting(self, room: float) -> int:
        used = self._head_height()
        for number, row in enumerate(self.rows):
            used += row.height()
            if used > room + 0.01:
                return number
        return len(self.rows)

    def _parts(self, upper: Sequence[Row], lower: Sequence[Row]) -> tuple[Table, Table]:
        first = Table(self._head, upper, self._element, indent=self._indent, continued=self._continued)
        rest = Table(self._head, lower, self._element, indent=self._indent, continued=True, tail=self.tail, whole=0)
        first.before, first.milestone = self.before, self.milestone
        rest.after = self.after
        return first, rest

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """The head's line last, so that nothing lies over it."""
        left = x + self._indent
        with pen.tree.inside(self._element):
            below = top - self._head_height()
            if self._head is not None:
                if self._continued:
                    with pen.artifact("Pagination"):
                        self._head.draw(pen, left, top, width)
                else:
                    self._head.draw(pen, left, top, width)
            for row in self.rows:
                row.draw(pen, left, below, width)
                below -= row.height()
            if self._head is not None:
                with pen.artifact():
                    for edge in self._head.foot_edges:
                        y = top - self._head_height()
                        pen.rule(left + edge.x, y, left + edge.to, edge.colour, edge.weight)
        if self.tail is not None:
            self.tail.draw(pen, x, below - self.tail.before, width)


def _enough(rows: Sequence[Row]) -> bool:
    return len(rows) > 1 or sum(row.height() for row in rows) >= PARAGRAPH
