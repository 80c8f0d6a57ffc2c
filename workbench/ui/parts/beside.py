"""A page with a panel beside it that folds away when there is no room, and can then be called over it.

Must not know what either shows. The panel scrolls: a tall one squeezed into a short window would paint its children
over each other.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from workbench.ui.parts.layout import Margins, Panel, column, row
from workbench.ui.parts.page import Scroller
from workbench.ui.theme.look import Look
from workbench.ui.theme.theme import theme

_UNBOUND = 16_777_215  # Qt's QWIDGETSIZE_MAX
_SHOWN = Qt.WidgetAttribute.WA_Resized  # a real size was given, not the 640 by 480 every widget is born with


class SidePanel(Panel):
    """A panel at the edge: surface, one hairline, scrolling content.

    Args:
        content: What it shows; a scrolling view of its own (a list) goes below, unscrolled.
        below: A view that scrolls by itself and takes the rest of the height.
        width: Design pixels; 0 for as wide as it is given.
        left: It stands at the left edge.
        name: For screen readers.
    """

    def __init__(
        self,
        content: QWidget,
        *,
        below: QWidget | None = None,
        width: float = 0,
        left: bool = False,
        name: str = "",
    ) -> None:
        hairline: Margins = (0, 0, 1, 0) if left else (1, 0, 0, 0)
        if below is None:
            layout = column((Scroller(content, role="surface"), 1), margins=hairline, gap=0)
        else:
            layout = column(content, (below, 1), margins=hairline, gap=0)
        super().__init__(layout, role="side-left" if left else "side", name=name)
        self.wanted_width = width


class Beside(Panel):
    """A main part and a side panel.

    Attributes:
        folded: Emitted with True when the panel has folded away, with False when it is back.

    Args:
        main: The page.
        side: The panel.
        below: Width of the whole, in design pixels, under which the panel folds away.
        role: The ground of the whole.
    """

    folded = Signal(bool)

    def __init__(self, main: QWidget, side: SidePanel, *, below: float, role: str = "surface") -> None:
        self._main, self._side, self._below = main, side, below
        self._is_folded = False
        self._called = False
        left = side.property("role") == "side-left"
        parts = (side, (main, 1)) if left else ((main, 1), side)
        super().__init__(row(*parts, gap=0), role=role)
        theme().follow(self)

    @property
    def is_folded(self) -> bool:
        """Is there no room for both?"""
        return self._is_folded

    def call_side(self, *, show: bool) -> None:
        """While folded: show the panel instead of the page, or the page again."""
        self._called = show
        self._arrange()

    def restyle(self, look: Look) -> None:
        """Scale the panel and the breakpoint."""
        if self._side.wanted_width:
            self._side.setFixedWidth(look.px(self._side.wanted_width))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold or unfold."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        folded = 0 < self.width() < theme().look.px(self._below) and self.testAttribute(_SHOWN)
        if folded != self._is_folded:
            self._is_folded = folded
            self._called = False
            self._arrange()
            self.folded.emit(folded)

    def _arrange(self) -> None:
        over = self._is_folded and self._called
        look = theme().look
        if self._side.wanted_width:
            if over:
                self._side.setMinimumWidth(0)
                self._side.setMaximumWidth(_UNBOUND)
            else:
                self._side.setFixedWidth(look.px(self._side.wanted_width))
        self._side.setVisible(over or not self._is_folded)
        self._main.setVisible(not over)
