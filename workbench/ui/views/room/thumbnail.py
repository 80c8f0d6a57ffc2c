"""“The room sees”: a scaled picture of the real audience window, never a second rendering. Must not know scenes."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from workbench.ui.theme.ink import Ink
from workbench.ui.theme.theme import theme


class Thumbnail(QWidget):
    """The picture; as high as its width asks for, which a layout may ask again and again without harm."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._picture = QPixmap()
        self.setAccessibleName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_picture(self, picture: QPixmap) -> None:
        """Show what the room sees now."""
        self._picture = picture
        self.update()

    def heightForWidth(self, width: int) -> int:
        """Sixteen to nine."""
        return width * 9 // 16

    def hasHeightForWidth(self) -> bool:
        """It has."""
        return True

    def sizeHint(self) -> QSize:
        """A third of the console."""
        return QSize(theme().look.px(330), theme().look.px(186))

    def minimumSizeHint(self) -> QSize:
        """Still to be recognised."""
        return QSize(theme().look.px(160), theme().look.px(90))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the picture, with a line around it."""
        painter = QPainter(self)
        spot = QRectF(self.rect())
        if not self._picture.isNull():
            ratio = self.devicePixelRatioF()
            wanted = self.size() * ratio
            shown = self._picture.scaled(
                wanted, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            )
            shown.setDevicePixelRatio(ratio)
            size = shown.deviceIndependentSize()
            spot = QRectF((self.width() - size.width()) / 2, 0, size.width(), size.height())
            painter.drawPixmap(spot.topLeft(), shown)
        Ink(painter, theme().look).box(spot, theme().look.px(6), None, "line")
