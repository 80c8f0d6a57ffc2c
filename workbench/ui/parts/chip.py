"""A word in a small pill: a state, a team, a count, a key. Colour never speaks alone: the word does, or the shape."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QStyleOption

from workbench.ui.parts.label import Label
from workbench.ui.parts.team import Side, draw_team
from workbench.ui.theme.ink import Ink
from workbench.ui.theme.properties import vary
from workbench.ui.theme.theme import theme

ChipTone = Literal["accent", "ok", "warn", "bad", "idle", "plain", "marketing", "sales", "both"]
BEFORE, AFTER = 24, 9
"""Design pixels on both sides of a team's name, as the stylesheet has them."""
LEAST = 84
_DOTS = {"accent": "accent_text", "idle": "sub", "plain": "sub"}


class Chip(Label):
    """A pill with a word.

    Args:
        text: The word.
        tone: Its colours.
        dot: A dot of the same colour before the word.
        icon: An icon before the word.
    """

    def __init__(self, text: str, tone: ChipTone = "idle", *, dot: bool = False, icon: str = "") -> None:
        super().__init__(text)
        self._tone: str = tone
        self._dot, self._icon = dot, icon
        self.setProperty("chip", tone)
        if self._mark():
            self.setProperty("kind", "marked")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_state(self, text: str, tone: ChipTone, *, dot: bool = False, icon: str = "") -> None:
        """Say another word in another tone."""
        self._tone, self._dot, self._icon = tone, dot, icon
        vary(self, chip=tone, kind="marked" if self._mark() else "")
        self.setText(text)  # after the padding: a label measures itself when its text changes
        self.updateGeometry()
        self.update()

    def _mark(self) -> bool:
        return self._dot or bool(self._icon)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pill, then what stands before the word."""
        super().paintEvent(event)
        if not self._mark():
            return
        ink = Ink(QPainter(self), theme().look)
        color = _DOTS.get(self._tone, self._tone)
        middle = self.height() / 2
        if self._icon:
            ink.icon(self._icon, ink.px(7), middle - ink.px(13) / 2, 13, color)
        else:
            side = ink.px(6)
            ink.box(QRectF(ink.px(9), middle - side / 2, side, side), side / 2, color)


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


class KeyCap(Label):
    """A key on the keyboard, as it is printed there."""

    def __init__(self, keys: str) -> None:
        super().__init__(keys)
        self.setProperty("chip", "key")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
