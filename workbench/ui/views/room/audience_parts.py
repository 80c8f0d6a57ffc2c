"""The pieces of the audience view's pictures: covers, open answers, differences, hands, the ring of the clock.

Drawn in design pixels of a screen of 1920 by 1080 with the audience's own look. Must not know where they stand.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPen

from workbench.agreement.room.divergence import Difference
from workbench.agreement.room.scene import Clock, Cover, Hands, Opened
from workbench.ui.parts.team import Side, draw_team
from workbench.ui.theme.fonts import BOLD, MEDIUM, SEMIBOLD
from workbench.ui.theme.ink import CENTRE, LEFT, RIGHT, Ink
from workbench.ui.views.room.fitting import Fitted

SMALLEST = 34
"""Design pixels under which nothing is written: a three-hundredth of eight metres on a picture two metres wide."""


def side_of(team: str) -> Side:
    """Whose colour and shape."""
    return "marketing" if team == "marketing" else "sales"


def frame(ink: Ink, rect: QRectF, line: str = "line", fill: str = "surface", width: float = 3) -> None:
    """A card."""
    ink.box(rect, ink.px(24), fill, line, ink.px(width))


def name_line(ink: Ink, rect: QRectF, team: str, name: str, size: float = 46) -> None:
    """A team's shape and name in one line."""
    shape = ink.px(38)
    mark = QRectF(rect.left(), rect.center().y() - shape / 2, shape, shape)
    draw_team(ink, mark, side_of(team))
    rest = rect.adjusted(shape + ink.px(20), 0, 0, 0)
    ink.text(rest, name, size=size, weight=BOLD, color=team, align=LEFT)


def draw_cover(ink: Ink, rect: QRectF, one: Cover) -> None:
    """A covered answer: hatched, with the team and whether it is in."""
    team = one.team
    frame(ink, rect, team, f"{team}_soft", 4)
    painter = ink.painter
    painter.save()
    corner = QRectF(rect.right() - rect.width() * 0.42, rect.top(), rect.width() * 0.42, rect.height())
    corner = corner.adjusted(0, ink.px(4), -ink.px(4), -ink.px(4))
    painter.setClipRect(corner)
    painter.setPen(QPen(ink.color(f"{team}_hatch"), ink.px(16)))
    x = corner.left() + rect.height() * 0.1
    while x < corner.right() + rect.height():
        painter.drawLine(QPointF(x, rect.bottom()), QPointF(x + rect.height(), rect.top()))
        x += ink.px(46)
    painter.restore()
    shape = min(ink.px(150), rect.height() * 0.6)
    mark = QRectF(rect.left() + ink.px(56), rect.center().y() - shape / 2, shape, shape)
    draw_team(ink, mark, side_of(team))
    half = ink.px(30)
    middle = mark.center()
    ink.icon("lock" if one.is_in else "pencil-line", middle.x() - half, middle.y() - half, 60, "surface")
    left = mark.right() + ink.px(40)
    upper = QRectF(left, rect.center().y() - ink.px(74), rect.right() - left - ink.px(24), ink.px(76))
    ink.text(upper, one.name, size=64, weight=BOLD, color=team, align=LEFT)
    ink.text(upper.translated(0, ink.px(74)), one.says, size=46, align=LEFT)


def draw_opened(ink: Ink, rect: QRectF, one: Opened, page: int = 0) -> int:
    """An open answer with the differing words marked; answers how many pages it takes."""
    frame(ink, rect, one.team, "surface", 4)
    inner = rect.adjusted(ink.px(40), ink.px(26), -ink.px(40), -ink.px(22))
    name_line(ink, QRectF(inner.left(), inner.top(), inner.width(), ink.px(56)), one.team, one.name)
    text, marks = "", []
    for piece, differs in one.words:
        core = piece.strip()
        if differs and core:
            marks.append((len(text) + piece.index(core), len(core)))
        text += piece
    body = inner.adjusted(0, ink.px(72), 0, 0)
    words = Fitted(ink.look, text, body.width(), body.height(), (56, 50, 44, 40, 38, 36), MEDIUM)
    words.draw(ink, body.topLeft(), "text", marks, f"{one.team}_hatch", one.team, page)
    return words.pages


def draw_difference(ink: Ink, rect: QRectF, number: int, one: Difference) -> None:
    """One row of where they differ most: its rank, its name, the answers, how far apart."""
    disc, y = ink.px(30), rect.center().y()
    ink.disc(QPointF(rect.left() + disc, y), disc, "text" if number == 1 else "track")
    badge = QRectF(rect.left(), y - disc, 2 * disc, 2 * disc)
    ink.text(badge, str(number), size=36, weight=BOLD, color="surface" if number == 1 else "text", align=CENTRE)
    width = rect.width()
    label = QRectF(rect.left() + 2 * disc + ink.px(26), rect.top(), width * 0.36, rect.height())
    ink.text(label, one.label, size=44, weight=MEDIUM, align=LEFT)
    apart = QRectF(rect.right() - width * 0.24, rect.top(), width * 0.24, rect.height())
    ink.text(apart, one.apart, size=42, weight=BOLD, align=RIGHT)
    middle = QRectF(rect.left() + width * 0.43, rect.top(), width * 0.32, rect.height())
    if one.marks:
        _people(ink, middle, one)
    elif one.how == "number":
        _span(ink, middle, one)
    else:
        half, both = middle.width() / 2, (("marketing", one.marketing), ("sales", one.sales))
        beside = all(ink.width(words, 38, BOLD) + ink.px(72) < half for _, words in both)
        for place, (team, words) in enumerate(both):
            if beside:
                spot = QRectF(middle.left() + place * half, middle.top(), half - ink.px(12), middle.height())
            else:  # one under the other, as wide as there is room
                top = middle.center().y() + (place - 1) * ink.px(50)
                spot = QRectF(middle.left(), top, middle.width(), ink.px(50))
            name_line(ink, spot, team, words, 38 if beside else SMALLEST)


def _span(ink: Ink, rect: QRectF, one: Difference) -> None:
    """Two numbers on a line, the gap between them dark."""
    y = rect.center().y() + ink.px(22)
    low, high = ("marketing", "sales") if one.low == "marketing" else ("sales", "marketing")
    words = {"marketing": one.marketing, "sales": one.sales}
    unit = one.marketing.rpartition(" ")[2]
    if " " in one.marketing and one.sales.endswith(f" {unit}"):  # it stands once, with how far they are apart
        words = {team: said.removesuffix(f" {unit}") for team, said in words.items()}
    x1 = rect.left() + rect.width() * 0.14
    x2 = x1 + rect.width() * 0.72 * max(one.share, 0.35)
    thick = ink.px(8)
    ink.box(QRectF(rect.left(), y - thick / 2, rect.width(), thick), thick / 2, "track")
    ink.box(QRectF(x1, y - thick / 2, x2 - x1, thick), 0, "text")
    for team, x in ((low, x1), (high, x2)):
        ink.disc(QPointF(x, y), ink.px(24), "surface")
        mark = QRectF(x - ink.px(19), y - ink.px(19), ink.px(38), ink.px(38))
        draw_team(ink, mark, side_of(team))
        wide = (x2 - x1) * 0.96 if x2 > x1 else rect.width() / 2
        spot = QRectF(x - wide / 2, y - ink.px(70), wide, ink.px(46))
        ink.text(spot, words[team], size=SMALLEST + 2, weight=BOLD, color=team, align=CENTRE)


def _people(ink: Ink, rect: QRectF, one: Difference) -> None:
    """Numbers of people on a line from the smallest to the largest; each team's middle and spread beside its shape."""
    half, top = rect.width() / 2, rect.top() + ink.px(4)
    for place, (team, words) in enumerate((("marketing", one.marketing), ("sales", one.sales))):
        spot = QRectF(rect.left() + place * half, top, half - ink.px(10), ink.px(46))
        ink.text(spot, words, size=SMALLEST, weight=BOLD, color=team, align=RIGHT if place else LEFT)
    y, thick, mark = rect.bottom() - ink.px(34), ink.px(6), ink.px(30)
    ink.box(QRectF(rect.left(), y - thick / 2, rect.width(), thick), thick / 2, "track")
    for team, share in one.marks:
        x = rect.left() + mark / 2 + share * (rect.width() - mark)
        up = -ink.px(8) if team == "marketing" else ink.px(8)
        draw_team(ink, QRectF(x - mark / 2, y + up - mark / 2, mark, mark), side_of(team))


def draw_hands(ink: Ink, rect: QRectF, one: Hands, least: int) -> None:
    """A team's votes as anonymous marks over 0 to 5, with the limit as a dashed line."""
    frame(ink, rect, one.team, "surface", 4)
    inner = rect.adjusted(ink.px(36), ink.px(22), -ink.px(36), -ink.px(20))
    name_line(ink, QRectF(inner.left(), inner.top(), inner.width(), ink.px(56)), one.team, one.name)
    step = inner.width() / 6
    foot = inner.bottom() - ink.px(110)
    room = foot - inner.top() - ink.px(66)
    high = max(*one.counts, 3)
    mark = min(ink.px(46), room / high * 0.9)
    ink.across(inner.left(), inner.right(), foot, "line", ink.px(3))
    x = inner.left() + step * least
    if least:
        ink.line(QPointF(x, inner.top() + ink.px(64)), QPointF(x, foot + ink.px(50)), "sub", ink.px(3),
                 Qt.PenStyle.DashLine)  # fmt: skip
    for hand, count in enumerate(one.counts):
        left = inner.left() + step * hand
        for number in range(count):
            top = foot - (number + 1) * mark * 1.1
            draw_team(ink, QRectF(left + (step - mark) / 2, top, mark, mark), side_of(one.team))
        below = QRectF(left, foot + ink.px(6), step, ink.px(48))
        ink.text(below, str(hand), size=38, weight=BOLD if hand >= least else MEDIUM,
                 color="text" if hand >= least else "sub", align=CENTRE)  # fmt: skip
    ink.text(QRectF(inner.left(), inner.bottom() - ink.px(48), inner.width(), ink.px(48)), one.says, size=36,
             color="sub", align=LEFT)  # fmt: skip


def draw_clock(ink: Ink, rect: QRectF, clock: Clock) -> None:
    """The ring of the time left; it never flashes and is never red."""
    painter, width = ink.painter, ink.px(20)
    circle = rect.adjusted(width / 2, width / 2, -width / 2, -width / 2)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(ink.color("track"), width))
    painter.drawEllipse(circle)
    if clock.share > 0:
        token = "warn_line" if clock.soon else "accent"
        painter.setPen(QPen(ink.color(token), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawArc(circle, 90 * 16, round(360 * 16 * clock.share))
    upper = QRectF(rect.left(), rect.center().y() - ink.px(80), rect.width(), ink.px(120))
    ink.text(upper if clock.says else rect, clock.words, size=104 if len(clock.words) < 5 else 84, weight=SEMIBOLD,
             align=CENTRE, figures=True)  # fmt: skip
    if clock.says:
        spot = QRectF(rect.left(), rect.center().y() + ink.px(44), rect.width(), ink.px(48))
        ink.text(spot, clock.says, size=38, color="sub", align=CENTRE)
