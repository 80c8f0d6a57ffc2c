"""Keeps copies of the library: when somebody asks, and by itself once a day. Must not know what is in them."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer

from workbench.base.language import N_
from workbench.ui.actions import Action
from workbench.ui.views.desk import Desk

QUIET_MS: Final = 60_000
"""A copy that is due waits so long after the library was opened: nobody should wait for it at the start."""

AGAIN_MS: Final = 3_600_000
"""How often it is asked whether a copy is due, in a window that stays open for days."""


class Backups(QObject):
    """The window's copies.

    Args:
        desk: The window and its session.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk, self._text = desk, desk.language.text
        self._look = QTimer(self, singleShot=True, interval=QUIET_MS)
        self._look.timeout.connect(self._keep_one)
        desk.window.registry.add(
            Action("library.backup", N_("Back up the library"), self.keep, icon="shield-check",
                   enabled=lambda: desk.session.is_wholly_open, keywords=N_("copy safe restore"),
                   detail=N_("One file with everything; one is kept by itself every day")),
        )  # fmt: skip

    def keep(self) -> None:
        """Keep a copy now."""
        self._desk.session.ask(lambda workbench: workbench.keeping.backup().path, done=self._say_where)

    def keep_up(self) -> None:
        """Keep a copy a day from now on, by itself."""
        self._desk.session.library_opened.connect(self._look.start)

    def _keep_one(self) -> None:
        self._look.setInterval(AGAIN_MS)
        self._desk.session.ask(lambda workbench: workbench.keeping.backup_if_due(), ended=self._look.start)

    def _say_where(self, file: Path) -> None:
        self._desk.session.told.emit(self._text(N_("A verified copy is kept at {file}")).format(file=file))
