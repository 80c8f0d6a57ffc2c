"""Brings a part of a page up to date a moment after the draft changed, and only while it can be seen.

A burst of changes is one call; a part of a page that is not shown waits until it is. Must not know what is shown.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

from workbench.ui.form.draft import Draft, within


class WhenSeen(QObject):
    """Calls a part when it is time. Owned by the part.

    Args:
        part: What is brought up to date.
        refresh: Brings it up to date.
        draft: Whose changes matter; nothing where only `again` does.
        places: Paths of which a change matters; every change without any.
        pause: Milliseconds after the last change.
        first: It is also brought up to date a moment after it is shown for the first time.
    """

    def __init__(
        self,
        part: QWidget,
        refresh: Callable[[], object],
        draft: Draft | None = None,
        places: tuple[str, ...] = (),
        *,
        pause: int = 10,
        first: bool = False,
    ) -> None:
        super().__init__(part)
        self._part, self._refresh, self._places = part, refresh, places
        self._is_stale = first
        self._timer = QTimer(self, singleShot=True, interval=pause)
        self._timer.timeout.connect(self._go)
        if draft is not None:
            draft.changed.connect(self._on_changed)
        part.installEventFilter(self)

    def again(self) -> None:
        """Something changed that the draft does not know."""
        if self._part.isVisible():
            self._timer.start()
        else:
            self._is_stale = True

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Catch up when the part is shown."""
        if event.type() == QEvent.Type.Show and self._is_stale:
            self._timer.start()
        return False

    def _on_changed(self, path: str) -> None:
        if not self._places or any(within(path, one) or within(one, path) for one in self._places):
            self.again()

    def _go(self) -> None:
        self._is_stale = not self._part.isVisible()
        if not self._is_stale:
            self._refresh()
