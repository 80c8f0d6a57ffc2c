"""Groups of rows with hairlines, always open. Arrows move by cell, Enter opens, Tab leaves."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeView

from workbench.ui.tables.dress import EDGE, dress
from workbench.ui.tables.groups import GroupsModel
from workbench.ui.tables.header import Header
from workbench.ui.theme.look import Look
from workbench.ui.theme.theme import theme

_Action = QAbstractItemView.CursorAction
_UPWARDS = frozenset({_Action.MoveUp, _Action.MovePageUp, _Action.MoveEnd, _Action.MovePrevious})


class GroupTree(QTreeView):
    """A hairline tree of two levels.

    Attributes:
        chosen: Emitted with the index of the cell that became the current one.
        opened: Emitted with the index on Enter or a double click.

    Args:
        model: Its groups; the tree becomes its owner.
        name: For screen readers.
        row_height: Design pixels.
        head_height: Design pixels.
    """

    chosen = Signal(QModelIndex)
    opened = Signal(QModelIndex)

    def __init__(self, model: GroupsModel[Any], *, name: str, row_height: float = 44, head_height: float = 46) -> None:
        super().__init__()
        self.row_height, self.hairlines, self.by_cell, self.edge = row_height, True, True, float(EDGE)
        self.closed_foot = self.opens = False
        self._groups = model
        model.setParent(self)
        dress(self, name)
        self.setModel(model)
        self._header = Header(head_height, self)
        self.setHeader(self._header)
        self._header.setStretchLastSection(False)
        self.setIndentation(0)
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setUniformRowHeights(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setAllColumnsShowFocus(False)
        self.selectionModel().currentChanged.connect(self._on_current)
        self.doubleClicked.connect(self.opened.emit)
        model.modelReset.connect(self._open_groups)
        self._open_groups()
        theme().follow(self)

    def restyle(self, look: Look) -> None:
        """Scale rows and columns."""
        for number, column in enumerate(self._groups.columns):
            mode = QHeaderView.ResizeMode.Fixed if column.width else QHeaderView.ResizeMode.Stretch
            self._header.setSectionResizeMode(number, mode)
            if column.width:
                self.setColumnWidth(number, look.px(column.width))
        self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens; left and right move by cell, as nothing can be folded."""
        index = self.currentIndex()
        if index.isValid() and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.opened.emit(index)
            return
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if index.isValid() and step is not None:
            beside = index.siblingAtColumn(index.column() + step)
            if beside.isValid():
                self.setCurrentIndex(beside)
            return
        super().keyPressEvent(event)

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Headings are passed over; the column stays."""
        up = action in _UPWARDS
        found = super().moveCursor(action, modifiers)
        while found.isValid() and self._groups.row_at(found) is None:
            found = self.indexAbove(found) if up else self.indexBelow(found)
        if not found.isValid():
            return self.currentIndex()
        return found.siblingAtColumn(max(0, self.currentIndex().column()))

    def _open_groups(self) -> None:
        self.expandAll()
        for number in range(self._groups.rowCount()):
            self.setFirstColumnSpanned(number, QModelIndex(), True)

    def _on_current(self, current: QModelIndex, _before: QModelIndex) -> None:
        self.chosen.emit(current)
