from __future__ import annotations

from collections.abc import Callable

import pytest
import shiboken6
from hypothesis import given, strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QUndoCommand, QUndoStack
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QListView, QWidget

from tests.ui.blank import add_blank_places
from tests.ui.focus import focused, press
from workbench.base.language import N_, Language
from workbench.ui.actions import Action, Actions, key_words
from workbench.ui.command_palette.overlay import CommandPalette
from workbench.ui.command_palette.ranking import Entry, find, fold
from workbench.ui.shell.window import MainWindow
from workbench.ui.theme.theme import PROJECTOR, theme

Show = Callable[[QWidget], QWidget]
CTRL = Qt.KeyboardModifier.ControlModifier


def nothing() -> None:
    return


@pytest.fixture
def registry(kept: list[QWidget], english: Language) -> Actions:
    window = QWidget()
    kept.append(window)
    return Actions(window, english)


def test_a_name_and_a_key_are_taken_once(registry: Actions) -> None:
    registry.add(Action("a.one", N_("One"), nothing, "Ctrl+1", ("F1",)))
    with pytest.raises(ValueError, match=r"a\.one is registered twice"):
        registry.add(Action("a.one", N_("One"), nothing))
    with pytest.raises(ValueError, match=r"a\.two wants the keys of a\.one"):
        registry.add(Action("a.two", N_("Two"), nothing, "F1"))
    registry.remove("a.one", "unknown")
    registry.add(Action("a.two", N_("Two"), nothing, "F1"))
    assert "a.one" not in registry
    assert "a.two" in registry


def test_the_place_one_is_at_takes_keys_over_and_gives_them_back(registry: Actions) -> None:
    def who() -> list[str]:
        return [one.name for one in registry.with_keys() if one.shortcut == "F5"]

    registry.add(Action("track.try", N_("Try"), nothing, "F5"))
    registry.add(Action("room.here", N_("Start"), nothing, "F5"), over=True)
    assert who() == ["room.here"]
    registry.add(Action("late.one", N_("Late"), nothing, "F5", ("F6",)))  # made while the place has the key
    assert who() == ["room.here"]
    with pytest.raises(ValueError, match=r"room\.more wants the keys of room\.here"):
        registry.add(Action("room.more", N_("More"), nothing, "F5"), over=True)
    registry.remove("late.one")
    registry.remove("room.here")
    assert who() == ["track.try"]


def test_what_may_not_be_done_is_not_done(registry: Actions) -> None:
    done: list[str] = []
    allowed = [False]
    registry.add(Action("a", N_("Act"), lambda: done.append("a"), enabled=lambda: allowed[0]))
    assert not registry.run("a")
    assert registry.shown() == []
    allowed[0] = True
    assert registry.run("a")
    assert not registry.run("unknown")
    assert done == ["a"]


def test_what_is_hidden_under_something_is_not_done_until_it_is_released(registry: Actions) -> None:
    done: list[str] = []
    registry.add(
        Action("a.one", N_("One"), lambda: done.append("a.one")),
        Action("a.two", N_("Two"), lambda: done.append("a.two")),
    )
    registry.hold("a.two")
    registry.add(Action("a.late", N_("Late"), lambda: done.append("a.late")))
    assert [registry.run(name) for name in ("a.one", "a.two", "a.late")] == [False, True, False]
    assert [one.name for one in registry.shown()] == ["a.two"]
    registry.release()
    assert registry.run("a.late")
    assert done == ["a.two", "a.late"]


def test_shortcuts_work_where_the_window_is_active(show: Show, registry: Actions) -> None:
    done: list[str] = []
    window = registry.parent()
    assert isinstance(window, QWidget)
    field = QLineEdit(window)
    registry.add(Action("plain", N_("Plain"), lambda: done.append("P"), "P"))
    registry.add(Action("ctrl", N_("Ctrl"), lambda: done.append("ctrl"), "Ctrl+B"))
    show(window)
    window.setFocus()
    QTest.keyClick(window, Qt.Key.Key_P)
    QTest.keyClick(window, Qt.Key.Key_B, CTRL)
    assert done == ["P", "ctrl"]
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_P)  # letters belong to the field while one is written in
    assert (done, field.text()) == (["P", "ctrl"], "p")


def test_menus_grey_out_what_may_not_be_done(registry: Actions, kept: list[QWidget]) -> None:
    registry.add(
        Action("a", N_("Act"), nothing, "Ctrl+1", icon="check", enabled=lambda: False), Action("b", N_("Be"), nothing)
    )
    menu = registry.menu(kept[0], "a", "", "b")
    menu.aboutToShow.emit()
    assert [(a.text(), a.isEnabled(), a.isSeparator()) for a in menu.actions()] == [
        ("Act", False, False), ("", True, True), ("Be", True, False),
    ]  # fmt: skip
    assert registry.tip("a") == "Act (Ctrl 1)"
    assert registry.tip("b") == "Be"
    assert key_words("Ctrl+Shift+V") == "Ctrl Shift V"


def entry(title: str, group: str = "Commands", detail: str = "", keywords: str = "") -> Entry:
    return Entry(title, nothing, group, detail, keywords)


def titles(entries: list[Entry], typed: str) -> list[str]:
    return [hit.entry.title for hit in find(entries, typed)]


ENTRIES = [
    entry("Open the parking lot"), entry("Park this topic"), entry("Print", detail="The parking lot, too"),
    entry("Compare two versions", keywords="redline diff"), entry("Zoë’s answer", "In this agreement"),
    entry("Parked: who pays?", "In this agreement"),
]  # fmt: skip


def test_what_begins_a_title_comes_first_within_its_group() -> None:
    assert titles(ENTRIES, "par") == ["Park this topic", "Open the parking lot", "Print", "Parked: who pays?"]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("REDLINE", ["Compare two versions"]), ("zoe", ["Zoë’s answer"]), ("lot open", ["Open the parking lot"]),
        ("ark", []), ("park print", ["Print"]), ("  ", [e.title for e in ENTRIES]), ("xyz", []),
    ],
)  # fmt: skip
def test_words_are_found_by_their_beginnings(typed: str, found: list[str]) -> None:
    assert titles(ENTRIES, typed) == found


def test_where_it_matched_is_known() -> None:
    assert find(ENTRIES, "park")[0].spans == ((0, 4),)
    assert find(ENTRIES, "lot open")[0].spans == ((0, 4), (17, 20))


@given(st.lists(st.text(max_size=12), max_size=6), st.text(max_size=8))
def test_finding_never_breaks_and_spans_lie_in_the_title(names: list[str], typed: str) -> None:
    for hit in find([entry(name) for name in names], typed):
        assert all(0 <= start < end <= len(hit.entry.title) for start, end in hit.spans)
    assert all(len(fold(name)) == len(name) for name in names)


@pytest.fixture
def open_palette(show: Show, window: MainWindow) -> tuple[MainWindow, list[str]]:
    done: list[str] = []
    window.registry.add(
        Action("park.this", N_("Park this topic"), lambda: done.append("this"), "Shift+P", detail=N_("Adds a note")),
        Action("park.open", N_("Open the parking lot"), lambda: done.append("open"), room_sees=True),
        Action("park.never", N_("Park nothing"), lambda: done.append("never"), enabled=lambda: False),
    )
    show(window)
    QTest.keyClick(window, Qt.Key.Key_K, CTRL)
    return window, done


def results(window: MainWindow) -> QListView:
    palette = window.findChild(CommandPalette)
    assert palette is not None
    return palette.findChildren(QListView)[0]


def test_the_palette_is_driven_by_keys(open_palette: tuple[MainWindow, list[str]]) -> None:
    window, done = open_palette
    palette = window.findChild(CommandPalette)
    assert palette is not None
    assert palette.isVisible()
    QTest.keyClicks(focused(), "park")
    said = [str(results(window).model().index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)) for row in range(3)]
    assert said == [
        "Commands",
        "Park this topic. Adds a note. Shortcut Shift P",
        "Open the parking lot. Room sees this",
    ]
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        press(key)
    assert results(window).currentIndex().row() == 2
    window.grab()
    press(Qt.Key.Key_Return)
    assert done == ["open"]
    assert not palette.isVisible()


def test_escape_changes_nothing_and_gives_the_focus_back(open_palette: tuple[MainWindow, list[str]]) -> None:
    window, done = open_palette
    QTest.keyClicks(focused(), "quit")
    press(Qt.Key.Key_Escape)
    assert done == []
    assert window.isVisible()
    assert focused() is window.pages
    QTest.keyClick(window, Qt.Key.Key_K, CTRL)
    assert results(window).model().rowCount() > 3  # opens with everything again


def test_nothing_found_says_so_and_runs_nothing(open_palette: tuple[MainWindow, list[str]]) -> None:
    window, done = open_palette
    QTest.keyClicks(focused(), "qqqq")
    press(Qt.Key.Key_Return)
    palette = window.findChild(CommandPalette)
    assert palette is not None
    assert palette.isVisible()
    assert not results(window).isVisible()
    assert done == []


def test_tab_stays_in_the_palette_and_a_press_beside_closes(open_palette: tuple[MainWindow, list[str]]) -> None:
    window, _done = open_palette
    field = focused()
    press(Qt.Key.Key_Tab)
    assert focused() is field
    palette = window.findChild(CommandPalette)
    assert palette is not None
    QTest.mouseClick(palette, Qt.MouseButton.LeftButton, pos=palette.rect().bottomLeft())
    assert not palette.isVisible()


def test_more_than_actions_can_be_found(show: Show, window: MainWindow) -> None:
    went: list[str] = []
    window.viewing.add_finder(lambda: [Entry("Lead definitions", lambda: went.append("5"), "Sections")])
    show(window)
    window.viewing.open_palette()
    QTest.keyClicks(focused(), "lead")
    press(Qt.Key.Key_Return)
    assert went == ["5"]


def test_undo_and_redo_follow_the_stack_in_use(show: Show, window: MainWindow) -> None:
    show(window)
    assert not window.registry.run("edit.undo")
    stack = QUndoStack(window)
    window.undoing.follow(stack)
    stack.push(QUndoCommand("Edit"))
    assert window.registry.run("edit.undo")
    assert stack.index() == 0
    assert window.registry.run("edit.redo")
    assert stack.index() == 1
    window.undoing.follow(None)
    assert not window.registry.run("edit.undo")


def test_a_stack_that_goes_away_is_let_go(show: Show, window: MainWindow) -> None:
    show(window)
    stack = QUndoStack()
    window.undoing.follow(stack)
    stack.push(QUndoCommand("Edit"))
    shiboken6.delete(stack)
    assert not window.registry.run("edit.undo")


def test_colours_size_and_screen_are_actions(show: Show, window: MainWindow) -> None:
    show(window)
    QTest.keyClick(window, Qt.Key.Key_D, CTRL | Qt.KeyboardModifier.AltModifier)
    assert theme().look.dark
    window.registry.run("theme.projector")
    assert theme().look.scale == PROJECTOR
    window.registry.run("theme.projector")
    window.registry.run("theme.toggle")
    assert (theme().look.dark, theme().look.scale) == (False, 1.0)
    window.registry.run("theme.system")
    assert theme().choice == "system"


def test_f6_goes_round_the_parts_of_the_window(show: Show, window: MainWindow) -> None:
    add_blank_places(window)
    window.show_agreement("Northwind", "v4")
    show(window)
    window.go("library")
    QApplication.processEvents()
    field = QLineEdit()
    page = window.pages.currentWidget()
    assert page is not None
    layout = page.layout()
    assert layout is not None
    layout.addWidget(field)
    field.show()
    press(Qt.Key.Key_F6)
    first = focused()
    press(Qt.Key.Key_F6)
    second = focused()
    assert {window.top.isAncestorOf(first), window.top.isAncestorOf(second)} == {True, False}
    press(Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert focused() is first
