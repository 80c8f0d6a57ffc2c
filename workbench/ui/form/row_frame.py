"""One row of a list, whatever it looks like: its tools, its keys, what it is called. Must not know its fields."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget

from workbench.base.language import N_, Language
from workbench.fields.issue import Issue
from workbench.ui.form.binder import Place
from workbench.ui.parts.layout import Panel
from workbench.ui.parts.tool_button import ToolButton

_NONE, _ALT, _CONTROL, _SHIFT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


class RowActions(Protocol):
    """What can be done to a row of a list."""

    def move(self, key: str, by: int) -> None:
        """Move a row up (below 0) or down."""
        ...

    def duplicate(self, key: str) -> None:
        """Add a copy after a row."""
        ...

    def remove(self, key: str) -> None:
        """Take a row out; undo brings it back."""
        ...

    def add_after(self, key: str) -> None:
        """Add an empty row after a row."""
        ...


class RowFrame(Panel):
    """A row with its tools.

    Attributes:
        key: The row's key.
    """

    def __init__(self, key: str, actions: RowActions, language: Language, parent: QWidget, *, card: str = "") -> None:
        """Make the tools; the subclass lays them out with `setLayout`.

        Args:
            key: The row's key.
            actions: What the tools do.
            language: Of their words.
            parent: The list; known before the row is filled, because moving a filled one costs as much as filling it.
            card: The frame's look.
        """
        super().__init__(card=card)
        self.setParent(parent)
        self.key = key
        self._actions, self._language = actions, language
        self.more = ToolButton("ellipsis", language.text(N_("More")), on_click=self._show_menu)
        self.bin = ToolButton("trash-2", language.text(N_("Remove")), on_click=lambda: actions.remove(key))

    def show_row(self, number: int, name: str) -> None:
        """Show the row's place in the list and what it is called."""
        del number
        text = self._language.text
        self.more.setAccessibleName(text(N_("More for {row}")).format(row=name))
        self.bin.setAccessibleName(text(N_("Remove {row}")).format(row=name))

    def show_issues(self, issues: tuple[Issue, ...]) -> None:
        """Show what the rules say about the row and what is inside it."""

    def reveal(self, path: str) -> Place | None:
        """Make a place inside the row visible and answer it; nothing when it is not there."""
        raise NotImplementedError

    def first(self) -> QWidget:
        """What takes the focus when a person comes to this row."""
        raise NotImplementedError

    def open(self) -> None:
        """Show the row's fields, where they can be closed."""

    def key_action(self, event: QKeyEvent) -> Callable[[], None] | None:
        """What a key does to this row."""
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        key, actions = self.key, self._actions
        match (modifiers, event.key()):
            case (m, Qt.Key.Key_Up) if m == _ALT:
                return lambda: actions.move(key, -1)
            case (m, Qt.Key.Key_Down) if m == _ALT:
                return lambda: actions.move(key, 1)
            case (m, Qt.Key.Key_D) if m == _CONTROL:
                return lambda: actions.duplicate(key)
            case (m, Qt.Key.Key_Return | Qt.Key.Key_Enter) if m == _CONTROL:
                return lambda: actions.add_after(key)
            case (m, Qt.Key.Key_Delete | Qt.Key.Key_Backspace) if m == _CONTROL | _SHIFT:
                return lambda: actions.remove(key)
            case _:
                return None

    def menu(self) -> QMenu:
        """Everything that can be done to this row, with its keys."""
        made = QMenu(self)
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        text, key, actions = self._language.text, self.key, self._actions
        made.addAction(text(N_("Move up")) + "\tAlt+↑").triggered.connect(lambda: actions.move(key, -1))
        made.addAction(text(N_("Move down")) + "\tAlt+↓").triggered.connect(lambda: actions.move(key, 1))
        made.addAction(text(N_("Duplicate")) + "\tCtrl+D").triggered.connect(lambda: actions.duplicate(key))
        made.addAction(text(N_("Add one below")) + "\tCtrl+Enter").triggered.connect(lambda: actions.add_after(key))
        made.addSeparator()
        made.addAction(text(N_("Remove")) + "\tCtrl+Shift+Del").triggered.connect(lambda: actions.remove(key))
        return made

    def _show_menu(self) -> None:
        self.menu().popup(self.more.mapToGlobal(QPoint(0, self.more.height())))
