"""The two teams, told apart by colour and by shape: marketing is a circle, sales a diamond, both is the two joined."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from workbench.ui.theme.ink import Color, Ink
from workbench.ui.theme.look import Look
from workbench.ui.theme.theme import theme

Side = Literal["marketing", "sales", "both"]
DIAMOND = 0.80  # of the square: a diamond as large as the circle beside it


def _diamond(ink: Ink, centre: QPointF, side: float, color: Color) -> None:
    painter = ink.painter
    painter.save()
    painter.translate(centre)
    painter.rotate(45)
    edge = side * DIAMOND
    ink.box(QRectF(-edge / 2, -edge / 2, edge, edge), edge * 0.16, color)
    painter.restore()


def draw_team(ink: Ink, rect: QRectF, side: Side, color: Color | None = None) -> None:
    """The team's shape inside a square; in the team's colour unless another is given."""
    width = min(rect.width(), rect.height())
    match side:
        case "marketing":
            ink.disc(rect.center(), width / 2, color or "marketing")
        case "sales":
            _diamond(ink, rect.center(), width, color or "sales")
        case "both":
            third = width / 4
            ink.disc(rect.center() - QPointF(third, 0), width * 0.3, color or "marketing")
            _diamond(ink, rect.center() + QPointF(third, 0), width * 0.62, color or "sales")


class TeamShape(QWidget):
    """A team's shape; decoration beside its name.

    Args:
        side: Whose.
        size: Design pixels.
    """

    def __init__(self, side: Side, size: float = 12) -> None:
        super().__init__()
        self._side: Side = side
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme().follow(self)

    def restyle(self, look: Look) -> None:
        """Scale."""
        self.setFixedSize(look.px(self._size), look.px(self._size))

    def sizeHint(self) -> QSize:
        """The shape's size."""
        side = theme().look.px(self._size)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the shape."""
        draw_team(Ink(QPainter(self), theme().look), QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), self._side)
