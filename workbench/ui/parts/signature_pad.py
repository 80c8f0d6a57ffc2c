"""A white field to sign in with mouse, pen or finger. Keeps what the hand did; must not know what becomes of it.

White in both themes, because ink is dark. The last stroke can be taken back, all can be cleared; who cannot draw uses
what stands beside the pad, such as a typed name.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QTabletEvent,
    QTouchEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from workbench.ui.parts.signature_sheet import HEIGHT, INK, LEAST_WIDTH, WIDTH, draw_sheet, paper_ink
from workbench.ui.parts.strokes import Curve, Point, curves
from workbench.ui.theme.look import Look
from workbench.ui.theme.theme import theme

NEAREST = 0.7
"""A point nearer than this to the one before it says nothing new."""

FEWEST_POINTS = 8
"""Fewer are a slip of the hand, not a signature."""

_TOUCHES = {QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate, QEvent.Type.TouchEnd, QEvent.Type.TouchCancel}


class SignaturePad(QWidget):
    """The pad.

    Attributes:
        changed: Emitted when a stroke ended, was taken back, or all were cleared.

    Args:
        name: For screen readers.
        invitation: In the middle while nothing is drawn.
        count: Says how many strokes there are.
    """

    changed = Signal()

    def __init__(self, *, name: str, invitation: str, count: Callable[[int], str]) -> None:
        super().__init__()
        self._invitation, self._count = invitation, count
        self._signer = ""
        self._strokes: list[list[Point]] = []
        self._drawn: list[list[Curve]] = []
        self._current: list[Point] | None = None
        self._began = 0.0
        self.setAccessibleName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme().follow(self)
        self._tell()

    @property
    def strokes(self) -> tuple[tuple[Point, ...], ...]:
        """What was drawn: strokes of points, in pixels and in seconds since the first point."""
        return tuple(tuple(stroke) for stroke in self._strokes)

    @property
    def is_empty(self) -> bool:
        """Is there too little to be a signature?"""
        return sum(len(stroke) for stroke in self._strokes) < FEWEST_POINTS

    def show_signer(self, name: str) -> None:
        """Say under the line who signs."""
        self._signer = name
        self.update()

    def take_back(self) -> None:
        """Take the last stroke back."""
        if self._strokes:
            self._strokes.pop()
            self._drawn.pop()
            self._end()

    def clear(self) -> None:
        """Take all strokes back."""
        if self._strokes:
            self._strokes.clear()
            self._drawn.clear()
            self._end()

    def restyle(self, look: Look) -> None:
        """Scale."""
        self.setFixedHeight(look.px(HEIGHT))

    def sizeHint(self) -> QSize:
        """A wide field."""
        look = theme().look
        return QSize(look.px(WIDTH), look.px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Room to write at least initials."""
        look = theme().look
        return QSize(look.px(LEAST_WIDTH), look.px(HEIGHT))

    # Mouse, pen, finger

    def event(self, event: QEvent) -> bool:
        """Touch draws with the first finger; undo's keys belong to the pad while it has the focus."""
        if event.type() in _TOUCHES and isinstance(event, QTouchEvent):
            self._touch(event)
            return True
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._is_ours(event):
            event.accept()
            return True
        return super().event(event)

    def tabletEvent(self, event: QTabletEvent) -> None:
        """A pen draws; accepting it keeps Qt from making mouse events of it."""
        match event.type():
            case QEvent.Type.TabletPress:
                self._begin(event.position())
            case QEvent.Type.TabletMove:
                self._add(event.position())
            case _:
                self._finish()
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The left button draws."""
        if event.button() == Qt.MouseButton.LeftButton and self._is_mouse(event):
            self._begin(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on drawing."""
        if self._is_mouse(event):
            self._add(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The stroke ends."""
        if self._is_mouse(event):
            self._finish()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Undo takes the last stroke back, Delete all of them."""
        if event.matches(QKeySequence.StandardKey.Undo):
            self.take_back()
        elif event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.clear()
        else:
            super().keyPressEvent(event)

    def _touch(self, event: QTouchEvent) -> None:
        points = event.points()
        if event.type() == QEvent.Type.TouchBegin and points:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self._begin(points[0].position())
        elif event.type() == QEvent.Type.TouchUpdate and points:
            self._add(points[0].position())
        else:
            self._finish()
        event.accept()

    @staticmethod
    def _is_mouse(event: QMouseEvent) -> bool:
        return event.source() == Qt.MouseEventSource.MouseEventNotSynthesized

    @staticmethod
    def _is_ours(event: QKeyEvent) -> bool:
        return event.matches(QKeySequence.StandardKey.Undo) or event.key() in {
            Qt.Key.Key_Delete,
            Qt.Key.Key_Backspace,
        }

    def _begin(self, at: QPointF) -> None:
        if not self._strokes:
            self._began = time.monotonic()
        self._current = []
        self._strokes.append(self._current)
        self._drawn.append([])
        self._add(at)

    def _add(self, at: QPointF) -> None:
        current = self._current
        if current is None:
            return
        x, y = round(at.x(), 2), round(at.y(), 2)
        if current and abs(x - current[-1][0]) < NEAREST and abs(y - current[-1][1]) < NEAREST:
            return
        current.append((x, y, round(time.monotonic() - self._began, 4)))
        self._drawn[-1] = curves(current)
        self.update()

    def _finish(self) -> None:
        if self._current is not None:
            self._end()

    def _end(self) -> None:
        self._current = None
        self._tell()
        self.update()
        self.changed.emit()

    def _tell(self) -> None:
        self.setAccessibleDescription(self._count(len(self._strokes)))

    # Looks

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the field, the line, and the ink."""
        ink = paper_ink(QPainter(self))
        note = self._count(len(self._strokes)) if self._strokes else ""
        invitation = "" if self._strokes else self._invitation
        draw_sheet(
            ink, QRectF(self.rect()), signer=self._signer, note=note, invitation=invitation, focus=self.hasFocus()
        )  # fmt: skip
        self._draw_ink(ink.painter)

    def _draw_ink(self, painter: QPainter) -> None:
        for curve in (one for stroke in self._drawn for one in stroke):
            path = QPainterPath(QPointF(*curve.start))
            path.cubicTo(QPointF(*curve.near), QPointF(*curve.far), QPointF(*curve.end))
            pen = QPen(INK, curve.width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
            if curve.start == curve.end:
                painter.setPen(pen)
                painter.drawPoint(QPointF(*curve.start))
            else:
                painter.strokePath(path, pen)
