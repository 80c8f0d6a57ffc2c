"""How long something took, in bands: in time dark, late light, without an event only outlined."""

from __future__ import annotations

from dataclasses import replace

from workbench.documents import style
from workbench.documents.blocks import Distribution
from workbench.documents.figures.marks import FIGURE
from workbench.documents.pen import Pen
from workbench.documents.style import Type

FOOT, HEAD = 18.0, 26.0
VALUE = Type("InterT-600", 8, 10)
WORDS = Type("InterT-500", 7.5, 10)


def height(data: Distribution, width: float) -> float:
    """The same for any data."""
    del data, width
    return 130.0


def draw(pen: Pen, data: Distribution, width: float, height: float) -> None:
    """Bars, then the target as a dashed line with words at both sides."""
    step = width / max(1, len(data.bands))
    most = max((band.value for band in data.bands), default=0.0) or 1.0
    plot = height - FOOT - HEAD
    dark, pale = style.INK_OF_TEAM[data.team], style.PALE_OF_TEAM[data.team]
    for number, band in enumerate(data.bands):
        high = max(0.8, plot * band.value / most)
        x = step * number
        if band.kind == "none":
            pen.box(x + 3, FOOT, step - 6, high, fill=style.PAPER, edge=style.MUTED, weight=0.6, dash=(2, 2))
        else:
            pen.box(x + 3, FOOT, step - 6, high, fill=dark if band.kind == "in_time" else pale)
        pen.string(x + step / 2, FOOT + high + 4, band.shown, VALUE, align="centre")
        kind = replace(FIGURE, size=7.2, colour=style.QUIET)
        pen.fitted(x + step / 2, FOOT - 11, band.name, kind, step - 2, least=5, align="centre")
    pen.rule(0, FOOT, width, style.TEXT, 0.6)
    x = step * data.target_after
    pen.line((x, FOOT - 4), (x, height - 2), style.TEXT, 0.9, (3, 2))
    pen.fitted(x + 5, height - 9, data.target_words, WORDS, width - x - 5, least=5.5)
    pen.fitted(x - 5, height - 9, data.result_words, replace(WORDS, colour=dark), x - 5, least=5.5, align="right")
