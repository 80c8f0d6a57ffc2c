"""A number, to the right, in tabular figures; with the shape of its status in a column of its own before it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont

from workbench.ui.parts.marks import Mark
from workbench.ui.tables.cell import CellState
from workbench.ui.tables.column import PADDING
from workbench.ui.theme.fonts import MEDIUM, SEMIBOLD
from workbench.ui.theme.ink import RIGHT, Ink

GLYPH = 15
GLYPH_AT = 51
"""Design pixels from the number's right edge to the glyph's, so that glyphs stand under each other."""

_BARE = frozenset({"not_due", "not_measurable"})


@dataclass(frozen=True)
class Number:
    """A number.

    Attributes:
        value: As written in the language.
        weight: Of the figures.
        color: Token.
        size: Design pixels.
        right: Design pixels after it.
    """

    value: str
    weight: QFont.Weight = MEDIUM
    color: str = "text"
    size: float = 13
    right: float = PADDING

    def words(self) -> str:
        """The number."""
        return self.value

    def draw(self, ink: Ink, rect: QRectF, state: CellState) -> None:
        """Draw."""
        color = state.quiet if self.color == "muted" else self.color
        area = rect.adjusted(ink.px(4), 0, -ink.px(self.right), 0)
        ink.text(area, self.value, size=self.size, weight=self.weight, color=color, align=RIGHT, figures=True)


@dataclass(frozen=True)
class StatusNumber:
    """A number with the status it earned.

    Attributes:
        value: As written in the language; empty where there is none.
        mark: The status: shape and colour.
        word: The status in the language.
        key: The status's key: without a number, "not due" shows its word and "not measurable" its shape.
        right: Design pixels after it.
    """

    value: str
    mark: Mark
    word: str
    key: str = ""
    right: float = PADDING

    def words(self) -> str:
        """The number and the status."""
        return f"{self.value} {self.word}".strip()

    def draw(self, ink: Ink, rect: QRectF, state: CellState) -> None:
        """Draw."""
        px = ink.px
        right = rect.right() - px(self.right)
        middle = rect.center().y() - px(GLYPH) / 2
        area = QRectF(rect.left(), rect.top(), right - rect.left(), rect.height())
        if not self.value and self.key == "not_due":
            ink.text(area, self.word, size=12, color=state.quiet, align=RIGHT)
            return
        if not self.value:
            ink.icon(self.mark.icon, right - px(GLYPH), middle, GLYPH, self.mark.color)
            return
        quiet = self.mark.color == "idle"
        weight = SEMIBOLD if state.current_column else MEDIUM
        color = "sub" if quiet else "text"
        width = ink.width(self.value, 13, weight, figures=True)
        ink.text(area, self.value, weight=weight, color=color, align=RIGHT, figures=True)
        x = right - max(width + px(5), px(GLYPH_AT)) - px(GLYPH)
        ink.icon(self.mark.icon, max(rect.left() + px(1), x), middle, GLYPH, self.mark.color)
