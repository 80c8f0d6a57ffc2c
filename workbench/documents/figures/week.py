"""Opening hours over a week, with the moments of an example on them."""

from __future__ import annotations

import math

from workbench.documents import fonts, style
from workbench.documents.blocks import WeekHours
from workbench.documents.figures.marks import FIGURE, LABEL
from workbench.documents.pen import Pen
from workbench.documents.style import Align, Type

LEAST_NAMES, MOST_NAMES = 34.0, 60.0
"""Room for the names of the days, as wide as the longest asks for, in points."""

STEP, HEAD = 12.5, 14.0
NAME = Type("Inter-500", 7.5, 10)
MOMENT = Type("InterT-500", 7, 9)


def height(data: WeekHours, width: float) -> float:
    """One step a day, under the hours."""
    del width
    return HEAD + STEP * len(data.days) + 2


def draw(pen: Pen, data: WeekHours, width: float, height: float) -> None:
    """Hours across, days down, the moments with their words beside them."""
    hours = [hour for day in data.days for span in day.open for hour in span]
    hours += [moment.hour for moment in data.moments]
    first, last = math.floor(min(hours, default=8)) - 1, math.ceil(max(hours, default=18)) + 1
    first, last = max(0, first), min(24, last)

    asked = max((fonts.width(fonts.settable(day.name), NAME.font, NAME.size) for day in data.days), default=0.0)
    names = min(MOST_NAMES, max(LEAST_NAMES, asked + 8))

    def place(hour: float) -> float:
        return names + (width - names) * (hour - first) / (last - first)

    for hour in range(first, last + 1):
        pen.line((place(hour), 0), (place(hour), height - HEAD + 2), style.HAIR, 0.4)
        align: Align = "right" if hour == last else "centre"
        pen.string(place(hour), height - 9, f"{hour:02d}", FIGURE, align=align)
    for number, day in enumerate(data.days):
        y = height - HEAD - (number + 1) * STEP
        pen.fitted(0, y + STEP / 2 - 2.6, day.name, NAME, names - 4, least=5.5, colour="" if day.open else style.MUTED)
        if not day.open:
            pen.string(place(first) + 6, y + STEP / 2 - 2.6, data.closed, LABEL)
        for start, end in day.open:
            pen.box(place(start), y + 2, place(end) - place(start), STEP - 4, fill=style.SALES_PALE, radius=1.5)
    for moment in data.moments:
        y = height - HEAD - (moment.day + 0.5) * STEP
        colour = style.INK_OF_TEAM[moment.team]
        x = place(moment.hour)
        pen.line((x, y - STEP / 2 + 0.6), (x, y + STEP / 2 - 0.6), colour, 1.6)
        pen.circle(x, y, 2.6, fill=colour)
        wide = fonts.width(moment.words, MOMENT.font, MOMENT.size)
        fits = x + 8 + wide <= width
        pen.string(x + 8 if fits else x - 8 - wide, y - 2.6, moment.words, MOMENT)
