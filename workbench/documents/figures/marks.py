"""The small signs of drawings and their keys: squares, lines, dots, diamonds."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.documents import fonts, style
from workbench.documents.blocks import Key, Sign
from workbench.documents.pen import Pen
from workbench.documents.style import Type

LABEL = Type("Inter-400", 7, 9, style.QUIET)
FIGURE = Type("InterT-400", 7, 9, style.MUTED)
KEY = Type("Inter-400", 7.5, 13, style.QUIET)
DASH = (2, 1.5)


def draw_sign(pen: Pen, x: float, y: float, sign: Sign, colour: str) -> None:
    """A sign around `x`, `y`."""
    match sign:
        case "box":
            pen.box(x - 4, y - 4, 8, 8, fill=colour, radius=1.5)
        case "line":
            pen.rule(x - 5.5, y, x + 5.5, colour, 1.4)
        case "dashes":
            pen.rule(x - 5.5, y, x + 5.5, colour, 1, DASH)
        case "dot":
            pen.circle(x, y, 3.2, fill=colour)
        case "ring":
            pen.circle(x, y, 3.2, fill=style.PAPER, edge=colour, weight=1.3)
        case "diamond":
            pen.polygon([(x, y + 4.6), (x + 4.6, y), (x, y - 4.6), (x - 4.6, y)], colour)
        case "tick":
            pen.line((x, y - 2.8), (x, y + 2.8), colour, 0.9)


def key_rows(keys: Sequence[Key], width: float) -> list[list[tuple[float, Key]]]:
    """The entries in rows, each with its distance from the left."""
    rows: list[list[tuple[float, Key]]] = [[]]
    x = 0.0
    for key in keys:
        wide = 15 + fonts.width(fonts.settable(key.words), KEY.font, KEY.size) + 16
        if rows[-1] and x + wide - 16 > width:
            rows.append([])
            x = 0.0
        rows[-1].append((x, key))
        x += wide
    return rows
