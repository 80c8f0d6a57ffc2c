"""Limits a process puts on itself before it touches foreign bytes, so that a small file cannot take the machine.

Linux enforces the address space, Windows a job object; elsewhere a watch thread looks at what is in use. Must not know
what is read.
"""

from __future__ import annotations

import os
import sys
import threading
import time

EXIT_MEMORY = 77
"""Exit code of a child that needed more memory than it may have."""
EXIT_ORPHAN = 78
"""Exit code of a child whose parent has gone."""

_LOOK_EVERY_SECONDS = 0.1


def limit_memory(most_bytes: int) -> None:
    """Let no allocation beyond the limit succeed."""
    if sys.platform == "win32":
        from workbench.sheets.windows_job import limit_job_memory  # noqa: PLC0415  (ctypes for one system only)

        limit_job_memory(most_bytes)
    else:
        import resource  # noqa: PLC0415  (no such module on Windows)

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        if sys.platform != "darwin":  # accepts no such limit, or does not keep it: see `watch`
            _, hard = resource.getrlimit(resource.RLIMIT_AS)
            most = most_bytes if hard == resource.RLIM_INFINITY else min(most_bytes, hard)
            resource.setrlimit(resource.RLIMIT_AS, (most, most))


def limit_time_and_files(seconds: int) -> None:
    """Let the process use so much processor time, and write no file at all; call after all imports."""
    if sys.platform != "win32":
        import resource  # noqa: PLC0415  (as above)

        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 5))
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


def watch(parent: int, most_bytes: int) -> None:
    """End this process when the parent's pipe (a file descriptor) closes, or when too much memory is in use.

    The workbook reader releases the interpreter while it decodes, so these threads run then too.
    """
    threading.Thread(target=_end_with, args=(parent,), daemon=True).start()
    if sys.platform == "darwin":
        threading.Thread(target=_end_above, args=(most_bytes,), daemon=True).start()


def _end_with(parent: int) -> None:
    os.read(parent, 1)
    os._exit(EXIT_ORPHAN)


def _end_above(most_bytes: int) -> None:
    import resource  # noqa: PLC0415  (as above)

    while resource.getrusage(resource.RUSAGE_SELF).ru_maxrss < most_bytes:
        time.sleep(_LOOK_EVERY_SECONDS)
    os._exit(EXIT_MEMORY)
