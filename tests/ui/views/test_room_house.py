"""The room in every step: names, reach, order of Tab, nothing cut, in a large and in a small window."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.house import Watch, faults
from tests.ui.views.finding import created, until
from tests.ui.views.test_keyboard import check
from tests.ui.views.test_room import Compose, private, room_of
from workbench.agreement.preparing.agenda import READY, ready_blocks
from workbench.agreement.preparing.preparation import Preparation
from workbench.agreement.room.staging import ASK, BLIND, CONSENT, ENDED, REVEAL, WORD
from workbench.agreement.sections.sign_off import OpenItem
from workbench.agreement.sections.teams import Participant

LONG = "Maximiliane von Hohenlohe-Langenburg-Oberweimar"


@pytest.mark.slow
@pytest.mark.parametrize("size", [(1440, 900), (1024, 640)], ids=str)
def test_the_house_stands_in_the_room(
    qtbot: QtBot, compose: Compose, settle: Callable[[], None], size: tuple[int, int]
) -> None:
    made = compose(width=size[0], height=size[1])
    current = created(qtbot, made)
    for name, team in ((LONG, "marketing"), ("Tomás Reis", "sales"), ("Ines Duarte", "sales")):
        current.draft.insert_row("teams.participants", Participant(name=name, team=team))
    concern = OpenItem(name="Is that too high?", outcome="open", section="lead_definitions", objection=True)
    current.draft.insert_row("sign_off.open_items", concern)
    until(qtbot, lambda: current.preparation is not None)
    assert current.preparation is not None
    current.preparation.draft.replace(Preparation(agenda=ready_blocks(READY[1], str)), "agenda")
    room, console = room_of(qtbot, made)
    registry, app, watch = made.desk.window.registry, QApplication.instance(), Watch()
    assert app is not None
    app.installEventFilter(watch)

    def looks(*, walks: bool = True) -> None:
        settle()
        assert faults(console) == []
        if walks:
            check(made, seen=False)

    looks()
    registry.run("room.block")
    room.go("qualified", ASK)
    looks()
    room.go("qualified", BLIND)
    room.say("marketing", "words", "Somebody who asked for a demo")
    looks()
    registry.run("room.hand")
    assert faults(private(made)) == []
    private(made).uncover()
    assert faults(private(made)) == []
    private(made).leave()
    room.open_answers()
    assert room.step == REVEAL
    looks()
    room.go("qualified", WORD)
    looks()
    room.propose("A lead is ready once somebody asked for a demo, or reached 70 points in the last 60 days.")
    room.go("qualified", CONSENT)
    room.vote("marketing", 3)
    looks(walks=False)
    console.setFocus()
    QTest.keyClick(console, Qt.Key.Key_Tab)
    assert console.hasFocus()  # at the other team's hands
    QTest.keyClick(console, Qt.Key.Key_Tab)
    assert not console.hasFocus()
    room.go("journey", BLIND)
    registry.run("room.who")
    room.say("marketing", "words", "They ask two peers", room.seats()[0].person)
    looks()
    room.go(ENDED)
    looks()
    app.removeEventFilter(watch)
    assert watch.windows == []  # nothing flashed up as a window of its own, where a projector might show it
