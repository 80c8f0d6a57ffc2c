from __future__ import annotations

import datetime as dt
import gc
import sys
import threading
import weakref
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.focus import focused
from workbench.base.clock import FixedClock
from workbench.base.errors import NotFoundError
from workbench.base.language import Language
from workbench.ui import hooks as hooks_module
from workbench.ui.alerts import confess, refuse
from workbench.ui.garbage import MOST_WAITS, Collector
from workbench.ui.hooks import Crash, Hooks
from workbench.ui.parts.button import Button
from workbench.ui.parts.label import Label

CLOCK = FixedClock(dt.datetime(2026, 11, 21, 18, 44, tzinfo=dt.UTC))


@pytest.fixture
def log(tmp_path: Path) -> Path:
    return tmp_path / "errors.log"


@pytest.fixture
def hooks(themed: object, log: Path, capsys: pytest.CaptureFixture[str]) -> Iterator[Hooks]:
    del themed, capsys  # the report on standard error is not for the test's own output
    made = Hooks(log, clock=CLOCK)
    made.install()
    yield made
    made.remove()


def broken() -> None:
    raise ZeroDivisionError("three apples for nobody")


def test_an_exception_in_a_slot_is_shown_and_the_program_goes_on(hooks: Hooks, qtbot: QtBot, log: Path) -> None:
    seen: list[Crash] = []
    hooks.crashed.connect(seen.append)
    QTimer.singleShot(0, broken)
    qtbot.waitUntil(lambda: bool(seen), timeout=5000)
    assert seen[0].summary == "ZeroDivisionError: three apples for nobody"
    assert "in broken" in seen[0].report
    assert "2026-11-21T18:44" in seen[0].report
    assert "in broken" in log.read_text("utf-8")


def test_a_fault_while_painting_lets_go_of_the_painter(hooks: Hooks, qtbot: QtBot) -> None:
    painters: list[weakref.ref[QPainter]] = []

    class Broken(QWidget):
        def paintEvent(self, _event: QPaintEvent) -> None:
            painter = QPainter(self)
            painters.append(weakref.ref(painter))
            broken()

    seen: list[Crash] = []
    hooks.crashed.connect(seen.append)
    widget = Broken()
    qtbot.addWidget(widget)
    widget.show()
    qtbot.waitUntil(lambda: bool(seen), timeout=5000)
    assert [painter() for painter in painters] == [None] * len(painters)


def test_an_exception_in_a_thread_comes_to_the_window(hooks: Hooks, qtbot: QtBot) -> None:
    seen: list[int] = []
    hooks.crashed.connect(lambda _crash: seen.append(threading.get_ident()))
    thread = threading.Thread(target=broken)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: bool(seen), timeout=5000)
    assert seen == [threading.get_ident()]


def test_the_same_fault_is_shown_once_and_written_every_time(hooks: Hooks, qtbot: QtBot, log: Path) -> None:
    seen: list[Crash] = []
    hooks.crashed.connect(seen.append)
    for _ in range(3):
        hooks.take(ValueError("again"))
    hooks.take(ValueError("other"))
    qtbot.waitUntil(lambda: len(seen) == 2, timeout=5000)
    assert log.read_text("utf-8").count("ValueError: again") == 3


def test_the_draft_is_made_safe_before_anything_is_shown(qtbot: QtBot, log: Path) -> None:
    order: list[str] = []

    def secure() -> None:
        order.append("safe")
        raise OSError("disk full")

    hooks = Hooks(log, secure, CLOCK)
    hooks.crashed.connect(lambda crash: order.append(crash.summary))
    hooks.take(ValueError("first"))
    qtbot.waitUntil(lambda: len(order) == 2, timeout=5000)
    assert order == ["safe", "ValueError: first"]
    assert "disk full" in log.read_text("utf-8")


def test_a_log_that_cannot_be_written_is_no_second_fault(tmp_path: Path, qtbot: QtBot) -> None:
    hooks = Hooks(tmp_path, clock=CLOCK)  # a folder
    with qtbot.waitSignal(hooks.crashed, timeout=5000):
        hooks.take(ValueError("first"))


def test_the_log_begins_anew_when_it_is_long(log: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hooks_module, "LOG_LIMIT", 100)
    log.write_text("x" * 200, "utf-8")
    Hooks(log, clock=CLOCK).take(ValueError("new"))
    assert "ValueError: new" in log.read_text("utf-8")
    assert "x" not in log.read_text("utf-8")[:5]
    assert log.with_suffix(".old").read_text("utf-8") == "x" * 200


def test_control_c_still_ends_the_program(hooks: Hooks, log: Path) -> None:
    hooks._on_exception(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert not log.exists()


def test_removing_gives_pythons_hooks_back(hooks: Hooks) -> None:
    assert sys.excepthook == hooks._on_exception
    hooks.remove()
    assert sys.excepthook is sys.__excepthook__


def test_a_refusal_says_why_and_what_helps(kept: list[QWidget], english: Language) -> None:
    window = QWidget()
    kept.append(window)
    window.show()
    alert = refuse(window, NotFoundError("There is no version 7.", "Choose one of 1 to 4."), english)
    assert {label.text() for label in alert.findChildren(Label)} == {"There is no version 7.", "Choose one of 1 to 4."}
    assert alert.windowTitle() == "There is no version 7."
    alert.reject()


def test_a_fault_can_be_copied(kept: list[QWidget], english: Language) -> None:
    window = QWidget()
    kept.append(window)
    window.show()
    alert = confess(window, Crash("ValueError: x", "the whole report"), english)
    QApplication.processEvents()
    shown = alert.findChild(QPlainTextEdit)
    assert shown is not None
    assert (shown.toPlainText(), shown.isReadOnly()) == ("the whole report", True)
    next(button for button in alert.findChildren(Button) if button.text() == "Copy report").click()
    assert QApplication.clipboard().text() == "the whole report"
    assert alert.isModal()
    assert focused().window() is alert
    alert.accept()


@pytest.mark.parametrize("summary", ["ZeroDivisionError: division by zero", f"KeyError: {'x' * 300}"])
def test_a_fault_has_its_words_beside_the_badge_and_room_for_its_buttons(
    kept: list[QWidget], english: Language, summary: str
) -> None:
    window = QWidget()
    kept.append(window)
    window.show()
    alert = confess(window, Crash(summary, "the whole report"), english)
    QApplication.processEvents()
    title, report = alert.findChildren(Label)[0], alert.findChild(QPlainTextEdit)
    assert report is not None
    assert title.y() < 30
    assert title.height() < 30
    copy = next(button for button in alert.findChildren(Button) if button.text() == "Copy report")
    assert copy.y() - report.geometry().bottom() > 8
    assert report.width() < alert.width()
    alert.accept()


def test_garbage_is_collected_by_the_timer_and_not_in_between(qtbot: QtBot) -> None:
    import weakref

    class Ring:
        me: object

    owner = QWidget()
    collector = Collector(owner)
    limits = gc.get_threshold()
    try:
        gc.set_threshold(50, 2, 2)
        collector = Collector(owner)
        collector.start()
        assert not gc.isenabled()
        ring = Ring()
        ring.me = ring
        gone = weakref.ref(ring)
        del ring
        litter = [[] for _ in range(500)]  # type: list[list[int]]
        assert gone() is not None
        qtbot.waitUntil(lambda: gone() is None, timeout=5000)
        assert len(litter) == 500
    finally:
        collector.stop()
        gc.set_threshold(*limits)
    assert gc.isenabled()


def test_garbage_waits_while_work_is_under_way_but_not_for_ever(qapp: QApplication) -> None:
    jobs, looked = [1], list[int]()
    limits = gc.get_threshold()
    gc.set_threshold(1, 1000, 1000)
    collector = Collector(qapp, lambda: len(jobs))

    def look(phase: str, info: dict[str, int]) -> None:
        if phase == "start":
            looked.append(info["generation"])

    try:
        collector.start()
        gc.callbacks.append(look)
        litter = [[n] for n in range(100)]
        for _ in range(MOST_WAITS):
            collector.collect()
        assert looked == []
        collector.collect()
        assert len(looked) == 1
        jobs.clear()
        litter += [[n] for n in range(100)]
        collector.collect()
        assert len(looked) == 2
        assert len(litter) == 200
    finally:
        gc.callbacks.remove(look)
        collector.stop()
        collector.deleteLater()
        gc.set_threshold(*limits)
