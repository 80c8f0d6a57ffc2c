"""A painter that speaks design pixels and tokens; every delegate and chart draws with it. Must not know any data.

Small words at fixed places: text is elided to its rectangle, horizontal and vertical lines are drawn crisp, icons sit
on whole pixels.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF

from workbench.ui.theme.fonts import REGULAR
from workbench.ui.theme.icons import pixmap
from workbench.ui.theme.look import Look

LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE: Final = Qt.AlignmentFlag.AlignCenter
TOP: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop

Color = QColor | str
"""A token's name, or a colour already made."""


class Ink:
    """A painter and a look.

    Lengths given to its methods are device-independent pixels unless they are called `size`, which is a design size;
    `px` converts.

    Attributes:
        has_elided: Was any text cut so far?
    """

    def __init__(self, painter: QPainter, look: Look) -> None:
        self.painter = painter
        self.look = look
        self.px = look.px
        self.has_elided = False
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def color(self, color: Color, alpha: float = 1.0) -> QColor:
        """A colour from a token's name."""
        return color if isinstance(color, QColor) else self.look.color(color, alpha)

    def width(self, text: str, size: float = 13, weight: QFont.Weight = REGULAR, *, figures: bool = False) -> float:
        """How wide a text would be."""
        return self.look.metrics(size, weight, figures=figures).horizontalAdvance(text)

    def text(
        self,
        rect: QRectF,
        text: str,
        *,
        size: float = 13,
        weight: QFont.Weight = REGULAR,
        color: Color = "text",
        align: Qt.AlignmentFlag = LEFT,
        figures: bool = False,
        strike: bool = False,
        elide: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
    ) -> float:
        """Write one line inside a rectangle, elided where it is too long; answers the width it took."""
        metrics = self.look.metrics(size, weight, figures=figures)
        shown, width = text, metrics.horizontalAdvance(text)
        if width > rect.width() + 0.5:
            shown = metrics.elidedText(text, elide, max(0.0, rect.width()))
            width = metrics.horizontalAdvance(shown)
            self.has_elided = self.has_elided or shown != text
        self.painter.setFont(self.look.font(size, weight, figures=figures, strike=strike))
        self.painter.setPen(self.color(color))
        self.painter.drawText(rect.adjusted(0, 0, 1, 0) if align & Qt.AlignmentFlag.AlignLeft else rect, align, shown)
        return width

    def paragraph(
        self, rect: QRectF, text: str, *, size: float = 13, weight: QFont.Weight = REGULAR, color: Color = "text"
    ) -> None:
        """Write a text over as many lines as the rectangle holds."""
        self.painter.setFont(self.look.font(size, weight))
        self.painter.setPen(self.color(color))
        self.painter.drawText(rect, TOP | Qt.TextFlag.TextWordWrap, text)

    def lines(
        self,
        rect: QRectF,
        text: str,
        *,
        size: float = 13,
        weight: QFont.Weight = REGULAR,
        color: Color = "text",
        align: Qt.AlignmentFlag = LEFT,
        figures: bool = False,
    ) -> float:
        """Write over as many lines as the words need, elided where the rectangle holds fewer; answers their height."""
        metrics = self.look.metrics(size, weight, figures=figures)
        shown = broken(text, metrics, rect.width())
        most = max(1, int((rect.height() + 0.5) // metrics.lineSpacing()))
        if len(shown) > most:
            rest = " ".join(shown[most - 1 :])
            shown = [*shown[: most - 1], rest]
        tall = len(shown) * metrics.lineSpacing()
        over = max(0.0, rect.height() - tall)
        part = 0.5 if align & Qt.AlignmentFlag.AlignVCenter else 1.0 if align & Qt.AlignmentFlag.AlignBottom else 0.0
        top = rect.top() + over * part
        across = (align & Qt.AlignmentFlag.AlignHorizontal_Mask) | Qt.AlignmentFlag.AlignVCenter
        for number, line in enumerate(shown):
            place = QRectF(rect.left(), top + number * metrics.lineSpacing(), rect.width(), metrics.lineSpacing())
            self.text(place, line, size=size, weight=weight, color=color, align=across, figures=figures)
        return tall

    def icon(self, name: str, x: float, y: float, size: float = 16, color: str = "sub") -> None:
        """Draw an icon with its top left corner at a point."""
        made = pixmap(name, self.look.tokens[color], self.px(size), self.painter.device().devicePixelRatio())
        self.painter.drawPixmap(QPointF(round(x), round(y)), made)

    def box(
        self, rect: QRectF, radius: float = 0, fill: Color | None = None, line: Color | None = None, width: float = 1
    ) -> None:
        """A rounded rectangle; a line is drawn inside the rectangle, so that it stays crisp."""
        self.painter.setBrush(self.color(fill) if fill is not None else Qt.BrushStyle.NoBrush)
        if line is None:
            self.painter.setPen(Qt.PenStyle.NoPen)
        else:
            self.painter.setPen(QPen(self.color(line), width))
            half = width / 2
            rect = rect.adjusted(half, half, -half, -half)
        self.painter.drawRoundedRect(rect, radius, radius)

    def disc(
        self, centre: QPointF, radius: float, fill: Color | None, line: Color | None = None, width: float = 1
    ) -> None:
        """A circle."""
        self.painter.setBrush(self.color(fill) if fill is not None else Qt.BrushStyle.NoBrush)
        self.painter.setPen(QPen(self.color(line), width) if line is not None else Qt.PenStyle.NoPen)
        self.painter.drawEllipse(centre, radius, radius)

    def fill(self, rect: QRectF, color: Color) -> None:
        """A plain rectangle. Qt's own `fillRect` brings every preset gradient along, which is felt at the start."""
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(self.color(color))
        self.painter.drawRect(rect)

    def across(self, x1: float, x2: float, y: float, color: Color = "border", width: float = 1) -> None:
        """A crisp horizontal hairline whose upper edge is at y."""
        self.fill(QRectF(x1, round(y), x2 - x1, max(1.0, round(width))), color)

    def down(self, x: float, y1: float, y2: float, color: Color = "border", width: float = 1) -> None:
        """A crisp vertical hairline whose left edge is at x."""
        self.fill(QRectF(round(x), y1, max(1.0, round(width)), y2 - y1), color)

    def line(
        self,
        start: QPointF,
        end: QPointF,
        color: Color = "line",
        width: float = 1,
        style: Qt.PenStyle = Qt.PenStyle.SolidLine,
    ) -> None:
        """A line in any direction and style."""
        self.painter.setPen(QPen(self.color(color), width, style))
        self.painter.drawLine(start, end)

    def curve(
        self, points: Sequence[QPointF], color: Color, width: float, style: Qt.PenStyle = Qt.PenStyle.SolidLine
    ) -> None:
        """A line through points, round at its ends."""
        cap = Qt.PenCapStyle.RoundCap if style == Qt.PenStyle.SolidLine else Qt.PenCapStyle.FlatCap
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        self.painter.setPen(QPen(self.color(color), width, style, cap, Qt.PenJoinStyle.RoundJoin))
        self.painter.drawPolyline(QPolygonF(list(points)))

    def bar(self, rect: QRectF, radius: float, fill: Color) -> None:
        """An upright bar: round above, straight at its foot."""
        path = QPainterPath()
        path.addRoundedRect(rect.adjusted(0, 0, 0, radius), radius, radius)
        foot = QPainterPath()
        foot.addRect(rect)
        self.painter.fillPath(path & foot, self.color(fill))

    def hatch(self, rect: QRectF, radius: float, ground: Color, stripe: Color, gap: float, width: float) -> None:
        """A rectangle with diagonal stripes: covered, closed, or nothing there."""
        path = QPainterPath()
        path.addRoundedRect(rect, radius, radius)
        self.painter.save()
        self.painter.fillPath(path, self.color(ground))
        self.painter.setClipPath(path)
        self.painter.setPen(QPen(self.color(stripe), width))
        x = rect.left() - rect.height()
        while x < rect.right():
            self.painter.drawLine(QPointF(x, rect.bottom()), QPointF(x + rect.height(), rect.top()))
            x += gap
        self.painter.restore()


def broken(text: str, metrics: QFontMetricsF, width: float) -> list[str]:
    """A text as lines of at most a width, broken between words; a word longer than that has a line of its own."""
    found: list[str] = []
    for word in text.split(" "):
        if found and metrics.horizontalAdvance(f"{found[-1]} {word}") <= width + 0.5:
            found[-1] += f" {word}"
        else:
            found.append(word)
    return found
