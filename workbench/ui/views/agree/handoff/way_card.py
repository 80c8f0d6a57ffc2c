"""The way of a lead on the page: live, and each part of it leads to the field it is drawn from.

Must not know how it is drawn.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from workbench.base.language import N_
from workbench.ui.form.draft import Draft
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import Panel, column
from workbench.ui.theme.ink import Ink
from workbench.ui.theme.look import Look
from workbench.ui.theme.theme import theme
from workbench.ui.views.agree.handoff.way_drawing import Part, WayDrawing, height_of
from workbench.ui.views.agree.handoff.way_now import Way, way_now

SECTIONS = frozenset({"", "handoff", "follow_up", "lead_definitions", "teams", "volumes"})
_STEPS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}


class WayWidget(QWidget):
    """The drawing; arrows go from part to part, Enter or a press goes to its field.

    Attributes:
        current: Number of the part the arrows are at.

    Args:
        way: What is drawn first.
        name: For screen readers.
    """

    pressed = Signal(str)
    """A part was pressed: the path of its field."""

    def __init__(self, way: Way, name: str) -> None:
        super().__init__()
        self._way, self._name = way, name
        self._drawing: WayDrawing | None = None
        self.current, self._over = 0, -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme().follow(self)

    @property
    def parts(self) -> tuple[Part, ...]:
        """What can be pressed."""
        return self._made().parts

    def show_way(self, way: Way) -> None:
        """Draw another way."""
        if way != self._way:
            self._way, self._drawing = way, None
            self._say()
            self.update()

    def restyle(self, look: Look) -> None:
        """Scale."""
        self._drawing = None
        self.setFixedHeight(height_of(self.width(), look))
        self._say()

    def sizeHint(self) -> QSize:
        """As wide as it is given."""
        look = theme().look
        return QSize(look.px(560), height_of(self.width(), look))

    def minimumSizeHint(self) -> QSize:
        """It can give way."""
        look = theme().look
        return QSize(look.px(360), height_of(self.width(), look))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place everything anew."""
        super().resizeEvent(event)
        self._drawing = None
        self.setFixedHeight(height_of(self.width(), theme().look))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say where the arrows are."""
        super().focusInEvent(event)
        self._say()
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move, Enter and Space go to the field."""
        key = Qt.Key(event.key())
        if key in _STEPS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.current = min(max(self.current + _STEPS[key], 0), len(self.parts) - 1)
            self._say()
            self.update()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.pressed.emit(self.parts[self.current].path)
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Mark what is under the pointer."""
        over = self._under(event.position())
        if over != self._over:
            self._over = over
            self.setToolTip(self.parts[over].says if over >= 0 else "")
            self.setCursor(Qt.CursorShape.PointingHandCursor if over >= 0 else Qt.CursorShape.ArrowCursor)
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Go to the field of what was pressed."""
        at = self._under(event.position())
        if at >= 0 and event.button() == Qt.MouseButton.LeftButton:
            self.current = at
            self.pressed.emit(self.parts[at].path)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw."""
        ink = Ink(QPainter(self), theme().look)
        self._made().draw(ink, self.current, focused=self.hasFocus(), over=self._over)

    def _made(self) -> WayDrawing:
        if self._drawing is None:
            self._drawing = WayDrawing(self._way, float(self.width()), theme().look)
            self.current = min(self.current, len(self._drawing.parts) - 1)
        return self._drawing

    def _under(self, at: QPointF) -> int:
        parts = self.parts
        return next((n for n in reversed(range(len(parts))) if parts[n].place.contains(at)), -1)

    def _say(self) -> None:
        parts = self.parts
        self.setAccessibleName(f"{self._name}: {parts[self.current].says}")
        self.setAccessibleDescription(". ".join(one.says for one in parts))


class WayCard(Panel):
    """The drawing on the page.

    Args:
        draft: With the answers.
        go: Brings a place into view.
    """

    def __init__(self, draft: Draft, go: Callable[[str], object]) -> None:
        self._draft, text = draft, draft.shown.language.text
        self.way = WayWidget(way_now(draft.root, draft.shown), text(N_("The way of a lead")))
        hint = Label(text(N_("Press a part to change it. Arrows move, Enter goes to its field.")), "tiny")
        super().__init__(column(self.way, hint, gap=7))
        self.way.pressed.connect(go)
        self._again = QTimer(self, singleShot=True, interval=0)
        self._again.timeout.connect(self.refresh)
        draft.changed.connect(self._on_changed)

    def refresh(self) -> None:
        """Draw what is agreed now."""
        self.way.show_way(way_now(self._draft.root, self._draft.shown))

    def _on_changed(self, path: str) -> None:
        if path.partition(".")[0].partition("[")[0] in SECTIONS:
            self._again.start()
