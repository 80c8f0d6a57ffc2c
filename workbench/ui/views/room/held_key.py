"""A key that must be held before it acts, because acting by accident could not be taken back in front of people."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent

HOLD_MS = 1000


class HeldKey(QObject):
    """Waits, from a key's stroke on, whether it is held long enough.

    Args:
        key: Which.
        then: Called when it was.
        parent: Qt's owner.
    """

    def __init__(self, key: Qt.Key, then: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._key, self._then = key, then
        self._timer = QTimer(self, singleShot=True, interval=HOLD_MS)
        self._timer.timeout.connect(self._act)

    def begin(self) -> None:
        """The key was struck."""
        if self._timer.isActive():
            return
        app = QGuiApplication.instance()
        assert app is not None  # a key was struck in it
        app.installEventFilter(self)
        self._timer.start()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Hear it being let go."""
        is_key = isinstance(event, QKeyEvent) and event.key() == self._key and not event.isAutoRepeat()
        if is_key and event.type() == QEvent.Type.KeyRelease:
            self._end()
        return False

    def _act(self) -> None:
        self._end()
        self._then()

    def _end(self) -> None:
        self._timer.stop()
        app = QGuiApplication.instance()
        if app is not None:
            app.removeEventFilter(self)
