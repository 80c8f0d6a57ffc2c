"""A box to tick beside a sentence that may be long: the sentence wraps and is pressed like the box."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox

from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import Panel, column, row, stretch
from workbench.ui.parts.sizing import sized

BOX = 21


class CheckLine(Panel):
    """A box and its sentence; begins unticked.

    Attributes:
        toggled: Emitted with whether it is ticked.
        box: The box.

    Args:
        text: The sentence.
    """

    toggled = Signal(bool)

    def __init__(self, text: str) -> None:
        self.box = QCheckBox()
        self.box.setAccessibleName(text)
        sized(self.box, width=BOX)  # a box with the focus is drawn larger, and would push its sentence
        words = Label(text, "label", tone="text", wrap=True)
        words.setCursor(Qt.CursorShape.PointingHandCursor)
        super().__init__(row(column(self.box, stretch(), gap=0), (column(1, words, stretch(), gap=0), 1), gap=9))
        self.box.toggled.connect(self.toggled)

    @property
    def is_ticked(self) -> bool:
        """Is it ticked?"""
        return self.box.isChecked()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The sentence ticks too."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.box.setFocus(Qt.FocusReason.MouseFocusReason)
            self.box.toggle()

    def untick(self) -> None:
        """As in the beginning."""
        self.box.setChecked(False)
