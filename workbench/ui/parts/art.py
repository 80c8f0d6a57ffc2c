"""The only illustration in the program: two sheets, one of each team, and a handshake where they meet."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from workbench.ui.theme.ink import Ink
from workbench.ui.theme.look import Look
from workbench.ui.theme.theme import theme

WIDTH, HEIGHT = 190, 132
_LINES = (68, 60, 66, 48)


class TwoSheets(QWidget):
    """The drawing; decoration."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme().follow(self)

    def restyle(self, look: Look) -> None:
        """Scale."""
        self.setFixedSize(look.px(WIDTH), look.px(HEIGHT))

    def sizeHint(self) -> QSize:
        """The drawing's size."""
        look = theme().look
        return QSize(look.px(WIDTH), look.px(HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw in design pixels; the painter scales."""
        painter = QPainter(self)
        scale = theme().look.scale
        painter.scale(scale, scale)
        ink = Ink(painter, Look(dark=theme().look.dark))
        middle = WIDTH / 2
        for team, turn, aside in (("marketing_fill", -7, -38), ("sales_fill", 7, 38)):
            painter.save()
            painter.translate(middle + aside, 68)
            painter.rotate(turn)
            ink.box(QRectF(-46, -56, 92, 112), 8, "surface", "line", 1.5)
            ink.box(QRectF(-34, -42, 30, 8), 4, team)
            for number, width in enumerate(_LINES):
                ink.box(QRectF(-34, -24 + number * 13, width, 4), 2, "track")
            painter.restore()
        ink.box(QRectF(middle - 25, 56, 50, 50), 25, "accent")
        painter.resetTransform()  # an icon is drawn for its size; a scaled one would be coarse
        Ink(painter, theme().look).icon("handshake", (middle - 13) * scale, 68 * scale, 26, "on_accent")
