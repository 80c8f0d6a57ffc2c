"""Editors and the draft: one way in, one way back, issues where they are, undo keys that belong to the application."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from tests.ui.form.conftest import Ticks
from tests.ui.form.everything import FILLED, Everything, layout_of
from tests.ui.form.keyboard import CONTROL, SHIFT, focused, press, strike
from workbench.ui.form.binder import Place
from workbench.ui.form.editors.line import LineEditor
from workbench.ui.form.field_frame import FieldFrame
from workbench.ui.form.section_page import Head, SectionPage

OpenPage = Callable[..., SectionPage]


def place(page: SectionPage, path: str) -> Place:
    found = page.binder.place(path)
    assert found is not None, path
    return found


def go(page: SectionPage, path: str) -> QLineEdit:
    """Put the cursor into a line and mark what is there."""
    place(page, path).editor.take_focus()
    line = focused()
    assert isinstance(line, QLineEdit)
    line.selectAll()
    return line


def note(page: SectionPage, path: str) -> str:
    frame = place(page, path).note
    assert isinstance(frame, FieldFrame)
    return frame.note.text()


def mark_shown(page: SectionPage, path: str) -> bool:
    frame = place(page, path).note
    assert isinstance(frame, FieldFrame)
    assert frame.mark is not None
    return not frame.mark.isHidden()


def test_typing_does_not_come_back_as_an_echo(open_page: OpenPage) -> None:
    page = open_page()
    line = go(page, "title")
    press("two  ")
    assert line.text() == "two  "
    assert page.binder.draft.root.title == "two"
    press("words")
    assert line.text() == "two  words"
    assert page.binder.draft.root.title == "two words"


def test_what_others_change_is_shown(open_page: OpenPage) -> None:
    page = open_page()
    draft = page.binder.draft
    draft.set("share", Decimal("0.25"))
    assert place(page, "share").editor.text() == "25"
    draft.replace(Everything(title="Other"), "merge")
    assert place(page, "title").editor.text() == "Other"
    assert place(page, "score").editor.text() == ""
    draft.stack.undo()
    assert place(page, "score").editor.text() == "65"


def test_ctrl_z_in_a_line_undoes_in_the_draft(open_page: OpenPage, ticks: Ticks) -> None:
    page = open_page()
    line = go(page, "title")
    press("A")
    ticks.now += 5
    press("B")
    strike(Qt.Key.Key_Z, CONTROL)
    assert (line.text(), page.binder.draft.root.title) == ("A", "A")
    strike(Qt.Key.Key_Z, CONTROL)
    assert (line.text(), page.binder.draft.root) == (FILLED.title, FILLED)
    strike(Qt.Key.Key_Z, CONTROL | SHIFT)
    assert line.text() == "A"


def test_ctrl_z_in_prose_goes_the_same_way(open_page: OpenPage) -> None:
    page = open_page()
    place(page, "wording").editor.take_focus()
    press("A")
    assert page.binder.draft.root.wording != FILLED.wording
    strike(Qt.Key.Key_Z, CONTROL)
    assert page.binder.draft.root is FILLED


def test_the_application_s_own_undo_action_is_reached(open_page: OpenPage) -> None:
    page = open_page()
    called: list[bool] = []
    action = QAction("Undo", page)
    action.setShortcut(QKeySequence.StandardKey.Undo)
    action.triggered.connect(lambda: called.append(True))
    page.addAction(action)
    go(page, "title")
    press("A")
    strike(Qt.Key.Key_Z, CONTROL)
    assert called == [True]
    assert page.binder.draft.root.title == "A"  # the action alone decides
    go(page, "score")
    press("x")
    strike(Qt.Key.Key_Z, CONTROL)
    assert called == [True]  # text that is no value goes first
    assert place(page, "score").editor.text() == "65"


def test_missing_answers_are_not_held_against_anybody_who_has_not_been_there(open_page: OpenPage, qtbot: QtBot) -> None:
    page = open_page(Everything())
    assert note(page, "wording") == "The wording both teams accept."
    assert mark_shown(page, "wording")
    place(page, "wording").editor.take_focus()
    place(page, "contact").editor.take_focus()
    assert note(page, "wording") == "Needed before signing."
    assert place(page, "wording").editor.target.property("issue") == "error"
    assert note(page, "currency") == "Of every amount."
    page.binder.draft.set("wording", "Agreed.")
    qtbot.waitUntil(lambda: note(page, "wording") == "The wording both teams accept.")
    assert not mark_shown(page, "wording")
    assert place(page, "wording").editor.target.property("issue") == ""


def test_answers_that_are_wrong_are_marked_at_once(open_page: OpenPage, qtbot: QtBot) -> None:
    page = open_page()
    page.binder.draft.set("share", Decimal("0.9"))
    sentence = "More than 80% from marketing is rarely reached."
    qtbot.waitUntil(lambda: note(page, "share") == sentence)
    target = place(page, "share").editor.target
    assert target.property("issue") == "warning"
    assert target.accessibleDescription() == f"{sentence} Share of that revenue."
    page.binder.draft.set("score", 99)
    qtbot.waitUntil(lambda: note(page, "score") == "No lead would qualify with 99 points.")


def test_unread_text_survives_leaving_the_page(open_page: OpenPage) -> None:
    page = open_page()
    go(page, "score")
    press("many")
    draft = page.binder.draft
    place(page, "title").editor.take_focus()
    again = SectionPage(Head("Again"), draft, "", layout_of=layout_of)
    again.finish()
    assert place(again, "score").editor.text() == "many"
    assert note(again, "score") == "“many” is not a number."
    assert draft.root.score == 65
    again.deleteLater()


def test_a_tidy_text_is_left_behind(open_page: OpenPage) -> None:
    page = open_page()
    go(page, "revenue")
    press("1200000")
    go(page, "title")
    assert place(page, "revenue").editor.text() == "1,200,000"
    assert page.binder.draft.stack.count() == 1


def test_leaving_tells_which_field(open_page: OpenPage) -> None:
    page = open_page()
    left: list[str] = []
    page.binder.left.connect(left.append)
    go(page, "score")
    go(page, "revenue")
    assert left[-1] == "score"


def test_the_unit_follows_the_currency(open_page: OpenPage) -> None:
    page = open_page()
    editor = place(page, "revenue").editor
    assert isinstance(editor, LineEditor)
    go(page, "currency")
    press("usd")
    assert editor.line.unit == "$"


def test_a_page_that_goes_away_with_the_focus_in_it_does_no_harm(open_page: OpenPage, qtbot: QtBot) -> None:
    page = open_page()
    draft = page.binder.draft
    draft.setParent(None)
    go(page, "title")
    press("x")
    gone: list[bool] = []
    page.destroyed.connect(lambda: gone.append(True))
    page.close()
    page.deleteLater()
    qtbot.waitUntil(lambda: bool(gone))
    draft.set("title", "y")
    draft.stack.undo()
    assert draft.root.title == "x"
    assert QApplication.focusWidget() is None
