"""Personas and the journey as cards side by side, filled by keyboard alone."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.views.finding import button, until
from tests.ui.views.sections.conftest import Pages
from workbench.agreement.sections.buyer import JourneyStage, Persona
from workbench.ui.form.tile_rows import Tile


def test_a_persona_is_written_by_keyboard_on_its_card(qtbot: QtBot, pages: Callable[..., Pages]) -> None:
    made = pages("empty")
    made.draft.set("buyer.personas", (Persona(key="a", name="Buyer"), Persona(key="b", name="Payer")))
    made.draft.set("buyer.journey", (JourneyStage(key="s", name="Looking", leads="marketing"),))
    page = made.go("buyer")
    button(page, "Add persona").click()
    until(qtbot, lambda: page.binder.current_path.endswith(".name"))
    for text in ("Dispatcher", "", "Late vans"):
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClicks(focused, text)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    made_one = made.draft.value("buyer.personas")[2]
    assert (made_one.name, made_one.problems) == ("Dispatcher", "Late vans")
    tiles = {one.key: one for one in page.findChildren(Tile)}
    until(qtbot, lambda: tiles["a"].y() == tiles["b"].y() and tiles["a"].x() < tiles["b"].x())
    # a card moves with its keys
    assert page.show_place("buyer.personas[b].name")
    until(qtbot, lambda: page.binder.current_path == "buyer.personas[b].name")
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [one.key for one in made.draft.value("buyer.personas")][:2] == ["b", "a"]
    until(qtbot, lambda: tiles["b"].x() < tiles["a"].x())
    # its edge says who leads
    assert tiles["s"].property("tone") == "marketing"
    made.draft.set("buyer.journey[s].leads", "sales")
    assert tiles["s"].property("tone") == "sales"
