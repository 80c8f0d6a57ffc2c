"""The summary on one page and the cards of the schedule."""

from __future__ import annotations

from dataclasses import replace

from workbench.documents import fonts, style
from workbench.documents.blocks import CommitmentCard, CommitmentGroup, Fact
from workbench.documents.boxes import Box
from workbench.documents.columns import Edge, Row, Slot, Stack
from workbench.documents.flow import Group
from workbench.documents.paragraphs import Hung
from workbench.documents.setting.setter import Setter
from workbench.documents.setting.texts import chip_kind
from workbench.documents.style import Type
from workbench.documents.tags import Element

NUMBER_COLUMN = 108.0
FACT_LABEL = 60.0


def group(block: CommitmentGroup, setter: Setter) -> list[Box]:
    """A strong line in the team's colour, what the team owes, how many."""
    colour = style.INK_OF_TEAM[block.team]
    full = setter.sheet.full
    title = setter.paragraph(block.title, style.TEAM_HEADING.in_colour(colour), setter.heading(1))
    count = setter.paragraph(block.count, replace(style.SMALL, align="right"), tidy=False)
    slots = [Slot(0, full - 130, Stack([title])), Slot(full - 120, 120, Stack([count]), low=True)]
    head = Row(slots, above=8, below=7, top_edges=(Edge(0, full, colour, 2.2),)).spaced(20, keep=True)
    if not block.empty:
        return [head]
    empty = setter.paragraph(block.empty, style.BODY.in_colour(style.QUIET), inset=setter.sheet.inset)
    return [Group([head, empty.spaced(2)]).spaced(20, 6)]


def card(block: CommitmentCard, setter: Setter) -> list[Box]:
    """Label and clause in the margin, the promise with its terms, the number at the right."""
    sheet = setter.sheet
    middle = sheet.column - NUMBER_COLUMN
    element = Element("Sect")
    kind = chip_kind(block.chip, 8)
    label = setter.paragraph(
        "", style.SMALL, hung=(Hung(0, block.chip.text, kind, style.TINT_OF_TEAM[block.chip.team]),)
    )
    clause = setter.paragraph(block.clause, replace(style.SMALL, font="InterT-400"), tidy=False).spaced(3)
    promise = setter.paragraph(block.sentence, style.SENTENCE)
    terms = [_term(fact, setter, middle).spaced(5 if number == 0 else 0) for number, fact in enumerate(block.facts)]
    slots = [
        Slot(0, sheet.gutter - 6, Stack([label, clause]), down=1.5),
        Slot(sheet.gutter, middle - 8, Stack([promise, *terms])),
        Slot(sheet.gutter + middle, NUMBER_COLUMN, _number(block, setter)),
    ]
    row = Row(slots, element, above=10, below=11, top_edges=(Edge(0, sheet.full, style.HAIR, 0.4),))
    return [row]


def _term(fact: Fact, setter: Setter, middle: float) -> Row:
    slots = [
        Slot(0, FACT_LABEL - 6, Stack([setter.paragraph(fact.label, style.SMALL, tidy=False)]), down=0.5),
        Slot(FACT_LABEL, middle - FACT_LABEL - 8, Stack([setter.paragraph(fact.value, style.DETAIL)])),
    ]
    return Row(slots, above=1, below=1)


def _number(block: CommitmentCard, setter: Setter) -> Stack:
    colour = style.INK_OF_TEAM[block.chip.team]
    number = setter.paragraph(
        block.number, number_kind(block.number, style.LARGE_NUMBER, NUMBER_COLUMN, colour), tidy=False
    )
    unit = setter.paragraph(block.unit, replace(style.SMALL, align="right", colour=style.QUIET), tidy=False)
    return Stack([number, unit])


def number_kind(text: str, kind: Type, room: float, colour: str) -> Type:
    """The type of a large number, shrunk until it fits on one line; it wraps below ten points."""
    size = kind.size
    while size > 10 and fonts.width(fonts.settable(text), kind.font, size) > room:
        size -= 0.5
    return replace(kind, size=size, colour=colour)
