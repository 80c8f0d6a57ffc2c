"""The running total of a period against its pace line: bars that grow, the line to keep up with, the forecast."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from workbench.base.language import N_, Language
from workbench.ui.charts.axis import Span, ticks
from workbench.ui.charts.frame import LABEL_SIZE, Frame, day_frame, draw_days, draw_values, whole_number
from workbench.ui.charts.placing import Occupied
from workbench.ui.theme.fonts import SEMIBOLD
from workbench.ui.theme.ink import LEFT, RIGHT, Ink
from workbench.ui.theme.look import Look


@dataclass(frozen=True)
class Pace:
    """A running total.

    Attributes:
        days: Every working day of the period, first and last with their month.
        totals: Running total at the end of each day so far; no longer than `days`.
        target: What the whole period should reach.
        forecast: Where it will end at this pace; nothing before the third working day.
        language: For the words.
        written: How a number is written.
    """

    days: Sequence[str]
    totals: Sequence[float]
    target: float
    forecast: float | None
    language: Language
    written: Callable[[float], str] = whole_number

    @property
    def line(self) -> float:
        """Where the pace line stands on the last day counted."""
        return self.target * len(self.totals) / max(1, len(self.days))


def describe(data: Pace) -> str:
    """The chart in words."""
    text, written = data.language.text, data.written
    if not data.totals:
        return text(N_("Nothing counted yet. Goal {goal}.")).format(goal=written(data.target))
    now, line = data.totals[-1], data.line
    gap = written(abs(now - line))
    against = (
        N_("{now} by {day}, {gap} below the pace of {line}.")
        if now < line
        else N_("{now} by {day}, {gap} above the pace of {line}.")
    )
    said = text(against).format(now=written(now), day=data.days[len(data.totals) - 1], gap=gap, line=written(line))
    if data.forecast is None:
        return f"{said} {text(N_('Goal {goal}.')).format(goal=written(data.target))}"
    ending = text(N_("Forecast {forecast} of {goal}.")).format(
        forecast=written(data.forecast), goal=written(data.target)
    )
    return f"{said} {ending}"


def draw(painter: QPainter, rect: QRectF, data: Pace, look: Look) -> None:
    """Draw the chart into a rectangle."""
    ink = Ink(painter, look)
    top = max([data.target, data.forecast or 0, *data.totals, 1])
    marks = ticks(0, top, 4)
    wide = max(ink.width(data.written(mark), LABEL_SIZE, figures=True) for mark in marks)
    left = (wide + look.px(9)) / look.scale
    frame = day_frame(ink, rect, len(data.days), Span(marks[0], max(marks[-1], top * 1.04), 0, 0), left)
    count = max(1, len(data.days))
    slot = frame.area.width() / count

    def right_of(number: int) -> float:
        return frame.area.left() + slot * (number + 1)

    draw_values(ink, frame, rect, marks, data.written)
    draw_days(ink, frame, data.days, lambda number: right_of(number) - slot / 2)
    occupied = Occupied(rect.adjusted(frame.area.left() - rect.left(), 0, 0, frame.area.bottom() - rect.bottom()))
    for number, total in enumerate(data.totals):
        y = frame.y.at(total)
        gap = min(1.5, slot / 4)
        last = number == len(data.totals) - 1
        bar = QRectF(right_of(number) - slot + gap, y, slot - 2 * gap, frame.area.bottom() - y)
        if bar.height() > 0:
            occupied.boxes.append(bar)
            ink.bar(bar, min(2.5, slot / 3), "chart" if last else ink.color("chart", 0.42))
    _draw_lines(ink, frame, data, right_of, occupied)


def _draw_lines(
    ink: Ink, frame: Frame, data: Pace, right_of: Callable[[int], float], occupied: Occupied
) -> None:  # fmt: skip
    px, last = ink.px, len(data.totals) - 1
    start, end = QPointF(frame.area.left(), frame.area.bottom()), QPointF(right_of(len(data.days) - 1), 0)
    end.setY(frame.y.at(data.target))
    ink.line(start, end, "warn_line", px(1.6), Qt.PenStyle.DashLine)
    occupied.lines.append((start, end))
    now = QPointF(right_of(last), frame.y.at(data.totals[last])) if last >= 0 else None
    if now is not None:
        if data.forecast is not None and last < len(data.days) - 1:
            ahead = QPointF(end.x(), frame.y.at(data.forecast))
            ink.line(now, ahead, "chart", px(1.6), Qt.PenStyle.DotLine)
            occupied.lines.append((now, ahead))
            occupied.boxes.append(QRectF(ahead.x() - px(6), ahead.y() - px(5), px(8), px(10)))
            ink.disc(ahead - QPointF(px(2), 0), px(3), "surface", "chart", px(1.6))
        ink.disc(now, px(4.5), "chart", "surface", 2)
        occupied.boxes.append(QRectF(now.x() - px(5), now.y() - px(5), px(10), px(10)))
    goal = data.language.text(N_("Goal {goal}")).format(goal=data.written(data.target))
    width = ink.width(goal, LABEL_SIZE, SEMIBOLD, figures=True) + 2
    tall = px(16)
    wanted = [
        QRectF(end.x() - width - px(26), max(frame.area.top() - px(12), end.y() - px(9)), width, tall),
        *(
            QRectF(end.x() - width - px(away), end.y() + px(y), width, tall)
            for away in (2, 26, 50, 74, 98) for y in (-22, -9, 8, 22)
        ),
    ]  # fmt: skip
    high = occupied.place(wanted)
    _plate(ink, high)
    ink.text(high, goal, size=LABEL_SIZE, weight=SEMIBOLD, color="warn", align=RIGHT, figures=True)
    if now is not None:
        words = data.language.text(N_("{now}, pace {line}"))
        _say_now(ink, now, words.format(now=data.written(data.totals[last]), line=data.written(data.line)), occupied)


def _say_now(ink: Ink, now: QPointF, words: str, occupied: Occupied) -> None:
    """Write beside the point: under it to its right where there is room, because a total only grows."""
    px = ink.px
    width = ink.width(words, LABEL_SIZE, SEMIBOLD, figures=True) + 2
    right, left = now.x() + px(7), now.x() - width - px(5)
    foot = occupied.within.bottom() - px(17)
    wanted = [
        QRectF(x, min(now.y() + px(y), foot), width, px(16))
        for x in (right, left) for y in (4, -25, 20, -40, 36, -55)
    ]  # fmt: skip
    rect = occupied.place(wanted)
    _plate(ink, rect)
    ink.text(rect, words, size=LABEL_SIZE, weight=SEMIBOLD, align=LEFT, figures=True)


def _plate(ink: Ink, rect: QRectF) -> None:
    """Ground under words that may lie on bars."""
    ink.box(rect.adjusted(-ink.px(3), 0, ink.px(3), 0), ink.px(4), ink.color("surface", 0.86))
