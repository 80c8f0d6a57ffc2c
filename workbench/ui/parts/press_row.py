"""A row of things that is pressed as a whole: an issue to go to, a section to open. Must not know what is on it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from workbench.ui.parts.enter_key import presses
from workbench.ui.parts.layout import Box, Margins, column


class PressRow(QPushButton):
    """A button as wide as there is room, with a layout of its own on it.

    Args:
        layout: What is on it.
        says: The whole row in words, for screen readers.
        on_press: Called without arguments.
        padding: Design pixels around.
    """

    def __init__(
        self, layout: Box, *, says: str, on_press: Callable[[], object], padding: Margins = (8, 6, 8, 6)
    ) -> None:
        super().__init__()
        self.setProperty("kind", "row")
        self.setAccessibleName(says)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._layout = column(layout, margins=padding, gap=0)
        self.setLayout(self._layout)
        self.clicked.connect(lambda: on_press())  # noqa: PLW0108  (`clicked` carries a bool)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it."""
        if not presses(self, event):
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """What is on it asks for."""
        return self._layout.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """What is on it needs."""
        return self._layout.minimumSize()

    def hasHeightForWidth(self) -> bool:
        """Words on it may wrap."""
        return self._layout.hasHeightForWidth()

    def heightForWidth(self, width: int) -> int:
        """The height the words need."""
        return self._layout.heightForWidth(width)
