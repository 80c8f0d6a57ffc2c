"""A running total by working day as bars, and the line that leads to the goal."""

from __future__ import annotations

from dataclasses import replace

from workbench.documents import fonts, style
from workbench.documents.blocks import Pace
from workbench.documents.figures.axis import draw_axis, room_for
from workbench.documents.figures.marks import FIGURE
from workbench.documents.pen import Pen
from workbench.documents.style import Type

FOOT, HEAD = 16.0, 10.0
WORDS = Type("InterT-500", 7.5, 10)
TALL, DEEP = 7.0, 3.0
"""How far letters of the words reach over and under their base, with a little air."""


def height(data: Pace, width: float) -> float:
    """The same for any data."""
    del data, width
    return 128.0


def draw(pen: Pen, data: Pace, width: float, height: float) -> None:
    """Axis, bars, the newest in the full colour, the line, the words at its end."""
    left = room_for(data.axis)
    room = max(fonts.width(words, WORDS.font, WORDS.size) for words in (data.goal_words, data.actual_words)) + 16
    right, plot = width - room, height - FOOT - HEAD
    most = max([data.goal, *data.totals, *(step.value for step in data.axis)]) or 1.0
    draw_axis(pen, data.axis, left, right, FOOT, plot, most)
    step = (right - left) / max(1, data.days)
    for number, total in enumerate(data.totals):
        newest = number == len(data.totals) - 1
        colour = style.INK_OF_TEAM[data.team] if newest else style.PALE_OF_TEAM[data.team]
        pen.box(left + step * (number + 0.2), FOOT, step * 0.6, plot * total / most, fill=colour)
    for number, name in data.day_names:
        pen.string(left + step * (number + 0.5), 4, name, replace(FIGURE, colour=style.QUIET), align="centre")
    goal = FOOT + plot * data.goal / most
    pen.line((left, FOOT), (right, goal), style.TEXT, 1.1)
    pen.string(right + 7, goal + 1, data.goal_words, WORDS)
    if data.totals:
        actual = FOOT + plot * data.totals[-1] / most
        complete = len(data.totals) >= data.days
        colour = style.INK_OF_TEAM[data.team]
        kind = replace(WORDS, font="InterT-600", colour=colour)
        if complete:
            pen.string(right + 7, min(actual - 4, goal - 9), data.actual_words, kind)
        else:
            x = left + step * len(data.totals)
            wide = fonts.width(data.actual_words, kind.font, kind.size)
            rise = (goal - FOOT) / max(right - left, 1)
            on_line = (FOOT + rise * (x + 3 - left), FOOT + rise * (x + 3 + wide - left))
            pen.string(x + 3, beside_line(min(actual - 6, plot), on_line), data.actual_words, kind)


def beside_line(wanted: float, line: tuple[float, float]) -> float:
    """The base of words that do not lie on a rising line: where they are wanted, else under it, else above it.

    Args:
        wanted: Where the base should be.
        line: Height of the line over the first and the last letter.
    """
    wanted = max(FOOT + 3, wanted)
    if wanted + TALL < line[0] or wanted - DEEP > line[1]:
        return wanted
    under = line[0] - TALL - 1
    return under if under >= FOOT + 3 else line[1] + DEEP + 1
