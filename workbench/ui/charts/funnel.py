"""A funnel from the goal back to the leads it needs: a block for each stage, the rate between two on its neck.

Heights are true to the numbers. What cannot be computed is an outline with a question mark. Must not know plans.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QLinearGradient, QPainter, QPainterPath

from workbench.base.language import N_, Language
from workbench.ui.theme.fonts import SEMIBOLD
from workbench.ui.theme.ink import CENTRE, Ink
from workbench.ui.theme.look import Look

HEIGHT = 104
LEAST, NECK, PILL = 3.0, 0.30, 22


@dataclass(frozen=True)
class Block:
    """One stage.

    Attributes:
        name: What it is called.
        amount: Leads, exact or near; nothing where it cannot be computed.
        shown: The number as written.
        team: Whose work brings leads here.
        rate: The share that passes from the next block to this one, as written; empty after the last.
    """

    name: str
    amount: float | None
    shown: str
    team: Literal["marketing", "sales", "both"]
    rate: str = ""


@dataclass(frozen=True)
class Funnel:
    """The stages, customers first."""

    blocks: Sequence[Block]
    language: Language


def describe(data: Funnel) -> str:
    """Every stage in words."""
    text = data.language.text
    said = [f"{one.name} {one.shown if one.amount is not None else text(N_('not known'))}" for one in data.blocks]
    return ", ".join(said)


def draw(painter: QPainter, rect: QRectF, data: Funnel, look: Look) -> None:
    """Draw blocks of equal width, joined by necks with their rates."""
    ink, count = Ink(painter, look), len(data.blocks)
    if not count:
        return
    most = max((one.amount or 0 for one in data.blocks), default=0) or 1
    wide = rect.width() / count
    neck = wide * NECK
    middle, tall = rect.center().y(), rect.height() - 2

    def height(one: Block) -> float:
        return max(look.px(LEAST), tall * (one.amount or 0) / most)

    places = [
        QRectF(rect.left() + wide * at, middle - height(one) / 2, wide - (neck if at + 1 < count else 0), height(one))
        for at, one in enumerate(data.blocks)
    ]
    for at, (one, place) in enumerate(zip(data.blocks, places, strict=True)):
        if one.amount is None:
            _draw_unknown(ink, QRectF(place.left(), rect.top() + tall * 0.2, place.width(), tall * 0.6))
            continue
        if at + 1 < count and data.blocks[at + 1].amount is not None:
            _draw_neck(ink, place, places[at + 1], one.team, data.blocks[at + 1].team)
        ink.box(place, min(look.px(4), place.height() / 2), _colour(one.team))
    for one, place in zip(data.blocks, places, strict=True):
        if one.rate:
            _draw_pill(ink, QPointF(place.right() + neck / 2, middle), one.rate)


def _colour(team: str) -> str:
    return "sales_mid" if team == "both" else f"{team}_mid"


def _draw_unknown(ink: Ink, place: QRectF) -> None:
    ink.box(place, ink.px(6), None, "line")
    ink.text(place, "?", size=18, weight=SEMIBOLD, color="muted", align=CENTRE)


def _draw_neck(ink: Ink, left: QRectF, right: QRectF, team: str, other: str) -> None:
    path, half = QPainterPath(), (right.left() - left.right()) / 2
    path.moveTo(left.topRight())
    path.cubicTo(QPointF(left.right() + half, left.top()), QPointF(right.left() - half, right.top()), right.topLeft())
    path.lineTo(right.bottomLeft())
    path.cubicTo(
        QPointF(right.left() - half, right.bottom()), QPointF(left.right() + half, left.bottom()), left.bottomRight()
    )
    path.closeSubpath()
    shade = QLinearGradient(left.right(), 0, right.left(), 0)
    shade.setColorAt(0, ink.look.color(_colour(team), 0.45))
    shade.setColorAt(1, ink.look.color(_colour(other), 0.45))
    ink.painter.fillPath(path, shade)


def _draw_pill(ink: Ink, at: QPointF, words: str) -> None:
    width = ink.width(words, 12, SEMIBOLD, figures=True) + ink.px(16)
    place = QRectF(at.x() - width / 2, at.y() - ink.px(PILL) / 2, width, ink.px(PILL))
    ink.box(place, place.height() / 2, "surface", "line")
    ink.text(place, words, size=12, weight=SEMIBOLD, align=CENTRE, figures=True)
