"""The audience window: one frozen scene in large type, for the back of the room.

It holds nothing but the scene it was given, opens nothing and answers no key by itself; all that may be seen
is decided where scenes are made. Must not know the session.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from workbench.agreement.room.scene import Scene
from workbench.ui.theme.fonts import BOLD, MEDIUM, SEMIBOLD
from workbench.ui.theme.ink import CENTRE, LEFT, RIGHT, Ink
from workbench.ui.theme.look import SMALLEST_SCALE, Look
from workbench.ui.views.room.audience_parts import (
    draw_clock,
    draw_cover,
    draw_difference,
    draw_hands,
    draw_opened,
    frame,
)
from workbench.ui.views.room.fitting import Fitted

DESIGN = (1920, 1080)


class AudienceView(QLabel):
    """The picture; a label, so that screen readers read it as words."""

    def __init__(self) -> None:
        super().__init__()
        self._scene, self._dark, self._page = Scene("blank"), False, 0
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMinimumSize(1, 1)

    @property
    def scene(self) -> Scene:
        """What is shown."""
        return self._scene

    def show_scene(self, scene: Scene, *, dark: bool = False, page: int = 0) -> None:
        """Show another scene."""
        if (scene, dark, page) != (self._scene, self._dark, self._page):
            self._scene, self._dark, self._page = scene, dark, page
            self.setAccessibleName(scene.read())
            self.update()

    def sizeHint(self) -> QSize:
        """As large as a small projector."""
        return QSize(960, 540)

    def minimumSizeHint(self) -> QSize:
        """Any size will do."""
        return QSize(1, 1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the scene."""
        painter = QPainter(self)
        draw_scene(painter, QRectF(self.rect()), self._scene, dark=self._dark, page=self._page)


class AudienceWindow(QWidget):
    """The window on the other display."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setObjectName("audience")
        self.setWindowTitle(title)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.view = AudienceView()
        held = QVBoxLayout(self)
        held.setContentsMargins(0, 0, 0, 0)
        held.addWidget(self.view)
        self.resize(1280, 720)

    def picture(self) -> QPixmap:
        """What the room sees, or would see while the window is on no display, as it is."""
        layout = self.layout()
        assert layout is not None  # made with one
        layout.activate()  # nobody else does before it is shown
        return self.view.grab()


def draw_scene(painter: QPainter, rect: QRectF, scene: Scene, *, dark: bool = False, page: int = 0) -> None:
    """Draw a scene into a rectangle, whatever its size."""
    scale = max(min(rect.width() / DESIGN[0], rect.height() / DESIGN[1]), SMALLEST_SCALE / 4)
    ink = Ink(painter, Look(dark, scale, audience=True))
    if scene.kind == "blank":
        painter.fillRect(rect, ink.color("scrim"))
        return
    ink.fill(rect, "bg")
    inner = rect.adjusted(ink.px(96), ink.px(52), -ink.px(96), -ink.px(64))
    _strip(ink, QRectF(inner.left(), inner.top(), inner.width(), ink.px(68)), scene)
    body = inner.adjusted(0, ink.px(92), 0, 0)
    match scene.kind:
        case "question":
            _question(ink, body, scene)
        case "reveal":
            _reveal(ink, body, scene, page)
        case "vote":
            _vote(ink, body, scene, page)
        case "result":
            _result(ink, body, scene, page)
        case "word" | "pledge":
            _wording(ink, body, scene, page)
        case "card":
            _fact(ink, body, scene)
        case _:
            _plain(ink, inner, scene)


def _strip(ink: Ink, rect: QRectF, scene: Scene) -> None:
    taken = ink.text(rect, scene.strip, size=36, weight=SEMIBOLD, align=LEFT)
    width = 0.0
    if scene.badge:
        width = min(ink.width(scene.badge, 36, SEMIBOLD) + ink.px(64), rect.width() * 0.6)
        spot = QRectF(rect.right() - width, rect.top(), width, rect.height())
        if scene.badge_ok:
            ink.box(spot, spot.height() / 2, "ok_soft", "ok_line", ink.px(2))
        ink.text(spot.adjusted(ink.px(28), 0, -ink.px(28), 0), scene.badge, size=36, weight=SEMIBOLD,
                 color="ok" if scene.badge_ok else "sub", align=RIGHT)  # fmt: skip
    rest = rect.adjusted(taken + ink.px(28), 0, -width - ink.px(20), 0)
    if rest.width() > 0:
        ink.text(rest, scene.strip_more, size=36, color="sub", align=LEFT)


def _question(ink: Ink, rect: QRectF, scene: Scene) -> None:
    low = ink.px(316) if scene.covers else 0
    ring = ink.px(360) if scene.clock is not None else 0
    upper = QRectF(rect.left(), rect.top(), rect.width(), rect.height() - low - ink.px(30))
    wide = upper.width() - (ring + ink.px(80) if ring else 0)
    lead = Fitted(ink.look, scene.lead, upper.width(), ink.px(120), (46, 42, 38, 36)) if scene.lead else None
    below = (lead.height if lead else 0) + ink.px(40)
    title = Fitted(
        ink.look, scene.title, wide, upper.height() - below, (144, 128, 116, 104, 96, 84, 72, 60), BOLD
    )  # fmt: skip
    title.draw(ink, upper.topLeft())
    if lead is not None:
        lead.draw(ink, QPointF(upper.left(), upper.bottom() - lead.height - ink.px(14)), "sub")
    if scene.clock is not None:
        draw_clock(ink, QRectF(upper.right() - ring, upper.top(), ring, ring), scene.clock)
    if scene.covers:
        gap = ink.px(48)
        width = (rect.width() - gap) / 2
        for place, one in enumerate(scene.covers):
            draw_cover(ink, QRectF(rect.left() + place * (width + gap), rect.bottom() - low, width, low), one)


def _reveal(ink: Ink, rect: QRectF, scene: Scene, page: int) -> None:
    title = Fitted(ink.look, scene.title, rect.width(), ink.px(76), (60, 54, 48, 42, 36), BOLD)
    title.draw(ink, rect.topLeft())
    top = rect.top() + ink.px(96)
    low = ink.px(440) if scene.rows else 0
    gap = ink.px(44)
    width = (rect.width() - gap) / 2
    height = rect.bottom() - low - (ink.px(30) if low else 0) - top
    pages = [
        draw_opened(ink, QRectF(rect.left() + place * (width + gap), top, width, height), one, page)
        for place, one in enumerate(scene.opened)
    ]
    if max(pages, default=1) > 1:
        _page(ink, rect, page % max(pages) + 1, max(pages))
    if not low:
        return
    card = QRectF(rect.left(), rect.bottom() - low, rect.width(), low)
    frame(ink, card, "line", "surface", 2)
    inner = card.adjusted(ink.px(42), ink.px(18), -ink.px(42), -ink.px(16))
    head = QRectF(inner.left(), inner.top(), inner.width(), ink.px(60))
    ink.text(head, scene.rows_title, size=40, weight=BOLD, align=LEFT)
    ink.text(head, scene.rows_more, size=36, color="sub", align=RIGHT)
    each = (inner.height() - head.height()) / 3
    for number, one in enumerate(scene.rows, 1):
        spot = QRectF(inner.left(), head.bottom() + (number - 1) * each, inner.width(), each)
        draw_difference(ink, spot, number, one)


def _vote(ink: Ink, rect: QRectF, scene: Scene, page: int) -> None:
    cards, ask = ink.px(216), ink.px(76)
    upper = QRectF(rect.left(), rect.top(), rect.width(), rect.height() - cards - ask - ink.px(30))
    _card(ink, upper, scene, page)
    ask_rect = QRectF(rect.left(), upper.bottom() + ink.px(14), rect.width(), ask)
    ink.text(ask_rect, scene.title, size=44, weight=SEMIBOLD, align=LEFT)
    gap = ink.px(20)
    width = (rect.width() - 5 * gap) / 6
    for number, name in enumerate(scene.cards):
        spot = QRectF(rect.left() + number * (width + gap), rect.bottom() - cards, width, cards)
        frame(ink, spot, "line", "surface", 2)
        upper_half = QRectF(spot.left(), spot.top() + ink.px(20), width, ink.px(110))
        ink.text(upper_half, str(number), size=92, weight=BOLD, align=CENTRE)
        lower = QRectF(spot.left() + ink.px(8), spot.bottom() - ink.px(78), width - ink.px(16), ink.px(56))
        ink.text(lower, name, size=36, align=CENTRE)


def _result(ink: Ink, rect: QRectF, scene: Scene, page: int) -> None:
    low = ink.px(440)
    upper = QRectF(rect.left(), rect.top(), rect.width(), rect.height() - low - ink.px(36))
    _card(ink, upper, scene, page)
    gap = ink.px(36)
    parts = (26, 26, 34) if scene.concern else (1, 1)
    room = rect.width() - gap * (len(parts) - 1)
    left = rect.left()
    for place, weight in enumerate(parts):
        spot = QRectF(left, rect.bottom() - low, room * weight / sum(parts), low)
        if place < len(scene.hands):
            draw_hands(ink, spot, scene.hands[place], scene.least)
        else:
            _concern(ink, spot, scene.concern)
        left = spot.right() + gap


def _concern(ink: Ink, rect: QRectF, lines: tuple[str, ...]) -> None:
    frame(ink, rect, "warn_line", "warn_soft", 2)
    inner = rect.adjusted(ink.px(36), ink.px(26), -ink.px(36), -ink.px(24))
    title, words, *rest = lines
    icon = ink.px(40)
    ink.icon("calendar-clock", inner.left(), inner.top() + ink.px(8), 40, "warn")
    head = QRectF(inner.left() + icon + ink.px(20), inner.top(), inner.width() - icon, ink.px(56))
    ink.text(head, title, size=42, weight=BOLD, align=LEFT)
    feet = [Fitted(ink.look, line, inner.width(), ink.px(100), (38, 36)) for line in rest]
    foot = sum(one.height for one in feet)
    said = Fitted(
        ink.look, words, inner.width(), inner.height() - ink.px(76) - foot - ink.px(8), (44, 40, 36)
    )  # fmt: skip
    said.draw(ink, QPointF(inner.left(), inner.top() + ink.px(72)))
    top = inner.bottom() - foot
    for one in feet:
        top += one.draw(ink, QPointF(inner.left(), top))


def _card(ink: Ink, rect: QRectF, scene: Scene, page: int) -> None:
    settled = scene.badge_ok
    frame(ink, rect, "ok_line" if settled else "line", "surface", 4 if settled else 2)
    inner = rect.adjusted(ink.px(50), ink.px(34), -ink.px(50), -ink.px(30))
    head = QRectF(inner.left(), inner.top(), inner.width(), ink.px(56))
    if settled:
        ink.icon("handshake", head.left(), head.top() + ink.px(6), 44, "ok")
        head = head.adjusted(ink.px(62), 0, 0, 0)
    ink.text(head, scene.label, size=44 if settled else 38, weight=BOLD if settled else MEDIUM,
             color="ok" if settled else "sub", align=LEFT)  # fmt: skip
    body = inner.adjusted(0, ink.px(72), 0, 0)
    words = Fitted(ink.look, scene.wording, body.width(), body.height(), (84, 76, 68, 62, 56, 52, 46, 40, 36), SEMIBOLD)
    words.draw(ink, body.topLeft(), page=page)
    if words.pages > 1:
        _page(ink, rect, page % words.pages + 1, words.pages)


def _wording(ink: Ink, rect: QRectF, scene: Scene, page: int) -> None:
    low = ink.px(90) if scene.lead else 0
    top = rect.top()
    if scene.title:
        Fitted(ink.look, scene.title, rect.width(), ink.px(76), (60, 54, 48, 42, 36), BOLD).draw(ink, rect.topLeft())
        top += ink.px(100)
    _card(ink, QRectF(rect.left(), top, rect.width(), rect.bottom() - low - top), scene, page)
    if scene.lead:
        spot = QRectF(rect.left(), rect.bottom() - low, rect.width(), low)
        ink.text(spot, scene.lead, size=46, color="sub", align=LEFT)


def _fact(ink: Ink, rect: QRectF, scene: Scene) -> None:
    """A figure, what it says, and under it who says so and what speaks against it."""
    low = Fitted(ink.look, scene.lead, rect.width(), ink.px(220), (38, 36), MEDIUM) if scene.lead else None
    foot = low.height + ink.px(30) if low is not None else 0
    title = Fitted(ink.look, scene.title, rect.width(), ink.px(170), (116, 96, 84, 72, 60), BOLD)
    title.draw(ink, rect.topLeft(), "accent_text")
    top = rect.top() + title.height + ink.px(36)
    height = max(rect.bottom() - foot - top, 1.0)
    words = Fitted(ink.look, scene.wording, rect.width(), height, (76, 68, 62, 56, 52, 46, 40, 36), SEMIBOLD)
    words.draw(ink, QPointF(rect.left(), top))
    if low is not None:
        low.draw(ink, QPointF(rect.left(), rect.bottom() - low.height), "sub")


def _plain(ink: Ink, rect: QRectF, scene: Scene) -> None:
    title = Fitted(ink.look, scene.title, rect.width(), ink.px(200), (144, 116, 84), BOLD)
    if scene.lines:
        title.draw(ink, rect.topLeft())
        body = rect.adjusted(0, title.height + ink.px(40), 0, 0)
        words = Fitted(
            ink.look, "\n".join(scene.lines), body.width(), body.height(), (60, 52, 46, 40, 36), MEDIUM
        )  # fmt: skip
        words.draw(ink, body.topLeft())
        if words.pages > 1:
            _page(ink, rect, 1, words.pages)
        return
    top = rect.center().y() - title.height
    title.draw(ink, QPointF(rect.left(), top))
    if scene.lead:
        lead = Fitted(ink.look, scene.lead, rect.width(), ink.px(200), (60, 52, 46, 40, 36))
        lead.draw(ink, QPointF(rect.left(), top + title.height + ink.px(24)), "sub")


def _page(ink: Ink, rect: QRectF, page: int, pages: int) -> None:
    spot = QRectF(rect.right() - ink.px(180), rect.bottom() - ink.px(62), ink.px(150), ink.px(56))
    ink.box(spot, spot.height() / 2, "track")
    ink.text(spot, f"{page} / {pages}", size=36, weight=SEMIBOLD, align=CENTRE)
