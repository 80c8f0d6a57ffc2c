"""The page of a section: built in stages, walked in reading order, named for those who hear, clear on what is open."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.form.everything import FILLED, Everything, layout_of, rules, shown
from tests.ui.form.keyboard import focused, press, strike
from workbench.agreement.contents import SECTIONS
from workbench.agreement.model import shown_in
from workbench.agreement.templates import template
from workbench.fields.declare import fields_of
from workbench.fields.links import RowsKind
from workbench.ui.form import section_layouts
from workbench.ui.form.draft import Draft
from workbench.ui.form.fold import Fold
from workbench.ui.form.rows import RowsEditor
from workbench.ui.form.section_page import FIRST_FIELDS, Head, SectionPage, Step
from workbench.ui.form.tab_order import reading_order

OpenPage = Callable[..., SectionPage]


def open_everything(page: SectionPage) -> None:
    """Open every card and every fold."""
    before = -1
    while before != len(page.binder.paths()):
        before = len(page.binder.paths())
        for path in page.binder.paths():
            place = page.binder.place(path)
            if place is not None and isinstance(place.editor, RowsEditor):
                for frame in place.editor.frames.values():
                    frame.open()
        for fold in page.findChildren(Fold):
            fold.show_inside(open_it=True)


@pytest.fixture
def open_section(kept: list[QWidget]) -> Callable[[str], SectionPage]:
    """A finished page of a real section with everything open."""

    def make(name: str) -> SectionPage:
        info = next(one for one in SECTIONS if one.name == name)
        draft = Draft(template("b2b").agreement, shown=shown_in)
        page = SectionPage(Head(info.title, info.purpose), draft, name, layout_of=section_layouts.layout_of)
        draft.setParent(page)
        kept.append(page)
        page.resize(1000, 800)
        page.show()
        page.finish()
        open_everything(page)
        QApplication.processEvents()
        return page

    return make


def top_left(widget: QWidget, page: QWidget) -> QPoint:
    return widget.mapTo(page, QPoint(0, 0))


def test_the_first_cards_are_there_before_the_page_is_shown(
    kept: list[QWidget], qtbot: QtBot, open_draft: Callable[..., Draft]
) -> None:
    page = SectionPage(Head("Everything"), open_draft(), "", layout_of=layout_of)
    kept.append(page)
    built = all(group.built for group in page.form.groups)
    assert not built
    assert FIRST_FIELDS <= len(page.binder.paths()) < FIRST_FIELDS + 12
    with qtbot.waitSignal(page.built):
        page.show()
    assert page.is_built
    assert set(fields_of(Everything)) - {"witnesses"} <= set(page.binder.paths())


def test_a_place_that_is_not_built_yet_is_built_to_be_shown(
    kept: list[QWidget], qtbot: QtBot, open_draft: Callable[..., Draft]
) -> None:
    page = SectionPage(Head("Everything"), open_draft(), "", layout_of=layout_of)
    kept.append(page)
    page.resize(900, 600)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    assert page.show_place("calendars[c1].holidays[d1].name")
    qtbot.waitUntil(lambda: page.binder.current_path == "calendars[c1].holidays[d1].name")
    corner = top_left(focused(), page)
    assert 0 <= corner.y() < page.height()


@pytest.mark.parametrize(
    ("path", "lands"),
    [
        ("revenue", "revenue"),
        ("team", "team"),
        ("channels", "channels"),
        ("witnesses", "witnesses"),
        ("people", "people"),
        ("people[k2]", "people[k2].name"),
        ("people[gone].name", "people"),
        ("calendars[c2].zone", "calendars"),
        ("calendars[c2].country", "calendars[c2].country"),
    ],
)
def test_every_place_can_be_shown(open_page: OpenPage, qtbot: QtBot, path: str, lands: str) -> None:
    page = open_page()
    assert page.show_place(path)
    qtbot.waitUntil(lambda: page.binder.current_path == lands)
    widget = focused()
    qtbot.waitUntil(lambda: 0 <= top_left(widget, page).y() < page.height())


def test_the_cursor_can_be_put_into_the_first_field(open_page: OpenPage) -> None:
    page = open_page()
    page.open_button.setFocus()
    page.focus_first()
    assert page.binder.current_path == "title"


def test_a_place_on_another_page_is_refused(open_section: Callable[[str], SectionPage]) -> None:
    page = open_section("goals")
    assert not page.show_place("teams.company")
    assert page.show_place("goals")


def test_undo_brings_the_place_into_view(open_page: OpenPage, qtbot: QtBot) -> None:
    page = open_page()
    draft = page.binder.draft
    draft.set("calendars[c2].country", "PT")
    draft.set("title", "x")
    draft.stack.undo()
    qtbot.waitUntil(lambda: page.binder.current_path == "title")
    draft.stack.undo()
    qtbot.waitUntil(lambda: page.binder.current_path == "calendars[c2].country")
    draft.remove_row("people", "k2")
    draft.stack.undo()
    qtbot.waitUntil(lambda: page.binder.current_path == "people")


@pytest.mark.parametrize("name", ["everything", *(info.name for info in SECTIONS)])
def test_tab_walks_in_reading_order(
    open_page: OpenPage, open_section: Callable[[str], SectionPage], qtbot: QtBot, name: str
) -> None:
    page = open_page() if name == "everything" else open_section(name)
    open_everything(page)
    for _ in range(4):
        QApplication.processEvents()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    expected = [widget for widget in reading_order(page) if widget.isVisible() and widget.isEnabled()]
    expected[0].setFocus()
    walked = [focused()]
    while len(walked) < len(expected):
        strike(Qt.Key.Key_Tab)
        walked.append(focused())
    assert walked == expected
    corners = [top_left(widget, page) for widget in walked]
    for before, after, one, other in zip(corners, corners[1:], walked, walked[1:], strict=False):
        below = after.y() >= before.y() + one.height() - 12
        right = after.x() > before.x() and after.y() > before.y() - other.height()
        up_to_the_next_column = after.x() > before.x()
        assert below or right or up_to_the_next_column, (one, before, other, after)


@pytest.mark.parametrize("name", ["everything", *(info.name for info in SECTIONS)])
def test_every_editor_has_a_name_a_description_and_a_label(
    open_page: OpenPage, open_section: Callable[[str], SectionPage], name: str
) -> None:
    page = open_page() if name == "everything" else open_section(name)
    open_everything(page)
    buddies = {label.buddy() for label in page.findChildren(QLabel) if label.buddy() is not None}
    for path in page.binder.paths():
        place = page.binder.place(path)
        assert place is not None
        editor = place.editor
        for part in editor.inputs():
            assert part.accessibleName(), path
            assert editor.field.help in part.accessibleDescription(), path
        in_a_line = place.note is None or type(place.note).__name__ == "LineNote"
        if not editor.says_label and not in_a_line:
            assert editor.target in buddies, path
        if isinstance(editor.field.kind, RowsKind):
            assert editor.widget.accessibleName() == editor.field.label


@pytest.mark.parametrize("name", ["everything", "volumes", "follow_up"])
def test_no_widget_has_a_stylesheet_of_its_own(
    open_page: OpenPage, open_section: Callable[[str], SectionPage], name: str
) -> None:
    page = open_page() if name == "everything" else open_section(name)
    open_everything(page)
    assert [widget for widget in (page, *page.findChildren(QWidget)) if widget.styleSheet()] == []


def test_the_footer_says_what_is_open_and_leads_there(open_page: OpenPage, qtbot: QtBot) -> None:
    page = open_page(Everything())
    assert page.open_button.text() == "3 questions left"
    notes = [label for label in page.findChildren(QLabel) if label.text() == "Needed before signing."]
    assert notes == []
    page.open_button.click()
    qtbot.waitUntil(lambda: page.binder.current_path == "wording")
    notes = [label for label in page.findChildren(QLabel) if label.text() == "Needed before signing."]
    assert len(notes) == 3
    strike(Qt.Key.Key_F8)
    qtbot.waitUntil(lambda: page.binder.current_path == "period")
    draft = page.binder.draft
    draft.set("wording", "Agreed.")
    draft.set("period", "month")
    qtbot.waitUntil(lambda: page.open_button.text() == "1 question left")
    draft.set("share", FILLED.weight)
    draft.set("currency", "EUR")
    draft.set("score", 99)
    qtbot.waitUntil(lambda: page.open_button.text() == "1 to mend  ·  1 to look at")
    page.show_place("title")
    qtbot.waitUntil(lambda: page.binder.current_path == "title")
    page.show_place("revenue")
    qtbot.waitUntil(lambda: page.binder.current_path == "revenue")
    press("much")
    assert page.open_button.text() == "2 to mend  ·  1 to look at"
    press("⎋")
    draft.set("score", 9)
    draft.set("share", None)
    qtbot.waitUntil(lambda: page.open_button.text() == "Nothing open here")
    assert not page.open_button.isEnabled()


def test_back_and_next_go_where_they_say(kept: list[QWidget]) -> None:
    went: list[str] = []
    page = SectionPage(
        Head("Volumes"),
        Draft(FILLED, rules=rules, shown=shown),
        "",
        layout_of=layout_of,
        back=Step("Lead definitions", lambda: went.append("back")),
        onward=Step("Hand-off", lambda: went.append("on")),
    )
    kept.append(page)
    buttons = {button.text(): button for button in page.findChildren(type(page.open_button))}
    buttons["Lead definitions"].click()
    buttons["Next: Hand-off"].click()
    assert went == ["back", "on"]


def test_the_state_is_said_in_a_word(open_page: OpenPage) -> None:
    page = open_page()
    assert not page.chip.isVisible()
    page.show_state("Agreed", "ok")
    assert page.chip.isVisible()
    assert page.chip.text() == "Agreed"
    page.show_state("", "idle")
    assert not page.chip.isVisible()


@pytest.mark.parametrize("width", [620, 760, 1024, 1600])
def test_no_field_is_wider_than_the_page_and_the_column_reads_well(open_page: OpenPage, width: int) -> None:
    page = open_page()
    open_everything(page)
    page.resize(width, 700)
    for _ in range(4):
        QApplication.processEvents()
    assert page.width() == width
    for path in page.binder.paths():
        place = page.binder.place(path)
        assert place is not None
        widget = place.editor.widget
        if widget.isVisible():
            left = top_left(widget, page).x()
            assert 0 <= left < left + widget.width() <= width, path
    assert page.form.width() <= 900


def test_a_closed_fold_says_what_is_in_it(open_page: OpenPage) -> None:
    page = open_page()
    fold = page.findChildren(Fold)[0]
    assert fold.summary.text() == "Witnesses: Daniel Okafor"
    page.binder.draft.set("people[k2].name", "Dan")
    page.binder.draft.set("witnesses", ("k2", "k1"))
    assert fold.summary.text() == "Witnesses: Dan, Elena Marsh"
    fold.button.click()
    assert fold.is_open
    assert fold.summary.text() == ""
    assert fold.button.accessibleDescription().startswith("open")


def test_another_look_restyles_a_page_that_is_shown(open_page: OpenPage, themed: Any) -> None:
    page = open_page()
    themed.apply(dark=True, scale=1.3)
    QApplication.processEvents()
    assert page.form.width() <= round(900 * 1.3)
    themed.apply(dark=False, scale=1.0)
