"""The Sign phase on the whole window, with what a person does there: tick, draw, choose a key, sign."""

from __future__ import annotations

import dataclasses
import datetime as dt
import math
import sqlite3
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.views import stock
from tests.ui.views.finding import at_phase, button, until
from workbench.agreement.model import Agreement
from workbench.agreement.sections.sign_off import Signer
from workbench.base.clock import FixedClock
from workbench.services.keys import NewIdentity, make_identity
from workbench.services.workbench import Workbench
from workbench.ui.views.composition import Composition
from workbench.ui.views.sign.file_page import FilePage
from workbench.ui.views.sign.hand_over import HandOver
from workbench.ui.views.sign.pages import SignPages
from workbench.ui.views.sign.seat_card import SeatCard
from workbench.ui.views.sign.sign_row import SignRow

PASSPHRASE = "correct horse battery"
FIRST, SECOND = "Elena Marsh", "Daniel Okafor"

Compose = Callable[..., Composition]
Stock = Callable[[Callable[[Workbench], object]], None]


def contract() -> Agreement:
    """An agreement of two signers who sign in any order; of the templates the shortest document."""
    made = stock.content("Northwind Traders", "Sales and marketing 2027", dt.date(2027, 1, 1), chosen="agency")
    return signed_by(
        made,
        Signer(key="marketing", person="account", role="Marketing lead", team="marketing", group=1),
        Signer(key="sales", person="salesdir", role="Sales lead", team="sales", group=1),
    )


def signed_by(made: Agreement, *signers: Signer) -> Agreement:
    """The agreement with other places to sign."""
    return dataclasses.replace(made, sign_off=dataclasses.replace(made.sign_off, signers=signers))


class AtSigning:
    """The window at the Sign phase of one agreement.

    Args:
        qtbot: Waits.
        made: The whole window.
        agreement: Which agreement is opened.
    """

    def __init__(self, qtbot: QtBot, made: Composition, agreement: str) -> None:
        self.qtbot, self.made, self.agreement = qtbot, made, agreement
        self.window, self.session = made.desk.window, made.desk.session
        page = at_phase(qtbot, made, agreement, "sign")
        assert isinstance(page, SignPages)
        self.pages = page
        until(qtbot, lambda: page.ceremony.chronicle is not None and page.currentWidget() is not page.blank)

    @property
    def file(self) -> FilePage:
        """The page with the file, once its answer is there."""
        until(self.qtbot, lambda: self.pages.file is not None and self.pages.ceremony.answer is not None)
        assert self.pages.file is not None
        return self.pages.file

    @property
    def card(self) -> SeatCard:
        """The card of whoever signs now."""
        card = self.file.steps.card
        assert card is not None, "nobody sits there"
        return card

    @property
    def foot(self) -> SignRow:
        """The passphrase and the button."""
        foot = self.file.steps.row
        assert foot is not None, "nobody sits there"
        return foot

    @property
    def roles(self) -> list[str]:
        """Who has signed, as the library knows it."""
        version = self.pages.ceremony.version
        return [one.role for one in version.signed] if version is not None else []

    def asked_for(self, name: str) -> HandOver:
        """The page that asks for the laptop to be handed to somebody."""
        until(self.qtbot, lambda: self.pages.hand_over is not None and self.pages.hand_over.isVisible())
        hand_over = self.pages.hand_over
        assert hand_over is not None
        assert hand_over.take_button is not None
        assert hand_over.take_button.text() == f"I am {name}"
        return hand_over

    def sit_down(self, name: str) -> SeatCard:
        """Somebody takes the laptop."""
        if self.pages.hand_over is None or not self.pages.hand_over.isVisible():
            button(self.file, f"{name} signs on this laptop").click()
        taken = self.asked_for(name).take_button
        assert taken is not None
        taken.click()
        return self.card

    def fill(self, key: NewIdentity, passphrase: str = PASSPHRASE) -> None:
        """Tick every statement, draw, choose the key, type the passphrase."""
        for check in self.card.checks:
            check.box.click()
        self.draw()
        self.card.key.use(key.file)
        self.type(passphrase)

    def type(self, passphrase: str) -> None:
        """Type a passphrase over what is there."""
        line = self.foot.secret.line
        line.selectAll()
        QTest.keyClicks(line, passphrase)

    def draw(self) -> None:
        """Write a wave with the mouse."""
        pad = self.card.mark.pad
        wide, middle = pad.width(), pad.height() // 2
        QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=QPoint(30, middle))
        for step in range(40):
            QTest.mouseMove(pad, QPoint(30 + step * (wide - 60) // 40, round(middle + 25 * math.sin(step / 3))))
        QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=QPoint(wide - 30, middle))

    def sign(self) -> None:
        """Press the button and wait until it is recorded."""
        before = len(self.roles)
        self.foot.button.click()
        until(self.qtbot, lambda: len(self.roles) > before)

    def has_ink(self) -> bool:
        """Whether there is a signature on the card."""
        return self.card.ink is not None

    def is_signing(self) -> bool:
        """Whether an attempt is under way."""
        return self.file.run.is_running

    def rest(self) -> None:
        """Wait until no attempt is under way."""
        until(self.qtbot, lambda: not self.file.run.is_running)


def key_of(folder: Path, clock: FixedClock, name: str, email: str = "someone@example.com") -> NewIdentity:
    """A signing key of somebody."""
    return make_identity(name, email, PASSPHRASE, folder / f"{name}.p12", clock)


def focus_in(inside: QWidget) -> QWidget | None:
    """The widget with the keyboard focus, if it lies in there."""
    focus = QApplication.focusWidget()
    return focus if focus is not None and inside.isAncestorOf(focus) else None


def spoil(library: str, number: int) -> None:
    """Write something else under a version, past every guard, as a broken disk would."""
    connection = sqlite3.connect(library)
    with connection:
        guards = "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'version'"
        for (name,) in connection.execute(guards).fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute("UPDATE version SET body = x'00' WHERE seq = ?", (number,))
    connection.close()
