"""What each team owes the other on one page: rows aligned, read column by column."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest

from workbench.documents import style
from workbench.documents.blocks import Chip, Promise, PromiseList, Remark, Run, Summary
from workbench.documents.boxes import Box
from workbench.documents.columns import Stack
from workbench.documents.flow import Group
from workbench.documents.paragraphs import Paragraph
from workbench.documents.pen import Pen
from workbench.documents.setting.commitments import number_kind
from workbench.documents.setting.setter import Setter
from workbench.documents.style import Type
from workbench.documents.tags import Element

GAP = 27.0
NUMBER = 60.0
TIGHTER = ((9.0, 1.0), (7.0, 1.0), (5.0, 1.0), (3.5, 1.0), (3.5, 0.92), (3.0, 0.84))
"""Free space over and under a promise, and the size of its words, from comfortable to just readable: the summary takes
the first pair that fits its page."""

ON_ONE_PAGE = ((9.0, 1.0), (5.0, 1.0), (2.5, 1.0), (1.0, 1.0))
"""The same where the page is all that is printed: what is signed is never smaller than the 8.5 points of a table."""

HEADING_HEIGHT = 110.0
"""What the section's heading and lead take of the page, about."""


def summary(block: Summary, setter: Setter) -> list[Box]:
    """Two columns, what both share, remarks; always one page."""
    before = setter.deepest
    if block.tight is not None:
        return [_arranged(block, setter, *ON_ONE_PAGE[block.tight]).spaced(after=6)]
    ways = []
    for pad, scale in TIGHTER:
        setter.deepest = before  # every attempt begins under the same heading
        ways.append(_arranged(block, setter, pad, scale).spaced(after=10))
    roomy = (one for one in ways if one.height(setter.sheet.full) <= setter.sheet.room - HEADING_HEIGHT)
    return [Fitted(next(roomy, ways[-1]), ways).spaced(after=10)]


class Fitted(Group):
    """A summary that is set closer where what stands above it on its page takes more than usual.

    Args:
        usual: As it is set under a heading of usual height.
        ways: All it can be set in, roomiest first.
    """

    def __init__(self, usual: Group, ways: Sequence[Group]) -> None:
        super().__init__(usual.boxes)
        self._ways = ways

    def least(self, width: float) -> float:
        """Set as close as it can be."""
        return min(one.height(width) for one in self._ways)

    def tightened(self, width: float, room: float) -> Box | None:
        """The roomiest way that fits."""
        return next((one for one in self._ways if one.height(width) <= room), None)


def _arranged(block: Summary, setter: Setter, pad: float, scale: float) -> Group:
    before = setter.deepest
    close = scale < 1 or pad < 5
    boxes: list[Box] = [TwoColumns(block.left, block.right, setter, pad, scale).spaced(after=9 if close else 22)]
    setter.deepest = before  # what is shared stands beside the two, not under the second
    if block.shared is not None:
        boxes.append(SharedRow(block.shared, setter, scale).spaced(after=8 if close else 16))
    if block.remarks:
        kind = style.SMALL if block.tight is None else style.CELL
        boxes.append(RemarkRow(block.remarks, setter, kind, pad=9.0 if close else 14.0))
    return Group(boxes)


def _below(setter: Setter) -> int:
    """Under a section its headings are one level deeper; right under the title they are a section's own."""
    return 1 if setter.deepest >= setter.level else 0


def _promise_words(promise: Promise, setter: Setter, scale: float = 1.0) -> Stack:
    title = setter.paragraph(promise.title, style.SUMMARY_TITLE.sized(style.SUMMARY_TITLE.size * scale))
    detail = style.CELL.sized(style.CELL.size * scale).in_colour(style.QUIET)
    return Stack(
        [title, setter.paragraph((Run(promise.detail), " ", Chip(promise.chip.text, promise.chip.team)), detail)]
    )


class TwoColumns(Box):
    """Rows of both columns at the same height; drawn, and so read, one column after the other."""

    def __init__(self, left: PromiseList, right: PromiseList, setter: Setter, pad: float, scale: float) -> None:
        self._sides = (left, right)
        self._pad = pad
        self._scale = scale
        self._column = (setter.sheet.full - GAP) / 2
        self._words = self._column - NUMBER
        below = _below(setter)
        self._titles = [
            setter.paragraph(
                side.title, style.SUBHEADING.in_colour(style.INK_OF_TEAM[side.team]), setter.heading(below)
            )
            for side in self._sides
        ]
        self._rows = [self._cells(side, setter) for side in self._sides]
        heights = zip_longest(*([self._high(*row) for row in rows] for rows in self._rows), fillvalue=0.0)
        self._heights = [max(pair) for pair in heights]
        self._top = 8 + max(title.height(self._column) for title in self._titles) + 4

    def _cells(self, side: PromiseList, setter: Setter) -> list[tuple[Paragraph | None, Stack]]:
        rows: list[tuple[Paragraph | None, Stack]] = []
        for promise in side.promises:
            kind = number_kind(promise.number, style.SUMMARY_NUMBER, NUMBER - 6, style.TEXT)
            rows.append(
                (setter.paragraph(promise.number, kind, tidy=False), _promise_words(promise, setter, self._scale))
            )
        remarks = (side.more, "" if side.promises else side.empty)
        return rows + [(None, Stack([setter.paragraph(words, style.SMALL)])) for words in remarks if words]

    def _high(self, number: Paragraph | None, words: Stack) -> float:
        beside = max(number.height(NUMBER - 4), words.height(self._words)) if number else words.height(self._words)
        return 2 * self._pad + beside

    def height(self, width: float) -> float:
        """Of the headings and the longer column."""
        del width
        return self._top + sum(self._heights)

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """The left column, then the right one."""
        del width
        for side, title, rows in zip(self._sides, self._titles, self._rows, strict=True):
            with pen.artifact():
                pen.rule(x, top - 1.1, x + self._column, style.INK_OF_TEAM[side.team], 2.2)
            part = Element("Sect")
            with pen.tree.inside(part):
                title.draw(pen, x, top - 8, self._column)
                self._draw_rows(pen, x, top - self._top, rows)
            x += self._column + GAP

    def _draw_rows(self, pen: Pen, x: float, y: float, rows: Sequence[tuple[Paragraph | None, Stack]]) -> None:
        for place, (number, words) in enumerate(rows):
            with pen.artifact():
                if place:
                    pen.rule(x, y, x + self._column, style.HAIR, 0.4)
            start = y - self._pad
            if number is None:
                words.draw(pen, x, start, self._column)
            else:
                number.draw(pen, x, start - (26 - number.kind.leading) / 2 + 3, NUMBER - 4)
                words.draw(pen, x + NUMBER, start, self._words)
            y -= self._heights[place]


class SharedRow(Box):
    """What the teams promise together, beside each other."""

    def __init__(self, block: PromiseList, setter: Setter, scale: float) -> None:
        self._colour = style.INK_OF_TEAM[block.team]
        self._title = setter.paragraph(
            block.title, style.SUBHEADING.in_colour(self._colour), setter.heading(_below(setter))
        )
        gap = 18
        self._step = (setter.sheet.full + gap) / max(3, len(block.promises))
        self._width = self._step - gap
        self._cells = []
        for promise in block.promises:
            kind = replace(number_kind(promise.number, style.SUMMARY_NUMBER, self._width, style.TEXT), leading=22)
            self._cells.append(
                Stack(
                    [setter.paragraph(promise.number, kind, tidy=False), *_promise_words(promise, setter, scale).boxes]
                )
            )
        if not block.promises and block.empty:
            self._cells.append(Stack([setter.paragraph(block.empty, style.SMALL)]))
            self._width = setter.sheet.full

    def height(self, width: float) -> float:
        """Of the heading and the tallest cell."""
        cells = max((cell.height(self._width) for cell in self._cells), default=0.0)
        return 7 + self._title.height(width) + 6 + cells

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """The heading, then the cells from left to right."""
        with pen.artifact():
            pen.rule(x, top - 1.1, x + width, self._colour, 2.2)
        with pen.tree.inside(Element("Sect")):
            self._title.draw(pen, x, top - 7, width)
            for number, cell in enumerate(self._cells):
                cell.draw(pen, x + number * self._step, top - 13 - self._title.height(width), self._width)


class RemarkRow(Box):
    """Titled remarks on a light ground."""

    def __init__(self, remarks: Sequence[Remark], setter: Setter, kind: Type, pad: float) -> None:
        gap = 14.0
        self._pad = pad
        self._step = (setter.sheet.full - 2 * pad + gap) / max(1, len(remarks))
        self._width = self._step - gap
        title = kind.in_colour(style.TEXT)
        body = kind.in_colour(style.QUIET)
        self._cells = [_titled(one, setter, replace(title, font="Inter-600"), body) for one in remarks]

    def height(self, width: float) -> float:
        """Of the tallest remark."""
        del width
        return 2 * self._pad - 2 + max(cell.height(self._width) for cell in self._cells)

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """The ground, then the remarks from left to right."""
        high = self.height(width)
        with pen.artifact():
            pen.box(x, top - high, width, high, fill=style.SUNK, edge=style.HAIR, radius=8, weight=0.7)
        for number, cell in enumerate(self._cells):
            cell.draw(pen, x + self._pad + number * self._step, top - self._pad + 1, self._width)


def _titled(one: Remark, setter: Setter, title: style.Type, body: style.Type) -> Stack:
    return Stack([setter.paragraph(one.title, title).spaced(after=2), setter.paragraph(one.words, body)])
