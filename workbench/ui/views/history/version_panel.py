"""One version: why it was saved and by whom, what became of it, who signed, what its signed file says, its hash.

What is pressed on it goes to the page. Must not know how a version is restored or written.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from workbench.base.language import N_
from workbench.ui.parts.beside import SidePanel
from workbench.ui.parts.button import Button
from workbench.ui.parts.chip import Chip
from workbench.ui.parts.eliding import ElidingLabel
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import Item, box, column, row, stretch
from workbench.ui.parts.notice import Notice
from workbench.ui.parts.refill import refill
from workbench.ui.parts.rule import Rule
from workbench.ui.parts.sizing import sized
from workbench.ui.views.answers import Answers
from workbench.ui.views.dates import full_day
from workbench.ui.views.desk import Desk
from workbench.ui.views.history.words import CHIPS, force_words, version_name
from workbench.ui.views.library.cells import monogram
from workbench.ui.views.stamps import stamp, zone_of

if TYPE_CHECKING:
    from workbench.services.past import PastVersion, SignedBy
    from workbench.services.verifying import DocumentAnswer

WIDTH = 332


class VersionPanel(SidePanel):
    """The panel.

    Attributes:
        restore_wanted: Emitted when the version is to be the draft again.
        pdf_wanted: Emitted when its file is wanted.
        bundle_wanted: Emitted when the agreement with all versions is wanted as a file.
        record_wanted: Emitted when the record of its signing is wanted as a file.
        scan_wanted: Emitted with the hash of a scan that is wanted as a file.

    Args:
        desk: The window and its session.
    """

    restore_wanted = Signal()
    pdf_wanted = Signal()
    bundle_wanted = Signal()
    record_wanted = Signal()
    scan_wanted = Signal(str)

    def __init__(self, desk: Desk) -> None:
        text = desk.language.text
        self._desk, self._text = desk, text
        self._name, self._chip = Label("", "h1", figures=True), Chip("", "idle", icon="check")
        self._force = Label("", "body", wrap=True)
        self._damage, self._same = Notice("error", ""), Label("", "tiny", wrap=True)
        self.restore = Button("", "primary", icon="rotate-ccw")
        self.pdf = Button("", icon="download")
        self.bundle = Button(text(N_("Bundle…")), icon="package", tip=text(N_("The agreement with all its versions")))
        self._note, self._saved = Label("", "label", tone="text", wrap=True), Label("", "tiny", wrap=True)
        self._signed = column(gap=8)
        self.record = Button(text(N_("Record of signing…")), "link", icon="file-check")
        self._signatures = box(
            column(Rule(), 2, Label(text(N_("Signatures")), "h2"), self._signed, row(self.record, stretch()), gap=8)
        )  # fmt: skip
        self.answers = Answers(desk.language, columns=1)
        self._file = box(column(Rule(), 2, Label(text(N_("Signed PDF")), "h2"), self.answers, gap=8))
        verify = Button(text(N_("Verify another PDF…")), "link", icon="shield-check",
                        on_click=lambda: desk.window.registry.run("verify.open"))  # fmt: skip
        self._hash = ElidingLabel("", "tiny", middle=True, figures=True)
        self._whole = box(
            column(
                row((self.restore, 1)), self._same, row((self.pdf, 3), (self.bundle, 2), gap=8), self._damage, 2,
                Rule(), 2, self._note, self._saved, 2, self._signatures, self._file, Rule(),
                row(verify, stretch()), self._hash,
                gap=8,
            )
        )  # fmt: skip
        content = column(
            Label(text(N_("VERSION")), "over"), row(self._name, self._chip, stretch(), gap=8), self._force, 2,
            self._whole, stretch(), margins=(22, 14, 22, 14), gap=6,
        )  # fmt: skip
        super().__init__(box(content), width=WIDTH, name=text(N_("The version chosen")))
        self.restore.clicked.connect(self.restore_wanted)
        self.pdf.clicked.connect(self.pdf_wanted)
        self.bundle.clicked.connect(self.bundle_wanted)
        self.record.clicked.connect(self.record_wanted)

    def show_draft(self, words: str) -> None:
        """Show the draft, which is no version yet."""
        self._name.setText(self._text(N_("Draft")))
        self._chip.hide()
        self._force.setText(words)
        self._whole.hide()

    def show_version(self, one: PastVersion, zone_name: str, *, is_draft: bool) -> None:
        """Show a version; what its signed file says comes with `show_answer`.

        Args:
            one: The version.
            zone_name: On whose wall clock moments are shown.
            is_draft: Does the draft say the same?
        """
        language, zone = self._desk.language, zone_of(zone_name)
        name = version_name(one.header.number)
        self._name.setText(name)
        word, tone, icon = CHIPS[one.state]
        self._chip.show_state(self._text(word), tone, icon=icon)
        self._chip.show()
        self._force.setText(force_words(one, language))
        signed = bool(one.required) and not one.missing and not one.damage
        verb = N_("Amend {version}") if signed else N_("Restore {version} as draft")
        self.restore.show_text(self._text(verb).format(version=name), "pencil-line" if signed else "rotate-ccw")
        self.pdf.show_text(self._text(N_("Signed PDF…") if one.has_signed_file else N_("PDF…")), "download")
        self.pdf.setEnabled(not one.damage)
        self.restore.setEnabled(not one.damage and not is_draft)
        self._same.setText(self._text(N_("The draft says the same.")) if is_draft else "")
        self._same.setVisible(is_draft)
        self._damage.say("error", self._text(N_("It is neither restored nor written.")), strong=one.damage)
        self._damage.setVisible(bool(one.damage))
        self._note.setText(one.header.message)
        saved = self._text(N_("Saved by {author} on {moment}"))
        self._saved.setText(saved.format(author=one.header.author, moment=stamp(one.header.at, zone, language)))
        self._show_signed(one, zone)
        self._file.setVisible(one.has_signed_file)
        self.answers.wait()
        self._hash.setText(f"SHA-256  {' '.join(one.header.hash[at : at + 4] for at in range(0, 64, 4))}")
        self._whole.show()

    def show_answer(self, answer: DocumentAnswer, zone_name: str) -> None:
        """Say what can be said about the signed file."""
        from workbench.services.four_answers import FourAnswers  # noqa: PLC0415  (with the first answer)

        language, zone = self._desk.language, zone_of(zone_name)
        self.answers.show_answers(FourAnswers(answer, language, lambda moment: stamp(moment, zone, language)).all())

    def _show_signed(self, one: PastVersion, zone: dt.tzinfo) -> None:
        refill(self._signed, [self._signer(seen, zone) for seen in one.signed])
        self._signatures.setVisible(bool(one.signed))

    def _signer(self, seen: SignedBy, zone: dt.tzinfo) -> QWidget:
        when = stamp(seen.at, zone, self._desk.language)
        if seen.scan:
            day = full_day(seen.at.astimezone(zone).date(), self._desk.language)
            when = self._text(N_("On paper, {day}; the scan is kept")).format(day=day)
        lines: list[Item] = [ElidingLabel(seen.name, "h3"), ElidingLabel(seen.role, "tiny"),
                             Label(when, "tiny", figures=True)]  # fmt: skip
        if seen.scan:
            save = Button(self._text(N_("Save the scan…")), "link", on_click=lambda: self.scan_wanted.emit(seen.scan))
            lines.append(row(save, stretch()))
        made = box(row(column(_initials(seen), stretch()), (column(*lines, gap=0), 1), gap=10))
        made.setAccessibleName(f"{seen.name}, {seen.role}, {when}")
        return made


def _initials(seen: SignedBy) -> Chip:
    """The signer's initials, as wide as everybody's, so that names stand under each other."""
    made = Chip(monogram(seen.name), seen.side)
    made.setAlignment(Qt.AlignmentFlag.AlignCenter)
    sized(made, width=44)
    return made
