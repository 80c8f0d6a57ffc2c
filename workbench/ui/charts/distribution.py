"""How long it took: bars by working time, the target as a line, late bars in amber, what has no answer hatched."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from workbench.base.language import N_, Language
from workbench.ui.charts.frame import LABEL_SIZE
from workbench.ui.theme.fonts import MEDIUM, SEMIBOLD
from workbench.ui.theme.ink import CENTRE, LEFT, RIGHT, Ink
from workbench.ui.theme.look import Look

WIDEST = 30
SIDE_SLOTS = 2.0
"""Slots of room before and after the bar of what took longer than the axis, and of what has no answer."""


@dataclass(frozen=True)
class Distribution:
    """Working times in equal classes.

    Attributes:
        bins: How many in each class, from 0 upwards.
        target: At which class border the target lies.
        ticks: Class border and its label.
        target_text: The target in words, such as "Target 2 h".
        beyond: How many took longer than the last class.
        beyond_text: The last border in words, such as "> 4 h".
        unanswered: How many have no event although their deadline has passed.
        language: For the words.
        facts: Further facts for the description, such as the median.
    """

    bins: Sequence[int]
    target: int
    ticks: Sequence[tuple[int, str]]
    target_text: str
    beyond: int
    beyond_text: str
    unanswered: int
    language: Language
    facts: str = ""

    @property
    def in_time(self) -> int:
        """How many were within the target."""
        return sum(self.bins[: self.target])

    @property
    def late(self) -> int:
        """How many came after it."""
        return sum(self.bins[self.target :]) + self.beyond


def describe(data: Distribution) -> str:
    """The chart in words."""
    said = data.language.text(N_("{in_time} in time, {late} later, {none} not answered. {target}.")).format(
        in_time=data.in_time, late=data.late, none=data.unanswered, target=data.target_text
    )
    return f"{said} {data.facts}".strip()


def draw(painter: QPainter, rect: QRectF, data: Distribution, look: Look) -> None:
    """Draw the chart into a rectangle."""
    ink = Ink(painter, look)
    px = look.px
    area = rect.adjusted(px(4), px(34), -px(4), -px(22))
    slots = len(data.bins) + (SIDE_SLOTS + 1 if data.beyond else 0) + (SIDE_SLOTS + 1 if data.unanswered else 0)
    slot = area.width() / max(1.0, slots)
    most = max([*data.bins, data.beyond, data.unanswered, 1])

    def bar(position: float, count: int) -> QRectF:
        height = area.height() * count / most
        width = min(slot - 2 * min(1.5, slot / 5), px(WIDEST))
        middle = area.left() + slot * (position + 0.5)
        return QRectF(middle - width / 2, area.bottom() - height, width, height)

    ink.across(area.left(), area.right(), area.bottom(), "line")
    for number, count in enumerate(data.bins):
        if count:
            ink.bar(bar(number, count), min(2.5, slot / 3), "chart" if number < data.target else "warn_line")
    place = len(data.bins) + SIDE_SLOTS / 2
    if data.beyond:
        ink.bar(bar(place, data.beyond), min(2.5, slot / 3), "warn_line")
        _under(ink, area, bar(place, data.beyond), data.beyond, data.beyond_text, "warn")
        place += 1 + SIDE_SLOTS
    if data.unanswered:
        box = bar(place, data.unanswered)
        ink.hatch(box, 0, ink.color("bad", 0.06), "bad", px(4), 1)
        ink.box(box, 0, None, "bad")
        _under(ink, area, box, data.unanswered, data.language.text(N_("none")), "bad")
    _draw_ticks(ink, area, slot, data)
    _draw_target(ink, rect, area, area.left() + slot * data.target, data)


def _under(ink: Ink, area: QRectF, bar: QRectF, count: int, words: str, color: str) -> None:
    px, middle = ink.px, bar.center().x()
    over = QRectF(middle - px(20), bar.top() - px(16), px(40), px(15))
    ink.text(over, str(count), size=LABEL_SIZE, weight=SEMIBOLD, color=color, align=CENTRE, figures=True)
    width = ink.width(words, LABEL_SIZE) + 4
    x = min(middle - width / 2, area.right() - width + px(4))
    ink.text(QRectF(x, area.bottom() + px(5), width, px(15)), words, size=LABEL_SIZE, color="muted", align=CENTRE)


def _draw_ticks(ink: Ink, area: QRectF, slot: float, data: Distribution) -> None:
    px = ink.px
    for border, words in data.ticks:
        width = ink.width(words, LABEL_SIZE, figures=True) + 4
        x = area.left() + slot * border - (0 if border == 0 else width / 2)
        label = QRectF(x, area.bottom() + px(5), width, px(15))
        align = LEFT if border == 0 else CENTRE
        ink.text(label, words, size=LABEL_SIZE, color="muted", align=align, figures=True)


def _draw_target(ink: Ink, rect: QRectF, area: QRectF, x: float, data: Distribution) -> None:
    px = ink.px
    ink.down(x, rect.top() + px(2), area.bottom(), "text", 1.4)
    in_time = data.language.text(N_("{n} in time")).format(n=data.in_time)
    late = data.language.text(N_("{n} late")).format(n=data.late)
    before = QRectF(rect.left(), rect.top(), x - rect.left() - px(6), px(16))
    after = QRectF(x + px(6), rect.top(), rect.right() - x - px(6), px(16))
    ink.text(before, in_time, size=LABEL_SIZE, weight=MEDIUM, color="chart_text", align=RIGHT, figures=True)
    ink.text(after, data.target_text, size=LABEL_SIZE, weight=SEMIBOLD, figures=True)
    ink.text(after.translated(0, px(15)), late, size=LABEL_SIZE, weight=MEDIUM, color="warn", figures=True)
