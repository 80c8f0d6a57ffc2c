"""The pages of signing one agreement, and which of them is called for."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from workbench.base.language import N_
from workbench.ui.parts.button import Button
from workbench.ui.parts.empty import EmptyState
from workbench.ui.parts.layout import row, stretch
from workbench.ui.views.desk import Desk
from workbench.ui.views.sign.ceremony import Ceremony
from workbench.ui.views.sign.file_page import FilePage
from workbench.ui.views.sign.hand_over import HandOver
from workbench.ui.views.sign.readiness_page import ReadinessPage, nothing_yet


class SignPages(QStackedWidget):
    """The pages.

    Attributes:
        ceremony: The version that is signed.

    Args:
        desk: The window and its session.
        agreement: Its id.
        go: Brings a place of the agreement into view.
    """

    def __init__(self, desk: Desk, agreement: str, go: Callable[[str], object]) -> None:
        super().__init__()
        self._desk, self._text, self._go = desk, desk.language.text, go
        self._wants_draft = False
        self._wants_list = False
        self._begins_signing = False
        self.blank = QWidget()
        self.addWidget(self.blank)
        self._empty: EmptyState | None = None
        self._damaged: EmptyState | None = None
        self.readiness: ReadinessPage | None = None
        self.file: FilePage | None = None
        self.hand_over: HandOver | None = None
        self.ceremony = Ceremony(desk, agreement, self)
        self.ceremony.changed.connect(self.refresh)
        self.ceremony.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """The draft may have gone on meanwhile."""
        super().showEvent(event)
        if not event.spontaneous() and self.ceremony.chronicle is not None:
            self.refresh()
            if self.file is not None and self.currentWidget() is self.file:
                self.file.steps.refresh()

    # What is called for

    def refresh(self) -> None:
        """Show the page that is called for."""
        ceremony, current = self.ceremony, self._desk.session.current
        if current is None or (self.currentWidget() is self.hand_over and self.hand_over is not None):
            return
        if ceremony.trouble is not None and ceremony.chronicle is None:
            self._show_damaged(ceremony.trouble.message, ceremony.trouble.hint)
        elif ceremony.chronicle is None:
            return
        elif self._goes_to_file():
            self._show(self._file())
            self._begin()
        elif ceremony.version is None and nothing_yet(current) and not self._wants_list:
            self._show_empty()
        else:
            page = self._readiness()
            number = ceremony.version.header.number if ceremony.version is not None else 0
            page.show_version(number, complete=ceremony.is_complete)
            page.refresh()
            self._show(page)

    def do(self, what: str) -> None:
        """Do one of the screen's actions: `receive`, `save` or `draft`."""
        if what == "draft":
            self.look_at_draft()
        elif self.ceremony.version is not None:
            self.look_at_file()
            elsewhere = self._file().steps.elsewhere
            elsewhere.ask_which() if what == "receive" else elsewhere.ask_where()

    def look_at_draft(self) -> None:
        """Show what stands against signing the draft."""
        self._wants_draft, self._wants_list = True, True
        self.refresh()
        if self.readiness is not None:
            self.readiness.take_focus()

    def look_at_file(self) -> None:
        """Show the version that is out for signature."""
        self._wants_draft = False
        self._show(self._file())
        self._file().steps.take_focus()

    def _goes_to_file(self) -> bool:
        """A version that is out for signature comes first; a signed one only until the draft goes on."""
        ceremony = self.ceremony
        if ceremony.version is None or self._wants_draft:
            return False
        if self.file is not None and self.currentWidget() is self.file:
            return True
        return not (ceremony.is_complete and ceremony.draft_differs)

    # The pages

    def _readiness(self) -> ReadinessPage:
        if self.readiness is None:
            self.readiness = ReadinessPage(self._desk, self._go)
            self.readiness.saved.connect(self._on_saved)
            self.readiness.version_wanted.connect(self.look_at_file)
            self.addWidget(self.readiness)
        return self.readiness

    def _file(self) -> FilePage:
        if self.file is None:
            self.file = FilePage(self._desk, self.ceremony)
            self.file.hand_wanted.connect(self._hand)
            self.file.draft_wanted.connect(self.look_at_draft)
            self.addWidget(self.file)
        return self.file

    def _hand(self, role: str, after_somebody: bool) -> None:
        ceremony = self.ceremony
        seat = next((one for one in ceremony.turn if one.role == role), None)
        if seat is None or ceremony.version is None:
            return
        if self.hand_over is None:
            self.hand_over = HandOver(self._desk)
            self.hand_over.taken.connect(self._on_taken)
            self.hand_over.left.connect(self._on_left)
            self.addWidget(self.hand_over)
        version = ceremony.version
        done = version.required - len(version.missing)
        progress = self._text(N_("{done} of {all} signed")).format(done=done, all=version.required)
        others = [one for one in ceremony.turn if one.role != role]
        self.setCurrentWidget(self.hand_over)
        self.hand_over.ask(seat, others, progress, cleared=after_somebody)

    def _on_taken(self, role: str) -> None:
        self.setCurrentWidget(self._file())
        self._file().begin(role)

    def _on_left(self) -> None:
        self.setCurrentWidget(self._file())
        self._file().refresh()
        self._file().steps.take_focus()

    def _on_saved(self) -> None:
        self._wants_draft = False
        self._begins_signing = True
        self.refresh()

    def _begin(self) -> None:
        """After a version was saved here, the keyboard is at whoever signs first, as soon as that is known."""
        if self._begins_signing and self.ceremony.turn:
            self._begins_signing = False
            if self.isVisible():
                self._file().refresh()
                self._file().steps.take_focus()

    def _show_empty(self) -> None:
        if self._empty is None:
            agree = Button(self._text(N_("Go to the twelve sections")), "primary", icon="messages-square",
                           on_click=lambda: self._desk.window.go("agree"))  # fmt: skip
            what = Button(self._text(N_("Show what is needed")), icon="list-checks", on_click=self.look_at_draft)
            words = N_("An agreement is signed when both teams have promised something, and somebody is to sign for "
                       "each. Then its file is made and shown here.")  # fmt: skip
            self._empty = EmptyState(
                self._text(N_("Nothing to sign yet")), self._text(words),
                row(stretch(), agree, what, stretch(), gap=10), icon="signature",
            )  # fmt: skip
            self.addWidget(self._empty)
        self._show(self._empty)

    def _show_damaged(self, message: str, hint: str) -> None:
        if self._damaged is None:
            again = Button(self._text(N_("Look again")), icon="refresh-cw", on_click=self.ceremony.refresh)
            self._damaged = EmptyState(message, hint, row(stretch(), again, stretch()), icon="triangle-alert")
            self.addWidget(self._damaged)
        self._show(self._damaged)

    def _show(self, page: QWidget) -> None:
        if self.currentWidget() is page:
            return
        self.setCurrentWidget(page)
        self.setFocusProxy(page)
