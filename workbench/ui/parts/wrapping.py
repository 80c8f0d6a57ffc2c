"""What layouts that break like text share: they keep their items, and their height follows from their width.

Must not know how a line is filled.
"""

from __future__ import annotations

from abc import abstractmethod

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem

from workbench.ui.theme.look import Look
from workbench.ui.theme.theme import theme


class Wrapping(QLayout):
    """Items in lines, as many as the width needs."""

    def __init__(self) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}
        self.setContentsMargins(0, 0, 0, 0)
        theme().follow(self)

    @abstractmethod
    def _place(self, rect: QRect, *, move: bool) -> int:
        """Fill the lines of a rectangle, or only measure them; answers their height."""

    def restyle(self, _look: Look) -> None:
        """Measure again."""
        self.invalidate()

    def addItem(self, item: QLayoutItem) -> None:
        """Qt hands over what `addWidget` made."""
        self._items.append(item)

    def count(self) -> int:
        """How many it holds."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The item at a place, or none."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Give an item back."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Takes no more height than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Narrow means more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all lines at a width; a layout above asks again and again."""
        known = self._heights.get(width)
        if known is None:
            known = self._heights[width] = self._place(QRect(0, 0, width, 0), move=False)
        return known

    def invalidate(self) -> None:
        """Something in it takes other room."""
        self._heights.clear()
        super().invalidate()

    def setGeometry(self, rect: QRect) -> None:
        """Put everything in its place."""
        super().setGeometry(rect)
        self._place(rect, move=True)

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]
