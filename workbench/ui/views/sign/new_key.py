"""Making a signing key: whose it is, a passphrase typed twice, and the file it is kept in.

The file is written by a job, readable by its owner only, where the person says. Must not know what is signed with it.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit

from workbench.base.clock import Clock
from workbench.base.errors import WorkbenchError
from workbench.base.language import N_
from workbench.services.signatures import NewIdentity, make_identity
from workbench.ui.errands import Errands
from workbench.ui.parts.button import Button
from workbench.ui.parts.fingerprint import Fingerprint
from workbench.ui.parts.icon_label import badge
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import Panel, box, column, row, stretch
from workbench.ui.parts.notice import Notice
from workbench.ui.parts.secret_field import SecretField
from workbench.ui.parts.sizing import sized
from workbench.ui.views.choosing import file_to_write
from workbench.ui.views.desk import Desk
from workbench.ui.views.exporting import file_name

WIDTH = 560
SHORTEST = 8
"""Letters of a passphrase, as the key itself demands."""

Made = Callable[[NewIdentity, str], object]


class NewKey(QDialog):
    """The sheet for a new key. Deletes itself when it is closed.

    Args:
        desk: The window and its session.
        clock: When the key begins to be valid.
        name: Whose key, to begin with.
        email: With which address, to begin with.
        used: Called with the key and its passphrase when the person wants to sign with it.
    """

    def __init__(self, desk: Desk, clock: Clock, name: str, email: str, used: Made) -> None:
        super().__init__(desk.window)
        text = desk.language.text
        self._desk, self._clock, self._text, self._used = desk, clock, text, used
        self._made: NewIdentity | None = None
        self._errands = Errands(desk.session, self)
        self.setWindowTitle(text(N_("New signing key")))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.name, self.email = QLineEdit(name), QLineEdit(email)
        secret = {"show_says": text(N_("Show what is typed")), "hide_says": text(N_("Hide what is typed"))}
        self.first = SecretField(text(N_("Passphrase")), **secret)
        self.second = SecretField(text(N_("The same again")), **secret)
        self._refusal = Notice("error", "")
        self._refusal.hide()
        self.make_button = Button(
            text(N_("Make the key and save it…")), "primary", icon="key-round", on_click=self.choose
        )
        self.use_button = Button(text(N_("Sign with this key")), "primary", on_click=self._use)
        self._missing = Label("", "tiny", wrap=True)
        self._leave = Button(text(N_("Cancel")), on_click=self.reject)
        self._form = box(
            column(
                self._field(text(N_("Name, as it will stand in the signature")), self.name),
                self._field(text(N_("E-mail")), self.email),
                row((column(self.first, stretch(), gap=0), 1), (column(self.second, stretch(), gap=0), 1), gap=12),
                Label(text(N_("Several words are better than one. Nobody can recover it for you, and it is kept "
                              "nowhere.")), "tiny", wrap=True),
                self._refusal, gap=12,
            )
        )  # fmt: skip
        self._fingerprint = Fingerprint(text(N_("Fingerprint of the new key:")))
        self._where = Label("", "body", wrap=True, selectable=True)
        self._result = box(
            column(
                self._where, 2, Label(text(N_("Fingerprint")), "label"), self._fingerprint,
                Label(text(N_("Write it down or read it to the other side: that is how they know the key is yours.")),
                      "tiny", wrap=True),
                gap=7,
            )
        )  # fmt: skip
        self._result.hide()
        head = column(
            Label(text(N_("New signing key")), "h2"),
            Label(text(N_("A key of your own, made on this computer. It proves that nothing was changed after you "
                          "signed; that it is you, the fingerprint shows.")), "body", wrap=True),
            stretch(), gap=4,
        )  # fmt: skip
        foot = row((self._missing, 1), self._leave, self.make_button, self.use_button, gap=8)
        top = row(column(badge("key-round"), stretch()), (head, 1), gap=14)
        self.setLayout(column(top, self._form, self._result, stretch(), foot, margins=(22, 20, 22, 18), gap=16))
        sized(self, at_least=WIDTH)
        for line in (self.name, self.email, self.first.line, self.second.line):
            line.textChanged.connect(self._check)
            line.returnPressed.connect(self._on_enter)
        self.use_button.hide()
        self._check()
        (self.first.line if name and email else self.name).setFocus()

    def choose(self) -> None:
        """Ask where the key is kept, and make it."""
        name = file_name(self.name.text().strip() or self._text(N_("Signing key")), ".p12")
        title = self._text(N_("Save the key"))
        chosen = file_to_write(self._desk, title, name, self._text(N_("Signing key (*.p12)")), self)
        if chosen is not None:
            self.make(chosen if chosen.suffix.casefold() == ".p12" else chosen.with_name(f"{chosen.name}.p12"))

    def make(self, target: Path) -> None:
        """Make the key and write it."""
        name, email, phrase, clock = self.name.text(), self.email.text(), self.first.text, self._clock
        self.make_button.setEnabled(False)
        self._missing.setText(self._text(N_("Making the key…")))
        self._errands.work(
            lambda _report, _cancel: make_identity(name, email, phrase, target, clock), self._show, self._refuse
        )

    def _show(self, made: NewIdentity) -> None:
        self._made = made
        self._form.hide()
        self._where.setText(self._text(N_("The key of {name} is in {file}. Only you can read it.")).format(
            name=made.name, file=made.file))  # fmt: skip
        self._fingerprint.show_digits(made.fingerprint)
        self._result.show()
        self._missing.setText("")
        self._leave.show_text(self._text(N_("Close")))  # the file is there and stays
        self.make_button.hide()
        self.use_button.show()
        self.use_button.setFocus()
        self.adjustSize()

    def _use(self) -> None:
        if self._made is not None:
            self._used(self._made, self.first.text)
            self.accept()

    def _refuse(self, error: WorkbenchError) -> None:
        self._refusal.say("error", error.hint, strong=error.message)
        self._refusal.show()
        self._check()

    def _on_enter(self) -> None:
        if self.make_button.isEnabled():
            self.choose()

    def _check(self) -> None:
        missing = self._what_is_missing()
        self._missing.setText(missing)
        self.make_button.setEnabled(not missing)
        if (
            self.second.text
            and self.first.text != self.second.text
            and not self.first.text.startswith(self.second.text)
        ):
            self.second.show_problem(self._text(N_("The two passphrases differ.")))
        else:
            self.second.show_problem("")

    def _what_is_missing(self) -> str:
        if not self.name.text().strip():
            return self._text(N_("Enter your name."))
        if not self.email.text().strip():
            return self._text(N_("Enter your e-mail address."))
        if len(self.first.text) < SHORTEST:
            return self._text(N_("The passphrase needs at least {n} characters.")).format(n=SHORTEST)
        if self.first.text != self.second.text:
            return self._text(N_("Type the passphrase again."))
        return ""

    def _field(self, label: str, line: QLineEdit) -> Panel:
        title = Label(label, "label")
        title.setBuddy(line)
        line.setAccessibleName(label)
        return Panel(column(title, line, gap=5))
