"""Saving the draft as a version: for signature, or as a point while something stands against it. One note, one button.

Must not know issues.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from workbench.base.errors import WorkbenchError
from workbench.base.language import N_
from workbench.ui.parts.button import Button
from workbench.ui.parts.card import Card
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import column, row
from workbench.ui.parts.notice import Notice
from workbench.ui.views.desk import Desk

LIMIT = 300
"""Letters of a note."""


class SavingCard(Card):
    """The card.

    Attributes:
        wanted: Emitted with the note.

    Args:
        desk: The window and its session.
    """

    wanted = Signal(str)

    def __init__(self, desk: Desk) -> None:
        text = desk.language.text
        self._text = text
        self._same_as = 0
        self._busy = False
        self._title, self._words = Label("", "h2"), Label("", "body", wrap=True)
        self.note = QLineEdit()
        self.note.setMaxLength(LIMIT)
        self.note.setPlaceholderText(text(N_("Such as “As agreed in the workshop”")))
        label = Label(text(N_("Why is it saved?")), "label")
        label.setBuddy(self.note)
        self.note.setAccessibleName(label.text())
        self.button = Button("", "primary", on_click=self._save)
        self._missing = Label("", "tiny", wrap=True)
        self._refusal = Notice("error", "")
        self._refusal.hide()
        super().__init__(
            self._title, self._words, column(label, self.note, gap=5), row((self.button, 1)), self._missing,
            self._refusal, gap=10,
        )  # fmt: skip
        self.note.textChanged.connect(lambda _text: self._check())
        self.note.returnPressed.connect(self._save)

    def show_number(self, number: int, *, against: int, same_as: int) -> None:
        """Say what the next version will be.

        Args:
            number: Of the next version.
            against: How many things stand against signing.
            same_as: Number of the version that says the same; 0 for none.
        """
        self._same_as = same_as
        if against:
            self._title.setText(self._text(N_("Save a point")))
            words = N_("It keeps the text as it is now for ever, as version {n}. It cannot be signed.")
            button, icon = N_("Save version {n} as a point"), "bookmark-check"
        else:
            self._title.setText(self._text(N_("Save version {n}")).format(n=number))
            words = N_("It cannot be changed afterwards, only followed. Then its file is made, and signed.")
            button, icon = N_("Save version {n} for signature"), "signature"
        self._words.setText(self._text(words).format(n=number))
        self.button.show_text(self._text(button).format(n=number), icon)
        self.button.set_kind("" if against else "primary")
        self._check()

    def done(self) -> None:
        """It was saved."""
        self._busy = False
        self.note.clear()
        self._refusal.hide()
        self._check()

    def refuse(self, error: WorkbenchError) -> None:
        """It was not saved."""
        self._busy = False
        self._refusal.say("error", error.hint, strong=error.message)
        self._refusal.show()
        self._check()

    def _check(self) -> None:
        missing = ""
        if self._same_as:
            missing = self._text(N_("The draft says what version {n} says.")).format(n=self._same_as)
        elif self._busy:
            missing = self._text(N_("Being saved…"))
        elif not self.note.text().strip():
            missing = self._text(N_("Say in a few words why."))
        self._missing.setText(missing)
        self._missing.setVisible(bool(missing))
        self.button.setEnabled(not missing)

    def _save(self) -> None:
        if self.button.isEnabled():
            self._busy = True
            self._check()
            self.wanted.emit(self.note.text())
