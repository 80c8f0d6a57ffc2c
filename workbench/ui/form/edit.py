"""One undoable change of a draft: the tree before and the tree after. Must not know widgets or what fields mean."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtGui import QUndoCommand

MERGE_SECONDS = 1.0
"""Keystrokes on one path closer together than this become one step of undo."""

Become = Callable[[Any, str, bool], None]
"""Makes the draft hold a tree: the tree, the path that differs, whether it came by undo or redo."""


class Edit(QUndoCommand):
    """A change of one place, kept as two trees that share everything else.

    Args:
        become: Makes the draft hold one of the trees.
        before: The tree before.
        after: The tree after.
        path: The place that differs; empty for the whole tree.
        words: What changed, in words that follow “Undo”.
        burst: Typing that may merge shares a burst; below 0 the change stands alone.
        at: Seconds on a steady clock.
    """

    def __init__(self, become: Become, before: Any, after: Any, path: str, words: str, burst: int, at: float) -> None:
        super().__init__(words)
        self._become = become
        self.before, self.after = before, after
        self.path, self.burst, self.at = path, burst, at
        self._done = False

    def redo(self) -> None:
        """Hold the tree after; the first time is the change itself."""
        self._become(self.after, self.path, self._done)
        self._done = True

    def undo(self) -> None:
        """Hold the tree before."""
        self._become(self.before, self.path, True)

    def id(self) -> int:
        """Equal for changes that may merge; -1 keeps a change apart."""
        return -1 if self.burst < 0 else 1

    @property
    def place(self) -> tuple[object, str, int]:
        """Changes of one place of one tree, in one burst, may merge."""
        return self._become, self.path, self.burst

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Take in the next keystroke on the same path; a change back to the start removes the step."""
        if not isinstance(other, Edit) or self.place != other.place:
            return False
        if other.at - self.at > MERGE_SECONDS:
            return False
        self.after, self.at = other.after, other.at
        self.setObsolete(self.after == self.before)
        return True
