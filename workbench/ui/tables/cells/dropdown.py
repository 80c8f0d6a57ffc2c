"""A cell that looks like a drop-down list and becomes one when it is clicked; the column knows the choices."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPen

from workbench.ui.tables.cell import CellState
from workbench.ui.theme.fonts import MEDIUM, REGULAR
from workbench.ui.theme.ink import Ink


@dataclass(frozen=True)
class DropDown:
    """A choice made, or not made yet.

    Attributes:
        text: The choice in words, or what to do.
        doubtful: To be checked: an amber border.
        unused: Nothing is chosen on purpose: a dashed border, quiet words.
        small: Twelve pixels, for side panels.
    """

    text: str
    doubtful: bool = False
    unused: bool = False
    small: bool = False

    def words(self) -> str:
        """The choice."""
        return self.text

    def draw(self, ink: Ink, rect: QRectF, _state: CellState) -> None:
        """Draw."""
        px = ink.px
        inset = (px(2), px(2), 0, -px(3)) if self.small else (px(4), px(6), -px(4), -px(6))
        field = rect.adjusted(*inset).adjusted(0.5, 0.5, -0.5, -0.5)
        style = Qt.PenStyle.DashLine if self.unused else Qt.PenStyle.SolidLine
        ink.painter.setPen(QPen(ink.color("warn_line" if self.doubtful else "line"), 1, style))
        ink.painter.setBrush(ink.color("surface" if self.unused else "raised"))
        ink.painter.drawRoundedRect(field, px(7), px(7))
        color = "warn" if self.doubtful and self.small else "sub" if self.unused else "text"
        words = field.adjusted(px(10), 0, -px(24), 0)
        ink.text(
            words, self.text, size=12 if self.small else 13, weight=REGULAR if self.unused else MEDIUM, color=color
        )
        ink.icon("chevron-down", field.right() - px(21), field.center().y() - px(7), 14, "muted")
