"""Leads month by month against what can be worked: bars, a stepped line, what lies above it in red.

Must not know plans.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from workbench.base.language import N_, Language
from workbench.ui.theme.fonts import MEDIUM, SEMIBOLD
from workbench.ui.theme.ink import CENTRE, LEFT, Ink
from workbench.ui.theme.look import Look

HEIGHT = 196
LEFT_ROOM, HEAD, FOOT = 62, 20, 42
TINY = 11


@dataclass(frozen=True)
class Month:
    """One month.

    Attributes:
        name: Short.
        leads: How many are planned.
        needed: What the plan computes; a mark where it differs.
        load: Of sales, as written; empty where it cannot be said.
        light: `free`, `amber` or `red`.
        due: It lies before the agreement begins: already due.
    """

    name: str
    leads: int
    needed: int
    load: str = ""
    light: str = "free"
    due: bool = False


@dataclass(frozen=True)
class Months:
    """The months.

    Attributes:
        months: In order.
        capacity: Leads sales can work in a month; nothing where it cannot be said.
        stage: What is counted.
        language: For the words.
    """

    months: Sequence[Month]
    capacity: float | None
    stage: str
    language: Language


def describe(data: Months) -> str:
    """Each month in words."""
    text = data.language.text
    said = []
    for one in data.months:
        words = f"{one.name} {one.leads}"
        words += f", {one.load}" if one.load else ""
        said.append(words + (f", {text(N_('already due'))}" if one.due else ""))
    if data.capacity is not None:
        said.append(text(N_("sales can work {n} a month")).format(n=int(data.capacity)))
    return "; ".join(said)


def draw(painter: QPainter, rect: QRectF, data: Months, look: Look) -> None:
    """Draw the bars, the capacity over them, the loads below."""
    ink, px = Ink(painter, look), look.px
    if not data.months:
        return
    area = rect.adjusted(px(LEFT_ROOM), px(HEAD), -px(2), -px(FOOT))
    most = max([one.leads for one in data.months] + [one.needed for one in data.months] + [data.capacity or 0, 1])
    step = area.width() / len(data.months)
    scale = area.height() / (most * 1.06)
    line = area.bottom() - (data.capacity or 0) * scale
    for at, one in enumerate(data.months):
        cell = QRectF(area.left() + at * step, area.top(), step, area.height())
        _draw_month(ink, cell, one, scale, line if data.capacity is not None else None)
    ink.across(area.left(), area.right(), area.bottom(), "line")
    quiet = QRectF(rect.left(), area.bottom() - px(16), px(LEFT_ROOM - 6), px(16))
    ink.text(quiet, data.stage, size=TINY, weight=SEMIBOLD, color="marketing", align=LEFT)
    if data.capacity is not None:
        ink.across(area.left(), area.right(), line - 1, "sales_fill", px(2))
        words = QRectF(rect.left(), line - px(8), px(LEFT_ROOM - 6), px(16))
        ink.text(words, data.language.text(N_("Capacity")), size=TINY, weight=SEMIBOLD, color="sales", align=LEFT)
        foot = QRectF(rect.left(), area.bottom() + px(22), px(LEFT_ROOM - 4), px(16))
        ink.text(foot, data.language.text(N_("Sales load")), size=TINY, color="muted", align=LEFT)


def _draw_month(ink: Ink, cell: QRectF, one: Month, scale: float, line: float | None) -> None:
    px = ink.px
    wide = min(cell.width() * 0.66, px(46))
    top = cell.bottom() - one.leads * scale
    bar = QRectF(cell.center().x() - wide / 2, top, wide, cell.bottom() - top)
    if one.due:
        ink.hatch(bar, px(3), "surface", "marketing_hatch", px(6), px(2))
    else:
        ink.bar(bar, px(4), "marketing_mid")
    if line is not None and top < line and not one.due:
        ink.bar(QRectF(bar.left(), top, wide, line - top), px(4), "bad_fill")
    if one.needed != one.leads and not one.due:
        ink.across(bar.left() - px(3), bar.right() + px(3), cell.bottom() - one.needed * scale, "text", px(2))
    above = min(top, line) if line is not None and top > line - px(20) and top > line else top
    number = QRectF(cell.left(), above - px(18), cell.width(), px(16))
    small = ink.width(f"{one.leads:,}", 12, SEMIBOLD, figures=True) > cell.width()
    ink.text(
        number, f"{one.leads:,}", size=10 if small else 12, weight=SEMIBOLD, align=CENTRE, figures=True,
        color="bad" if one.light == "red" else "text",
    )  # fmt: skip
    name = QRectF(cell.left(), cell.bottom() + px(5), cell.width(), px(16))
    ink.text(name, one.name, size=TINY, weight=MEDIUM, color="muted" if one.due else "sub", align=CENTRE)
    colour = {"red": "bad", "amber": "warn"}.get(one.light, "muted")
    foot = QRectF(cell.left(), cell.bottom() + px(22), cell.width(), px(16))
    ink.text(foot, one.load, size=TINY, weight=MEDIUM, color=colour, align=CENTRE, figures=True)
