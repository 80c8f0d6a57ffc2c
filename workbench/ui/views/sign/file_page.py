"""Signing a version: the very file at the left, the signers at the right, one signature after the other.

Whatever a person typed or drew is gone when the next one sits down, when somebody leaves, and when another page is
shown. Must not know readiness.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut

from workbench.base.errors import WorkbenchError
from workbench.base.language import N_
from workbench.services.keys import ENDING
from workbench.ui.form.tab_order import order_tabs
from workbench.ui.parts.drop import FileDrop
from workbench.ui.parts.tool_button import ToolButton
from workbench.ui.views.desk import Desk
from workbench.ui.views.file_beside import FileBeside
from workbench.ui.views.sign.ceremony import Ceremony
from workbench.ui.views.sign.evidence import SigningEvidence
from workbench.ui.views.sign.new_key import NewKey
from workbench.ui.views.sign.signing_run import Attempt, Doubt, SigningRun
from workbench.ui.views.sign.steps import Steps

if TYPE_CHECKING:
    from workbench.services.keys import KeptKey, NewIdentity
    from workbench.services.signatures import Identity
    from workbench.ui.views.sign.seat_card import SeatCard


class FilePage(FileBeside):
    """The page.

    Attributes:
        hand_wanted: Emitted with a role, and whether somebody signed just before: the laptop goes to that person.
        draft_wanted: Emitted when the person wants to see how the draft stands.

    Args:
        desk: The window and its session.
        ceremony: The version that is signed.
    """

    hand_wanted = Signal(str, bool)
    draft_wanted = Signal()

    def __init__(self, desk: Desk, ceremony: Ceremony) -> None:
        text = desk.language.text
        self._desk, self._text, self.ceremony = desk, text, ceremony
        self._evidence = SigningEvidence(desk, ceremony)
        self._signed_before = -1
        self.steps = Steps(desk, ceremony, self._hand_to, self._leave_for_draft)
        self._save = save = ToolButton("download", text(N_("Save the file…")), on_click=self.steps.elsewhere.ask_where)
        super().__init__(desk, self.steps, text(N_("Sign")), tools=(save,))
        self.run = SigningRun(desk, ceremony)
        ceremony.changed.connect(self.refresh)
        ceremony.file_changed.connect(self._show_file)
        self.steps.elsewhere.saved.connect(ceremony.save_file)
        self.steps.elsewhere.received.connect(self._receive)
        self.steps.elsewhere.record_wanted.connect(self._evidence.save_record)
        self.steps.elsewhere.paper_wanted.connect(self._evidence.ask_paper)
        self.run.stepped.connect(self._on_step)
        self.run.opened.connect(self._show_fingerprint)
        self.run.doubted.connect(self._on_doubt)
        self.run.failed.connect(self._on_failed)
        self.run.done.connect(self._on_done)
        QShortcut(QKeySequence("Esc"), self, self.escape, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        FileDrop(self, (".pdf",), self.steps.elsewhere.receive, lambda: self.steps.card is None)
        self._show_file()
        self.refresh()

    def _hand_to(self, role: str) -> None:
        self.hand_wanted.emit(role, False)

    def _leave_for_draft(self) -> None:
        self.draft_wanted.emit()

    # One signature

    def begin(self, role: str) -> None:
        """Show the card of a person; the one before is gone with all that was on it."""
        card = self.steps.open_card(role)
        foot = self.steps.row
        if card is None or foot is None:
            return
        card.changed.connect(self._show_missing)
        card.key.wanted.connect(self._make_key)
        card.key.look_wanted.connect(self._look_at_key)
        card.doubts.settled.connect(self._settle)
        foot.wanted.connect(self._sign)
        foot.left.connect(self.leave)
        foot.stopped.connect(self.escape)
        self._show_missing()
        self._point()
        order_tabs(self.steps)
        card.take_focus()
        self._evidence.opened(card.seat)
        self._offer_keys(card)

    def leave(self) -> None:
        """Away from the card, with nothing written and nothing left."""
        if self.run.is_running and not self.run.can_stop:
            return
        self.run.stop()
        self.run.forget()
        self.steps.close_card()
        self.steps.refresh()
        self._point()
        self.steps.take_focus()

    def escape(self) -> None:
        """Stop what is under way, else leave."""
        if self.run.is_running:
            self.run.stop()
            self._on_step(-1)
        elif self.steps.card is not None:
            self.leave()

    def hideEvent(self, event: QHideEvent) -> None:
        """Who goes elsewhere leaves no passphrase behind."""
        super().hideEvent(event)
        if self.steps.row is not None and not self.run.is_running:
            self.steps.row.secret.forget()
            self.run.forget()

    def _sign(self) -> None:
        card, foot = self.steps.card, self.steps.row
        if card is None or foot is None or card.key.file is None or card.ink is None:
            return
        card.refuse("", "")
        card.doubts.hide()
        self._evidence.consented(card.seat)
        self.run.start(Attempt(card.seat, card.key.file, card.ink, card.stamp.address), foot.secret.text)

    def _settle(self, why: str) -> None:
        self.run.settle(why)

    def _on_step(self, step: int) -> None:
        if self.steps.card is not None and self.steps.row is not None:
            self.steps.row.show_step(step)
            self.steps.card.freeze(step >= 0)

    def _on_doubt(self, doubt: Doubt) -> None:
        card, foot = self.steps.card, self.steps.row
        if card is not None and foot is not None:
            foot.show_step(-1)
            card.doubts.ask(doubt, card.seat)
            self.steps.scroller.ensureWidgetVisible(card.doubts)

    def _on_failed(self, error: WorkbenchError, at_key: bool) -> None:
        self._on_step(-1)
        card, foot = self.steps.card, self.steps.row
        if card is None or foot is None:
            return
        if at_key:
            foot.secret.show_problem(error.message)
            foot.secret.line.setFocus()
            foot.secret.line.selectAll()
        else:
            card.refuse(error.message, error.hint)
            self.steps.scroller.ensureWidgetVisible(card)

    def _on_done(self) -> None:
        version = self.ceremony.version
        self._signed_before = len(version.signed) if version is not None else 0
        self.steps.close_card()
        self.refresh()

    # The key

    def _offer_keys(self, card: SeatCard) -> None:
        """Offer what is kept on this computer, as soon as it was read."""

        def found(kept: Sequence[KeptKey]) -> None:
            if self.steps.card is card and kept:
                card.key.offer(kept, card.seat)
                order_tabs(self.steps)

        self.run.list_keys(found)

    def _make_key(self) -> None:
        card = self.steps.card
        if card is None:
            return
        seat = card.seat
        name = seat.name if seat.name != seat.role else ""
        NewKey(self._desk, self.ceremony.clock(), name, seat.email, self._use_key).open()

    def _use_key(self, made: NewIdentity, passphrase: str) -> None:
        card, foot = self.steps.card, self.steps.row
        if card is not None and foot is not None:
            kept = made.file.suffix == ENDING
            card.key.use(made.file, made.fingerprint, made.name if kept else "")
            foot.secret.forget()
            foot.secret.line.setText(passphrase)
            foot.button.setFocus()

    def _look_at_key(self) -> None:
        card, foot = self.steps.card, self.steps.row
        if card is None or foot is None or card.key.file is None:
            return
        if not foot.secret.text:
            foot.secret.show_problem(self._text(N_("The passphrase opens the key.")))
            foot.secret.line.setFocus()
            return

        def opened(identity: Identity) -> None:
            self._show_fingerprint(identity.fingerprint)

        self.run.open_key(card.key.file, foot.secret.text, opened)

    def _show_fingerprint(self, fingerprint: str) -> None:
        if self.steps.card is not None:
            self.steps.card.key.show_fingerprint(fingerprint)

    # What is shown

    def refresh(self) -> None:
        """Show what the ceremony knows."""
        self.steps.refresh()
        self._save.setEnabled(bool(self.ceremony.data))
        if self.ceremony.trouble is not None and not self.ceremony.data:
            self.file.show_message(self.ceremony.trouble.message, self.ceremony.trouble.hint, icon="triangle-alert")
        if self._signed_before >= 0:
            self._hand_on()
        if self.steps.card is None:
            self._point()

    def _hand_on(self) -> None:
        """After a signature: to the next person, as soon as the library has told who that is."""
        version = self.ceremony.version
        if version is None or len(version.signed) <= self._signed_before:
            return
        self._signed_before = -1
        following = [one for one in self.ceremony.turn if not one.optional]
        if following:
            self.hand_wanted.emit(following[0].role, True)
        elif self.isVisible():
            self.steps.take_focus()

    def _show_file(self) -> None:
        ceremony = self.ceremony
        if not ceremony.data:
            title = self._text(N_("The file is being made"))
            words = N_("Its pages are set from the saved version. This takes a moment.")
            self.file.show_message(title, self._text(words))
            return
        words = N_("The signed file") if ceremony.is_complete else N_("The very file that will be signed")
        page = self.file.page if self.file.count else 0
        self.file.show_file(ceremony.data, self._text(words), page=page)
        self._point()

    def _point(self) -> None:
        """Outline where the next signature goes; a complete file shows its signatures."""
        seats = self.ceremony.turn if not self.ceremony.is_complete else ()
        seat = self.steps.card.seat if self.steps.card is not None else next(iter(seats), None)
        if seat is not None:
            signed = self.ceremony.version.signed if self.ceremony.version is not None else ()
            words = self._text(N_("Signature {n} goes here")).format(n=len(signed) + 1)
            self.file.point_at(seat.field, words)
        elif self.ceremony.seats:
            self.file.point_at(self.ceremony.seats[0].field, "", outline=False)

    def _show_missing(self) -> None:
        if self.steps.card is not None and self.steps.row is not None:
            self.steps.row.show_missing(self.steps.card.missing())

    def _receive(self, source: Path) -> None:
        elsewhere = self.steps.elsewhere
        self.ceremony.receive(source, elsewhere.refuse, elsewhere.finish, elsewhere.show_difference)
