"""A field to search with: an icon, a clear button, and a pause before it tells what was typed."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit

from workbench.ui.theme.ink import Ink
from workbench.ui.theme.look import Look
from workbench.ui.theme.theme import theme

PAUSE_MS = 150
EDGE, GLASS, GAP = 10, 16, 8
"""Design pixels from the edge to the glass, of the glass, and from there to the text."""


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
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._tell)
        self.textChanged.connect(self._pause.start)
        self.textChanged.connect(lambda text: self.setClearButtonEnabled(bool(text)))
        self.returnPressed.connect(self._tell)
        theme().follow(self)

    def restyle(self, look: Look) -> None:
        """Make room for the glass."""
        self.setTextMargins(look.px(GLASS + GAP), 0, 0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the glass: an icon of Qt's would keep its size at every scale."""
        super().paintEvent(event)
        ink = Ink(QPainter(self), theme().look)
        ink.icon("search", ink.px(EDGE), (self.height() - ink.px(GLASS)) / 2, GLASS, "muted")

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
