"""How full something is: a thin bar, with marks where they mean something. Its words stand beside it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QProgressBar, QSizePolicy

from workbench.ui.theme.ink import Ink
from workbench.ui.theme.look import Look
from workbench.ui.theme.theme import theme

MeterTone = Literal["accent", "ok", "warn", "bad", "idle", "marketing", "sales", "both"]
_FILL = {
    "accent": "accent", "ok": "ok_fill", "warn": "warn_fill", "bad": "bad_fill", "idle": "muted",
    "marketing": "marketing_fill", "sales": "sales_fill", "both": "marketing_fill",
}  # fmt: skip
STEPS = 1000


class Meter(QProgressBar):
    """A bar from 0 to 1; more than 1 fills it.

    Args:
        share: How full.
        name: What is measured.
        tone: Its colour; a team's own where a team is measured, both halves where both teams are.
        marks: Shares at which the bar is notched, such as 100 percent of capacity.
        height: Design pixels.
    """

    def __init__(
        self,
        share: float = 0,
        *,
        name: str,
        tone: MeterTone = "accent",
        marks: Sequence[float] = (),
        height: float = 6,
    ) -> None:
        super().__init__()
        self._tone: MeterTone = tone
        self._marks = tuple(marks)
        self._height = height
        self.setRange(0, STEPS)
        self.setTextVisible(False)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_share(share)
        theme().follow(self)

    def show_share(self, share: float, tone: MeterTone | None = None) -> None:
        """Show how full it is now."""
        self.setValue(round(min(max(share, 0), 1) * STEPS))
        self._tone = tone or self._tone
        self.update()

    def restyle(self, look: Look) -> None:
        """Scale."""
        self.setFixedHeight(look.px(self._height))

    def sizeHint(self) -> QSize:
        """Wide and thin."""
        look = theme().look
        return QSize(look.px(120), look.px(self._height))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw track, bar and notches."""
        ink = Ink(QPainter(self), theme().look)
        track = QRectF(self.rect())
        radius = track.height() / 2
        ink.box(track, radius, "track")
        if self.value() > 0:
            width = max(track.height(), track.width() * self.value() / STEPS)
            bar = QRectF(0, 0, width, track.height())
            ink.box(bar, radius, _FILL[self._tone])
            if self._tone == "both":
                ink.painter.setClipRect(bar.adjusted(width / 2, 0, 0, 0))
                ink.box(bar, radius, "sales_fill")
                ink.painter.setClipping(False)
        for mark in self._marks:
            ink.fill(QRectF(round(track.width() * mark) - 1, 0, 2, track.height()), "surface")
