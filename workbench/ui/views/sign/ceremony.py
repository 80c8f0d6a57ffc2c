"""One version on its way to being signed: which it is, its file, who has signed, whose turn it is, what can be said.

Holds no widget, and nothing secret. Lives on the window's thread; files are made and checked by jobs.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, Signal

from workbench.agreement.signers import SignerSeat, open_seats, seats
from workbench.base.clock import FixedClock
from workbench.base.errors import NotAllowedError, WorkbenchError
from workbench.base.language import N_
from workbench.services.files import read_file, write_file
from workbench.ui.errands import Errands
from workbench.ui.views.desk import Desk
from workbench.ui.views.differences import find_difference
from workbench.ui.views.examining import MOST_BYTES, examine, examined

if TYPE_CHECKING:
    from workbench.services.differing import CopyDifference
    from workbench.services.past import Chronicle, PastVersion, SignedBy, VersionFile
    from workbench.services.verifying import DocumentAnswer
    from workbench.services.workbench import Workbench
    from workbench.ui.runner import Cancel, Report

TAKEN_IN = N_("Taken in: signed by {names}.")
Refused = Callable[[WorkbenchError], object]


class Ceremony(QObject):
    """What is known of the version to sign.

    Attributes:
        chronicle: Every version; nothing while the library has not answered.
        version: The newest version for signature; nothing where there is none.
        file: Its content; nothing while it is being read.
        data: The very file: signed by those who have, else as it is made; empty while it is being made.
        answer: What can be said about it; nothing while it is being checked.
        so_far: What its signatures say, while its pages are still being compared; nothing before.
        checked_at: When that was found out.
        trouble: Why the past or the file cannot be had; nothing where it can.
    """

    changed = Signal()
    """Something of it is other than before."""

    file_changed = Signal()
    """The bytes of the file are others."""

    def __init__(self, desk: Desk, agreement: str, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self.agreement = desk, agreement
        self.chronicle: Chronicle | None = None
        self.version: PastVersion | None = None
        self.file: VersionFile | None = None
        self.data = b""
        self.answer: DocumentAnswer | None = None
        self.so_far: DocumentAnswer | None = None
        self.checked_at: dt.datetime | None = None
        self.trouble: WorkbenchError | None = None
        self._taken: DocumentAnswer | None = None
        self._errands = Errands(desk.session, self)
        desk.session.versions_changed.connect(self._on_versions)

    # What is so

    @property
    def seats(self) -> tuple[SignerSeat, ...]:
        """Everybody who may sign, in order."""
        return seats(self.file.agreement) if self.file is not None else ()

    @property
    def turn(self) -> tuple[SignerSeat, ...]:
        """Those who may sign now."""
        return open_seats(self.seats, [one.role for one in self.version.signed] if self.version else [])

    @property
    def is_complete(self) -> bool:
        """Has everybody required signed?"""
        return self.version is not None and bool(self.version.required) and not self.version.missing

    @property
    def draft_differs(self) -> bool:
        """Does the draft say something else than the version to sign?"""
        current = self._desk.session.current
        if current is None or self.version is None or not current.versions:
            return self.version is None
        same_as_newest = not current.differs_from_newest
        return not (same_as_newest and current.versions[-1].content_hash == self.version.header.content_hash)

    def signature(self, seat: SignerSeat) -> SignedBy | None:
        """The signature in a seat, if it is there."""
        signed = self.version.signed if self.version is not None else ()
        return next((one for one in signed if one.role.casefold() == seat.role.casefold()), None)

    def clock(self) -> FixedClock:
        """The signer's clock: the moment of asking."""
        return FixedClock(self._desk.session.now())

    # Learning

    def refresh(self) -> None:
        """Ask the library again."""
        agreement = self.agreement
        self._errands.ask(lambda workbench: workbench.past.of(agreement), self._on_past, self._on_trouble, key="past")

    def _on_versions(self, agreement: str) -> None:
        if agreement == self.agreement:
            self.refresh()

    def _on_past(self, chronicle: Chronicle) -> None:
        before = self.version
        self.trouble = None
        self.chronicle = chronicle
        self.version = next((one for one in chronicle.versions if one.header.kind == "for_signature"), None)
        if self.version is None:
            self.file, self.data, self.answer = None, b"", None
        elif self.file is None or before is None or _facts(before) != _facts(self.version):
            self._read(self.version.header.number)
        self.changed.emit()

    def _read(self, number: int) -> None:
        agreement = self.agreement
        self._errands.ask(
            lambda workbench: workbench.past.file(agreement, number), self._on_file, self._on_trouble, key="file"
        )

    def _on_file(self, file: VersionFile) -> None:
        if self.file is None or self.file.header != file.header:
            self.data = b""
        self.file, self.so_far = file, None
        if file.signed:
            self._show(file.signed)
        elif not self.data:
            self.answer = None
            self._errands.work(lambda report, cancel: _made(file, report, cancel), self._show, self._on_trouble,
                               key="make")  # fmt: skip
        self.changed.emit()

    def _show(self, data: bytes) -> None:
        """Here are the bytes; what can be said about them comes a moment later."""
        if data != self.data:
            self.data = data
            self.file_changed.emit()
        sha256 = hashlib.sha256(data).hexdigest()
        known = [one for one in (self.answer, self._taken) if one is not None and one.examined.sha256 == sha256]
        self.answer = known[0] if known else None
        answer = self.answer
        if answer is None:
            self.check()
        else:  # the library may know more of it than before, such as a scan of the paper
            self._errands.ask(
                lambda workbench: workbench.signing.look_up(answer), self._on_answer, self._on_trouble, key="look up"
            )
        self.changed.emit()

    def check(self) -> None:
        """Find out anew what can be said about the file."""
        self.so_far = None
        examine(self._errands, self.data, self.clock(), self._on_answer, self._on_trouble, self._on_beginning)

    def _on_beginning(self, answer: DocumentAnswer) -> None:
        self.so_far = answer
        self.changed.emit()

    def _on_answer(self, answer: DocumentAnswer) -> None:
        self.answer = answer
        self.checked_at = self._desk.session.now()
        self.changed.emit()

    def _on_trouble(self, error: WorkbenchError) -> None:
        self.trouble = error
        self.changed.emit()

    # Elsewhere

    def save_file(self, target: Path) -> None:
        """Write the file as it is now, to be signed elsewhere or to be kept."""
        data, session = self.data, self._desk.session
        said = self._desk.language.text(N_("Written to {file}")).format(file=target)
        session.work(lambda _report, _cancel: write_file(target, data), done=lambda _sha256: session.told.emit(said))

    def receive(
        self,
        source: Path,
        failed: Refused,
        then: Callable[[], object],
        differs: Callable[[CopyDifference], object] = lambda _difference: None,
    ) -> None:
        """Take a signed copy in that came from elsewhere.

        Args:
            source: The PDF.
            failed: Told why it was not taken in.
            then: Called when it is done.
            differs: Told what a refused copy says otherwise than this version, a moment later.
        """
        clock = self.clock()

        def read(_report: Report, _cancel: Cancel) -> tuple[bytes, DocumentAnswer]:
            data = read_file(source, MOST_BYTES)
            return data, examined(data, clock)

        def judge(found: tuple[bytes, DocumentAnswer]) -> None:
            data, answer = found

            def refused(error: WorkbenchError) -> None:
                failed(error)
                find_difference(self._errands, data, answer, self.agreement, differs)

            self.take_in(data, answer, failed=refused, then=then)

        self._errands.work(read, judge, failed, key="receive")

    def take_in(
        self,
        data: bytes,
        answer: DocumentAnswer,
        failed: Refused,
        before: Callable[[Workbench], object] = lambda _workbench: None,
        then: Callable[[], object] = lambda: None,
        told: str = TAKEN_IN,
    ) -> None:
        """Record the signatures of a file that was verified; this is done whatever page is there by then.

        Args:
            data: The signed file.
            answer: What was found about it.
            failed: Told why it was refused.
            before: Done first, with the library.
            then: Called when it is done.
            told: What is said then; a template for the names of those who are new.
        """
        session, agreement = self._desk.session, self.agreement
        known = {one.role.casefold() for one in self.version.signed} if self.version is not None else set()
        if answer.envelope is not None and not answer.signers:
            failed(NotAllowedError("Nobody has signed this copy.", "Choose the file that was signed."))
            return

        def taken(workbench: Workbench) -> DocumentAnswer:
            before(workbench)
            return workbench.signing.take_in(agreement, data, answer)

        def done(found: DocumentAnswer) -> None:
            new = [seen.signature.holder.name for seen in found.signers if seen.role.casefold() not in known]
            words = self._desk.language.text(told if new else N_("This copy holds no new signature."))
            order = found.order_sentences(self._desk.language)
            session.told.emit(" ".join([words.format(names=", ".join(new)), *order]))
            session.versions_were_changed(agreement)
            if shiboken6.isValid(self):  # whoever wanted to know may be gone
                self._taken = found
                self.checked_at = session.now()
                then()

        def refused(error: WorkbenchError) -> None:
            if shiboken6.isValid(self):
                failed(error)

        session.ask(taken, done=done, failed=refused)


def _facts(version: PastVersion) -> object:
    """What the file depends on."""
    return version.header, version.signed


def _made(file: VersionFile, report: Report, cancel: Cancel) -> bytes:
    from workbench.services.rendering import language_for, render_version  # noqa: PLC0415  (loads ReportLab)

    def at_page(page: int) -> None:
        cancel.check()
        report(page)

    code = language_for(file.agreement)
    return render_version(file.agreement, file.header, code, at_page=at_page, earlier=file.earlier).data
