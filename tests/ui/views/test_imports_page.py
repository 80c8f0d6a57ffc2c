"""The list of imports: what each was, what of it was not taken, and taking one back as a whole."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from tests.ui.views.finding import button, says, until
from tests.ui.views.track_stock import EXPORT, TODAY, practice, tracking
from workbench.base.clock import FixedClock
from workbench.services.workbench import open_workbench
from workbench.ui.views.composition import Composition
from workbench.ui.views.track.imports.original import save_original
from workbench.ui.views.track.imports.page import ImportsPage
from workbench.ui.views.track.screen import TrackScreen

Compose = Callable[..., Composition]
ROWS = (
    "Lead ID,E-mail,MQL date,Source",
    "BRK-26001,,2026-06-01,Fair",
    "NEW-1,,2026-06-02,Fair",
    "NEW-2,,2026-06-02,Fair",
)
MORE = "\n".join((*ROWS, ",,2026-06-03,Fair", ""))


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(TODAY)


@pytest.fixture(scope="module")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library with the practice export and a second file: two new leads, a changed one and a rejected row."""
    folder = tmp_path_factory.mktemp("imports")
    more = folder / "more.csv"
    more.write_text(MORE, "utf-8")
    with open_workbench(str(folder / "library.sla"), clock=FixedClock(TODAY), person="Ana") as workbench:
        agreement = practice(workbench, data=False, entries=False)
        workbench.actuals.import_file(agreement, EXPORT)
        workbench.actuals.import_file(agreement, more)
    return folder / "library.sla"


@pytest.fixture
def page(qtbot: QtBot, made_once: Path, place: str, compose: Compose) -> ImportsPage:
    """The list of its imports, in a library of the test's own."""
    shutil.copy(made_once, place)
    made = compose()
    screen = tracking(qtbot, made)
    made.desk.window.registry.run("track.imports")
    until(qtbot, lambda: bool(made.desk.window.findChildren(ImportsPage)))
    found = made.desk.window.findChildren(ImportsPage)[0]
    until(qtbot, found.isVisible)
    assert screen.scorecard is None
    return found


def cells(page: ImportsPage, row: int) -> list[str]:
    model = page.table.model()
    return [model.index(row, column).data() for column in range(model.columnCount())]


def lists(page: ImportsPage) -> list[str]:
    """What the lists beside an import are called."""
    return [one.text() for one in page.panel.which.findChildren(QToolButton)]


def test_each_import_says_what_it_was(page: ImportsPage) -> None:
    assert page.table.model().rowCount() == 2
    assert cells(page, 0) == [
        "2 more.csv, Mon 15 Jun 2026, 14:00 · Ana", "Tue 2 Jun 2026, end of day", "2", "1", "0", "1", "1", "Counts",
    ]  # fmt: skip
    assert cells(page, 1)[0] == "1 crm_export.xlsx, Mon 15 Jun 2026, 14:00 · Ana"
    assert cells(page, 1)[2:] == ["1,506", "0", "0", "2", "35", "Counts"]


def test_what_was_not_taken_and_what_changed_stand_beside_it(
    qtbot: QtBot, page: ImportsPage, tmp_path: Path
) -> None:  # fmt: skip
    until(qtbot, lambda: lists(page)[0] == "Not taken: 1")
    model = page.panel.view.model()
    until(qtbot, lambda: model.rowCount() == 1)
    assert model.index(0, 0).data() == "Row 5, Neither a lead ID nor an e-mail address."
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_Down)
    until(qtbot, lambda: lists(page)[0] == "Not taken: 35")
    until(qtbot, lambda: model.rowCount() == 35)
    QTest.keyClick(page.table, Qt.Key.Key_Up)
    panel = page.panel
    until(qtbot, lambda: panel.changes.model().rowCount() == 3)
    panel.which.setFocus()
    QTest.keyClick(panel.which, Qt.Key.Key_Right)
    until(qtbot, panel.changes.isVisible)
    said = [panel.changes.model().index(row, 0).data() for row in range(3)]
    assert said == [
        "BRK-26001, Qualified, 6 Jan 2026, 11:19 → 1 Jun 2026",
        "BRK-26001, E-mail, p.farkas@arndsee-entsorgung.example → empty", "BRK-26001, Source, Webinar → Fair",
    ]  # fmt: skip
    assert lists(page) == ["Not taken: 1", "Changed: 1"]
    screen = page.window().findChild(TrackScreen)
    assert screen is not None
    assert page.panel.shown is not None
    assert screen.known is not None
    save_original(screen.desk, screen.known.agreement, page.panel.shown, tmp_path / "as_it_was.csv")
    until(qtbot, (tmp_path / "as_it_was.csv").exists)
    assert (tmp_path / "as_it_was.csv").read_text("utf-8") == MORE


def test_an_import_is_taken_back_whole_and_can_count_again(qtbot: QtBot, page: ImportsPage) -> None:
    window = page.window()
    button(page, "Take this import back").click()
    until(qtbot, lambda: says(window, "Took back more.csv: 2 leads are gone, 1 is as it was before."))
    until(qtbot, lambda: cells(page, 0)[-1] == "Taken back")
    until(qtbot, lambda: says(window, "1,506 leads"))
    button(page, "Let it count again").click()
    until(qtbot, lambda: says(window, "more.csv counts again: 2 leads are back, 1 is changed by it."))
    until(qtbot, lambda: cells(page, 0)[-1] == "Counts")
    until(qtbot, lambda: says(window, "1,508 leads"))
    button(window, "Undo").click()
    until(qtbot, lambda: cells(page, 0)[-1] == "Taken back")


def test_it_is_done_with_keys_alone(qtbot: QtBot, page: ImportsPage) -> None:
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_Down)
    QTest.keyClick(page.table, Qt.Key.Key_Delete)
    until(qtbot, lambda: cells(page, 1)[-1] == "Taken back")
    until(qtbot, lambda: page.table.current_row == 1)
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    until(qtbot, page.panel.turn.hasFocus)
    QTest.keyClick(page.panel.turn, Qt.Key.Key_Escape)
    until(qtbot, page.table.hasFocus)
    QTest.keyClick(page.table, Qt.Key.Key_Escape)
    screen = page.window().findChild(TrackScreen)
    assert screen is not None
    until(qtbot, lambda: screen.scorecard is not None)


def test_the_keyboard_stays_in_the_problems_when_the_list_is_learnt_anew(qtbot: QtBot, page: ImportsPage) -> None:
    screen = page.window().findChild(TrackScreen)
    assert screen is not None
    assert screen.known is not None
    until(qtbot, page.panel.view.isVisible)
    page.panel.view.setFocus(Qt.FocusReason.TabFocusReason)
    page.show_known(screen.known)
    assert page.panel.view.hasFocus()


def test_the_window_may_fold_after_the_agreement_was_closed(qtbot: QtBot, page: ImportsPage) -> None:
    screen = page.window().findChild(TrackScreen)
    assert screen is not None
    window, session = screen.desk.window, screen.desk.session
    session.close_agreement()
    until(qtbot, lambda: not shiboken6.isValid(page))
    with qtbot.waitSignal(window.folded):
        window.resize(900, 640)


def test_who_imported_is_hidden_with_the_names(qtbot: QtBot, page: ImportsPage) -> None:
    screen = page.window().findChild(TrackScreen)
    assert screen is not None
    assert screen.names is not None
    screen.names.hide(True)
    assert cells(page, 0)[0] == "2 more.csv, Mon 15 Jun 2026, 14:00"
    page.table.show_row(1)
    model = page.panel.view.model()
    until(qtbot, lambda: model.rowCount() == 35)
    said = [model.index(row, 0).data() for row in range(35)]
    assert any("“…”" in one for one in said)
    assert not any("2026-09-01" in one for one in said)
