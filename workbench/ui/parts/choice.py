"""A drop-down list that no passing mouse wheel and no turned page changes, and whose rows are as tall as ours."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QHelpEvent, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QStyledItemDelegate, QToolTip

from workbench.ui.theme.theme import theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyleOptionComboBox

LEAST_WIDTH, AROUND = 96, 46
"""Design pixels: of the narrowest box, and of what stands around its entry."""


class Choice(QComboBox):
    """A drop-down list.

    Args:
        choices: Key and words of each.
        current: Key shown at first.
        name: For screen readers.
        compact: As small as a table row.
    """

    def __init__(
        self, choices: Sequence[tuple[str, str]], current: str = "", *, name: str, compact: bool = True
    ) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.view().setAccessibleName(name)
        if sys.platform.startswith("linux"):  # there Qt calls a list by its value, and its name is lost
            self.setAccessibleDescription(name)
        if compact:
            self.setProperty("kind", "compact")
        self.setItemDelegate(QStyledItemDelegate(self))  # else the sheet's item heights are ignored
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        for key, words in choices:
            self.addItem(words, key)
        if current:
            self.show_choice(current)

    @property
    def current(self) -> str:
        """Key of the choice; empty when there is none."""
        return str(self.currentData() or "")

    def show_choice(self, key: str) -> None:
        """Show a choice without telling anybody; an unknown key shows none."""
        blocked = self.blockSignals(True)
        self.setCurrentIndex(self.findData(key))
        self.blockSignals(blocked)
        self.update()

    def minimumSizeHint(self) -> QSize:
        """It gives way: a long entry is cut in the box, and whole in the list and the tooltip."""
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), theme().look.px(LEAST_WIDTH)), hint.height())

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        """An entry that does not fit ends with an ellipsis, not in the middle of a letter."""
        super().initStyleOption(option)
        room = self.width() - theme().look.px(AROUND)
        option.currentText = self.fontMetrics().elidedText(option.currentText, Qt.TextElideMode.ElideRight, room)

    def event(self, event: QEvent) -> bool:
        """The tooltip of an entry that is cut has all of it."""
        if isinstance(event, QHelpEvent) and not self.toolTip() and self.width() < self.sizeHint().width():
            QToolTip.showText(event.globalPos(), self.currentText(), self)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page Up and Page Down turn the page."""
        if event.key() in {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls the page."""
        event.ignore()
