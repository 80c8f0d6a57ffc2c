"""What charts over days share: room for labels, gridlines, days along the foot. Must not know any measure."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF

from workbench.ui.charts.axis import Span
from workbench.ui.theme.ink import CENTRE, LEFT, RIGHT, Ink

LABELLED_DAYS = 4
LABEL_SIZE = 11


def plain_number(value: float) -> str:
    """A number as English writes it, without needless decimals."""
    return f"{value:,.0f}" if value == round(value) else f"{value:,.1f}"


def whole_number(value: float) -> str:
    """A count as English writes it."""
    return f"{value:,.0f}"


@dataclass(frozen=True)
class Frame:
    """The inner area of a chart, and how values become places in it."""

    area: QRectF
    x: Span
    y: Span


def day_frame(ink: Ink, rect: QRectF, days: int, values: Span, left: float = 34) -> Frame:
    """Room for value labels on the left and day labels below. `values` gives the lowest and highest value."""
    px = ink.px
    area = rect.adjusted(px(left), px(12), -px(4), -px(22))
    return Frame(
        area,
        Span(0, max(1, days - 1), area.left(), area.right()),
        Span(values.low, values.high, area.bottom(), area.top()),
    )


def draw_values(ink: Ink, frame: Frame, rect: QRectF, marks: Sequence[float], written: Callable[[float], str]) -> None:
    """Gridlines with their values; the lowest one is the foot."""
    px = ink.px
    for number, mark in enumerate(marks):
        y = frame.y.at(mark)
        ink.across(frame.area.left(), frame.area.right(), y, "grid" if number else "line")
        label = QRectF(rect.left(), y - px(8), frame.area.left() - rect.left() - px(7), px(16))
        ink.text(label, written(mark), size=LABEL_SIZE, color="muted", align=RIGHT, figures=True)


def draw_days(ink: Ink, frame: Frame, days: Sequence[str], centres: Callable[[int], float]) -> None:
    """A few days along the foot: the first, the last, and some between that do not touch them."""
    if not days:
        return
    px = ink.px
    y = frame.area.bottom() + px(5)
    last = len(days) - 1
    step = max(1, round(last / LABELLED_DAYS))
    ends = []
    for number in sorted({0, last}):
        width = ink.width(days[number], LABEL_SIZE, figures=True) + 2
        middle = centres(number)
        x = min(max(frame.area.left(), middle - width / 2), frame.area.right() - width)
        if number == last and last > 0:
            x = frame.area.right() - width
        ink.text(QRectF(x, y, width, px(15)), days[number], size=LABEL_SIZE, color="muted", align=LEFT, figures=True)
        ends.append((x, x + width))
    for number in range(step, last, step):
        short = days[number].split(" ")[0]
        width = ink.width(short, LABEL_SIZE, figures=True) + 2
        x = centres(number) - width / 2
        if all(x > right + px(4) or x + width < left - px(4) for left, right in ends):
            label = QRectF(x, y, width, px(15))
            ink.text(label, short, size=LABEL_SIZE, color="muted", align=CENTRE, figures=True)
