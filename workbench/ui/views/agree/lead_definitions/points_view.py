"""The points on two axes: what qualifies is shaded, and the lead that is tried stands where its points put it.

Draws what it is given; must not know how points come about.
"""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from workbench.agreement.qualification.score import Score
from workbench.base.language import N_, Language
from workbench.ui.theme.fonts import SEMIBOLD
from workbench.ui.theme.ink import LEFT, RIGHT, Ink
from workbench.ui.theme.look import Look
from workbench.ui.theme.theme import theme

_TOP_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
HEIGHT, LEFT_ROOM, FOOT, TOP_ROOM = 230, 44, 34, 22


class Field(NamedTuple):
    """What is drawn.

    Attributes:
        fit: Most points of fit.
        interest: Most points of interest.
        total: Both together from which a lead qualifies; nothing where none is agreed.
        least_fit: Fit from which, with enough interest, it qualifies.
        least_interest: Interest from which, with enough fit.
        lead: The lead that is tried.
    """

    fit: int = 0
    interest: int = 0
    total: int | None = None
    least_fit: int | None = None
    least_interest: int | None = None
    lead: Score | None = None


class PointsView(QWidget):
    """The two axes.

    Args:
        language: Of the words on them.
    """

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        self._field = Field()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme().follow(self)

    def show_field(self, field: Field, says: str) -> None:
        """Show other points; `says` is the picture in words."""
        self._field = field
        self.setAccessibleName(says)
        self.update()

    def restyle(self, look: Look) -> None:
        """Scale."""
        self.setFixedHeight(look.px(HEIGHT))

    def sizeHint(self) -> QSize:
        """Wider than tall."""
        look = theme().look
        return QSize(look.px(HEIGHT * 2), look.px(HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground, what qualifies, the axes and the lead."""
        ink = Ink(QPainter(self), theme().look)
        area = QRectF(self.rect()).adjusted(ink.px(LEFT_ROOM), ink.px(TOP_ROOM), -ink.px(12), -ink.px(FOOT))
        ink.box(area, ink.px(4), "sunken", "border")
        if self._field.fit > 0 and self._field.interest > 0:
            ink.painter.save()
            ink.painter.setClipRect(area)
            ink.painter.fillPath(self._qualifies(area), ink.color("accent_soft"))
            self._draw_limits(ink, area)
            ink.painter.restore()
        self._draw_axes(ink, area)
        if self._field.lead is not None:
            self._draw_lead(ink, area, self._field.lead)

    def _at(self, area: QRectF, fit: float, interest: float) -> QPointF:
        field = self._field
        across = min(max(fit / max(field.fit, 1), 0), 1)
        up = min(max(interest / max(field.interest, 1), 0), 1)
        return QPointF(area.left() + across * area.width(), area.bottom() - up * area.height())

    def _qualifies(self, area: QRectF) -> QPainterPath:
        """What lies right of the diagonal of the total, or right of and above both thresholds."""
        field, found = self._field, QPainterPath()
        total, fit, interest = field.total, field.fit, field.interest
        if total is not None and total <= fit + interest:
            corners = [(0, total), (0, interest)] if total <= interest else [(total - interest, interest)]
            corners.append((fit, interest))
            corners += [(fit, 0), (total, 0)] if total <= fit else [(fit, total - fit)]
            found.addPolygon(QPolygonF([self._at(area, *corner) for corner in corners]))
            found.closeSubpath()
        if field.least_fit is not None or field.least_interest is not None:
            both = QPainterPath()
            both.addRect(QRectF(self._at(area, field.least_fit or 0, field.least_interest or 0), area.topRight()))
            found = found.united(both)
        return found

    def _draw_limits(self, ink: Ink, area: QRectF) -> None:
        field = self._field
        if field.total is not None:
            low = max(field.total - field.fit, 0)
            high = min(field.total, field.interest)
            start, end = self._at(area, field.total - high, high), self._at(area, field.total - low, low)
            ink.line(start, end, "accent", ink.px(2))
        if field.least_fit is not None:
            x = self._at(area, field.least_fit, 0).x()
            ink.line(QPointF(x, area.top()), QPointF(x, area.bottom()), "accent", ink.px(1))
        if field.least_interest is not None:
            y = self._at(area, 0, field.least_interest).y()
            ink.line(QPointF(area.left(), y), QPointF(area.right(), y), "accent", ink.px(1))

    def _draw_axes(self, ink: Ink, area: QRectF) -> None:
        text, field = self._language.text, self._field
        foot = QRectF(area.left(), area.bottom() + ink.px(4), area.width(), ink.px(16))
        ink.text(foot, "0", size=11, color="muted", align=LEFT, figures=True)
        ink.text(foot, text(N_("Fit, at most {n}")).format(n=field.fit), size=11, color="sub", align=RIGHT)
        side = QRectF(0, area.top(), area.left() - ink.px(6), ink.px(16))
        ink.text(side, str(field.interest), size=11, color="muted", align=RIGHT, figures=True)
        head = QRectF(area.left(), area.top() - ink.px(20), area.width(), ink.px(16))
        ink.text(head, text(N_("Interest, at most {n}")).format(n=field.interest), size=11, color="sub", align=LEFT)
        if field.total is not None and field.fit and field.interest:
            words = text(N_("qualified from {n}")).format(n=field.total)
            ink.text(
                area.adjusted(0, ink.px(6), -ink.px(10), 0), words, size=12, weight=SEMIBOLD, color="accent_text",
                align=_TOP_RIGHT,
            )  # fmt: skip

    def _draw_lead(self, ink: Ink, area: QRectF, lead: Score) -> None:
        """A point where everything is known, else the box its points can lie in."""
        low, high = (self._at(area, one.fit, one.interest) for one in (_Corner.least(lead), _Corner.most(lead)))
        if low != high:
            ink.box(QRectF(low, high).normalized(), ink.px(4), ink.color("text", 0.10), "text")
        ink.disc(low, ink.px(5), "text")


class _Corner(NamedTuple):
    fit: int
    interest: int

    @classmethod
    def least(cls, lead: Score) -> _Corner:
        return cls(lead.fit.least, lead.interest.least)

    @classmethod
    def most(cls, lead: Score) -> _Corner:
        return cls(lead.fit.most, lead.interest.most)
