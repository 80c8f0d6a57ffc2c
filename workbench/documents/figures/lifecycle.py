"""The life of a lead in lanes: boxes on a grid, arrows between neighbours, loops round the right side.

Words sit in light pills on the arrows, so the drawing reads without colour.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from workbench.documents import fonts, style
from workbench.documents.blocks import Flow, FlowKind, Lane, Lifecycle, LifecycleStep
from workbench.documents.figures.arrows import arrow
from workbench.documents.pen import Pen, Point, fit
from workbench.documents.style import Type

LANE, GAP = 86.6, 4.0
BOX_HEIGHT = 34.0
LANE_NAME = Type("Inter-600", 8.5, 11)
LANE_WORDS = Type("Inter-400", 6.8, 8.5, style.QUIET)
NAME = Type("Inter-600", 8, 10)
WORDS = Type("InterT-400", 6.8, 9, style.QUIET)
PILL = Type("InterT-500", 6.8, 9)
DASHES = (3, 2)
LEAST_NAME = 6.0
ABOVE = BOX_HEIGHT / 2 + 7
"""Where words stand that are wider than the way between two boxes: over it, clear of both."""

_COLOUR: dict[FlowKind, str] = {
    "marketing": style.MARKETING,
    "sales": style.SALES,
    "both": style.QUIET,
    "back": style.WARNING,
    "ends": style.MUTED,
}
_EDGE: dict[FlowKind, str] = {**_COLOUR, "both": style.EDGE, "ends": style.EDGE}
_INK: dict[FlowKind, str] = {**_COLOUR, "both": style.TEXT}


def height(data: Lifecycle, width: float) -> float:
    """Lanes of equal height."""
    del width
    return LANE * len(data.lanes) + GAP * (len(data.lanes) - 1)


@dataclass(frozen=True)
class _Plan:
    """Where everything is, in points from the lower left."""

    width: float
    height: float
    first: float
    step: float
    box: float
    gutter: float

    def x(self, column: int) -> float:
        return self.first + self.step * (column + 0.5)

    def y(self, lane: int) -> float:
        return self.height - LANE * (lane + 0.5) - GAP * lane

    def at(self, step: LifecycleStep) -> Point:
        return self.x(step.column), self.y(step.lane)


def _plan(data: Lifecycle, width: float, height: float) -> _Plan:
    columns = max((step.column for step in data.steps), default=0) + 1
    first = 68.0
    loops = sum(1 for flow in data.flows if _goes_round(data, flow))
    gutter = 13.0 + 7.0 * max(0, loops - 1)
    step = (width - first - gutter - (6 if loops else 0)) / columns
    return _Plan(width, height, first, step, min(72.0, step - 17), gutter)


def draw(pen: Pen, data: Lifecycle, width: float, height: float) -> None:
    """Lanes, arrows, boxes, then the words on the arrows."""
    plan = _plan(data, width, height)
    for number, lane in enumerate(data.lanes):
        _draw_lane(pen, lane, plan, number)
    steps = {step.key: step for step in data.steps}
    pills: list[tuple[Point, str, str]] = []
    loops = 0
    for flow in data.flows:
        start, end = steps[flow.start], steps[flow.end]
        if _goes_round(data, flow):
            points = _round(plan, start, end, width - plan.gutter + 7.0 * loops)
            loops += 1
            middle = (points[2][0] - 8, _gap_y(plan, start.lane))
        else:
            points = _straight(plan, start, end)
            middle = _middle(plan, start, end, points, _pill(flow.words)[2])
        dash = DASHES if flow.kind == "back" else ()
        arrow(pen, points, _COLOUR[flow.kind], dash=dash)
        if flow.words:
            pills.append((middle, flow.words, _COLOUR[flow.kind]))
    for step in data.steps:
        _draw_step(pen, step, plan)
    for (x, y), words, colour in pills:
        _draw_pill(pen, x, y, words, colour, width)


def _draw_lane(pen: Pen, lane: Lane, plan: _Plan, number: int) -> None:
    middle = plan.y(number)
    ground = style.TINT if lane.team == "both" else style.TINT_OF_TEAM[lane.team]
    ink = style.QUIET if lane.team == "both" else style.INK_OF_TEAM[lane.team]
    pen.box(0, middle - LANE / 2, plan.width, LANE, fill=ground, radius=6)
    names = _wrapped(lane.name, LANE_NAME, plan.first - 14)
    words = _wrapped(lane.words, LANE_WORDS, plan.first - 16)
    top = middle + 2 + (len(words) - 2) * 3 + (len(names) - 1) * LANE_NAME.leading / 2
    size = min((fit(text, LANE_NAME, plan.first - 14, LEAST_NAME)[1] for text in names), default=LANE_NAME.size)
    for line, text in enumerate(names):
        of_one_size = LANE_NAME.sized(size)
        pen.fitted(11, top - line * LANE_NAME.leading, text, of_one_size, plan.first - 14, least=size, colour=ink)
    top -= (len(names) - 1) * LANE_NAME.leading
    for line, text in enumerate(words):
        pen.string(11, top - 10.5 - line * LANE_WORDS.leading, text, LANE_WORDS)


def _draw_step(pen: Pen, step: LifecycleStep, plan: _Plan) -> None:
    x, y = plan.at(step)
    dash = (2, 2) if step.kind == "ends" else ()
    left, foot = x - plan.box / 2, y - BOX_HEIGHT / 2
    edge = _EDGE[step.kind]
    pen.box(left, foot, plan.box, BOX_HEIGHT, fill=style.PAPER, edge=edge, radius=5, weight=0.9, dash=dash)
    lines = _wrapped(step.name, NAME, plan.box - 8) if not step.words else [step.name]
    if step.words:
        pen.fitted(x, y + 2.2, step.name, NAME, plan.box - 8, least=5.5, align="centre", colour=_INK[step.kind])
        pen.fitted(x, y - 8.2, step.words, WORDS, plan.box - 6, least=5.2, align="centre")
        return
    for number, text in enumerate(lines[:2]):
        base = y - 2.8 + (len(lines[:2]) - 1) * 5 - number * 10
        pen.fitted(x, base, text, NAME, plan.box - 8, least=5.5, align="centre", colour=_INK[step.kind])


def _pill(words: str) -> tuple[str, float, float]:
    """The words on an arrow, their size, and how wide their pill is."""
    text, size = fit(words, PILL, 110, 5.5)
    return text, size, fonts.width(text, PILL.font, size) + 9


def _draw_pill(pen: Pen, x: float, y: float, words: str, colour: str, width: float) -> None:
    text, size, wide = _pill(words)
    x = min(x, width - wide / 2 - 3)
    pen.box(x - wide / 2, y - 5.6, wide, 11.2, fill=style.PAPER, radius=5.6)
    pen.string(x, y - 2.4, text, replace(PILL, size=size, colour=colour), align="centre")


def _wrapped(text: str, kind: Type, room: float) -> list[str]:
    lines: list[str] = []
    for word in fonts.settable(text).split():
        if lines and fonts.width(f"{lines[-1]} {word}", kind.font, kind.size) <= room:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def _between(data: Lifecycle, start: LifecycleStep, end: LifecycleStep) -> bool:
    """Whether a box stands on the straight way between two."""
    lanes = range(min(start.lane, end.lane), max(start.lane, end.lane) + 1)
    columns = range(min(start.column, end.column), max(start.column, end.column) + 1)
    return any(one.lane in lanes and one.column in columns and one not in {start, end} for one in data.steps)


def _goes_round(data: Lifecycle, flow: Flow) -> bool:
    steps = {step.key: step for step in data.steps}
    start, end = steps[flow.start], steps[flow.end]
    aligned = start.lane == end.lane or start.column == end.column
    return not aligned or _between(data, start, end)


def _straight(plan: _Plan, start: LifecycleStep, end: LifecycleStep) -> list[Point]:
    (x1, y1), (x2, y2) = plan.at(start), plan.at(end)
    if start.lane == end.lane:
        side = plan.box / 2 if x2 > x1 else -plan.box / 2
        return [(x1 + side, y1), (x2 - side, y2)]
    side = BOX_HEIGHT / 2 if y2 > y1 else -BOX_HEIGHT / 2
    return [(x1, y1 + side), (x2, y2 - side)]


def _round(plan: _Plan, start: LifecycleStep, end: LifecycleStep, right: float) -> list[Point]:
    """Out under the first box, up or down the right side, into the right side of the other."""
    (x1, y1), (x2, y2) = plan.at(start), plan.at(end)
    out = y1 - BOX_HEIGHT / 2 - 9
    exit_x = x1 + plan.box * 0.25
    return [(exit_x, y1 - BOX_HEIGHT / 2), (exit_x, out), (right, out), (right, y2), (x2 + plan.box / 2, y2)]


def _gap_y(plan: _Plan, lane: int) -> float:
    """The middle of the light gap above a lane."""
    return plan.y(lane) + (LANE + GAP) / 2


def _middle(plan: _Plan, start: LifecycleStep, end: LifecycleStep, points: list[Point], wide: float) -> Point:
    """Where the words of a straight arrow stand: on it, and over it where they would cover the boxes at its ends."""
    if start.lane == end.lane:
        (x1, y), (x2, _) = points[0], points[-1]
        return (x1 + x2) / 2, y if wide <= abs(x2 - x1) else y + ABOVE
    return points[0][0], _gap_y(plan, max(start.lane, end.lane))
