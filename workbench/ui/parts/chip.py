"""A word in a small pill: a state, a count, a key. Colour never speaks alone: the word does, or the shape."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from workbench.ui.parts.label import Label
from workbench.ui.theme.ink import Ink
from workbench.ui.theme.properties import vary
from workbench.ui.theme.theme import theme

ChipTone = Literal["accent", "ok", "warn", "bad", "idle", "plain", "marketing", "sales", "both"]
_DOTS = {"accent": "accent_text", "idle": "sub", "plain": "sub"}


class Chip(Label):
    """A pill with a word.

    Args:
        text: The word.
        tone: Its colours.
        dot: A dot of the same colour before the word.
        icon: An icon before the word.
    """

    def __init__(self, text: str, tone: ChipTone = "idle", *, dot: bool = False, icon: str = "") -> None:
        super().__init__(text)
        self._tone: str = tone
        self._dot, self._icon = dot, icon
        self.setProperty("chip", tone)
        if self._mark():
            self.setProperty("kind", "marked")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_state(self, text: str, tone: ChipTone, *, dot: bool = False, icon: str = "") -> None:
        """Say another word in another tone."""
        self._tone, self._dot, self._icon = tone, dot, icon
        vary(self, chip=tone, kind="marked" if self._mark() else "")
        self.setText(text)  # after the padding: a label measures itself when its text changes
        self.updateGeometry()
        self.update()

    def _mark(self) -> bool:
        return self._dot or bool(self._icon)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pill, then what stands before the word."""
        super().paintEvent(event)
        if not self._mark():
            return
        ink = Ink(QPainter(self), theme().look)
        color = _DOTS.get(self._tone, self._tone)
        middle = self.height() / 2
        if self._icon:
            ink.icon(self._icon, ink.px(7), middle - ink.px(13) / 2, 13, color)
        else:
            side = ink.px(6)
            ink.box(QRectF(ink.px(9), middle - side / 2, side, side), side / 2, color)


class KeyCap(Label):
    """A key on the keyboard, as it is printed there."""

    def __init__(self, keys: str) -> None:
        super().__init__(keys)
        self.setProperty("chip", "key")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
