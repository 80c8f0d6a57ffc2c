"""A number with what it is: the number large, its meaning small below. Pressed, it opens its formula."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from workbench.ui.parts.enter_key import presses
from workbench.ui.parts.label import Label, Role, Tone
from workbench.ui.parts.layout import Panel, column
from workbench.ui.theme.fonts import tabular_only


class Figure(Panel):
    """A number and its caption.

    Args:
        number: Already written in the language.
        caption: What it is.
        tone: Colour of the number.
        role: Size of the number, where it opens nothing.
        on_click: Opens its formula; without it the number is a plain label.
    """

    def __init__(
        self,
        number: str,
        caption: str,
        *,
        tone: Tone = "",
        role: Role = "number",
        on_click: Callable[[], object] | None = None,
    ) -> None:
        self._number: Label | QPushButton
        if on_click is None:
            self._number = Label(number, role, tone=tone, figures=True)
        else:
            self._number = NumberButton(number, caption, on_click)
        self._caption = Label(caption, "tiny")
        super().__init__(column(self._number, self._caption, gap=1))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_number(self, number: str, caption: str | None = None) -> None:
        """Show another number."""
        self._number.setText(number)
        if caption is not None:
            self._caption.setText(caption)
        if isinstance(self._number, QPushButton):
            self._number.setAccessibleName(f"{number} {self._caption.text()}")


class NumberButton(QPushButton):
    """A number that opens its formula when it is pressed."""

    def __init__(self, number: str, caption: str, on_click: Callable[[], object]) -> None:
        super().__init__(number)
        self.setProperty("kind", "number")
        self.setFont(tabular_only())
        self.setAutoDefault(False)
        self.setAccessibleName(f"{number} {caption}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda: on_click())  # noqa: PLW0108  (`clicked` carries a bool)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it."""
        if not presses(self, event):
            super().keyPressEvent(event)
