"""Drawing on a page: text, lines and shapes.

Coordinates are points from the lower left. Must not know blocks.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from reportlab.lib.colors import HexColor

from workbench.documents import fonts, style
from workbench.documents.lines import Piece
from workbench.documents.marking import Marking
from workbench.documents.style import Align, Type
from workbench.documents.writing import Writing

Point = tuple[float, float]


@dataclass(frozen=True)
class Stroke:
    """Letters with their place.

    Attributes:
        x: Where they begin.
        y: Their baseline.
        text: The letters, perhaps with a space that ends the line.
        width: Of the letters without that space.
        piece: How they look.
    """

    x: float
    y: float
    text: str
    width: float
    piece: Piece


class Pen(Marking):
    """Draws on one page after the other."""

    # ---- text ---------------------------------------------------------------------------------------------------

    def strokes(self, strokes: Sequence[Stroke]) -> None:
        """Write set letters one after the other, in one go."""
        if not strokes:
            return
        writing = Writing(self.canvas)
        for one in strokes:
            piece = one.piece
            writing.write(one.x, one.y, one.text, piece.font, piece.size, piece.colour, piece.tracking)
        writing.end()

    def show(self, x: float, y: float, text: str, font: str, size: float, colour: str, tracking: float = 0.0) -> None:
        """Write prepared text with its baseline at `y`, beginning at `x`."""
        writing = Writing(self.canvas)
        writing.write(x, y, text, font, size, colour, tracking)
        writing.end()

    def string(
        self, x: float, y: float, text: str, kind: Type, *, colour: str = "", align: Align = "left", spaced: bool = True
    ) -> float:
        """Write one line.

        Args:
            x: Where the line begins, ends, or has its middle, by `align`.
            y: The baseline.
            text: The words.
            kind: Their type.
            colour: Instead of the type's own.
            align: What `x` is.
            spaced: Adds a space nobody sees, so that readers do not glue the words to what follows.

        Returns:
            The width of the words.
        """
        font, size = kind.font, kind.size
        fonts.font(font)
        words = fonts.settable(text).replace("\n", " ")
        wide = fonts.width(words, font, size, kind.tracking)
        start = x - wide if align == "right" else x - wide / 2 if align == "centre" else x
        self.show(start, y, words + " " * spaced, font, size, colour or kind.colour, kind.tracking)
        return wide

    def fitted(self, x: float, y: float, text: str, kind: Type, room: float, *, least: float, align: Align = "left",
               colour: str = "") -> float:  # fmt: skip
        """Write one line that shrinks until it fits the room, and is elided below the least size. Returns its width."""
        words, size = fit(text, kind, room, least)
        return self.string(x, y, words, kind.sized(size), align=align, colour=colour)

    # ---- lines and shapes ---------------------------------------------------------------------------------------

    def line(self, start: Point, end: Point, colour: str = style.HAIR, weight: float = 0.5,
             dash: Sequence[float] = ()) -> None:  # fmt: skip
        """A straight line."""
        canvas = self.canvas
        canvas.saveState()
        canvas.setStrokeColor(HexColor(colour))
        canvas.setLineWidth(weight)
        if dash:
            canvas.setDash(list(dash))
        canvas.line(*start, *end)
        canvas.restoreState()

    def rule(self, x: float, y: float, to: float, colour: str = style.HAIR, weight: float = 0.5,
             dash: Sequence[float] = ()) -> None:  # fmt: skip
        """A level line from `x` to `to`."""
        self.line((x, y), (to, y), colour, weight, dash)

    def box(self, x: float, y: float, width: float, height: float, *, fill: str = "", edge: str = "",
            radius: float = 0.0, weight: float = 0.8, dash: Sequence[float] = ()) -> None:  # fmt: skip
        """A rectangle with its lower left at `x`, `y`."""
        canvas = self.canvas
        canvas.saveState()
        if fill:
            canvas.setFillColor(HexColor(fill))
        if edge:
            canvas.setStrokeColor(HexColor(edge))
            canvas.setLineWidth(weight)
        if dash:
            canvas.setDash(list(dash))
        if radius:
            canvas.roundRect(x, y, width, height, radius, stroke=int(bool(edge)), fill=int(bool(fill)))
        else:
            canvas.rect(x, y, width, height, stroke=int(bool(edge)), fill=int(bool(fill)))
        canvas.restoreState()

    def circle(self, x: float, y: float, radius: float, *, fill: str = "", edge: str = "", weight: float = 1.2) -> None:
        """A circle around `x`, `y`."""
        canvas = self.canvas
        canvas.saveState()
        if fill:
            canvas.setFillColor(HexColor(fill))
        if edge:
            canvas.setStrokeColor(HexColor(edge))
            canvas.setLineWidth(weight)
        canvas.circle(x, y, radius, stroke=int(bool(edge)), fill=int(bool(fill)))
        canvas.restoreState()

    @contextmanager
    def clipped_to_circle(self, x: float, y: float, radius: float) -> Iterator[None]:
        """What is drawn in here shows only inside a circle."""
        self.canvas.saveState()
        path = self.canvas.beginPath()
        path.circle(x, y, radius)
        self.canvas.clipPath(path, stroke=0, fill=0)
        yield
        self.canvas.restoreState()

    @contextmanager
    def clipped_to_box(self, x: float, y: float, width: float, height: float, radius: float) -> Iterator[None]:
        """What is drawn in here shows only inside a rounded box."""
        self.canvas.saveState()
        path = self.canvas.beginPath()
        path.roundRect(x, y, width, height, radius)
        self.canvas.clipPath(path, stroke=0, fill=0)
        yield
        self.canvas.restoreState()

    @contextmanager
    def moved(self, x: float, y: float) -> Iterator[None]:
        """What is drawn in here has its origin at `x`, `y`."""
        self.canvas.saveState()
        self.canvas.translate(x, y)
        yield
        self.canvas.restoreState()

    def polygon(self, points: Sequence[Point], fill: str) -> None:
        """A filled shape with straight sides."""
        self._path(points, closed=True, fill=fill)

    def polyline(self, points: Sequence[Point], colour: str, weight: float, dash: Sequence[float] = ()) -> None:
        """Straight lines from point to point."""
        self._path(points, closed=False, edge=colour, weight=weight, dash=dash)

    def _path(self, points: Sequence[Point], *, closed: bool, fill: str = "", edge: str = "", weight: float = 1.0,
              dash: Sequence[float] = ()) -> None:  # fmt: skip
        canvas = self.canvas
        canvas.saveState()
        path = canvas.beginPath()
        path.moveTo(*points[0])
        for point in points[1:]:
            path.lineTo(*point)
        if closed:
            path.close()
        if fill:
            canvas.setFillColor(HexColor(fill))
        if edge:
            canvas.setStrokeColor(HexColor(edge))
            canvas.setLineWidth(weight)
            canvas.setLineJoin(0)
        if dash:
            canvas.setDash(list(dash))
        canvas.drawPath(path, stroke=int(bool(edge)), fill=int(bool(fill)))
        canvas.restoreState()


def fit(text: str, kind: Type, room: float, least: float) -> tuple[str, float]:
    """A text and the size at which it fits the room; elided when even the least size is too large.

    Only for running heads and labels in drawings: what people sign is wrapped, never cut.
    """
    words, size = fonts.settable(text).replace("\n", " "), kind.size
    while size > least and fonts.width(words, kind.font, size) > room:
        size = max(least, size - 0.25)
    if fonts.width(words, kind.font, size) > room:
        while words and fonts.width(words + "…", kind.font, size) > room:
            words = words[:-1]
        words = words.rstrip() + "…"
    return words, size
