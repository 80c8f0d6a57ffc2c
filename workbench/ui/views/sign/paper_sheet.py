"""Recording a print that was signed by hand: the scan, who is on it, the day, and that it is this very version.

Nothing is recorded before the person has compared the hash at the foot of the paper. Must not know how it is kept.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QDateEdit, QDialog

from workbench.agreement.signers import SignerSeat
from workbench.agreement.version import VersionHeader
from workbench.base.errors import WorkbenchError
from workbench.base.language import N_
from workbench.ui.errands import Errands
from workbench.ui.parts.button import Button
from workbench.ui.parts.check_line import CheckLine
from workbench.ui.parts.drop import FileDrop
from workbench.ui.parts.eliding import ElidingLabel
from workbench.ui.parts.icon_label import badge
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import Item, column, row, stretch
from workbench.ui.parts.notice import Notice
from workbench.ui.parts.sizing import sized
from workbench.ui.views.choosing import file_to_open
from workbench.ui.views.desk import Desk

if TYPE_CHECKING:
    from workbench.services.paper import PaperSigner, SeenScan

WIDTH = 560
SCANS = (".pdf", ".png", ".jpg", ".jpeg")
SHORT_HASH = 16
"""Digits of the version's hash that stand at the foot of each page."""

Kept = Callable[[bytes, "Sequence[PaperSigner]", "Callable[[WorkbenchError], object]", Callable[[], object]], object]
"""Told the scan and who is on it, whom to tell of a refusal, and whom when it is done."""


class PaperSheet(QDialog):
    """The sheet. Deletes itself when it is closed.

    Args:
        desk: The window and its session.
        header: The version that was printed.
        seats: Who has not signed it yet.
        days: First and last day that can stand on the paper.
        keep: Keeps the scan.
    """

    def __init__(
        self,
        desk: Desk,
        header: VersionHeader,
        seats: Sequence[SignerSeat],
        days: tuple[dt.date, dt.date],
        keep: Kept,
    ) -> None:
        super().__init__(desk.window)
        text = desk.language.text
        self._desk, self._text, self._seats, self._keep = desk, text, seats, keep
        self._scan: SeenScan | None = None
        self._errands = Errands(desk.session, self)
        self.setWindowTitle(text(N_("Signed on paper")))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.choose_button = Button(text(N_("Choose the scan…")), icon="folder-open", on_click=self.choose)
        self._file = ElidingLabel(text(N_("PDF, PNG or JPEG; or drop it here")), "tiny")
        said = text(N_("{name}, as {role}"))
        self.checks = [CheckLine(said.format(name=one.name, role=one.role)) for one in seats]
        self.day = QDateEdit()
        self.day.setCalendarPopup(True)
        self.day.setDisplayFormat("d MMM yyyy")
        self.day.setDateRange(_q(days[0]), _q(days[1]))
        self.day.setDate(_q(days[1]))
        label = Label(text(N_("Day on the paper")), "label")
        label.setBuddy(self.day)
        self.day.setAccessibleName(label.text())
        digits = " ".join(header.hash[at : at + 4] for at in range(0, SHORT_HASH, 4))
        compared = text(N_("At the foot of the paper stands version {n} and {digits}."))
        self.compared = CheckLine(compared.format(n=header.number, digits=digits))
        self._refusal = Notice("error", "")
        self._refusal.hide()
        self._missing = Label("", "tiny", wrap=True)
        self.keep_button = Button(text(N_("Keep as evidence")), "primary", icon="check", on_click=self._record)
        leave = Button(text(N_("Cancel")), on_click=self.reject)
        words = N_("The scan is kept as it is, with its hash, as evidence for this version. What it shows is what you "
                   "say it shows; the record says who said so.")  # fmt: skip
        head = column(
            Label(text(N_("Signed on paper")), "h2"), Label(text(words), "body", wrap=True), stretch(), gap=4
        )  # fmt: skip
        items: list[Item] = [
            row(column(badge("file-pen"), stretch()), (head, 1), gap=14),
            row(self.choose_button, (self._file, 1), gap=10),
            column(Label(text(N_("Who signed it")), "label"), *self.checks, gap=8),
            row(column(label, self.day, gap=5), stretch()),
            column(Label(text(N_("Is it this version?")), "label"), self.compared, gap=8),
            self._refusal, stretch(), row((self._missing, 1), leave, self.keep_button, gap=8),
        ]  # fmt: skip
        self.setLayout(column(*items, margins=(22, 20, 22, 18), gap=16))
        sized(self, at_least=WIDTH)
        for check in (*self.checks, self.compared):
            check.toggled.connect(lambda _on: self._check())
        FileDrop(self, SCANS, self.take)
        self._check()
        self.choose_button.setFocus()

    def choose(self) -> None:
        """Ask for the scan."""
        endings = " ".join(f"*{ending}" for ending in SCANS)
        kinds = f"{self._text(N_('Scans'))} ({endings})"
        chosen = file_to_open(self._desk, self._text(N_("Scan of the signed print")), kinds)
        if chosen is not None:
            self.take(chosen)

    def take(self, file: Path) -> None:
        """Read a scan."""
        from workbench.services.paper import see_scan  # noqa: PLC0415  (on a click)

        self._scan = None
        self._file.setText(self._text(N_("{file} is being read…")).format(file=file.name))
        self._check()
        self._errands.work(lambda _report, _cancel: see_scan(file), self._show, self._refuse, key="scan")

    def _show(self, scan: SeenScan) -> None:
        self._scan = scan
        pages = self._desk.language.count(N_("{n} page"), N_("{n} pages"), scan.kind.pages).format(n=scan.kind.pages)
        self._file.setText(f"{scan.name}, {pages}, SHA-256 {scan.sha256[:4]} {scan.sha256[4:8]} …")
        self._refusal.hide()
        self._check()

    def _refuse(self, error: WorkbenchError) -> None:
        if self._scan is None:
            self._file.setText(self._text(N_("PDF, PNG or JPEG; or drop it here")))
        self._refusal.say("error", error.hint, strong=error.message)
        self._refusal.show()
        self._check()

    def _record(self) -> None:
        from workbench.services.paper import PaperSigner  # noqa: PLC0415  (on a click)

        if self._scan is None:
            return
        chosen = self.day.date()
        on = dt.date(chosen.year(), chosen.month(), chosen.day())
        pairs = zip(self._seats, self.checks, strict=True)
        signers = [PaperSigner(seat.role, on, seat.name) for seat, check in pairs if check.is_ticked]
        self.keep_button.setEnabled(False)
        self._keep(self._scan.data, signers, self._refuse, self.accept)

    def _check(self) -> None:
        text = self._text
        missing = [
            words
            for words, lacks in (
                (text(N_("the scan")), self._scan is None),
                (text(N_("who signed")), not any(check.is_ticked for check in self.checks)),
                (text(N_("the comparison of the hash")), not self.compared.is_ticked),
            )
            if lacks
        ]
        self._missing.setText(text(N_("Still missing: {things}.")).format(things=", ".join(missing)) if missing else "")
        self.keep_button.setEnabled(not missing)


def _q(day: dt.date) -> QDate:
    return QDate(day.year, day.month, day.day)
