"""How large a page is shown: as wide as there is room, whole, or at a percentage. Must not know widgets."""

from __future__ import annotations

STEPS = (50, 67, 80, 100, 125, 150, 200, 300)
"""Percent of the page's own size, one pixel for each point."""

WIDEST_FIT = 760
"""A page that fills a wide window would be larger than paper."""

LEAST = 200.0


class PageSize:
    """What the person chose.

    Attributes:
        follows: The page is as large as there is room.
    """

    def __init__(self) -> None:
        self._percent, self._whole = 0, False

    @property
    def follows(self) -> bool:
        """Does the page grow and shrink with the window?"""
        return self._percent == 0

    def fit_page(self) -> None:
        """The whole page."""
        self._percent, self._whole = 0, True

    def step(self, step: int, now: int) -> None:
        """One step larger or smaller than now, in percent; 0 for as wide as there is room."""
        self._whole = False
        if step > 0:
            self._percent = next((one for one in STEPS if one > now + 1), STEPS[-1])
        elif step < 0:
            self._percent = next((one for one in reversed(STEPS) if one < now - 1), STEPS[0])
        else:
            self._percent = 0

    def width(self, own: tuple[float, float], room: tuple[float, float]) -> float:
        """The page's width, in design pixels.

        Args:
            own: Width and height of the page, in points.
            room: Width and height there is, in design pixels.
        """
        if self._percent:
            return own[0] * self._percent / 100
        if self._whole:
            return max(LEAST, min(room[1] * own[0] / max(own[1], 1), room[0]))
        return max(LEAST, min(room[0], WIDEST_FIT))
