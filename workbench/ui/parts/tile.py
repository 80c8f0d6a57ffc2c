"""A large button with a title and a sentence: one of a few ways to begin."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from workbench.ui.parts.chip import KeyCap
from workbench.ui.parts.enter_key import presses
from workbench.ui.parts.icon_label import badge
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import Box, Item, column, row, stretch


def in_rows(tiles: Sequence[Tile], most: int = 4) -> Box:
    """Tiles of one width in as many rows as they need.

    Args:
        tiles: In reading order.
        most: How many stand side by side; rows are filled as evenly as that allows.
    """
    rows = -(-len(tiles) // most) or 1
    wide = -(-len(tiles) // rows)
    lines: list[Item] = []
    for first in range(0, len(tiles), wide):
        line: list[Item] = [(one, 1) for one in tiles[first : first + wide]]
        line += [(QWidget(), 1) for _ in range(wide - len(line))]  # so that the last row's are no wider
        lines.append(row(*line, gap=10))
    return column(*lines, gap=10)


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
