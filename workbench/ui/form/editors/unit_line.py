"""A line of text with a muted word inside its right end: a unit, a currency, a day in words. Must not know fields."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QHelpEvent,
    QLinearGradient,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import QLineEdit, QStyle, QStyleOptionFrame, QToolButton, QToolTip, QWidget

_GAP = 8
_ROUNDING = 2
_FADE = 28
_EDGE = 4
_LEAST_FOR_TYPING = 36
"""Pixels for what is typed, if it does not need more."""


class UnitLine(QLineEdit):
    """A line edit that paints a unit after the text; typing never runs under it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._unit = ""
        self._shorter: tuple[str, ...] = ()
        self._painted = ""
        self.textChanged.connect(self._on_text)

    @property
    def unit(self) -> str:
        """The words at the right end."""
        return self._unit

    def set_unit(self, words: str, *shorter: str) -> None:
        """Paint other words, or none.

        Args:
            words: What to paint where there is room for it.
            shorter: What to paint in its place where there is less, the longest first.
        """
        if (words, shorter) != (self._unit, self._shorter):
            self._unit, self._shorter = words, shorter
            self._make_room()
            self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """A text that is longer than its line is read from its beginning."""
        super().focusOutEvent(event)
        if event.reason() not in {Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason}:
            self.setCursorPosition(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The words give way where the line is short."""
        super().resizeEvent(event)
        if self._unit:
            self._make_room()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The line, then its unit; text that goes on beyond the line fades out while nobody types in it."""
        super().paintEvent(event)
        if not self.hasFocus() and self.text():
            self._fade()
        width = self.textMargins().right() - _GAP
        if not self._unit or width <= 0:
            return
        right = self._contents().right()
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
        words = self.fontMetrics().elidedText(self._painted, Qt.TextElideMode.ElideRight, width)
        box = QRect(right - width + 1, 0, width, self.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)
        painter.end()

    def event(self, event: QEvent) -> bool:
        """The tooltip of a text that is longer than its line has all of it."""
        if isinstance(event, QHelpEvent) and not self.toolTip() and self._is_long():
            QToolTip.showText(event.globalPos(), self.text(), self)
            return True
        return super().event(event)

    def _on_text(self) -> None:
        if self._unit:
            self._make_room()

    def _area(self) -> QRect:
        return self._contents().adjusted(0, 0, -self.textMargins().right(), 0)

    def _is_long(self) -> bool:
        return self.fontMetrics().horizontalAdvance(self.text()) > self._area().width() - _EDGE

    def _fade(self) -> None:
        if not self._is_long():
            return
        area = self._area()
        ground = self.palette().color(QPalette.ColorRole.Base)
        clear = QColor(ground)
        clear.setAlpha(0)
        fading = QLinearGradient(area.right() - _FADE, 0, area.right(), 0)
        fading.setColorAt(0, clear)
        fading.setColorAt(1, ground)
        painter = QPainter(self)
        painter.fillRect(QRect(area.right() - _FADE, area.top(), _FADE + 1, area.height()), fading)
        painter.end()

    def _contents(self) -> QRect:
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        area = self.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, self)
        for button in self.findChildren(QToolButton):
            area.setRight(min(area.right(), button.x() - _GAP))
        return area

    def _make_room(self) -> None:
        advance = self.fontMetrics().horizontalAdvance
        typed = advance(self.text() or self.placeholderText()) + 3 * _EDGE  # comes before what it means
        room = max(0, self._contents().width() - max(_LEAST_FOR_TYPING, typed))
        fitting = (words for words in (self._unit, *self._shorter) if advance(words) + _ROUNDING <= room)
        self._painted = next(fitting, self._unit)
        width = min(advance(self._painted) + _ROUNDING, room)
        least_of_it = 2 if " " in self._painted else 1  # half a sentence says something, half a word nothing
        says_enough = bool(self._painted) and width * least_of_it >= advance(self._painted)
        margin = width + _GAP if says_enough else 0
        if margin != self.textMargins().right():  # asking the page for its layout at each key would be felt
            self.setTextMargins(0, 0, margin, 0)
