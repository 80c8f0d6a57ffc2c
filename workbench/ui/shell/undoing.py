"""Undo and redo as actions over whichever stack is in use: the open draft's, or none."""

from __future__ import annotations

from collections.abc import Callable

import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtGui import QUndoStack

from workbench.base.language import N_
from workbench.ui.actions import Action, Actions


class Undoing(QObject):
    """Keeps `edit.undo` and `edit.redo` in step with a stack.

    Args:
        registry: Where the two actions are registered.
    """

    def __init__(self, registry: Actions) -> None:
        super().__init__(registry)
        self._registry = registry
        self._stack: QUndoStack | None = None
        registry.add(
            Action("edit.undo", N_("Undo"), self._undo, "Ctrl+Z", icon="undo-2", enabled=self._can_undo,
                   what=lambda: self._text(QUndoStack.undoText)),
            Action("edit.redo", N_("Redo"), self._redo, "Ctrl+Shift+Z", ("Ctrl+Y",), "redo-2", enabled=self._can_redo,
                   what=lambda: self._text(QUndoStack.redoText)),
        )  # fmt: skip

    def follow(self, stack: QUndoStack | None) -> None:
        """Act on a stack from now on; on none when no draft is open."""
        if (before := self._live()) is not None:
            before.indexChanged.disconnect(self._on_changed)
        self._stack = stack
        if stack is not None:
            stack.indexChanged.connect(self._on_changed)
        self._registry.refresh()

    def _live(self) -> QUndoStack | None:
        """The stack, unless it is being destroyed: it still tells of steps while it forgets them."""
        return self._stack if self._stack is not None and shiboken6.isValid(self._stack) else None

    def _can_undo(self) -> bool:
        stack = self._live()
        return stack is not None and stack.canUndo()

    def _can_redo(self) -> bool:
        stack = self._live()
        return stack is not None and stack.canRedo()

    def _text(self, step: Callable[[QUndoStack], str]) -> str:
        stack = self._live()
        return step(stack) if stack is not None else ""

    def _undo(self) -> None:
        if (stack := self._live()) is not None:
            stack.undo()

    def _redo(self) -> None:
        if (stack := self._live()) is not None:
            stack.redo()

    def _on_changed(self, _index: int) -> None:
        self._registry.refresh()
