"""The main window: bars, rail and pages put together, folding where it is narrow. Must not know any page's content."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QScrollArea, QWidget
from shiboken6 import isValid

from workbench.base.language import Language
from workbench.ui.actions import Action, Actions
from workbench.ui.parts.chip import ChipTone
from workbench.ui.parts.layout import Panel, column, row
from workbench.ui.shell.pages import Pages
from workbench.ui.shell.place import PHASES, Place
from workbench.ui.shell.statusbar import StatusBar
from workbench.ui.shell.topbar import PRODUCT, TopBar
from workbench.ui.shell.undoing import Undoing
from workbench.ui.shell.viewing import Viewing
from workbench.ui.theme.look import Look
from workbench.ui.theme.theme import theme

if TYPE_CHECKING:
    from workbench.ui.shell.rail import Rail

FOLD_BELOW = 1180
SMALLEST = (640, 480)
PHASE_KEYS = frozenset(key for key, _, _ in PHASES)


class MainWindow(QMainWindow):
    """The window.

    Attributes:
        arrived: Emitted with a place's key when its page is shown.
        folded: Emitted with True when the window became too narrow for rails and panels, with False when it is wide.
        closing: Emitted when the window is about to close: the last moment to make things safe.
        keep_open: Asked before it closes; True keeps it open, such as until everything typed is stored.
        registry: Every action; views add theirs.
        undoing: Whose steps undo takes back.
        viewing: The window's own actions and the palette.
        top: The top bar.
        status: The status bar.
        pages: The pages, by place.

    Args:
        language: For the words.
    """

    arrived = Signal(str)
    folded = Signal(bool)
    closing = Signal()

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._places: dict[str, Place] = {}
        self._rails: dict[str, Rail] = {}
        self._place = ""
        self._is_open = False
        self._is_folded = False
        self._left: QWidget | None = None
        self.keep_open: Callable[[], bool] | None = None
        self.setWindowTitle(PRODUCT)
        self.setMinimumSize(*SMALLEST)  # explicit: else the layout's own minimum keeps the window from folding
        self.registry = Actions(self, language)
        self.top = TopBar(self.registry, language)
        self.status = StatusBar(language)
        self.pages = Pages()
        self.undoing = Undoing(self.registry)
        self.viewing = Viewing(self, self.registry, language, self._parts)
        self._rail_slot = row(gap=0)
        middle = row(self._rail_slot, (self.pages, 1), gap=0)
        self._notices = column(gap=0)
        self.setCentralWidget(Panel(column(self.top, self._notices, (middle, 1), self.status, gap=0), role="page"))
        self.top.phase_chosen.connect(self.go)
        self.pages.arrived.connect(self.arrived)
        theme().follow(self)

    def add_places(self, *places: Place) -> None:
        """Register places; each becomes an action `place.KEY` with its shortcut."""
        for place in places:
            self._places[place.key] = place
            self.pages.add(place.key, place.build)
            self.registry.add(self._place_action(place))

    def add_notice(self, notice: QWidget) -> None:
        """Put something between the top bar and the pages that concerns all of them; hide it when it is settled."""
        self._notices.addWidget(notice)

    def go(self, key: str) -> None:
        """Go to a place; its page and rail are built on the first visit.

        Raises:
            KeyError: No such place.
        """
        place = self._places[key]
        self._place = key
        self.top.show_phase(key if key in PHASE_KEYS else "")
        if place.rail is not None and key not in self._rails:
            rail = place.rail()
            rail.set_folded(self._is_folded)
            self._rails[key] = rail
            self._rail_slot.addWidget(rail)
        for name, rail in self._rails.items():
            rail.setVisible(name == key)
        self.pages.go(key)

    @property
    def place(self) -> str:
        """Key of the place one is at, or on the way to."""
        return self._place

    def rail(self, key: str) -> Rail | None:
        """A place's rail, if it was built."""
        return self._rails.get(key)

    def forget(self, *keys: str) -> None:
        """Throw away the pages and rails of places, such as when another agreement is opened; they are built anew."""
        for key in keys:
            self.pages.forget(key)
            rail = self._rails.pop(key, None)
            if rail is not None:
                rail.hide()
                rail.deleteLater()

    def show_agreement(self, company: str, version: str = "", tone: ChipTone = "accent") -> None:
        """Show which agreement is open; an empty company when none is, which takes the phases away."""
        self._is_open = bool(company)
        self.top.show_agreement(company, version, tone)
        self.setWindowTitle(f"{company} – {PRODUCT}" if company else PRODUCT)
        self.registry.refresh()

    @property
    def is_folded(self) -> bool:
        """Is the window too narrow for rail and panels side by side?"""
        return self._is_folded

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold or unfold."""
        super().resizeEvent(event)
        self._fold()

    def showEvent(self, event: QShowEvent) -> None:
        """The focus begins in the page, not on the first button of the top bar."""
        super().showEvent(event)
        if not event.spontaneous():
            self.pages.setFocus()

    def restyle(self, _look: Look) -> None:
        """Another scale moves the breakpoint; before the window has a size of its own there is nothing to fold."""
        if self.testAttribute(Qt.WidgetAttribute.WA_Resized):
            self._fold()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves a field, so that letters are commands again; the next Tab comes back to it."""
        focus = QApplication.focusWidget()
        if event.key() == Qt.Key.Key_Escape and focus is not None and self.pages.isAncestorOf(focus):
            self._left = focus
            focus.clearFocus()
            return
        super().keyPressEvent(event)

    def focusNextPrevChild(self, onward: bool) -> bool:
        """After a field was left with Escape, Tab comes back to it; what Tab comes to is scrolled to.

        Qt scrolls only for steps inside one page, not for those that come to it from the bars.
        """
        left, self._left = self._left, None
        if left is not None and isValid(left) and QApplication.focusWidget() is None and left.isVisible():
            left.setFocus(Qt.FocusReason.TabFocusReason)
            return True
        moved = super().focusNextPrevChild(onward)
        focus = self.focusWidget()
        for scrolled in self.pages.findChildren(QScrollArea):
            if scrolled.isAncestorOf(focus):
                scrolled.ensureWidgetVisible(focus)
        return moved

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell, then close."""
        if self.keep_open is not None and self.keep_open():
            event.ignore()
            return
        self.closing.emit()
        super().closeEvent(event)

    def _fold(self) -> None:
        folded = self.width() < theme().look.px(FOLD_BELOW)
        if folded != self._is_folded:
            self._is_folded = folded
            self.top.set_folded(folded)
            for rail in self._rails.values():
                rail.set_folded(folded)
            self.folded.emit(folded)

    def _parts(self) -> Sequence[QWidget]:
        return (self.top, *self._rails.values(), self.pages, self.status)

    def _enter(self, key: str) -> None:
        """Go to a place to work there: by key or by name, not along the phases in the top bar."""
        if self.top.isAncestorOf(self.focusWidget()):
            self.pages.setFocus()
        self.go(key)

    def _place_action(self, place: Place) -> Action:
        return Action(
            f"place.{place.key}",
            place.words,
            lambda: self._enter(place.key),
            place.shortcut,
            icon=place.icon,
            enabled=lambda: self._is_open or not place.needs_agreement,
        )
