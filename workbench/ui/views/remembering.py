"""Keeps what is remembered of the person on this machine: written a moment after it changed, and at the end.

Must not know what is remembered. A folder that cannot be written to keeps nobody from working.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer

from workbench.base.errors import OutsideError
from workbench.services.preferences import Preferences, read_preferences, write_preferences

PAUSE_MS = 250
"""Shorter than the quiet after which a draft is saved: who finds their text again finds their place too."""


class Remembering(QObject):
    """The preferences, held and written.

    Attributes:
        now: What is remembered.

    Args:
        folder: Where; nowhere where nothing is given.
        parent: Owner.
    """

    def __init__(self, folder: Path | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self.now = read_preferences(folder) if folder is not None else Preferences()
        self._written = self.now
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.write)

    @property
    def folder(self) -> Path | None:
        """Where; nothing where nothing is kept."""
        return self._folder

    def remember(self, **what: Any) -> None:
        """Remember some of it otherwise."""
        self.now = self.now._replace(**what)
        if self.now != self._written:
            self._pause.start()

    def write(self) -> None:
        """Write at once what is not written yet."""
        self._pause.stop()
        if self._folder is None or self.now == self._written:
            return
        try:
            write_preferences(self._folder, self.now)
        except OutsideError:
            return  # tried again with the next change
        self._written = self.now
