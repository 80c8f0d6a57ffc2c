"""Verifying any PDF in the window: four answers, never one; foreign is not forged; nothing is taken in by itself."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QToolButton
from pytestqt.qtbot import QtBot

from tests.ui.views import stock
from tests.ui.views.at_signing import FIRST, PASSPHRASE, SECOND, Compose, contract, key_of
from tests.ui.views.conftest import NOW
from tests.ui.views.finding import arrived, button, named, says, until
from workbench.base.clock import FixedClock
from workbench.services.keys import open_identity_file
from workbench.services.rendering import language_for, render_version
from workbench.services.signatures import sign_document
from workbench.services.workbench import Workbench, open_workbench
from workbench.ui.views.answers import AnswerLine
from workbench.ui.views.composition import Composition
from workbench.ui.views.verify.page import VerifyPage

FOREIGN = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]>>endobj\ntrailer<</Size 4/Root 1 0 R>>\n%%EOF\n"
)
"""One blank page, by nobody known here."""


def file_of(workbench: Workbench, agreement: str) -> bytes:
    """The document of the newest version, nobody has signed it."""
    content = workbench.versions.content(agreement)
    return render_version(content, workbench.versions.header(agreement), language_for(content)).data


class Made:
    """A library with a version for signature, and files made from it; made once, because signing takes its time.

    Attributes:
        agreement: Its id.
        unsigned: The document.
        half: Signed by one of the two.
        whole: Signed by both.
    """

    def __init__(self, folder: Path) -> None:
        self.folder, self.clock = folder, FixedClock(NOW)
        self.library = folder / "library.sla"
        with open_workbench(str(self.library), clock=self.clock, person="Ana") as workbench:
            self.agreement = stock.put_version(workbench, contract(), signed=0)
            self.unsigned = file_of(workbench, self.agreement)
            workbench.exchange.bundle(self.agreement, self.bundle)
        self.half = self.signed(self.unsigned, FIRST, "Marketing lead")
        self.whole = self.signed(self.half, SECOND, "Sales lead")

    @property
    def bundle(self) -> Path:
        """The agreement, to be taken elsewhere."""
        return self.folder / "moved.slaw"

    def write(self, name: str, data: bytes) -> Path:
        """A file."""
        path = self.folder / name
        path.write_bytes(data)
        return path

    def signed(self, data: bytes, name: str, role: str) -> bytes:
        """The file with one more signature."""
        file = self.folder / f"{name}.p12"
        key = file if file.exists() else key_of(self.folder, self.clock, name).file
        return sign_document(data, role, open_identity_file(key, PASSPHRASE, self.clock), self.clock).data


@pytest.fixture(scope="module")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Made:
    return Made(tmp_path_factory.mktemp("verify"))


@pytest.fixture
def files(made_once: Made, place: str) -> Made:
    """The files, and the library where the window looks for it."""
    shutil.copyfile(made_once.library, place)
    return made_once


def handed(qtbot: QtBot, made: Composition, file: Path, before: list[list[str]] | None = None) -> VerifyPage:
    """A file is dropped on the window; the page, once there is an answer; `before` gets what it said until then."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file))])
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    copy = Qt.DropAction.CopyAction
    QApplication.sendEvent(made.desk.window, QDragEnterEvent(QPoint(200, 200), copy, mime, left, none))
    QApplication.sendEvent(made.desk.window, QDropEvent(QPointF(200, 200), copy, mime, left, none))
    page = arrived(qtbot, made, "verify")
    assert isinstance(page, VerifyPage)

    def is_answered() -> bool:
        if before is not None:
            before.append(answers(page))
        return page.answer is not None

    until(qtbot, is_answered)
    return page


def answers(page: VerifyPage) -> list[str]:
    """The four answers as they are shown."""
    return [line.words for line in page.findChildren(AnswerLine) if line.isVisible()]


def test_a_signed_file_gets_four_answers_and_says_which_version_it_is(
    qtbot: QtBot, compose: Compose, files: Made
) -> None:
    made = compose()
    before: list[list[str]] = []
    page = handed(qtbot, made, files.write("signed.pdf", files.whole), before)
    assert [  # by the signatures alone, and said while the pages were being set again
        "Every signature holds so far",
        "Self-issued, first seen here now",
        "Signer's clock, 21 Nov 2026, 15:32",
        "2 of 2 required signatures",
    ] in before
    assert answers(page) == [
        "Unchanged since signature 2",
        "Self-issued, first seen here now",
        "Signer's clock, 21 Nov 2026, 15:32",
        "2 of 2 required signatures",
    ]
    assert says(page, "Unchanged, and signed by everybody required")
    assert says(page, "checked 15:32, Europe/Berlin")
    assert says(page, "The version stored here says the same")
    assert says(page, "Set from the agreement inside, byte for byte")
    assert says(page, FIRST)
    assert says(page, "This key is seen here for the first time")
    until(qtbot, lambda: page.beside.file.count > 5)


def test_escape_and_a_button_lead_back_to_the_library(qtbot: QtBot, compose: Compose, files: Made) -> None:
    made = compose(width=1024, height=640)
    page = handed(qtbot, made, files.write("offer.pdf", FOREIGN))
    assert not says(made.desk.window.status, "Enter opens")
    QTest.keyClick(page, Qt.Key.Key_Escape)
    arrived(qtbot, made, "library")
    until(qtbot, lambda: says(made.desk.window.status, "Enter opens"))
    page = handed(qtbot, made, files.write("offer.pdf", FOREIGN))
    named(page, QToolButton, "Back to the library (Esc)").click()
    arrived(qtbot, made, "library")


def test_where_an_agreement_is_open_its_phases_lead_back(qtbot: QtBot, compose: Compose, files: Made) -> None:
    made = compose()
    with qtbot.waitSignal(made.desk.session.versions_changed):
        made.desk.session.open(files.agreement)
    arrived(qtbot, made, "prepare")
    page = handed(qtbot, made, files.write("offer.pdf", FOREIGN))
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert made.desk.window.place == "verify"
    assert not any(one.accessibleName().startswith("Back") for one in page.findChildren(QToolButton) if one.isVisible())


def test_a_signed_copy_is_taken_in_only_when_somebody_asks(qtbot: QtBot, compose: Compose, files: Made) -> None:
    made = compose()
    page = handed(qtbot, made, files.write("signed.pdf", files.whole))
    session = made.desk.session
    found: list[int] = []

    def ask() -> None:
        session.ask(lambda workbench: len(workbench.past.of(files.agreement).versions[0].signed), done=found.append)

    ask()
    until(qtbot, lambda: found == [0])
    button(page, "Take this copy in").click()
    until(qtbot, lambda: says(made.desk.window, f"Recorded: signed by {FIRST}, {SECOND}."))
    ask()
    until(qtbot, lambda: found == [0, 2])


def test_one_signature_is_open_and_the_rest_is_named(qtbot: QtBot, compose: Compose, files: Made) -> None:
    page = handed(qtbot, compose(), files.write("half.pdf", files.half))
    assert says(page, "Unchanged; signatures are still missing")
    assert says(page, "1 of 2 required signatures")
    assert says(page, "Still to sign: Sales lead.")


def test_a_foreign_file_cannot_be_verified_here_and_is_not_called_forged(
    qtbot: QtBot, compose: Compose, files: Made
) -> None:
    page = handed(qtbot, compose(), files.write("offer.pdf", FOREIGN))
    assert says(page, "It cannot be verified here")
    assert says(page, "That says nothing against it.")
    assert says(page, "No agreement of SLA Workbench can be read in it.")
    assert says(page, "checked 14:32, this computer's clock")
    assert not any("forged" in said for said in answers(page))
    assert len(answers(page)) == 4
    until(qtbot, lambda: page.beside.file.count == 1)


def test_a_changed_file_says_so_and_is_not_offered(qtbot: QtBot, compose: Compose, files: Made) -> None:
    data = files.whole
    at = data.index(b"stream") + 60
    page = handed(qtbot, compose(), files.write("changed.pdf", data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]))
    assert page.answer is not None
    assert page.answer.verdict in {"broken", "changed", "unverifiable"}
    assert not answers(page)[0].startswith("Unchanged")
    assert not page._take.isVisible()


def test_a_file_that_is_no_pdf_says_so(qtbot: QtBot, compose: Compose, files: Made) -> None:
    page = handed(qtbot, compose(), files.write("letter.pdf", b"Dear all"))
    assert says(page, "It cannot be verified here") or says(page, "A signature does not hold")
    until(qtbot, lambda: says(page.beside.file, "not a PDF") or says(page.beside.file, "cannot be shown"))


@pytest.mark.skipif(shutil.which("qpdf") is None, reason="needs qpdf to lock a file")
def test_a_locked_file_says_so(qtbot: QtBot, compose: Compose, files: Made) -> None:
    plain, locked = files.write("plain.pdf", files.unsigned), files.folder / "locked.pdf"
    words = ["qpdf", "--encrypt", "secret", "owner", "256", "--", str(plain), str(locked)]
    subprocess.run(words, check=True)
    page = handed(qtbot, compose(), locked)
    assert page.answer is not None
    assert page.answer.verdict == "unverifiable"
    until(qtbot, lambda: says(page.beside.file, "password"))


def test_a_file_of_a_version_that_is_not_the_one_here(
    qtbot: QtBot, compose: Compose, files: Made, tmp_path: Path, clock: FixedClock
) -> None:
    with open_workbench(str(tmp_path / "elsewhere.sla"), clock=clock, person="Bo") as other:
        other.exchange.open(files.bundle)
        other.drafting.set(files.agreement, "teams.company", "Northwind Iberia")
        other.versions.save(files.agreement, "Theirs")
        data = files.signed(file_of(other, files.agreement), FIRST, "Marketing lead")
    page = handed(qtbot, compose(), files.write("theirs.pdf", data))
    assert says(page, "Not the version with that number stored here")
    until(qtbot, lambda: says(page, "in the copy “Northwind Iberia”."))
    assert not page._take.isVisible()


def test_by_key_and_from_the_library(
    qtbot: QtBot, compose: Compose, files: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = compose()
    file = files.write("half.pdf", files.half)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    assert made.desk.window.registry.run("verify.open")
    page = arrived(qtbot, made, "verify")
    assert isinstance(page, VerifyPage)
    until(qtbot, lambda: page.answer is not None)
    button(page, "Open the agreement").click()
    arrived(qtbot, made, "sign")


def test_a_file_that_is_gone_is_refused_in_one_sentence(qtbot: QtBot, compose: Compose, files: Made) -> None:
    made = compose()
    made.files.open(files.folder / "gone.pdf")
    until(qtbot, lambda: says(made.desk.window, "gone.pdf"))
    assert made.desk.window.place == "library"
