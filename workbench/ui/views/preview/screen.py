"""Keeps the preview equal to the draft: set beside the event loop, one at a time, the newest wins.

While one is being set further edits only mark it as old, so that something new is seen while somebody goes on typing
and nothing piles up. Must not know how pages are set.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from workbench.base.errors import WorkbenchError
from workbench.base.language import N_
from workbench.ui.actions import Action
from workbench.ui.errands import Errands
from workbench.ui.views.desk import Desk

if TYPE_CHECKING:
    from workbench.services.pdf_contents import Earlier
    from workbench.ui.runner import Cancel, Report
    from workbench.ui.views.preview.window import PreviewWindow

KEYS = "F9"
PAUSE_MS = 200
"""So long after an edit the setting begins."""


class Preview(QObject):
    """The preview of the open agreement.

    Attributes:
        window: Where it is seen; nothing while it is closed.

    Args:
        desk: The window and its session.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self.window: PreviewWindow | None = None
        self._errands = Errands(desk.session, self)
        self._earlier: Earlier | None = None
        self._is_setting = self._is_old = False
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._set)
        session = desk.session
        session.agreement_opened.connect(self._on_opened)
        session.agreement_closed.connect(lambda _agreement: self.close())
        session.versions_changed.connect(lambda _agreement: self._learn())
        desk.window.registry.add(
            Action("preview.toggle", N_("Show the document as it will be signed"), self.toggle, KEYS, icon="eye",
                   keywords=N_("preview pages PDF print look"),
                   detail=N_("In a window of its own that follows your edits"),
                   enabled=lambda: session.current is not None),
        )  # fmt: skip
        if session.current is not None:
            self._on_opened(session.current.id)

    def toggle(self) -> None:
        """Show it, or close it."""
        if self.window is not None:
            self.window.close()
            return
        from workbench.ui.views.preview.window import PreviewWindow  # noqa: PLC0415  (on a wish)

        text = self._desk.language.text
        self.window = PreviewWindow(self._desk, KEYS)
        self.window.closed.connect(self._on_closed)
        self.window.file.show_message(text(N_("The pages are being set")), text(N_("This takes a moment.")), icon="eye")
        self.window.show()
        self._learn()

    def close(self) -> None:
        """Nobody looks any more."""
        if self.window is not None:
            self.window.close()

    def _on_opened(self, _agreement: str) -> None:
        current = self._desk.session.current
        if current is not None:
            current.draft.changed.connect(self._on_changed)

    def _on_changed(self, _path: str) -> None:
        if self.window is not None:
            self._pause.start()

    def _on_closed(self) -> None:
        gone, self.window = self.window, None
        self._pause.stop()
        self._errands.drop()
        self._is_setting = self._is_old = False
        if gone is not None:
            gone.deleteLater()
            self._desk.window.activateWindow()

    def _learn(self) -> None:
        """Ask which version the changes are told against, then set."""
        current = self._desk.session.current
        if self.window is None or current is None:
            return
        agreement = current.id

        def known(earlier: Earlier | None) -> None:
            self._earlier = earlier
            self._set()

        self._errands.ask(lambda workbench: workbench.publishing.before_next(agreement), known, self._on_failed,
                          key="earlier")  # fmt: skip

    def _set(self) -> None:
        current = self._desk.session.current
        if self.window is None or current is None:
            return
        if self._is_setting:
            self._is_old = True
            return
        from workbench.services.previewing import Seen, preview  # noqa: PLC0415  (on a wish)

        seen = Seen(current.id, current.agreement, self._earlier, "", self._desk.session.now())

        def made(_report: Report, cancel: Cancel) -> bytes:
            return preview(seen, lambda _page: cancel.check())

        self._is_setting, self._is_old = True, False
        self._errands.work(made, self._show, self._on_failed)

    def _show(self, data: bytes) -> None:
        self._is_setting = False
        current = self._desk.session.current
        if self.window is None or current is None:
            return
        text = self._desk.language.text
        self.window.show_title(text(N_("Preview – {title}")).format(title=current.agreement.title))
        self.window.file.show_again(data, text(N_("The draft as it will be signed")))
        if self._is_old:
            self._set()

    def _on_failed(self, error: WorkbenchError) -> None:
        self._is_setting = False
        if self.window is not None:
            self.window.file.show_message(error.message, error.hint, icon="triangle-alert")
