"""Other programs, started and ended by the tests by their own id. Must not know which programs.

Each gets a process group of its own, so that what it starts in turn ends with it and nothing else does.
"""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from multiprocessing import resource_tracker
from pathlib import Path
from typing import Any, TypeAlias

Finished: TypeAlias = subprocess.CompletedProcess[str]

KEPT: set[int] = set()
"""Ids of programs that a session fixture keeps running between tests."""


def start(command: Sequence[str | Path], *, keep: bool = False, **settings: Any) -> subprocess.Popen[str]:
    """Start a program in a group of its own.

    Args:
        command: The program and its arguments.
        keep: It outlives the test that happened to start it.
        settings: As for `subprocess.Popen`.
    """
    process = subprocess.Popen(command, text=True, start_new_session=sys.platform != "win32", **settings)
    if keep:
        KEPT.add(process.pid)
    return process


def stop(process: subprocess.Popen[str], grace_seconds: float = 5, first: int = signal.SIGTERM) -> None:
    """End a program that `start` started, politely and then not.

    Args:
        process: What `start` answered; also when it has ended already.
        grace_seconds: How long it may take to leave by itself.
        first: The polite signal.
    """
    _tell(process, first)
    try:
        process.wait(grace_seconds)
    except subprocess.TimeoutExpired:
        pass
    finally:
        _tell(process, getattr(signal, "SIGKILL", signal.SIGTERM))
        process.wait()
        for pipe in (process.stdin, process.stdout, process.stderr):
            if pipe is not None:
                pipe.close()
        KEPT.discard(process.pid)


def _tell(process: subprocess.Popen[str], number: int) -> None:
    if sys.platform == "win32":
        process.kill()
        return
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, number)


def finish(
    command: Sequence[str | Path], *, seconds: float = 60, check: bool = True, env: Mapping[str, str] | None = None
) -> Finished:
    """Run a program to its end; what it says is text.

    Args:
        command: The program and its arguments.
        seconds: When to end it and all it started.
        check: A result other than 0 is an error.
        env: Its whole environment; None for ours.

    Raises:
        AssertionError: It took too long, or `check` and it failed; with what it said.
    """
    process = start(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL, env=env)
    try:
        out, err = process.communicate(timeout=seconds)
    except subprocess.TimeoutExpired:
        raise AssertionError(f"{Path(command[0]).name} took longer than {seconds:g} s") from None
    finally:
        stop(process, grace_seconds=0)
    if check and process.returncode:
        raise AssertionError(f"{Path(command[0]).name} failed ({process.returncode})\n{out}{err}")
    return Finished(list(command), process.returncode, out, err)


def children() -> set[int]:
    """Ids of this process's own living children; empty where the system does not tell.

    Without those a session fixture keeps and the one Python keeps for its own shared memory.
    """
    ours: set[int] = set()
    for listing in Path("/proc/self/task").glob("*/children"):
        with contextlib.suppress(OSError):
            ours |= {int(word) for word in listing.read_text("ascii").split()}
    tracker = getattr(resource_tracker, "_resource_tracker", None)
    return {pid for pid in ours if not _is_dead(pid)} - KEPT - {getattr(tracker, "_pid", None) or 0}


def _is_dead(pid: int) -> bool:
    """Whether only its exit code is left; Python reaps it when its handle goes, and complains if nobody waited."""
    try:
        return Path(f"/proc/{pid}/stat").read_text("utf-8", "replace").rpartition(")")[2].split()[0] == "Z"
    except OSError:
        return True
