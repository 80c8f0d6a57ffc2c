"""Saves a draft by itself: once per burst, and says so only after the storage has answered.

Knows a draft and one function that saves; must not know storage, threads or windows. Whatever fails, what was typed
stays in the draft and the next attempt takes it all.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any, Literal

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from workbench.base.clock import Clock, SystemClock
from workbench.base.errors import WorkbenchError
from workbench.ui.form.draft import Draft

BURST_MILLISECONDS = 400
"""Quiet time after a change before it is saved."""

RETRY_MILLISECONDS = 10_000
"""Time after a failed attempt before the next one starts by itself."""

State = Literal["saved", "unsaved", "saving", "failed"]
Answer = Callable[[WorkbenchError | None], None]
"""Tells how a save ended: nothing when it is stored for good, else why not. May be called from any thread."""

Save = Callable[[Any, Answer], None]
"""Starts to save a tree and calls the answer exactly once."""


class Autosave(QObject):
    """Keeps the stored tree equal to the draft's.

    Attributes:
        state: `unsaved` and `saving` last moments; `failed` lasts until an attempt succeeds.
        saved_at: When storage last confirmed; nothing before it did.
        error: Why the last attempt failed; nothing unless the state is `failed`.
    """

    state_changed = Signal()
    """Another state, another moment of the last save, or another error."""

    _answered = Signal(int, object)

    def __init__(
        self,
        draft: Draft,
        save: Save,
        *,
        clock: Clock | None = None,
        delay: int = BURST_MILLISECONDS,
        retry: int = RETRY_MILLISECONDS,
        parent: QObject | None = None,
    ) -> None:
        """Watch a draft whose tree is stored already.

        Args:
            draft: What is edited.
            save: Starts to save a tree.
            clock: Gives the moment that is shown.
            delay: Quiet milliseconds before a save.
            retry: Milliseconds before a failed save is tried again.
            parent: Qt's owner.
        """
        super().__init__(parent)
        self._draft, self._save = draft, save
        self._clock: Clock = clock or SystemClock()
        self._stored = draft.root
        self._sent: Any = None
        self._serial = 0
        self._waiting: list[Callable[[bool], None]] = []
        self.state: State = "saved"
        self.saved_at: dt.datetime | None = None
        self.error: WorkbenchError | None = None
        self._delay, self._retry = delay, retry
        self._quiet = QTimer(self, singleShot=True)
        self._quiet.timeout.connect(self.save_now)
        self._answered.connect(self._finish)
        draft.changed.connect(self._changed)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusObjectChanged.connect(self._focus_moved)

    def save_now(self) -> None:
        """Save what is not stored, without waiting for quiet; nothing happens while a save is under way."""
        self._quiet.stop()
        if self.state == "saving" or self._draft.root is self._stored:
            return
        self._sent = self._draft.root
        self._serial += 1
        serial = self._serial
        self._enter("saving")
        self._save(self._sent, lambda error: self._answered.emit(serial, error))

    def when_saved(self, then: Callable[[bool], None]) -> None:
        """Save at once, as before jobs and closing; call back whether all is stored now or an attempt failed."""
        if self._draft.root is self._stored:
            then(True)
            return
        self._waiting.append(then)
        self.save_now()

    def _changed(self) -> None:
        if self._draft.root is self._stored and self.state != "saving":
            self._quiet.stop()
            self._enter("saved")
            return
        if self.state not in {"saving", "failed"}:
            self._enter("unsaved")
        self._quiet.start(self._delay)

    def _focus_moved(self) -> None:
        if self._quiet.isActive():
            self.save_now()

    def _finish(self, serial: int, error: WorkbenchError | None) -> None:
        if serial != self._serial or self.state != "saving":
            return
        if error is not None:
            self._enter("failed", error)
            self._quiet.start(self._retry)
            self._call_back(stored=False)
            return
        self._stored = self._sent
        self.saved_at = self._clock.now()
        if self._draft.root is self._stored:
            self._enter("saved")
            self._call_back(stored=True)
            return
        self._enter("unsaved")
        if self._waiting:
            self.save_now()
        else:
            self._quiet.start(self._delay)

    def _call_back(self, *, stored: bool) -> None:
        waiting, self._waiting = self._waiting, []
        for then in waiting:
            then(stored)

    def _enter(self, state: State, error: WorkbenchError | None = None) -> None:
        self.state, self.error = state, error
        self.state_changed.emit()
