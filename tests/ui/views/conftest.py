"""A session over a real library in the test's own folder, and what helps to wait for it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from workbench.base.clock import FixedClock
from workbench.base.language import Language
from workbench.services.workbench import Workbench, open_workbench
from workbench.ui.runner import Runner
from workbench.ui.session import Session

NOW = dt.datetime(2026, 11, 21, 14, 32, tzinfo=dt.UTC)


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
