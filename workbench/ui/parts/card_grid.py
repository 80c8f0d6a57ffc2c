"""Cards side by side, as many as fit, each as wide as the others; a line is as tall as its tallest card.

Must not know what is on the cards.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QLayoutItem, QWidget

from workbench.ui.parts.wrapping import Wrapping
from workbench.ui.theme.theme import theme


class CardGrid(Wrapping):
    """Widgets in columns of one width.

    Args:
        least: The narrowest a card may be, design pixels.
        gap: Between cards, design pixels.
        most: The most cards on a line.
    """

    def __init__(self, *, least: float, gap: float = 10, most: int = 4) -> None:
        super().__init__()
        self._least, self._gap, self._most = least, gap, most

    def insertWidget(self, at: int, widget: QWidget) -> None:
        """Put a card before the one at a place."""
        self.addWidget(widget)
        self._items.insert(at, self._items.pop())
        self.invalidate()

    def sizeHint(self) -> QSize:
        """Two cards side by side."""
        width = 2 * theme().look.px(self._least)
        return QSize(width, self.heightForWidth(width))

    def minimumSize(self) -> QSize:
        """One card as narrow as it may be; its height follows from the width it gets."""
        return QSize(0, 0)

    def _place(self, rect: QRect, *, move: bool) -> int:
        look = theme().look
        gap, shown = look.px(self._gap), self._shown()
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
