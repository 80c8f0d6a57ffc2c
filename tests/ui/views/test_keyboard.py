"""The keyboard alone reaches everything: Tab in reading order through every page, and one sees where one is."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.views import stock
from tests.ui.views.finding import arrived, created, says, until
from workbench.base.clock import FixedClock
from workbench.services.workbench import Workbench, open_workbench
from workbench.ui.form.tab_order import reading_order
from workbench.ui.parts.tile import Tile
from workbench.ui.views.agree.screen import AgreeScreen
from workbench.ui.views.composition import Composition

Compose = Callable[..., Composition]
Stock = Callable[[Callable[[Workbench], object]], None]
AROUND = 6
"""Pixels around a widget in which its focus may be shown."""


def expected(made: Composition) -> list[QWidget]:
    """Everything that can be reached now, as one reads."""
    whole = made.desk.window.centralWidget()
    assert whole is not None
    return [one for one in reading_order(whole) if one.isVisible() and one.isEnabled()]


def said(widgets: list[QWidget]) -> list[str]:
    return [f"{type(one).__name__} {one.accessibleName()}" for one in widgets]


def walked(begin: QWidget, steps: int) -> list[QWidget]:
    """Where Tab goes from a widget."""
    begin.setFocus(Qt.FocusReason.TabFocusReason)
    found: list[QWidget] = []
    for _ in range(steps):
        focus = QApplication.focusWidget()
        assert focus is not None
        found.append(focus)
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is begin, "Tab does not come back to where it began"
    return found


def picture(widget: QWidget) -> bytes:
    """The pixels of a widget and its edge."""
    around = widget.parentWidget()
    assert around is not None
    image = around.grab(widget.geometry().adjusted(-AROUND, -AROUND, AROUND, AROUND)).toImage()
    return bytes(image.constBits())


def unseen(widgets: list[QWidget]) -> list[QWidget]:
    """Those that look the same with and without the focus."""
    found = []
    for one, other in zip(widgets, [*widgets[1:], widgets[0]], strict=True):
        one.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        focused = picture(one)
        other.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        if focused == picture(one):
            found.append(one)
    return found


def check(made: Composition, *, seen: bool = True) -> None:
    QApplication.processEvents()
    wanted = expected(made)
    assert said(walked(wanted[0], len(wanted))) == said(wanted)
    if seen:
        assert said(unseen(wanted)) == []


def test_the_library(place: str, compose: Compose, clock: FixedClock, tmp_path_factory: pytest.TempPathFactory) -> None:
    stock.put_full_library(place, clock, tmp_path_factory)
    made = compose()
    table = QApplication.focusWidget()
    assert isinstance(table, QAbstractItemView)
    check(made)


def test_the_empty_library_and_a_new_agreement(qtbot: QtBot, compose: Compose) -> None:
    made = compose()
    assert isinstance(QApplication.focusWidget(), Tile)
    check(made)
    made.desk.window.registry.run("library.new")
    until(qtbot, lambda: says(made.desk.window, "Begin from"))
    check(made)


def test_a_library_that_is_refused(qtbot: QtBot, compose: Compose, place: str, clock: FixedClock) -> None:
    with open_workbench(place, clock=clock):
        made = compose(wait=False)
        until(qtbot, lambda: says(made.desk.window, "This library cannot be opened"))
        check(made)


@pytest.mark.parametrize("template", ["b2b", "empty"])
def test_preparing(qtbot: QtBot, compose: Compose, template: str) -> None:
    made = compose()
    created(qtbot, made, template=template)
    until(qtbot, lambda: says(made.desk.window, "No data imported yet."))
    check(made)


@pytest.mark.parametrize("width", [1440, 1024])
@pytest.mark.parametrize("section", ["teams", "volumes", "follow_up"])
def test_a_section(qtbot: QtBot, compose: Compose, section: str, width: int) -> None:
    made = compose(width=width, height=900)
    created(qtbot, made)
    made.desk.window.go("agree")
    arrived(qtbot, made, "agree")
    screen = made.desk.window.findChild(AgreeScreen)
    assert screen is not None
    screen.go(section)
    assert screen.view is not None
    screen.view.page.finish()
    check(made, seen=section == "follow_up" and width == 1440)  # one section has every editor
