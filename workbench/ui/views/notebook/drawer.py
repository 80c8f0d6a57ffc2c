"""The drawer over the right edge of the window: a few tabs, none of which leaves the page below.

A child of the window, never a window of its own, so that it cannot land on the projector. Must not know its tabs.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import shiboken6
from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import Panel, column, row, stretch
from workbench.ui.parts.page import Scroller
from workbench.ui.parts.rule import Rule
from workbench.ui.parts.segment import Segment
from workbench.ui.parts.tool_button import ToolButton
from workbench.ui.theme.look import Look
from workbench.ui.theme.theme import theme

WIDTH = 452
BESIDE = 620
"""Design pixels the page below keeps when it makes room; with less it stays as wide as it is and is covered."""


class Tab(QWidget):
    """One tab of the drawer."""

    def refresh(self) -> None:
        """Show it as it is now; called whenever it comes into view."""

    def begin(self) -> None:
        """Take the focus where one begins here."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def reveal(self, path: str) -> bool:
        """Bring a place of the draft into view, if it is here; answers whether it is."""
        del path
        return False


@dataclass(frozen=True)
class TabMaker:
    """How a tab comes to be.

    Attributes:
        key: Its name in the program.
        words: Its name, in the language.
        make: Makes it, on the first visit.
    """

    key: str
    words: str
    make: Callable[[], Tab]


class Drawer(Panel):
    """The drawer.

    Args:
        window: What it lies over.
        over: The part of the window it keeps to, below the bar at the top.
        makers: Its tabs.
        name: For screen readers.
        close_says: Words for the close button.
    """

    def __init__(
        self, window: QWidget, over: QWidget, makers: Sequence[TabMaker], *, name: str, close_says: str
    ) -> None:
        self._window, self._over = window, over
        self._makers = {maker.key: maker for maker in makers}
        self._tabs: dict[str, Tab] = {}
        self._before: QWidget | None = None
        self._title = Label(name, "h2")
        self._segment = Segment([(maker.key, maker.words) for maker in makers], name=name, compact=True)
        self._stack = QStackedWidget()
        close = ToolButton("x", close_says, on_click=self.close_drawer)
        head = column(
            row(self._title, stretch(), close, margins=(20, 12, 12, 0)),
            row(self._segment, stretch(), margins=(18, 0, 12, 10)), gap=8,
        )  # fmt: skip
        super().__init__(column(head, Rule(), (self._stack, 1), margins=(1, 0, 0, 0), gap=0), role="side", name=name)
        self.setParent(window)
        self._segment.chosen.connect(self.open_tab)
        over.installEventFilter(self)
        self.hide()
        theme().follow(self)

    @property
    def current(self) -> str:
        """Key of the tab in view; empty while the drawer is closed."""
        return self._segment.current if self.isVisible() else ""

    def tab(self, key: str) -> Tab:
        """A tab, made now if it was not yet."""
        if key not in self._tabs:
            made = self._makers[key].make()
            self._tabs[key] = made
            scroller = Scroller(made, role="surface")
            made.setProperty("scroller", scroller)
            self._stack.addWidget(scroller)
        return self._tabs[key]

    def open_tab(self, key: str) -> None:
        """Open the drawer at a tab, with the focus where one begins there."""
        self.show_tab(key)
        self.tab(key).begin()

    def show_tab(self, key: str) -> None:
        """Open the drawer at a tab; the focus stays where it is."""
        if not self.isVisible():
            self._before = QApplication.focusWidget()
        tab = self.tab(key)
        tab.refresh()
        self._segment.show_choice(key)
        self._stack.setCurrentWidget(tab.property("scroller"))
        self.show()
        self._place()
        self.raise_()

    def close_drawer(self) -> None:
        """Close; the focus goes back to where it was."""
        self.hide()
        self._over.setContentsMargins(0, 0, 0, 0)
        before, self._before = self._before, None
        if before is not None and shiboken6.isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._over.setFocus(Qt.FocusReason.OtherFocusReason)

    def count(self, key: str, words: str) -> None:
        """Say how many there are in a tab, beside its name."""
        self._segment.say(key, words)

    def refresh(self) -> None:
        """Show the tab in view as it is now."""
        if self.isVisible():
            self.tab(self.current).refresh()

    def restyle(self, _look: Look) -> None:
        """Scale."""
        if self.isVisible():
            self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the part it lies over."""
        if watched is self._over and event.type() in {QEvent.Type.Resize, QEvent.Type.Move} and self.isVisible():
            self._place()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_drawer()
            return
        super().keyPressEvent(event)

    def _place(self) -> None:
        corner = self._over.mapTo(self._window, self._over.rect().topLeft())
        whole = QRect(corner, self._over.size())
        look = theme().look
        width = min(look.px(WIDTH), whole.width())
        self._over.setContentsMargins(0, 0, width if whole.width() - width >= look.px(BESIDE) else 0, 0)
        self.setGeometry(whole.right() - width + 1, whole.top(), width, whole.height())
