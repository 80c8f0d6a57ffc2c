"""A line of text with a muted word inside its right end: a unit, a currency, a day in words. Must not know fields."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QStyle, QStyleOptionFrame, QToolButton, QWidget

_GAP = 8
_ROUNDING = 2
_LEAST_FOR_TYPING = 96


class UnitLine(QLineEdit):
    """A line edit that paints a unit after the text; typing never runs under it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._unit = ""

    @property
    def unit(self) -> str:
        """The words at the right end."""
        return self._unit

    def set_unit(self, words: str) -> None:
        """Paint other words, or none."""
        if words != self._unit:
            self._unit = words
            self._make_room()
            self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The words give way where the line is short."""
        super().resizeEvent(event)
        if self._unit:
            self._make_room()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The line, then its unit."""
        super().paintEvent(event)
        width = self.textMargins().right() - _GAP
        if not self._unit or width <= 0:
            return
        right = self._contents().right()
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
        words = self.fontMetrics().elidedText(self._unit, Qt.TextElideMode.ElideRight, width)
        box = QRect(right - width + 1, 0, width, self.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)
        painter.end()

    def _contents(self) -> QRect:
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        area = self.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, self)
        for button in self.findChildren(QToolButton):
            area.setRight(min(area.right(), button.x() - _GAP))
        return area

    def _make_room(self) -> None:
        room = max(0, self._contents().width() - _LEAST_FOR_TYPING)
        advance = self.fontMetrics().horizontalAdvance
        width = min(advance(self._unit) + _ROUNDING, room)
        fits = bool(self._unit) and width >= advance(self._unit[:3])
        self.setTextMargins(0, 0, width + _GAP if fits else 0, 0)
