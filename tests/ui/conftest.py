"""What tests of the window share: a themed application, windows that live to the end of their test."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from pytestqt.wait_signal import SignalBlocker

from tests.ui.house import Watch
from workbench.base.language import Language, language
from workbench.ui.shell.window import MainWindow
from workbench.ui.theme.theme import Theme, theme

PATIENCE_MS = 30_000
"""How long a notice may take on a machine that has other work; a test waits no longer than the notice takes."""


class PatientBot(QtBot):
    """pytest-qt's robot, which would give up after five seconds."""

    def waitSignal(self, signal: Any, *, timeout: int = PATIENCE_MS, **how: Any) -> SignalBlocker:
        """As pytest-qt's."""
        return super().waitSignal(signal, timeout=timeout, **how)

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = PATIENCE_MS) -> None:
        """As pytest-qt's."""
        super().waitUntil(callback, timeout=timeout)


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    """The robot of a test."""
    del qapp  # only its presence counts
    return PatientBot(request)


@pytest.fixture(autouse=True)
def themed(qapp: QApplication) -> Theme:
    """The one theme, light and at scale 1."""
    qapp.setStyle("Fusion")
    try:
        made = theme()
    except RuntimeError:
        made = Theme(qapp)
    made.choose("light")
    made.apply(dark=False, scale=1.0)
    return made


@pytest.fixture
def watch(qapp: QApplication) -> Iterator[Watch]:
    """Notes every window that is shown."""
    made = Watch()
    qapp.installEventFilter(made)
    yield made
    qapp.removeEventFilter(made)


@pytest.fixture
def english() -> Language:
    return language()


@pytest.fixture
def kept(themed: Theme) -> Iterator[list[QWidget]]:
    """Windows that live to the end of the test: Python would collect one while it paints."""
    del themed  # only its presence counts
    windows: list[QWidget] = []
    yield windows
    for window in windows:
        if shiboken6.isValid(window):
            window.close()
            window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def settle(qapp: QApplication) -> Callable[[], None]:
    """Lets the event loop do what it has to do."""

    def run() -> None:
        for _ in range(12):
            qapp.processEvents()

    return run


@pytest.fixture
def show(kept: list[QWidget], settle: Callable[[], None]) -> Callable[[QWidget], QWidget]:
    """Shows a widget as an active window."""

    def run(widget: QWidget) -> QWidget:
        kept.append(widget)
        widget.show()
        widget.activateWindow()
        settle()
        return widget

    return run


@pytest.fixture
def window(kept: list[QWidget], english: Language) -> MainWindow:
    """A main window, not shown yet, 1440 by 900."""
    made = MainWindow(english)
    made.resize(1440, 900)
    kept.append(made)
    return made
