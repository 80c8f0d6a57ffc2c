"""The card of the person who signs now: statements to tick, how the signature looks, the key, and doubts to settle.

Must not know how a signature is made.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from workbench.agreement.signers import SignerSeat
from workbench.base.language import N_
from workbench.services.signatures import Ink
from workbench.ui.parts.button import Button
from workbench.ui.parts.card import Card
from workbench.ui.parts.check_line import CheckLine
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import Item, Panel, box, column, row, stretch
from workbench.ui.parts.notice import Notice
from workbench.ui.views.dates import full_day
from workbench.ui.views.desk import Desk
from workbench.ui.views.sign.key_box import KeyBox
from workbench.ui.views.sign.mark import Mark
from workbench.ui.views.sign.seat_lines import seat_head
from workbench.ui.views.sign.signing_run import Doubt
from workbench.ui.views.sign.stamp_box import StampBox


class DoubtBox(Panel):
    """What must be settled before the key is used; hidden while nothing must.

    Attributes:
        settled: Emitted with how the person made sure; empty where no reason is needed.

    Args:
        desk: The window and its session.
    """

    settled = Signal(str)

    def __init__(self, desk: Desk) -> None:
        text = desk.language.text
        self._desk, self._text = desk, text
        self._kind = ""
        self._notice = Notice("warning", "")
        self._why = QLineEdit()
        self._why.setPlaceholderText(text(N_("Such as “She read the fingerprint to me on the phone”")))
        label = Label(text(N_("How did you make sure that this key is theirs?")), "label")
        label.setBuddy(self._why)
        self._why.setAccessibleName(label.text())
        self._asked = box(column(label, self._why, gap=5))
        self.go_button = Button("", icon="check", on_click=self._settle)
        super().__init__(column(self._notice, self._asked, row(stretch(), self.go_button), gap=8))
        self._why.textChanged.connect(self._check)
        self._why.returnPressed.connect(self._settle)
        self.hide()

    def ask(self, doubt: Doubt, seat: SignerSeat) -> None:
        """Show a doubt."""
        self._kind = doubt.kind
        if doubt.kind == "name":
            said = self._text(N_("The key is {name}'s ({email}); the place is for {seat}."))
            words = said.format(name=doubt.name, email=doubt.email or "–", seat=seat.name)
            self.go_button.show_text(self._text(N_("Sign with this key all the same")))
        else:
            assert doubt.known is not None  # that is the doubt
            since = full_day(doubt.known.since.date(), self._desk.language)
            said = self._text(N_("Another key is known for {name} as {role} since {day}. Compare the fingerprint."))
            words = said.format(name=doubt.name, role=seat.role, day=since)
            self.go_button.show_text(self._text(N_("Expect this key from now on, and sign")))
        self._notice.say("warning", words)
        self._why.clear()
        self._asked.setVisible(doubt.kind == "key")
        self.show()
        self._check()
        (self._why if doubt.kind == "key" else self.go_button).setFocus()

    def _check(self) -> None:
        self.go_button.setEnabled(self._kind == "name" or bool(self._why.text().strip()))

    def _settle(self) -> None:
        if self.go_button.isEnabled():
            self.hide()
            self.settled.emit(self._why.text().strip() if self._kind == "key" else "")


class SeatCard(Card):
    """The card.

    Attributes:
        changed: Emitted when something that is needed came or went.
        seat: Whose place.
        mark: How the signature looks.
        key: The signing key.
        stamp: Whether a time-stamp server is asked.
        doubts: What must be settled.

    Args:
        desk: The window and its session.
        seat: Whose place.
        number: Of the signature.
        statements: What the signer accepts, in the words of the document.
    """

    changed = Signal()

    def __init__(self, desk: Desk, seat: SignerSeat, number: int, statements: tuple[str, ...]) -> None:
        text = desk.language.text
        self._desk, self._text = desk, text
        self.seat = seat
        self.checks = [CheckLine(one) for one in statements]
        self.mark, self.key, self.doubts = Mark(desk), KeyBox(desk), DoubtBox(desk)
        self.stamp = StampBox(desk)
        self._refusal = Notice("error", "")
        self._refusal.hide()
        self.mark.show_signer(seat.name)
        items: list[Item] = [seat_head(desk, seat, number)]
        if seat.proxy_for:
            said = text(N_("On behalf of {name}, who is absent; the document says so."))
            items.append(Notice("none", said.format(name=seat.proxy_for)))
        with_reservation = text(N_("With reservation:"))
        items += [Notice("none", remark, strong=with_reservation) for remark in seat.reservations]
        items.append(column(*self.checks, gap=8))
        items.append(row((column(self.mark, stretch(), gap=0), 1), self.key, gap=14))
        super().__init__(*items, self.stamp, self.doubts, self._refusal, kind="focus", margins=(16, 13, 16, 15), gap=11)
        for check in self.checks:
            check.toggled.connect(lambda _on: self.changed.emit())
        self.mark.changed.connect(self.changed)
        self.key.changed.connect(self.changed)
        self.stamp.changed.connect(self.changed)

    @property
    def ink(self) -> Ink | None:
        """How the signature looks; nothing while it is missing."""
        return self.mark.ink

    def missing(self) -> list[str]:
        """What is still needed, in words."""
        text = self._text
        found = []
        unticked = sum(not check.is_ticked for check in self.checks)
        if unticked:
            words = self._desk.language.count(N_("{n} statement"), N_("{n} statements"), unticked)
            found.append(words.format(n=unticked))
        if self.ink is None:
            found.append(text(N_("the signature")))
        if self.key.file is None:
            found.append(text(N_("the key")))
        if self.stamp.is_wanted and not self.stamp.address:
            found.append(text(N_("the time-stamp server")))
        return found

    def refuse(self, message: str, hint: str) -> None:
        """Say why it was not signed; an empty message takes it away."""
        self._refusal.say("error", hint, strong=message)
        self._refusal.setVisible(bool(message))

    def freeze(self, frozen: bool) -> None:
        """Nothing may change while it is being signed."""
        for widget in (*self.checks, self.mark, self.key, self.stamp):
            widget.setEnabled(not frozen)

    def take_focus(self) -> None:
        """Begin at the first box."""
        (self.checks[0].box if self.checks else self.mark.pad).setFocus()
