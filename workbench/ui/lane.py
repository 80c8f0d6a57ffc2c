"""A lane: worker threads that take what is handed in, one thing after another. Must not know what is done on it.

The standard library's pool does more than this, and loading it is felt at the start of the window.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable


class Lane:
    """Threads with a queue before them, each started when there is work for it.

    Args:
        name: Of the threads.
        workers: How many there are at most.
    """

    def __init__(self, name: str, workers: int) -> None:
        self._name, self._workers = name, workers
        self._waiting: deque[Callable[[], object]] = deque()
        self._news = threading.Condition()
        self._threads: list[threading.Thread] = []
        self._idle = 0
        self._closed = False

    def hand_in(self, work: Callable[[], object]) -> None:
        """Have it done after everything handed in before; on which thread, nobody knows.

        Args:
            work: Must not raise; what it raises ends its thread by way of Python's hook.
        """
        with self._news:
            self._waiting.append(work)
            if self._idle >= len(self._waiting):
                self._news.notify()
            elif len(self._threads) < self._workers:
                self._threads.append(self._thread())
                self._threads[-1].start()

    def close(self, *, finish: bool) -> None:
        """End every thread after what it is doing now.

        Args:
            finish: Do first what still waits; else it is dropped.
        """
        with self._news:
            self._closed = True
            if not finish:
                self._waiting.clear()
            self._news.notify_all()
        for thread in self._threads:
            thread.join()

    def _thread(self) -> threading.Thread:
        """A program that ends without closing its lanes has failed, and must not hang on top of it: a daemon."""
        return threading.Thread(target=self._run, name=f"{self._name}_{len(self._threads)}", daemon=True)

    def _run(self) -> None:
        while (work := self._next()) is not None:
            work()
            del work  # what it holds must not live on while nothing comes

    def _next(self) -> Callable[[], object] | None:
        with self._news:
            self._idle += 1
            while not self._waiting and not self._closed:
                self._news.wait()
            self._idle -= 1
            return self._waiting.popleft() if self._waiting else None
