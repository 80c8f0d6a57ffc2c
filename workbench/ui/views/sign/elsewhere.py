"""Signing elsewhere: the file goes out, a signed copy comes back. Must not know how a copy is judged."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from workbench.base.errors import WorkbenchError
from workbench.base.language import N_
from workbench.ui.parts.button import Button
from workbench.ui.parts.card import Card
from workbench.ui.parts.eliding import ElidingLabel
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import column, row, stretch
from workbench.ui.parts.notice import Notice
from workbench.ui.parts.refill import refill
from workbench.ui.parts.work_bar import WorkBar
from workbench.ui.views.choosing import file_to_open, file_to_write
from workbench.ui.views.desk import Desk
from workbench.ui.views.differences import DifferenceCard
from workbench.ui.views.exporting import file_name

if TYPE_CHECKING:
    from workbench.services.differing import CopyDifference

PDF = "PDF (*.pdf)"


class Elsewhere(Card):
    """The card.

    Attributes:
        saved: Emitted with the path the file is to be written to.
        received: Emitted with the path of a signed copy.
        record_wanted: Emitted when the record of signing is wanted as a file.
        paper_wanted: Emitted when a print that was signed by hand is to be recorded.

    Args:
        desk: The window and its session.
    """

    saved = Signal(Path)
    received = Signal(Path)
    record_wanted = Signal()
    paper_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        text = desk.language.text
        self._desk, self._text = desk, text
        self._name = "agreement"
        self._title = Label("", "h2")
        self._words = Label("", "body", wrap=True)
        self.save_button = Button("", icon="download", on_click=self.ask_where)
        self.receive_button = Button(text(N_("Take a signed copy in…")), icon="upload", on_click=self.ask_which)
        self._hint = ElidingLabel("", "tiny")
        self.record_button = Button(
            text(N_("Save the record of signing…")), "link", icon="file-check", on_click=self._want_record,
            tip=text(N_("Who opened, accepted, signed and verified the file, and when: as PDF or JSON")),
        )  # fmt: skip
        self.paper_button = Button(
            text(N_("Signed on paper…")), "link", icon="file-pen", on_click=self._want_paper,
            tip=text(N_("Keep the scan of the signed print as evidence")),
        )  # fmt: skip
        self._bar = WorkBar(text(N_("Stop")))
        self._bar.hide()
        self.refusal = Notice("error", "")
        self.refusal.hide()
        buttons = row(self.save_button, self.receive_button, (self._hint, 1), gap=8)
        self._difference = column(gap=0)
        more = row(self.paper_button, self.record_button, stretch(), gap=16)
        super().__init__(
            self._title, self._words, buttons, more, self._bar, self.refusal, self._difference,
            margins=(18, 13, 16, 14), gap=8,
        )  # fmt: skip

    def show_file(self, name: str, *, complete: bool) -> None:
        """Say what can be done with the file.

        Args:
            name: What the file is called, without its ending.
            complete: Has everybody required signed?
        """
        self._name = name
        if complete:
            self._title.setText(self._text(N_("Keep the signed file")))
            words = N_("Send it to everybody who signed. It carries the whole agreement inside, so that a later "
                       "workbench can open it.")  # fmt: skip
        else:
            self._title.setText(self._text(N_("Sign elsewhere")))
            words = N_("Save the file, have it signed on another computer, and take the signed copy in. Signatures "
                       "that are there stay valid.")  # fmt: skip
        self._words.setText(self._text(words))
        self.paper_button.setVisible(not complete)
        self._hint.setText("" if complete else self._text(N_("or drop it on this page")))
        self.save_button.show_text(self._text(N_("Save the signed PDF…") if complete else N_("Save the file…")))
        self.save_button.set_kind("primary" if complete else "")

    def _want_paper(self) -> None:
        self.paper_wanted.emit()

    def _want_record(self) -> None:
        self.record_wanted.emit()

    def ask_where(self) -> None:
        """Ask where the file is to be written."""
        title, name = self._text(N_("Save the file")), file_name(self._name, ".pdf")
        chosen = file_to_write(self._desk, title, name, PDF)
        if chosen is not None:
            self.saved.emit(chosen)

    def ask_which(self) -> None:
        """Ask which file comes back."""
        title = self._text(N_("Take a signed copy in"))
        chosen = file_to_open(self._desk, title, PDF)
        if chosen is not None:
            self.receive(chosen)

    def receive(self, file: Path) -> None:
        """Take a copy in."""
        self.refusal.hide()
        refill(self._difference)
        self._bar.show()
        self._bar.begin(self._text(N_("Checking {file}…")).format(file=file.name))
        self.received.emit(file)

    def finish(self) -> None:
        """It was taken in."""
        self._bar.finish()
        self._bar.hide()

    def refuse(self, error: WorkbenchError) -> None:
        """It was not taken in."""
        self.finish()
        self.refusal.say("error", error.hint, strong=error.message)
        self.refusal.show()

    def show_difference(self, difference: CopyDifference) -> None:
        """Show what the copy that was not taken in says otherwise."""
        refill(self._difference, [DifferenceCard(difference, self._desk.language)])
