"""Keys that a field must not keep to itself: undo and redo, Escape over unread text, the keys of rows.

One filter sits on the one widget that has the focus, so that five hundred fields cost no more than one. Must not know
drafts or editors.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid


@runtime_checkable
class TakesKeys(Protocol):
    """A widget that acts on keys pressed anywhere inside it."""

    def key_action(self, event: QKeyEvent) -> Callable[[], None] | None:
        """What a key does here; nothing when it means nothing."""
        ...


class FieldKeys(QObject):
    """Filters the keys of the widget that has the focus.

    Args:
        undo: Called for the undo key; answers nothing.
        redo: Called for the redo key.
        restore: Takes back typed text that is no value; answers whether there was any.
        unread: Whether the field with the focus holds such text.
    """

    def __init__(
        self,
        undo: Callable[[], None],
        redo: Callable[[], None],
        restore: Callable[[], bool],
        unread: Callable[[], bool],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._undo, self._redo, self._restore, self._unread = undo, redo, restore, unread
        self._watched: QWidget | None = None

    def watch(self, widget: QWidget | None) -> None:
        """Filter another widget's keys, or none."""
        if self._watched is not None and isValid(self._watched):
            self._watched.removeEventFilter(self)
        self._watched = widget
        if widget is not None:
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Act on the keys that are not the field's own."""
        if not isinstance(event, QKeyEvent):
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            return self._claim(watched, event)
        if event.type() == QEvent.Type.KeyPress:
            return self._press(watched, event)
        return False

    def _claim(self, watched: QObject, event: QKeyEvent) -> bool:
        """Before shortcuts are looked up: leave undo to the application unless unread text must go first."""
        if _is_undo(event) or _is_redo(event):
            event.setAccepted(_is_undo(event) and self._unread())
            return True
        if self._row_action(watched, event) or (event.key() == Qt.Key.Key_Escape and self._unread()):
            event.accept()
            return True
        return False

    def _press(self, watched: QObject, event: QKeyEvent) -> bool:
        if _is_undo(event):
            if not self._restore():
                self._undo()
            return True
        if _is_redo(event):
            self._redo()
            return True
        action = self._row_action(watched, event)
        if action is not None:
            action()
            return True
        return event.key() == Qt.Key.Key_Escape and self._restore()

    def _row_action(self, watched: QObject, event: QKeyEvent) -> Callable[[], None] | None:
        widget = watched if isinstance(watched, QWidget) else None
        while widget is not None:
            if isinstance(widget, TakesKeys):
                action = widget.key_action(event)
                if action is not None:
                    return action
            widget = None if widget.isWindow() else widget.parentWidget()
        return None


def _is_undo(event: QKeyEvent) -> bool:
    return event.matches(QKeySequence.StandardKey.Undo)


def _is_redo(event: QKeyEvent) -> bool:
    return event.matches(QKeySequence.StandardKey.Redo)
