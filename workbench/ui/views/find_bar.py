"""The line in which a text is looked for in a PDF: the words, which place of how many, on and back.

Must not know pages or how a text is found.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from workbench.base.language import N_, Language
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import Panel, row, stretch
from workbench.ui.parts.search import SearchField
from workbench.ui.parts.tool_button import ToolButton
from workbench.ui.theme.theme import theme

FIELD = 280


class FindBar(Panel):
    """The line.

    Attributes:
        searched: Emitted with what is looked for; empty for nothing any more.
        stepped: Emitted with 1 for the next place, -1 for the one before.

    Args:
        language: For the words.
    """

    searched = Signal(str)
    stepped = Signal(int)

    def __init__(self, language: Language) -> None:
        text = self._text = language.text
        self._words = ""
        self.field = SearchField(text(N_("Find in the pages")))
        self.field.setMinimumWidth(theme().look.px(FIELD))
        self._where = Label("", "tiny", figures=True)
        self._up = ToolButton("arrow-up", text(N_("The place before")), on_click=lambda: self.stepped.emit(-1))
        self._down = ToolButton("arrow-down", text(N_("The next place")), on_click=lambda: self.stepped.emit(1))
        close = ToolButton("x", text(N_("Stop looking")), on_click=self.leave)
        super().__init__(
            row(stretch(), self._where, self.field, self._up, self._down, close, margins=(16, 6, 12, 6), gap=6),
            role="bar",
        )
        self.field.searched.connect(self._on_searched)
        self.hide()

    def ask(self) -> None:
        """Show the line with the cursor in it."""
        self.show()
        self.field.setFocus()
        self.field.selectAll()

    def leave(self) -> None:
        """Away with it and with the marks."""
        self.field.clear()
        self.hide()
        self._words = ""
        self.show_where(-1, 0)
        self.searched.emit("")

    def show_where(self, number: int, count: int) -> None:
        """Say which place is looked at, counted from 0, of how many."""
        words = self._text(N_("{n} of {all}")).format(n=number + 1, all=count) if count else ""
        if self._words and not count:
            words = self._text(N_("Not found"))
        self._where.setText(words)
        self._up.setEnabled(count > 0)
        self._down.setEnabled(count > 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves, Shift+Enter goes back; the field itself tells of Enter."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
            return
        super().keyPressEvent(event)

    def _on_searched(self, words: str) -> None:
        if words and words == self._words:  # Enter again
            self.stepped.emit(1)
            return
        self._words = words
        self.searched.emit(words)
