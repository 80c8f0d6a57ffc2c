"""A drop-down that the mouse wheel cannot change by accident. Must not know fields."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

Choice = tuple[str, str, str]
"""What is kept, what is shown, and a line of help."""


class OptionsBox(QComboBox):
    """A drop-down of (value, words, help) that leaves the wheel to the page; Delete chooses the first entry."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(5)
        self.setMaxVisibleItems(14)

    def offer(self, choices: Sequence[Choice]) -> None:
        """Offer other entries; nothing is announced, the entry chosen stays if it is still offered."""
        kept = self.chosen()
        with QSignalBlocker(self):
            self.clear()
            for value, words, help_line in choices:
                self.addItem(words, value)
                if help_line:
                    self.setItemData(self.count() - 1, help_line, Qt.ItemDataRole.ToolTipRole)
            self.choose(kept)

    def choose(self, value: str) -> bool:
        """Show the entry of a value without announcing it; answers whether there is one."""
        at = self.findData(value)
        with QSignalBlocker(self):
            self.setCurrentIndex(max(at, 0))
        return at >= 0

    def chosen(self) -> str:
        """The value of the entry shown."""
        return str(self.currentData() or "")

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls the page."""
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete and Backspace go back to the first entry."""
        if event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace} and self.count():
            self.setCurrentIndex(0)
            return
        super().keyPressEvent(event)
