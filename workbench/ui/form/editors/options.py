"""A drop-down that the mouse wheel cannot change by accident, and whose words wrap. Must not know fields."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QRect, QSignalBlocker, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPaintEvent, QPalette, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyledItemDelegate, QStyleOptionComboBox, QStylePainter, QWidget

Choice = tuple[str, str, str]
"""What is kept, what is shown, and a line of help."""

_LEAST_WIDTH = 60
_MOST_LINES = 3
_WRAP = Qt.TextFlag.TextWordWrap
_MUTED, _PLAIN = QPalette.ColorRole.PlaceholderText, QPalette.ColorRole.Text


class _Rows(QStyledItemDelegate):
    """Rows of the height the stylesheet gives them, which Qt's own delegate for drop-downs ignores."""


class OptionsBox(QComboBox):
    """A drop-down of (value, words, help) that leaves the wheel to the page.

    A first entry without a value stands for no choice: its words are shown muted, and Delete goes back to it.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._lines = 1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMaxVisibleItems(14)
        self.currentIndexChanged.connect(self._mute)

    def sizeHint(self) -> QSize:
        """As tall as the words take in the width there is."""
        usual = super().sizeHint()
        return QSize(usual.width(), usual.height() + self._taller())

    def minimumSizeHint(self) -> QSize:
        """Narrower than its longest entry: the words go on in another line, never beyond the column."""
        return QSize(_LEAST_WIDTH, super().minimumSizeHint().height() + self._taller())

    def is_cut(self) -> bool:
        """Whether some of the words have no room, such as one long word in a narrow column."""
        return self._shown() != self._words()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width breaks the words elsewhere."""
        super().resizeEvent(event)
        self._wrap()

    def showPopup(self) -> None:
        """Open the list; dressed at the first time, because most lists of a form are never opened."""
        if not isinstance(self.itemDelegate(), _Rows):
            self.setItemDelegate(_Rows(self))
            self.view().setAccessibleName(self.accessibleName())
        super().showPopup()

    def offer(self, choices: Sequence[Choice], *, none: str = "") -> None:
        """Offer other entries; nothing is announced, the entry chosen stays if it is still offered.

        Args:
            choices: The entries; a first one without a value stands for no choice.
            none: What is shown for no choice where no entry stands for it.
        """
        kept = self.chosen()
        with QSignalBlocker(self):
            self.clear()
            self.setPlaceholderText(choices[0][1] if choices and not choices[0][0] else none)
            for value, words, help_line in choices:
                self.addItem(words, value)
                if help_line:
                    self.setItemData(self.count() - 1, help_line, Qt.ItemDataRole.ToolTipRole)
            self.choose(kept)

    def choose(self, value: str) -> bool:
        """Show the entry of a value without announcing it; answers whether there is one."""
        at = self.findData(value)
        with QSignalBlocker(self):
            self.setCurrentIndex(at if value else -1 if self.placeholderText() else 0)
        self._wrap()
        return at >= 0

    def chosen(self) -> str:
        """The value of the entry shown."""
        return str(self.currentData() or "")

    def _mute(self, at: int) -> None:
        """The first entry chosen by hand looks like no choice too."""
        if at == 0 and not self.itemData(0):
            with QSignalBlocker(self):
                self.setCurrentIndex(-1)
        self._wrap()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The box; words that do not fit end in an ellipsis, and those of no choice are muted."""
        painter, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.setPen(self.palette().color(_MUTED if self.currentIndex() < 0 else _PLAIN))
        wrap = _WRAP if self._lines > 1 else Qt.TextFlag.TextSingleLine
        painter.drawText(self._room(), Qt.AlignmentFlag.AlignVCenter | wrap, self._shown())

    def _words(self) -> str:
        return self.placeholderText() if self.currentIndex() < 0 else self.currentText()

    def _room(self) -> QRect:
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        field = QStyle.SubControl.SC_ComboBoxEditField
        box = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, field, self)
        return box.adjusted(1, 0, -1, 0)

    def _shown(self) -> str:
        """The words; without those that have no room."""
        room, metrics, words = self._room(), self.fontMetrics(), self._words()
        if self._lines == 1:
            return metrics.elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        tall = QRect(0, 0, room.width(), 0)
        shown, most = words, self._lines * self._line()
        while shown and not _fits(metrics.boundingRect(tall, _WRAP, shown), room.width(), most):
            shown = f"{shown[:-2].rstrip()}…"
        return shown

    def _wrap(self) -> None:
        """As many lines as the words need, up to a few."""
        room, metrics = self._room().width(), self.fontMetrics()
        lines = 1
        if metrics.horizontalAdvance(self._words()) > room > 0:
            needed = metrics.boundingRect(QRect(0, 0, room, 0), _WRAP, self._words()).height()
            lines = min(-(-needed // self._line()), _MOST_LINES)
        if lines != self._lines:
            self._lines = lines
            self.updateGeometry()
        self.update()

    def _taller(self) -> int:
        return (self._lines - 1) * self._line()

    def _line(self) -> int:
        """The height of a line as text of several lines has it."""
        return math.ceil(QFontMetricsF(self.font()).lineSpacing())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls the page."""
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete and Backspace take the choice back; Down steps over the entry that stands for none."""
        if event.key() == Qt.Key.Key_Down and self.currentIndex() < 0 and not event.modifiers() and self.count():
            self.setCurrentIndex(min(1 if not self.itemData(0) else 0, self.count() - 1))
            return
        if event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace} and self.placeholderText():
            self.setCurrentIndex(-1)
            return
        super().keyPressEvent(event)


def _fits(taken: QRect, width: int, height: int) -> bool:
    return taken.width() <= width and taken.height() <= height
