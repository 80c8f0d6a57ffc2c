"""A list with hairlines whose rows may differ in height. Arrows move, Enter opens, Tab leaves."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QListView

from workbench.ui.tables.dress import EDGE, dress
from workbench.ui.tables.rows import RowsModel
from workbench.ui.theme.look import Look
from workbench.ui.theme.theme import theme


class RowList(QListView):
    """A hairline list over the first column of a model.

    Attributes:
        chosen: Emitted with the row's number when another row becomes the current one; -1 for none.
        opened: Emitted with the row's number on Enter or a double click.

    Args:
        model: Its rows; the list becomes its owner.
        name: For screen readers.
        row_height: Design pixels, for cells that do not know their own height.
        hairlines: Lines between the rows.
    """

    chosen = Signal(int)
    opened = Signal(int)

    def __init__(self, model: RowsModel[Any], *, name: str, row_height: float = 50, hairlines: bool = True) -> None:
        super().__init__()
        self.row_height, self.hairlines, self.by_cell, self.edge = row_height, hairlines, False, float(EDGE)
        self.closed_foot = self.opens = False
        self._rows = model
        model.setParent(self)
        dress(self, name)
        self.setModel(model)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(False)
        self.selectionModel().currentRowChanged.connect(self._on_row)
        self.doubleClicked.connect(lambda index: self.opened.emit(index.row()))
        theme().follow(self)

    @property
    def current_row(self) -> int:
        """Number of the current row; -1 for none."""
        return self.currentIndex().row()

    def show_row(self, number: int) -> None:
        """Make a row the current one and bring it into view."""
        self.setCurrentIndex(self._rows.index(number, 0))

    def restyle(self, _look: Look) -> None:
        """Measure the rows again."""
        self.scheduleDelayedItemsLayout()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width breaks text elsewhere, so rows have other heights."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Some row is the current one, else the focus could not be seen."""
        super().focusInEvent(event)
        if self._rows.rowCount() and not self.selectionModel().hasSelection():
            self.show_row(max(self.current_row, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens."""
        if self.currentIndex().isValid() and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.opened.emit(self.current_row)
            return
        super().keyPressEvent(event)

    def _on_row(self, current: QModelIndex, _before: QModelIndex) -> None:
        self.chosen.emit(current.row())
