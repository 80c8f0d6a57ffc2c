"""Headings, clauses, paragraphs and lists."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.documents import style
from workbench.documents.blocks import (
    Bullets,
    Chip,
    Clause,
    Fingerprint,
    LeadText,
    Note,
    Run,
    Section,
    Subheading,
    Text,
)
from workbench.documents.boxes import Box, Milestone, NewPage, Rule
from workbench.documents.columns import Row, Slot, Stack
from workbench.documents.lines import natural
from workbench.documents.paragraphs import Hung
from workbench.documents.pen import Pen
from workbench.documents.setting.setter import Setter, Within
from workbench.documents.style import Type
from workbench.documents.tags import Element

ROOM_BELOW_HEADING = 190
"""A section begins only where so much height is left, in points."""

HALF = 0.5
"""Of a page: a section that may share one begins under the end of another one that takes no more."""

CHIP_X = 30
"""Where chips begin in the margin, in points."""


class SectionRule(Rule):
    """The line over a section's heading; what is drawn after it belongs to the section."""

    def __init__(self, colour: str) -> None:
        super().__init__(colour, 0.8 if colour == style.TEXT else 1.4)
        self._element = Element("Sect")

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Begin the section, then the line."""
        pen.tree.begin(self._element)
        super().draw(pen, x, top, width)


def section(block: Section, setter: Setter) -> list[Box]:
    """A line, the number in the margin, the title, the lead."""
    setter.numbered = bool(block.number)
    indent = setter.sheet.gutter if block.number else 0.0
    rule = SectionRule(setter.accent).spaced(30, 11, keep=True)
    rule.need = ROOM_BELOW_HEADING
    rule.milestone = Milestone(block.anchor, f"{block.number}  {block.title}".strip())
    number = (Hung(0, block.number, style.HEADING_NUMBER),) if block.number else ()
    title = setter.paragraph(block.title, style.HEADING, setter.heading(), indent=indent, hung=number)
    boxes: list[Box] = [rule, title.spaced(after=5 if block.lead else 13, keep=True)]
    if block.lead and block.small_lead:
        kind = style.BODY.in_colour(style.QUIET)
        boxes.append(
            setter.paragraph(block.lead, kind, indent=indent, inset=setter.sheet.inset).spaced(after=13, keep=True)
        )
    elif block.lead:
        inset = 20 if block.number else setter.sheet.inset * 0.6
        lead = setter.paragraph(block.lead, style.LEAD, indent=indent, inset=inset)
        boxes.append(lead.spaced(after=13, keep=True))
    return [NewPage(HALF if block.shares_page else 0.0), *boxes] if block.new_page else boxes


def subheading(block: Subheading, setter: Setter) -> list[Box]:
    """A heading in the text column, its number in the margin."""
    indent = setter.sheet.gutter if setter.numbered else 0.0
    kind = style.SUBHEADING if setter.numbered else style.TEAM_HEADING
    number = (Hung(0, block.number, style.BODY_NUMBER.sized(kind.size)),) if block.number else ()
    element = setter.heading(1)
    heading = setter.paragraph(block.title, kind, element, indent=indent, hung=number)
    heading.spaced(12, 5, keep=True)
    if not block.aside:
        return [heading]
    wide = indent + natural(heading.words)
    aside = setter.paragraph(block.aside, style.SMALL)
    beside = Slot(wide + 10, setter.sheet.full - wide - 10, Stack([aside]), down=kind.size - style.SMALL.size)
    return [Row([Slot(0, wide, Stack([heading])), beside]).spaced(12, 5, keep=True)]


def clause(block: Clause, setter: Setter) -> list[Box]:
    """The number and the commitments in the margin, the text in its column."""
    indent, inset = setter.sheet.gutter, setter.sheet.inset
    hung = [Hung(0, block.number, style.BODY_NUMBER)] if block.number else []
    hung += [_hung(chip, line) for line, chip in enumerate(merged(block.chips))]
    text = setter.paragraph(block.words, style.BODY, indent=indent, inset=inset, hung=hung, bar=block.changed)
    text.spaced(after=6, keep=block.leads_on)
    text.passes = not block.leads_on
    if not block.title:
        return [text]
    kind = style.SUBHEADING.sized(style.BODY.size)
    title = setter.paragraph(block.title, kind, setter.heading(2), indent=indent, inset=inset)
    return [title.spaced(9, 1, keep=True), text]


def merged(chips: Sequence[Chip]) -> list[Chip]:
    """Three or more labels in a row as one: S-1, S-2, S-3 become S-1–3."""
    runs: list[list[Chip]] = []
    for chip in chips:
        if runs and _follows(runs[-1][-1], chip):
            runs[-1].append(chip)
        else:
            runs.append([chip])
    out: list[Chip] = []
    for run in runs:
        if len(run) > 2:
            out.append(Chip(f"{run[0].text}–{run[-1].text.rpartition('-')[2]}", run[0].team))
        else:
            out += run
    return out


def _follows(before: Chip, after: Chip) -> bool:
    (side, _, number), (other, _, following) = before.text.rpartition("-"), after.text.rpartition("-")
    both = number.isdecimal() and following.isdecimal()
    return both and side == other and before.team == after.team and int(following) == int(number) + 1


def _hung(chip: Chip, line: int) -> Hung:
    return Hung(CHIP_X, chip.text, chip_kind(chip), style.TINT_OF_TEAM[chip.team], line)


def chip_kind(chip: Chip, size: float = style.CHIP.size) -> Type:
    """The type of a chip's label."""
    return style.CHIP.sized(size).in_colour(style.INK_OF_TEAM[chip.team])


def text(block: Text, setter: Setter) -> list[Box]:
    """A paragraph in the text column, or from the left margin."""
    kind = style.BODY.in_colour(style.QUIET) if block.quiet else style.BODY
    indent = 0.0 if block.full else setter.sheet.gutter
    paragraph = setter.paragraph(block.words, kind, indent=indent, inset=setter.sheet.inset)
    paragraph.passes = True
    return [paragraph.spaced(after=8 if block.full else 6)]


def lead_text(block: LeadText, setter: Setter) -> list[Box]:
    """Large and grey."""
    indent = setter.sheet.gutter if setter.numbered else 0.0
    return [setter.paragraph(block.words, style.LEAD, indent=indent, inset=20).spaced(after=13)]


def note(block: Note, setter: Setter) -> list[Box]:
    """Small and grey."""
    indent = 0.0 if block.full else setter.sheet.gutter
    if block.wide:
        return [setter.paragraph(block.words, style.CELL.in_colour(style.QUIET), indent=indent).spaced(4, 4)]
    return [setter.paragraph(block.words, style.SMALL, indent=indent, inset=setter.sheet.inset).spaced(4, 10)]


def bullets(block: Bullets, setter: Setter) -> list[Box]:
    """Entries with a dash or a letter before them."""
    left = 0.0 if block.full else setter.sheet.gutter
    lettered = bool(block.marks)
    kind = Type("Inter-600", 9.5, 14.5, style.BOTH) if lettered else style.BODY.in_colour(style.MUTED)
    entries = Element("L", numbering="LowerAlpha" if lettered else "None")
    boxes: list[Box] = []
    marks: Sequence[str] = block.marks or ("–",) * len(block.items)
    for mark, item in zip(marks, block.items, strict=True):
        entry, label, body = Element("LI"), Element("Lbl"), Element("LBody")
        hung = Hung(left, mark, kind, element=label)
        indent = left + (18 if lettered else 14)
        words = setter.paragraph(item, style.BODY, body, indent=indent, inset=setter.sheet.inset, hung=(hung,))
        words.passes = True
        boxes.append(Within(words.spaced(after=4 if lettered else 5), (entries, entry)))
    if boxes:
        boxes[-1].spaced(after=8)
    return boxes


def fingerprint(block: Fingerprint, setter: Setter) -> list[Box]:
    """The digits in groups of sixteen."""
    groups = [block.digest[start : start + 16] for start in range(0, len(block.digest), 16)]
    words = (block.words,) if isinstance(block.words, str) else block.words
    digits = Run("\n" + " ".join(groups), tone="quiet")
    kind = style.SMALL
    paragraph = setter.paragraph((*words, digits), kind, tidy=False)
    return [paragraph.spaced(10, 6)]
