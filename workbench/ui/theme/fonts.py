"""The typeface: static cuts of Inter, loaded once, and fonts made for painting. Must not know colours.

Numbers in columns and clocks ask for tabular figures by the font's own `tnum` feature; Inter's ordinary "1" is a
quarter narrower than its "0". On running text the feature leaves holes, so it is never on for the whole application.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF

from workbench.base.places import resource

SHIPPED_NAME: Final = "Inter"
FAMILY: Final = "Intra"
"""The name the window knows the cuts by. Where another Inter is installed, Qt mixes both families up and thickens bold
words a second time, so ours are registered under a name nobody else uses; it is as long as the shipped one, so that it
can be written over it."""

CUTS: Final = (400, 500, 600, 700)

REGULAR: Final = QFont.Weight.Normal
MEDIUM: Final = QFont.Weight.Medium
SEMIBOLD: Final = QFont.Weight.DemiBold
BOLD: Final = QFont.Weight.Bold


def load() -> None:
    """Register the shipped cuts with Qt. Call once, after the application object exists.

    Raises:
        DamagedError: A font file is missing from the installation.
    """
    # without the zero byte in front: fonts are full of zeros, and looking behind each takes a while
    shipped, ours = SHIPPED_NAME.encode("utf-16-be")[1:], FAMILY.encode("utf-16-be")[1:]
    for cut in CUTS:
        file = resource("fonts", f"{SHIPPED_NAME}-{cut}.ttf").read_bytes()
        QFontDatabase.addApplicationFontFromData(file.replace(shipped, ours))


@lru_cache(maxsize=512)
def font(
    pixels: int,
    weight: QFont.Weight = REGULAR,
    *,
    figures: bool = False,
    strike: bool = False,
    underline: bool = False,
) -> QFont:
    """A font of a pixel size that is already scaled; `figures` asks for tabular numbers. Do not modify the answer."""
    made = QFont(FAMILY)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)  # even spacing on every system
    made.setPixelSize(max(1, pixels))
    made.setWeight(weight)
    if figures:
        made.setFeature(QFont.Tag("tnum"), 1)
    made.setStrikeOut(strike)
    made.setUnderline(underline)
    return made


@lru_cache(maxsize=512)
def metrics(pixels: int, weight: QFont.Weight = REGULAR, *, figures: bool = False) -> QFontMetricsF:
    """How wide and tall a font of a pixel size is."""
    return QFontMetricsF(font(pixels, weight, figures=figures))


def tabular_only() -> QFont:
    """A font that asks for tabular figures and leaves size, weight and family to the stylesheet."""
    made = QFont()
    made.setFeature(QFont.Tag("tnum"), 1)
    return made
