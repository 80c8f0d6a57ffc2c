"""Tables: widths by content, rules instead of boxes, small ones whole."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from workbench.documents import style
from workbench.documents.blocks import Cell, Column, Grid, GridRow, Words
from workbench.documents.boxes import Box
from workbench.documents.columns import Edge, Row, Slot, Stack, Under
from workbench.documents.flow import Group
from workbench.documents.lines import longest
from workbench.documents.paragraphs import Paragraph
from workbench.documents.setting.cells import cell_of, demand, head_of
from workbench.documents.setting.setter import Setter
from workbench.documents.setting.widths import Demand, shared
from workbench.documents.tables import Table
from workbench.documents.tags import Element

PAD = 5.0
NARROW_PAD = 1.0
AFTER_NUMBER = 6.0
HEAD_LEAST = 5.5
"""A head's word is never broken: its size gives way down to this."""


def grid(block: Grid, setter: Setter) -> list[Box]:
    """The caption, the table and its note."""
    if not block.rows:
        return []
    indent = 0.0 if block.full else setter.sheet.gutter
    total = setter.sheet.full - indent
    count = len(block.columns)
    sides = padding(block.columns, even=block.even)
    head = [head_of(column, setter) for column in block.columns]
    elements = [[Element("TD") if place else Element("TH", scope="Row") for place in range(count)] for _ in block.rows]
    cells = [
        [
            cell_of(cell, column.role, setter, one)
            for cell, column, one in zip(row.cells, block.columns, own, strict=True)
        ]
        for row, own in zip(block.rows, elements, strict=True)
    ]
    demands = [
        demand(column, head[place], [row[place] for row in cells], sum(sides[place]))
        for place, column in enumerate(block.columns)
    ]
    widths = _even(demands, total) if block.even else shared(demands, total)
    following: list[GridRow | None] = [*block.rows[1:], None]
    rows = [
        _row(one, after, stacks, own, widths, sides, _under(one, widths, setter))
        for one, after, stacks, own in zip(block.rows, following, cells, elements, strict=True)
    ]
    titled = any(column.title for column in block.columns)
    table = Table(head_row(head, widths, sides) if titled else None, rows, Element("Table"), indent=indent)
    return captioned(block.caption, table, block.note, setter, indent)


def captioned(caption: str, table: Table, note: Words, setter: Setter, indent: float) -> list[Box]:
    """A table with its caption above and its note below."""
    if note:
        table.tail = setter.paragraph(note, style.SMALL, indent=indent, inset=setter.sheet.inset).spaced(6)
    if not caption:
        return [table.spaced(7, 13)]
    title = setter.paragraph(caption, style.CAPTION, indent=indent).spaced(10, keep=True)
    table.spaced(5, 13)
    return [Group([title, table]).spaced(10, 13)] if table.is_small(setter.sheet.full) else [title, table]


Sides = Sequence[tuple[float, float]]
"""Free space at the left and right of each column's cells, in points."""


def padding(columns: Sequence[Column], *, even: bool) -> Sides:
    """None at the table's own edges; more where words follow numbers, which end where the words begin."""
    pad = NARROW_PAD if even else PAD
    out: list[tuple[float, float]] = []
    for place, column in enumerate(columns):
        after_number = place > 0 and columns[place - 1].role in {"number", "result"}
        left = pad + (AFTER_NUMBER if after_number and column.role not in {"number", "result"} else 0.0)
        out.append((left if place else 0.0, pad if place < len(columns) - 1 else 0.0))
    return out


def head_row(head: Sequence[Paragraph], widths: Sequence[float], sides: Sides) -> Row:
    """The heads at the foot of their row, over a line in the colour of text."""
    slots = []
    for place, (x, width) in enumerate(placed(widths)):
        left, right = sides[place]
        room = width - left - right
        wide = longest(head[place].words)
        title = head[place].sized(max(HEAD_LEAST, style.HEAD.size * room / wide)) if wide > room else head[place]
        slots.append(Slot(x + left, room, Stack([title]), title.element, low=True))
    return Row(slots, Element("TR"), above=2, below=4, foot_edges=[Edge(0, sum(widths), style.TEXT, 0.8)])


def placed(widths: Sequence[float]) -> list[tuple[float, float]]:
    """Left edge and width of every column."""
    edges = [sum(widths[:place]) for place in range(len(widths) + 1)]
    return [(left, right - left) for left, right in pairwise(edges)]


def _even(demands: Sequence[Demand], total: float) -> list[float]:
    """The first column as wide as it asks for, at most half of all; the others alike."""
    first = min(demands[0].natural + 2 * PAD, total / 2)
    others = (total - first) / max(1, len(demands) - 1)
    return [first, *[others] * (len(demands) - 1)]


def _row(
    block: GridRow, after: GridRow | None, cells: Sequence[Stack], elements: Sequence[Element], widths: Sequence[float],
    sides: Sides,
    under: Under | None,
) -> Row:  # fmt: skip
    slots = []
    for place, (x, width) in enumerate(placed(widths)):
        left, right = sides[place]
        cell = block.cells[place]
        fill = style.TINT_OF_TEAM[cell.shade] if isinstance(cell, Cell) and cell.shade else ""
        slots.append(Slot(x + left, width - left - right, cells[place], elements[place], fill, (x, x + width)))
    strong = after is not None and after.opens_group
    edge = Edge(0, sum(widths), style.EDGE if strong else style.HAIR, 0.8 if strong else 0.4)
    return Row(slots, Element("TR"), above=PAD, below=PAD + 0.5, foot_edges=[edge], under=under)


def _under(block: GridRow, widths: Sequence[float], setter: Setter) -> Under | None:
    """The row's detail, as wide as is easy to read."""
    if not block.detail:
        return None
    cell = Element("TD", span=len(widths))
    room = min(sum(widths), setter.sheet.measure + setter.sheet.gutter)
    words = setter.paragraph(block.detail, style.SMALL, cell)
    return Under(Slot(0, room, Stack([words]), cell), Element("TR"))
