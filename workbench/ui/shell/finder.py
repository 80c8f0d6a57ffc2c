"""The field in the top bar that is really a button: it opens the command palette."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from workbench.ui.parts.chip import KeyCap
from workbench.ui.parts.eliding import ElidingLabel
from workbench.ui.parts.enter_key import presses
from workbench.ui.parts.icon_label import IconLabel
from workbench.ui.parts.layout import row
from workbench.ui.theme.look import Look
from workbench.ui.theme.theme import theme

WIDTH, FOLDED_WIDTH, HEIGHT = 210, 38, 34


class Finder(QPushButton):
    """Opens the palette.

    Args:
        words: What it says.
        keys: Its shortcut as printed on the keys.
        on_click: Called without arguments.
    """

    def __init__(self, words: str, keys: str, on_click: Callable[[], object]) -> None:
        super().__init__()
        self._is_folded = False
        self._words, self._cap = ElidingLabel(words, "muted"), KeyCap(keys)
        self.setProperty("kind", "finder")
        self.setAccessibleName(f"{words}, {keys}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setLayout(row(IconLabel("search", "muted", 16), (self._words, 1), self._cap, margins=(10, 0, 8, 0)))
        self.clicked.connect(lambda: on_click())  # noqa: PLW0108  (`clicked` carries a bool)
        theme().follow(self)

    def set_folded(self, folded: bool) -> None:
        """Only the glass, or the words too."""
        self._is_folded = folded
        self._words.setVisible(not folded)
        self._cap.setVisible(not folded)
        self.setToolTip(self.accessibleName() if folded else "")
        self.restyle(theme().look)

    def restyle(self, look: Look) -> None:
        """Scale."""
        self.setFixedSize(self.sizeHint())
        self.updateGeometry()
        self._words.setMinimumWidth(0 if self._is_folded else look.px(40))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it."""
        if not presses(self, event):
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """As wide as there is room for."""
        look = theme().look
        return QSize(look.px(FOLDED_WIDTH if self._is_folded else WIDTH), look.px(HEIGHT))
