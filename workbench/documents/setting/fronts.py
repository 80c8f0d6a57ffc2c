"""Cover, opening of a report, contents, and large numbers beside each other."""

from __future__ import annotations

from dataclasses import replace

from workbench.documents import fonts, style
from workbench.documents.blocks import Contents, Cover, Facts, Opening, PageOf, Run, Section, Tile, Tiles
from workbench.documents.boxes import Box, Gap, Milestone, NewPage
from workbench.documents.columns import Edge, Row, Slot, Stack
from workbench.documents.lines import longest
from workbench.documents.paragraphs import Paragraph
from workbench.documents.pen import Pen
from workbench.documents.setting.facts import fact_slots, facts, label_column
from workbench.documents.setting.logos import logo
from workbench.documents.setting.setter import Setter, Within
from workbench.documents.setting.texts import section
from workbench.documents.style import Type
from workbench.documents.tables import Table
from workbench.documents.tags import Element

CIRCLE = 98.0
"""Radius of the cover's circles, in points."""

OVERLAP = 0.58
"""Distance of each circle's middle from the middle of both, in radii."""

CLOSE_TITLE = 21.0
"""Size of the title where the head takes as little as it can."""


class CoverPage(Box):
    """The whole first page: the company, the sign of common ground, the title, between whom and since when.

    Attributes:
        title: The title at the size it was given.
    """

    def __init__(self, block: Cover, setter: Setter) -> None:
        self._setter = setter
        self._sheet = setter.sheet
        self._logo = logo(block.logo, setter.words.logo.format(name=block.company))
        self._company = setter.paragraph(block.company, _company(block.company))
        self.title = _title(block.title, setter)
        self._promise = setter.paragraph(block.promise, style.PROMISE)
        kind = replace(style.BODY, font="InterT-400")
        rows = []
        left = label_column(block.facts, setter, self._sheet.gutter)
        for number, fact in enumerate(block.facts):
            slots = fact_slots(fact, setter, left, self._sheet.full, kind)
            edge = Edge(0, self._sheet.full, *((style.HAIR, 0.4) if number else (setter.accent, 0.8)))
            rows.append(Row(slots, Element("TR"), above=8, below=8, top_edges=(edge,)))
        self._facts = Table(None, rows, Element("Table"))

    def height(self, width: float) -> float:
        """The page's body with the head of the page."""
        del width
        return self._sheet.height - 40 - self._sheet.bottom

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """From top to bottom; the title hangs so that it ends a little below the middle."""
        span = 2 * CIRCLE * (1 + OVERLAP)
        with pen.artifact():
            _common_ground(pen, x + width - span / 2, top - 8 - CIRCLE)
        down = 12.0
        if self._logo is not None:
            self._logo.draw(pen, x, top - down, width)
            down += self._logo.height(width) + 12
        self._company.draw(pen, x, top - down, width - span - 16)
        facts_top = top - self.height(width) + self._facts.height(width)
        title_foot = max(top - self.height(width) * 0.585, facts_top + 24 + self._promise.height(width * 0.72) + 30)
        self.title.draw(pen, x, title_foot + self.title.height(width * 0.8), width * 0.8)
        self._promise.draw(pen, x, title_foot - 24, width * 0.72)
        if self._facts.rows:
            self._facts.draw(pen, x, facts_top, width)


def _company(name: str) -> Type:
    return style.COMPANY if len(name) < 40 else style.COMPANY.sized(10.5)


def _title(words: str, setter: Setter) -> Paragraph:
    """The title as large as its longest word and three lines allow."""
    room = setter.sheet.full * 0.8
    size = style.TITLE.size
    while True:
        title = setter.paragraph(words, style.TITLE.sized(size), setter.title())
        if size <= 20 or (longest(title.words) <= room and len(title.lines(room)) <= 3):
            return title
        size -= 2


def _common_ground(pen: Pen, x: float, y: float) -> None:
    """Two circles that share a part."""
    left, right = x - CIRCLE * OVERLAP, x + CIRCLE * OVERLAP
    pen.circle(left, y, CIRCLE, fill=style.MARKETING)
    pen.circle(right, y, CIRCLE, fill=style.SALES)
    with pen.clipped_to_circle(left, y, CIRCLE):
        pen.circle(right, y, CIRCLE, fill=style.BOTH)


def cover(block: Cover, setter: Setter) -> list[Box]:
    """A page of its own."""
    return [CoverPage(block, setter), NewPage()]


def opening(block: Opening, setter: Setter) -> list[Box]:
    """A kicker, the title, the result, the facts."""
    picture = logo(block.logo, setter.words.logo.format(name=block.whose), 30)
    kicker = setter.paragraph(block.kicker.upper(), style.KICKER).spaced(after=5, keep=True)
    kicker.milestone = Milestone("opening", block.title)
    kind = style.OPENING.sized(CLOSE_TITLE) if block.close else style.OPENING
    title = setter.paragraph(block.title, kind, setter.title(), inset=setter.sheet.inset * 0.5)
    title.spaced(after=4 if block.close else 7, keep=True)
    boxes: list[Box] = [kicker, title] if picture is None else [picture.spaced(after=12, keep=True), kicker, title]
    if block.close:
        boxes.append(setter.paragraph(block.lead, style.CELL.in_colour(style.QUIET)).spaced(after=8))
    elif block.lead:
        boxes.append(setter.paragraph(block.lead, style.LEAD, inset=60).spaced(after=10, keep=bool(block.facts)))
    return boxes + facts(Facts(block.facts), setter)


def contents(block: Contents, setter: Setter) -> list[Box]:
    """One line a section: number, title, page."""
    heading = Section(block.anchor, block.title, in_contents=False, new_page=True)
    boxes = section(heading, setter)
    listed = [one for one in setter.sections if one.in_contents]
    tight = len(listed) > 21
    toc = Element("TOC")
    boxes += [Within(_contents_row(one, setter, tight=tight), (toc, Element("TOCI"))) for one in listed]
    if block.note:
        boxes.append(Gap(18))
        kind = style.BODY.in_colour(style.QUIET)
        boxes.append(setter.paragraph(block.note, kind, inset=setter.sheet.inset))
    return boxes


def _contents_row(one: Section, setter: Setter, *, tight: bool) -> Row:
    sheet = setter.sheet
    label, title, page = Element("Lbl"), Element("Reference"), Element("Reference")
    number = setter.paragraph(one.contents_number or one.number, style.CONTENTS_NUMBER, label, tidy=False)
    name = setter.paragraph((Run(one.title, to=one.anchor),), style.CONTENTS_ROW, title)
    where = replace(style.CONTENTS_NUMBER, align="right", colour=style.TEXT)
    slots = [
        Slot(0, sheet.gutter - 6, Stack([number]), label),
        Slot(sheet.gutter, sheet.full - sheet.gutter - 40, Stack([name])),
        Slot(sheet.full - 40, 40, Stack([setter.paragraph((PageOf(one.anchor),), where, page, tidy=False)])),
    ]
    pad = 3.0 if tight else 6.0
    return Row(slots, above=pad, below=pad + 1, foot_edges=(Edge(0, sheet.full, style.HAIR, 0.4),))


class TileRow(Box):
    """Large numbers beside each other, each under a line in its colour."""

    def __init__(self, tiles: tuple[Tile, ...], setter: Setter) -> None:
        self._tiles = tiles
        self._width = (setter.sheet.full + 16) / max(1, len(tiles)) - 16
        kind = Type("Inter-500", 9, 12, style.QUIET)
        self._words = [setter.paragraph(tile.words, kind) for tile in tiles]

    def height(self, width: float) -> float:
        """The tallest tile."""
        del width
        return max((self._place(number)[1] for number in range(len(self._tiles))), default=0.0)

    def _place(self, number: int) -> tuple[float, float]:
        """Where a tile's words begin from its left, and the tile's height."""
        tile, words = self._tiles[number], self._words[number]
        wide = fonts.width(tile.number, "InterDT-600", 28) + 7
        beside = wide + longest(words.words) <= self._width and len(words.lines(self._width - wide)) == 1
        return (wide, 42.0) if beside else (0.0, 44.0 + words.height(self._width))

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Words beside the number where they fit on its line, else under it."""
        del width
        for number, tile in enumerate(self._tiles):
            colour = style.INK_OF_TONE[tile.tone]
            with pen.artifact():
                pen.rule(x, top - 1.1, x + self._width, colour, 2.2)
            right, _ = self._place(number)
            element = self._words[number].element
            with pen.marked(element):
                pen.string(x, top - 36, tile.number, Type("InterDT-600", 28, 32), colour=colour)
            below = top - 36 + 9 if right else top - 42
            self._words[number].draw(pen, x + right, below, self._width - right)
            x += self._width + 16


def tiles(block: Tiles, setter: Setter) -> list[Box]:
    """One row."""
    return [TileRow(block.tiles, setter).spaced(12, 14)]
