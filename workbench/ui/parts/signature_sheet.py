"""The white field a signature stands on: its line, who signs, and a typed name or a picture on it.

Paper is white in both themes. Must not know keys or files to sign.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from workbench.ui.theme.fonts import MEDIUM, font
from workbench.ui.theme.ink import CENTRE, LEFT, RIGHT, Ink
from workbench.ui.theme.look import Look
from workbench.ui.theme.theme import theme

HEIGHT, LEAST_WIDTH, WIDTH = 166, 160, 360
LINE_ABOVE_FOOT, EDGE = 36, 18
INK = QColor("#101C4A")
LARGEST_LETTERS = 34


def draw_sheet(ink: Ink, rect: QRectF, *, signer: str, note: str = "", invitation: str = "", focus: bool) -> QRectF:
    """Draw the field; answers the room above the line.

    Args:
        ink: Of the light colours: paper stays paper in the dark theme.
        rect: Where.
        signer: Under the line.
        note: At the right under the line.
        invitation: In the middle while there is no signature.
        focus: Has it the keyboard's focus?
    """
    px = ink.px
    frame = theme().look.color("accent") if focus else "paper_line"
    ink.box(rect, px(10), "paper", frame, px(2) if focus else 1)
    y = rect.bottom() - px(LINE_ABOVE_FOOT)
    ink.line(QPointF(px(EDGE), y), QPointF(rect.right() - px(EDGE), y), "paper_sub", 1, Qt.PenStyle.DashLine)
    foot = QRectF(px(EDGE), y + px(7), rect.width() - 2 * px(EDGE), px(20))
    wide = ink.width(note, 12) + px(10) if note else 0
    ink.text(foot.adjusted(0, 0, -wide, 0), signer, size=12, color="paper_sub", align=LEFT)
    ink.text(foot, note, size=12, color="paper_sub", align=RIGHT)
    above = QRectF(px(EDGE), px(10), rect.width() - 2 * px(EDGE), y - px(16))
    if invitation:
        ink.text(above, invitation, size=13, weight=MEDIUM, color="paper_sub", align=CENTRE)
    return above


def paper_ink(painter: QPainter) -> Ink:
    """A painter in the light colours, at the window's scale."""
    return Ink(painter, Look(scale=theme().look.scale))


class SignatureSheet(QWidget):
    """A typed name, or a picture, as it will stand on the page; only to be looked at.

    Args:
        name: For screen readers.
    """

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name, self._invitation, self._signer, self._typed = name, "", "", ""
        self._picture = QImage()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme().follow(self)

    def show_signer(self, name: str) -> None:
        """Say under the line who signs."""
        self._signer = name
        self.update()

    def show_typed(self, words: str) -> None:
        """Show a name in italics."""
        self._typed, self._picture, self._invitation = words, QImage(), ""
        self._say(words)

    def show_picture(self, picture: QImage, words: str) -> None:
        """Show a picture of a signature, called by words."""
        self._typed, self._picture, self._invitation = "", picture, ""
        self._say(words)

    def show_invitation(self, words: str) -> None:
        """Say what to do, while there is nothing to show."""
        self._typed, self._picture, self._invitation = "", QImage(), words
        self._say(words)

    def restyle(self, look: Look) -> None:
        """Scale."""
        self.setFixedHeight(look.px(HEIGHT))

    def sizeHint(self) -> QSize:
        """As large as the pad."""
        look = theme().look
        return QSize(look.px(WIDTH), look.px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """As small as the pad."""
        look = theme().look
        return QSize(look.px(LEAST_WIDTH), look.px(HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw."""
        ink = paper_ink(QPainter(self))
        rect = QRectF(self.rect())
        above = draw_sheet(ink, rect, signer=self._signer, invitation=self._invitation, focus=False)
        if self._typed:
            ink.painter.setFont(self._italics(ink, above.width()))
            ink.painter.setPen(INK)
            ink.painter.drawText(above, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, self._typed)
        elif not self._picture.isNull():
            self._draw_picture(ink.painter, above)

    def _italics(self, ink: Ink, room: float) -> QFont:
        """As large as there is room for."""
        made = QFont(font(ink.px(LARGEST_LETTERS)))
        made.setItalic(True)
        wide = QFontMetricsF(made).horizontalAdvance(self._typed)
        if wide > room:
            made.setPixelSize(max(9, int(made.pixelSize() * room / wide)))
        return made

    def _draw_picture(self, painter: QPainter, room: QRectF) -> None:
        size = self._picture.size().scaled(room.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRectF(room.left(), room.bottom() - size.height(), size.width(), size.height())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(place, self._picture)

    def _say(self, words: str) -> None:
        self.setAccessibleName(f"{self._name}: {words}")
        self.update()
