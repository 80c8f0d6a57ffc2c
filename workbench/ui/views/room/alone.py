"""Keeps the keys with one widget that lies over the whole window: what is under it is not seen, so nothing acts there.

Must not know what the widget shows.
"""

from __future__ import annotations

from collections.abc import Iterable

import shiboken6
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from workbench.ui.shell.window import MainWindow


class Alone(QObject):
    """Lays a widget over a window until it is ended: the only one with the focus, and as large as the window.

    Args:
        over: What lies over it, a child of the window.
        window: What it covers.
        allowed: Names of the actions that may be done meanwhile.
    """

    def __init__(self, over: QWidget, window: MainWindow, allowed: Iterable[str] = ()) -> None:
        super().__init__(over)
        self._over, self._window, self._last = over, window, over
        over.setParent(window)
        over.setGeometry(window.rect())
        window.installEventFilter(self)
        window.registry.hold(*allowed)
        app = QApplication.instance()
        assert isinstance(app, QApplication)  # the window's own
        self._app = app
        app.focusChanged.connect(self._on_focus)

    def end(self) -> None:
        """Let the window have its keys again."""
        self._app.focusChanged.disconnect(self._on_focus)
        self._window.removeEventFilter(self)
        self._window.registry.release()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Cover the whole window, whatever its size."""
        if watched is self._window and event.type() == QEvent.Type.Resize:
            self._over.setGeometry(self._window.rect())
        return False

    def _on_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Whatever gave the focus to something hidden, it comes back; a list that dropped down keeps it."""
        if now is not None and (now is self._over or self._over.isAncestorOf(now)):
            self._last = now
        elif now is None or now.window() is self._window:
            usable = shiboken6.isValid(self._last) and self._last.isVisible()
            (self._last if usable else self._over).setFocus()
