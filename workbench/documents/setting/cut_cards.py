"""Cards to cut out and hold up: a number to be read across a room, and what it says. Must not know the vote."""

from __future__ import annotations

from workbench.documents import style
from workbench.documents.blocks import CutCards, Tile
from workbench.documents.boxes import Box
from workbench.documents.pen import Pen
from workbench.documents.setting.setter import Setter
from workbench.documents.style import Type
from workbench.documents.tags import Element

BESIDE = 2
HEADING_HEIGHT = 140.0
"""What the head of the page and the words under the cards take of it, about, in points."""

NUMBER = Type("InterDT-600", 96, 96)
WORDS = Type("Inter-500", 14, 18, style.QUIET)
LEAST_WORDS = 9.0
CUT = (4.0, 3.0)


class CardRow(Box):
    """Cards beside each other; the dashed lines are for the scissors."""

    def __init__(self, tiles: tuple[Tile, ...], high: float, *, last: bool) -> None:
        self._tiles = tiles
        self._high = high
        self._last = last
        self._elements = [Element("P") for _ in tiles]

    def height(self, width: float) -> float:
        """The same for every row of a page."""
        del width
        return self._high

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """From left to right, each number with its words under it."""
        wide = width / BESIDE
        with pen.artifact():  # each line once, else the dashes of two fill each other's gaps
            pen.rule(x, top, x + wide * len(self._tiles), style.MUTED, 0.6, CUT)
            for place in range(len(self._tiles) + 1):
                pen.line((x + wide * place, top), (x + wide * place, top - self._high), style.MUTED, 0.6, CUT)
            if self._last:
                pen.rule(x, top - self._high, x + wide * len(self._tiles), style.MUTED, 0.6, CUT)
        for tile, element in zip(self._tiles, self._elements, strict=True):
            middle = top - self._high / 2
            with pen.marked(element):
                colour = style.INK_OF_TONE[tile.tone]
                pen.string(x + wide / 2, middle - 18, tile.number, NUMBER, colour=colour, align="centre")
                pen.fitted(x + wide / 2, middle - 52, tile.words, WORDS, wide - 24, least=LEAST_WORDS, align="centre")
            x += wide


def cut_cards(block: CutCards, setter: Setter) -> list[Box]:
    """Two a row, as high as a page with a head allows."""
    rows = [block.tiles[start : start + BESIDE] for start in range(0, len(block.tiles), BESIDE)]
    high = (setter.sheet.room - HEADING_HEIGHT) / max(1, len(rows))
    boxes: list[Box] = [CardRow(row, high, last=row is rows[-1]).spaced(0, 0) for row in rows]
    if boxes:
        boxes[0].spaced(before=6)
        boxes[-1].spaced(after=12)
    return boxes
