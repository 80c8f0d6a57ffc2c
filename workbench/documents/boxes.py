"""What can stand on a page: something with a height that can be drawn, and perhaps split over two pages.

Must not know blocks or what any box shows.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

from workbench.documents.pen import Pen


@dataclass(frozen=True)
class Milestone:
    """A place in the document others refer to.

    Attributes:
        anchor: Its name.
        title: Its heading, with its number.
        listed: Whether a reader's outline shows it.
    """

    anchor: str
    title: str
    listed: bool = True


class Box:
    """A piece of the page, from its left edge and top downwards.

    Attributes:
        before: Free space above, in points; none at the top of a page. Of two spaces that meet the larger counts.
        after: Free space below, in points.
        keep: Stays on one page with the beginning of what follows.
        need: Begins only where at least this much height is left, in points, or all that belongs to it fits.
        movable: What follows may be set before it when the page has no room left.
        passes: May be set before a movable box.
        milestone: Named place at its top.
    """

    before: float = 0.0
    after: float = 0.0
    keep: bool = False
    need: float = 0.0
    movable: bool = False
    passes: bool = False
    milestone: Milestone | None = None

    def height(self, width: float) -> float:
        """Height at a width, in points."""
        raise NotImplementedError

    def least(self, width: float) -> float:
        """Height of the smallest beginning that may stand at the foot of a page."""
        return self.height(width)

    def split(self, width: float, room: float, *, fresh: bool) -> tuple[Box, Box] | None:
        """The part that fits the room and the rest.

        Args:
            width: In points.
            room: Height left on the page.
            fresh: The page is still empty, so that moving the whole box on would not help.

        Returns:
            Nothing when no beginning may stand in that room.
        """
        del width, room, fresh
        return None

    def tightened(self, width: float, room: float) -> Box | None:
        """The same, set closer so that it fits the room; nothing where it cannot be."""
        del width, room
        return None

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Draw the box with its upper left corner at `x`, `top`."""
        raise NotImplementedError

    def spaced(self, before: float | None = None, after: float | None = None, *, keep: bool | None = None) -> Self:
        """The same box with other free space around it."""
        self.before = self.before if before is None else before
        self.after = self.after if after is None else after
        self.keep = self.keep if keep is None else keep
        return self


class Gap(Box):
    """Free space that does not melt with its neighbours' except at the top of a page."""

    def __init__(self, height: float) -> None:
        self._height = height

    def height(self, width: float) -> float:
        """The same at every width."""
        del width
        return self._height

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Nothing."""


class NewPage(Box):
    """What follows begins on a fresh page.

    Args:
        past: Only where more than this share of the page is used; 0 always, but on a fresh page.
    """

    def __init__(self, past: float = 0.0) -> None:
        self.past = past

    def height(self, width: float) -> float:
        """None."""
        del width
        return 0.0

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Nothing."""


class Rule(Box):
    """A level line over the whole width."""

    def __init__(self, colour: str, weight: float) -> None:
        self._colour = colour
        self._weight = weight

    def height(self, width: float) -> float:
        """Its weight."""
        del width
        return self._weight

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """One line."""
        with pen.artifact():
            pen.rule(x, top - self._weight / 2, x + width, self._colour, self._weight)
