"""A page of a document as it will be printed: white in both themes, the only thing with a shadow.

Gets a picture of the page from outside; must not know how documents are read.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QGraphicsDropShadowEffect, QSizePolicy, QWidget

from workbench.ui.theme.fonts import SEMIBOLD
from workbench.ui.theme.ink import CENTRE, Ink
from workbench.ui.theme.look import Look
from workbench.ui.theme.theme import theme

A4_RATIO = 842 / 595
SHADOW = QColor(16, 24, 40, 50)


@dataclass(frozen=True)
class Spot:
    """A place on the page to look at.

    Attributes:
        x: Left edge as a share of the page's width; likewise `y`, `width`, `height`, from the top.
        words: What is there, on a small flag.
    """

    x: float
    y: float
    width: float
    height: float
    words: str = ""


@dataclass(frozen=True)
class Hit:
    """A line of words that was looked for.

    Attributes:
        x: Left edge as a share of the page's width; likewise `y`, `width`, `height`, from the top.
        chosen: It is the one that is looked at.
    """

    x: float
    y: float
    width: float
    height: float
    chosen: bool = False


class Paper(QWidget):
    """One page.

    Args:
        name: For screen readers, such as "Page 12 of 12".
        width: Design pixels.
    """

    def __init__(self, *, name: str, width: float = 650) -> None:
        super().__init__()
        self._width = width
        self._ratio = A4_RATIO
        self._image: QImage | None = None
        self._picture: QPixmap | None = None
        self._spot: Spot | None = None
        self._hits: tuple[Hit, ...] = ()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setBlurRadius(28)
        shadow.setOffset(0, 4)
        shadow.setColor(SHADOW)
        self.setGraphicsEffect(shadow)
        theme().follow(self)

    def show_page(self, image: QImage, name: str, spot: Spot | None = None) -> None:
        """Show a page, rendered at least twice as wide as it is shown."""
        self._image = image
        self._ratio = image.height() / max(1, image.width())
        self._spot = spot
        self.setAccessibleName(name)
        self.restyle(theme().look)
        self.update()

    def show_hits(self, hits: tuple[Hit, ...]) -> None:
        """Mark words that were looked for on this page."""
        if hits != self._hits:
            self._hits = hits
            self.update()

    def set_width(self, width: float) -> None:
        """Zoom: another width in design pixels."""
        self._width = width
        self.restyle(theme().look)

    def restyle(self, look: Look) -> None:
        """Scale."""
        width = look.px(self._width)
        self.setFixedSize(width, round(width * self._ratio))
        self._picture = None

    def sizeHint(self) -> QSize:
        """The page's size."""
        width = theme().look.px(self._width)
        return QSize(width, round(width * self._ratio))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the page and the spot."""
        painter = QPainter(self)
        ink = Ink(painter, theme().look)
        painter.fillRect(self.rect(), ink.color("paper"))
        if self._image is not None:
            self._picture = self._picture or self._fitted(self._image)
            painter.drawPixmap(0, 0, self._picture)
        for hit in self._hits:
            self._draw_hit(ink, hit)
        if self._spot is not None:
            self._draw_spot(ink, self._spot)

    def _draw_hit(self, ink: Ink, hit: Hit) -> None:
        light = Ink(ink.painter, Look(scale=ink.look.scale))
        width, height, px = self.width(), self.height(), ink.px
        rect = QRectF(hit.x * width, hit.y * height, hit.width * width, hit.height * height)
        rect.adjust(-px(1.5), -px(1.5), px(1.5), px(1.5))
        if hit.chosen:
            light.box(rect, px(3), light.color("accent", 0.25), "accent", px(1.5))
        else:
            light.box(rect, px(3), light.color("warn", 0.22))

    def _fitted(self, image: QImage) -> QPixmap:
        """The page at exactly the pixels of the screen: shrunk while painting, small print would break up."""
        ratio = self.devicePixelRatio()
        how = Qt.TransformationMode.SmoothTransformation
        made = QPixmap.fromImage(image.scaled(self.size() * ratio, Qt.AspectRatioMode.IgnoreAspectRatio, how))
        made.setDevicePixelRatio(ratio)
        return made

    def _draw_spot(self, ink: Ink, spot: Spot) -> None:
        light = Ink(ink.painter, Look(scale=ink.look.scale))  # paper stays paper in the dark theme
        width, height, px = self.width(), self.height(), ink.px
        rect = QRectF(spot.x * width, spot.y * height, spot.width * width, spot.height * height)
        light.box(rect, px(7), light.color("accent", 0.06), "accent", px(2))
        if spot.words:
            wide = light.width(spot.words, 11, SEMIBOLD) + px(16)
            flag = QRectF(rect.right() - wide - px(10), rect.top() - px(11), wide, px(22))
            light.box(flag, px(11), "accent")
            light.text(flag, spot.words, size=11, weight=SEMIBOLD, color="on_accent", align=CENTRE)


def blank_page(width: int, height: int) -> QImage:
    """An empty white page to draw on."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    return image
