"""A layout that breaks like text: side by side while there is room, then the next line."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QWidget

from workbench.ui.parts.wrapping import Wrapping
from workbench.ui.theme.theme import theme


class Flow(Wrapping):
    """Widgets in lines.

    Args:
        widgets: What it holds, in reading order.
        gap: Between neighbours, design pixels.
        line_gap: Between lines, design pixels.
    """

    def __init__(self, widgets: Sequence[QWidget] = (), *, gap: float = 8, line_gap: float = 4) -> None:
        super().__init__()
        self._gap, self._line_gap = gap, line_gap
        for widget in widgets:
            self.addWidget(widget)

    def sizeHint(self) -> QSize:
        """All on one line."""
        gap = theme().look.px(self._gap)
        hints = [item.sizeHint() for item in self._shown()]
        width = sum(hint.width() for hint in hints) + gap * max(0, len(hints) - 1)
        return QSize(width, max((hint.height() for hint in hints), default=0))

    def minimumSize(self) -> QSize:
        """The widest and the tallest of them."""
        least = QSize()
        for item in self._shown():
            least = least.expandedTo(item.minimumSize())
        return least

    def _place(self, rect: QRect, *, move: bool) -> int:
        look = theme().look
        gap, line_gap = look.px(self._gap), look.px(self._line_gap)
        x, y, tallest = rect.x(), rect.y(), 0
        for item in self._shown():
            hint = item.sizeHint()
            if x > rect.x() and x + hint.width() > rect.right() + 1:
                x, y, tallest = rect.x(), y + tallest + line_gap, 0
            if move:
                item.setGeometry(QRect(QPoint(x, y), hint))
            x += hint.width() + gap
            tallest = max(tallest, hint.height())
        return y + tallest - rect.y()
