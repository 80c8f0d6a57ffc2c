"""One way of looking: light or dark, at one scale. A plain value, handed to everything that paints.

A `Look` turns token names into colours and design pixels into device-independent pixels. Must not know the application:
the audience view has a look of its own while the console keeps another.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from PySide6.QtGui import QColor, QFont, QFontMetricsF

from workbench.ui.theme import fonts
from workbench.ui.theme.tokens import AUDIENCE_DARK, AUDIENCE_LIGHT, DARK, LIGHT, Tokens

SMALLEST_SCALE = 0.25  # the audience's thumbnail
LARGEST_SCALE = 4.0


@lru_cache(maxsize=512)
def _color(said: str, alpha: float) -> QColor:
    color = QColor(said)
    if alpha < 1.0:
        color.setAlphaF(alpha)
    return color


class Look(NamedTuple):
    """How things look now.

    Attributes:
        dark: Dark colours instead of light ones.
        scale: What every design pixel is multiplied by; 1.0 on a desk, 1.3 on a projector.
        audience: The stronger colours of the view that is read from the back of the room.
    """

    dark: bool = False
    scale: float = 1.0
    audience: bool = False

    @property
    def tokens(self) -> Tokens:
        """Token name to colour, as `#RRGGBB`."""
        if self.audience:
            return AUDIENCE_DARK if self.dark else AUDIENCE_LIGHT
        return DARK if self.dark else LIGHT

    def px(self, length: float) -> int:
        """A design length in whole device-independent pixels."""
        return round(length * self.scale)

    def color(self, token: str, alpha: float = 1.0) -> QColor:
        """The colour of a token, `alpha` from 0 (clear) to 1. Do not modify the answer.

        Raises:
            KeyError: No such token.
        """
        return _color(self.tokens[token], alpha)

    def font(
        self,
        size: float,
        weight: QFont.Weight = fonts.REGULAR,
        *,
        figures: bool = False,
        strike: bool = False,
        underline: bool = False,
    ) -> QFont:
        """The typeface at a design size; `figures` for columns of numbers. Do not modify the answer."""
        return fonts.font(self.px(size), weight, figures=figures, strike=strike, underline=underline)

    def metrics(self, size: float, weight: QFont.Weight = fonts.REGULAR, *, figures: bool = False) -> QFontMetricsF:
        """How wide and tall the typeface is at a design size."""
        return fonts.metrics(self.px(size), weight, figures=figures)
