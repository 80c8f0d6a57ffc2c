"""Pages by key, each built on its first visit, after the window has painted. Must not know what they show."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from workbench.ui.parts.layout import Panel


class _Blank(Panel):
    """What is there before the first page: it says when it was painted."""

    painted = Signal()

    def __init__(self) -> None:
        super().__init__(role="page")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, then tell."""
        super().paintEvent(event)
        self.painted.emit()


class Pages(QStackedWidget):
    """A stack of pages.

    The first page waits until the shell around it has been painted once; later ones keep the page before them on the
    screen until they are built.

    Attributes:
        arrived: Emitted with the key when a page is shown.
    """

    arrived = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._builders: dict[str, Callable[[], QWidget]] = {}
        self._built: dict[str, QWidget] = {}
        self._wanted = ""
        self._has_painted = False
        self._blank = _Blank()
        self.addWidget(self._blank)
        self._blank.painted.connect(self._on_painted)

    def add(self, key: str, build: Callable[[], QWidget]) -> None:
        """Register how a page is made; a page already built is thrown away and made anew on the next visit."""
        self._builders[key] = build
        self.forget(key)

    def forget(self, key: str) -> None:
        """Throw a built page away, such as when another agreement is opened."""
        page = self._built.pop(key, None)
        if page is not None:
            if page is self.currentWidget():
                self.setCurrentWidget(self._blank)
            self.removeWidget(page)
            page.deleteLater()

    def page(self, key: str) -> QWidget | None:
        """A page, if it was built."""
        return self._built.get(key)

    def go(self, key: str) -> None:
        """Show a page; built when the event loop is next idle. The latest wish wins.

        Raises:
            KeyError: No such page was registered.
        """
        if key not in self._builders:
            raise KeyError(key)
        self._wanted = key
        if key in self._built:
            self._arrive(key)
        elif self._has_painted:
            QTimer.singleShot(0, self, self._build_wanted)

    def _on_painted(self) -> None:
        if not self._has_painted:
            self._has_painted = True
            QTimer.singleShot(0, self, self._build_wanted)

    def _build_wanted(self) -> None:
        key = self._wanted
        if not key:
            return
        if key not in self._built:
            page = self._builders[key]()
            self._built[key] = page
            self.addWidget(page)
        self._arrive(key)

    def _arrive(self, key: str) -> None:
        page = self._built[key]
        self.setCurrentWidget(page)
        if self.hasFocus():  # nobody chose where to begin yet
            page.setFocus()
        self.arrived.emit(key)
