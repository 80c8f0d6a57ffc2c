"""What a delegate draws of a row's state: under the mouse, chosen, current with the focus. Must not know how.

The view itself is asked. Qt hands a delegate the same as `QStyle.StateFlag`, but with that come all constants of all
styles, and that is felt at the start.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

Index = QModelIndex | QPersistentModelIndex


def own_viewport(view: QAbstractItemView) -> None:
    """Give a view a viewport of ours: asked for its own, Qt looks through every kind of widget it has to name it."""
    view.setViewport(QWidget())


class RowState(QObject):
    """The state of a view's rows.

    Args:
        view: The view, with a viewport of its own and with mouse tracking.
    """

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view
        self._over = QModelIndex()
        view.viewport().installEventFilter(self)

    def is_over(self, index: Index) -> bool:
        """Is the mouse over this row, in whatever column?"""
        over = self._over
        return over.isValid() and over.row() == index.row() and over.parent() == index.parent()

    def is_chosen(self, index: Index) -> bool:
        """Is this cell, or its row, chosen?"""
        return self._view.selectionModel().isSelected(index)

    def has_focus(self, index: Index) -> bool:
        """Is this the current cell of a view that has the focus?"""
        return self._view.hasFocus() and self._view.currentIndex() == index

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Follow the mouse."""
        if event.type() == QEvent.Type.MouseMove and isinstance(event, QMouseEvent):
            self._set(self._view.indexAt(event.position().toPoint()))
        elif event.type() == QEvent.Type.Leave:
            self._set(QModelIndex())
        return False

    def _set(self, over: QModelIndex) -> None:
        if over.row() != self._over.row() or over.parent() != self._over.parent():
            self._over = over
            self._view.viewport().update()
