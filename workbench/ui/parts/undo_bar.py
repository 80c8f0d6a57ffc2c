"""What was just done, and one button to take it back: destructive acts are undone instead of being asked about.

It sits in the status bar, on the console only: nothing of it is ever on the audience view. Whoever needs longer than
the bar stays has the undo action.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer

from workbench.ui.parts.button import Button
from workbench.ui.parts.eliding import ElidingLabel
from workbench.ui.parts.layout import Panel, row
from workbench.ui.parts.sizing import sized
from workbench.ui.theme.theme import theme

STAYS_MS = 10_000


class UndoBar(Panel):
    """A line with an undo button; hidden while there is nothing to take back.

    Args:
        undo_word: The button's verb, in the language.
    """

    def __init__(self, undo_word: str) -> None:
        self._words = ElidingLabel("", "tiny", tone="on_tip")
        self._button = Button(undo_word, "on_tip")
        super().__init__(row((self._words, 1), self._button, margins=(12, 0, 3, 0), gap=8), role="toast")
        sized(self, height=24)
        self._undo: Callable[[], object] | None = None
        self._button.clicked.connect(self.take_back)
        self._timer = QTimer(self, singleShot=True, interval=STAYS_MS)
        self._timer.timeout.connect(self.dismiss)
        self.hide()

    def offer(self, words: str, undo: Callable[[], object] | None) -> None:
        """Say what was done, and what takes it back; without `undo` it is only said. Replaces what was offered."""
        self._undo = undo
        self._words.setText(words)
        self._words.setAccessibleName("")
        self.setAccessibleName(words)
        self._button.setVisible(undo is not None)
        self._words.setContentsMargins(0, 0, 0 if undo is not None else theme().look.px(9), 0)  # as before the words
        self.show()
        self._timer.start()

    def take_back(self) -> None:
        """Undo what was offered, once."""
        undo, self._undo = self._undo, None
        self.dismiss()
        if undo is not None:
            undo()

    def dismiss(self) -> None:
        """Stop offering."""
        self._undo = None
        self._timer.stop()
        self.hide()
