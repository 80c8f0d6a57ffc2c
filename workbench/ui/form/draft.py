"""The one holder of what is being written: a frozen tree, its undo steps and its issues.

Widgets ask it and tell it; it keeps no reference to any of them, and must not know storage, pages or what the tree
means. The way back to a widget is the notice `changed`, and nothing else.
"""

from __future__ import annotations

import dataclasses
import time
from collections.abc import Callable, Iterator
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QUndoStack

from workbench.base.errors import NotFoundError
from workbench.base.language import N_
from workbench.fields.issue import Issue
from workbench.fields.links import RowsKind
from workbench.fields.path import declared, get, insert_row, move_row, put, remove_row, row_path
from workbench.fields.value import Row, Shown, new_key
from workbench.ui.form.edit import Edit
from workbench.ui.form.names import field_words, label_of, row_words, rows_at

MOST_STEPS = 500
"""Undo steps that are kept."""

Rules = Callable[[Any], tuple[Issue, ...]]
Search = Callable[[Any], Iterator[tuple[Issue, ...] | None]]
"""Finds issues a piece at a time: nothing until the last answer."""


def no_rules(root: Any) -> tuple[Issue, ...]:
    """The rules of a tree that nothing is demanded of."""
    del root
    return ()


class Draft(QObject):
    """A tree of declared fields being edited.

    Every change is one call, one undo step and one notice. Issues are found again one turn of the event loop after a
    change, so that a burst of changes costs one search.

    Attributes:
        stack: The undo steps; its `undo` and `redo` may be called directly or by its actions.
        unread: Typed text that is not a value of its field, by path; kept so that leaving a page loses nothing.
    """

    changed = Signal(str)
    """A place holds another value: its written path, empty when the whole tree was exchanged."""

    issues_changed = Signal()
    """The rules found something else than before."""

    searched = Signal()
    """The rules are through with the tree as it is now, whatever they found."""

    show = Signal(str)
    """Undo or redo changed a place that should be brought into view: its written path."""

    def __init__(
        self,
        root: Any,
        *,
        rules: Rules = no_rules,
        search: Search | None = None,
        shown: Callable[[Any], Shown] | None = None,
        ticks: Callable[[], float] = time.monotonic,
        beside: Draft | None = None,
        parent: QObject | None = None,
    ) -> None:
        """Open a tree for editing.

        Args:
            root: The tree as it was stored.
            rules: Finds issues in a tree; called on the window's thread.
            search: The same a piece at a time, so that nothing else waits for the whole; `rules` at once without it.
            shown: How values of a tree are shown; names of rows are looked up in the tree without it.
            ticks: Seconds on a steady clock, for merging keystrokes.
            beside: A draft whose undo steps are shared, so that there is one order of what was done, and whose lists
                may be referred to.
            parent: Qt's owner.
        """
        super().__init__(parent)
        self._root = root
        self._rules, self._piecewise, self._ticks = rules, search, ticks
        self._under_way: Iterator[tuple[Issue, ...] | None] | None = None
        self._shown_of = shown or (lambda _root: Shown())
        self._shown_root: Any = None
        self._shown = Shown()
        self._burst = 0
        self.unread: dict[str, str] = {}
        self._beside = beside
        self.stack: QUndoStack = beside.stack if beside is not None else QUndoStack(self)
        if beside is None:
            self.stack.setUndoLimit(MOST_STEPS)
        self._search = QTimer(self, singleShot=True, interval=0)
        self._search.timeout.connect(self._find_issues)
        self._keep_issues(rules(root))

    @property
    def root(self) -> Any:
        """The tree as it is now."""
        return self._root

    @property
    def shown(self) -> Shown:
        """How values are shown: language, currency, names of rows of the tree as it is now."""
        if self._shown_root is not self._root:
            shown = self._shown_of(self._root)
            self._shown = dataclasses.replace(shown, label_of=self._label_of)
            self._shown_root = self._root
        return self._shown

    def _label_of(self, list_path: str, key: str) -> str:
        if self._beside is not None and not rows_at(self._root, list_path, self.shown):
            return self._beside.shown.label_of(list_path, key)
        return label_of(self._root, list_path, key, self.shown)

    def rows_at(self, list_path: str) -> tuple[tuple[str, str], ...]:
        """Key and name of each row of the list at a path, in order; none where there is no such list."""
        found = rows_at(self._root, list_path, self.shown)
        return self._beside.rows_at(list_path) if not found and self._beside is not None else found

    def value(self, path: str) -> Any:
        """The value at a written path.

        Raises:
            NotFoundError: Nothing is there.
        """
        return get(self._root, path)

    def set(self, path: str, value: Any) -> None:
        """Put a value at a path; an equal value changes nothing.

        Raises:
            NotFoundError: Nothing is there.
        """
        before = get(self._root, path)
        if type(before) is type(value) and before == value:
            return
        words = self._say(N_("change of {field}"), field=field_words(self._root, path, self.shown))
        self._push(put(self._root, path, value), path, words, self._burst)

    def insert_row(self, list_path: str, row: Row | None = None, index: int | None = None) -> str:
        """Add a row to a list and answer its key.

        Args:
            list_path: Written path of the list.
            row: The row; an empty one without it. It gets a fresh key unless it has one of its own.
            index: Where; at the end without it.

        Raises:
            NotFoundError: There is no such list.
        """
        kind = declared(self._root, list_path)[2].kind
        assert isinstance(kind, RowsKind)  # only lists of rows have rows
        made = row or kind.row()
        made = made if made.key else dataclasses.replace(made, key=new_key())
        words = self._say(N_("new {row}"), row=self.shown.language.text(kind.one))
        self._push(insert_row(self._root, list_path, made, index), row_path(list_path, made.key), words)
        return made.key

    def remove_row(self, list_path: str, key: str) -> None:
        """Take a row out of a list.

        Raises:
            NotFoundError: There is no such row.
        """
        words = self._say(N_("removal of {row}"), row=row_words(self._root, list_path, key, self.shown))
        self._push(remove_row(self._root, list_path, key), list_path, words)

    def move_row(self, list_path: str, key: str, index: int) -> None:
        """Move a row to an index of its list; nothing changes when it is there.

        Raises:
            NotFoundError: There is no such row.
        """
        moved = move_row(self._root, list_path, key, index)
        if [row.key for row in get(moved, list_path)] != [row.key for row in get(self._root, list_path)]:
            words = self._say(N_("move of {row}"), row=row_words(self._root, list_path, key, self.shown))
            self._push(moved, list_path, words)

    def replace(self, root: Any, words: str, path: str = "", *, typed: bool = False) -> None:
        """Exchange the whole tree as one undo step (a restored version, a merge, an import).

        Args:
            root: The other tree.
            words: What happened, in words that follow “Undo”.
            path: The only place that differs, where there is only one.
            typed: A keystroke, which may join the one before at the same place.
        """
        if root != self._root:
            self._push(root, path, words, self._burst if typed else -1)

    def open(self, root: Any) -> None:
        """Hold another tree from now on, without a way back."""
        self.stack.clear()
        self.unread.clear()
        self._become(root, "", False)

    def seal(self) -> None:
        """End a burst of typing: the next change is an undo step of its own."""
        self._burst += 1

    @property
    def issues(self) -> tuple[Issue, ...]:
        """What the rules found last."""
        return self._issues

    def issues_at(self, path: str) -> tuple[Issue, ...]:
        """Issues of exactly this place."""
        return self._issues_by_path.get(path, ())

    def issues_inside(self, path: str) -> tuple[Issue, ...]:
        """Issues of places inside this one, itself not counted."""
        return tuple(issue for issue in self._issues if issue.path != path and within(issue.path, path))

    def _say(self, template: str, **words: str) -> str:
        return self.shown.language.text(template).format(**words)

    def _push(self, after: Any, path: str, words: str, burst: int = -1) -> None:
        self.stack.push(Edit(self._become, self._root, after, path, words, burst, self._ticks()))

    def keep_unread(self, path: str, text: str) -> None:
        """Keep typed text that is no value; it is told like an issue, because it is one to the person."""
        if self.unread.get(path) != text:
            self.unread[path] = text
            self.issues_changed.emit()

    def drop_unread(self, path: str) -> None:
        """The text at a path was read after all, or given up."""
        if self.unread.pop(path, None) is not None:
            self.issues_changed.emit()

    def _become(self, root: Any, path: str, again: bool) -> None:
        before, self._root = self._root, root
        if again:
            self.seal()
        for at in [at for at in self.unread if at == path or _differs(before, root, at)]:
            self.drop_unread(at)
        self.changed.emit(path)
        self._under_way = None
        self._search.start()
        if again:
            self.show.emit(path)

    def _find_issues(self) -> None:
        if self._piecewise is not None and self._under_way is None:
            self._under_way = self._piecewise(self._root)
        found = next(self._under_way) if self._under_way is not None else self._rules(self._root)
        if found is None:
            self._search.start()  # the next piece in the next turn
            return
        self._under_way = None
        if found != self._issues:
            self._keep_issues(found)
            self.issues_changed.emit()
        self.searched.emit()

    def _keep_issues(self, found: tuple[Issue, ...]) -> None:
        self._issues = found
        self._issues_by_path: dict[str, tuple[Issue, ...]] = {}
        for issue in found:
            self._issues_by_path[issue.path] = (*self._issues_by_path.get(issue.path, ()), issue)


def within(path: str, place: str) -> bool:
    """Whether a path is a place or lies inside it; everything lies inside the empty path."""
    return not place or path == place or (path.startswith(place) and path[len(place)] in ".[")


def _differs(before: Any, after: Any, path: str) -> bool:
    """Whether two trees hold other values at a path, or one of them none."""
    try:
        return bool(get(before, path) != get(after, path))
    except NotFoundError:
        return True
