"""The workshop in the room: console, audience window and private entry, by key and by what is on the screen."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDateEdit, QLineEdit, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.focus import NONE, focused
from tests.ui.views.finding import arrived, button, created, named, says, until
from workbench.agreement.preparing.agenda import Block
from workbench.agreement.preparing.to_show import OwnFact
from workbench.agreement.room.staging import ASK, BLIND, CONSENT, REVEAL, WORD
from workbench.agreement.sections.teams import Participant
from workbench.agreement.team_names import PARTIES
from workbench.base.clock import FixedClock
from workbench.services.handouts import PaperMaterial, PaperWish
from workbench.ui.command_palette.overlay import CommandPalette
from workbench.ui.open_room import OpenRoom
from workbench.ui.parts.choice import Choice
from workbench.ui.parts.page import Scroller
from workbench.ui.views.composition import Composition
from workbench.ui.views.notebook.drawer import Drawer
from workbench.ui.views.room.audience import AudienceView, AudienceWindow
from workbench.ui.views.room.console import Console
from workbench.ui.views.room.private import Private
from workbench.ui.views.room.thumbnail import Thumbnail

Compose = Callable[..., Composition]
SECRET = "Asked for a demo in Zanzibar"


def room_of(qtbot: QtBot, made: Composition) -> tuple[OpenRoom, Console]:
    made.desk.window.go("room")
    page = arrived(qtbot, made, "room")
    until(qtbot, lambda: page.findChild(Console) is not None)
    current, console = made.desk.session.current, page.findChild(Console)
    assert current is not None
    assert current.room is not None
    assert console is not None
    return current.room, console


def audience() -> AudienceWindow:
    return next(one for one in QApplication.topLevelWidgets() if isinstance(one, AudienceWindow) and one.isVisible())


def private(made: Composition) -> Private:
    found = next((one for one in made.desk.window.findChildren(Private) if one.isVisible()), None)
    assert found is not None
    return found


def words_field(page: QWidget) -> QPlainTextEdit:
    return next(one for one in page.findChildren(QPlainTextEdit) if one.accessibleName() == "In your words")


def answer(qtbot: QtBot, made: Composition, words: str) -> None:
    made.desk.window.registry.run("room.type")
    page = private(made)
    until(qtbot, lambda: words_field(page).hasFocus())
    QTest.keyClicks(words_field(page), words)
    QTest.keyClick(words_field(page), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    until(qtbot, lambda: not any(one.isVisible() for one in made.desk.window.findChildren(Private)))


def test_a_blind_round_shows_nothing_before_both_are_opened(qtbot: QtBot, compose: Compose) -> None:
    made = compose()
    created(qtbot, made)
    room, console = room_of(qtbot, made)
    registry = made.desk.window.registry
    registry.run("room.window")
    until(qtbot, lambda: "pledge" in audience().view.accessibleName())
    room.go("qualified", BLIND)
    answer(qtbot, made, SECRET)
    assert "Marketing: Answer is in" in audience().view.accessibleName()
    assert "Zanzibar" not in repr(audience().view.scene)
    assert not any("Zanzibar" in one.text() for one in console.findChildren(QWidget) if hasattr(one, "text"))
    registry.run("room.next")
    registry.run("room.reveal")
    assert not room.round.opened
    QTest.keyRelease(console, Qt.Key.Key_R)
    answer(qtbot, made, "Replied once")
    registry.run("room.reveal")
    assert room.step == REVEAL
    until(qtbot, lambda: "Zanzibar" in audience().view.accessibleName())
    registry.run("edit.undo")
    until(qtbot, lambda: "Zanzibar" not in repr(audience().view.scene))


def test_wording_is_taken_used_voted_on_and_recorded(qtbot: QtBot, compose: Compose) -> None:
    made = compose()
    current = created(qtbot, made)
    room, console = room_of(qtbot, made)
    room.go("buyer", BLIND)
    answer(qtbot, made, "Fleets of ten vehicles")
    answer(qtbot, made, "Fleets of twenty vehicles")
    room.open_answers()
    QTest.keyClick(console, Qt.Key.Key_PageDown)
    until(qtbot, lambda: says(console, "Take, merge or write"))
    edit = named(console, QPlainTextEdit, "Agreed wording")
    QTest.keyClicks(edit, "Fleets")
    button(console, "Take Marketing").click()
    QTest.keyClicks(edit, "!")
    assert room.round.changes == ()  # nothing stood yet when the first letter was typed
    for words in ("Fleets of ten vehicles", "Fleets", ""):
        QTest.keyClick(edit, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert room.round.wording == words  # each by itself, however quickly one followed the other
    button(console, "Take Sales").click()
    button(console, "Use in the agreement").click()
    made.desk.window.registry.run("edit.undo")
    assert made.desk.window.place == "room"  # what was undone stands here
    made.desk.window.registry.run("edit.redo")
    assert current.agreement.buyer.profile == "Fleets of twenty vehicles"
    made.desk.window.registry.run("room.consent")
    assert room.step == CONSENT
    until(qtbot, lambda: says(console, "Fist of five"))
    voting = console.voting
    assert voting is not None
    console.setFocus()
    for _ in range(room.verdict().waiting["marketing"]):
        QTest.keyClick(console, Qt.Key.Key_4)
    QTest.keyClick(console, Qt.Key.Key_Tab)
    assert voting.team == "sales"
    for _ in range(room.verdict().waiting["sales"]):
        QTest.keyClick(console, Qt.Key.Key_2)
    until(qtbot, lambda: says(console, "below 3"))
    concern = named(console, QLineEdit, "New concern")
    until(qtbot, lambda: says(console, "What would make it safe"))  # asked beside the vote, which goes on
    QTest.keyClick(focused(), Qt.Key.Key_Backspace)
    assert not says(console, "What would make it safe")
    QTest.keyClick(focused(), Qt.Key.Key_1)
    assert room.round.ballots[-1].hands("sales")[-1] == 1
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert not room.round.ballots[-1].decided
    QTest.keyClick(focused(), Qt.Key.Key_C, Qt.KeyboardModifier.ShiftModifier)
    until(qtbot, concern.hasFocus)
    QTest.keyClicks(concern, "Too high?")
    room.go("buyer", WORD)  # and back, with words that were not kept yet
    room.go("buyer", CONSENT)
    until(qtbot, lambda: says(console, "Fist of five"))
    concern = named(console, QLineEdit, "New concern")
    assert concern.text() == "Too high?"
    QTest.keyClick(concern, Qt.Key.Key_Return)
    until(qtbot, lambda: not says(console, "What would make it safe"))
    until(qtbot, lambda: says(console, "Set date") or says(console, "To settle"))
    due = named(console, QDateEdit, "Review by")
    due.setFocus()
    due.setSelectedSection(QDateEdit.Section.DaySection)
    QTest.keyClicks(due, "15\r")
    assert current.agreement.sign_off.open_items[-1].due == dt.date(2026, 11, 15)
    owner = named(console, Choice, "Owner")
    joined = current.draft.insert_row("teams.participants", Participant(name="Ines Duarte", team="sales"))
    assert owner.findText("Ines Duarte") > 0
    current.draft.remove_row("teams.participants", joined)
    assert owner.findText("Ines Duarte") < 0
    outcome = named(console, Choice, "Outcome")
    outcome.setCurrentIndex(outcome.findData("resolved"))
    owner.setCurrentIndex(1)
    limit = named(console, Choice, "The least vote that is enough")
    limit.setCurrentIndex(0)
    until(qtbot, lambda: room.verdict().met)
    for there in (due, outcome, concern):
        QTest.keyClick(there, Qt.Key.Key_Return)
        assert not room.round.ballots[-1].decided  # Enter belongs to the field one is in
    limit.setCurrentIndex(2)
    button(console, "Vote again").click()
    console.setFocus()
    voting = console.voting
    assert voting is not None
    for _ in range(2):
        while voting.team in room.verdict().waiting:
            QTest.keyClick(console, Qt.Key.Key_3)
        QTest.keyClick(console, Qt.Key.Key_Tab)
    QTest.keyClick(console, Qt.Key.Key_Return)
    (decision,) = current.agreement.sign_off.decisions[-1:]
    assert (decision.name, decision.section) == ("Fleets of twenty vehicles", "buyer")
    assert len(room.round.ballots) == 2


def test_the_laptop_is_handed_over_behind_a_cover_that_holds_no_answer(qtbot: QtBot, compose: Compose) -> None:
    made = compose()
    created(qtbot, made)
    room, _ = room_of(qtbot, made)
    room.go("qualified", BLIND)
    made.desk.window.registry.run("room.hand")
    page = private(made)
    assert says(page, "Hand the laptop to Marketing")
    page.uncover()
    held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Space, NONE, " ", True)
    QApplication.sendEvent(words_field(page), held)  # the key that uncovered it is still down
    assert not words_field(page).toPlainText()
    words_field(page).setPlainText(SECRET)
    until(qtbot, lambda: words_field(page).hasFocus())
    window, hide, reached = made.desk.window, button(page, "Hide and hand over"), []
    hide.setFocus()
    for key, modifier in (
        (Qt.Key.Key_N, NONE), (Qt.Key.Key_M, NONE), (Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier), (Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_F5, Qt.KeyboardModifier.ControlModifier),
    ):  # fmt: skip
        QTest.keyClick(window.windowHandle(), key, modifier)  # nothing of what lies under it can be reached
        assert (window.place, focused()) == ("room", hide)
    opened: list[QWidget] = [*window.findChildren(Drawer), *window.findChildren(CommandPalette)]
    assert not any(one.isVisible() for one in (*opened, *window.findChildren(AudienceView)))
    for _ in range(12):
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
        reached.append(focused())
    assert all(page.isAncestorOf(one) for one in reached)
    assert len(set(reached)) == len(reached) // 2
    page.cover()
    until(qtbot, lambda: not [one for one in page.findChildren(QPlainTextEdit) if one.isVisible()])
    assert not says(page, "Zanzibar")
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert room.round.words("marketing", "words") == SECRET
    assert not room.round.marketing_in


def test_a_session_goes_on_where_it_was(qtbot: QtBot, compose: Compose, clock: FixedClock) -> None:
    made = compose()
    created(qtbot, made)
    room, _ = room_of(qtbot, made)
    room.go("qualified", BLIND)
    answer(qtbot, made, SECRET)
    clock.advance(seconds=40)
    until(qtbot, lambda: made.desk.session.is_safe)
    until(qtbot, lambda: made.desk.memory._written.place == "room")  # written after a moment of quiet, too
    again = compose()
    arrived(qtbot, again, "room")
    until(qtbot, lambda: again.desk.session.current is not None and again.desk.session.current.room is not None)
    current = again.desk.session.current
    assert current is not None
    assert current.room is not None
    assert (current.room.standing.question, current.room.step) == ("qualified", BLIND)
    assert current.room.clock.left_at(clock.now()) == 140
    assert current.room.round.words("marketing", "words") == SECRET


def test_the_clock_pauses_goes_on_behind_a_blank_gets_longer_and_logs_an_overrun(
    qtbot: QtBot, compose: Compose, clock: FixedClock
) -> None:
    made = compose()
    created(qtbot, made)
    room, console = room_of(qtbot, made)
    until(qtbot, console.hasFocus)  # whoever comes here leads on at once
    room.go("qualified", BLIND)
    QTest.keyClick(console, Qt.Key.Key_Space)
    assert not room.clock.runs
    QTest.keyClick(console, Qt.Key.Key_Space)
    for key in (Qt.Key.Key_Period, Qt.Key.Key_B):
        QTest.keyClick(console, key)
        assert room.standing.cover == "blank"
        assert room.standing.ends  # the clock goes on
        QTest.keyClick(console, key)
        assert room.standing.cover == ""
    made.desk.window.registry.run("room.longer")
    assert room.clock.left_at(clock.now()) == 300
    clock.advance(seconds=312)
    room.go("buyer")
    assert room.standing.overruns[0].seconds == 12
    made.desk.window.registry.run("room.back")
    assert room.standing.question == "qualified"


@pytest.mark.parametrize("heights", [range(640, 700), pytest.param(range(700, 961), marks=pytest.mark.slow)], ids=str)
def test_every_window_height_is_laid_out(qtbot: QtBot, compose: Compose, heights: range) -> None:
    """A picture of fixed proportions in a scrolled page once made Qt recurse until it died, at a few heights only."""
    made = compose(width=1024, height=640)
    created(qtbot, made)
    room, console = room_of(qtbot, made)
    room.go("qualified", BLIND)
    for height in heights:
        made.desk.window.resize(1024, height)
        QApplication.processEvents()
    assert console.width() <= 1024
    made.desk.window.resize(1024, 640)
    room.go("qualified", CONSENT)
    for team in PARTIES:
        while team in room.verdict().waiting:
            room.vote(team, 1)
    until(qtbot, lambda: says(console, "What would make it safe"))
    made.desk.window.registry.run("room.concern")
    concern = named(console, QLineEdit, "New concern")
    until(qtbot, lambda: not concern.visibleRegion().isEmpty())  # it is scrolled to
    for scroller in console.findChildren(Scroller):
        scroller.verticalScrollBar().setValue(scroller.verticalScrollBar().maximum())
    console.setFocus()
    for _ in PARTIES:
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
    more = button(console, "Two more minutes")
    assert focused() is more
    until(qtbot, lambda: not more.visibleRegion().isEmpty())  # so is whatever Tab comes to from outside


def test_covered_answers_cannot_be_taken_and_wrong_input_stays(qtbot: QtBot, compose: Compose) -> None:
    made = compose()
    created(qtbot, made)
    room, console = room_of(qtbot, made)
    room.go("qualified", BLIND)
    made.desk.window.registry.run("room.type")
    page = private(made)

    def number() -> QLineEdit:
        until(qtbot, lambda: any(one.isVisible() for one in page.findChildren(QLineEdit)))
        return named(page, QLineEdit, "Leads ready per month")

    number().setText("many")
    page.finish()
    assert page.isVisible()
    assert not room.round.marketing_in
    page.cover()
    page.uncover()
    assert number().text() == "many"  # covered, as after a minute of quiet, it waits for whoever comes back
    page.leave()
    made.desk.window.registry.run("room.type")
    page = private(made)
    assert number().text() == "many"
    page.finish()
    assert page.isVisible()
    number().setText("420")
    page.finish()
    assert room.round.words("marketing", "per_month") == "420"
    room.go("qualified", WORD)
    until(qtbot, lambda: says(console, "Take, merge or write"))
    assert not says(console, "420")
    assert not [one for one in console.findChildren(QPushButton) if one.isVisible() and "Take" in one.text()]


def test_with_one_display_the_page_becomes_the_audience_view_and_nothing_private_opens_over_it(
    qtbot: QtBot, compose: Compose
) -> None:
    made = compose()
    created(qtbot, made)
    room, console = room_of(qtbot, made)
    window = made.desk.window
    room.go("qualified", BLIND)
    window.registry.run("room.start")
    presenter = next(one for one in window.findChildren(AudienceView))
    until(qtbot, presenter.hasFocus)
    assert not console.isVisible()
    assert not window.status.isVisible()
    QTest.keyClick(presenter, Qt.Key.Key_N)
    assert not any(one.isVisible() for one in window.findChildren(Drawer))
    QTest.keyClick(presenter, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(presenter, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(presenter, Qt.Key.Key_F1)
    assert presenter.hasFocus()
    assert not any(one.isVisible() for one in window.findChildren(CommandPalette))
    assert window.place == "room"
    window.registry.run("room.type")
    assert not any(one.isVisible() for one in window.findChildren(Private))
    QTest.keyClick(presenter, Qt.Key.Key_T)
    assert room.clock.whole == 300
    QTest.keyClick(presenter, Qt.Key.Key_B)
    assert presenter.scene.kind == "blank"
    room.say("marketing", "words", "A")
    room.open_answers()
    QTest.keyClick(presenter, Qt.Key.Key_C)
    assert room.step == CONSENT
    assert focused() is presenter
    QTest.keyClick(presenter, Qt.Key.Key_1)
    QTest.keyClick(presenter, Qt.Key.Key_Tab)
    QTest.keyClick(presenter, Qt.Key.Key_1)
    assert room.verdict().below == 2
    for key in (Qt.Key.Key_Backspace, Qt.Key.Key_4):
        QTest.keyClick(focused(), key)
    assert room.round.ballots[-1].hands("sales") == (4,)
    window.setFocus()  # whatever takes it away, the keys stay with what the room sees
    assert focused() is presenter
    QTest.keyClick(presenter, Qt.Key.Key_Escape)
    until(qtbot, console.isVisible)
    named(console, QLineEdit, "New concern").setFocus()
    window.registry.run("room.start")
    presenter = next(one for one in window.findChildren(AudienceView) if one.isVisible())
    QTest.keyClick(presenter, Qt.Key.Key_PageDown)  # the part of the console that had the focus goes
    assert focused() is presenter
    QTest.keyClick(presenter, Qt.Key.Key_Escape)
    window.registry.run("room.type")
    window.registry.run("room.start")
    assert not any(one.isVisible() for one in window.findChildren(AudienceView))
    private(made).leave()
    assert window.status.isVisible()


def test_the_console_shows_what_the_room_would_see_while_no_audience_window_is_open(
    qtbot: QtBot, compose: Compose
) -> None:
    made = compose()
    made.desk.window.go("room")  # by whatever way, while nothing is open
    until(qtbot, lambda: says(made.desk.window, "No agreement is open"))
    made.desk.session.create("Alliance 2027", "b2b")
    until(qtbot, lambda: made.desk.session.current is not None)
    room, console = room_of(qtbot, made)

    def seen() -> int:
        shown = console.findChildren(Thumbnail)[0].grab().toImage()
        return len({shown.pixel(x, y) for x in range(0, shown.width(), 3) for y in range(0, shown.height(), 3)})

    until(qtbot, lambda: seen() > 20)
    assert not [one for one in QApplication.topLevelWidgets() if isinstance(one, AudienceWindow) and one.isVisible()]
    room.go("qualified", BLIND)
    until(qtbot, lambda: seen() > 20)
    current = made.desk.session.current
    assert current is not None
    until(qtbot, lambda: current.preparation is not None)
    assert current.preparation is not None
    fact = OwnFact(figure="42 of 61", says="deals", section="lead_definitions")
    current.preparation.draft.insert_row("own_facts", fact)  # while the question is on screen
    until(qtbot, lambda: "42 of 61" in [one.text() for one in console.findChildren(QPushButton) if one.isVisible()])
    blank = button(console, "Blank")
    blank.setFocus()
    QTest.keyClick(console.window().windowHandle(), Qt.Key.Key_PageUp)  # a clicker's, whatever button was pressed last
    assert room.step == ASK
    until(qtbot, lambda: "42 of 61" in [one.text() for one in console.findChildren(QPushButton) if one.isVisible()])
    button(console, "42 of 61").click()
    assert room.standing.cover == "card"
    made.desk.window.registry.run("room.window")
    until(qtbot, lambda: says(console, "Shown in a window"))
    room.go("qualified", BLIND)
    for key, step in ((Qt.Key.Key_PageUp, ASK), (Qt.Key.Key_PageDown, BLIND), (Qt.Key.Key_5, BLIND)):
        QTest.keyClick(audience(), key)  # a clicker leads on whichever window was touched last
        assert room.step == step
    audience().close()
    until(qtbot, lambda: says(console, "Not shown to the room yet"))
    made.desk.window.registry.run("room.window")
    made.desk.window.registry.run("room.stop")
    until(qtbot, lambda: says(console, "Not shown to the room yet"))
    made.desk.session.open("not there")
    arrived(qtbot, made, "library")
    assert "room.next" not in made.desk.window.registry


def test_each_person_answers_unseen_and_a_later_edit_is_a_record(
    qtbot: QtBot, compose: Compose, clock: FixedClock
) -> None:
    made = compose()
    current = created(qtbot, made)
    for name, team in (("Priya Nair", "marketing"), ("Tomás Reis", "sales"), ("Ines Duarte", "sales")):
        current.draft.insert_row("teams.participants", Participant(name=name, team=team))
    room, console = room_of(qtbot, made)
    registry = made.desk.window.registry
    registry.run("room.window")
    room.go("qualified", BLIND)
    registry.run("room.who")
    until(qtbot, lambda: says(console, "Ines Duarte"))
    people = room.seats()
    for number, one in enumerate(people):
        registry.run("room.type")
        page = private(made)
        assert says(page, f"{one.name} is answering")
        words_field(page).setPlainText(f"{SECRET} {number}")
        page.finish()
        assert "Zanzibar" not in repr(audience().view.scene)
    registry.run("room.who")  # fixed by now
    assert room.round.by_person
    clock.advance(seconds=192)
    registry.run("room.reveal")
    until(qtbot, lambda: f"Zanzibar {len(people) - 1}" in audience().view.accessibleName())
    assert not any(one.name in audience().view.accessibleName() for one in people)
    room.say("sales", "words", "Something else", people[-1].person)
    assert room.round.words("sales", "words", people[-1].person) == f"{SECRET} {len(people) - 1}"
    room.go("qualified", WORD)
    until(qtbot, lambda: says(console, "Take, merge or write"))
    edit = named(console, QPlainTextEdit, "Agreed wording")
    edit.setPlainText("At 65 points")
    clock.advance(seconds=90)
    edit.setPlainText("At 70 points")
    (record,) = room.round.changes
    assert (record.by, record.before, record.after) == ("Ana", "At 65 points", "At 70 points")
    until(qtbot, lambda: says(console, "Ana: was “At 65 points”"))
    until(qtbot, lambda: made.desk.session.is_safe)
    material: list[PaperMaterial] = []
    made.desk.session.ask(
        lambda workbench: workbench.handouts.material(current.id, PaperWish("minutes")), done=material.append
    )
    until(qtbot, lambda: bool(material))
    held = material[0].held
    assert held is not None
    (change,) = held.edits
    assert held.over == (("When is a lead ready for sales?", "+0:12"),)
    assert (change.who, change.before, change.after) == ("Ana", "At 65 points", "At 70 points")


def test_a_block_that_overruns_moves_what_follows_and_the_rule_of_consent_has_its_number(
    qtbot: QtBot, compose: Compose, clock: FixedClock
) -> None:
    made = compose()
    current = created(qtbot, made)
    until(qtbot, lambda: current.preparation is not None)
    prepared = current.preparation
    assert prepared is not None
    for name, minutes, kind in (
        ("Goals", 20, "work"), ("Coffee", 10, "break"), ("Exports", 30, "homework"), ("Buyer", 20, "work"),
        ("Numbers", 45, "homework"),
    ):  # fmt: skip
        prepared.draft.insert_row("agenda", Block(name=name, minutes=minutes, kind=kind))
    room, console = room_of(qtbot, made)
    until(qtbot, lambda: says(console, "Ends 09:50"))
    assert not says(console, "ahead")
    registry = made.desk.window.registry
    registry.run("room.block")
    clock.advance(seconds=27 * 60)
    room.changed.emit()
    until(qtbot, lambda: says(console, "7 min over plan") and says(console, "7 min over"))
    assert says(console, "Ends 09:57")
    registry.run("room.block")
    assert prepared.content.agenda[0].took == 27
    assert named(console, Thumbnail, "What the room sees").accessibleDescription() == "Break. We go on at 16:09."
    registry.run("edit.undo")
    until(qtbot, lambda: prepared.content.agenda[0].took is None)
    until(qtbot, lambda: says(console, "Ends 09:50"))
    exports, buyer, numbers = (one.key for one in prepared.content.agenda[2:])
    room.begin_block(exports)
    assert says(console, "HOMEWORK")
    clock.advance(seconds=15 * 60 * 60)
    registry.run("room.block")
    assert room.standing.block == buyer
    assert prepared.content.agenda[2].took is None
    room.begin_block(numbers)
    registry.run("room.block")
    assert room.standing.block == ""
    room.go("buyer", CONSENT)
    until(qtbot, lambda: says(console, "Fist of five"))
    rule = named(console, Choice, "When a wording counts as agreed")
    limit = named(console, Choice, "The least vote that is enough")
    assert rule.currentText() == "Nobody below 3, no open concern"
    limit.setCurrentIndex(limit.findData("4"))
    assert (room.held.limit, rule.currentText()) == (4, "Nobody below 4, no open concern")
    rule.setCurrentIndex(rule.findData("most"))
    assert room.held.rule == "most"
    registry.run("edit.undo")
    assert room.held.rule == ""
