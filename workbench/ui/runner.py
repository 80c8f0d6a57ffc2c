"""The one way to do work that takes time: a job is a plain function of frozen data, run on a thread of a lane.

    def job(report: Report, cancel: Cancel) -> T

A job never touches a widget, a signal or a database session of another lane. A worker thread leaves results, progress
and failures in one queue and calls nothing of Qt; the window's thread looks into it while there is a job.

Lanes: `store` has one worker, the only thread that touches the database, and what was handed to it is always finished;
`work` may be cancelled at any border. A key makes the latest job win.

An expected failure (`WorkbenchError`) goes to `failed`; anything else is our bug and goes to `unexpected` with its
traceback. The result of a cancelled job is dropped even when it won the race.
"""

from __future__ import annotations

import itertools
import threading
import time
from collections import deque
from collections.abc import Callable, Hashable
from functools import partial
from typing import Any, Final, Generic, Literal, NamedTuple, TypeVar

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from workbench.base.errors import Cancelled, WorkbenchError
from workbench.ui.lane import Lane

T = TypeVar("T")
LaneName = Literal["store", "work"]
WORKERS: Final[dict[LaneName, int]] = {"store": 1, "work": 2}
PROGRESS_SECONDS: Final = 0.1
LOOK_MS: Final = 5
"""How often the window looks for news while there is a job."""
SLICE_MS: Final = 8
"""How long results are handed out at a stretch before the window gets its turn."""


class Cancel:
    """Lets a job know that nobody wants its result any more."""

    def __init__(self) -> None:
        self._asked = threading.Event()

    @property
    def asked(self) -> bool:
        """Should the job stop?"""
        return self._asked.is_set()

    def ask(self) -> None:
        """Ask the job to stop at its next border. Any thread may."""
        self._asked.set()

    def check(self) -> None:
        """Stop here if asked to; call it at every row, page or file.

        Raises:
            Cancelled: Asked to stop.
        """
        if self._asked.is_set():
            raise Cancelled


class Progress(NamedTuple):
    """How far a job is.

    Attributes:
        done: Steps done.
        total: Steps in all; 0 where nobody knows.
        note: What it is doing, in words.
    """

    done: int
    total: int = 0
    note: str = ""


Report = Callable[..., None]
"""`report(done, total=0, note="")`: how far a job is; thinned to ten a second, so it may be called at every row."""

Job = Callable[[Report, Cancel], T]


class Task(Generic[T]):
    """A job under way, as the window sees it.

    Only the window's thread holds it: its callbacks may be the last to hold a widget, and a worker that let go of them
    would destroy that widget on its own thread.
    """

    def __init__(
        self,
        lane: LaneName,
        key: Hashable,
        done: Callable[[T], object] | None,
        failed: Callable[[WorkbenchError], object] | None,
        progress: Callable[[Progress], object] | None,
        ended: Callable[[], object] | None,
    ) -> None:
        self.cancel, self.lane, self.key = Cancel(), lane, key
        self.done, self.failed, self.progress, self.ended = done, failed, progress, ended

    def stop(self) -> None:
        """Ask the job to stop. None of its callbacks but `ended` is called any more."""
        self.cancel.ask()


_Kind = Literal["done", "failed", "bug", "progress", "cancelled"]


class Runner(QObject):
    """Runs jobs and brings back what becomes of them. Create, use and delete it on the window's thread.

    Attributes:
        busy_changed: Emitted with the number of unfinished jobs whenever it changes.

    Args:
        unexpected: Told of an exception that is our bug, on the window's thread.
        parent: Owner.
    """

    busy_changed = Signal(int)

    def __init__(self, unexpected: Callable[[BaseException], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._unexpected = unexpected
        self._lanes: dict[LaneName, Lane] = {}
        self._tasks: dict[int, Task[Any]] = {}
        self._numbers = itertools.count(1)
        self._news: deque[tuple[int, _Kind, Any]] = deque()
        self._closed = False
        self._looking = QTimer(self, interval=LOOK_MS)
        self._looking.timeout.connect(self._deliver)

    @property
    def busy(self) -> int:
        """How many jobs are unfinished."""
        return len(self._tasks)

    def run(
        self,
        job: Job[T],
        *,
        lane: LaneName = "work",
        key: Hashable = None,
        done: Callable[[T], object] | None = None,
        failed: Callable[[WorkbenchError], object] | None = None,
        progress: Callable[[Progress], object] | None = None,
        ended: Callable[[], object] | None = None,
    ) -> Task[T]:
        """Hand a job over.

        Args:
            job: The plain function; everything it needs is bound to it and frozen.
            lane: `store` for what touches the database, else `work`.
            key: Jobs of one key replace each other: the one before is asked to stop and its result is dropped.
            done: Called with the result.
            failed: Called with an expected failure; without it the failure counts as unexpected.
            progress: Called at most ten times a second.
            ended: Called last in every case, also after a stop.

        Raises:
            RuntimeError: The runner was shut down.
        """
        if self._closed:
            raise RuntimeError("the runner was shut down")
        if key is not None:
            for task in self._tasks.values():
                if task.key == key:
                    task.stop()
        made: Task[T] = Task(lane, key, done, failed, progress, ended)
        number = next(self._numbers)
        self._tasks[number] = made
        self._lane(lane).hand_in(partial(self._work, number, made.cancel, job))
        self._looking.start()
        self.busy_changed.emit(len(self._tasks))
        return made

    def shutdown(self) -> None:
        """Stop what can be stopped, finish what was handed to the store, and join every thread. No callback follows."""
        self._closed = True
        for task in self._tasks.values():
            if task.lane != "store":
                task.stop()
        for name, lane in self._lanes.items():
            lane.close(finish=name == "store")
        self._looking.stop()
        self._tasks.clear()
        self._news.clear()

    def _lane(self, name: LaneName) -> Lane:
        if name not in self._lanes:
            self._lanes[name] = Lane(name, WORKERS[name])
        return self._lanes[name]

    def _work(self, number: int, cancel: Cancel, job: Job[T]) -> None:
        """On a worker thread."""
        last_told = 0.0

        def report(done: int, total: int = 0, note: str = "") -> None:
            nonlocal last_told
            now = time.monotonic()
            if now - last_told >= PROGRESS_SECONDS or (total and done >= total):
                last_told = now
                self._tell(number, "progress", Progress(done, total, note))

        try:
            cancel.check()
            result = job(report, cancel)
        except Cancelled:
            self._tell(number, "cancelled", None)
        except WorkbenchError as error:
            self._tell(number, "failed", error)
        except BaseException as error:  # noqa: BLE001  (our bug, wherever it is: it must reach the person)
            self._tell(number, "bug", error)
        else:
            self._tell(number, "done", result)

    def _tell(self, number: int, kind: _Kind, what: Any) -> None:
        """On a worker thread: leave the news where the window looks for it."""
        self._news.append((number, kind, what))

    def _deliver(self) -> None:
        """On the window's thread: hand out news, a slice at a time; a callback that raises holds back nothing."""
        clock = QElapsedTimer()
        clock.start()
        while self._news and not self._closed and clock.elapsed() < SLICE_MS:
            self._hand_out(*self._news.popleft())
        if not self._tasks:
            self._looking.stop()

    def _hand_out(self, number: int, kind: _Kind, what: Any) -> None:
        task = self._tasks[number]
        if kind == "progress":
            if task.progress is not None and not task.cancel.asked:
                task.progress(what)
            return
        del self._tasks[number]
        try:
            if kind == "bug":
                self._unexpected(what)
            elif task.cancel.asked or kind == "cancelled":
                pass
            elif kind == "failed":
                (task.failed or self._unexpected)(what)
            elif task.done is not None:
                task.done(what)
        finally:
            if task.ended is not None:
                task.ended()
            self.busy_changed.emit(len(self._tasks))
