"""The verification as a screen: asks which file, and shows what can be said about it. Must not verify.

It needs no open agreement. A PDF that was handed to the window and is not taken in comes here.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from workbench.base.language import N_
from workbench.ui.actions import Action
from workbench.ui.views.desk import Desk

if TYPE_CHECKING:
    from workbench.ui.views.verify.page import VerifyPage

PLACE = "verify"
PDF = "PDF (*.pdf)"


class VerifyScreen(QObject):
    """Verifying a file.

    Args:
        desk: The window and its session.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self._page: VerifyPage | None = None
        self._wanted: Path | None = None
        desk.session.verify_wanted.connect(lambda path: self.show(Path(path)))
        desk.window.registry.add(
            Action("verify.open", N_("Verify a signed PDF"), self.choose, "Ctrl+Shift+V", icon="file-badge",
                   keywords=N_("signature check valid trust fingerprint"),
                   detail=N_("Any PDF; nothing of it is taken in")),
        )  # fmt: skip

    def build(self) -> QWidget:
        """The page."""
        from workbench.ui.views.verify.page import VerifyPage  # noqa: PLC0415  (on the first visit)

        self._page = VerifyPage(self._desk, self.choose)
        if self._wanted is not None:
            self._page.verify(self._wanted)
            self._wanted = None
        return self._page

    def choose(self) -> None:
        """Ask which file."""
        from workbench.ui.views.choosing import file_to_open  # noqa: PLC0415  (on a click)

        title = self._desk.language.text(N_("Verify a signed PDF"))
        chosen = file_to_open(self._desk, title, PDF)
        if chosen is not None:
            self.show(chosen)

    def show(self, file: Path) -> None:
        """Verify a file."""
        if self._page is not None and shiboken6.isValid(self._page):
            self._page.verify(file)
        else:
            self._wanted = file
        self._desk.window.go(PLACE)
