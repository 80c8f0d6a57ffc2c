"""A drop-down list that does not change under a passing mouse wheel and whose rows are as tall as ours."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QStyledItemDelegate


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

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls the page."""
        event.ignore()
