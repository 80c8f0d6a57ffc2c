"""The Prepare phase as a screen."""

from __future__ import annotations

from collections.abc import Callable

import shiboken6
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from workbench.base.language import N_
from workbench.ui.actions import Action
from workbench.ui.arrivals import SHEETS
from workbench.ui.views.choosing import file_to_open
from workbench.ui.views.desk import Desk
from workbench.ui.views.prepare.page import PreparePage
from workbench.ui.views.prepare.title_field import PATH

PLACE = "prepare"


class PrepareScreen(QObject):
    """Holds the page, and the way to the title.

    Args:
        desk: The window and its session.
        go: Brings a place in a section into view.
    """

    def __init__(self, desk: Desk, go: Callable[[str], object]) -> None:
        super().__init__(desk.window)
        self._desk, self._go = desk, go
        self._page: PreparePage | None = None
        desk.session.agreement_opened.connect(self._on_opened)
        desk.session.agreement_closed.connect(self._on_closed)
        desk.window.registry.add(
            Action("agreement.title", N_("Change the title of the agreement"), self.edit_title, icon="pencil",
                   enabled=lambda: desk.session.current is not None, keywords=N_("rename name cover")),
            Action("actuals.load", N_("Import actuals from a file"), self.load, "Ctrl+I", icon="upload",
                   enabled=lambda: desk.session.current is not None, keywords=N_("baseline crm export excel csv")),
        )  # fmt: skip
        if desk.session.current is not None:  # made by its opening
            self._on_opened(desk.session.current.id)

    def build(self) -> QWidget:
        """The page."""
        current = self._desk.session.current
        assert current is not None  # the place needs an agreement
        self._page = PreparePage(self._desk, current, self._go, self.load)
        return self._page

    def edit_title(self) -> None:
        """Go to the title."""
        self._desk.window.go(PLACE)
        if self._page is None:
            QTimer.singleShot(0, self, self.edit_title)
        elif shiboken6.isValid(self._page):
            QTimer.singleShot(0, self._page, self._page.title.take_focus)

    def load(self) -> None:
        """Ask for a file of leads; whoever imports is told."""
        text = self._desk.language.text
        endings = " ".join(f"*{ending}" for ending in SHEETS)
        title = text(N_("Import actuals from a file"))
        chosen = file_to_open(self._desk, title, f"{text(N_('Tables'))} ({endings})")
        if chosen is not None:
            self._desk.session.import_wanted.emit(str(chosen))

    def _on_opened(self, _agreement: str) -> None:
        current = self._desk.session.current
        if current is not None:
            current.draft.show.connect(self._on_show)

    def _on_closed(self, _agreement: str) -> None:
        self._page = None

    def _on_show(self, path: str) -> None:
        """Undo brought the title back: show it."""
        if path == PATH:
            self.edit_title()
