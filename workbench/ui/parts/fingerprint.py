"""A key's fingerprint as people compare it: sixteen groups of four, four in a row, in columns. Must not know keys."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from workbench.ui.theme.fonts import MEDIUM
from workbench.ui.theme.ink import CENTRE, Ink
from workbench.ui.theme.look import Look
from workbench.ui.theme.theme import theme

IN_A_ROW, WIDTH, HEIGHT = 4, 41, 19


class Fingerprint(QWidget):
    """The groups; hidden digits show as dots while no key is known.

    Args:
        name: What is shown, for screen readers; the digits follow it.
    """

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self._groups: list[str] = []
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)
        theme().follow(self)

    @property
    def digits(self) -> str:
        """The digits shown, without spaces; empty for none."""
        return "".join(self._groups)

    def show_digits(self, fingerprint: str) -> None:
        """Show a fingerprint, with or without spaces; empty for none."""
        digits = "".join(fingerprint.split()).upper()
        self._groups = [digits[at : at + 4] for at in range(0, len(digits), 4)]
        self.setAccessibleName(f"{self._name} {' '.join(self._groups)}".strip())
        self.update()

    def restyle(self, look: Look) -> None:
        """Scale."""
        self.setFixedSize(look.px(IN_A_ROW * WIDTH), look.px(4 * HEIGHT))

    def sizeHint(self) -> QSize:
        """Four rows of four."""
        look = theme().look
        return QSize(look.px(IN_A_ROW * WIDTH), look.px(4 * HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the groups, or where they will stand."""
        ink = Ink(QPainter(self), theme().look)
        wide, high = ink.px(WIDTH), ink.px(HEIGHT)
        for number in range(16):
            rect = QRectF(number % IN_A_ROW * wide, number // IN_A_ROW * high, wide - ink.px(5), high)
            if number < len(self._groups):
                self._draw_group(ink, rect, self._groups[number])
            else:
                ink.text(rect, "····", size=13, weight=MEDIUM, color="muted", align=Qt.AlignmentFlag.AlignLeft)

    def _draw_group(self, ink: Ink, rect: QRectF, group: str) -> None:
        """Each digit in a cell of its own: letters are wider than figures, and columns are what people compare."""
        cell = rect.width() / 4
        for place, digit in enumerate(group):
            at = QRectF(rect.left() + place * cell, rect.top(), cell, rect.height())
            ink.text(at, digit, size=13, weight=MEDIUM, color="text", align=CENTRE, figures=True)
