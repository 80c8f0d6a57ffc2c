"""A team's name in a small pill, in the team's colour and with its shape. Must not know what the team is called."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QStyleOption

from workbench.ui.parts.chip import Chip
from workbench.ui.parts.label import Label
from workbench.ui.parts.team import Side, draw_team
from workbench.ui.theme.ink import Ink
from workbench.ui.theme.theme import theme

BEFORE, AFTER = 24, 9
"""Design pixels on both sides of a team's name, as the stylesheet has them."""
LEAST = 84


class TeamChip(Chip):
    """A pill in a team's colour, with the team's shape before the words.

    Teams have names of their own, as long as they like: it gives way, and the whole name is in its tooltip.
    """

    def __init__(self, text: str, side: Side) -> None:
        super().__init__(text, side, dot=True)
        self._side: Side = side
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    @property
    def is_cut(self) -> bool:
        """Is there less room than the words need?"""
        return self.width() < self.sizeHint().width()

    def minimumSizeHint(self) -> QSize:
        """The shape and a few letters."""
        whole = super().minimumSizeHint()
        return QSize(min(theme().look.px(LEAST), whole.width()), whole.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Offer the whole name where it is cut."""
        super().resizeEvent(event)
        self.setToolTip(self.text() if self.is_cut else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pill with what fits, then the shape."""
        if self.is_cut:
            self._draw_cut()
        else:
            Label.paintEvent(self, event)
        ink = Ink(QPainter(self), theme().look)
        side = ink.px(10)
        draw_team(ink, QRectF(ink.px(8), (self.height() - side) / 2, side, side), self._side)

    def _draw_cut(self) -> None:
        painter, option, px = QPainter(self), QStyleOption(), theme().look.px
        option.initFrom(self)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_Widget, option, painter, self)
        room = self.rect().adjusted(px(BEFORE), 0, -px(AFTER), 0)
        painter.setFont(self.font())
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        words = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)
