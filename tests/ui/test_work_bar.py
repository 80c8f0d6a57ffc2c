from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from workbench.ui.parts.button import Button
from workbench.ui.parts.layout import column, stretch
from workbench.ui.parts.meter import STEPS, Meter
from workbench.ui.parts.work_bar import WorkBar


@pytest.fixture
def bar(show: Callable[[QWidget], QWidget]) -> WorkBar:
    made = WorkBar("Stop")
    page = QWidget()
    page.setLayout(column(made, stretch()))
    page.resize(500, 200)
    show(page)
    return made


def long_enough(bar: WorkBar, qtbot: QtBot) -> None:
    bar._timer.start(1)
    qtbot.waitUntil(lambda: bar.is_shown, timeout=5000)


def test_short_work_shows_nothing_and_nothing_jumps(bar: WorkBar) -> None:
    height = bar.height()
    bar.begin("Dry run", lambda: None)
    bar.show_progress(10, 10, "10 of 10")
    bar.finish("Dry run finished", "10 rows")
    assert not bar.is_shown
    assert not bar._timer.isActive()
    assert bar.height() == height > 20


def test_long_work_shows_how_far_it_is_and_that_it_is_over(bar: WorkBar, qtbot: QtBot) -> None:
    height = bar.height()
    bar.begin("Dry run", lambda: None)
    long_enough(bar, qtbot)
    bar.show_progress(6140, 8461, "6,140 of 8,461")
    meter, button = bar.findChild(Meter), bar.findChild(Button)
    assert meter is not None
    assert button is not None
    assert meter.value() == round(6140 / 8461 * STEPS)
    assert meter.accessibleName() == "Dry run"
    assert button.isVisible()
    bar.finish("Dry run finished", "8,461 rows, 3.2 s")
    assert (bar._what.text(), bar._count.text(), meter.value()) == ("Dry run finished", "8,461 rows, 3.2 s", STEPS)
    assert not button.isVisible()
    assert bar.height() == height
    bar.finish()
    assert not bar.is_shown


def test_work_is_asked_to_stop_once(bar: WorkBar, qtbot: QtBot) -> None:
    asked: list[int] = []
    bar.begin("Import", lambda: asked.append(1))
    long_enough(bar, qtbot)
    button = bar.findChild(Button)
    assert button is not None
    button.click()
    button.click()
    assert asked == [1]
    bar.begin("Import", lambda: asked.append(2))
    assert button.isEnabled()


def test_what_cannot_be_stopped_has_no_button(bar: WorkBar, qtbot: QtBot) -> None:
    bar.begin("Saving")
    long_enough(bar, qtbot)
    bar.show_progress(3, 0, "3 pages")
    button = bar.findChild(Button)
    assert button is not None
    assert not button.isVisible()
