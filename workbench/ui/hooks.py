"""What becomes of an exception nobody expected: it is written down and shown with a copyable report; work goes on.

Python calls these hooks for slots, paint events, threads and finalisers. Must not know the window; who shows the report
is passed in, and the draft is made safe before it is shown.
"""

from __future__ import annotations

import sys
import threading
from collections import deque
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Qt, QTimer, Signal, qVersion

if TYPE_CHECKING:
    from workbench.base.clock import Clock

LOOK_MS = 1000
"""How often the window looks for exceptions of other threads, which must not call anything of Qt themselves."""
LOG_LIMIT = 2_000_000
"""Bytes after which the log begins anew; the one before is kept."""

KEPT_BY_PYTHON = ("last_exc", "last_type", "last_value", "last_traceback")
"""For whoever looks at a console; here they would keep what the fault was using, such as a painter on the window."""


class Crash(NamedTuple):
    """What is known about an unexpected exception.

    Attributes:
        summary: Type and message, one line.
        report: Everything a developer needs; contains no content of an agreement beyond the message itself.
    """

    summary: str
    report: str


def describe(error: BaseException, at: str) -> Crash:
    """The report of an exception."""
    import platform  # noqa: PLC0415  (only when something went wrong)
    import traceback  # noqa: PLC0415

    trace = "".join(traceback.format_exception(error))
    summary = "".join(traceback.format_exception_only(error)).strip().splitlines()[-1]
    surroundings = (
        f"SLA Workbench, {at}\nPython {platform.python_version()}, Qt {qVersion()}, {platform.platform(terse=True)}\n"
    )
    return Crash(summary, f"{surroundings}\n{trace}")


class Hooks(QObject):
    """The last line of defence.

    Attributes:
        crashed: Emitted with a `Crash`, on the window's thread, once for each different one.
        secure: See below.

    Args:
        log: File the reports are added to.
        secure: Called before anything is shown: makes the draft safe. The composer may set it later.
        clock: For the time in the report.
        parent: Owner.
    """

    crashed = Signal(object)
    _caught = Signal(object)

    def __init__(
        self,
        log: Path | None = None,
        secure: Callable[[], object] | None = None,
        clock: Clock | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.secure = secure
        self._log, self._clock = log, clock
        self._seen: set[str] = set()
        self._lock = threading.Lock()
        self._elsewhere: deque[Crash] = deque()
        self._looking = QTimer(self, interval=LOOK_MS, timerType=Qt.TimerType.VeryCoarseTimer)
        self._looking.timeout.connect(self._look)
        self._caught.connect(self._on_caught, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Take over Python's hooks."""
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception
        sys.unraisablehook = self._on_unraisable
        self._looking.start()

    def remove(self) -> None:
        """Give Python's own hooks back."""
        self._looking.stop()
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        sys.unraisablehook = sys.__unraisablehook__

    def take(self, error: BaseException) -> None:
        """Write an exception down and have it shown. Any thread may call this; only the window's emits."""
        crash = describe(error, self._now())
        self._write(crash.report)
        if threading.current_thread() is threading.main_thread():
            self._caught.emit(crash)
        else:
            self._elsewhere.append(crash)

    def _look(self) -> None:
        """Whether another thread has left something to be shown."""
        while self._elsewhere:
            self._on_caught(self._elsewhere.popleft())

    def _on_exception(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        self.take(error)
        for name in KEPT_BY_PYTHON:
            vars(sys).pop(name, None)

    def _on_thread_exception(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self.take(args.exc_value)

    def _on_unraisable(self, args: sys.UnraisableHookArgs) -> None:
        if args.exc_value is not None:
            self.take(args.exc_value)

    def _on_caught(self, crash: Crash) -> None:
        if self.secure is not None:
            try:
                self.secure()
            except Exception as error:  # noqa: BLE001  (the report of the first fault must not be lost to a second)
                self._write(describe(error, self._now()).report)
        if crash.summary not in self._seen:
            self._seen.add(crash.summary)
            self.crashed.emit(crash)

    def _now(self) -> str:
        from workbench.base.clock import SystemClock, utc_text  # noqa: PLC0415  (only when something went wrong)

        return utc_text((self._clock or SystemClock()).now())

    def _write(self, report: str) -> None:
        """Add to the log; a full disk must not raise here."""
        sys.stderr.write(report)
        if self._log is None:
            return
        with self._lock:
            try:
                if self._log.exists() and self._log.stat().st_size > LOG_LIMIT:
                    self._log.replace(self._log.with_suffix(".old"))
                with self._log.open("a", encoding="utf-8") as file:
                    file.write(report + "\n")
            except OSError:
                sys.stderr.write("The log could not be written.\n")
