"""Saying what a drawing is: content of a structure element, or an artifact; and where links and form fields are.

The only file that touches ReportLab's private operator list, because ReportLab has no public way to mark content.
Must not know blocks or what is drawn.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Literal

from reportlab.pdfgen.canvas import Canvas

from workbench.documents.tags import Annotation, Element, Tree

Box = tuple[float, float, float, float]
"""Left, bottom, right, top, in points from the lower left of the page."""


@dataclass(frozen=True)
class Link:
    """A place to press.

    Attributes:
        page: Where it is, counted from 0.
        box: Of the place.
        to: Anchor it leads to.
        words: What it says.
        element: Its element.
    """

    page: int
    box: Box
    to: str
    words: str
    element: Element


@dataclass(frozen=True)
class Place:
    """A place for a form field.

    Attributes:
        name: Of the field.
        page: Where it is, counted from 0.
        box: Of the place.
        words: What a screen reader says of it.
        element: Its element.
    """

    name: str
    page: int
    box: Box
    words: str
    element: Element


@dataclass(frozen=True)
class Spot:
    """Where an anchor is: its page, counted from 0, and its distance from the foot of the page in points."""

    page: int
    y: float


class Marking:
    """The page's structure while it is drawn, one page after the other.

    Args:
        canvas: ReportLab's canvas.
        tree: The structure that grows.
        tagged: Whether anything is marked; the look of a form field has no structure of its own.

    Attributes:
        marking: Whether what is drawn now belongs to something that was marked already.
    """

    def __init__(self, canvas: Canvas, tree: Tree, *, tagged: bool = True) -> None:
        self.canvas = canvas
        self.tree = tree
        self.page = 0
        self.links: list[Link] = []
        self.places: list[Place] = []
        self.marking = not tagged

    def marked(self, element: Element) -> _Marks:
        """What is drawn in here is content of `element`; inside other marked content it belongs to that."""
        if self.marking:
            return _Marks(self, "")
        return _Marks(self, f"/{element.kind} <</MCID {self.tree.mark(element, self.page)}>> BDC")

    def artifact(self, kind: Literal["Layout", "Pagination"] = "Layout") -> _Marks:
        """What is drawn in here is decoration or repetition; inside marked content it belongs to that."""
        return _Marks(self, "" if self.marking else f"/Artifact <</Type /{kind}>> BDC")

    @contextmanager
    def read_as(self, words: str) -> Iterator[None]:
        """What is drawn in here is read aloud as `words`. Only inside marked content."""
        text = (b"\xfe\xff" + words.encode("utf-16-be")).hex().upper()
        self.operate(f"/Span <</ActualText <{text}>>> BDC")
        yield
        self.operate("EMC")

    def operate(self, operator: str) -> None:
        """Put an operator on the page."""
        self.canvas._code.append(operator)  # noqa: SLF001  (no public way to mark content)

    def next_page(self) -> None:
        """Finish the page and begin another."""
        self.canvas.showPage()
        self.page += 1

    def add_link(self, box: Box, to: str, words: str, element: Element) -> None:
        """A place to press that leads to an anchor."""
        self.tree.place(element)
        element.parts.append(Annotation(len(self.links), "link"))
        self.links.append(Link(self.page, box, to, words, element))

    def add_place(self, name: str, box: Box, words: str) -> None:
        """A place for a form field; its element stands where the pen is in reading order."""
        element = Element("Form")
        self.tree.place(element)
        element.parts.append(Annotation(len(self.places), "field"))
        self.places.append(Place(name, self.page, box, words, element))


class _Marks:
    """Brackets around drawing; a document has thousands, so this is a class and no generator.

    Args:
        marking: The page.
        operator: Opens the bracket; empty for none, inside another.
    """

    __slots__ = ("_marking", "_operator")

    def __init__(self, marking: Marking, operator: str) -> None:
        self._marking, self._operator = marking, operator

    def __enter__(self) -> None:
        if self._operator:
            self._marking.operate(self._operator)
            self._marking.marking = True

    def __exit__(self, kind: object, error: object, trace: object) -> None:
        if self._operator:
            self._marking.marking = False
            self._marking.operate("EMC")
