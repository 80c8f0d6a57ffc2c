"""The matrix of follow-up times: arrows move, Enter edits, Ctrl+D copies down, and a lead's deadline in words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.form.keyboard import CONTROL, focused, press, strike
from tests.ui.views.finding import until, words
from tests.ui.views.sections.conftest import Pages
from workbench.agreement.sections.follow_up import FollowUpTier
from workbench.fields.declare import fields_of
from workbench.fields.value import Duration
from workbench.ui.form.fold import Fold
from workbench.ui.views.agree.follow_up.cell_editor import REST, SENTENCE
from workbench.ui.views.agree.follow_up.example_lead import ExampleLead
from workbench.ui.views.agree.follow_up.matrix_table import MatrixTable

PATH = "follow_up.tiers"


def tiers(made: Pages) -> tuple[FollowUpTier, ...]:
    found: tuple[FollowUpTier, ...] = made.draft.value(PATH)
    return found


def test_a_promise_shows_each_of_its_fields_once() -> None:
    assert sorted((*SENTENCE, *REST.names)) == sorted(fields_of(FollowUpTier))


def test_the_matrix_is_filled_by_keyboard_alone(pages: Callable[..., Pages]) -> None:
    made = pages()
    page = made.go("follow_up")
    table = made.part(page, MatrixTable)
    table.setFocus(Qt.FocusReason.TabFocusReason)
    assert table.current == (0, 0)
    press("→")
    assert table.current == (0, 1)
    strike(Qt.Key.Key_F2)
    until(made.qtbot, lambda: focused().accessibleName() == "First contact within")
    QTest.keyClicks(focused(), "a", CONTROL)
    press("3")
    assert tiers(made)[1].target == Duration(3, "hours")
    shown = table.model().index(0, 2).data()
    assert shown.startswith("Tier B, Every source: 3 h")


def test_an_empty_cell_gets_a_promise_and_what_stands_above_is_copied_down(pages: Callable[..., Pages]) -> None:
    made = pages()
    page = made.go("follow_up")
    table = made.part(page, MatrixTable)
    before = tiers(made)
    made.draft.insert_row(PATH, FollowUpTier(key="fair", tier=before[0].tier, sources=("Fair",)), len(before))
    assert table.model().index(1, 0).data() == "Fair"
    assert table.model().index(1, 2).data().endswith("No clock")
    table.setFocus(Qt.FocusReason.TabFocusReason)
    table.go(1, 1)
    strike(Qt.Key.Key_D, CONTROL)
    made_here = tiers(made)[-1]
    assert (made_here.tier, made_here.sources) == (before[1].tier, ("Fair",))
    assert (made_here.target, made_here.share) == (before[1].target, before[1].share)
    made.draft.stack.undo()
    assert len(tiers(made)) == len(before) + 1
    table.setFocus()
    table.go(1, 0)
    strike(Qt.Key.Key_D, CONTROL)
    assert tiers(made)[-1].key == "fair"
    assert tiers(made)[-1].target == before[0].target
    strike(Qt.Key.Key_Delete)
    assert tiers(made) == before


def test_the_deadline_of_an_example_lead_is_said_in_words(pages: Callable[..., Pages]) -> None:
    made = pages()
    made.draft.set("teams.effective_from", dt.date(2027, 3, 1))
    page = made.go("follow_up")
    card = made.part(page, ExampleLead)
    until(made.qtbot, lambda: any("Friday 17:55" in one and "Monday 09:10" in one for one in words(card)))
    until(made.qtbot, lambda: "weekend, closed" in card._chart.accessibleDescription())
    card.next_example()
    until(made.qtbot, lambda: any("Monday 09:10" in one and "Monday 09:25" in one for one in words(card)))


def test_every_place_of_a_promise_can_be_reached(pages: Callable[..., Pages]) -> None:
    made = pages()
    page = made.go("follow_up")
    last = tiers(made)[-1]
    for name in fields_of(FollowUpTier):
        page.show_place(f"{PATH}[{last.key}].{name}")
        QApplication.processEvents()
        for fold in page.findChildren(Fold):
            fold.show_inside(open_it=True)
        place = page.binder.place(f"{PATH}[{last.key}].{name}")
        assert place is not None, name
        assert page.isAncestorOf(place.editor.widget), name
