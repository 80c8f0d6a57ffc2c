"""The process in which foreign bytes are parsed: reads one request from its input, answers on its output, ends.

Started by `reader_process`. Puts limits on itself before it imports anything that parses. Must not know the library,
and must not write files.
"""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from workbench.sheets.child_limits import EXIT_MEMORY, limit_memory, limit_time_and_files, watch
from workbench.sheets.wire import Answer, Failure, Progress, Request, read_start, write_frame

if TYPE_CHECKING:  # the modules that parse are imported when the limits stand
    from collections.abc import Callable

    from workbench.sheets.table.source import Source


def main() -> int:
    """Serve one request; answers the exit code."""
    gc.disable()  # short life; collecting a million cells again and again would cost a tenth of the whole
    output = _own_output()
    start = read_start(sys.stdin.buffer)
    limit_memory(start.memory_bytes)
    watch(sys.stdin.fileno(), start.memory_bytes)
    try:
        frame: Answer | Failure = _serve(start.request, start.seconds, output)
        write_frame(output, frame)
    except MemoryError:
        os._exit(EXIT_MEMORY)
    output.flush()
    os._exit(0)  # no tidying of a million objects


def _own_output() -> BinaryIO:
    """The pipe to the parent; whatever else prints goes to the error stream."""
    output = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return output


def _serve(request: Request, seconds: int, output: BinaryIO) -> Answer | Failure:
    from workbench.base.errors import WorkbenchError  # noqa: PLC0415  (after the limits)
    from workbench.sheets.table.source import open_source  # noqa: PLC0415  (brings the parser)

    tasks = _tasks()
    limit_time_and_files(seconds)
    try:
        source = open_source(Path(request.path), frugal=request.frugal)
        return tasks[request.task](source, request, lambda done, total: write_frame(output, Progress(done, total)))
    except WorkbenchError as error:
        return Failure(type(error).__name__, error.message, error.hint)


def _tasks() -> dict[str, Callable[[Source, Request, Callable[[int, int], None]], Answer]]:
    from workbench.sheets.child_tasks import TASKS  # noqa: PLC0415  (brings numpy)

    return TASKS


if __name__ == "__main__":
    sys.exit(main())
