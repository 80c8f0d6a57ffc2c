"""Signature cards: who signs for whom, and an empty place that becomes the form field."""

from __future__ import annotations

from dataclasses import replace

from workbench.documents import style
from workbench.documents.blocks import SignatureCards, SignatureSpot
from workbench.documents.boxes import Box
from workbench.documents.columns import Row, Slot, Stack
from workbench.documents.pen import Pen
from workbench.documents.setting.setter import Setter
from workbench.documents.style import Type
from workbench.documents.tags import Element

ALONE, ROOMY = 3, 2
"""Up to so many signers each card has a row of its own, and a roomy one."""

PAD = 16.0
PLACE_HEIGHT, LOW_PLACE_HEIGHT = 92.0, 74.0
NARROW_PLACE_HEIGHT = 84.0
LOW_PAD = 12.0
SMALL_PLACE_HEIGHT, SMALL_PAD = 58.0, 10.0
"""Where the signatures share a page with the promises."""


class SignatureCard(Box):
    """A card with the person at the left, or above where it is narrow, and the place to sign.

    Attributes:
        lowest: Its least height, in points, so that neighbours end together.
    """

    def __init__(
        self, spot: SignatureSpot, setter: Setter, *, narrow: bool, small: bool = False, low: bool = False
    ) -> None:
        self._spot = spot
        self._narrow = narrow
        self._place = SMALL_PLACE_HEIGHT if small else NARROW_PLACE_HEIGHT
        if not narrow:
            self._place = LOW_PLACE_HEIGHT if low else PLACE_HEIGHT
        self._fields = setter.fields
        self.lowest = 0.0
        self._hint = setter.words.sign_here.format(name=spot.name, role=spot.role)
        self._pad = SMALL_PAD if small else LOW_PAD if low else PAD
        colour = style.INK_OF_TEAM[spot.team]
        name = Type("Inter-600", 10.5 if narrow else 12, 13 if narrow else 14.6)
        job = style.CELL.in_colour(style.QUIET)
        lines: list[Box] = [
            setter.paragraph(spot.heading, replace(style.HEAD, colour=colour)).spaced(after=2 if small else 4),
            setter.paragraph(spot.name, name),
        ]
        if spot.role and not (small and spot.role == spot.heading):
            lines.append(setter.paragraph(spot.role, job).spaced(1))
        if spot.remarks:
            lines.append(setter.paragraph(spot.remarks, style.SMALL).spaced(6))
        self._person = Stack(lines)
        self._place_words = setter.paragraph(spot.place_words, replace(style.SMALL, size=7, leading=9), tidy=False)

    def height(self, width: float) -> float:
        """The person and the place, beside or under each other."""
        person = self._person.height(self._person_width(width))
        if self._narrow:
            return max(self.lowest, self._pad - 2 + person + 8 + self._place + self._pad - 6)
        return max(self.lowest, person + 2 * self._pad, self._place + 2 * self._pad)

    def _person_width(self, width: float) -> float:
        return width - 2 * PAD if self._narrow else width * 0.40

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """The frame with the team's colour at its left, the person, the place."""
        high = self.height(width)
        with pen.artifact():
            with pen.clipped_to_box(x, top - high, width, high, 8):
                pen.box(x, top - high, 3.2, high, fill=style.INK_OF_TEAM[self._spot.team])
            pen.box(x, top - high, width, high, edge=style.HAIR, radius=8, weight=0.9)
        person = self._person_width(width)
        with pen.tree.inside(Element("Sect")):
            self._person.draw(pen, x + PAD, top - self._pad + (2 if self._narrow else 0), person)
            if self._narrow:
                self._draw_place(pen, x + PAD, top - high + self._pad - 6, person, self._place)
            else:
                left = x + PAD + person + 22
                self._draw_place(pen, left, top - self._pad - self._place, x + width - PAD - left, self._place)

    def _draw_place(self, pen: Pen, x: float, y: float, width: float, height: float) -> None:
        with pen.artifact():
            pen.rule(x, y + style.SIGN_LINE, x + width, style.TEXT, 0.7)
        self._place_words.draw(pen, x, y + style.SIGN_LINE - 5, width)
        if self._fields:
            pen.add_place(self._spot.field, (x, y, x + width, y + height), self._hint)


def signature_cards(block: SignatureCards, setter: Setter) -> list[Box]:
    """One card a row up to three signers, two a row above that."""
    if len(block.spots) <= ALONE and not block.small:
        low = len(block.spots) > ROOMY
        return [SignatureCard(spot, setter, narrow=False, low=low).spaced(10, 10) for spot in block.spots]
    gap = 14.0
    beside = 3 if block.small and len(block.spots) == 3 else 2
    width = (setter.sheet.full + gap) / beside - gap
    cards = [SignatureCard(spot, setter, narrow=True, small=block.small) for spot in block.spots]
    rows: list[Box] = []
    for start in range(0, len(cards), beside):
        pair = cards[start : start + beside]
        tallest = max(one.height(width) for one in pair)
        for one in pair:
            one.lowest = tallest
        slots = [Slot(place * (width + gap), width, Stack([one])) for place, one in enumerate(pair)]
        rows.append(Row(slots).spaced(6 if block.small else 12, 12))
    return rows
