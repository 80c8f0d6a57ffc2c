"""A large button with a title and a sentence: one of a few ways to begin."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from workbench.ui.parts.card_grid import CardGrid
from workbench.ui.parts.chip import KeyCap
from workbench.ui.parts.enter_key import presses
from workbench.ui.parts.icon_label import badge
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import Item, column, row, stretch

LEAST = 150
"""Design pixels of a small tile's width under which its words break too often."""


def side_by_side(tiles: Sequence[Tile]) -> CardGrid:
    """Tiles of one width, in reading order, in as many rows as they need."""
    grid = CardGrid(least=LEAST)
    for one in tiles:
        grid.addWidget(one)
    return grid


class Tile(QPushButton):
    """A tile to press.

    Args:
        title: What it begins.
        text: One sentence more.
        icon: On a badge above the title; none for a small tile.
        keys: Shortcut, as a key cap; the shortcut itself belongs to the action.
        on_click: Called without arguments.
    """

    def __init__(
        self, title: str, text: str, *, icon: str = "", keys: str = "", on_click: Callable[[], object] | None = None
    ) -> None:
        super().__init__()
        self.setProperty("kind", "tile")
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        items: list[Item] = []
        if icon:
            top: list[Item] = [badge(icon), stretch()]
            if keys:
                top.append(column(KeyCap(keys), stretch()))
            items += [row(*top), 10]
        items += [
            Label(title, "h2" if icon else "strong", wrap=True),
            Label(text, "body" if icon else "tiny", wrap=True),
            stretch(),
        ]
        self._column = column(*items, margins=(18, 16, 18, 16) if icon else (14, 11, 12, 11), gap=3)
        self.setLayout(self._column)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)  # a button's own policy would keep it to one height, and cut a third line
        self.setSizePolicy(policy)
        if on_click is not None:
            self.clicked.connect(lambda: on_click())  # noqa: PLW0108  (`clicked` carries a bool)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it."""
        if not presses(self, event):
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """What the layout inside asks for: a button alone would ask for its text only."""
        return self._column.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """The words may wrap, so little width is enough, but then more height."""
        return self._column.minimumSize()

    def hasHeightForWidth(self) -> bool:
        """The words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height the words need."""
        return self._column.heightForWidth(width)
