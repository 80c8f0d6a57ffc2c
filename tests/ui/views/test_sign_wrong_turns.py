"""Signing that goes wrong: one sentence, nothing written, nothing lost; doubts about a key are settled by a person."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests.ui.views import stock
from tests.ui.views.at_signing import FIRST, PASSPHRASE, SECOND, AtSigning, Compose, Stock, contract, key_of
from tests.ui.views.finding import arrived, button, field, says, until
from workbench.base.clock import Clock, FixedClock
from workbench.services.arriving import take_in
from workbench.services.keys import open_identity_file
from workbench.services.rendering import language_for, render_version
from workbench.services.signatures import sign_document
from workbench.services.workbench import Workbench, open_workbench
from workbench.signing.identities import Identity
from workbench.ui.views.sign import signing_run

Put = Callable[[Workbench, str], object]
Sit = Callable[..., AtSigning]


@pytest.fixture
def at(qtbot: QtBot, compose: Compose, stocked: Stock) -> Sit:
    """Opens an agreement with a version for signature at the Sign phase."""

    def sit(more: Put = lambda _workbench, _agreement: None) -> AtSigning:
        ids: list[str] = []

        def fill(workbench: Workbench) -> None:
            ids.append(stock.put_version(workbench, contract(), signed=0))
            more(workbench, ids[0])

        stocked(fill)
        return AtSigning(qtbot, compose(), ids[0])

    return sit


def test_a_wrong_passphrase_is_said_at_the_field_and_the_next_one_signs(
    at: Sit, tmp_path: Path, clock: FixedClock
) -> None:
    room = at()
    room.sit_down(FIRST)
    room.fill(key_of(tmp_path, clock, FIRST), "not the passphrase")
    room.foot.button.click()
    room.rest()
    assert says(room.foot, "The passphrase does not open this identity")
    assert room.foot.secret.line.hasFocus()
    assert room.roles == []
    assert all(check.is_ticked for check in room.card.checks)
    assert room.has_ink()
    room.type(PASSPHRASE)
    assert not says(room.foot, "does not open")
    room.sign()
    assert room.roles == ["Marketing lead"]


def test_a_file_that_is_no_key_is_refused_in_one_sentence(at: Sit, tmp_path: Path, clock: FixedClock) -> None:
    room = at()
    room.sit_down(FIRST)
    key = key_of(tmp_path, clock, FIRST)
    key.file.write_bytes(b"not a key")
    room.fill(key)
    room.foot.button.click()
    room.rest()
    assert says(room.foot, "is not an identity") or says(room.foot, "not a")
    assert room.roles == []


def test_a_key_of_somebody_else_is_doubted_before_it_signs(
    at: Sit, qtbot: QtBot, tmp_path: Path, clock: FixedClock
) -> None:
    room = at()
    room.sit_down(FIRST)
    room.fill(key_of(tmp_path, clock, "Zoë Müller", "zoe@example.com"))
    room.foot.button.click()
    until(qtbot, room.card.doubts.isVisible)
    assert says(room.card, f"The key is Zoë Müller's (zoe@example.com); the place is for {FIRST}.")
    QTest.keyClick(room.file, Qt.Key.Key_Escape)
    room.rest()
    assert room.roles == []
    room.foot.button.click()
    until(qtbot, room.card.doubts.isVisible)
    button(room.card, "Sign with this key all the same").click()
    until(qtbot, lambda: room.roles == ["Marketing lead"])
    until(qtbot, lambda: room.pages.hand_over is not None and room.pages.hand_over.isVisible())
    room.pages._on_left()
    assert says(room.file, "The key names Zoë Müller.")


def test_another_key_than_the_known_one_needs_a_reason(
    at: Sit, qtbot: QtBot, tmp_path: Path, clock: FixedClock
) -> None:
    mail = "elena@example.com"

    def known(workbench: Workbench, _agreement: str) -> None:
        workbench._library.pins.remember("Marketing lead", mail, FIRST, "ab" * 32, actor="Ana")

    room = at(known)
    room.sit_down(FIRST)
    room.fill(key_of(tmp_path, clock, FIRST, mail))
    room.foot.button.click()
    until(qtbot, room.card.doubts.isVisible)
    assert says(room.card, "Another key is known for Elena Marsh as Marketing lead since 21 Nov 2026.")
    go_on = button(room.card, "Expect this key from now on, and sign")
    assert not go_on.isEnabled()
    QTest.keyClicks(field(room.card, "How did you make sure that this key is theirs?"), "By phone")
    go_on.click()
    until(qtbot, lambda: room.roles == ["Marketing lead"])


def test_the_key_that_signed_before_does_not_sign_for_somebody_else(
    at: Sit, qtbot: QtBot, tmp_path: Path, clock: FixedClock
) -> None:
    room = at()
    key = key_of(tmp_path, clock, FIRST)
    room.sit_down(FIRST)
    room.fill(key)
    room.sign()
    room.sit_down(SECOND)
    room.fill(key)
    room.foot.button.click()
    until(qtbot, room.card.doubts.isVisible)
    button(room.card, "Sign with this key all the same").click()
    room.rest()
    assert room.roles == ["Marketing lead"]
    assert says(room.card, "signed")
    assert room.card.isEnabled()
    assert room.has_ink()


def test_stopped_in_the_middle_nothing_is_written_and_nothing_is_lost(
    at: Sit, qtbot: QtBot, tmp_path: Path, clock: FixedClock
) -> None:
    room = at()
    room.sit_down(FIRST)
    room.fill(key_of(tmp_path, clock, FIRST))
    room.foot.button.click()
    assert room.is_signing()
    assert not room.card.checks[0].isEnabled()
    QTest.keyClick(room.file, Qt.Key.Key_Escape)
    assert not room.is_signing()
    assert room.card.checks[0].isEnabled()
    assert room.foot.button.isEnabled()
    kept: list[int] = []
    room.session.ask(lambda workbench: len(workbench.past.of(room.agreement).versions[0].signed), done=kept.append)
    until(qtbot, lambda: bool(kept))
    assert kept == [0]
    room.sign()
    assert room.roles == ["Marketing lead"]


def test_who_leaves_leaves_nothing_behind(at: Sit, qtbot: QtBot, tmp_path: Path, clock: FixedClock) -> None:
    room = at()
    room.sit_down(FIRST)
    room.fill(key_of(tmp_path, clock, FIRST))
    room.window.go("agree")
    arrived(qtbot, room.made, "agree")
    assert room.foot.secret.text == ""
    room.window.go("sign")
    arrived(qtbot, room.made, "sign")
    assert room.has_ink()
    QTest.keyClick(room.file, Qt.Key.Key_Escape)
    assert room.file.steps.card is None
    card = room.sit_down(FIRST)
    assert not room.has_ink()
    assert card.key.file is None
    assert not any(check.is_ticked for check in card.checks)


def test_a_file_that_cannot_be_written_is_refused_in_one_sentence(
    at: Sit, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = at()
    nowhere = tmp_path / "gone" / "file.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(nowhere), ""))
    button(room.file, "Save the file…").click()
    until(qtbot, lambda: says(room.window, "could not be written"))
    assert not nowhere.exists()


def test_without_the_time_stamp_that_was_asked_for_nothing_is_signed_until_it_is_not_wanted(
    at: Sit, qtbot: QtBot, tmp_path: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The key is looked at, refused its stamp, and signs: opened once in all, because that takes long on purpose."""
    opened: list[Path] = []

    def opening(source: Path, passphrase: str, when: Clock) -> Identity:
        opened.append(source)
        return open_identity_file(source, passphrase, when)

    monkeypatch.setattr(signing_run, "open_identity_file", opening)
    room = at()
    card = room.sit_down(FIRST)
    key = key_of(tmp_path, clock, FIRST)
    room.fill(key)
    button(card, "Show the fingerprint").click()
    until(qtbot, lambda: not card.key.look_button.isVisible())
    card.stamp.check.box.click()
    assert room.foot.missing == "Still missing: the time-stamp server."
    card.stamp.line.setText("http://127.0.0.1:1/tsa")
    room.foot.button.click()
    until(qtbot, lambda: says(card, "The time-stamp server 127.0.0.1 cannot be reached."))
    assert says(card, "sign without a time stamp")
    room.rest()
    assert room.roles == []
    card.stamp.check.box.click()
    room.sign()
    assert room.roles == ["Marketing lead"]
    assert opened == [key.file]


def test_a_picture_of_a_signature_is_taken_or_refused(at: Sit, qtbot: QtBot, tmp_path: Path) -> None:
    room = at()
    card = room.sit_down(FIRST)
    text = tmp_path / "no picture.png"
    text.write_text("hello", "utf-8")
    card.mark.take_picture(text)
    until(qtbot, lambda: says(card, "The picture of the signature cannot be read."))
    assert not room.has_ink()
    picture = QImage(60, 20, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    drawn = tmp_path / "mark.png"
    assert picture.save(str(drawn))
    card.mark.take_picture(drawn)
    until(qtbot, lambda: card.ink is not None)
    assert card.ink is not None
    assert QImage.fromData(card.ink.image).size() == picture.size()


def test_strokes_are_taken_back_by_key(at: Sit) -> None:
    room = at()
    card = room.sit_down(FIRST)
    room.draw()
    room.draw()
    pad = card.mark.pad
    assert [len(pad.strokes)] == [2]
    QTest.keyClick(pad, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert [len(pad.strokes)] == [1]
    QTest.keyClick(pad, Qt.Key.Key_Delete)
    assert not room.has_ink()


# Signed elsewhere


def signed_elsewhere(room: AtSigning, key: Path, clock: FixedClock, role: str = "Marketing lead") -> bytes:
    identity = open_identity_file(key, PASSPHRASE, clock)
    return sign_document(room.file.ceremony.data, role, identity, clock).data


def test_a_copy_signed_elsewhere_is_taken_in(at: Sit, qtbot: QtBot, tmp_path: Path, clock: FixedClock) -> None:
    room = at()
    copy = tmp_path / "signed.pdf"
    copy.write_bytes(signed_elsewhere(room, key_of(tmp_path, clock, FIRST).file, clock))
    room.file.steps.elsewhere.receive(copy)
    until(qtbot, lambda: room.roles == ["Marketing lead"])
    until(qtbot, lambda: says(room.window, f"Taken in: signed by {FIRST}."))
    until(qtbot, lambda: says(room.file, "Unchanged since signature 1"))
    room.file.steps.elsewhere.receive(copy)
    until(qtbot, lambda: says(room.window, "This copy holds no new signature."))
    assert room.roles == ["Marketing lead"]


def refused(room: AtSigning, data: bytes, folder: Path, part: str) -> None:
    copy = folder / "copy.pdf"
    copy.write_bytes(data)
    room.file.steps.elsewhere.receive(copy)
    until(room.qtbot, room.file.steps.elsewhere.refusal.isVisible)
    said = room.file.steps.elsewhere.refusal.accessibleName()
    assert part in said, said
    assert room.roles == []


def test_copies_that_are_not_this_version_are_refused_and_say_why(at: Sit, tmp_path: Path, clock: FixedClock) -> None:
    room = at()
    key = key_of(tmp_path, clock, FIRST).file
    good = signed_elsewhere(room, key, clock)
    refused(room, room.file.ceremony.data, tmp_path, "Nobody has signed this copy.")
    refused(room, b"%PDF-1.7 nothing", tmp_path, "not taken in")
    at_byte = good.index(b"/Contents") - 4000
    refused(room, good[:at_byte] + bytes([good[at_byte] ^ 1]) + good[at_byte + 1 :], tmp_path, "not taken in")
    refused(room, good + b"\n", tmp_path, "not taken in")


def rendered(workbench: Workbench, agreement: str) -> bytes:
    content = workbench.versions.content(agreement)
    return render_version(content, workbench.versions.header(agreement), language_for(content)).data


def test_a_copy_of_another_agreement_is_refused(at: Sit, tmp_path: Path, clock: FixedClock) -> None:
    made: list[bytes] = []

    def another(workbench: Workbench, _agreement: str) -> None:
        made.append(rendered(workbench, stock.put_version(workbench, contract(), signed=0)))

    room = at(another)
    identity = open_identity_file(key_of(tmp_path, clock, FIRST).file, PASSPHRASE, clock)
    copy = sign_document(made[0], "Marketing lead", identity, clock).data
    refused(room, copy, tmp_path, "This copy is of another agreement.")


def test_a_copy_of_another_version_with_the_same_number_is_refused_with_what_differs(
    at: Sit, qtbot: QtBot, tmp_path: Path, clock: FixedClock
) -> None:
    """Two machines went on from the same version, and both saved a second one."""
    made: list[bytes] = []

    def went_on(workbench: Workbench, agreement: str) -> None:
        bundle = tmp_path / "moved.slaw"
        workbench.exchange.bundle(agreement, bundle)
        with open_workbench(str(tmp_path / "elsewhere.sla"), clock=clock, person="Bo") as other:
            take_in(other, bundle)
            other.drafting.set(agreement, "teams.company", "Northwind Iberia")
            other.versions.save(agreement, "Theirs")
            made.append(rendered(other, agreement))
        workbench.drafting.set(agreement, "teams.company", "Northwind Nordics")
        workbench.versions.save(agreement, "Mine")

    room = at(went_on)
    identity = open_identity_file(key_of(tmp_path, clock, FIRST).file, PASSPHRASE, clock)
    copy = sign_document(made[0], "Marketing lead", identity, clock).data
    refused(room, copy, tmp_path, "This copy says it is version 2, but not the version 2 kept here.")
    until(qtbot, lambda: says(room.file, "Company: here “Northwind Nordics”, in the copy “Northwind Iberia”."))
    assert says(room.file, "What differs from version 2 kept here")
