"""The foot of a page: what stays while the page scrolls. One part of it gives way where there is no room.

Must not know what the page shows.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from workbench.ui.parts.layout import Item, Margins, Panel, row, stretch
from workbench.ui.parts.sizing import sized
from workbench.ui.theme.theme import theme

MARGINS: Margins = (24, 9, 24, 9)
GAP = 8


class Foot(Panel):
    """The foot.

    Args:
        items: What stands in it, from left to right.
        gives_way: Which of them goes where the others would be cut; it must be a courtesy, said elsewhere too.
        under: What scrolls above it; the foot stands under its column, not under its bar.
        width: Of that column at most, design pixels; the whole page without it.
        side: What the column keeps free at its sides.
    """

    def __init__(
        self,
        *items: Item,
        gives_way: QWidget | None = None,
        under: QScrollArea | None = None,
        width: float = 0,
        side: float = 0,
    ) -> None:
        self._courtesy = gives_way
        _, above, _, below = MARGINS
        if not width or under is None:
            super().__init__(row(*items, margins=MARGINS, gap=GAP), role="footer")
            return
        held = Panel(row(*items, margins=(side, above, side, below), gap=GAP))
        sized(held, at_most=width)
        self._row = row(stretch(), (held, 100), stretch(), gap=0)
        super().__init__(self._row, role="footer")
        self._bar = under.verticalScrollBar()
        self._bar.rangeChanged.connect(self._stand)
        self._stand()

    def _stand(self) -> None:
        """Leave out the room of the bar while there is one."""
        width = self._bar.sizeHint().width() if self._bar.maximum() > 0 else 0
        self._row.pad((0, 0, width / theme().look.scale, 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width."""
        super().resizeEvent(event)
        self._fit_later()

    def event(self, event: QEvent) -> bool:
        """Something in it says more or less than before."""
        answer = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit_later()
        return answer

    def _fit_later(self) -> None:
        """Showing a part inside a layout pass upsets the pass."""
        if self._courtesy is not None:
            QTimer.singleShot(0, self, self._fit)

    def _fit(self) -> None:
        one, layout = self._courtesy, self.layout()
        if one is None or layout is None:
            return
        needed = layout.minimumSize().width()
        if one.isHidden():
            needed += one.minimumSizeHint().width() + theme().look.px(GAP)
        if one.isHidden() != (needed > self.width()):
            one.setHidden(needed > self.width())
