"""Saving a version: what it will be is said before, nothing written is lost, and refusals stand beside it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.views.finding import arrived, button, created, field, named, says, until
from workbench.ui.views.composition import Composition

Compose = Callable[..., Composition]
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def panel(made: Composition, title: str) -> QWidget:
    QTest.keyClick(made.desk.window, Qt.Key.Key_S, CTRL | SHIFT)
    return named(made.desk.window, QWidget, title)


def test_a_complete_draft_becomes_a_version_for_signature(qtbot: QtBot, compose: Compose) -> None:
    made = compose()
    current = created(qtbot, made)
    current.draft.set("teams.company", "Northwind Traders")
    opened = panel(made, "Save version 1")
    assert says(opened, "For signature.")
    note = field(opened, "Why is it saved?")
    assert note.hasFocus()
    QTest.keyClicks(note, "As agreed in the room")
    QTest.keyClick(note, Qt.Key.Key_Return)
    until(qtbot, lambda: len(current.versions) == 1)
    assert (current.versions[0].kind, current.versions[0].message) == ("for_signature", "As agreed in the room")
    until(qtbot, lambda: says(made.desk.window, "Version 1 is saved, for signature."))
    until(qtbot, lambda: says(made.desk.window.top, "v1"))
    current.draft.set("teams.company", "Northwind Traders Ltd")
    until(qtbot, lambda: says(made.desk.window.top, "Draft, after v1"))


def test_an_unfinished_draft_becomes_a_saved_point_and_says_why(qtbot: QtBot, compose: Compose) -> None:
    made = compose()
    current = created(qtbot, made, template="empty")
    opened = panel(made, "Save version 1")
    assert says(opened, "A saved point, not for signature.")
    assert says(opened, "29 things stand against signing:")
    assert says(opened, "and 26 more")
    QTest.keyClicks(field(opened, "Why is it saved?"), "Before lunch")
    button(opened, "Save version 1").click()
    until(qtbot, lambda: len(current.versions) == 1)
    assert current.versions[0].kind == "saved"


def test_a_point_in_the_panel_leads_to_its_place_and_the_note_stays(qtbot: QtBot, compose: Compose) -> None:
    made = compose()
    created(qtbot, made, template="empty")
    opened = panel(made, "Save version 1")
    QTest.keyClicks(field(opened, "Why is it saved?"), "Before lunch")
    next(one for one in opened.findChildren(QPushButton) if "Company." in one.accessibleName()).click()
    arrived(qtbot, made, "agree")
    until(qtbot, lambda: field(panel(made, "Save version 1"), "Why is it saved?").text() == "Before lunch")


def test_a_version_needs_a_note(qtbot: QtBot, compose: Compose) -> None:
    made = compose()
    current = created(qtbot, made)
    opened = panel(made, "Save version 1")
    button(opened, "Save version 1").click()
    assert says(opened, "A version needs a note.")
    assert current.versions == ()


def test_a_draft_that_says_nothing_new_is_recognised(qtbot: QtBot, compose: Compose) -> None:
    made = compose()
    current = created(qtbot, made)
    made.desk.session.save_version("First")
    until(qtbot, lambda: len(current.versions) == 1)
    assert says(panel(made, "Save version 2"), "The draft says the same as version 1.")


@pytest.mark.parametrize("by_key", [True, False])
def test_save_now_does_not_wait_for_quiet(qtbot: QtBot, compose: Compose, by_key: bool) -> None:
    made = compose()
    current = created(qtbot, made)
    heard: list[str] = []
    current.autosave.state_changed.connect(lambda: heard.append(current.autosave.state))
    current.draft.set("teams.company", "Northwind Traders")
    assert heard == ["unsaved"]
    if by_key:
        QTest.keyClick(made.desk.window, Qt.Key.Key_S, CTRL)
    else:
        made.desk.window.registry.run("draft.save")
    assert heard == ["unsaved", "saving"]
    until(qtbot, lambda: says(made.desk.window.status, "Saved."))
