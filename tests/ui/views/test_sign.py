"""Signing on the whole window: from what stands against it to a file that other programs call valid."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from tests.support.poppler import Poppler
from tests.ui.focus import focused, press
from tests.ui.views import stock
from tests.ui.views.at_signing import (
    FIRST,
    PASSPHRASE,
    SECOND,
    AtSigning,
    Compose,
    Stock,
    contract,
    focus_in,
    key_of,
    signed_by,
    spoil,
)
from tests.ui.views.finding import arrived, button, field, named, says, until
from workbench.agreement.model import Agreement
from workbench.agreement.sections.sign_off import Signer
from workbench.agreement.templates import template
from workbench.base.clock import FixedClock
from workbench.services.evidence import SigningRecord
from workbench.services.keys import made_folder, make_kept_key
from workbench.services.verifying import verify_document
from workbench.services.workbench import Workbench
from workbench.ui.parts.label import Label
from workbench.ui.parts.press_row import PressRow
from workbench.ui.views.sign.new_key import NewKey
from workbench.ui.views.sign.paper_sheet import PaperSheet
from workbench.ui.views.sign.standing import StandingCard

Sit = Callable[..., AtSigning]


@pytest.fixture
def at(qtbot: QtBot, compose: Compose, stocked: Stock) -> Sit:
    """Opens an agreement at the Sign phase; with a version of it for signature unless only the draft is wanted."""

    def sit(made: Agreement | None = None, *, draft: bool = False, width: int = 1440, height: int = 900) -> AtSigning:
        ids: list[str] = []

        def fill(workbench: Workbench) -> None:
            content = made or contract()
            ids.append(stock.put(workbench, content) if draft else stock.put_version(workbench, content, signed=0))

        stocked(fill)
        return AtSigning(qtbot, compose(width=width, height=height), ids[0])

    return sit


def test_an_agreement_without_promises_says_what_a_signature_needs(at: Sit, qtbot: QtBot) -> None:
    room = at(template("empty").agreement, draft=True)
    assert says(room.pages, "Nothing to sign yet")
    button(room.pages, "Show what is needed").click()
    assert says(room.pages, "Stands against signing")
    room.window.go("prepare")
    arrived(qtbot, room.made, "prepare")
    room.window.go("sign")
    arrived(qtbot, room.made, "sign")
    assert says(room.pages, "Stands against signing")


@pytest.mark.parametrize("width", [1024, 1440])
def test_the_balance_shows_its_teams_and_numbers_whole(at: Sit, width: int) -> None:
    room = at(template("b2b").agreement, draft=True, width=width, height=640)  # two columns: there is something to say
    card = room.pages.findChild(StandingCard)
    assert card is not None
    lines = [one for one in card.findChildren(QLabel) if one.isVisible() and one.text() and not one.wordWrap()]
    assert {"Marketing", "Sales", "Both teams"} <= {one.text() for one in lines}
    assert [one.text() for one in lines if one.width() < one.sizeHint().width()] == []
    ends = [one.mapTo(card, one.rect().topRight()).x() for one in lines]
    assert max(ends) < card.width() - 10


def test_what_stands_against_signing_leads_to_its_place_and_goes_when_it_is_settled(at: Sit, qtbot: QtBot) -> None:
    whole = contract()
    room = at(dataclasses.replace(whole, follow_up=dataclasses.replace(whole.follow_up, tiers=())), draft=True)
    assert says(room.pages, "1 thing stands against signing.")
    assert says(room.pages, "It cannot be signed.")
    row = next(one for one in room.pages.findChildren(PressRow) if "follow-up" in one.accessibleName())
    QTest.keyClick(row, Qt.Key.Key_Space)
    arrived(qtbot, room.made, "agree")
    current = room.session.current
    assert current is not None
    current.draft.set("follow_up.tiers", whole.follow_up.tiers)
    room.window.go("sign")
    arrived(qtbot, room.made, "sign")
    until(qtbot, lambda: says(room.pages, "Nothing stands against signing."))
    until(qtbot, lambda: says(room.pages, "Ready to be signed."))


def test_the_draft_becomes_a_version_and_its_file_is_made(at: Sit, qtbot: QtBot) -> None:
    room = at(draft=True)
    save = button(room.pages, "Save version 1 for signature")
    assert not save.isEnabled()
    assert says(room.pages, f"To be signed by {FIRST}, {SECOND}")
    note = field(room.pages, "Why is it saved?")
    note.setFocus()
    QTest.keyClicks(note, "As agreed in the room")
    assert save.isEnabled()
    QTest.keyClick(note, Qt.Key.Key_Return)
    until(qtbot, lambda: room.pages.file is not None and says(room.pages, "The file is being made"))
    assert says(room.file, "Sign version 1")
    until(qtbot, lambda: focused().accessibleName() == f"{FIRST} signs on this laptop")
    until(qtbot, lambda: room.file.file.count > 10)
    assert says(room.file, "The very file that will be signed")
    assert says(room.file, "0 of 2 signed")
    assert says(room.file, "Still to sign: Marketing lead, Sales lead.")


@pytest.mark.poppler
def test_two_people_sign_on_one_laptop_and_every_reader_calls_it_valid(
    at: Sit, qtbot: QtBot, tmp_path: Path, clock: FixedClock, poppler: Poppler, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = at()
    room.sit_down(FIRST)
    assert not room.foot.button.isEnabled()
    assert room.foot.missing == "Still missing: 3 statements, the signature, the key, the passphrase."
    room.fill(key_of(tmp_path, clock, FIRST))
    room.sign()
    assert room.roles == ["Marketing lead"]
    assert says(room.window, f"{FIRST} has signed.")
    hand_over = room.asked_for(SECOND)
    until(qtbot, lambda: says(hand_over, "1 of 2 signed"))
    room.sit_down(SECOND)
    assert not any(check.is_ticked for check in room.card.checks)
    assert room.card.ink is None
    assert room.card.key.file is None
    assert room.foot.secret.text == ""
    room.fill(key_of(tmp_path, clock, SECOND))
    room.sign()
    until(qtbot, lambda: says(room.file, "Version 1 is signed"))
    until(qtbot, lambda: says(room.file, "2 of 2 required signatures"))
    assert says(room.file, "Unchanged since signature 2")
    assert says(room.file, "Version 1 comes into force on 1 Jan 2027.")
    kept = tmp_path / "signed.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(kept), ""))
    button(room.file, "Save the signed PDF…").click()
    until(qtbot, kept.exists)
    until(qtbot, lambda: says(room.window, f"Written to {kept}"))
    seen = poppler.signatures(kept)
    assert [(one.signer, one.valid) for one in seen] == [(FIRST, True), (SECOND, True)]
    assert seen[-1].whole_document
    answer = verify_document(kept.read_bytes(), clock=clock, library=None)
    assert (answer.verdict, answer.rendering) == ("valid", "same")
    records: list[SigningRecord] = []
    room.session.ask(lambda workbench: workbench.evidence.of(room.agreement), done=records.append)
    until(qtbot, lambda: bool(records))
    way = ["document.opened", "document.consented", "document.verified", "signature.recorded", "pin.first"]
    assert [line["kind"] for line in records[0].document["lines"]] == ["version.saved", *way, *way]
    assert len(records[0].document["lines"][2]["detail"]["statements"]) == 3
    monkeypatch.setattr(QFileDialog, "open", lambda dialog: dialog.fileSelected.emit(str(tmp_path / "record.pdf")))
    room.file.steps.elsewhere.record_button.click()
    until(qtbot, (tmp_path / "record.pdf").exists)


def test_by_keyboard_alone_with_a_typed_name_and_a_key_made_on_the_spot(
    at: Sit, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copied_to = tmp_path / "my key"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(copied_to), ""))
    room = at()
    room.file.steps.take_focus()
    press(Qt.Key.Key_Space)  # sign on this laptop
    room.asked_for(FIRST)
    press(Qt.Key.Key_Return)
    for _ in room.card.checks:
        press(Qt.Key.Key_Space)
        press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_T, Qt.KeyboardModifier.AltModifier)
    assert room.card.mark.way.current == "type"
    for _ in range(12):
        if focused() is room.card.key.new_button:
            break
        press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Space)
    sheet = room.window.findChild(NewKey)
    assert sheet is not None
    until(qtbot, sheet.isVisible)
    assert named(sheet, QLineEdit, "Name, as it will stand in the signature").text() == FIRST
    fields = ["E-mail", "Passphrase", "The same again"]
    for label, words in zip(fields, ["elena@example.com", PASSPHRASE, PASSPHRASE], strict=True):
        line = field(sheet, label)
        line.setFocus()
        line.selectAll()
        QTest.keyClicks(line, words)
        QTest.keyClick(line, Qt.Key.Key_Tab)
    QTest.keyClick(sheet.second.line, Qt.Key.Key_Return)
    until(qtbot, sheet.use_button.isVisible)
    (kept,) = (tmp_path / "keys").glob("elena-marsh-*.slakey")
    assert b"correct horse" not in kept.read_bytes()
    sheet.copy_button.click()
    until(qtbot, copied_to.with_suffix(".p12").exists)
    assert button(sheet, "Close").isVisible()
    assert not any(one.text() == "Cancel" for one in sheet.findChildren(QPushButton))
    QTest.keyClick(sheet.use_button, Qt.Key.Key_Space)
    room.window.activateWindow()  # as a window manager does when a sheet closes
    until(qtbot, room.foot.button.hasFocus)
    press(Qt.Key.Key_Space)
    until(qtbot, lambda: room.roles == ["Marketing lead"])
    room.asked_for(SECOND)
    press(Qt.Key.Key_Escape)
    assert room.pages.currentWidget() is room.file
    assert focus_in(room.file.steps) is not None


def test_the_key_kept_for_a_person_is_taken_at_once_and_others_are_offered(
    at: Sit, qtbot: QtBot, tmp_path: Path, clock: FixedClock
) -> None:
    room = at()
    email = "elena@example.com"
    folder = made_folder(tmp_path / "keys")
    make_kept_key(FIRST, email, PASSPHRASE, folder, clock)
    make_kept_key("Somebody Else", "else@example.com", PASSPHRASE, folder, clock)
    key = room.sit_down(FIRST).key
    until(qtbot, lambda: key.file is not None)
    assert says(key, FIRST)
    key.forget()
    until(qtbot, key.kept_button.isVisible)
    menu = key.kept_button.menu()
    assert [one.text() for one in menu.actions()] == [f"{FIRST} · {email}", "Somebody Else · else@example.com"]
    menu.actions()[1].trigger()
    assert key.file is not None
    assert key.file.name.startswith("somebody-else-")


def test_a_print_signed_by_hand_is_kept_once_its_hash_was_compared(
    at: Sit, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = at()
    room.file.steps.elsewhere.paper_button.click()
    sheet = room.window.findChild(PaperSheet)
    assert sheet is not None
    until(qtbot, sheet.isVisible)
    assert not sheet.keep_button.isEnabled()
    assert says(sheet, "Still missing: the scan, who signed, the comparison of the hash.")
    wrong, scan = tmp_path / "scan.pdf", tmp_path / "scan.png"
    wrong.write_bytes(b"%PDF-1.7 nothing")
    QImage(40, 30, QImage.Format.Format_Grayscale8).save(str(scan))
    sheet.take(wrong)
    until(qtbot, lambda: says(sheet, "damaged or not a PDF"))
    sheet.take(scan)
    until(qtbot, lambda: says(sheet, "scan.png, 1 page, SHA-256"))
    sheet.checks[1].box.click()
    assert not sheet.keep_button.isEnabled()
    sheet.compared.box.click()
    sheet.keep_button.click()
    until(qtbot, lambda: room.roles == ["Sales lead"])
    until(qtbot, lambda: says(room.file, "Signed on paper on 21 Nov 2026; the scan is kept."))
    assert says(room.window, f"Recorded: signed on paper by {SECOND}.")
    out = tmp_path / "out.png"
    monkeypatch.setattr(QFileDialog, "open", lambda dialog: dialog.fileSelected.emit(str(out)))
    button(room.file, f"Save the scan of {SECOND}").click()
    until(qtbot, out.exists)
    assert out.read_bytes() == scan.read_bytes()


def test_who_signs_when_follows_the_order_and_not_everybody_must(at: Sit) -> None:
    people = {one.role: one.key for one in contract().teams.participants}
    first, second, third = list(people.values())[:3]
    room = at(
        signed_by(
            contract(),
            Signer(key="a", person=first, role="Marketing lead", team="marketing", group=2),
            Signer(key="b", person=second, role="Works council", team="both", group=1, optional=True),
            Signer(key="c", person=third, role="Sales lead", team="sales", group=1),
        )
    )
    assert [one.role for one in room.file.ceremony.turn] == ["Works council", "Sales lead"]
    assert says(room.file, "May sign now; not required.")
    assert says(room.file, "Signs after Sales lead.")


def test_a_draft_that_goes_on_is_told_apart_from_the_file(at: Sit, qtbot: QtBot) -> None:
    room = at()
    room.window.go("agree")
    arrived(qtbot, room.made, "agree")
    current = room.session.current
    assert current is not None
    current.draft.set("teams.company", "Northwind Traders Ltd")
    room.window.go("sign")
    arrived(qtbot, room.made, "sign")
    until(qtbot, lambda: says(room.file, "The draft has changed since this version was saved."))
    button(room.file, "Look at the draft").click()
    assert says(room.pages, "Version 1 is out for signature.")
    button(room.pages, "Show its file").click()
    assert room.pages.currentWidget() is room.file


def test_without_room_file_and_signing_take_turns(at: Sit) -> None:
    room = at(width=1024, height=640)
    assert room.file.steps.isVisible()
    assert not room.file.file.isVisible()
    room.sit_down(FIRST)
    assert room.foot.isVisible()
    named(room.file.switch, QToolButton, "File").click()
    assert room.file.file.isVisible()
    assert not room.file.steps.isVisible()
    named(room.file.switch, QToolButton, "Sign").click()
    assert room.card.isVisible()


def test_long_names_and_roles_give_way_to_what_is_pressed(at: Sit, qtbot: QtBot) -> None:
    long = "Maximiliana Konstantinopolskaya-Featherstonehaugh von und zu Hohenzollern"
    made = contract()
    people = tuple(dataclasses.replace(one, name=long) if one.name == FIRST else one for one in made.teams.participants)
    made = dataclasses.replace(made, teams=dataclasses.replace(made.teams, participants=people))
    role = "Vice president of integrated marketing communications, EMEA"
    room = at(signed_by(made, dataclasses.replace(made.sign_off.signers[0], role=role), *made.sign_off.signers[1:]))
    room.sit_down(SECOND)
    room.file.escape()
    scroller = room.file.steps.scroller
    content = scroller.widget()
    assert content is not None
    until(qtbot, lambda: content.width() == scroller.viewport().width())
    button(room.file, f"{long} signs on this laptop").click()
    hand_over = room.pages.hand_over
    assert hand_over is not None
    assert hand_over.take_button is not None
    hand_over.take_button.click()
    until(qtbot, lambda: content.width() == scroller.viewport().width())
    assert room.foot.button.text().endswith("…")
    assert room.foot.button.accessibleName() == f"Sign as {long}"
    assert room.foot.secret.line.width() > 100


def test_a_damaged_version_is_named_and_the_draft_can_follow_it(
    qtbot: QtBot, compose: Compose, stocked: Stock, place: str
) -> None:
    ids: list[str] = []
    stocked(lambda workbench: ids.append(stock.put_version(workbench, contract(), signed=0)))
    spoil(place, 1)
    made = compose(wait=False)
    until(qtbot, lambda: made.desk.session.is_wholly_open)
    made.desk.session.open(ids[0])
    until(qtbot, lambda: made.desk.session.current is not None)
    made.desk.window.go("sign")
    page = arrived(qtbot, made, "sign")
    until(qtbot, lambda: says(page, "is damaged"))
    assert says(page, "It cannot be shown or signed.")
    button(page, "Look at the draft").click()
    assert says(page, "Before you sign")


def test_the_file_is_read_by_key_while_the_focus_is_on_the_statements(at: Sit, qtbot: QtBot) -> None:
    room = at()
    room.sit_down(FIRST)
    desk = room.file.file
    until(qtbot, lambda: desk.count > 5 and desk.page == desk.count - 1)
    last = desk.page
    assert focus_in(room.card) is room.card.checks[0].box
    for _ in range(4):
        press(Qt.Key.Key_PageUp)
    until(qtbot, lambda: desk.page < last)
    press(Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    wide = desk.bar.findChildren(Label)
    before = [one.text() for one in wide]
    press(Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert [one.text() for one in wide] != before
