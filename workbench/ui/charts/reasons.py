"""How much each of a few things counts for: one bar a line, largest first, its number beside it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from workbench.ui.charts.frame import plain_number
from workbench.ui.theme.fonts import SEMIBOLD
from workbench.ui.theme.ink import RIGHT, Ink
from workbench.ui.theme.look import Look

LINE, BAR = 25, 8


@dataclass(frozen=True)
class Reasons:
    """Counts by name.

    Attributes:
        rows: Name and count, in the order shown.
        color: Token of the bars.
        written: How a number is written.
        label_width: Design pixels for the names.
    """

    rows: Sequence[tuple[str, float]]
    color: str = "chart"
    written: Callable[[float], str] = plain_number
    label_width: float = 98


def describe(data: Reasons) -> str:
    """The chart in words."""
    return ", ".join(f"{name} {data.written(count)}" for name, count in data.rows)


def height(data: Reasons) -> float:
    """Design pixels the rows need."""
    return LINE * len(data.rows) + 12


def draw(painter: QPainter, rect: QRectF, data: Reasons, look: Look) -> None:
    """Draw the bars into a rectangle."""
    ink = Ink(painter, look)
    px = look.px
    most = max((count for _, count in data.rows), default=0) or 1
    numbers = max((ink.width(data.written(count), 12, SEMIBOLD, figures=True) for _, count in data.rows), default=0)
    start = rect.left() + px(data.label_width)
    width = max(0.0, rect.right() - start - numbers - px(12))
    for number, (name, count) in enumerate(data.rows):
        y = rect.top() + px(8) + number * px(LINE)
        label = QRectF(rect.left(), y, px(data.label_width) - px(6), px(18))
        ink.text(label, name, size=12, color="sub")
        slot = QRectF(start, y + px(5), width, px(BAR))
        ink.box(slot, px(BAR) / 2, "track")
        if count > 0:
            ink.box(QRectF(start, y + px(5), max(px(BAR), width * count / most), px(BAR)), px(BAR) / 2, data.color)
        value = QRectF(rect.right() - numbers - 1, y, numbers + 1, px(18))
        ink.text(value, data.written(count), size=12, weight=SEMIBOLD, align=RIGHT, figures=True)
