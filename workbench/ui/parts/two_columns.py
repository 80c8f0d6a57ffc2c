"""Two columns where there is room, one where there is not. Must not know what stands in them."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from workbench.ui.parts.layout import Item, box, column, row, stretch
from workbench.ui.theme.look import Look
from workbench.ui.theme.theme import theme


class TwoColumns(QWidget):
    """Cards in two columns.

    Args:
        left: From top to bottom.
        right: From top to bottom; below the left ones where there is no room.
        below: Width in design pixels under which there is one column.
        weights: How the width is shared.
        gap: Between the columns, design pixels.
    """

    def __init__(
        self, left: tuple[Item, ...], right: tuple[Item, ...], *, below: float, weights: tuple[int, int] = (1, 1),
        gap: float = 12,
    ) -> None:  # fmt: skip
        super().__init__()
        self._below = below
        self._halves = [box(column(*left, stretch(), gap=12)), box(column(*right, stretch(), gap=12))]
        self._row = row(*zip(self._halves, weights, strict=True), gap=gap)
        self.setLayout(self._row)
        theme().follow(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange anew."""
        super().resizeEvent(event)
        self.restyle(theme().look)

    def restyle(self, look: Look) -> None:
        """Side by side, or one below the other."""
        wide = self.width() >= look.px(self._below)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        wanted = across if wide else down
        if self._row.direction() != wanted:
            self._row.setDirection(wanted)
