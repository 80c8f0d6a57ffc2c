"""Follow-up times by tier and source: a table whose shades say how urgent, and whose words say it too."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from workbench.documents import style
from workbench.documents.blocks import Column, Matrix, MatrixCell, MatrixRow
from workbench.documents.boxes import Box
from workbench.documents.columns import Edge, Row, Slot, Stack
from workbench.documents.paragraphs import Look, Paragraph
from workbench.documents.setting.cells import head_of
from workbench.documents.setting.grids import captioned, head_row, placed
from workbench.documents.setting.setter import Setter
from workbench.documents.tables import Table
from workbench.documents.tags import Element

WHITE = 2.0
"""Width of the light gaps between the cells, in points."""

_GROUND = {0: style.SALES, 1: style.SALES_PALE, 2: style.SALES_TINT, None: style.SUNK}


def matrix(block: Matrix, setter: Setter) -> list[Box]:
    """Roomy cells of two lines; one line where there are many tiers or sources."""
    dense = len(block.rows) > 8 or len(block.columns) > 6
    total = setter.sheet.full
    first = 120.0 if dense else 96.0
    other = (total - first) / max(1, len(block.columns))
    widths = [first, *[other] * len(block.columns)]
    pad = 5.0 if dense else 7.0
    head = [head_of(Column(title), setter) for title in ("", *block.columns)]
    named = Counter(row.name for row in block.rows)
    rows = [_row(row, setter, widths, pad, dense=dense, told=not dense or named[row.name] > 1) for row in block.rows]
    sides = [(pad if place else 0.0, 3.0) for place in range(len(widths))]
    table = Table(head_row(head, widths, sides), rows, Element("Table"))
    return captioned(block.caption, table, block.note, setter, 0.0)


def _row(block: MatrixRow, setter: Setter, widths: list[float], pad: float, *, dense: bool, told: bool) -> Row:
    name = Element("TH", scope="Row")
    title = setter.paragraph(block.name, replace(style.CELL, font="Inter-600"), name)
    lines: list[Box] = [title]
    if block.below and told:  # a low row says it only where the name alone says too little
        lines.append(setter.paragraph(block.below, style.SMALL, name))
    slots = [Slot(0, widths[0] - 8, Stack(lines), name)]
    for cell, (x, width) in zip(block.cells, placed(widths)[1:], strict=True):
        element = Element("TD")
        edge = 0.0 if x + width > sum(widths) - 1 else WHITE
        content = _cell(cell, setter, element, dense=dense)
        slots.append(Slot(x + pad, width - pad - 3, content, element, _GROUND[cell.urgency], (x, x + width - edge)))
    hair = Edge(0, widths[0] - WHITE, style.HAIR, 0.4)
    space = (4, 6) if dense else (7, 9)
    return Row(slots, Element("TR"), above=space[0], below=space[1], foot_edges=(hair,), gap=WHITE)


def _cell(cell: MatrixCell, setter: Setter, element: Element, *, dense: bool) -> Stack:
    strong = {0: style.PAPER, None: style.MUTED}.get(cell.urgency, style.TEXT)
    quiet = style.ON_SALES if cell.urgency == 0 else style.QUIET
    size = 8.0 if dense else 10.0
    kind = replace(style.CELL, font="Inter-600", size=size, leading=size + 3, colour=strong)
    if dense and cell.below:  # on the same line, so that many rows stay low and still say all
        share = setter.pieces(cell.below, replace(style.SMALL, font="InterT-400", size=7.5, colour=quiet))
        words = [*setter.pieces(f"{cell.main}  ", kind), *share]
        return Stack([Paragraph(words, kind, element, Look(tidy=False), setter.words)])
    lines: list[Box] = [setter.paragraph(cell.main, kind, element, tidy=False)]
    if cell.below:
        small = replace(style.SMALL, font="InterT-400", colour=quiet)
        lines.append(setter.paragraph(cell.below, small, element, tidy=False))
    return Stack(lines)
