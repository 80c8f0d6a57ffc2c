"""Paragraphs: words in one type, with what hangs in the margin, links, changes read aloud, and a fair split.

Must not know blocks; it is given pieces whose look is decided.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from workbench.documents import lines as breaking, style
from workbench.documents.blocks.meta import Wording
from workbench.documents.boxes import Box
from workbench.documents.lines import Line, Part, Piece, Word
from workbench.documents.pen import Pen, Stroke
from workbench.documents.style import Type
from workbench.documents.tags import Element


@dataclass(frozen=True)
class Hung:
    """A number or a label in the margin beside a line.

    Attributes:
        x: From the paragraph's left edge.
        text: The words.
        kind: Their type.
        tint: Colour of the rounded field behind them; empty for none.
        line: Beside which line, 0 first.
        element: What it is; nothing when it belongs to the paragraph.
    """

    x: float
    text: str
    kind: Type
    tint: str = ""
    line: int = 0
    element: Element | None = None


@dataclass(frozen=True)
class Look:
    """How a paragraph stands in its space.

    Attributes:
        indent: Free space at the left, in points.
        inset: Free space at the right, in points.
        hung: What stands in the free space at the left.
        tidy: Avoids a last line of one short word.
        bar: Marks the paragraph as changed.
    """

    indent: float = 0.0
    inset: float = 0.0
    hung: tuple[Hung, ...] = ()
    tidy: bool = True
    bar: bool = False


class Paragraph(Box):
    """Some words.

    Args:
        pieces: The words.
        kind: Their type.
        element: What they are; several paragraphs may share one.
        look: How they stand in their space.
        spoken: How changes and links are read aloud.
    """

    def __init__(
        self,
        pieces: Sequence[Piece],
        kind: Type,
        element: Element,
        look: Look | None = None,
        spoken: Wording | None = None,
    ) -> None:
        self.kind = kind
        self.element = element
        self.words = breaking.words_of(pieces)
        self._look = look or Look()
        self._spoken = spoken or Wording()
        self._measured: tuple[float, list[Line]] | None = None

    def lines(self, width: float) -> list[Line]:
        """The words in lines."""
        if self._measured is None or self._measured[0] != width:
            measure = max(12.0, width - self._look.indent - self._look.inset)
            balanced = self.kind.balanced and self.kind.align == "left"
            self._measured = (
                width,
                breaking.break_lines(self.words, measure, balanced=balanced, tidy=self._look.tidy and measure > 90),
            )
        return self._measured[1]

    def height(self, width: float) -> float:
        """Lines times leading, and room for what hangs in the margin."""
        hanging = max((one.line + 1 for one in self._look.hung), default=0)
        return max(len(self.lines(width)), hanging) * self.kind.leading

    def least(self, width: float) -> float:
        """Two lines, or all of a short paragraph."""
        count = len(self.lines(width))
        return self.height(width) if count < 4 else 2 * self.kind.leading

    def split(self, width: float, room: float, *, fresh: bool) -> tuple[Box, Box] | None:
        """At least two lines on either page, unless a fresh page leaves no choice."""
        lines = self.lines(width)
        fitting = int((room + 0.01) // self.kind.leading)
        if not fresh:
            fitting = min(fitting, len(lines) - 2)
            if fitting < 2 or len(lines) < 4:
                return None
        if not 0 < fitting < len(lines):
            return None
        return self._part(width, lines[:fitting], first=True), self._part(width, lines[fitting:], first=False)

    def sized(self, size: float) -> Paragraph:
        """The same words in another size."""
        pieces = [replace(piece, text=text, size=size) for word in self.words for piece, text in _with_space(word)]
        return Paragraph(pieces, self.kind.sized(size), self.element, self._look, self._spoken)

    def _part(self, width: float, lines: list[Line], *, first: bool) -> Paragraph:
        look = self._look if first else replace(self._look, hung=())
        part = Paragraph((), self.kind, self.element, look, self._spoken)
        part._measured = (width, lines)
        part.before, part.after, part.passes = self.before, self.after, self.passes
        part.milestone = self.milestone if first else None
        return part

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Margin first, then the lines, so that the number is read before the words."""
        for one in self._look.hung:
            self._draw_hung(pen, x, top - self.kind.size - one.line * self.kind.leading, one)
        strokes = self._strokes(x, top, width)
        for to, some in groupby(strokes, key=lambda stroke: stroke.piece.to):
            if to:
                for stroke in some:
                    self._draw_link(pen, stroke, to)
            else:
                with pen.marked(self.element):
                    self._draw_words(pen, list(some))
        if self._look.bar or any(stroke.piece.change for stroke in strokes):
            with pen.artifact():
                self._draw_lines(pen, strokes)
                if self._look.bar:
                    height = len(self.lines(width)) * self.kind.leading
                    pen.line((x - 12, top - height + 2), (x - 12, top - 1), style.BOTH, 1.6)
        if not strokes:
            pen.tree.place(self.element)

    def _draw_hung(self, pen: Pen, x: float, baseline: float, one: Hung) -> None:
        left = x + one.x
        element = one.element or self.element
        if one.tint:
            chip(pen, left, baseline, one.text, one.kind, one.tint, element)
        else:
            with pen.marked(element):
                pen.string(left, baseline, one.text, one.kind)

    def _strokes(self, x: float, top: float, width: float) -> list[Stroke]:
        strokes: list[Stroke] = []
        measure = width - self._look.indent - self._look.inset
        for number, line in enumerate(self.lines(width)):
            free = measure - line.width
            left = x + self._look.indent + {"left": 0.0, "centre": free / 2, "right": free}[self.kind.align]
            baseline = top - self.kind.size - number * self.kind.leading
            for place, (piece, letters) in enumerate(line.parts):
                left += piece.gap
                wide = piece.wide(letters)
                last = place == len(line.parts) - 1
                ending = " " if last and (line.spaced or number == len(self.lines(width)) - 1) else ""
                strokes.append(Stroke(left, baseline, letters + ending, wide, piece))
                left += wide
        return strokes

    def _draw_words(self, pen: Pen, strokes: Sequence[Stroke]) -> None:
        for change, some in groupby(strokes, key=lambda stroke: stroke.piece.change):
            if not change:
                pen.strokes(list(some))
                continue
            spoken = self._spoken.inserted if change == "inserted" else self._spoken.deleted
            opening, _, closing = spoken.partition("{words}")
            changed = list(some)
            for number, stroke in enumerate(changed):
                words = opening * (number == 0) + stroke.text
                if number == len(changed) - 1:
                    words = words.rstrip() + closing + " "
                with pen.read_as(words):
                    pen.strokes([stroke])

    def _draw_link(self, pen: Pen, stroke: Stroke, to: str) -> None:
        link = Element("Link")
        with pen.tree.inside(self.element), pen.marked(link):
            pen.strokes([stroke])
        size = stroke.piece.size
        box = (stroke.x, stroke.y - size * 0.25, stroke.x + stroke.width, stroke.y + size * 0.95)
        pen.add_link(box, to, self._spoken.go_to.format(target=stroke.text.strip()), link)

    def _draw_lines(self, pen: Pen, strokes: Sequence[Stroke]) -> None:
        for stroke in strokes:
            if stroke.piece.change:
                height = -0.14 if stroke.piece.change == "inserted" else 0.27
                y = stroke.y + height * stroke.piece.size
                pen.rule(stroke.x, y, stroke.x + stroke.width, stroke.piece.colour, 0.6)


def _with_space(word: Word) -> list[Part]:
    if not word.parts:
        return []
    ending = "\n" if word.ends_line else " " if word.blank else ""
    return [*word.parts, (word.blank or word.parts[-1][0], ending)]


def chip(pen: Pen, x: float, baseline: float, text: str, kind: Type, tint: str, element: Element) -> float:
    """A commitment's label on a rounded field; its width."""
    wide = Piece(text, kind.font, kind.size, kind.colour).wide(text) + kind.size
    with pen.artifact():
        pen.box(x, baseline - kind.size * 0.36, wide, kind.size * 1.58, fill=tint, radius=kind.size * 0.38)
    with pen.marked(element):
        pen.string(x + kind.size / 2, baseline, text, kind)
    return wide
