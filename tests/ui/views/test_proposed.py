"""What the results propose for the next version, on the scorecard: in words, and a way to the field of each."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.house import cut, nameless
from tests.ui.views.finding import button, until, words
from tests.ui.views.stock import content, leads_csv, save_signed
from tests.ui.views.track_stock import TODAY, put_practice, tracking
from workbench.agreement.model import Agreement
from workbench.base.clock import FixedClock
from workbench.services.workbench import Workbench
from workbench.ui.parts.popover import Popover
from workbench.ui.parts.press_row import PressRow
from workbench.ui.views.agree.screen import AgreeScreen
from workbench.ui.views.composition import Composition
from workbench.ui.views.track.screen import TrackScreen

Compose = Callable[..., Composition]
Stocked = Callable[[Callable[[Workbench], object]], None]
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(TODAY)


def signed(tmp_path: Path, each_day: int) -> Callable[[Workbench], object]:
    """An agreement signed at the new year, and five months of so many leads a day, all touched after an hour."""

    def put_it(workbench: Workbench) -> None:
        first = TODAY.date().replace(month=1, day=1)
        made: Agreement = content("Alder", "Alder 2026", first)
        agreement = workbench.shelf.create_from(made)
        save_signed(workbench, agreement, "As agreed in the room")
        workbench.actuals.import_file(agreement, leads_csv(tmp_path / "leads.csv", first, 160, each_day))

    return put_it


def open_proposals(qtbot: QtBot, screen: TrackScreen) -> Popover:
    window = screen.desk.window
    until(qtbot, lambda: screen.scorecard is not None)
    QTest.keyClick(window, Qt.Key.Key_N, CTRL | SHIFT)
    until(qtbot, lambda: window.findChild(Popover) is not None)
    found = window.findChild(Popover)
    assert found is not None
    return found


def lines(popover: Popover) -> dict[str, str]:
    """What each line says, by label."""
    said = [one.accessibleName() for one in popover.findChildren(PressRow)]
    return {one.split(" ")[0]: one for one in said}


@pytest.mark.parametrize(
    ("each_day", "label", "shows"),
    [
        (40, "M-2", "by a wide margin"),
        (1, "M-2", "Missed in each of"),
        (1, "S-4", "could not be measured"),  # the file has no attempts
    ],
)
def test_habits_and_gaps_are_proposed(
    qtbot: QtBot, stocked: Stocked, compose: Compose, tmp_path: Path, each_day: int, label: str, shows: str
) -> None:
    stocked(signed(tmp_path, each_day))
    popover = open_proposals(qtbot, tracking(qtbot, compose()))
    assert shows in lines(popover)[label]


def test_a_proposal_leads_to_the_field_it_concerns(
    qtbot: QtBot, stocked: Stocked, compose: Compose, tmp_path: Path
) -> None:
    stocked(signed(tmp_path, 1))
    screen = tracking(qtbot, compose())
    popover, window = open_proposals(qtbot, screen), screen.desk.window
    wanted = next(one for one in popover.findChildren(PressRow) if one.accessibleName().startswith("M-2 "))
    wanted.setFocus()
    QTest.keyClick(wanted, Qt.Key.Key_Return)
    agree = window.findChild(AgreeScreen)
    assert agree is not None
    until(qtbot, lambda: agree.view is not None and agree.view.info.name == "volumes")
    known = screen.known
    assert known is not None
    promise = next(one for one in known.check.newest.commitments if one.label == "M-2")
    until(qtbot, lambda: agree.view is not None and agree.view.page.binder.current_path == promise.path)


def test_the_scorecard_says_how_many_there_are_and_they_begin_at_the_first(
    qtbot: QtBot, place: str, tmp_path_factory: pytest.TempPathFactory, compose: Compose
) -> None:
    put_practice(place, tmp_path_factory)
    screen = tracking(qtbot, compose())
    until(qtbot, lambda: screen.scorecard is not None)
    assert screen.scorecard is not None
    QTest.mouseClick(button(screen.scorecard.top, "2 proposals"), Qt.MouseButton.LeftButton)
    popover = screen.desk.window.findChild(Popover)
    assert popover is not None
    said = lines(popover)
    assert list(said) == ["M-4", "J-1"]  # partners were never exported; five months of MQL to SAL, all far above 60%
    assert "Export the column Partner program" in said["M-4"]
    assert "A target of 70.3% would have been kept in 4 of 5 periods" in said["J-1"]
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == said["M-4"]


def test_without_a_habit_nothing_is_offered(qtbot: QtBot, stocked: Stocked, compose: Compose, tmp_path: Path) -> None:
    def put_it(workbench: Workbench) -> None:
        agreement = workbench.shelf.create("Alder", "empty")
        workbench.actuals.import_file(agreement, leads_csv(tmp_path / "leads.csv", TODAY.date(), 9, 3))

    stocked(put_it)
    screen = tracking(qtbot, compose())
    until(qtbot, lambda: screen.scorecard is not None)
    assert [one.text() for one in screen.desk.window.findChildren(QPushButton) if "proposal" in one.text()] == []
    assert not screen.desk.window.registry.get("track.proposals").enabled()


@pytest.mark.parametrize("dark", [False, True])
def test_they_fit_into_a_small_window_and_have_names(
    qtbot: QtBot, stocked: Stocked, compose: Compose, tmp_path: Path, dark: bool
) -> None:
    from workbench.ui.theme.theme import theme

    theme().apply(dark=dark, scale=1.0)
    stocked(signed(tmp_path, 1))
    screen = tracking(qtbot, compose(width=1024, height=640))
    popover = open_proposals(qtbot, screen)
    window = screen.desk.window
    assert window.rect().contains(popover.geometry())
    assert nameless([popover, *popover.findChildren(QPushButton)]) == []
    assert cut(popover) == []
    assert any("The room decides" in one for one in words(popover))
    QTest.keyClick(popover, Qt.Key.Key_Escape)
    assert not popover.isVisible()
