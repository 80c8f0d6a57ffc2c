"""A bar whose length is a share of the column. Must not know what is measured."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QRectF

from workbench.ui.tables.cell import CellState
from workbench.ui.theme.ink import Ink

THICK = 8


class Bar(NamedTuple):
    """A bar on its track.

    Attributes:
        share: From 0 to 1; nothing for no bar at all.
        color: Token.
        said: In words; the number beside it says the same where empty.
    """

    share: float | None
    color: str = "chart"
    said: str = ""

    def words(self) -> str:
        """What it shows."""
        return self.said

    def draw(self, ink: Ink, rect: QRectF, _state: CellState) -> None:
        """Draw."""
        if self.share is None:
            return
        thick, left = ink.px(THICK), rect.left() + ink.px(4)
        slot = QRectF(left, rect.center().y() - thick / 2, rect.right() - ink.px(12) - left, thick)
        ink.box(slot, thick / 2, "track")
        width = slot.width() * min(1.0, max(0.0, self.share))
        if width:
            ink.box(QRectF(left, slot.top(), max(width, thick), thick), thick / 2, self.color)
