"""One PDF and what can be said about it: four answers that are never one, who signed, which version it says it is.

Takes nothing in unless somebody asks for it. A foreign file cannot be verified here, which says nothing against it.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from workbench.agreement.signers import seats
from workbench.base.clock import FixedClock
from workbench.base.errors import WorkbenchError
from workbench.base.language import N_
from workbench.services.files import read_file
from workbench.ui.errands import Errands
from workbench.ui.form.tab_order import order_tabs
from workbench.ui.parts.beside import SidePanel
from workbench.ui.parts.button import Button
from workbench.ui.parts.drop import FileDrop
from workbench.ui.parts.empty import EmptyState
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import box, column, row, stretch
from workbench.ui.parts.notice import Notice
from workbench.ui.parts.page import Scroller
from workbench.ui.parts.page_head import PageHead
from workbench.ui.parts.refill import refill
from workbench.ui.parts.tool_button import ToolButton
from workbench.ui.shell.place import LIBRARY
from workbench.ui.views.answers import AnswersCard
from workbench.ui.views.desk import Desk
from workbench.ui.views.differences import DifferenceCard, find_difference
from workbench.ui.views.examining import MOST_BYTES, examine
from workbench.ui.views.file_beside import FileBeside
from workbench.ui.views.verify.belonging import BelongingCard
from workbench.ui.views.verify.signers import SignerCard
from workbench.ui.views.wall_clock import clock_of

if TYPE_CHECKING:
    from workbench.services.differing import CopyDifference
    from workbench.services.verifying import DocumentAnswer

WIDTH = 606


class VerifyPage(QStackedWidget):
    """The page.

    Attributes:
        answer: What was found about the file shown; nothing before.

    Args:
        desk: The window and its session.
        choose: Asks for a file.
    """

    def __init__(self, desk: Desk, choose: Callable[[], object]) -> None:
        super().__init__()
        text = desk.language.text
        self._desk, self._text = desk, text
        self._data = b""
        self._file = Path()
        self.answer: DocumentAnswer | None = None
        self._errands = Errands(desk.session, self)
        self._back = ToolButton("library", text(N_("Back to the library (Esc)")), on_click=self.leave)
        self._head = PageHead("", over=text(N_("VERIFY")), facts=" ", below=True)
        self._another = Button(text(N_("Another PDF…")), icon="folder-open", on_click=choose)
        self._take = Button(text(N_("Take this copy in")), "primary", icon="upload", on_click=self.take_in)
        self._open = Button(text(N_("Open the agreement")), icon="external-link", on_click=self._open_agreement)
        self._refusal = Notice("error", "")
        self.answers = AnswersCard(desk.language)
        self._found = column(gap=10)
        content = box(
            column(self._refusal, self.answers, self._found, stretch(), margins=(22, 4, 22, 14), gap=10)
        )  # fmt: skip
        foot = row(self._another, self._back, stretch(), self._open, self._take, margins=(22, 10, 22, 12), gap=8)
        head = box(column(self._head, margins=(22, 14, 22, 8), gap=0))
        body = box(column((Scroller(content, role="surface"), 1), box(foot), gap=0))
        self._side = SidePanel(head, below=body, width=WIDTH, name=text(N_("What can be said about this file")))
        self.beside = FileBeside(desk, self._side, text(N_("Answers")))
        first = Button(text(N_("Choose a PDF…")), "primary", icon="folder-open", on_click=choose)
        words = N_("Four things are answered, each by itself: is it unchanged, who vouches for the names, whose clock "
                   "was it, and has everybody signed. Nothing of the file is taken in.")  # fmt: skip
        self._empty = EmptyState(
            text(N_("Verify a signed PDF")), text(words), row(stretch(), first, stretch()), 2,
            row(stretch(), Label(text(N_("or drop it on this window")), "tiny"), stretch()), icon="file-badge",
        )  # fmt: skip
        for page in (self._empty, self.beside):
            self.addWidget(page)
        self.setFocusProxy(first)
        FileDrop(self, (".pdf",), self.verify)

    def verify(self, file: Path) -> None:
        """Show a file and find out what can be said about it."""
        self._errands.drop()  # no answer about another file may come now
        self._file, self._data, self.answer = file, b"", None
        self._head.title.setText(self._text(N_("Being checked…")))
        self._head.facts.setText(file.name)
        self.beside.file.show_message(self._text(N_("The file is being read")))
        self._clear()
        self.answers.wait()
        self.setCurrentWidget(self.beside)
        self.setFocusProxy(self._another)
        self._errands.work(
            lambda _report, _cancel: read_file(file, MOST_BYTES), self._on_read, self._on_unreadable, key="read"
        )

    def leave(self) -> None:
        """Go back to the library, where no agreement is open whose phases lead on."""
        if self._desk.session.current is None:
            self._desk.window.go(LIBRARY)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leads back."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
            return
        super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Offer the way back where there is no other."""
        super().showEvent(event)
        self._back.setVisible(self._desk.session.current is None)

    def take_in(self) -> None:
        """Record the signatures of this copy with its agreement."""
        answer, data, session = self.answer, self._data, self._desk.session
        if answer is None or answer.envelope is None:
            return
        agreement = answer.envelope.header.agreement
        self._take.setEnabled(False)

        def done(found: DocumentAnswer) -> None:
            names = ", ".join(seen.signature.holder.name for seen in found.signers)
            session.told.emit(self._text(N_("Recorded: signed by {names}.")).format(names=names))
            if session.current is not None and session.current.id == agreement:
                session.versions_were_changed(agreement)
            else:
                session.listing.refresh_one(agreement)

        session.ask(
            lambda workbench: workbench.signing.take_in(agreement, data, answer), done=done, failed=self._refuse
        )

    # What is found

    def _on_read(self, data: bytes) -> None:
        self._data = data
        self.beside.file.show_file(data, self._file.name, icon="file-badge")
        examine(self._errands, data, FixedClock(self._desk.session.now()), self._on_answer, self._refuse, self._show)

    def _on_unreadable(self, error: WorkbenchError) -> None:
        self._head.title.setText(self._text(N_("It cannot be read")))
        self.beside.file.show_message(error.message, error.hint, icon="triangle-alert")
        self._refuse(error)
        self.answers.hide()

    def _refuse(self, error: WorkbenchError) -> None:
        if not shiboken6.isValid(self):  # the window was closed meanwhile
            return
        self._refusal.say("error", error.hint, strong=error.message)
        self._refusal.show()

    def _on_answer(self, answer: DocumentAnswer) -> None:
        self.answer = answer
        self._show(answer)
        self._desk.session.ask(lambda workbench: workbench.evidence.verified(answer))
        find_difference(self._errands, self._data, answer, "", self._show_difference)

    def _show(self, answer: DocumentAnswer) -> None:
        """Say what is known by now; the comparison with our own rendering may still be under way."""
        from workbench.services.four_answers import VERDICT_LABEL  # noqa: PLC0415  (with the first answer)

        language = self._desk.language
        zone = clock_of(answer.agreement, self._desk.session)
        self._head.title.setText(self._text(VERDICT_LABEL[answer.verdict]))
        checked_at = None if answer.rendering == "comparing" else self._desk.session.now()
        self.answers.show_answer(answer, zone, checked_at)
        sides = {one.role: one.side for one in seats(answer.agreement)} if answer.agreement is not None else {}
        items: list[QWidget] = [
            SignerCard(seen, number, sides.get(seen.role), zone, language)
            for number, seen in enumerate(answer.signers, start=1)
        ]
        items.append(BelongingCard(answer, zone, language))
        if answer.signers and answer.agreement is not None:
            words = N_("Other PDF readers may say “validity unknown”. That is expected: the keys are self-issued.")
            items.append(Notice("none", self._text(words)))
        refill(self._found, items)
        known = answer.stored != "unknown" and answer.envelope is not None
        current = self._desk.session.current
        is_open = current is not None and known and current.id == _agreement(answer)
        self._open.setVisible(known and not is_open)
        fits = answer.stored == "same" and answer.verdict in {"valid", "incomplete"} and bool(answer.signers)
        self._take.setVisible(fits)
        self._take.setEnabled(True)
        order_tabs(self._side)

    def _show_difference(self, difference: CopyDifference) -> None:
        self._found.insertWidget(0, DifferenceCard(difference, self._desk.language))

    def _open_agreement(self) -> None:
        self._desk.session.open(_agreement(self.answer), lambda: self._desk.window.go("sign"))

    def _clear(self) -> None:
        self._refusal.hide()
        self.answers.show()
        for button in (self._take, self._open):
            button.hide()
        refill(self._found)


def _agreement(answer: DocumentAnswer | None) -> str:
    envelope = answer.envelope if answer is not None else None
    return envelope.header.agreement if envelope is not None else ""
