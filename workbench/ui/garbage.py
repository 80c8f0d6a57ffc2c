"""Garbage is collected on the window's thread only.

Python collects cycles on whatever thread happens to allocate; a widget in such a cycle would be destroyed on a worker
thread, and Qt does not survive that. So automatic collection is off while the window runs, and a timer does the same
work at the same thresholds.
"""

from __future__ import annotations

import gc
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

INTERVAL_MS = 500

MOST_WAITS = 120
"""Beats of the timer, a minute in all, for which garbage waits while work is under way: looking through a million
cells that a worker is reading takes a third of a second, which is felt, and finds nothing."""


class Collector(QObject):
    """Collects garbage on a timer of the thread it is made on.

    Args:
        parent: Owner; collection becomes automatic again when `stop` is called.
        busy: How many jobs are under way.
    """

    def __init__(self, parent: QObject, busy: Callable[[], int] = int) -> None:
        super().__init__(parent)
        self._busy, self._waited = busy, 0
        self._limits = gc.get_threshold()
        self._timer = QTimer(self, interval=INTERVAL_MS)
        self._timer.timeout.connect(self.collect)

    def start(self) -> None:
        """Take over from Python; what is there by now is there to stay and is not looked through again."""
        gc.disable()
        gc.freeze()
        self._timer.start()

    def stop(self) -> None:
        """Give back to Python."""
        self._timer.stop()
        gc.unfreeze()
        gc.enable()

    def collect(self) -> None:
        """Collect the oldest generation that is due, which takes in the younger ones."""
        if self._busy() and self._waited < MOST_WAITS:
            self._waited += 1
            return
        self._waited = 0
        counts = gc.get_count()
        for generation in (2, 1, 0):
            if counts[generation] <= self._limits[generation]:
                continue
            gc.collect(generation)
            return
