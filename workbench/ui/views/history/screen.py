"""The History phase as a screen: its page, and its actions. Must not know what a version says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from workbench.base.language import N_
from workbench.ui.actions import Action
from workbench.ui.views.desk import Desk

if TYPE_CHECKING:
    from collections.abc import Callable

    from workbench.ui.views.history.page import HistoryPage

PLACE = "history"


class HistoryScreen(QObject):
    """The history of the open agreement.

    Args:
        desk: The window and its session.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self._page: HistoryPage | None = None
        desk.window.arrived.connect(lambda _place: desk.window.registry.refresh())  # what may be done is another
        desk.window.registry.add(
            Action("history.next", N_("Go to the next changed text"), self._with(lambda page: page.step(1)), "F7",
                   icon="chevron-down", enabled=self._is_here),
            Action("history.previous", N_("Go to the changed text before"), self._with(lambda page: page.step(-1)),
                   "Shift+F7", icon="chevron-up", enabled=self._is_here),
            Action("history.restore", N_("Make the chosen version the draft again"),
                   self._with(lambda page: page.restore()), "Ctrl+M", icon="rotate-ccw", enabled=self._has_chosen,
                   keywords=N_("amend restore"), detail=N_("The version stays; undo brings the draft back")),
            Action("history.pdf", N_("Save the chosen version as a PDF"), self._with(lambda page: page.ask_pdf()),
                   "Ctrl+Shift+P", icon="download", enabled=self._has_chosen),
            Action("history.redline", N_("Save the comparison as a PDF"),
                   self._with(lambda page: page.ask_redline()), "Ctrl+Shift+R", icon="download",
                   enabled=self._is_here, keywords=N_("redline changes")),
        )  # fmt: skip

    @property
    def page(self) -> HistoryPage | None:
        """The page, while it is there."""
        if self._page is not None and not shiboken6.isValid(self._page):
            self._page = None
        return self._page

    def build(self) -> QWidget:
        """The page of the open agreement."""
        from workbench.ui.views.history.page import HistoryPage  # noqa: PLC0415  (on the first visit)

        current = self._desk.session.current
        if current is None:  # it was closed in this very moment
            return QWidget()
        self._page = HistoryPage(self._desk, current.id)
        return self._page

    def _is_here(self) -> bool:
        return self._desk.window.place == PLACE and self.page is not None

    def _has_chosen(self) -> bool:
        return self._is_here() and self.page is not None and self.page.chosen is not None

    def _with(self, do: Callable[[HistoryPage], object]) -> Callable[[], None]:
        def run() -> None:
            if self.page is not None:
                do(self.page)

        return run
