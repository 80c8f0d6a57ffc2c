"""Cards side by side, as many as fit, each as wide as the others; a line is as tall as its tallest card.

Must not know what is on the cards.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from workbench.ui.theme.look import Look
from workbench.ui.theme.theme import theme


class CardGrid(QLayout):
    """Widgets in columns of one width.

    Args:
        least: The narrowest a card may be, design pixels.
        gap: Between cards, design pixels.
        most: The most cards on a line.
    """

    def __init__(self, *, least: float, gap: float = 10, most: int = 4) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._least, self._gap, self._most = least, gap, most
        self.setContentsMargins(0, 0, 0, 0)
        theme().follow(self)

    def restyle(self, _look: Look) -> None:
        """Measure again."""
        self.invalidate()

    def insertWidget(self, at: int, widget: QWidget) -> None:
        """Put a card before the one at a place."""
        self.addWidget(widget)
        self._items.insert(at, self._items.pop())
        self.invalidate()

    def addItem(self, item: QLayoutItem) -> None:
        """Qt hands over what `addWidget` made."""
        self._items.append(item)

    def count(self) -> int:
        """How many cards there are."""
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
        """The height of all lines at a width."""
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        """Put every card in its place."""
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        """Two cards side by side."""
        width = 2 * theme().look.px(self._least)
        return QSize(width, self.heightForWidth(width))

    def minimumSize(self) -> QSize:
        """One card as narrow as it may be; its height follows from the width it gets."""
        return QSize(0, 0)

    def _place(self, rect: QRect, *, move: bool) -> int:
        look = theme().look
        gap, shown = look.px(self._gap), [item for item in self._items if not item.isEmpty()]
        if not shown:
            return 0
        fits = (rect.width() + gap) // (look.px(self._least) + gap)
        across = max(1, min(self._most, len(shown), int(fits)))
        lines = -(-len(shown) // across)
        across = -(-len(shown) // lines)  # four cards where three fit stand two by two
        width = (rect.width() - gap * (across - 1)) // across
        y = rect.y()
        for begin in range(0, len(shown), across):
            line = shown[begin : begin + across]
            tallest = max(_height(item, width) for item in line)
            for number, item in enumerate(line):
                if move:
                    item.setGeometry(QRect(rect.x() + number * (width + gap), y, width, tallest))
            y += tallest + gap
        return y - gap - rect.y()


def _height(item: QLayoutItem, width: int) -> int:
    hint = item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
    return max(hint, item.minimumSize().height())
