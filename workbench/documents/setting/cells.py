"""The cells of a table: their type by the role of their column, and the space they ask for."""

from __future__ import annotations

from dataclasses import replace

from workbench.documents import style
from workbench.documents.blocks import AnyCell, Cell, Chip, Column, ColumnRole, Status, Trend
from workbench.documents.boxes import Box
from workbench.documents.columns import Stack
from workbench.documents.lines import longest, natural
from workbench.documents.paragraphs import Paragraph
from workbench.documents.setting.setter import Setter
from workbench.documents.setting.signs import StatusBox, TrendBox
from workbench.documents.setting.widths import Demand
from workbench.documents.style import Type
from workbench.documents.tags import Element

_KIND: dict[ColumnRole, Type] = {
    "text": style.CELL,
    "name": replace(style.CELL, font="Inter-500"),
    "quiet": replace(style.FIGURES, colour=style.QUIET),
    "number": replace(style.FIGURES, align="right"),
    "result": replace(style.FIGURES, font="InterT-600", align="right"),
    "figures": style.FIGURES,
    "mark": replace(style.FIGURES, align="centre"),
}
_GROWS: dict[ColumnRole, float] = {
    "text": 1,
    "name": 1,
    "quiet": 1,
    "number": 0.5,
    "result": 0.5,
    "mark": 0.2,
    "figures": 0,
}
_WRAPS: set[ColumnRole] = {"text", "name", "quiet"}


def head_of(column: Column, setter: Setter) -> Paragraph:
    """The head of a column, set like its cells."""
    kind = replace(style.HEAD, align=_KIND[column.role].align)
    return setter.paragraph(column.title, kind, Element("TH", scope="Column"), tidy=False)


def cell_of(cell: AnyCell, role: ColumnRole, setter: Setter, element: Element) -> Stack:
    """The content of a cell."""
    kind = _KIND[role]
    match cell:
        case Status():
            return Stack([StatusBox(cell, element)])
        case Trend():
            return Stack([TrendBox(cell)])
        case Chip():
            label = replace(style.FIGURES, font="InterT-600", colour=style.INK_OF_TEAM[cell.team])
            return Stack([setter.paragraph(cell.text, label, element, tidy=False)])
        case Cell():
            lines: list[Box] = [setter.paragraph(cell.words, kind, element)]
            if cell.below:
                quiet = replace(kind, font="Inter-400", colour=style.QUIET)
                lines.append(setter.paragraph(cell.below, quiet, element))
            return Stack(lines)
        case _:
            return Stack([setter.paragraph(cell, kind, element)])


def demand(column: Column, head: Paragraph, cells: list[Stack], pad: float) -> Demand:
    """How wide a column must and would like to be, its padding included."""
    least = longest(head.words)
    most = natural(head.words)
    for box in (box for stack in cells for box in stack.boxes):
        if isinstance(box, Paragraph):
            least, most = max(least, longest(box.words)), max(most, natural(box.words))
        elif isinstance(box, StatusBox | TrendBox):
            least, most = max(least, box.width), max(most, box.width)
    return Demand(least + pad + 0.1, most + pad + 0.1, _GROWS[column.role], column.role in _WRAPS)
