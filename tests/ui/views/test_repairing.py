"""What can be done about an open point at once: from the list beside the form, before signing, and by key alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.views.finding import arrived, button, created, until, words
from workbench.ui.open_agreement import OpenAgreement
from workbench.ui.views.agree.screen import AgreeScreen
from workbench.ui.views.composition import Composition

Compose = Callable[..., Composition]
Room = tuple[Composition, OpenAgreement, AgreeScreen]


@pytest.fixture
def room(qtbot: QtBot, compose: Compose) -> Room:
    """An agreement in whose goals the ranking and the deciding goal contradict each other."""
    made = compose()
    opened = created(qtbot, made)
    made.desk.window.go("agree")
    arrived(qtbot, made, "agree")
    screen = made.desk.window.findChild(AgreeScreen)
    assert screen is not None
    opened.draft.set("goals.primary_goal", "cac")
    return made, opened, screen


def repairs(made: Composition) -> list[str]:
    found = made.desk.window.findChildren(QPushButton)
    return [one.accessibleName() for one in found if one.isVisible() and one.accessibleName().startswith("Repair")]


def test_the_list_of_open_points_repairs_and_undo_takes_it_back(qtbot: QtBot, room: Room) -> None:
    made, opened, screen = room
    screen.go("goals")
    wanted = "Repair: Put “Cost of winning one customer” first"
    until(qtbot, lambda: wanted in repairs(made))
    button(made.desk.window, wanted).click()
    assert [goal.key for goal in opened.agreement.goals.goals] == ["cac", "revenue", "customers"]
    assert opened.draft.stack.undoText() == "repair: Put “Cost of winning one customer” first"
    until(qtbot, lambda: wanted not in repairs(made))
    opened.draft.stack.undo()
    assert opened.agreement.goals.goals[0].key == "revenue"
    until(qtbot, lambda: wanted in repairs(made))


def test_by_key_alone_it_says_what_it_did_or_that_there_is_nothing(qtbot: QtBot, room: Room) -> None:
    made, opened, screen = room
    told: list[str] = []
    made.desk.session.told.connect(told.append)
    screen.go("goals")
    until(qtbot, lambda: bool(opened.draft.issues_at("goals.primary_goal")))
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_Period, Qt.KeyboardModifier.ControlModifier)
    assert opened.agreement.goals.goals[0].key == "cac"
    assert told == ["Done: Put “Cost of winning one customer” first. Ctrl+Z takes it back."]
    until(qtbot, lambda: not opened.draft.issues_at("goals.primary_goal"))
    made.desk.window.registry.run("agree.repair")
    assert told[1:] == ["Nothing in this section can be repaired with one key."]


def test_before_signing_the_same_is_offered(qtbot: QtBot, room: Room) -> None:
    made, opened, _screen = room
    opened.draft.set("teams.marketing_lead", "gone")
    made.desk.window.go("sign")
    arrived(qtbot, made, "sign")
    until(qtbot, lambda: "Repair: Empty “Marketing lead”" in repairs(made))
    button(made.desk.window, "Repair: Empty “Marketing lead”").click()
    assert opened.agreement.teams.marketing_lead == ""
    arrived(qtbot, made, "agree")
    until(qtbot, lambda: any("Marketing lead" in one for one in words(made.desk.window)))
