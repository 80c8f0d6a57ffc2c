"""A ring that says how far something is: the arc of a draft, the check of what is agreed, the number of a section."""

from __future__ import annotations

from typing import Literal, NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from workbench.ui.theme.fonts import SEMIBOLD
from workbench.ui.theme.ink import CENTRE, Ink
from workbench.ui.theme.look import Look
from workbench.ui.theme.theme import theme

RingState = Literal["empty", "draft", "disputed", "agreed", "skipped"]
_LINE = {"agreed": "ok", "disputed": "warn", "draft": "line", "empty": "line", "skipped": "line"}
_INSIDE = {"agreed": "ok", "disputed": "warn", "draft": "accent_text", "empty": "muted", "skipped": "muted"}


class Ring(NamedTuple):
    """What a ring shows.

    Attributes:
        state: Decides colour and glyph; a check for agreed, a bar for skipped.
        share: How much of the arc is drawn while it is a draft, 0 to 1.
        text: A number inside, where there is no glyph.
        icon: An icon inside, instead of the number.
    """

    state: RingState = "empty"
    share: float = 0
    text: str = ""
    icon: str = ""


def draw_ring(ink: Ink, rect: QRectF, ring: Ring, *, chosen: bool = False) -> None:
    """Draw a ring into a square."""
    painter, px = ink.painter, ink.px
    circle = rect.adjusted(1, 1, -1, -1)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    style = Qt.PenStyle.DotLine if ring.state == "skipped" else Qt.PenStyle.SolidLine
    painter.setPen(QPen(ink.color(_LINE[ring.state]), px(2), style))
    painter.drawEllipse(circle)
    if ring.state == "draft" and ring.share > 0:
        painter.setPen(QPen(ink.color("accent"), px(2.4), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawArc(circle, 90 * 16, -round(360 * 16 * min(ring.share, 1)))
    glyph = {"agreed": "check", "skipped": "minus"}.get(ring.state, ring.icon)
    color = "accent_text" if chosen and ring.state in {"draft", "empty"} else _INSIDE[ring.state]
    if glyph:
        size = 14 if ring.state in {"agreed", "skipped"} else 15
        half = px(size) / 2
        ink.icon(glyph, rect.center().x() - half, rect.center().y() - half, size, color)
    elif ring.text:
        ink.text(rect, ring.text, size=12, weight=SEMIBOLD, color=color, align=CENTRE)


class RingView(QWidget):
    """A ring by itself; give it an accessible name in words where nothing beside it says the same."""

    def __init__(self, ring: Ring, size: float = 28) -> None:
        super().__init__()
        self._ring, self._size = ring, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme().follow(self)

    def show_ring(self, ring: Ring) -> None:
        """Show another state."""
        self._ring = ring
        self.update()

    def restyle(self, look: Look) -> None:
        """Scale."""
        self.setFixedSize(look.px(self._size), look.px(self._size))

    def sizeHint(self) -> QSize:
        """The ring's size."""
        side = theme().look.px(self._size)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ring."""
        draw_ring(Ink(QPainter(self), theme().look), QRectF(self.rect()), self._ring)


class StepDot(QWidget):
    """A filled dot with a number or an icon: one of several steps."""

    def __init__(self, text: str = "", *, icon: str = "", color: str = "on_accent", ground: str = "accent") -> None:
        super().__init__()
        self._text, self._icon, self._color, self._ground = text, icon, color, ground
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme().follow(self)

    def restyle(self, look: Look) -> None:
        """Scale."""
        self.setFixedSize(look.px(30), look.px(30))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the dot."""
        ink = Ink(QPainter(self), theme().look)
        rect = QRectF(self.rect())
        ink.disc(QPointF(rect.center()), rect.width() / 2, self._ground)
        if self._icon:
            half = ink.px(15) / 2
            ink.icon(self._icon, rect.center().x() - half, rect.center().y() - half, 15, self._color)
        else:
            ink.text(rect, self._text, size=14, weight=SEMIBOLD, color=self._color, align=CENTRE)
