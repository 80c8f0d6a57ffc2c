"""The notebook: decisions, parked topics, words and the map, one key away and never leaving the clause."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.views.finding import arrived, button, created, named, says, until
from workbench.ui.open_agreement import OpenAgreement
from workbench.ui.views.agree.screen import AgreeScreen
from workbench.ui.views.composition import Composition
from workbench.ui.views.notebook.drawer import Drawer

Compose = Callable[..., Composition]


def at_goals(qtbot: QtBot, compose: Compose, **size: int) -> tuple[Composition, OpenAgreement]:
    made = compose(**size)
    current = created(qtbot, made)
    made.desk.window.go("agree")
    arrived(qtbot, made, "agree")
    screen(made).go("goals")
    until(qtbot, lambda: screen(made).view is not None)
    return made, current


def screen(made: Composition) -> AgreeScreen:
    found = made.desk.window.findChild(AgreeScreen)
    assert found is not None
    return found


def drawer(made: Composition) -> Drawer:
    found = made.desk.window.findChild(Drawer)
    assert found is not None
    return found


def press(made: Composition, key: str | Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    at = QApplication.focusWidget() or made.desk.window
    QTest.keyClicks(at, key, held) if isinstance(key, str) else QTest.keyClick(at, key, held)


def leave_the_field(qtbot: QtBot, made: Composition) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    press(made, Qt.Key.Key_Escape)
    until(qtbot, lambda: QApplication.focusWidget() is not focus)


def test_a_letter_opens_the_log_and_what_was_agreed_is_proposed(qtbot: QtBot, compose: Compose) -> None:
    made, current = at_goals(qtbot, compose)
    made.desk.window.registry.run("agree.agreed")
    screen(made).view.page.focus_first()  # type: ignore[union-attr]  # it is shown
    leave_the_field(qtbot, made)
    press(made, "d")
    until(qtbot, lambda: drawer(made).isVisible() and says(drawer(made), "Goals: agreed as it stands"))
    line = named(drawer(made), QLineEdit, "What was decided?")
    until(qtbot, line.hasFocus)
    button(drawer(made), "Take: Goals: agreed as it stands").click()
    QTest.keyClicks(line, "Revenue decides")
    press(made, Qt.Key.Key_Return)
    until(qtbot, lambda: len(current.agreement.sign_off.decisions) == 2)
    first, second = current.agreement.sign_off.decisions
    assert (first.section, first.on, first.who) == ("goals", dt.date(2026, 11, 21), "Both teams")
    assert (second.name, second.section) == ("Revenue decides", "goals")
    until(qtbot, lambda: not says(drawer(made), "Proposed by what happened"))
    press(made, Qt.Key.Key_Escape)
    until(qtbot, lambda: not drawer(made).isVisible())
    assert made.desk.window.place == "agree"


def test_undo_comes_back_to_a_parked_topic_without_leaving_the_clause(qtbot: QtBot, compose: Compose) -> None:
    made, current = at_goals(qtbot, compose)
    run = made.desk.window.registry.run
    run("notebook.park")
    until(qtbot, lambda: len(current.agreement.sign_off.open_items) == 1)
    item = current.agreement.sign_off.open_items[0]
    assert (item.name, item.section, item.outcome) == ("Goals: to be settled", "goals", "open")
    run("notebook.parked")
    until(qtbot, lambda: not drawer(made).isVisible())
    run("edit.undo")
    until(qtbot, lambda: drawer(made).current == "parked")
    assert current.agreement.sign_off.open_items == ()
    assert screen(made).section == "goals"


def test_the_map_leads_to_any_section(qtbot: QtBot, compose: Compose) -> None:
    made, _ = at_goals(qtbot, compose)
    made.desk.window.registry.run("notebook.map")
    until(qtbot, lambda: says(drawer(made), "12 draft"))
    until(qtbot, lambda: (QApplication.focusWidget() or QWidget()).accessibleName().startswith("2 Goals"))
    button(drawer(made), "7 Hand-off").click()
    until(qtbot, lambda: screen(made).section == "handoff")
    assert not drawer(made).isVisible()


def test_words_the_palette_does_not_know_can_be_parked(qtbot: QtBot, compose: Compose) -> None:
    made, current = at_goals(qtbot, compose)
    made.desk.window.registry.run("palette.open")
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClicks(focus, "Partner leads")
    press(made, Qt.Key.Key_Return)
    until(qtbot, lambda: [one.name for one in current.agreement.sign_off.open_items] == ["Partner leads"])


def test_the_drawer_stands_beside_the_page_where_there_is_room(qtbot: QtBot, compose: Compose) -> None:
    made, _ = at_goals(qtbot, compose)
    pages, page = made.desk.window.pages, screen(made).view
    assert page is not None
    made.desk.window.registry.run("notebook.words")
    until(qtbot, lambda: page.width() == pages.width() - drawer(made).width())
    made.desk.window.resize(1024, 640)
    until(qtbot, lambda: page.width() == pages.width())
    press(made, Qt.Key.Key_Escape)
    assert not drawer(made).isVisible()


def test_escape_leaves_a_field_and_tab_comes_back_to_it(qtbot: QtBot, compose: Compose) -> None:
    made, _ = at_goals(qtbot, compose)
    screen(made).view.page.focus_first()  # type: ignore[union-attr]  # it is shown
    before = QApplication.focusWidget()
    leave_the_field(qtbot, made)
    press(made, Qt.Key.Key_Tab)
    until(qtbot, lambda: QApplication.focusWidget() is before)
