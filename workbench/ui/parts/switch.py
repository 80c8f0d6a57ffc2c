"""On or off, effective at once. A check box that is painted as a switch: keyboard, name and role stay its own."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox

from workbench.ui.theme.fonts import MEDIUM
from workbench.ui.theme.ink import Ink
from workbench.ui.theme.look import Look
from workbench.ui.theme.theme import theme

TRACK_WIDTH, TRACK_HEIGHT, GAP, KNOB = 32, 18, 9, 6.5


class Switch(QCheckBox):
    """A switch with its words to the right."""

    def __init__(self, text: str, *, on: bool = False) -> None:
        super().__init__(text)
        self.setChecked(on)
        self.setAccessibleName(text)
        theme().follow(self)

    def restyle(self, look: Look) -> None:
        """Scale."""
        self.updateGeometry()
        self.setMinimumHeight(look.px(28))

    def sizeHint(self) -> QSize:
        """The track and the words."""
        look = theme().look
        words = QFontMetrics(look.font(13, MEDIUM)).horizontalAdvance(self.text())
        return QSize(look.px(TRACK_WIDTH + GAP + 3) + words, look.px(28))

    def minimumSizeHint(self) -> QSize:
        """The words are never cut."""
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        """The words switch too."""
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw track, knob and words."""
        ink = Ink(QPainter(self), theme().look)
        px, on, middle = ink.px, self.isChecked(), self.height() / 2
        track = QRectF(1, middle - px(TRACK_HEIGHT) / 2, px(TRACK_WIDTH), px(TRACK_HEIGHT))
        enabled = self.isEnabled()
        fill = "track" if not (on and enabled) else "accent"
        ink.box(track, track.height() / 2, fill, None if on else "muted")
        inset = px(TRACK_HEIGHT) / 2
        knob = QPointF(track.right() - inset if on else track.left() + inset, middle)
        ink.disc(knob, px(KNOB), "on_accent" if on and enabled else "muted")
        if self.hasFocus():
            ink.box(track.adjusted(-1, -1, 1, 1), track.height() / 2 + 1, None, "text" if on else "accent", px(2))
        words = QRectF(px(TRACK_WIDTH + GAP), 0, self.width() - px(TRACK_WIDTH + GAP), self.height())
        ink.text(words, self.text(), weight=MEDIUM, color="text" if enabled else "muted")
