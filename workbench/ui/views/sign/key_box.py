"""The signing key of whoever signs: kept here, chosen or made; its fingerprint once it was opened. Must not sign."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu

from workbench.agreement.signers import SignerSeat
from workbench.base.language import N_
from workbench.ui.parts.button import Button
from workbench.ui.parts.card import Card
from workbench.ui.parts.drop import FileDrop
from workbench.ui.parts.eliding import ElidingLabel
from workbench.ui.parts.fingerprint import Fingerprint
from workbench.ui.parts.icon_label import IconLabel
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import box, column, row, stretch
from workbench.ui.parts.sizing import sized
from workbench.ui.views.choosing import file_to_open
from workbench.ui.views.desk import Desk

if TYPE_CHECKING:
    from workbench.services.keys import KeptKey

KEYS = (".p12", ".pfx")
WIDTH = 208


class KeyBox(Card):
    """The key.

    Attributes:
        changed: Emitted when another file was chosen, or none any more.
        wanted: Emitted when the person wants to make a new key.
        look_wanted: Emitted when the person wants to see the fingerprint before signing.

    Args:
        desk: The window and its session.
    """

    changed = Signal()
    wanted = Signal()
    look_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        text = desk.language.text
        self._desk, self._text = desk, text
        self.file: Path | None = None
        tip = text(N_("Kept on this computer"))
        self.kept_button = Button(text(N_("Kept keys")), "small", icon="key-round", tip=tip)
        self.kept_button.hide()
        self.choose_button = Button(text(N_("Choose my key…")), "small", icon="folder-open", on_click=self.choose)
        self.new_button = Button(text(N_("Make a new key…")), "small", icon="plus")
        self._none = box(
            column(
                Label(text(N_("A file that only you can open. Choose yours, or make one now.")), "tiny", wrap=True),
                3, self.kept_button, self.choose_button, self.new_button, stretch(), gap=6,
            )
        )  # fmt: skip
        self._name = ElidingLabel("", "label", middle=True)
        self.fingerprint = Fingerprint(text(N_("Fingerprint")))
        self._note = Label("", "tiny", wrap=True)
        self.look_button = Button(text(N_("Show the fingerprint")), "link")
        self.change_button = Button(text(N_("Another key…")), "link", on_click=self.forget)
        self._some = box(
            column(
                self._name, 2, self.fingerprint, self._note, stretch(),
                row(self.look_button, stretch()), row(self.change_button, stretch()), gap=3,
            )
        )  # fmt: skip
        self._some.hide()
        head = row(IconLabel("key-round", "accent_text", 16), Label(text(N_("Signing key")), "h3"), stretch(), gap=7)
        super().__init__(head, (self._none, 1), (self._some, 1), kind="quiet", gap=4, name=text(N_("Signing key")))
        sized(self, width=WIDTH)
        self.new_button.clicked.connect(self.wanted)
        self.look_button.clicked.connect(self.look_wanted)
        FileDrop(self, KEYS, self.use)

    def offer(self, kept: Sequence[KeptKey], seat: SignerSeat) -> None:
        """Offer the keys kept on this computer; the one of the person who signs is taken at once.

        Args:
            kept: All of them.
            seat: Of the person who signs.
        """
        menu = QMenu(self)
        for one in kept:
            action = menu.addAction(f"{one.name} · {one.email}")
            action.triggered.connect(lambda _on=False, key=one: self.use(key.file, name=key.name))
        self.kept_button.setMenu(menu)
        self.kept_button.setVisible(bool(kept))
        wanted = (seat.email or seat.name).casefold()
        mine = [one for one in kept if (one.email if seat.email else one.name).casefold() == wanted]
        if len(mine) == 1 and self.file is None:
            self.use(mine[0].file, name=mine[0].name)

    def use(self, file: Path, fingerprint: str = "", name: str = "") -> None:
        """Sign with the key in a file.

        Args:
            file: The key.
            fingerprint: Where it is known already, because the key was just made.
            name: What it is called; the file's name without it.
        """
        self.file = file
        self._name.setText(name or file.name)
        self.show_fingerprint(fingerprint)
        self._none.hide()
        self._some.show()
        self.changed.emit()

    def forget(self) -> None:
        """No key."""
        self.file = None
        self._some.hide()
        self._none.show()
        self.changed.emit()

    def show_fingerprint(self, fingerprint: str, note: str = "") -> None:
        """Show what is known of the key.

        Args:
            fingerprint: Empty while the passphrase has not opened it.
            note: What the library knows of it.
        """
        self.fingerprint.show_digits(fingerprint)
        unknown = self._text(N_("The passphrase opens it."))
        self._note.setText(note or ("" if fingerprint else unknown))
        self._note.setVisible(bool(self._note.text()))
        self.look_button.setVisible(not fingerprint)

    def choose(self) -> None:
        """Ask for the file."""
        kinds = f"{self._text(N_('Signing keys'))} ({' '.join(f'*{ending}' for ending in KEYS)})"
        chosen = file_to_open(self._desk, self._text(N_("My signing key")), kinds)
        if chosen is not None:
            self.use(chosen)
