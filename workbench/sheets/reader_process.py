"""The parent's side of reading a foreign file: starts the reader child, passes progress on, explains its death.

A file of two kilobytes can abort the workbook reader, which no `except` can stop; so nothing foreign is parsed in this
process. Must not know cells.
"""

from __future__ import annotations

import contextlib
import os
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import IO, TypeAlias, TypeVar

import msgspec

import workbench
from workbench.base.errors import (
    Cancelled,
    DamagedError,
    NotAllowedError,
    NotFoundError,
    OutsideError,
    WorkbenchError,
)
from workbench.sheets.child_limits import EXIT_MEMORY
from workbench.sheets.limits import Limits, limits_for
from workbench.sheets.mapping import DateOrderUnknownError
from workbench.sheets.wire import (
    Answer,
    BrokenWireError,
    Failure,
    Frame,
    Progress,
    Request,
    Start,
    read_frame,
    write_frame,
)

Report: TypeAlias = Callable[[int, int], None]
"""Told rows done and all rows; all rows is 0 while it is not known."""
Cancel: TypeAlias = Callable[[], bool]
"""Asked again and again; true stops the work."""
T = TypeVar("T", bound=Answer)

READER_ARGUMENT = "--read-foreign-table"
"""First argument with which a frozen program serves as the reader child: `app.main` calls `reader_child.main`."""

_LOOK_EVERY_SECONDS = 0.05
_PATIENCE_SECONDS = 10
_TAIL_CHARACTERS = 2000
_EXIT_ABORTED = {EXIT_MEMORY, -6, -9, 0xC0000409, 0xC0000017, 3}
_EXIT_TOO_LONG = {-24, -25}
_ERRORS: dict[str, type[WorkbenchError]] = {
    kind.__name__: kind for kind in (NotAllowedError, NotFoundError, OutsideError, DamagedError, DateOrderUnknownError)
}


def no_report(done: int, total: int) -> None:
    """Tell nobody."""


def never() -> bool:
    """Do not stop."""
    return False


def ask_child(request: Request, expected: type[T], limits: Limits | None, report: Report, cancel: Cancel) -> T:
    """Have the child do a task that has one kind of answer.

    Raises:
        Cancelled: `cancel` said so.
        WorkbenchError: One sentence on why the file is not read.
    """
    answer = child_answer(request, limits, report, cancel)
    if isinstance(answer, expected):
        return answer
    raise _death(Path(request.path).name, 0, f"an answer to something else, {type(answer).__name__}", Limits())


class TooMuchMemoryError(NotAllowedError):
    """Reading the file needs more memory than a file of its size may have."""


class TooMuchTimeError(NotAllowedError):
    """Reading the file takes longer than a file of its size may."""


def child_answer(request: Request, limits: Limits | None, report: Report, cancel: Cancel) -> Answer:
    """Have the child do one task, within what such a file may cost unless it is said otherwise.

    Where reading a workbook as a whole takes too much memory, it is read row by row in what is left of the time.

    Raises:
        Cancelled: `cancel` said so.
        WorkbenchError: One sentence on why the file is not read.
    """
    limits = limits or limits_for(Path(request.path))
    begun = time.monotonic()
    try:
        return _child_answer(request, limits, report, cancel)
    except TooMuchMemoryError as error:
        left = Limits(limits.memory_bytes, max(1, limits.seconds - int(time.monotonic() - begun)))
        try:
            return _child_answer(msgspec.structs.replace(request, frugal=True), left, report, cancel)
        except (TooMuchMemoryError, TooMuchTimeError, DamagedError):
            raise error from None


def _child_answer(request: Request, limits: Limits, report: Report, cancel: Cancel) -> Answer:
    name = Path(request.path).name
    if (shown := request.path.encode(errors="replace").decode()) != request.path:  # Linux takes any bytes for a name
        raise NotAllowedError(
            f"“{Path(shown).name}” cannot be read: its path is not Unicode text.", "Rename the file, or its folder."
        )
    child = _start(request, limits, name)
    frames: queue.SimpleQueue[Frame | BrokenWireError | None] = queue.SimpleQueue()
    tail: list[bytes] = []
    threads = [
        threading.Thread(target=_pump, args=(child.stdout, frames), daemon=True),
        threading.Thread(target=_keep_tail, args=(child.stderr, tail), daemon=True),
    ]
    for thread in threads:
        thread.start()
    try:
        answer = _wait(frames, name, limits, report, cancel)
        if answer is None:  # it has closed its pipe; its exit code says why
            child.wait(_PATIENCE_SECONDS)
    except subprocess.TimeoutExpired:
        answer = BrokenWireError("the reader closed its pipe and stayed")
    finally:
        child.kill()
        code = child.wait()
        for thread in threads:
            thread.join()
        for pipe in (child.stdin, child.stdout, child.stderr):
            if pipe is not None:
                with contextlib.suppress(OSError):
                    pipe.close()
    if answer is not None and not isinstance(answer, BrokenWireError | Progress | Failure):
        return answer
    said = b"".join(tail)[-_TAIL_CHARACTERS:].decode("utf-8", "replace")
    raise _death(name, code if answer is None else 0, f"{code} {answer or ''} {said}", limits)


def _command() -> list[str]:
    """The command of the child; `-P` keeps the folder of the day out of the places modules come from."""
    if getattr(sys, "frozen", False):
        return [sys.executable, READER_ARGUMENT]
    return [sys.executable, "-P", "-m", "workbench.sheets.reader_child"]


def _start(request: Request, limits: Limits, name: str) -> subprocess.Popen[bytes]:
    package = str(Path(workbench.__file__).resolve().parent.parent)
    places = [package, *filter(None, os.environ.get("PYTHONPATH", "").split(os.pathsep))]
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join(places),
        "OPENBLAS_NUM_THREADS": "1",  # its threads would cost more than the whole start of the child
    }
    flags = 0x08000000 if sys.platform == "win32" else 0  # CREATE_NO_WINDOW, a name that only Windows has
    try:
        child = subprocess.Popen(  # noqa: S603  (our own interpreter, no word of it from outside)
            _command(),
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment, creationflags=flags,
        )  # fmt: skip
    except OSError as error:
        raise OutsideError(
            f"“{name}” cannot be read: the reader process does not start ({error.strerror}).", "Try again."
        ) from error
    assert child.stdin is not None  # it is a pipe
    with contextlib.suppress(OSError):  # its death is explained below
        write_frame(child.stdin, Start(limits.memory_bytes, limits.seconds, request))
    return child


def _pump(pipe: IO[bytes] | None, frames: queue.SimpleQueue[Frame | BrokenWireError | None]) -> None:
    assert pipe is not None
    try:
        while (frame := read_frame(pipe)) is not None:
            frames.put(frame)
    except BrokenWireError as error:
        frames.put(error)
    frames.put(None)


def _keep_tail(pipe: IO[bytes] | None, tail: list[bytes]) -> None:
    assert pipe is not None
    while piece := pipe.read(4096):
        tail.append(piece)
        del tail[:-4]


def _wait(
    frames: queue.SimpleQueue[Frame | BrokenWireError | None], name: str, limits: Limits, report: Report, cancel: Cancel
) -> Frame | BrokenWireError | None:
    """The child's last word: its answer, nothing if it died, or what was wrong with what it sent."""
    deadline = time.monotonic() + limits.seconds
    while True:
        if cancel():
            raise Cancelled
        if time.monotonic() > deadline:
            raise _too_long(name, limits)
        try:
            frame = frames.get(timeout=_LOOK_EVERY_SECONDS)
        except queue.Empty:
            continue
        if isinstance(frame, Progress):
            report(frame.done, frame.total)
        elif isinstance(frame, Failure):
            raise _refusal(frame)
        else:
            return frame


def _refusal(failure: Failure) -> WorkbenchError:
    return _ERRORS.get(failure.kind, WorkbenchError)(failure.message[:500], failure.hint[:500])


def _too_long(name: str, limits: Limits) -> TooMuchTimeError:
    return TooMuchTimeError(
        f"“{name}” was not read: it takes longer than {limits.seconds} seconds.",
        "Export fewer rows or columns, or save it as .csv.",
    )


def explained(code: int) -> str | None:
    """What an exit code of the child means: `memory`, `time`; nothing where it is a fault in the reading."""
    return "memory" if code in _EXIT_ABORTED else "time" if code in _EXIT_TOO_LONG else None


def _death(name: str, code: int, tail: str, limits: Limits) -> WorkbenchError:
    error: WorkbenchError
    if explained(code) == "time":
        error = _too_long(name, limits)
    elif explained(code) == "memory":
        error = TooMuchMemoryError(
            f"“{name}” was not read: it needs more than {limits.memory_bytes >> 20} MB of memory.",
            "Copy the table of leads alone into a new workbook, or save it as .csv, and use that.",
        )
    else:
        error = DamagedError(
            f"“{name}” was not read: the reader stopped at something in it.",
            "Open it in a spreadsheet program, save it as .xlsx, and use that.",
        )
    error.add_note(f"The reader process ended with {tail.strip()}")  # for the report a person may copy
    return error
