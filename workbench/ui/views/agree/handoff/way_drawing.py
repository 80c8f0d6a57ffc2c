"""Draws the way of a lead in three lanes, and says which part is where. Must not know fields or drafts."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPolygonF

from workbench.agreement.lead_way import WayFlow, WayStep
from workbench.ui.theme.fonts import MEDIUM, SEMIBOLD
from workbench.ui.theme.ink import CENTRE, Ink
from workbench.ui.theme.look import Look
from workbench.ui.views.agree.handoff.way_now import Way

LANE, GAP, NAMES, BOX_HEIGHT, PILL = 104, 5, 76, 46, 20
LEAST_BOX, TIGHT_HEIGHT, TIGHT_LANE = 100, 56, 122
"""Design pixels of a box that its words need beside the lanes' names; where it has less, the names stand above."""
COLUMNS = 5
_LANE_TEAM = ("marketing", "both", "sales")
_INK = {"marketing": "marketing", "sales": "sales", "both": "text", "back": "warn"}
_EDGE = {"marketing": "marketing_fill", "sales": "sales_fill", "both": "line", "back": "warn_line"}


def is_tight(width: float, look: Look) -> bool:
    """Whether the lanes' names stand above the boxes."""
    return (width - look.px(NAMES + 10)) / COLUMNS - look.px(24) < look.px(LEAST_BOX)


def height_of(width: float, look: Look) -> int:
    """How tall the drawing is at a width."""
    return 3 * look.px(TIGHT_LANE if is_tight(width, look) else LANE) + 2 * look.px(GAP)


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
        self._tight = is_tight(width, look)
        self._lane, self._apart = px(TIGHT_LANE if self._tight else LANE), px(GAP)
        self._first = float(px(6 if self._tight else NAMES))
        self._step = (width - self._first - px(6 if self._tight else 10)) / COLUMNS
        self._box = min(px(128), self._step - px(16 if self._tight else 24))
        self._tall = px(TIGHT_HEIGHT if self._tight else BOX_HEIGHT)
        self._at = {one.key: self._place(one) for one in way.steps}
        self._lanes = [
            QRectF(0, at * (self._lane + self._apart), width, self._lane) for at in range(len(way.lanes))
        ]  # fmt: skip
        self._pills = {flow: self._pill_place(flow) for flow in way.flows if flow.words}
        self.parts = self._found()

    def draw(self, ink: Ink, current: int, *, focused: bool, over: int) -> None:
        """Draw it, with one part marked as the current one."""
        for (name, _), lane, team in zip(self._way.lanes, self._lanes, _LANE_TEAM, strict=True):
            ink.box(lane, ink.px(8), "sunken" if team == "both" else f"{team}_soft")
            color = "sub" if team == "both" else team
            ink.lines(self._name_place(lane), name, size=12, weight=SEMIBOLD, color=color)
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
            self._first + self._step * (one.column + 0.5), self._lane * (one.lane + 0.5) + self._apart * one.lane
        )
        down = px(6) if self._tight else 0  # below the lane's name
        return QRectF(middle.x() - self._box / 2, middle.y() - self._tall / 2 + down, self._box, self._tall)

    def _name_place(self, lane: QRectF) -> QRectF:
        """Where the name of a lane stands: before its boxes, or above them."""
        px = self._look.px
        if self._tight:
            return QRectF(lane.left() + px(12), lane.top() + px(3), lane.width() - px(24), px(16))
        return QRectF(lane.left() + px(12), lane.top() + px(4), self._first - px(16), lane.height() - px(8))

    def _head_place(self, lane: QRectF, name: str) -> QRectF:
        """What can be pressed of a lane's name."""
        px = self._look.px
        if self._tight:
            width = self._look.metrics(12, SEMIBOLD).horizontalAdvance(name)
            return self._name_place(lane).adjusted(-px(6), 0, 0, 0).intersected(
                QRectF(lane.left(), lane.top(), width + px(18), lane.height())
            )  # fmt: skip
        return QRectF(lane.left() + 4, lane.center().y() - px(18), self._first - px(12), px(36))

    def _line(self, flow: WayFlow) -> list[QPointF]:
        """Straight between neighbours; round above or below where a box is between."""
        start, end = self._at[flow.start], self._at[flow.end]
        if abs(start.center().y() - end.center().y()) < 1:
            right = end.center().x() > start.center().x()
            a, b = (start.right(), end.left()) if right else (start.left(), end.right())
            return [QPointF(a, start.center().y()), QPointF(b, end.center().y())]
        if abs(start.center().x() - end.center().x()) < 1 and abs(
            start.center().y() - end.center().y()
        ) < self._lane + self._apart + self._look.px(2):
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
        inner = place.adjusted(ink.px(3), ink.px(5), -ink.px(3), -ink.px(5))
        size = 12 if ink.width(one.name, 12, SEMIBOLD) <= inner.width() else 11
        upper = QRectF(inner.left(), inner.top(), inner.width(), ink.px(BOX_HEIGHT - 10) / 2)
        ink.text(upper, one.name, size=size, weight=SEMIBOLD, color=_INK[one.kind], align=CENTRE)
        lower = QRectF(inner.left(), upper.bottom(), inner.width(), inner.bottom() - upper.bottom())
        ink.lines(lower, one.words, size=11, color="sub", align=CENTRE, figures=True)

    def _pill_place(self, flow: WayFlow) -> QRectF:
        look, points = self._look, self._line(flow)
        width = look.metrics(11, MEDIUM, figures=True).horizontalAdvance(flow.words) + look.px(16)
        middle = (points[0] + points[-1]) / 2
        if len(points) > 2:  # in the gap over its first lane, where no box is
            lane = round(points[0].y() // (self._lane + self._apart))
            middle = QPointF(points[2].x(), lane * (self._lane + self._apart) - self._apart / 2)
        if len(points) == 2 and abs(points[0].y() - points[1].y()) < 1 and width > abs(points[0].x() - points[1].x()):
            middle.setY(middle.y() - self._tall / 2 - look.px(13))  # no room between the boxes: above them
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
            found.append(Part(self._head_place(lane, name), path, name))
        tall = self._lane + self._apart
        return tuple(sorted(found, key=lambda one: (int(one.place.center().y() // tall), one.place.left())))
