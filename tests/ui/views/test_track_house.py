"""The pages of Track keep the promises of the house: names for everything, no flashing, nothing cut, at every size."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.house import Watch, clipped, cut, nameless, out_of_reach, sideways, squeezed
from tests.ui.views.finding import until
from tests.ui.views.track_stock import EXPORT, TODAY, put_practice, tracking
from workbench.base.clock import FixedClock
from workbench.ui.theme.theme import theme
from workbench.ui.views.composition import Composition
from workbench.ui.views.track.imports.page import ImportsPage
from workbench.ui.views.track.screen import TrackScreen

Compose = Callable[..., Composition]
Open = Callable[[int, int], TrackScreen]


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(TODAY)


@pytest.fixture
def opened(qtbot: QtBot, place: str, tmp_path_factory: pytest.TempPathFactory, compose: Compose, watch: Watch) -> Open:
    def run(width: int, height: int) -> TrackScreen:
        put_practice(place, tmp_path_factory)
        watch.windows.clear()
        return tracking(qtbot, compose(width=width, height=height))

    return run


def scorecard(qtbot: QtBot, screen: TrackScreen, label: str = "S-3") -> QWidget:
    page = screen.scorecard
    assert page is not None
    assert page.tree is not None
    promise = next(one for one in page._promises if one.commitment.label == label)
    page.tree.look_at(promise, dt.date(2026, 6, 1))
    if label.startswith("S"):
        until(qtbot, lambda: page.detail.leads.leads is not None)
    return page


def entries(qtbot: QtBot, screen: TrackScreen) -> QWidget:
    return scorecard(qtbot, screen, "J-4")


def mapping(qtbot: QtBot, screen: TrackScreen) -> QWidget:
    screen.desk.session.import_wanted.emit(str(EXPORT))
    qtbot.waitUntil(lambda: screen.importing is not None and screen.importing.tried is not None, timeout=20_000)
    assert screen.importing is not None
    return screen.importing


def imports(qtbot: QtBot, screen: TrackScreen) -> QWidget:
    screen.show_imports()
    page = screen.desk.window.findChildren(ImportsPage)[0]
    until(qtbot, lambda: page.panel.view.model().rowCount() == 35)
    return page


PAGES = (scorecard, entries, mapping, imports)


@pytest.mark.parametrize("go", PAGES)
def test_everything_has_a_name_and_is_reached_and_nothing_flashes(
    qtbot: QtBot, opened: Open, watch: Watch, go: Callable[[QtBot, TrackScreen], QWidget]
) -> None:
    page = go(qtbot, opened(1440, 900))
    every = [page, *page.findChildren(QWidget)]
    assert len(every) > 40
    assert watch.windows == ["MainWindow "]
    assert [type(widget).__name__ for widget in every if widget.styleSheet()] == []
    assert nameless(every) == []
    assert out_of_reach(every) == []


@pytest.mark.parametrize("go", PAGES)
@pytest.mark.parametrize(("width", "height", "scale"), [(1024, 640, 1.5), (1024, 640, 1.0), (1440, 900, 1.3)])
def test_nothing_is_wider_than_its_place(
    qtbot: QtBot,
    opened: Open,
    settle: Callable[[], None],
    go: Callable[[QtBot, TrackScreen], QWidget],
    width: int,
    height: int,
    scale: float,
) -> None:
    screen = opened(width, height)
    theme().apply(scale=scale)
    page = go(qtbot, screen)
    settle()
    window = screen.desk.window
    assert (window.width(), window.height()) == (width, height)
    assert clipped(page) == []
    assert cut(page) == []
    assert squeezed(window) == []
    assert sideways(page) == []
