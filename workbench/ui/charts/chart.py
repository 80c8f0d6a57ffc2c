"""The widget that shows a chart: draws with a pure function, says the same in words. Must not know any measure."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from workbench.ui.theme.ink import Ink
from workbench.ui.theme.look import Look
from workbench.ui.theme.theme import theme

T = TypeVar("T")
HEIGHT = 150
Draw = Callable[[QPainter, QRectF, T, Look], None]


class Chart(QWidget, Generic[T]):
    """A painted chart; Tab reaches it, so that its description can be heard.

    Args:
        draw: `draw(painter, rect, data, look)`.
        describe: The data in words.
        data: What is shown at first.
        name: What it shows, for screen readers.
        height: Design pixels.
    """

    def __init__(
        self, draw: Draw[T], describe: Callable[[T], str], data: T, *, name: str, height: float = HEIGHT
    ) -> None:
        super().__init__()
        self._draw, self._describe, self._data = draw, describe, data
        self._height = height
        self.setAccessibleName(name)
        self.setAccessibleDescription(describe(data))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme().follow(self)

    def show_data(self, data: T) -> None:
        """Show other data."""
        self._data = data
        self.setAccessibleDescription(self._describe(data))
        self.update()

    def restyle(self, look: Look) -> None:
        """Scale."""
        self.setFixedHeight(look.px(self._height))

    def sizeHint(self) -> QSize:
        """Wide enough to read, as tall as wanted."""
        look = theme().look
        return QSize(look.px(220), look.px(self._height))

    def minimumSizeHint(self) -> QSize:
        """It can give way."""
        look = theme().look
        return QSize(look.px(80), look.px(self._height))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the chart, and a ring around it while it has the focus."""
        painter = QPainter(self)
        look = theme().look
        self._draw(painter, QRectF(self.rect()), self._data, look)
        if self.hasFocus():
            Ink(painter, look).box(QRectF(self.rect()), look.px(6), None, "accent", look.px(2))
