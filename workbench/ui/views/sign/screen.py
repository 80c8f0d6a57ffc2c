"""The Sign phase as a screen: which of its pages is called for, and the ways between them.

Nothing to sign yet; before signing; the file and its signers; the laptop between two people; damaged. Must not sign.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from workbench.base.language import N_
from workbench.ui.actions import Action
from workbench.ui.views.desk import Desk

if TYPE_CHECKING:
    from workbench.ui.views.sign.pages import SignPages

PLACE = "sign"


class SignScreen(QObject):
    """Signing the open agreement.

    Args:
        desk: The window and its session.
        go: Brings a place of the agreement into view.
    """

    def __init__(self, desk: Desk, go: Callable[[str], object]) -> None:
        super().__init__(desk.window)
        self._desk, self._go = desk, go
        self._pages: SignPages | None = None
        desk.window.arrived.connect(lambda _place: desk.window.registry.refresh())  # what may be done is another
        here = lambda: desk.window.place == PLACE and self.pages is not None  # noqa: E731  (said with each action)
        desk.window.registry.add(
            Action("sign.receive", N_("Take a signed copy in"), lambda: self._do("receive"), "Ctrl+Shift+O",
                   icon="upload", enabled=here, keywords=N_("receive import signature"),
                   detail=N_("A PDF of this agreement that was signed elsewhere")),
            Action("sign.save", N_("Save the file to sign"), lambda: self._do("save"), "Ctrl+Alt+S", icon="download",
                   enabled=here, keywords=N_("export pdf signature")),
            Action("sign.draft", N_("Show what stands against signing"), lambda: self._do("draft"), icon="list-checks",
                   enabled=here),
        )  # fmt: skip

    @property
    def pages(self) -> SignPages | None:
        """The pages, while they are there."""
        if self._pages is not None and not shiboken6.isValid(self._pages):
            self._pages = None
        return self._pages

    def build(self) -> QWidget:
        """The pages of the open agreement."""
        from workbench.ui.views.sign.pages import SignPages  # noqa: PLC0415  (on the first visit)

        current = self._desk.session.current
        if current is None:  # it was closed in this very moment
            return QWidget()
        self._pages = SignPages(self._desk, current.id, self._go)
        return self._pages

    def _do(self, what: str) -> None:
        if self.pages is not None:
            self.pages.do(what)
