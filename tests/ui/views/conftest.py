"""A session over a real library in the test's own folder, and what helps to wait for it."""

from __future__ import annotations

import datetime as dt
import gc
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.views.finding import until
from workbench.base.clock import FixedClock
from workbench.base.language import Language
from workbench.services.workbench import Workbench, open_workbench
from workbench.ui.runner import Runner
from workbench.ui.session import Session
from workbench.ui.shell.window import MainWindow
from workbench.ui.views.composition import Composition
from workbench.ui.views.desk import Desk
from workbench.ui.views.remembering import Remembering

NOW = dt.datetime(2026, 11, 21, 14, 32, tzinfo=dt.UTC)


@pytest.fixture(autouse=True)
def _utc(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Times are shown on this machine's wall clock; here it is the same everywhere."""
    monkeypatch.setenv("TZ", "UTC")
    if sys.platform != "win32":
        time.tzset()
    yield
    monkeypatch.undo()
    if sys.platform != "win32":
        time.tzset()


@pytest.fixture(autouse=True)
def _garbage_waits() -> Iterator[None]:
    """As in the program: Python must not collect a cycle with a widget in it on a worker thread."""
    gc.disable()
    yield
    gc.enable()


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(NOW)


@pytest.fixture
def place(tmp_path: Path) -> str:
    return str(tmp_path / "library.sla")


@pytest.fixture
def stocked(place: str, clock: FixedClock) -> Callable[[Callable[[Workbench], object]], None]:
    """Puts things into the library before a session opens it."""

    def put(fill: Callable[[Workbench], object]) -> None:
        with open_workbench(place, clock=clock, person="Ana") as workbench:
            fill(workbench)

    return put


@pytest.fixture
def open_session(
    qapp: QApplication, english: Language, place: str, clock: FixedClock
) -> Iterator[Callable[[], Session]]:
    """Makes sessions on the library; each is shut down with its thread at the end, or when the next is made."""
    made: list[tuple[Session, Runner]] = []

    def unexpected(error: BaseException) -> None:
        raise error

    def end() -> None:
        while made:
            session, runner = made.pop()
            session.shut_down()
            runner.shutdown()
            session.deleteLater()
            runner.deleteLater()

    def make() -> Session:
        end()
        runner = Runner(unexpected, qapp)
        session = Session(runner, english, place=place, clock=clock, person="Ana", parent=runner)
        made.append((session, runner))
        return session

    yield make
    end()


@pytest.fixture
def session(qtbot: QtBot, open_session: Callable[[], Session]) -> Session:
    """A session whose library is wholly open."""
    made = open_session()
    with qtbot.waitSignal(made.library_opened):
        made.start(made.open_wholly)
    return made


@pytest.fixture
def compose(
    qtbot: QtBot, english: Language, kept: list[QWidget], open_session: Callable[[], Session], tmp_path: Path
) -> Callable[..., Composition]:
    """Puts a whole window together over the library, shows it, and waits until the library is wholly open."""

    def make(*, width: int = 1440, height: int = 900, file: str = "", wait: bool = True) -> Composition:
        session = open_session()
        window = MainWindow(english)
        window.resize(width, height)
        kept.append(window)
        made = Composition(Desk(window, session, Remembering(tmp_path, window)), file=file)
        window.show()
        window.activateWindow()
        if wait:
            until(qtbot, lambda: session.is_wholly_open)
            until(qtbot, lambda: all(line.is_checked for line in session.listing.lines))
        return made

    return make
