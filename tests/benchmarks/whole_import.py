"""Run as a program: imports a file into a new library, checks it, imports it again, and tells what each cost as JSON.

Counts the processor's time of this process and of the reader child from the moment a person has the window open and
imports; and the most memory that both had in use together, above what the open program uses.
"""

from __future__ import annotations

import json
import resource
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path

from workbench.base.errors import Cancelled
from workbench.base.places import resource as shipped
from workbench.services.exchange import content_of
from workbench.services.workbench import Workbench, open_workbench

SAMPLED_SECONDS = 0.02


def cpu() -> float:
    """Seconds of this process and of its children that have ended."""
    own, children = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime


class Memory:
    """Samples the memory of this process and its children while it is open; nothing where nobody tells."""

    def __init__(self) -> None:
        self.most = 0
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._sample, daemon=True)

    def __enter__(self) -> Memory:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._ended.set()
        self._thread.join()

    def _sample(self) -> None:
        children = Path(f"/proc/self/task/{threading.main_thread().native_id}/children")
        while children.exists() and not self._ended.wait(SAMPLED_SECONDS):
            self.most = max(self.most, _in_use("self") + sum(_in_use(one) for one in children.read_text().split()))


def _in_use(process: str) -> int:
    try:
        pages = int(Path(f"/proc/{process}/statm").read_text().split()[1])
    except (OSError, IndexError):  # it has ended
        return 0
    return pages * resource.getpagesize()


def cost(work: Callable[[], object]) -> float:
    """Seconds of processor time of some work."""
    before = cpu()
    work()
    return cpu() - before


def cancelled_after(workbench: Workbench, agreement: str, file: Path, seconds: float) -> float:
    """How long it takes from asking an import to stop until it has stopped."""
    asked = time.monotonic() + seconds
    try:
        workbench.actuals.read(agreement, file, cancel=lambda: time.monotonic() > asked)
    except Cancelled:
        return time.monotonic() - asked
    return -1.0


def main(file: Path) -> None:
    """Do everything and print it."""
    with tempfile.TemporaryDirectory() as folder, open_workbench(f"{folder}/library.sla") as workbench:
        small = Path(folder) / "small.csv"
        small.write_text("Lead ID,Created\n1,2025-01-01\n", "utf-8")
        first, agreement = (_agreement(workbench) for _ in range(2))
        workbench.actuals.import_file(first, small)  # the program is open and has been used
        workbench.checking.check(first)
        open_memory = _in_use("self") if Path("/proc/self/statm").exists() else 0
        with Memory() as memory:
            imported = cost(lambda: workbench.actuals.import_file(agreement, file))
            checked = cost(lambda: workbench.checking.check(agreement))
        again = cost(lambda: workbench.actuals.import_file(agreement, file))
        checked_again = cost(lambda: workbench.checking.check(agreement))
        stop = cancelled_after(workbench, agreement, file, 0.7)
        found = {
            "leads": len(workbench.actuals.log(agreement)), "batches": len(workbench.actuals.batches(agreement)),
            "first": imported + checked, "again": again + checked_again, "stop": stop,
            "memory": max(0, memory.most - open_memory),
        }  # fmt: skip
    print(json.dumps(found))


def _agreement(workbench: Workbench) -> str:
    made = workbench.shelf.create_from(content_of(shipped("practice", "agreement.json")))
    workbench.versions.save(made, "As agreed")
    return made


if __name__ == "__main__":
    main(Path(sys.argv[1]))
