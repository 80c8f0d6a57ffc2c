"""What the setting of every block needs: the grid, the paper's words, page numbers so far, words made into pieces."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from workbench.documents import fonts, style
from workbench.documents.blocks import Chip, PageOf, Run, Section, Wording, Words
from workbench.documents.boxes import Box
from workbench.documents.lines import Piece
from workbench.documents.paragraphs import Hung, Look, Paragraph
from workbench.documents.pen import Pen
from workbench.documents.style import Sheet, Type
from workbench.documents.tags import Element

UNKNOWN_PAGE = "00"
"""As wide as most page numbers, until the page is known."""


@dataclass
class Setter:
    """One pass of setting a document.

    Attributes:
        sheet: The grid of the page.
        words: The paper's own words.
        pages: Page numbers of anchors, as far as they are known.
        sections: The document's sections, for the contents.
        level: Heading level of a section: 2 under a title, else 1.
        fields: Whether places to sign become form fields.
        numbered: Whether the section being set has a number, and so its text a margin.
        deepest: Level of the last heading, so that none is skipped.
        accent: Colour of the lines over headings.
        asked: Whether a page number was asked for since this was last set to no.
    """

    sheet: Sheet
    words: Wording
    pages: Mapping[str, int] = field(default_factory=dict)
    sections: Sequence[Section] = ()
    level: int = 2
    fields: bool = True
    numbered: bool = False
    deepest: int = 0
    accent: str = style.TEXT
    asked: bool = False

    def heading(self, below_section: int = 0) -> Element:
        """The element of a heading so many levels below a section's; never two deeper than the heading before it."""
        level = min(self.level + below_section, self.deepest + 1)
        self.deepest = level
        return Element(f"H{level}")

    def title(self) -> Element:
        """The element of the document's title."""
        self.deepest = 1
        return Element("H1")

    def paragraph(
        self,
        words: Words,
        kind: Type,
        element: Element | str = "P",
        *,
        indent: float = 0.0,
        inset: float = 0.0,
        hung: Sequence[Hung] = (),
        tidy: bool = True,
        bar: bool = False,
    ) -> Paragraph:
        """A paragraph of words; `element` is what they are, or the kind of a new element."""
        what = Element(element) if isinstance(element, str) else element
        made = self.pieces(words, kind)
        look = Look(indent, inset, tuple(hung), tidy=tidy, bar=bar)
        return Paragraph(made, kind, what, look, self.words)

    def pieces(self, words: Words, kind: Type) -> list[Piece]:
        """The words in pieces that are set alike."""
        return [self._piece(one, kind) for one in ((words,) if isinstance(words, str) else words)]

    def _piece(self, one: str | Run | Chip | PageOf, kind: Type) -> Piece:
        if isinstance(one, str):
            one = Run(one)
        if isinstance(one, PageOf):
            self.asked = True
            number = self.pages.get(one.anchor)
            text = str(number) if number else UNKNOWN_PAGE
            return Piece(text, kind.font, kind.size, kind.colour, to=one.anchor, whole=True)
        if isinstance(one, Chip):
            label = fonts.settable(one.text)
            colour = style.INK_OF_TEAM[one.team]
            return Piece(label, "InterT-500", kind.size * 0.88, colour, whole=True, gap=kind.size * 0.3)
        font = fonts.strong(kind.font) if one.strong else kind.font
        font = fonts.slanted(font) if one.slanted else font
        colour = style.INK_OF_TONE[one.tone] if one.tone else kind.colour
        if one.change:
            colour = style.GOOD if one.change == "inserted" else style.BAD
        return Piece(fonts.settable(one.text), font, kind.size, colour, kind.tracking, one.change, one.to)


class Within(Box):
    """A box whose elements become children of others, outermost first."""

    def __init__(self, box: Box, elements: Sequence[Element]) -> None:
        self._box = box
        self._elements = tuple(elements)
        self.before, self.after, self.keep = box.before, box.after, box.keep
        self.need, self.passes, self.milestone = box.need, box.passes, box.milestone

    def height(self, width: float) -> float:
        """Of the box."""
        return self._box.height(width)

    def least(self, width: float) -> float:
        """Of the box."""
        return self._box.least(width)

    def split(self, width: float, room: float, *, fresh: bool) -> tuple[Box, Box] | None:
        """Both parts belong to the same elements."""
        parts = self._box.split(width, room, fresh=fresh)
        return (Within(parts[0], self._elements), Within(parts[1], self._elements)) if parts else None

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Inside the elements."""
        self._draw_in(pen, x, top, width, self._elements)

    def _draw_in(self, pen: Pen, x: float, top: float, width: float, elements: Sequence[Element]) -> None:
        if not elements:
            self._box.draw(pen, x, top, width)
            return
        with pen.tree.inside(elements[0]):
            self._draw_in(pen, x, top, width, elements[1:])
