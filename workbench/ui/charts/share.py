"""The share kept so far, day by day, against its goal, with the band in which what is pending can still move it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QLinearGradient, QPainter, QPolygonF

from workbench.base.language import N_, Language
from workbench.ui.charts.axis import Span, ticks
from workbench.ui.charts.frame import LABEL_SIZE, Frame, day_frame, draw_days, draw_values
from workbench.ui.charts.placing import Occupied
from workbench.ui.theme.fonts import MEDIUM, SEMIBOLD
from workbench.ui.theme.ink import CENTRE, RIGHT, Ink
from workbench.ui.theme.look import Look

MARGIN = 0.05


def percent(share: float) -> str:
    """A share with one decimal, as it stands beside a status."""
    return f"{share * 100:.1f}%"


def whole_percent(share: float) -> str:
    """A share on an axis."""
    number = share * 100
    return f"{number:.0f}%" if abs(number - round(number)) < 0.05 else f"{number:.1f}%"


@dataclass(frozen=True)
class Share:
    """A running share.

    Attributes:
        days: Every working day of the period, first and last with their month.
        shares: The share at the end of each day so far, 0 to 1; nothing while nothing was decided.
        goal: The share agreed.
        lowest: If everything pending misses.
        highest: If everything pending is kept.
        language: For the words.
    """

    days: Sequence[str]
    shares: Sequence[float | None]
    goal: float
    lowest: float | None
    highest: float | None
    language: Language

    @property
    def points(self) -> list[tuple[int, float]]:
        """Day number and share, where there is one."""
        return [(number, share) for number, share in enumerate(self.shares) if share is not None]


def describe(data: Share) -> str:
    """The chart in words."""
    text, points = data.language.text, data.points
    if not points:
        return text(N_("Nothing decided yet. Goal {goal}.")).format(goal=percent(data.goal))
    day, now = points[-1]
    low_day, low = min(points, key=lambda point: point[1])
    said = [text(N_("{share} on {day}.")).format(share=percent(now), day=data.days[day])]
    if low_day != day:
        said.append(text(N_("Lowest {share} on {day}.")).format(share=percent(low), day=data.days[low_day]))
    if data.lowest is not None and data.highest is not None and data.lowest < data.highest:
        said.append(
            text(N_("Between {low} and {high} with what is pending.")).format(
                low=percent(data.lowest), high=percent(data.highest)
            )
        )
    return " ".join([*said, text(N_("Goal {goal}.")).format(goal=percent(data.goal))])


def draw(painter: QPainter, rect: QRectF, data: Share, look: Look) -> None:
    """Draw the chart into a rectangle."""
    ink = Ink(painter, look)
    known = [share for _, share in data.points]
    every = [*known, data.goal, *(share for share in (data.lowest, data.highest) if share is not None)]
    low, high = max(0.0, min(every) - MARGIN), min(1.0, max(every) + MARGIN)
    marks = ticks(low, high, 4)
    marks = tuple(mark for mark in marks if mark <= 1.0001)
    wide = max(ink.width(whole_percent(mark), LABEL_SIZE, figures=True) for mark in marks)
    frame = day_frame(ink, rect, len(data.days), Span(marks[0], marks[-1], 0, 0), (wide + look.px(9)) / look.scale)
    draw_values(ink, frame, rect, marks, whole_percent)
    draw_days(ink, frame, data.days, frame.x.at)
    points = [QPointF(frame.x.at(number), frame.y.at(share)) for number, share in data.points]
    if points:
        _draw_area(ink, frame, points)
    goal = frame.y.at(data.goal)
    ends = QPointF(frame.area.left(), goal), QPointF(frame.area.right(), goal)
    ink.line(*ends, "warn_line", look.px(1.6), Qt.PenStyle.DashLine)
    occupied = Occupied(rect.adjusted(frame.area.left() - rect.left(), 0, 0, frame.area.bottom() - rect.bottom()))
    occupied.lines.append(ends)
    occupied.add_curve(points)
    if points:
        ink.curve(points, "chart", look.px(2.2))
        occupied.boxes.append(_draw_now(ink, frame, data, points[-1]))
    said = data.language.text(N_("Goal {goal}")).format(goal=whole_percent(data.goal))
    wide = ink.width(said, LABEL_SIZE, SEMIBOLD, figures=True) + 2
    sides = [goal + look.px(3), goal - look.px(18)]
    sides = sides if points and points[-1].y() < goal else sides[::-1]
    lefts = (frame.area.right() - wide, frame.area.left() + look.px(3))
    label = occupied.place([QRectF(x, y, wide, look.px(16)) for x in lefts for y in sides])
    ink.text(label, said, size=LABEL_SIZE, weight=SEMIBOLD, color="warn", align=RIGHT, figures=True)
    if points:
        _say_now(ink, data, points[-1], occupied)
        _say_lowest(ink, data, points, occupied)


def _draw_area(ink: Ink, frame: Frame, points: list[QPointF]) -> None:
    foot = frame.area.bottom()
    fade = QLinearGradient(0, frame.area.top(), 0, foot)
    fade.setColorAt(0, ink.color("chart", 0.17))
    fade.setColorAt(1, ink.color("chart", 0.01))
    ink.painter.setPen(Qt.PenStyle.NoPen)
    ink.painter.setBrush(fade)
    ink.painter.drawPolygon(QPolygonF([*points, QPointF(points[-1].x(), foot), QPointF(points[0].x(), foot)]))


def _draw_now(ink: Ink, frame: Frame, data: Share, now: QPointF) -> QRectF:
    """Mark the last day, with the band in which it can still move; answers where the mark is."""
    px = ink.px
    mark = QRectF(now.x() - px(5), now.y() - px(5), px(10), px(10))
    if len(data.shares) < len(data.days):
        top, foot = QPointF(now.x(), frame.area.top()), QPointF(now.x(), frame.area.bottom())
        ink.line(top, foot, "line", 1, Qt.PenStyle.DotLine)
    if data.lowest is not None and data.highest is not None:
        high, low = frame.y.at(data.highest), frame.y.at(data.lowest)
        band = QRectF(now.x() - px(5), high, px(10), max(low - high, 1))
        ink.box(band, px(4), ink.color("chart", 0.28))
        mark = mark.united(band)
    ink.disc(now, px(3.6), "chart")
    return mark


def _say_now(ink: Ink, data: Share, now: QPointF, occupied: Occupied) -> None:
    """The share of the last day, beside its mark."""
    px = ink.px
    day, share = data.points[-1]
    words = f"{percent(share)}, {data.days[day]}" if " " in data.days[day] else percent(share)
    width = ink.width(words, LABEL_SIZE, SEMIBOLD, figures=True) + 2
    right, left = now.x() + px(9), now.x() - width - px(9)
    wanted = [
        QRectF(x, now.y() + px(y), width, px(16)) for y in (-24, 8, -8, -38, 22, -52, 36, 50) for x in (right, left)
    ]
    ink.text(occupied.place(wanted), words, size=LABEL_SIZE, weight=SEMIBOLD, figures=True)


def _say_lowest(ink: Ink, data: Share, points: list[QPointF], occupied: Occupied) -> None:
    """The lowest share, where it is not the last one and there is room for it."""
    px, share = ink.px, data.points[-1][1]
    lowest = min(range(len(points)), key=lambda n: data.points[n][1])
    if not 0 < lowest < len(points) - 2 or data.points[lowest][1] >= share - 0.01:
        return
    spot, said = points[lowest], percent(data.points[lowest][1])
    width = ink.width(said, LABEL_SIZE, MEDIUM, figures=True) + 2
    area = QRectF(spot.x() - width / 2, spot.y() + px(4), width, px(16))
    if not occupied.cost(area):
        ink.text(area, said, size=LABEL_SIZE, weight=MEDIUM, color="sub", align=CENTRE, figures=True)
