"""A stretch of time with what is closed folded together: the clock runs only in the filled parts.

Closed parts are hatched, labelled and not to scale. Must not know promises.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from workbench.base.language import N_, Language
from workbench.ui.theme.fonts import MEDIUM, SEMIBOLD
from workbench.ui.theme.ink import CENTRE, LEFT, RIGHT, Ink
from workbench.ui.theme.look import Look

HEIGHT, BAR = 78, 18
CLOSED_SHARE, LEAST_SHARE, MOST_PARTS = 0.22, 0.10, 7


@dataclass(frozen=True)
class Part:
    """One part of the line.

    Attributes:
        open: Whether the clock runs.
        words: How long it runs, or why it does not.
        begins: The time at its left edge, as written.
        weight: Its share of the room, before folding.
    """

    open: bool
    words: str
    begins: str
    weight: float


@dataclass(frozen=True)
class FoldedTime:
    """The whole stretch.

    Attributes:
        parts: From start to end.
        start: As written.
        end: As written.
        language: For the words.
    """

    parts: Sequence[Part]
    start: str
    end: str
    language: Language


def parts_of(
    start: dt.datetime, end: dt.datetime, hours: Sequence[tuple[dt.datetime, dt.datetime]], language: Language
) -> tuple[Part, ...]:
    """Open and closed parts in turn; many open days are told as one."""
    text, found = language.text, []
    at = start
    for opens, closes in hours:
        if opens > at:
            found.append(_closed(at, opens, language))
        found.append(Part(True, _length(closes - opens, language), f"{opens:%H:%M}", (closes - opens).total_seconds()))
        at = closes
    if end > at:
        found.append(_closed(at, end, language))
    if len(found) <= MOST_PARTS:
        return tuple(found)
    between = sum(part.open for part in found[2:-2])
    return (
        *found[:2],
        Part(False, text(N_("{n} more open stretches")).format(n=between), found[2].begins, 1),
        *found[-2:],
    )


def _closed(start: dt.datetime, end: dt.datetime, language: Language) -> Part:
    text, days = language.text, (end.date() - start.date()).days
    passed = {(start + dt.timedelta(days=n)).weekday() for n in range(days + 1)}
    words = N_("closed")
    if ({5, 6} <= passed and days >= 2) or (start.weekday() in {5, 6} and days):
        words = N_("weekend, closed")
    elif days:
        words = N_("night, closed")
    elif start.hour in {11, 12, 13}:
        words = N_("break")
    return Part(False, text(words), f"{start:%H:%M}", 1)


def _length(length: dt.timedelta, language: Language) -> str:
    minutes = round(length.total_seconds() / 60)
    if minutes < 60:
        return language.text(N_("{n} min")).format(n=minutes)
    hours, rest = divmod(minutes, 60)
    if not rest:
        return language.text(N_("{n} h")).format(n=hours)
    return language.text(N_("{n} h {rest} min")).format(n=hours, rest=rest)


def describe(data: FoldedTime) -> str:
    """The parts in words."""
    between = ", ".join(one.words for one in data.parts)
    return f"{data.start}: {between}: {data.end}"


def draw(painter: QPainter, rect: QRectF, data: FoldedTime, look: Look) -> None:
    """Draw the line, its ends above, its parts below."""
    ink, px = Ink(painter, look), look.px
    if not data.parts:
        return
    area = rect.adjusted(px(8), 0, -px(8), 0)
    line = QRectF(area.left(), rect.top() + px(28), area.width(), px(BAR))
    widths = _widths(data.parts, area.width())
    x = line.left()
    taken = QRectF(area.left(), rect.top() + px(2), area.width() / 2, px(20))
    first = ink.text(taken, data.start, size=13, weight=SEMIBOLD, align=LEFT)
    last = ink.width(data.end, 13, SEMIBOLD)
    for number, (one, width) in enumerate(zip(data.parts, widths, strict=True)):
        place = QRectF(x, line.top(), width, line.height())
        if one.open:
            ink.fill(place, "sales_fill")
        else:
            ink.hatch(place, 0, "surface", "line", px(6), 1)
        below = QRectF(x + px(2), line.bottom() + px(6), width - px(4), px(18))
        colour = "sales" if one.open else "muted"
        ink.text(below, one.words, size=12, weight=MEDIUM, color=colour, align=CENTRE, figures=True)
        room = ink.width(one.begins, 11, figures=True) / 2
        clear = area.left() + first + px(10) < x - room and x + room < area.right() - last - px(10)
        if number and clear:
            above = QRectF(x - px(24), rect.top() + px(6), px(48), px(16))
            ink.text(above, one.begins, size=11, color="muted", align=CENTRE, figures=True)
        if number:
            ink.down(x, line.top() - px(3), line.bottom() + px(3), "muted")
        x += width
    right = QRectF(area.left() + area.width() / 2, rect.top() + px(2), area.width() / 2, px(20))
    ink.text(right, data.end, size=13, weight=SEMIBOLD, color="accent_text", align=RIGHT)
    for at, colour in ((line.left(), "text"), (line.right(), "accent")):
        ink.disc(QPointF(at, line.center().y()), px(7), colour, "surface", px(2))


def _widths(parts: Sequence[Part], room: float) -> list[float]:
    """Closed parts share a fixed room; open ones the rest by their length, none too narrow to be read."""
    closed = sum(not one.open for one in parts)
    each = min(CLOSED_SHARE, 0.6 / closed) if closed else 0.0
    whole = sum(one.weight for one in parts if one.open) or 1.0
    shares = [max(one.weight / whole, LEAST_SHARE) if one.open else 0.0 for one in parts]
    total = sum(shares) or 1.0
    left = 1 - each * closed if any(shares) else 0.0
    return [room * (share / total * left if one.open else each) for one, share in zip(parts, shares, strict=True)]
