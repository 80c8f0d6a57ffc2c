"""A field to search with: an icon, a clear button, and a pause before it tells what was typed."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from workbench.ui.theme.icons import icon as make_icon
from workbench.ui.theme.look import Look
from workbench.ui.theme.theme import theme

PAUSE_MS = 150


class SearchField(QLineEdit):
    """A search field. Escape empties it.

    Attributes:
        searched: Emitted with the text when the typing has paused for 150 ms, and at once on Enter or Escape.

    Args:
        placeholder: What can be searched, in words.
        name: For screen readers; the placeholder where empty.
    """

    searched = Signal(str)

    def __init__(self, placeholder: str, *, name: str = "") -> None:
        super().__init__()
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(name or placeholder)
        self.setProperty("kind", "compact")
        # Made here: an action that Qt made is declared gone by the binding when somebody walks along the focus (F6).
        self._glass = QAction(make_icon(theme().look, "search", "muted"), "", self)
        self.addAction(self._glass, self.ActionPosition.LeadingPosition)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._tell)
        self.textChanged.connect(self._pause.start)
        self.textChanged.connect(lambda text: self.setClearButtonEnabled(bool(text)))
        self.returnPressed.connect(self._tell)
        theme().follow(self)

    def restyle(self, look: Look) -> None:
        """Tint the glass."""
        self._glass.setIcon(make_icon(look, "search", "muted"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape empties the field; with nothing in it, it is left to the page."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            self._tell()
            return
        super().keyPressEvent(event)

    def _tell(self) -> None:
        self._pause.stop()
        self.searched.emit(self.text())
