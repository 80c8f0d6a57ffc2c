"""Making a signing key: whose it is and a passphrase typed twice; kept on this computer, or in a file of its own.

Written by a job, readable by its owner only. Must not know what is signed with it.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit

from workbench.base.clock import Clock
from workbench.base.errors import WorkbenchError
from workbench.base.language import N_
from workbench.services.keys import (
    ENDING,
    FOLDER,
    NewIdentity,
    export_identity,
    made_folder,
    make_identity,
    make_kept_key,
    open_identity_file,
)
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
        self._folder = desk.memory.folder
        self.make_button = Button(text(N_("Make the key")), "primary", icon="key-round", on_click=self.keep)
        self.file_button = Button(text(N_("Make it as a file…")), icon="download", on_click=self.choose)
        if self._folder is None:  # nothing is kept on this computer
            self.make_button, self.file_button = self.file_button, self.make_button
            self.make_button.set_kind("primary")
            self.file_button.hide()
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
        self.copy_button = Button(text(N_("Save a copy as a file…")), "link", on_click=self.choose_copy)
        self._copied = Label("", "tiny", wrap=True)
        self._copied.hide()
        self._result = box(
            column(
                self._where, 2, Label(text(N_("Fingerprint")), "label"), self._fingerprint,
                Label(text(N_("Write it down or read it to the other side: that is how they know the key is yours.")),
                      "tiny", wrap=True),
                3, self._copied, row(self.copy_button, stretch()), gap=7,
            )
        )  # fmt: skip
        self._result.hide()
        head = column(
            Label(text(N_("New signing key")), "h2"),
            Label(text(N_("A key of your own, made on this computer. It proves that nothing was changed after you "
                          "signed; that it is you, the fingerprint shows.")), "body", wrap=True),
            stretch(), gap=4,
        )  # fmt: skip
        foot = row((self._missing, 1), self._leave, self.file_button, self.make_button, self.use_button, gap=8)
        top = row(column(badge("key-round"), stretch()), (head, 1), gap=14)
        self.setLayout(column(top, self._form, self._result, stretch(), foot, margins=(22, 20, 22, 18), gap=16))
        sized(self, at_least=WIDTH)
        for line in (self.name, self.email, self.first.line, self.second.line):
            line.textChanged.connect(self._check)
            line.returnPressed.connect(self._on_enter)
        self.use_button.hide()
        self._check()
        (self.first.line if name and email else self.name).setFocus()

    def keep(self) -> None:
        """Make the key and keep it on this computer."""
        folder = self._folder
        if folder is None:
            self.choose()
            return
        name, email, phrase, clock = self.name.text(), self.email.text(), self.first.text, self._clock
        self._make(lambda: make_kept_key(name, email, phrase, made_folder(folder / FOLDER), clock))

    def choose(self) -> None:
        """Ask where the key is kept, and make it."""
        chosen = self._asked_where()
        if chosen is not None:
            self.make(chosen)

    def make(self, target: Path) -> None:
        """Make the key and write it to a file."""
        name, email, phrase, clock = self.name.text(), self.email.text(), self.first.text, self._clock
        self._make(lambda: make_identity(name, email, phrase, target, clock))

    def choose_copy(self) -> None:
        """Ask where a copy of the kept key goes, and write it."""
        made, phrase, clock = self._made, self.first.text, self._clock
        chosen = self._asked_where()
        if made is None or chosen is None:
            return

        def copied(_report: object, _cancel: object) -> NewIdentity:
            return export_identity(open_identity_file(made.file, phrase, clock), phrase, chosen)

        self._errands.work(copied, self._show_copy, self._refuse_copy)

    def _asked_where(self) -> Path | None:
        name = file_name(self.name.text().strip() or self._text(N_("Signing key")), ".p12")
        title = self._text(N_("Save the key"))
        chosen = file_to_write(self._desk, title, name, self._text(N_("Signing key (*.p12)")), self)
        if chosen is None or chosen.suffix.casefold() == ".p12":
            return chosen
        return chosen.with_name(f"{chosen.name}.p12")

    def _make(self, job: Callable[[], NewIdentity]) -> None:
        self.make_button.setEnabled(False)
        self.file_button.setEnabled(False)
        self._missing.setText(self._text(N_("Making the key…")))
        self._errands.work(lambda _report, _cancel: job(), self._show, self._refuse)

    def _show_copy(self, made: NewIdentity) -> None:
        words = N_("Written to {file}. A file is easier to guess at than the kept key: keep it where only you can.")
        self._say_copy(self._text(words).format(file=made.file.name))

    def _refuse_copy(self, error: WorkbenchError) -> None:
        self._say_copy(f"{error.message} {error.hint}")

    def _say_copy(self, words: str) -> None:
        self._copied.setText(words)
        self._copied.show()

    def _show(self, made: NewIdentity) -> None:
        self._made = made
        self._form.hide()
        kept = made.file.suffix == ENDING
        words = N_("The key of {name} is in {file}. Only you can read it.")
        if kept:
            words = N_("The key of {name} is kept on this computer, sealed with the passphrase.")
        self._where.setText(self._text(words).format(name=made.name, file=made.file))
        self.copy_button.setVisible(kept)
        self._fingerprint.show_digits(made.fingerprint)
        self._result.show()
        self._missing.setText("")
        self._leave.show_text(self._text(N_("Close")))  # the file is there and stays
        self.make_button.hide()
        self.file_button.hide()
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
            self.keep()

    def _check(self) -> None:
        missing = self._what_is_missing()
        self._missing.setText(missing)
        self.make_button.setEnabled(not missing)
        self.file_button.setEnabled(not missing)
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
