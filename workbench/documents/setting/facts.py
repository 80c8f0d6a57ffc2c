"""Labels and values under each other, between hairlines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from workbench.documents import style
from workbench.documents.blocks import Fact, Facts
from workbench.documents.boxes import Box
from workbench.documents.columns import Edge, Row, Slot, Stack
from workbench.documents.lines import longest
from workbench.documents.setting.setter import Setter
from workbench.documents.style import Type
from workbench.documents.tables import Table
from workbench.documents.tags import Element

LABEL = style.CELL.in_colour(style.QUIET)


def facts(block: Facts, setter: Setter) -> list[Box]:
    """A hairline above and below every pair."""
    left = label_column(block.rows, setter, setter.sheet.gutter + 20)
    rows = [_row(fact, setter, left, first=number == 0) for number, fact in enumerate(block.rows)]
    return [Table(None, rows, Element("Table")).spaced(6, 16)] if rows else []


def label_column(facts: Sequence[Fact], setter: Setter, least: float) -> float:
    """Where values begin: after the longest label, at most at a third of the width, in points."""
    widest = max((longest(setter.paragraph(fact.label, LABEL).words) for fact in facts), default=0.0)
    return min(max(least, widest + 12), setter.sheet.full / 3)


def _row(fact: Fact, setter: Setter, left: float, *, first: bool) -> Row:
    full = setter.sheet.full
    edge = Edge(0, full, style.HAIR, 0.4)
    slots = fact_slots(fact, setter, left, full, style.FIGURES)
    return Row(slots, Element("TR"), above=4.5, below=5, top_edges=(edge,) if first else (), foot_edges=(edge,))


def fact_slots(fact: Fact, setter: Setter, left: float, total: float, kind: Type, *, x: float = 0.0) -> list[Slot]:
    """A label and its value from `left` on, their first lines on one baseline."""
    label, value = Element("TH", scope="Row"), Element("TD")
    lines: list[Box] = [setter.paragraph(fact.value, kind, value)]
    if fact.below:
        lines.append(setter.paragraph(fact.below, style.SMALL, value, tidy=False))
    name = setter.paragraph(fact.label, replace(LABEL, size=min(LABEL.size, kind.size)), label, tidy=False)
    return [
        Slot(x, left - x - 6, Stack([name]), label, down=kind.size - name.kind.size),
        Slot(left, total - left, Stack(lines), value),
    ]
