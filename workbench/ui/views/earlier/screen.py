"""The place where the draft's earlier states are looked at. Must not know what a state says."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from workbench.base.language import N_
from workbench.ui.actions import Action
from workbench.ui.shell.place import Place
from workbench.ui.views.desk import Desk

PLACE = "earlier"


class EarlierScreen(QObject):
    """Registers the place and its action.

    Args:
        desk: The window and its session.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk
        desk.window.add_places(
            Place(PLACE, N_("See what the draft said before"), self.build, shortcut="Ctrl+Alt+H", icon="history",
                  needs_agreement=True)
        )  # fmt: skip
        desk.window.registry.add(
            Action("draft.before", N_("What did it say before lunch?"), lambda: desk.window.go(PLACE), icon="history",
                   enabled=lambda: desk.session.current is not None, keywords=N_("earlier snapshot restore history")),
        )  # fmt: skip
        desk.session.agreement_closed.connect(lambda _agreement: desk.window.forget(PLACE))

    def build(self) -> QWidget:
        """The page of the open agreement."""
        from workbench.ui.views.earlier.page import EarlierPage  # noqa: PLC0415  (on the first visit)

        current = self._desk.session.current
        return EarlierPage(self._desk, current.id) if current is not None else QWidget()
