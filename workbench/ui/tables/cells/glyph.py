"""An icon, an icon with a word, and a measure of three bars with a word."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont

from workbench.ui.tables.cell import CellState
from workbench.ui.tables.column import PADDING
from workbench.ui.theme.fonts import MEDIUM
from workbench.ui.theme.ink import Ink

BARS = 3


@dataclass(frozen=True)
class Glyph:
    """An icon, and a word where it has one.

    Attributes:
        icon: The icon.
        said: In words.
        shown: Are the words shown beside it? Without them the icon stands in the middle.
        color: Token of the icon.
        text_color: Token of the words.
        weight: Of the words.
        left: Design pixels before.
    """

    icon: str
    said: str
    shown: bool = False
    color: str = "muted"
    text_color: str = "sub"
    weight: QFont.Weight = MEDIUM
    left: float = PADDING

    def words(self) -> str:
        """What the icon means."""
        return self.said

    def draw(self, ink: Ink, rect: QRectF, _state: CellState) -> None:
        """Draw."""
        px = ink.px
        middle = rect.center().y() - px(14) / 2
        if not self.shown:
            ink.icon(self.icon, rect.center().x() - px(7), middle, 14, self.color)
            return
        x = rect.left() + px(self.left)
        ink.icon(self.icon, x, middle, 14, self.color)
        words = QRectF(x + px(22), rect.top(), rect.right() - x - px(26), rect.height())
        ink.text(words, self.said, size=12, weight=self.weight, color=self.text_color)


@dataclass(frozen=True)
class Strength:
    """How sure something is: three bars and the word that says it. No invented percentages.

    Attributes:
        level: Bars filled, 0 to 3.
        said: In words.
        doubtful: Please check.
        left: Design pixels before.
    """

    level: int
    said: str
    doubtful: bool = False
    left: float = PADDING

    def words(self) -> str:
        """How sure."""
        return self.said

    def draw(self, ink: Ink, rect: QRectF, _state: CellState) -> None:
        """Draw."""
        px = ink.px
        x, foot = rect.left() + px(self.left), rect.center().y() + px(6)
        for number in range(BARS):
            height = px(5 + 3 * number)
            fill = ("warn_line" if self.doubtful else "ok") if number < self.level else "track"
            ink.box(QRectF(x + number * px(5), foot - height, px(3), height), 1, fill)
        words = QRectF(x + px(22), rect.top(), rect.right() - x - px(26), rect.height())
        color = "warn" if self.doubtful else "sub"
        ink.text(words, self.said, size=12, weight=MEDIUM, color=color)
