"""What tables, trees and lists share: bare ground, smooth scrolling, no tab trap, a name. Must not know data."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame

from workbench.ui.tables.delegate import CellDelegate

EDGE = 24
"""Design pixels from a table's edge to its first words: the page's title stands on the same line."""


def dress(view: QAbstractItemView, name: str) -> None:
    """Set up a view the way all of ours are, with cells that draw themselves."""
    dress_list(view, name)
    view.setItemDelegate(CellDelegate(view))


def dress_list(view: QAbstractItemView, name: str) -> None:
    """Set up a view the way all of ours are; its delegate is its own."""
    view.setProperty("kind", "bare")
    view.setAccessibleName(name)
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.setMouseTracking(True)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setTabKeyNavigation(False)


class RowHover(QObject):
    """Knows the row under the mouse, so that a whole row answers to it, not one cell."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view
        self.row = -1
        view.viewport().installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Follow the mouse."""
        if event.type() == QEvent.Type.MouseMove and isinstance(event, QMouseEvent):
            self._set(self._view.indexAt(event.position().toPoint()).row())
        elif event.type() == QEvent.Type.Leave:
            self._set(-1)
        return False

    def _set(self, row: int) -> None:
        if row != self.row:
            self.row = row
            self._view.viewport().update()
