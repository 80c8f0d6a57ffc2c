"""Words as large as they fit: steps of sizes, the first that fits; below the last one they are paged, never cut.

Marked pieces get a rounded ground in the team's colour and a line under it. Must not know whose words they are.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QTextCharFormat, QTextLayout, QTextLine, QTextOption

from workbench.ui.theme.fonts import REGULAR
from workbench.ui.theme.ink import Ink
from workbench.ui.theme.look import Look

LEADING = 1.22


class Fitted:
    """A text laid out in a rectangle's width at the largest size that fits its height.

    Attributes:
        size: The design size it took.
        pages: How many pages it takes; 1 where it fits.

    Args:
        look: Of the view.
        text: The words.
        width: Device-independent pixels.
        height: The same.
        sizes: Design sizes, the largest first.
        weight: Of the letters.
    """

    def __init__(
        self, look: Look, text: str, width: float, height: float, sizes: Sequence[float],
        weight: QFont.Weight = REGULAR,
    ) -> None:  # fmt: skip
        self._look, self._weight, self._width = look, weight, width
        for size in sizes:
            self.size = size
            self._layout, self._lines = self._lay(text, size)
            if self.height <= height + 1 and self._widest() <= width + 1:
                break
        self._fit = max(int(height // self._pitch), 1)
        self.pages = -(-len(self._lines) // self._fit) if self._lines else 1

    @property
    def _pitch(self) -> float:
        return self._look.px(self.size) * LEADING

    @property
    def height(self) -> float:
        """How high all lines are together."""
        return len(self._lines) * self._pitch

    def draw(
        self, ink: Ink, at: QPointF, color: str = "text", marks: Sequence[tuple[int, int]] = (), ground: str = "",
        line: str = "", page: int = 0,
    ) -> float:  # fmt: skip
        """Draw a page of it; answers the height it took.

        Args:
            ink: To draw with.
            at: The top left corner.
            color: Of the words.
            marks: Beginning and length of marked pieces.
            ground: Token behind marks.
            line: Token of the line under marks.
            page: Which page, from 0.
        """
        first = (page % self.pages) * self._fit
        shown = self._lines[first : first + self._fit]
        pad = self._look.px(5)
        for number, piece in enumerate(shown):
            top = at.y() + number * self._pitch
            begin, end = piece.textStart(), piece.textStart() + piece.textLength()
            text = self._layout.text()
            for start, length in marks:
                left, right = max(start, begin), min(start + length, end)
                while right > left and text[right - 1].isspace():
                    right -= 1
                if right <= left:
                    continue
                x1, x2 = _x(piece, left), _x(piece, right)
                rect = QRectF(at.x() + x1 - pad, top, x2 - x1 + 2 * pad, self._pitch * 0.98)
                ink.box(rect, pad, ground)
                thick = max(2.0, self._look.px(3))
                ink.fill(QRectF(rect.left() + pad, rect.bottom() - thick, rect.width() - 2 * pad, thick), line)
        form = QTextLayout.FormatRange()
        form.start, form.length = 0, len(self._layout.text())
        form.format = QTextCharFormat()
        form.format.setForeground(ink.color(color))
        self._layout.setFormats([form])
        ink.painter.setPen(ink.color(color))
        for number, piece in enumerate(shown):
            piece.draw(ink.painter, QPointF(at.x(), at.y() + number * self._pitch - piece.y()))
        return len(shown) * self._pitch

    def _widest(self) -> float:
        return max((line.naturalTextWidth() for line in self._lines), default=0.0)

    def _lay(self, text: str, size: float) -> tuple[QTextLayout, list[QTextLine]]:
        layout = QTextLayout(text.replace("\n", "\u2028"), self._look.font(size, self._weight))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setAlignment(Qt.AlignmentFlag.AlignLeft)
        layout.setTextOption(option)
        layout.setCacheEnabled(True)
        lines: list[QTextLine] = []
        layout.beginLayout()
        y = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(self._width)
            line.setPosition(QPointF(0, y))
            y += self._look.px(size) * LEADING
            lines.append(line)
        layout.endLayout()
        return layout, lines


def _x(line: QTextLine, at: int) -> float:
    found: Any = line.cursorToX(at)  # the binding answers a pair, its description says a number
    return float(found[0] if isinstance(found, tuple) else found)
