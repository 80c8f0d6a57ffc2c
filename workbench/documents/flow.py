"""Filling pages: which box stands where. Pure arithmetic; nothing is drawn here.

Rules: a heading stays with the beginning of what follows it; a box that cannot be split moves to the next page; a
movable figure lets the clauses after it go first when it does not fit. Must not know blocks.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from workbench.documents.boxes import Box, NewPage
from workbench.documents.columns import Stack
from workbench.documents.pen import Pen

SLACK = 0.01


class Group(Box):
    """Boxes under each other that stay on one page unless a page is too small for them."""

    def __init__(self, boxes: Sequence[Box] = ()) -> None:
        self.boxes = list(boxes)
        self._stack = Stack(self.boxes)

    def height(self, width: float) -> float:
        """Of all boxes with the space between them."""
        return self._stack.height(width)

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """From top to bottom."""
        self._stack.draw(pen, x, top, width)


@dataclass(frozen=True)
class Placed:
    """A box and the distance of its top from the top of the page's body, in points."""

    box: Box
    down: float


@dataclass
class Filled:
    """One page's boxes from top to bottom."""

    boxes: list[Placed] = field(default_factory=list)
    used: float = 0.0
    after: float = 0.0

    def gap(self, box: Box) -> float:
        """Free space before a box here."""
        return max(self.after, box.before) if self.boxes else 0.0

    def place(self, box: Box, width: float) -> None:
        """Add a box below the others."""
        self.used += self.gap(box)
        self.boxes.append(Placed(box, self.used))
        self.used += box.height(width)
        self.after = box.after


def fill(boxes: Sequence[Box], width: float, room: Callable[[int], float]) -> list[Filled]:
    """The boxes on pages, in order but for movable ones.

    Args:
        boxes: In reading order.
        width: Of the body.
        room: Height of the body of a page, counted from 0.
    """
    queue = deque(boxes)
    pages = [Filled()]
    while queue:
        page = pages[-1]
        if isinstance(queue[0], NewPage):
            past = queue[0].past
            queue.popleft()
            if page.boxes and page.used > past * room(len(pages) - 1):
                pages.append(Filled())
            continue
        left = room(len(pages) - 1) - page.used
        if page.boxes and not _begins(page, queue, width, left):
            if not _let_pass(page, queue, width, left):
                pages.append(Filled())
            continue
        _set_one(pages, queue, width, left)
    return pages if pages[-1].boxes or len(pages) == 1 else pages[:-1]


def _begins(page: Filled, queue: deque[Box], width: float, left: float) -> bool:
    """Whether the next box, with all that must stay with it, can begin on this page."""
    if queue[0].need > left - page.gap(queue[0]) + SLACK and not _ends_here(page, queue, width, left):
        return False
    used, after = page.gap(queue[0]), 0.0
    for number, box in enumerate(queue):
        if number:
            used += max(after, box.before)
        if not box.keep:
            return used + _smallest(queue, number, width) <= left + SLACK
        used += box.height(width)
        after = box.after
    return used <= left + SLACK


def _ends_here(page: Filled, queue: deque[Box], width: float, left: float) -> bool:
    """Whether the next box and all up to the next one that needs room fit: what is short needs no more than itself."""
    used, after = page.gap(queue[0]), 0.0
    for number, box in enumerate(queue):
        if number and (box.need or isinstance(box, NewPage)):
            break
        used += (max(after, box.before) if number else 0.0) + box.height(width)
        if used > left + SLACK:
            return False
        after = box.after
    return True


def _smallest(queue: deque[Box], number: int, width: float) -> float:
    """The least height a box can begin with; after a heading also that of the one that may be set before it."""
    least = queue[number].least(width)
    after = _passing(queue, number) if number else None
    return min(least, after.least(width)) if after else least


def _passing(queue: deque[Box], number: int) -> Box | None:
    """The box that may be set before a movable one; two movable ones keep their order."""
    if not queue[number].movable or number + 1 >= len(queue):
        return None
    after = queue[number + 1]
    return after if after.passes and not after.movable else None


def _let_pass(page: Filled, queue: deque[Box], width: float, left: float) -> bool:
    """Put the box after a movable one before it, where there is room for its beginning."""
    after = _passing(queue, 0)
    if after is None or page.gap(after) + after.least(width) > left + SLACK:
        return False
    queue[0], queue[1] = queue[1], queue[0]
    return True


def _set_one(pages: list[Filled], queue: deque[Box], width: float, left: float) -> None:
    page = pages[-1]
    box = queue.popleft()
    room = left - page.gap(box)
    tighter = None if box.height(width) <= room + SLACK else box.tightened(width, room + SLACK)
    if tighter is not None or box.height(width) <= room + SLACK:
        page.place(tighter or box, width)
        return
    if isinstance(box, Group) and not page.boxes:
        queue.extendleft(reversed(box.boxes))
        return
    parts = box.split(width, room, fresh=not page.boxes)
    if parts is None and not page.boxes:
        page.place(box, width)  # larger than any page and in one piece: it must stand somewhere
    elif parts is None:
        queue.appendleft(box)
        pages.append(Filled())
    else:
        page.place(parts[0], width)
        queue.appendleft(parts[1])
        pages.append(Filled())
