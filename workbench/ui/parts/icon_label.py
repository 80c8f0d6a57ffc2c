"""An icon by itself, and an icon on a quiet square. Decoration: what it means is said in words beside it."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from workbench.ui.parts.layout import Panel, row
from workbench.ui.theme.ink import Ink
from workbench.ui.theme.look import Look
from workbench.ui.theme.theme import theme


class IconLabel(QWidget):
    """An icon in a token's colour, which follows the theme.

    Args:
        name: The icon.
        color: Token of its colour.
        size: Design pixels.
    """

    def __init__(self, name: str, color: str = "sub", size: float = 17) -> None:
        super().__init__()
        self._name, self._color, self._size = name, color, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme().follow(self)

    def show_icon(self, name: str, color: str = "") -> None:
        """Show another icon, or the same in another colour."""
        self._name, self._color = name, color or self._color
        self.update()

    def restyle(self, look: Look) -> None:
        """Scale."""
        self.setFixedSize(look.px(self._size), look.px(self._size))

    def sizeHint(self) -> QSize:
        """The icon's size."""
        side = theme().look.px(self._size)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the icon."""
        Ink(QPainter(self), theme().look).icon(self._name, 0, 0, self._size, self._color)


def badge(name: str, tone: str = "accent", *, ground: str = "") -> Panel:
    """An icon on a small square; `tone` colours the icon, `ground` the square where it is not the same."""
    colors = {"accent": "accent_text", "idle": "sub"}
    made = Panel(row(IconLabel(name, colors.get(tone, tone), 19), margins=(9, 9, 9, 9)), card="badge", tone=ground)
    made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return made
