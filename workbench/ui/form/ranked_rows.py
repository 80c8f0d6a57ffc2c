"""A list whose order means something: rows are dragged by a handle, or moved with Alt and the arrows.

One drag is one step to undo. Must not know what the rows mean.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QWidget

from workbench.base.language import N_
from workbench.fields.value import Row
from workbench.ui.form.row_card import RowCard
from workbench.ui.form.row_frame import RowFrame
from workbench.ui.form.rows import RowsEditor
from workbench.ui.theme.ink import Ink
from workbench.ui.theme.look import Look
from workbench.ui.theme.theme import theme

WIDTH, HEIGHT, DOT = 14, 22, 1.5


class DragHandle(QWidget):
    """Six dots to drag a row by. The keyboard has Alt and the arrows, so Tab passes it by.

    Args:
        tip: What it is for, with the keys.
    """

    dragged = Signal(QPoint)
    """The mouse is here, on the screen."""
    dropped = Signal(QPoint)
    given_up = Signal()

    def __init__(self, tip: str) -> None:
        super().__init__()
        self._dragging = False
        self.setToolTip(tip)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        theme().follow(self)

    def restyle(self, look: Look) -> None:
        """Scale."""
        self.setFixedSize(look.px(WIDTH), look.px(HEIGHT))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the row."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._dragging = True
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        elif self._dragging:  # the other button lets go without moving
            self._end()
            self.given_up.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Carry it."""
        if self._dragging:
            self.dragged.emit(event.globalPosition().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        if self._dragging and event.button() == Qt.MouseButton.LeftButton:
            self._end()
            self.dropped.emit(event.globalPosition().toPoint())

    def _end(self) -> None:
        self._dragging = False
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the dots."""
        ink = Ink(QPainter(self), theme().look)
        middle = QRectF(self.rect()).center()
        for across in (-2.5, 2.5):
            for down in (-5.0, 0.0, 5.0):
                spot = QRectF(0, 0, ink.px(DOT * 2), ink.px(DOT * 2))
                spot.moveCenter(middle + QPoint(round(ink.px(1) * across), round(ink.px(1) * down)).toPointF())
                ink.box(spot, spot.width() / 2, "muted")


class RankedRows(RowsEditor):
    """A list to rank."""

    def _frame(self, row_of: Row) -> RowFrame:
        made = super()._frame(row_of)
        if isinstance(made, RowCard):
            tip = self._plan.language.text(N_("Drag to rank, or Alt+\u2191 and Alt+\u2193"))
            handle = DragHandle(tip)
            handle.dragged.connect(lambda at, key=row_of.key: self._carry(key, at))
            handle.dropped.connect(lambda at, key=row_of.key: self._drop(key, at))
            handle.given_up.connect(self._hide_line)
            made.put_first(handle)
        return made

    def index_at(self, key: str, at: QPoint) -> int:
        """The index a row would have if it were dropped at a point of the screen."""
        y = self._held.mapFromGlobal(at).y()
        others = [frame for frame_key, frame in self.frames.items() if frame_key != key]
        return sum(frame.geometry().center().y() < y for frame in others)

    def _carry(self, key: str, at: QPoint) -> None:
        """Show where the row would come to stand."""
        frames = [frame for frame_key, frame in self.frames.items() if frame_key != key]
        index = self.index_at(key, at)
        if not frames:
            return
        y = frames[index].geometry().top() if index < len(frames) else frames[-1].geometry().bottom()
        line, thick = self._line(), max(2, theme().look.px(3))
        line.setGeometry(0, y - thick, self._held.width(), thick)
        line.show()
        line.raise_()

    def _drop(self, key: str, at: QPoint) -> None:
        self._hide_line()
        if key in self.frames:
            self._plan.draft.move_row(self.path, key, self.index_at(key, at))

    def _line(self) -> QFrame:
        found = self._held.findChild(QFrame, "drop-line")
        if isinstance(found, QFrame):
            return found
        made = QFrame(self._held)
        made.setObjectName("drop-line")
        made.setProperty("role", "drop-line")
        return made

    def _hide_line(self) -> None:
        self._line().hide()
