"""Draws the way of a lead in three lanes, and says which part is where. Must not know fields or drafts."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPolygonF

from workbench.agreement.lead_way import WayFlow, WayStep
from workbench.ui.theme.fonts import MEDIUM, SEMIBOLD
from workbench.ui.theme.ink import CENTRE, LEFT, Ink
from workbench.ui.theme.look import Look
from workbench.ui.views.agree.handoff.way_now import Way

LANE, GAP, NAMES, BOX_HEIGHT, PILL = 104, 5, 76, 46, 20
HEIGHT = 3 * LANE + 2 * GAP
COLUMNS = 5
_LANE_TEAM = ("marketing", "both", "sales")
_INK = {"marketing": "marketing", "sales": "sales", "both": "text", "back": "warn"}
_EDGE = {"marketing": "marketing_fill", "sales": "sales_fill", "both": "line", "back": "warn_line"}


@dataclass(frozen=True)
class Part:
    """Something on the drawing that leads to its field.

    Attributes:
        place: Where it is.
        path: The field.
        says: What it is, in words.
    """

    place: QRectF
    path: str
    says: str


class WayDrawing:
    """One drawing at one size.

    Attributes:
        parts: What can be pressed, in reading order.

    Args:
        way: What is drawn.
        width: Of the drawing, device-independent pixels.
        look: Colours and scale.
    """

    def __init__(self, way: Way, width: float, look: Look) -> None:
        self._way, self._look, self._width = way, look, width
        px = look.px
        self._first = float(px(NAMES))
        self._step = (width - self._first - px(10)) / COLUMNS
        self._box = min(px(128), self._step - px(24))
        self._at = {one.key: self._place(one) for one in way.steps}
        self._lanes = [
            QRectF(0, at * px(LANE + GAP), width, px(LANE)) for at in range(len(way.lanes))
        ]  # fmt: skip
        self._pills = {flow: self._pill_place(flow) for flow in way.flows if flow.words}
        self.parts = self._found()

    def draw(self, ink: Ink, current: int, *, focused: bool, over: int) -> None:
        """Draw it, with one part marked as the current one."""
        for (name, _), lane, team in zip(self._way.lanes, self._lanes, _LANE_TEAM, strict=True):
            ink.box(lane, ink.px(8), "sunken" if team == "both" else f"{team}_soft")
            words = lane.adjusted(ink.px(12), 0, 0, 0)
            words.setWidth(self._first - ink.px(16))
            ink.text(words, name, size=12, weight=SEMIBOLD, color="sub" if team == "both" else team, align=LEFT)
        for flow in self._way.flows:
            self._draw_flow(ink, flow)
        for one in self._way.steps:
            self._draw_step(ink, one)
        for flow, place in self._pills.items():
            ink.box(place, place.height() / 2, "surface", "border")
            ink.text(place, flow.words, size=11, weight=MEDIUM, color=_INK[flow.kind], align=CENTRE, figures=True)
        for number in {current if focused else -1, over} - {-1}:
            if number < len(self.parts):
                place = self.parts[number].place.adjusted(-ink.px(3), -ink.px(3), ink.px(3), ink.px(3))
                ink.box(place, ink.px(8), None, "accent", ink.px(2 if number == current else 1))

    def _place(self, one: WayStep) -> QRectF:
        px = self._look.px
        middle = QPointF(
            self._first + self._step * (one.column + 0.5), px(LANE) * (one.lane + 0.5) + px(GAP) * one.lane
        )
        return QRectF(middle.x() - self._box / 2, middle.y() - px(BOX_HEIGHT) / 2, self._box, px(BOX_HEIGHT))

    def _line(self, flow: WayFlow) -> list[QPointF]:
        """Straight between neighbours; round above or below where a box is between."""
        start, end = self._at[flow.start], self._at[flow.end]
        if abs(start.center().y() - end.center().y()) < 1:
            right = end.center().x() > start.center().x()
            a, b = (start.right(), end.left()) if right else (start.left(), end.right())
            return [QPointF(a, start.center().y()), QPointF(b, end.center().y())]
        if abs(start.center().x() - end.center().x()) < 1 and abs(
            start.center().y() - end.center().y()
        ) < self._look.px(LANE + GAP + 2):
            down = end.center().y() > start.center().y()
            a, b = (start.bottom(), end.top()) if down else (start.top(), end.bottom())
            return [QPointF(start.center().x(), a), QPointF(end.center().x(), b)]
        side = start.right() + self._look.px(12)  # beside the box that stands between
        return [
            QPointF(start.right() - self._look.px(14), start.top()),
            QPointF(start.right() - self._look.px(14), start.top() - self._look.px(12)),
            QPointF(side, start.top() - self._look.px(12)),
            QPointF(side, end.center().y()),
            QPointF(end.right(), end.center().y()),
        ]

    def _draw_flow(self, ink: Ink, flow: WayFlow) -> None:
        points = self._line(flow)
        colour = _EDGE[flow.kind] if flow.kind != "both" else "muted"
        style = Qt.PenStyle.DashLine if flow.kind == "back" else Qt.PenStyle.SolidLine
        ink.curve(points, colour, ink.px(1.6) or 1, style)
        tip, before = points[-1], points[-2]
        length = max(((tip.x() - before.x()) ** 2 + (tip.y() - before.y()) ** 2) ** 0.5, 1.0)
        along = QPointF((tip.x() - before.x()) / length, (tip.y() - before.y()) / length)
        across, size = QPointF(-along.y(), along.x()), ink.px(6)
        foot = tip - along * size
        head = QPolygonF([tip, foot + across * size * 0.6, foot - across * size * 0.6])
        ink.painter.setPen(Qt.PenStyle.NoPen)
        ink.painter.setBrush(ink.color(colour))
        ink.painter.drawPolygon(head)

    def _draw_step(self, ink: Ink, one: WayStep) -> None:
        place = self._at[one.key]
        ink.box(place, ink.px(7), "surface", _EDGE[one.kind], ink.px(1.4) or 1)
        inner = place.adjusted(ink.px(4), ink.px(5), -ink.px(4), -ink.px(5))
        upper = QRectF(inner.left(), inner.top(), inner.width(), inner.height() / 2)
        ink.text(upper, one.name, size=12, weight=SEMIBOLD, color=_INK[one.kind], align=CENTRE)
        lower = upper.translated(0, upper.height())
        ink.text(lower, one.words, size=11, color="sub", align=CENTRE, figures=True)

    def _pill_place(self, flow: WayFlow) -> QRectF:
        look, points = self._look, self._line(flow)
        width = look.metrics(11, MEDIUM, figures=True).horizontalAdvance(flow.words) + look.px(16)
        middle = (points[0] + points[-1]) / 2
        if len(points) > 2:  # in the gap over its first lane, where no box is
            lane = round(points[0].y() // look.px(LANE + GAP))
            middle = QPointF(points[2].x(), lane * look.px(LANE + GAP) - look.px(GAP) / 2)
        if len(points) == 2 and abs(points[0].y() - points[1].y()) < 1 and width > abs(points[0].x() - points[1].x()):
            middle.setY(middle.y() - look.px(BOX_HEIGHT / 2 + 13))  # no room between the boxes: above them
        x = min(max(middle.x() - width / 2, 0), self._width - width - look.px(2))
        return QRectF(x, middle.y() - look.px(PILL) / 2, width, look.px(PILL))

    def _found(self) -> tuple[Part, ...]:
        """What can be pressed, lane by lane, from left to right."""
        found = [
            Part(self._at[one.key], one.path, ", ".join(p for p in (one.name, one.words) if p))
            for one in self._way.steps
        ]
        names = {one.key: one.name for one in self._way.steps}
        found += [
            Part(place, flow.path, f"{names[flow.start]} → {names[flow.end]}: {flow.words}")
            for flow, place in self._pills.items()
            if flow.path
        ]
        for (name, path), lane in zip(self._way.lanes, self._lanes, strict=True):
            head = QRectF(
                lane.left() + 4,
                lane.center().y() - self._look.px(18),
                self._first - self._look.px(12),
                self._look.px(36),
            )
            found.append(Part(head, path, name))
        tall = self._look.px(LANE + GAP)
        return tuple(sorted(found, key=lambda one: (int(one.place.center().y() // tall), one.place.left())))
