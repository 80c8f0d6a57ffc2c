"""The Track phase as a place: what is seen before there is anything, and where one can go from there."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.views.finding import button, says, until
from tests.ui.views.track_stock import TODAY, practice, put_practice, tracking
from workbench.base.clock import FixedClock
from workbench.services.workbench import Workbench
from workbench.ui.views.composition import Composition
from workbench.ui.views.track.scorecard.page import ScorecardPage

Compose = Callable[..., Composition]
Stocked = Callable[[Callable[[Workbench], object]], None]


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(TODAY)


def test_without_data_it_says_what_to_import(qtbot: QtBot, stocked: Stocked, compose: Compose) -> None:
    stocked(lambda workbench: practice(workbench, data=False, entries=False))
    made = compose()
    screen = tracking(qtbot, made)
    page = made.desk.window
    assert says(page, "31 promises wait for data")
    assert says(page, "The promises read these columns: ")
    assert button(page, "Import a CRM export").isVisible()
    assert screen.scorecard is None
    assert not says(page, "Not tracked before signing.")


def test_before_signing_it_says_that_an_import_is_a_rehearsal(qtbot: QtBot, stocked: Stocked, compose: Compose) -> None:
    stocked(lambda workbench: practice(workbench, signed=False, data=False, entries=False))
    made = compose()
    tracking(qtbot, made)
    assert says(made.desk.window, "This agreement is not tracked before everybody has signed it.")


def test_with_data_the_scorecard_is_there(
    qtbot: QtBot, place: str, tmp_path_factory: pytest.TempPathFactory, compose: Compose
) -> None:
    put_practice(place, tmp_path_factory)
    made = compose()
    screen = tracking(qtbot, made)
    window = made.desk.window
    assert isinstance(screen.scorecard, ScorecardPage)
    assert says(window, "Scorecard")
    assert says(window, "TRACK · JANUARY TO JULY 2026")
    assert button(window, "crm_export.xlsx").isVisible()
    until(qtbot, lambda: says(window, "1,506 leads"))  # a layout shows what it was given with the next event
    until(qtbot, lambda: window.focusWidget() is screen.scorecard.tree if screen.scorecard else False)


@pytest.mark.parametrize(
    ("clock", "said"),
    [
        (FixedClock(dt.datetime(2025, 12, 31, 12, 0, tzinfo=dt.UTC)), "in force from 1 Jan"),
        (FixedClock(dt.datetime(2026, 1, 1, 12, 0, tzinfo=dt.UTC)), "in force since 1 Jan"),
    ],
    ids=["before", "begun"],
)
def test_a_version_is_in_force_only_since_a_day_that_has_come(
    qtbot: QtBot, place: str, tmp_path_factory: pytest.TempPathFactory, compose: Compose, said: str
) -> None:
    put_practice(place, tmp_path_factory)
    made = compose()
    tracking(qtbot, made)
    until(qtbot, lambda: says(made.desk.window, said))


def test_the_actions_of_the_place_come_and_go_with_it(
    qtbot: QtBot, place: str, tmp_path_factory: pytest.TempPathFactory, compose: Compose
) -> None:
    put_practice(place, tmp_path_factory)
    made = compose()
    tracking(qtbot, made)
    registry = made.desk.window.registry
    assert "track.names" in registry
    made.desk.window.go("agree")
    until(qtbot, lambda: made.desk.window.place == "agree")
    until(qtbot, lambda: "track.names" not in registry)
    assert "track.imports" in registry
