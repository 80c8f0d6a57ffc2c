"""A state as a chip, with the reason in words under it."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont

from workbench.ui.tables.cell import CellState
from workbench.ui.tables.column import NARROW_PADDING, PADDING
from workbench.ui.theme.fonts import SEMIBOLD
from workbench.ui.theme.ink import CENTRE, Color, Ink

HEIGHT = 20
GROUNDS = {
    "accent": ("accent_soft", "accent_text"),
    "ok": ("ok_soft", "ok"),
    "warn": ("warn_soft", "warn"),
    "bad": ("bad_soft", "bad"),
    "idle": ("idle_soft", "sub"),
    "strong": ("idle_soft", "text"),
    "marketing": ("marketing_soft", "marketing"),
    "sales": ("sales_soft", "sales"),
    "inserted": ("inserted_soft", "inserted"),
    "removed": ("removed_soft", "removed"),
}
"""Tone to ground and words."""


def draw_chip(
    ink: Ink,
    x: float,
    middle: float,
    text: str,
    tone: str,
    *,
    icon: str = "",
    dot: bool = False,
    size: float = 12,
    weight: QFont.Weight = SEMIBOLD,
    ground: Color | None = None,
    from_right: bool = False,
) -> float:
    """Draw a chip; answers its width.

    Args:
        ink: Where.
        x: Its left edge; its right edge where `from_right`.
        middle: Its vertical centre.
        text: The word.
        tone: Key of `GROUNDS`.
        icon: Before the word.
        dot: A dot before the word.
        size: Of the word, design pixels.
        weight: Of the word.
        ground: Instead of the tone's, on a selection.
        from_right: `x` is the right edge.
    """
    px = ink.px
    usual, color = GROUNDS[tone]
    before = px(17) if icon else px(10) if dot else 0
    width = ink.width(text, size, weight) + px(18) + before
    left = x - width if from_right else x
    rect = QRectF(left, middle - px(HEIGHT) / 2, width, px(HEIGHT))
    ink.box(rect, rect.height() / 2, ground or usual)
    if icon:
        ink.icon(icon, left + px(8), middle - px(13) / 2, 13, color)
    elif dot:
        ink.disc(QPointF(left + px(11), middle), px(3), color)
    ink.text(rect.adjusted(before, 0, 0, 0), text, size=size, weight=weight, color=color, align=CENTRE)
    return width


class ChipCell(NamedTuple):
    """A chip over a line of words.

    Attributes:
        text: The state.
        tone: Key of `GROUNDS`.
        second: Why, or since when.
        dot: A dot before the state.
        icon: An icon before the state.
        left: Design pixels before.
    """

    text: str
    tone: str
    second: str = ""
    dot: bool = True
    icon: str = ""
    left: float = PADDING

    def words(self) -> str:
        """The state and its reason."""
        return f"{self.text}, {self.second}" if self.second else self.text

    def draw(self, ink: Ink, rect: QRectF, state: CellState) -> None:
        """Draw."""
        px = ink.px
        left = rect.left() + px(self.left)
        middle = rect.center().y()
        ground: Color | None = "surface" if state.selected and self.tone == "accent" else None
        y = middle - px(11) if self.second else middle
        draw_chip(ink, left, y, self.text, self.tone, icon=self.icon, dot=self.dot and not self.icon, ground=ground)
        if self.second:
            lower = QRectF(left + px(1), middle + px(3), rect.right() - left - px(NARROW_PADDING), px(17))
            ink.text(lower, self.second, size=12, color=state.quiet)
