"""Setting a document until its page numbers agree with themselves. Nothing is drawn here."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.documents import style
from workbench.documents.blocks import Block, Cover, Document, Opening, Section
from workbench.documents.boxes import Box
from workbench.documents.flow import Filled, fill
from workbench.documents.marking import Spot
from workbench.documents.setting.every import set_block
from workbench.documents.setting.setter import Setter
from workbench.documents.style import Sheet

PASSES = 6
"""A page number can change a line's length and so a page; after so many rounds the last one stands."""

COVER_TOP, OPENING_TOP, CLOSE_TOP = 40.0, 56.0, 34.0


@dataclass(frozen=True)
class Layout:
    """A document on pages.

    Attributes:
        sheet: The grid of the page.
        pages: What stands on each.
        tops: Upper edge of each page's body, from the foot of the page, in points.
        running: Whether each page has a running head.
        sections: What each page is about.
        anchors: Where each anchor is.
    """

    sheet: Sheet
    pages: list[Filled]
    tops: list[float]
    running: list[bool]
    sections: list[str]
    anchors: dict[str, Spot]


def lay_out(document: Document, *, fields: bool) -> Layout:
    """The document on pages; on a single one where one of its ways to be on one page succeeds."""
    for blocks in document.on_one_page:
        layout = _lay_out(Document(document.meta, blocks), fields=fields)
        if len(layout.pages) == 1:
            return layout
    return _lay_out(document, fields=fields)


def _lay_out(document: Document, *, fields: bool) -> Layout:
    sheet = style.sheet(document.meta.paper)
    down = _first_top(document, sheet)
    known: dict[str, int] = {}
    pages: list[Filled] = []
    setting = _Setting(document, sheet, fields=fields)
    for _ in range(PASSES):
        pages = fill(
            setting.boxes(known), sheet.full, lambda page: sheet.height - (sheet.top if page else down) - sheet.bottom
        )
        found = {box.milestone.anchor: number for number, box in _milestones(pages) if box.milestone}
        if found == known:
            break
        known = found
    tops = [sheet.height - (sheet.top if number else down) for number in range(len(pages))]
    anchors = {
        placed.box.milestone.anchor: Spot(number, tops[number] - placed.down)
        for number, page in enumerate(pages)
        for placed in page.boxes
        if placed.box.milestone
    }
    running = [number > 0 or down == sheet.top for number in range(len(pages))]
    return Layout(sheet, pages, tops, running, _sections(pages), anchors)


def _first_top(document: Document, sheet: Sheet) -> float:
    first = document.blocks[0] if document.blocks else None
    match first:
        case Cover():
            return COVER_TOP
        case Opening():
            return CLOSE_TOP if first.close else OPENING_TOP
    return sheet.top


class _Setting:
    """The document's boxes; those that name pages are set again when the pages are known better."""

    def __init__(self, document: Document, sheet: Sheet, *, fields: bool) -> None:
        titled = any(isinstance(block, Cover | Opening) for block in document.blocks)
        sections = [block for block in document.blocks if isinstance(block, Section)]
        level = 2 if titled else 1
        self._setter = Setter(sheet, document.meta.words, {}, sections, level=level, fields=fields,
                              accent=style.accent(document.meta.accent))  # fmt: skip
        self._parts = [self._set(block) for block in document.blocks]

    def _set(self, block: Block) -> _Part:
        setter = self._setter
        setter.asked = False
        before = (setter.numbered, setter.deepest)
        return _Part(block, set_block(block, setter), setter.asked, before)

    def boxes(self, pages: dict[str, int]) -> list[Box]:
        """All boxes in reading order, with the page numbers given."""
        self._setter.pages = pages
        for number, part in enumerate(self._parts):
            if part.names_pages:
                self._setter.numbered, self._setter.deepest = part.before
                self._parts[number] = self._set(part.block)
        return [box for part in self._parts for box in part.boxes]


@dataclass(frozen=True)
class _Part:
    """One block's boxes, and what the setter knew before it."""

    block: Block
    boxes: list[Box]
    names_pages: bool
    before: tuple[bool, int]


def _milestones(pages: list[Filled]) -> list[tuple[int, Box]]:
    return [
        (number, placed.box) for number, page in enumerate(pages, 1) for placed in page.boxes if placed.box.milestone
    ]


def _sections(pages: list[Filled]) -> list[str]:
    """For each page the section it begins with: its own first heading, else the last one before."""
    out: list[str] = []
    current = ""
    for page in pages:
        titles = [placed.box.milestone.title for placed in page.boxes if placed.box.milestone]
        begins = page.boxes[0].box.milestone if page.boxes else None
        out.append(begins.title if begins else current)
        current = titles[-1] if titles else current
    return out
