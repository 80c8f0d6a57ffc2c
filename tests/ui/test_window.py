from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt, QUrl
from PySide6.QtGui import QFileOpenEvent, QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QListView, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.blank import add_blank_places
from tests.ui.focus import focused, press
from workbench.base.language import Language
from workbench.ui.application import Application
from workbench.ui.parts.beside import Beside, SidePanel
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import Panel, column
from workbench.ui.parts.ring import Ring
from workbench.ui.shell import geometry
from workbench.ui.shell.finder import Finder
from workbench.ui.shell.place import Place
from workbench.ui.shell.rail import FOLDED_WIDTH, WIDTH, Rail
from workbench.ui.shell.rail_items import RING_ROW, RailItem, heading
from workbench.ui.shell.window import FOLD_BELOW, MainWindow
from workbench.ui.theme.theme import Theme, theme

Show = Callable[[QWidget], QWidget]
Settle = Callable[[], None]


def rail() -> Rail:
    items = [
        heading("Sections"), RailItem("1", "Teams", "Agreed", Ring("agreed")),
        RailItem("2", "Goals", "Draft", Ring("draft", 0.5, "2")), heading("Tools"),
        RailItem("verify", "Verify", icon="file-badge", number="3", tone="warn"),
    ]  # fmt: skip
    foot = [RailItem("notes", "Notes", icon="circle-help", keys="F2", quiet=True)]
    return Rail(items, name="Sections", head=Label("1 of 2 agreed"), foot=foot)


class Canvas(QWidget):
    """A page that writes down when it is built and painted."""

    def __init__(self, log: list[str]) -> None:
        super().__init__()
        self._log = log
        log.append("built")

    def paintEvent(self, _event: QPaintEvent) -> None:
        self._log.append("painted")


def test_the_shell_is_painted_before_the_first_page_is_built(
    window: MainWindow, show: Show, qapp: QApplication
) -> None:
    log: list[str] = []
    window.add_places(Place("library", "Library", lambda: Canvas(log)))
    window.pages._blank.painted.connect(lambda: log.append("shell"))
    window.go("library")
    assert log == []
    show(window)
    qapp.processEvents()
    assert log[:3] == ["shell", "built", "painted"]


def test_pages_are_built_on_the_first_visit_only(window: MainWindow, show: Show, settle: Settle) -> None:
    logs: dict[str, list[str]] = {"a": [], "b": []}
    arrived: list[str] = []
    for key, log in logs.items():
        window.add_places(Place(key, key, lambda log=log: Canvas(log)))  # type: ignore[misc]  # bound per place
    window.arrived.connect(arrived.append)
    window.go("a")
    show(window)
    for key in ("b", "a", "b"):
        window.go(key)
        settle()
    assert arrived == ["a", "b", "a", "b"]
    assert [log.count("built") for log in logs.values()] == [1, 1]
    with pytest.raises(KeyError):
        window.go("nowhere")


def test_the_latest_wish_wins(window: MainWindow, show: Show, settle: Settle) -> None:
    logs: dict[str, list[str]] = {key: [] for key in "abc"}
    for key, log in logs.items():
        window.add_places(Place(key, key, lambda log=log: Canvas(log)))  # type: ignore[misc]  # bound per place
    window.go("a")
    show(window)
    window.go("b")
    window.go("c")
    settle()
    assert window.place == "c"
    assert "built" not in logs["b"]
    assert window.pages.currentWidget() is window.pages.page("c")


def test_forgotten_pages_and_rails_are_made_anew(window: MainWindow, show: Show, settle: Settle) -> None:
    log: list[str] = []
    window.add_places(Place("agree", "Agree", lambda: Canvas(log), rail))
    window.go("agree")
    show(window)
    before = window.rail("agree")
    window.forget("agree", "unknown")
    window.go("agree")
    settle()
    assert log.count("built") == 2
    assert window.rail("agree") is not before
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert len(window.findChildren(Rail)) == 1


def test_the_key_of_a_place_takes_the_focus_along_and_the_phases_keep_it(
    window: MainWindow, show: Show, settle: Settle
) -> None:
    lines = {key: QLineEdit() for key in ("agree", "track")}
    for number, (key, line) in enumerate(lines.items(), 2):
        window.add_places(Place(key, key, lambda line=line: line, shortcut=f"Alt+{number}"))  # type: ignore[misc]  # a default for each turn
    window.show_agreement("Northwind Traders")
    window.go("agree")
    show(window)
    window.top._phases.setFocus()
    press(Qt.Key.Key_Right)
    settle()
    assert window.top.isAncestorOf(focused())
    for key, number in (("track", Qt.Key.Key_3), ("agree", Qt.Key.Key_2)):
        window.top._phases.setFocus()
        press(number, Qt.KeyboardModifier.AltModifier)
        settle()
        assert (window.place, focused()) == (key, lines[key])


def test_phases_are_offered_only_while_an_agreement_is_open(window: MainWindow, show: Show, settle: Settle) -> None:
    add_blank_places(window)
    window.go("library")
    show(window)
    QTest.keyClick(window, Qt.Key.Key_4, Qt.KeyboardModifier.AltModifier)
    assert window.place == "library"
    assert not window.top._phases.isVisible()
    window.show_agreement("Northwind Traders", "v3 in force", "ok")
    QTest.keyClick(window, Qt.Key.Key_4, Qt.KeyboardModifier.AltModifier)
    settle()
    assert window.place == "track"
    assert window.top._phases.current == "track"
    assert window.windowTitle() == "Northwind Traders – SLA Workbench"
    window.top._phases.chosen.emit("sign")
    settle()
    assert window.place == "sign"
    window.show_agreement("")
    assert window.windowTitle() == "SLA Workbench"
    assert not window.registry.run("place.sign")


def test_the_phases_stand_in_the_middle_whatever_the_company_is_called(window: MainWindow, show: Show) -> None:
    show(window)
    for company in ("A", "Northwind Traders International Holding Gesellschaft mit beschränkter Haftung " * 2):
        window.show_agreement(company, "v3 in force", "ok")
        QApplication.processEvents()
        phases = window.top._phases
        assert abs(phases.geometry().center().x() - window.width() / 2) < 6
        assert window.width() == 1440


def test_the_focus_begins_in_the_page(window: MainWindow, show: Show, settle: Settle) -> None:
    field = QLineEdit()

    def build() -> QWidget:
        page = QWidget()
        page.setLayout(column(field))
        page.setFocusProxy(field)
        return page

    window.add_places(Place("library", "Library", build))
    window.go("library")
    show(window)
    settle()
    assert focused() is field


def test_the_rail_is_walked_past_its_headings(show: Show) -> None:
    made = rail()
    made.resize(240, 600)
    show(made)
    chosen: list[str] = []
    pressed: list[str] = []
    made.chosen.connect(chosen.append)
    made.pressed.connect(pressed.append)
    made.show_current("1")
    rows, foot = made.findChildren(QListView)
    rows.setFocus()
    for _ in range(3):
        QTest.keyClick(rows, Qt.Key.Key_Down)
    assert chosen == ["2", "verify"]
    assert made.current == "verify"
    QTest.mouseClick(foot.viewport(), Qt.MouseButton.LeftButton, pos=foot.visualRect(foot.model().index(0, 0)).center())
    assert pressed == ["notes"]
    said = [str(rows.model().index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)) for row in range(5)]
    assert said == ["Sections", "Teams, Agreed", "2 Goals, Draft", "Tools", "Verify, 3"]


@pytest.mark.parametrize(("folded", "scale", "height"), [(False, 1.0, 560), (True, 1.0, 400), (True, 1.5, 516)])
def test_twelve_rings_stay_in_view_in_a_low_window(
    show: Show, themed: Theme, settle: Settle, folded: bool, scale: float, height: int
) -> None:
    items = [RailItem(f"s{n}", f"Section {n}", "Draft", Ring("draft", 0.5, str(n))) for n in range(1, 13)]
    made = Rail(items, name="Sections", foot=[RailItem("open", "Open points", icon="list-checks", quiet=True)])
    themed.apply(scale=scale)
    made.set_folded(folded)
    made.resize(made.width(), height)
    show(made)
    settle()
    assert [view.verticalScrollBar().maximum() for view in made.findChildren(QListView)] == [0, 0]
    made.resize(made.width(), 2000)
    settle()
    rows = made.findChildren(QListView)[0]
    assert rows.sizeHintForRow(0) == themed.look.px(RING_ROW)


def test_a_rail_that_changes_keeps_its_place(show: Show) -> None:
    made = rail()
    show(made)
    chosen: list[str] = []
    made.show_current("2")
    made.chosen.connect(chosen.append)
    made.show_items(
        [RailItem("1", "Teams", "Agreed", Ring("agreed")), RailItem("2", "Goals", "Agreed", Ring("agreed"))]
    )
    assert (made.current, chosen) == ("2", [])
    made.show_foot([])
    assert not made.findChildren(QListView)[1].isVisible()


def test_folding_narrows_rail_and_bar_and_tells(window: MainWindow, show: Show, settle: Settle) -> None:
    folds: list[bool] = []
    window.folded.connect(folds.append)
    window.add_places(Place("agree", "Agree", QWidget, rail))
    window.show_agreement("Northwind")
    window.go("agree")
    show(window)
    made = window.rail("agree")
    assert made is not None
    assert made.width() == WIDTH
    window.resize(FOLD_BELOW - 1, 700)
    settle()
    assert made.width() == FOLDED_WIDTH
    finder = window.findChild(Finder)
    assert finder is not None
    assert finder.width() < 50
    assert finder.toolTip() == "Search or run…, Ctrl K"
    window.resize(FOLD_BELOW, 700)
    settle()
    theme().apply(scale=1.3)
    settle()
    assert folds == [True, False, True]
    assert made.width() == round(FOLDED_WIDTH * 1.3)


def test_a_window_of_any_width_and_height_folds_without_breaking(
    window: MainWindow, show: Show, qapp: QApplication
) -> None:
    """Every pixel, because the crash this guards against happened at a few heights only."""
    content = QWidget()
    content.setLayout(
        column(*[Label(f"Line {n} of a page that is taller than its window", wrap=True) for n in range(30)])
    )
    side = QWidget()
    side.setLayout(column(*[Label("A side panel with words that break into lines", wrap=True) for _ in range(20)]))

    def build() -> QWidget:
        from workbench.ui.parts.page import Scroller

        return Beside(Scroller(content), SidePanel(side, width=400), below=1000)

    window.add_places(Place("agree", "Agree", build, rail))
    window.show_agreement("Northwind Traders")
    window.go("agree")
    show(window)
    window.setUpdatesEnabled(False)  # the layout is what could break
    for size in range(660, 1301):
        window.resize(size, 480 + size % 331)
        qapp.processEvents()
        assert window.width() == size
    assert not window.is_folded


def test_a_side_panel_folds_and_can_be_called(show: Show, settle: Settle) -> None:
    main, side = Panel(role="surface"), QWidget()
    both = Beside(main, SidePanel(side, width=400), below=900)
    folds: list[bool] = []
    both.folded.connect(folds.append)
    both.resize(1000, 500)
    show(both)
    panel = both._side
    assert (panel.isVisible(), panel.width()) == (True, 400)
    both.resize(899, 500)
    settle()
    assert (panel.isVisible(), main.isVisible(), both.is_folded) == (False, True, True)
    both.call_side(show=True)
    settle()
    assert (panel.isVisible(), main.isVisible(), panel.width()) == (True, False, 899)
    both.call_side(show=False)
    assert main.isVisible()
    both.call_side(show=True)
    both.resize(1000, 500)
    settle()
    assert (panel.isVisible(), main.isVisible(), panel.width()) == (True, True, 400)
    both.resize(899, 500)
    settle()
    assert not panel.isVisible()  # a call lasts until the next change
    assert folds == [True, False, True]


def test_the_status_bar_says_whether_work_is_safe(window: MainWindow, show: Show) -> None:
    show(window)
    status = window.status
    assert not status._saved.isVisible()
    status.show_saved("saved", "14:32")
    assert status._saved.text() == "All changes saved · 14:32"
    status.show_saved("failed", "the disk is full")
    assert status._saved.text() == "Not saved · the disk is full"
    assert status._saved.property("tone") == "bad"
    status.show_saved("saving")
    assert status._saved.property("tone") == ""
    status.show_facts([("eye-off", "Names hidden")], ["English"])
    status.show_facts([("", "Names shown")], ["Deutsch"])
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    said = {label.text() for label in status.findChildren(Label)}
    assert {"Names shown", "Deutsch"} <= said
    assert not {"Names hidden", "English"} & said


def test_closing_is_told_first(window: MainWindow, show: Show) -> None:
    show(window)
    told: list[bool] = []
    window.closing.connect(lambda: told.append(window.isVisible()))
    window.registry.run("window.quit")
    assert told == [True]


def test_the_window_comes_back_where_it_was(english: Language, kept: list[QWidget], show: Show, tmp_path: Path) -> None:
    first, second, third = MainWindow(english), MainWindow(english), MainWindow(english)
    kept.extend((second, third))
    first.setGeometry(40, 30, 700, 500)
    show(first)
    geometry.remember(first, tmp_path)
    geometry.restore(second, tmp_path)
    assert second.size() == first.size()
    (tmp_path / "window.ini").write_text("[window]\ngeometry=nonsense\n", "utf-8")
    geometry.restore(third, tmp_path)
    assert third.width() >= 640
    assert third.isMaximized()  # the screen of these tests is smaller than the usual size


def test_a_folder_that_cannot_be_written_to_is_no_reason_to_stop(
    window: MainWindow, show: Show, tmp_path: Path
) -> None:
    show(window)
    (tmp_path / "file").write_text("not a folder", "utf-8")
    geometry.remember(window, tmp_path / "file")
    geometry.restore(window, tmp_path / "file")
    assert window.width() >= 640


def test_files_the_system_sends_are_passed_on(qtbot: QtBot) -> None:
    asked: list[str] = []

    class Stand:
        """What `Application.event` needs of itself; there is one application object in a process already."""

        class file_asked:  # noqa: N801  (stands for a signal)
            emit = staticmethod(asked.append)

    del qtbot
    event = QFileOpenEvent(QUrl.fromLocalFile("/agreements/northwind.slaw"))
    assert Application.event(Stand(), event)  # type: ignore[arg-type]
    assert asked == ["/agreements/northwind.slaw"]
