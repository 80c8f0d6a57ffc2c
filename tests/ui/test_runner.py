from __future__ import annotations

import gc
import sys
import threading
from collections.abc import Iterator
from types import FrameType

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from workbench.base.errors import NotFoundError, WorkbenchError
from workbench.ui import runner as runner_module
from workbench.ui.runner import Cancel, Progress, Report, Runner

PATIENCE = 20_000


class Bench:
    """A runner and what it reported as unexpected."""

    def __init__(self) -> None:
        self.bugs: list[BaseException] = []
        self.runner = Runner(self.bugs.append)


@pytest.fixture
def bench(themed: object) -> Iterator[Bench]:
    del themed
    made = Bench()
    yield made
    made.runner.shutdown()


class Gate:
    """A job that waits until it is let go; knows whether it started."""

    def __init__(self) -> None:
        self.started, self.open = threading.Event(), threading.Event()

    def __call__(self, _report: Report, cancel: Cancel) -> str:
        self.started.set()
        while not self.open.wait(0.002):
            cancel.check()
        return "through"


def answer(_report: Report, _cancel: Cancel) -> int:
    return 42


def idle(bench: Bench, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: bench.runner.busy == 0, timeout=PATIENCE)


def test_a_worker_calls_nothing_of_qt(bench: Bench, qtbot: QtBot) -> None:
    """Every Qt call on another thread is a chance to die; news only lie there until they are fetched."""
    called: list[str] = []

    def job(report: Report, _cancel: Cancel) -> int:
        def trace(_frame: FrameType, event: str, arg: object) -> None:
            owner = getattr(arg, "__self__", None)
            if event == "c_call" and type(owner).__module__.startswith("PySide6"):
                called.append(f"{type(owner).__name__}.{getattr(arg, '__name__', '')}")

        sys.setprofile(trace)
        report(1, 2, "half")
        return 1

    done: list[int] = []
    progress: list[Progress] = []
    bench.runner.run(job, done=done.append, progress=progress.append)
    qtbot.waitUntil(lambda: bool(done), timeout=PATIENCE)
    assert [one.done for one in progress] == [1]
    assert called == []


def test_results_arrive_on_the_windows_thread(bench: Bench, qtbot: QtBot) -> None:
    here, seen = threading.get_ident(), []
    where: list[int] = []

    def job(_report: Report, _cancel: Cancel) -> int:
        where.append(threading.get_ident())
        return 42

    bench.runner.run(job, done=lambda result: seen.append((result, threading.get_ident())))
    idle(bench, qtbot)
    assert seen == [(42, here)]
    assert where != [here]


def test_two_thousand_jobs_all_arrive_while_widgets_come_and_go(bench: Bench, qtbot: QtBot) -> None:
    seen: list[int] = []

    def churn() -> None:
        for _ in range(20):
            label = QLabel("x")
            label.me = label  # type: ignore[attr-defined]  # a cycle, so that only the collector can free it

    timer = QTimer(interval=1)
    timer.timeout.connect(churn)
    timer.start()
    for number in range(2000):
        bench.runner.run(lambda _r, _c, n=number: n, done=seen.append)  # type: ignore[misc]  # bound per job
    idle(bench, qtbot)
    timer.stop()
    gc.collect()
    assert sorted(seen) == list(range(2000))
    assert bench.bugs == []


def test_a_stopped_job_gives_no_result_and_still_ends(bench: Bench, qtbot: QtBot) -> None:
    gate, seen, ended = Gate(), list[str](), list[int]()
    task = bench.runner.run(gate, done=seen.append, ended=lambda: ended.append(1))
    gate.started.wait(5)
    task.stop()
    idle(bench, qtbot)
    assert (seen, ended, bench.bugs) == ([], [1], [])


def test_a_result_that_won_the_race_is_dropped_too(bench: Bench, qtbot: QtBot) -> None:
    through = threading.Event()

    def job(_report: Report, _cancel: Cancel) -> int:
        through.set()
        return 1

    seen: list[int] = []
    task = bench.runner.run(job, done=seen.append)
    through.wait(5)
    task.stop()  # the result is on its way already
    idle(bench, qtbot)
    assert seen == []


def test_the_latest_of_a_key_wins(bench: Bench, qtbot: QtBot) -> None:
    gates = [Gate() for _ in range(5)]
    seen: list[tuple[int, str]] = []
    for number, gate in enumerate(gates):
        bench.runner.run(gate, key="preview", done=lambda text, n=number: seen.append((n, text)))  # type: ignore[misc]
    other = bench.runner.run(answer, key="other", done=lambda n: seen.append((9, str(n))))
    for gate in gates:
        gate.open.set()
    idle(bench, qtbot)
    assert sorted(seen) == [(4, "through"), (9, "42")]
    assert not other.cancel.asked


def test_a_job_that_waited_while_it_was_replaced_never_starts(bench: Bench, qtbot: QtBot) -> None:
    blockers = [Gate() for _ in range(runner_module.WORKERS["work"])]
    for blocker in blockers:
        bench.runner.run(blocker)
        blocker.started.wait(5)
    waiting, latest = Gate(), Gate()
    bench.runner.run(waiting, key="preview")
    bench.runner.run(latest, key="preview")
    for gate in (*blockers, waiting, latest):
        gate.open.set()
    idle(bench, qtbot)
    assert not waiting.started.is_set()
    assert latest.started.is_set()


def test_an_expected_failure_goes_to_who_asked(bench: Bench, qtbot: QtBot) -> None:
    def job(_report: Report, _cancel: Cancel) -> None:
        raise NotFoundError("No such agreement.", "Look in the library.")

    failed: list[WorkbenchError] = []
    bench.runner.run(job, failed=failed.append)
    bench.runner.run(job)  # nobody cares: then it is a bug
    idle(bench, qtbot)
    assert [error.hint for error in failed] == ["Look in the library."]
    assert [type(error) for error in bench.bugs] == [NotFoundError]


@pytest.mark.parametrize("kind", [ZeroDivisionError, KeyError, SystemExit, MemoryError])
def test_a_bug_goes_to_the_hook_with_its_traceback(bench: Bench, qtbot: QtBot, kind: type[BaseException]) -> None:
    def job(_report: Report, _cancel: Cancel) -> None:
        raise kind("broken")

    ended: list[int] = []
    bench.runner.run(job, failed=lambda _e: ended.append(9), ended=lambda: ended.append(1))
    idle(bench, qtbot)
    assert [type(error) for error in bench.bugs] == [kind]
    assert bench.bugs[0].__traceback__ is not None
    assert ended == [1]


def test_a_callback_that_breaks_does_not_hold_back_the_others(bench: Bench, qtbot: QtBot) -> None:
    seen: list[int] = []

    def broken(_result: int) -> None:
        raise ValueError("in the callback")

    with qtbot.captureExceptions() as caught:
        bench.runner.run(answer, lane="store", done=broken)
        for number in range(50):
            bench.runner.run(lambda _r, _c, n=number: n, lane="store", done=seen.append)  # type: ignore[misc]
        idle(bench, qtbot)
    assert seen == list(range(50))
    assert [str(error[1]) for error in caught] == ["in the callback"]


def test_the_store_works_in_order_one_at_a_time(bench: Bench, qtbot: QtBot) -> None:
    running, most, order = [0], [0], list[int]()
    lock = threading.Lock()

    def job(number: int) -> int:
        with lock:
            running[0] += 1
            most[0] = max(most[0], running[0])
        order.append(number)
        with lock:
            running[0] -= 1
        return number

    for number in range(200):
        bench.runner.run(lambda _r, _c, n=number: job(n), lane="store")  # type: ignore[misc]  # bound per job
    idle(bench, qtbot)
    assert order == list(range(200))
    assert most == [1]


def test_progress_is_thinned_and_the_end_is_told(bench: Bench, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    now = [0.0]
    monkeypatch.setattr("time.monotonic", lambda: now[0])

    def job(report: Report, _cancel: Cancel) -> None:
        for number in range(1, 1001):
            now[0] += 0.001
            report(number, 1000, "rows")

    seen: list[Progress] = []
    now[0] = 5.0
    bench.runner.run(job, progress=seen.append)
    idle(bench, qtbot)
    assert len(seen) == 11  # ten in the second, and the end
    assert seen[-1] == Progress(1000, 1000, "rows")


def test_progress_of_a_stopped_job_is_not_told(bench: Bench, qtbot: QtBot) -> None:
    gate, seen = Gate(), list[Progress]()

    def job(report: Report, cancel: Cancel) -> str:
        answered = gate(report, cancel)
        report(1, 1)
        return answered

    task = bench.runner.run(job, progress=seen.append)
    gate.started.wait(5)
    task.cancel.ask()
    gate.open.set()
    idle(bench, qtbot)
    assert seen == []


def test_shutdown_stops_work_finishes_the_store_and_joins(bench: Bench) -> None:
    gate, stored, told = Gate(), list[int](), list[str]()
    bench.runner.run(gate, done=told.append)
    gate.started.wait(5)
    waiting = threading.Event()

    def until_closed(_report: Report, _cancel: Cancel) -> None:
        while not bench.runner._lanes["store"]._closed:
            waiting.wait(0.001)

    bench.runner.run(until_closed, lane="store")
    for number in range(20):
        bench.runner.run(lambda _r, _c, n=number: stored.append(n), lane="store")  # type: ignore[misc]
    bench.runner.shutdown()
    assert stored == list(range(20))
    assert told == []
    assert [t.name for t in threading.enumerate() if t.name.startswith(("store", "work"))] == []
    with pytest.raises(RuntimeError, match="shut down"):
        bench.runner.run(answer)


def test_how_many_are_busy_is_told(bench: Bench, qtbot: QtBot) -> None:
    counts: list[int] = []
    bench.runner.busy_changed.connect(counts.append)
    gate = Gate()
    bench.runner.run(gate)
    gate.open.set()
    idle(bench, qtbot)
    assert counts == [1, 0]


def test_a_worker_never_holds_what_the_window_gave(bench: Bench, qtbot: QtBot) -> None:
    """A worker that let go of the last callback would destroy its widget on the worker's thread."""
    gate = Gate()
    label = QLabel("kept by the callback only")
    bench.runner.run(gate, done=lambda text, held=label: held.setText(text))  # type: ignore[misc]
    gate.started.wait(5)
    task = next(iter(bench.runner._tasks.values()))
    frames = [f for n, f in sys._current_frames().items() if n != threading.get_ident()]
    held = []
    for top in frames:
        frame: FrameType | None = top
        while frame is not None:
            held += [value for value in frame.f_locals.values() if value is task or value is label]
            frame = frame.f_back
    gate.open.set()
    idle(bench, qtbot)
    assert held == []
