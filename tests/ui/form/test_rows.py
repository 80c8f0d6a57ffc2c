"""Lists of rows: they come, go, move and are copied, keep their state and the focus, and undo brings them back."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QToolButton
from pytestqt.qtbot import QtBot

from tests.ui.form.everything import FILLED, Calendar, Everything, Person
from tests.ui.form.keyboard import ALT, CONTROL, SHIFT, focused, press, strike
from workbench.fields.value import Row
from workbench.ui.form.row_card import RowCard
from workbench.ui.form.row_finding import MOST_AT_ONCE
from workbench.ui.form.row_line import RowLine
from workbench.ui.form.rows import RowsEditor, copy_of
from workbench.ui.form.section_page import SectionPage
from workbench.ui.parts.search import SearchField

OpenPage = Callable[..., SectionPage]


def rows(page: SectionPage, path: str) -> RowsEditor:
    place = page.binder.place(path)
    assert place is not None, path
    assert isinstance(place.editor, RowsEditor)
    return place.editor


def keys(page: SectionPage, path: str) -> list[str]:
    return [row.key for row in page.binder.draft.value(path)]


def shown_keys(editor: RowsEditor) -> list[str]:
    """The keys of the frames as they stand on the screen, from top to bottom."""
    return [frame.key for frame in sorted(editor.frames.values(), key=lambda frame: frame.y())]


def path_of(widget: object, page: SectionPage) -> str:
    return next(
        path for path in page.binder.paths() if (place := page.binder.place(path)) and widget in place.editor.inputs()
    )


def settle(qtbot: QtBot, condition: Callable[[], bool]) -> None:
    qtbot.waitUntil(condition)


def test_a_list_shows_its_rows_in_order(open_page: OpenPage) -> None:
    page = open_page()
    people = rows(page, "people")
    assert shown_keys(people) == ["k1", "k2", "k3"]
    assert all(isinstance(frame, RowLine) for frame in people.frames.values())
    assert all(isinstance(frame, RowCard) for frame in rows(page, "calendars").frames.values())


def test_adding_goes_to_the_new_row_s_first_field(open_page: OpenPage, qtbot: QtBot) -> None:
    page = open_page()
    rows(page, "people").add()
    new = keys(page, "people")[-1]
    settle(qtbot, lambda: page.binder.current_path == f"people[{new}].name")
    press("Ida")
    assert page.binder.draft.value(f"people[{new}].name") == "Ida"
    assert new not in {"k1", "k2", "k3"}


def test_a_removed_row_is_not_asked_about_and_comes_back_by_undo(open_page: OpenPage) -> None:
    page = open_page()
    people = rows(page, "people")
    people.remove("k2")
    assert shown_keys(people) == ["k1", "k3"]
    assert page.binder.place("people[k2].name") is None
    page.binder.draft.stack.undo()
    QApplication.processEvents()
    assert shown_keys(people) == ["k1", "k2", "k3"]
    place = page.binder.place("people[k2].name")
    assert place is not None
    assert place.editor.text() == "Daniel Okafor"


def test_moving_keeps_the_editors_and_the_focus(open_page: OpenPage) -> None:
    page = open_page()
    people = rows(page, "people")
    place = page.binder.place("people[k3].role")
    assert place is not None
    place.editor.take_focus()
    frame = people.frames["k3"]
    strike(Qt.Key.Key_Up, ALT)
    strike(Qt.Key.Key_Up, ALT)
    QApplication.processEvents()
    assert keys(page, "people") == shown_keys(people) == ["k3", "k1", "k2"]
    assert people.frames["k3"] is frame
    assert page.binder.current_path == "people[k3].role"
    strike(Qt.Key.Key_Up, ALT)
    assert keys(page, "people") == ["k3", "k1", "k2"]
    strike(Qt.Key.Key_Down, ALT)
    assert keys(page, "people") == ["k1", "k3", "k2"]


def test_alt_and_an_arrow_move_the_row_even_from_a_drop_down(open_page: OpenPage) -> None:
    page = open_page()
    place = page.binder.place("people[k2].team")
    assert place is not None
    place.editor.take_focus()
    strike(Qt.Key.Key_Down, ALT)
    assert keys(page, "people") == ["k1", "k3", "k2"]
    assert page.binder.draft.value("people[k2].team") == "sales"


def test_a_copy_has_keys_of_its_own_to_the_bottom(open_page: OpenPage, qtbot: QtBot) -> None:
    page = open_page()
    rows(page, "calendars").duplicate("c1")
    made: Calendar = page.binder.draft.root.calendars[1]
    assert made.name == "Sales, Berlin"
    original = FILLED.calendars[0]
    assert [hours.opens for hours in made.hours] == [hours.opens for hours in original.hours]
    fresh = {made.key, *(inner.key for inner in (*made.hours, *made.holidays))}
    old = {original.key, *(inner.key for inner in (*original.hours, *original.holidays))}
    assert not fresh & old
    settle(qtbot, lambda: page.binder.current_path == f"calendars[{made.key}].name")


def test_copying_shares_no_key() -> None:
    one = Person("k1", "Elena")
    assert copy_of(one) != one
    assert copy_of(one).key != copy_of(one).key
    assert isinstance(copy_of(one), Row)


def test_an_empty_list_says_what_a_row_is_for(open_page: OpenPage) -> None:
    page = open_page(Everything())
    people = rows(page, "people")
    words = [label.text() for label in people.widget.findChildren(QLabel) if label.isVisible()]
    assert "Everybody who takes part." in words
    assert "None yet. For example: Elena Marsh" in words
    people.add()
    words = [label.text() for label in people.widget.findChildren(QLabel) if label.isVisible()]
    assert "None yet. For example: Elena Marsh" not in words


def test_rows_are_called_by_the_field_that_names_them(open_page: OpenPage) -> None:
    page = open_page()
    card = rows(page, "calendars").frames["c2"]
    assert isinstance(card, RowCard)
    assert card.title.text() == "Sales, São Paulo"
    assert card.accessibleName() == "2. Sales, São Paulo"
    assert card.bin.accessibleName() == "Remove Sales, São Paulo"
    page.binder.draft.set("calendars[c2].name", "")
    assert card.title.text() == "unnamed calendar"
    assert card.summary.text() == "America/Sao_Paulo  ·  BR"


def test_a_card_builds_its_form_when_it_is_opened(open_page: OpenPage) -> None:
    page = open_page()
    card = rows(page, "calendars").frames["c1"]
    assert isinstance(card, RowCard)
    assert page.binder.place("calendars[c1].name") is None
    card.toggle.click()
    assert card.is_open
    assert page.binder.place("calendars[c1].hours[h1].opens") is None  # the hours are cards, closed in their turn
    hours = rows(page, "calendars[c1].hours")
    assert shown_keys(hours) == ["h1", "h2"]
    card.toggle.click()
    assert not card.is_open


def test_nested_rows_take_the_keys_before_their_outer_row(open_page: OpenPage) -> None:
    page = open_page()
    assert page.show_place("calendars[c1].hours[h2].opens")
    QApplication.processEvents()
    assert page.binder.current_path == "calendars[c1].hours[h2].opens"
    strike(Qt.Key.Key_Up, ALT)
    assert keys(page, "calendars[c1].hours") == ["h2", "h1"]
    assert keys(page, "calendars") == ["c1", "c2"]
    strike(Qt.Key.Key_D, CONTROL)
    assert len(keys(page, "calendars[c1].hours")) == 3
    assert len(keys(page, "calendars")) == 2


def test_the_menu_offers_what_the_keys_do(open_page: OpenPage) -> None:
    page = open_page()
    frame = rows(page, "people").frames["k2"]
    menu = frame.menu()
    actions = {action.text().split("\t")[0]: action for action in menu.actions() if action.text()}
    assert list(actions) == ["Move up", "Move down", "Duplicate", "Add one below", "Remove"]
    actions["Move up"].trigger()
    assert keys(page, "people") == ["k2", "k1", "k3"]
    actions["Remove"].trigger()
    assert keys(page, "people") == ["k1", "k3"]
    menu.deleteLater()


def test_many_rows_are_shown_in_portions(open_page: OpenPage) -> None:
    many = tuple(Person(f"p{number}", f"Person {number}") for number in range(MOST_AT_ONCE + 5))
    page = open_page(Everything(people=many))
    people = rows(page, "people")
    assert len(people.frames) == MOST_AT_ONCE
    assert page.show_place(f"people[p{MOST_AT_ONCE + 4}].name")
    assert len(people.frames) == len(many)


def test_a_long_list_is_searched(open_page: OpenPage, qtbot: QtBot) -> None:
    many = tuple(Person(f"p{number}", f"Person {number}", role="Rep" if number % 9 else "Lead") for number in range(60))
    page = open_page(Everything(people=many))
    people = rows(page, "people")
    search = people.widget.findChild(SearchField)
    assert search is not None
    assert not rows(page, "calendars").widget.findChildren(SearchField)
    search.setFocus()
    press("lead⏎")
    assert list(people.frames) == [f"p{number}" for number in range(0, 60, 9)]
    assert "7 of 60" in [label.text() for label in people.widget.findChildren(QLabel) if label.isVisible()]
    assert people.frames["p54"].accessibleName() == "55. Person 54"
    page.binder.draft.remove_row("people", "p54")
    assert list(people.frames) == [f"p{number}" for number in range(0, 54, 9)]
    page.binder.draft.stack.undo()  # what undo brings back is seen, whatever was searched
    assert "p54" in people.frames
    search.setFocus()
    press("⎋")
    settle(qtbot, lambda: len(people.frames) >= MOST_AT_ONCE)
    press("nobody at all⏎")
    assert not people.frames
    people.add()
    new = keys(page, "people")[-1]
    settle(qtbot, lambda: page.binder.current_path == f"people[{new}].name")


def test_a_full_list_takes_no_more(open_page: OpenPage) -> None:
    full = tuple(Person(f"p{number}", f"Person {number}") for number in range(500))
    page = open_page(Everything(people=full))
    people = rows(page, "people")
    assert not people.add_button.isEnabled()
    people.add_after("p3")
    assert len(page.binder.draft.root.people) == 500


def test_issues_are_counted_on_a_closed_card_and_told_on_a_line(open_page: OpenPage, qtbot: QtBot) -> None:
    page = open_page()
    page.binder.draft.set("calendars[c2].name", "")
    card = rows(page, "calendars").frames["c2"]
    settle(qtbot, lambda: "1 to look at" in [label.text() for label in card.findChildren(QLabel) if label.isVisible()])
    page.binder.insist = True
    page.binder.draft.set("people[k2].name", "")
    line = rows(page, "people").frames["k2"]
    told = "Name: Needed before signing."
    settle(qtbot, lambda: told in [label.text() for label in line.findChildren(QLabel) if label.isVisible()])


@pytest.mark.parametrize("path", ["people", "calendars"])
def test_what_stands_on_a_row_is_named_for_those_who_hear(open_page: OpenPage, path: str) -> None:
    page = open_page()
    for frame in rows(page, path).frames.values():
        frame.open()
        for button in frame.findChildren(QToolButton):
            if button.isVisibleTo(frame) and button.focusPolicy() & Qt.FocusPolicy.TabFocus:
                assert button.accessibleName(), button


def test_a_row_by_keyboard_alone(open_page: OpenPage, qtbot: QtBot) -> None:
    page = open_page()
    draft = page.binder.draft
    rows(page, "people").add_button.setFocus()
    press("␣")
    new = keys(page, "people")[-1]
    settle(qtbot, lambda: page.binder.current_path == f"people[{new}].name")
    press("Ida⇥Sponsor⇥both⇥ida@northwind.example")
    assert draft.value(f"people[{new}]") == Person(new, "Ida", "Sponsor", "both", "ida@northwind.example")
    strike(Qt.Key.Key_Up, ALT)
    assert keys(page, "people") == ["k1", "k2", new, "k3"]
    strike(Qt.Key.Key_Return, CONTROL)
    assert len(keys(page, "people")) == 5
    after = keys(page, "people")[3]
    settle(qtbot, lambda: page.binder.current_path == f"people[{after}].name")
    strike(Qt.Key.Key_Delete, CONTROL | SHIFT)
    assert keys(page, "people") == ["k1", "k2", new, "k3"]
    assert path_of(focused(), page) == "people[k3].name"
    while draft.stack.canUndo():
        strike(Qt.Key.Key_Z, CONTROL)
        QApplication.processEvents()
    assert draft.root is FILLED


def test_a_text_in_a_table_is_one_line_until_it_needs_more(open_page: OpenPage, qtbot: QtBot) -> None:
    page = open_page()
    one, other = (page.binder.place(f"people[{key}].name") for key in keys(page, "people")[:2])
    assert one is not None
    assert other is not None
    box = one.editor.widget
    assert isinstance(box, QPlainTextEdit)
    usual = box.height()
    one.editor.take_focus()
    press("⏎")
    assert box.toPlainText().count("\n") == 0
    QApplication.clipboard().setText("Elena\nMarsh of the marketing team in the northern region")
    strike(Qt.Key.Key_A, CONTROL)
    strike(Qt.Key.Key_V, CONTROL)
    settle(qtbot, lambda: box.height() > usual and box.verticalScrollBar().maximum() == 0)
    assert page.binder.draft.value(one.path).startswith("Elena Marsh of")
    assert other.editor.widget.height() == usual
