"""Work that takes time, as a person sees it: what is done, how far it is, and a way to stop it.

Short work shows nothing: the bar appears after 300 ms. It keeps its room all the while, so nothing jumps. Must not know
who does the work.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QSizePolicy

from workbench.ui.parts.button import Button
from workbench.ui.parts.eliding import ElidingLabel
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import Panel, column, row
from workbench.ui.parts.meter import Meter

PATIENCE_MS = 300


class WorkBar(Panel):
    """A line of words, a meter and a stop button.

    Args:
        stop_word: The button's verb, in the language.
    """

    def __init__(self, stop_word: str) -> None:
        self._what = ElidingLabel("", "h3")
        self._count = Label("", "tiny", figures=True)
        self._meter = Meter(0, name=stop_word)
        self._stop = Button(stop_word, "small", icon="x")
        self._on_stop: Callable[[], object] | None = None
        self._parts = (self._what, self._count, self._meter, self._stop)
        words = row((self._what, 1), self._count)
        super().__init__(row((column(words, self._meter, gap=6), 1), self._stop, gap=12))
        self._stop.clicked.connect(self._ask_to_stop)
        self._timer = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._timer.timeout.connect(self._appear)
        for part in self._parts:
            policy = part.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            part.setSizePolicy(policy)
            part.hide()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def is_shown(self) -> bool:
        """Did the work take long enough to be seen?"""
        return self._meter.isVisibleTo(self)

    def begin(self, what: str, on_stop: Callable[[], object] | None = None) -> None:
        """Work begins.

        Args:
            what: What is done, in words.
            on_stop: Stops it; without it there is no button.
        """
        self._what.setText(what)
        self._meter.setAccessibleName(what)
        self._count.setText("")
        self._on_stop = on_stop
        self._stop.setEnabled(True)
        self._meter.show_share(0, "accent")
        self._timer.start()

    def show_progress(self, done: int, total: int, words: str) -> None:
        """Show how far it is; `words` say the same as the meter, such as "6,140 of 8,461". 0 in all: nobody knows."""
        self._meter.show_share(done / total if total else 0)
        self._count.setText(words)

    def finish(self, what: str = "", words: str = "") -> None:
        """Work is over: say so where it had been seen, or with words that are worth it; else show nothing."""
        seen = self.is_shown
        self._timer.stop()
        self._stop.hide()
        if not what or not seen:
            for part in self._parts:
                part.hide()
            return
        self._what.setText(what)
        self._count.setText(words)
        self._meter.show_share(1)

    def _appear(self) -> None:
        for part in self._parts:
            part.setVisible(part is not self._stop or self._on_stop is not None)

    def _ask_to_stop(self) -> None:
        self._stop.setEnabled(False)  # once is enough; it ends at the next border
        if self._on_stop is not None:
            self._on_stop()
