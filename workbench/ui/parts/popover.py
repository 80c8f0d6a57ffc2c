"""A small card that explains one thing on the page, close to it.

It goes away with Escape, a click elsewhere, with what it explains, and when another one opens.

It is a child of the window, never a window of its own, so that it cannot land on the projector. It covers what is below
or above what it explains, whichever has room.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import Item, column, row, stretch
from workbench.ui.parts.sizing import sized
from workbench.ui.parts.tool_button import ToolButton
from workbench.ui.theme.ink import Ink
from workbench.ui.theme.theme import theme

WIDTH = 372
ARROW = 8
_PRESSES = {QEvent.Type.MouseButtonPress, QEvent.Type.NonClientAreaMouseButtonPress}


class Popover(QWidget):
    """An explanation with a pointer to what it explains. Deletes itself when it is closed.

    Args:
        title: What is explained.
        items: The explanation.
        close_says: Words for the close button.
        tools: Further tool buttons beside it.
    """

    def __init__(self, title: str, *items: Item, close_says: str, tools: tuple[ToolButton, ...] = ()) -> None:
        super().__init__()
        self._points_up = True
        self._arrow_x = 0
        self._anchor: QWidget | None = None
        self._around: QRect | None = None
        self._close = ToolButton("x", close_says, on_click=self.close_popover)
        head = row(Label(title, "h3"), stretch(), *tools, self._close, gap=2)
        self._body = column(head, *items, margins=(17, 9 + ARROW, 11, 15 + ARROW), gap=7)
        self.setLayout(self._body)
        sized(self, width=WIDTH)
        self.setAccessibleName(title)

    def open_at(self, anchor: QWidget, around: QRect | None = None) -> None:
        """Open for a widget, or for a rectangle inside it, and take the focus."""
        window = anchor.window()
        for other in window.findChildren(Popover):
            if other.isVisible():
                other.close_popover()
        self._anchor, self._around = anchor, around
        self.setParent(window)
        self._place()
        self.show()
        self.raise_()
        self._close.setFocus(Qt.FocusReason.PopupFocusReason)
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self)

    def _place(self) -> None:
        anchor = self._anchor
        if anchor is None or not isValid(anchor):
            return
        window, spot = anchor.window(), self._around or anchor.rect()
        self.fit()
        corner = anchor.mapTo(window, spot.topLeft())
        target = QRect(corner, spot.size())
        edge = theme().look.px(8)
        self._points_up = target.bottom() + self.height() + edge < window.height() or target.top() < self.height()
        y = target.bottom() if self._points_up else target.top() - self.height()
        x = min(max(target.center().x() - self.width() // 2, edge), window.width() - self.width() - edge)
        self.move(QPoint(x, min(max(0, y), max(0, window.height() - self.height()))))
        self._arrow_x = min(max(target.center().x() - x, 24), self.width() - 24)
        self.update()

    def fit(self) -> None:
        """Be as tall as what is in it, whose sentences wrap."""
        self._body.activate()
        width = self.minimumWidth()
        self.resize(width, max(self._body.totalHeightForWidth(width), self._body.totalMinimumSize().height()))

    def close_popover(self) -> None:
        """Close, and give the focus back to what it explained."""
        app = QApplication.instance()
        if app is not None:
            app.removeEventFilter(self)
        self.hide()
        if self._anchor is not None and isValid(self._anchor) and self._anchor.isVisible():
            self._anchor.setFocus(Qt.FocusReason.PopupFocusReason)
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A press elsewhere in the program closes it, and still does what it was for."""
        if event.type() in _PRESSES and isinstance(watched, QWidget) and isinstance(event, QMouseEvent):
            inside = self.rect().contains(self.mapFromGlobal(event.globalPosition().toPoint()))
            if not inside and self.isVisible():
                self.close_popover()
        elif event.type() == QEvent.Type.Resize and watched is self.parentWidget() and self.isVisible():
            QTimer.singleShot(0, self, self._place)  # once the page has its new places
        elif event.type() == QEvent.Type.Hide and watched is self._anchor and not event.spontaneous():
            self.close_popover()  # the page went away by key, not by a press
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_popover()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw card and pointer as one shape."""
        ink = Ink(QPainter(self), theme().look)
        arrow = ink.px(ARROW)
        card = QRectF(self.rect()).adjusted(0.5, arrow + 0.5, -0.5, -arrow - 0.5)
        tip, foot = (1.0, card.top() + 1) if self._points_up else (self.height() - 1.0, card.bottom() - 1)
        x = float(self._arrow_x)
        shape, pointer = QPainterPath(), QPainterPath()
        shape.addRoundedRect(card, ink.px(12), ink.px(12))
        pointer.addPolygon(QPolygonF([QPointF(x - arrow, foot), QPointF(x, tip), QPointF(x + arrow, foot)]))
        pointer.closeSubpath()
        ink.painter.setBrush(ink.color("raised"))
        ink.painter.setPen(ink.color("line"))
        ink.painter.drawPath(shape.united(pointer))
