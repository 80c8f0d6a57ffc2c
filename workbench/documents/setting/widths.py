"""How wide the columns of a table are: numbers as wide as they need, words share what is left.

Must not know what stands in the cells, only how wide it is at least and at most.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

SHARE = 0.6
"""How much more a longer column gets: 0 nothing, 1 so much that all become equally high."""

KEPT = 0.75
"""The part of the common level that a long column keeps beside a much longer one."""

NEARLY = 1.5
"""A column no longer than so many levels keeps all of it: a date should not stand on three lines."""


@dataclass(frozen=True)
class Demand:
    """What a column asks for, its padding included, in points.

    Attributes:
        least: Its longest word.
        natural: Its longest line, unbroken.
        grows: Its part of the space nobody needs, for each point of its natural width.
        wraps: Whether it may become narrower than its natural width.
    """

    least: float
    natural: float
    grows: float
    wraps: bool


def shared(demands: Sequence[Demand], total: float) -> list[float]:
    """A width for every column; together exactly the total.

    Columns that do not wrap get what they ask for; the others are filled up evenly from their least to their natural
    width. All divide what then remains. When even the least is too much, all shrink alike.
    """
    least = [one.least if one.wraps else one.natural for one in demands]
    if sum(least) > total:
        least = [one.least for one in demands]
    if sum(least) > total:
        return [width * total / sum(least) for width in least]
    wanted = [max(low, one.natural) for low, one in zip(least, demands, strict=True)]
    free = total - sum(least)
    missing = [want - low for want, low in zip(wanted, least, strict=True)]
    if sum(missing) > free:
        return _levelled(least, wanted, total)
    spare = total - sum(wanted)
    growing = [one.natural * one.grows for one in demands]
    if not sum(growing):
        growing = [1.0] * len(demands)
    return [want + spare * part / sum(growing) for want, part in zip(wanted, growing, strict=True)]


def _levelled(least: Sequence[float], wanted: Sequence[float], total: float) -> list[float]:
    """Columns below a common level get what they want; the longer ones share the rest, the longest most of it."""
    level = _level(least, wanted, total)
    floors = [
        max(low, min(want, level * (1 if want < NEARLY * level else KEPT)))
        for low, want in zip(least, wanted, strict=True)
    ]
    long = [place for place, want in enumerate(wanted) if want > level > least[place]]
    widths = [max(low, min(want, level)) for low, want in zip(least, wanted, strict=True)]
    room = total - sum(width for place, width in enumerate(widths) if place not in long)
    while long:
        parts = {place: wanted[place] ** SHARE for place in long}
        narrow = [place for place in long if room * parts[place] / sum(parts.values()) < floors[place]]
        if not narrow:
            for place in long:
                widths[place] = room * parts[place] / sum(parts.values())
            return widths
        for place in narrow:
            widths[place] = floors[place]
            room -= floors[place]
            long.remove(place)
    return [width * total / sum(widths) for width in widths]


def _level(least: Sequence[float], wanted: Sequence[float], total: float) -> float:
    """The width up to which every column can have what it wants."""
    low, high = 0.0, max(wanted)
    for _ in range(48):
        level = (low + high) / 2
        if sum(max(floor, min(want, level)) for floor, want in zip(least, wanted, strict=True)) > total:
            high = level
        else:
            low = level
    return low
