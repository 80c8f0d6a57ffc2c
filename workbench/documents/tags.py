"""The structure a screen reader follows: elements made while the document is drawn.

An element joins the tree the first time something of it is drawn, so drawing order is reading order and nothing has to
be planned. Parts of one paragraph on two pages are the same element. Must not know ReportLab, pikepdf or blocks.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Literal

Scope = Literal["Column", "Row"]


@dataclass(eq=False)
class Element:
    """One structure element.

    Attributes:
        kind: Standard structure type (`P`, `H2`, `TD`).
        alternative: Words for those who cannot see it.
        box: Left, bottom, right, top on its page, for figures.
        scope: Of a table's head cell.
        numbering: How a list's entries are marked (`LowerAlpha`, `None`).
        span: How many columns a table's cell covers.
        parts: Elements, pieces of pages and annotations, in reading order.
    """

    kind: str
    alternative: str = ""
    box: tuple[float, float, float, float] | None = None
    scope: Scope | None = None
    numbering: str = ""
    span: int = 1
    parts: list[Element | Piece | Annotation] = field(default_factory=list)
    placed: bool = False


@dataclass(frozen=True)
class Piece:
    """Marked content of a page.

    Attributes:
        page: Counted from 0.
        number: The marked-content identifier, counted from 0 on each page.
    """

    page: int
    number: int


@dataclass(frozen=True)
class Annotation:
    """A link or a form field that belongs to an element.

    Attributes:
        index: Its place in the list of its kind.
        kind: Which list.
    """

    index: int
    kind: Literal["link", "field"]


class Tree:
    """The structure of one document while it grows.

    Attributes:
        root: The whole document.
        owners: For each page, the elements of its marked content in order.
    """

    def __init__(self, pages: int) -> None:
        self.root = Element("Document", placed=True)
        self.owners: list[list[Element]] = [[] for _ in range(pages)]
        self._open = [self.root]

    @contextmanager
    def inside(self, element: Element) -> Iterator[None]:
        """Elements first drawn in here become children of `element`."""
        self.place(element)
        self._open.append(element)
        try:
            yield
        finally:
            self._open.pop()

    def place(self, element: Element) -> None:
        """Put an element at the end of the one that is open, unless it already has a place."""
        if not element.placed:
            element.placed = True
            self._open[-1].parts.append(element)

    def begin(self, element: Element) -> None:
        """Leave what is open at the outermost level and open `element` there, until the next one begins."""
        del self._open[1:]
        element.placed = True
        self.root.parts.append(element)
        self._open.append(element)

    def mark(self, element: Element, page: int) -> int:
        """The identifier of a new piece of the element on a page."""
        self.place(element)
        number = len(self.owners[page])
        self.owners[page].append(element)
        element.parts.append(Piece(page, number))
        return number
