"""Line icons, tinted by token, drawn once for each colour and size. Must not know what an icon stands for.

The files are Lucide's (ISC licence, `resources/icons/LICENSE`), only those in use. Pixmaps live in Qt's own pixmap
cache, which ends with the application; a dictionary of ours would outlive it.
"""

from __future__ import annotations

import math
from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer

from workbench.base.places import resource
from workbench.ui.theme.look import Look

STROKE = "1.75"
"""Lucide's own stroke of 2 is heavy beside Inter at 13 pixels."""

HEAVY_STROKE = "2.6"
"""For glyphs inside check boxes and arrows, which are drawn very small."""


@lru_cache(maxsize=256)
def _source(name: str) -> str:
    return resource("icons", f"{name}.svg").read_text("utf-8")


def svg(name: str, color: str, stroke: str = STROKE) -> bytes:
    """The icon's drawing in a colour (`#RRGGBB`).

    Raises:
        DamagedError: No such icon is shipped.
    """
    return _source(name).replace("currentColor", color).replace('stroke-width="2"', f'stroke-width="{stroke}"').encode()


def device_ratio() -> float:
    """Device pixels in a pixel on the finest screen."""
    app = QGuiApplication.instance()
    return app.devicePixelRatio() if isinstance(app, QGuiApplication) else 1.0


def pixmap(name: str, color: str, pixels: int, ratio: float | None = None) -> QPixmap:
    """A square pixmap of an icon, `pixels` wide in device-independent pixels."""
    ratio = ratio or device_ratio()
    key = f"icon/{name}/{color}/{pixels}/{ratio}"
    known = QPixmap()
    if QPixmapCache.find(key, known):
        return known
    side = max(1, math.ceil(pixels * ratio))
    shape = _shape(name, side)
    made = QPixmap(side, side)
    made.fill(Qt.GlobalColor.transparent)  # so that it can be seen through
    made.fill(QColor(color))
    painter = QPainter(made)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
    painter.drawPixmap(0, 0, shape)
    painter.end()
    made.setDevicePixelRatio(ratio)
    QPixmapCache.insert(key, made)
    return made


def _shape(name: str, side: int) -> QPixmap:
    """An icon in black, `side` device pixels wide: drawn once, tinted often."""
    key = f"shape/{name}/{side}"
    known = QPixmap()
    if QPixmapCache.find(key, known):
        return known
    drawing = QByteArray(svg(name, "#000000"))
    made = QPixmap(side, side)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    QSvgRenderer(drawing).render(painter, QRectF(0, 0, side, side))
    painter.end()
    QPixmapCache.insert(key, made)
    return made


def _padded(plain: QPixmap, pixels: int, gap: int, *, trailing: bool) -> QPixmap:
    """The pixmap with air on its text side: Qt has no setting for the distance from icon to words."""
    if not gap:
        return plain
    ratio = plain.devicePixelRatio()
    made = QPixmap(math.ceil((pixels + gap) * ratio), math.ceil(pixels * ratio))
    made.fill(Qt.GlobalColor.transparent)
    made.setDevicePixelRatio(ratio)
    painter = QPainter(made)
    painter.drawPixmap(gap if trailing else 0, 0, plain)
    painter.end()
    return made


def icon(
    look: Look, name: str, color: str = "sub", size: float = 17, gap: float = 0, *, trailing: bool = False
) -> QIcon:
    """An icon for a button: `color` at rest, muted while disabled, accent while checked.

    Args:
        look: Colours and scale.
        name: File name without its ending.
        color: Token at rest.
        size: Design pixels.
        gap: Air towards the words, design pixels.
        trailing: The icon stands after the words.
    """
    pixels, air = look.px(size), look.px(gap)
    checked = color if color == "on_accent" else "accent_text"
    made = QIcon()
    for token, mode, state in (
        (color, QIcon.Mode.Normal, QIcon.State.Off),
        (checked, QIcon.Mode.Normal, QIcon.State.On),
        ("muted", QIcon.Mode.Disabled, QIcon.State.Off),
        ("muted", QIcon.Mode.Disabled, QIcon.State.On),
    ):
        plain = pixmap(name, look.tokens[token], pixels)
        made.addPixmap(_padded(plain, pixels, air, trailing=trailing), mode, state)
    return made
