"""One or two lines of words, with what may stand beside the first."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont

from workbench.ui.tables.cell import CellState
from workbench.ui.tables.column import NARROW_PADDING, PADDING
from workbench.ui.theme.fonts import BOLD, MEDIUM, REGULAR, SEMIBOLD
from workbench.ui.theme.ink import CENTRE, Ink


class Lines(NamedTuple):
    """Words over quieter words.

    Attributes:
        first: The first line.
        second: The second; without it the first stands in the middle.
        tag: Small words after the first line, such as a version.
        monogram: Initials on a square before both.
        mark: A letter or number before both, in its own narrow column.
        weight: Of the first line; on the selection it is semibold at least.
        size: Of the first line, design pixels.
        color: Token of the first line.
        second_color: Token of the second; quiet where empty.
        left: Design pixels before.
        figures: Tabular figures.
        wraps: Without a second line, a first line that is too long takes two.
    """

    first: str
    second: str = ""
    tag: str = ""
    monogram: str = ""
    mark: str = ""
    weight: QFont.Weight = REGULAR
    size: float = 13
    color: str = "text"
    second_color: str = ""
    left: float = PADDING
    figures: bool = False
    wraps: bool = False

    def words(self) -> str:
        """All lines."""
        lines = [f"{self.mark} {self.first}".strip(), self.tag, self.second]
        return ", ".join(line for line in lines if line)

    def draw(self, ink: Ink, rect: QRectF, state: CellState) -> None:
        """Draw."""
        px = ink.px
        left = rect.left() + px(self.left)
        if self.monogram:
            self._draw_monogram(ink, QRectF(left, rect.center().y() - px(18), px(36), px(36)), state)
            left += px(48)
        if self.mark:
            ink.text(QRectF(left, rect.top(), px(18), rect.height()), self.mark, size=12, weight=MEDIUM, color="sub")
            left += px(20)
        width = max(0.0, rect.right() - left - px(NARROW_PADDING))
        weight = max(self.weight, SEMIBOLD) if state.selected and state.first else self.weight
        if not self.second:
            self._draw_alone(ink, QRectF(left, rect.top(), width, rect.height()), weight)
            return
        middle = rect.center().y()
        upper = QRectF(left, middle - px(self.size + 5.5), width, px(self.size + 6))
        lower = QRectF(left, middle + px(1), width, px(17))
        room = width - (ink.width(self.tag, 12, MEDIUM) + px(8) if self.tag else 0)
        taken = ink.text(
            QRectF(upper.left(), upper.top(), max(0.0, room), upper.height()),
            self.first, size=self.size, weight=weight, color=self.color, figures=self.figures,
        )  # fmt: skip
        if self.tag:
            tag = upper.adjusted(taken + px(8), 0, 0, 0)
            ink.text(tag, self.tag, size=12, weight=MEDIUM, color=state.quiet)
        ink.text(lower, self.second, size=12, color=self.second_color or state.quiet, figures=self.figures)

    def _draw_alone(self, ink: Ink, rect: QRectF, weight: QFont.Weight) -> None:
        if self.wraps and ink.width(self.first, self.size, weight) > rect.width():
            ink.paragraph(rect.adjusted(0, ink.px(5), 0, 0), self.first, size=self.size, weight=weight)
            return
        ink.text(rect, self.first, size=self.size, weight=weight, color=self.color, figures=self.figures)

    def _draw_monogram(self, ink: Ink, square: QRectF, state: CellState) -> None:
        ink.box(square, ink.px(9), "surface" if state.selected else "hover", "border")
        ink.text(square, self.monogram, size=12, weight=BOLD, color="sub", align=CENTRE)
