"""The look of printed matter in one place: colours, type sizes, the grid of the page.

Purple, teal and indigo mean marketing, sales and both, and nothing else. Must not know blocks or ReportLab.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from workbench.documents.blocks.meta import Paper
from workbench.documents.blocks.words import Team, Tone

TEXT, QUIET, MUTED = "#101828", "#475467", "#5F6A80"
EDGE, HAIR, TINT, SUNK, PAPER = "#D0D5DD", "#E4E7EC", "#F2F4F7", "#F9FAFB", "#FFFFFF"
MARKETING, MARKETING_TINT, MARKETING_PALE = "#7A2E9D", "#F9F0FE", "#E3CDEE"
SALES, SALES_TINT, SALES_PALE = "#0B6A8F", "#EAF7FC", "#BFDFEC"
BOTH, BOTH_TINT, BOTH_PALE = "#3E37C2", "#EEF0FF", "#C9C6F5"
GOOD, WARNING, BAD = "#067647", "#B54708", "#B42318"
ON_SALES = "#E3F3F9"
"""Small words on the full sales colour."""
INK = "#1B2559"
"""The colour of a signature."""

INK_OF_TEAM: dict[Team, str] = {"marketing": MARKETING, "sales": SALES, "both": BOTH}
TINT_OF_TEAM: dict[Team, str] = {"marketing": MARKETING_TINT, "sales": SALES_TINT, "both": BOTH_TINT}
PALE_OF_TEAM: dict[Team, str] = {"marketing": MARKETING_PALE, "sales": SALES_PALE, "both": BOTH_PALE}
INK_OF_TONE: dict[Tone, str] = {
    "": TEXT,
    "quiet": QUIET,
    "muted": MUTED,
    "marketing": MARKETING,
    "sales": SALES,
    "both": BOTH,
    "good": GOOD,
    "warning": WARNING,
    "bad": BAD,
}

Align = Literal["left", "right", "centre"]


@dataclass(frozen=True)
class Type:
    """How a paragraph is set.

    Attributes:
        font: Name of the cut.
        size: In points.
        leading: From baseline to baseline, in points.
        colour: Of words without a tone.
        align: Where lines begin or end.
        tracking: Added after every letter, in points.
        balanced: Lines of about equal length, for titles and leads.
    """

    font: str
    size: float
    leading: float
    colour: str = TEXT
    align: Align = "left"
    tracking: float = 0.0
    balanced: bool = False

    def sized(self, size: float) -> Type:
        """The same type in another size, leading and tracking in proportion."""
        factor = size / self.size
        return replace(self, size=size, leading=self.leading * factor, tracking=self.tracking * factor)

    def in_colour(self, colour: str) -> Type:
        """The same type in another colour."""
        return replace(self, colour=colour)


TITLE = Type("InterD-600", 42, 45.4, tracking=-0.88, balanced=True)
OPENING = Type("InterD-600", 27, 31, tracking=-0.5, balanced=True)
PROMISE = Type("Inter-400", 13, 20, QUIET, balanced=True)
COMPANY = Type("Inter-600", 13, 17)
HEADING = Type("InterD-600", 20, 25, tracking=-0.25, balanced=True)
HEADING_NUMBER = Type("InterDT-400", 20, 25, MUTED)
LEAD = Type("Inter-400", 11.5, 17, QUIET, balanced=True)
BODY = Type("Inter-400", 9.5, 14.5)
BODY_NUMBER = Type("InterT-400", 9.5, 14.5, MUTED)
SUBHEADING = Type("Inter-600", 10.5, 14.5)
TEAM_HEADING = Type("Inter-600", 12, 15)
SENTENCE = Type("Inter-500", 10, 14.5, balanced=True)
LARGE_NUMBER = Type("InterDT-600", 19, 22, align="right")
SUMMARY_NUMBER = Type("InterDT-600", 17, 17)
SUMMARY_TITLE = Type("Inter-600", 9.5, 13)
CELL = Type("Inter-400", 8.5, 12)
FIGURES = Type("InterT-400", 8.5, 12)
HEAD = Type("Inter-600", 7.5, 10, QUIET)
CAPTION = Type("Inter-600", 8.5, 12)
SMALL = Type("Inter-400", 8, 11.5, MUTED)
DETAIL = Type("InterT-400", 8.5, 12, QUIET)
KICKER = Type("Inter-600", 7.5, 10, MUTED, tracking=0.4)
CONTENTS_ROW = Type("Inter-500", 10, 15)
CONTENTS_NUMBER = Type("InterT-400", 10, 15, MUTED)
FOOT = Type("InterT-400", 7.5, 10, MUTED)
FOOT_REFERENCE = Type("InterT-500", 7.5, 10, QUIET)
HASH = Type("InterT-400", 4.8, 6, MUTED)
CHIP = Type("InterT-600", 6.8, 9)

SIGN_LINE = 40.0
"""How far the line to sign on is above the foot of a signature's place, in points."""

SIZES: dict[Paper, tuple[float, float]] = {"A4": (595.2756, 841.8898), "Letter": (612.0, 792.0)}


LEAST_CONTRAST = 1.6
"""Of a line on paper: a colour nearer to white would not be seen."""


def accent(colour: str) -> str:
    """A company's colour for lines; the text's own where there is none, or where it would not be seen."""
    if not colour:
        return TEXT
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    light = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    return colour if 1.05 / (light + 0.05) >= LEAST_CONTRAST else TEXT


def _linear(part: float) -> float:
    """A part of a colour as light (IEC 61966-2-1)."""
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


@dataclass(frozen=True)
class Sheet:
    """The page and its grid, in points. Everything follows from the size of the paper.

    Attributes:
        width: Of the page.
        height: Of the page.
    """

    width: float
    height: float
    side: float = 56
    top: float = 84
    bottom: float = 74
    gutter: float = 66
    measure: float = 362

    @property
    def full(self) -> float:
        """Width from the left margin to the right one."""
        return self.width - 2 * self.side

    @property
    def column(self) -> float:
        """Width from the text column's left edge to the right margin."""
        return self.full - self.gutter

    @property
    def room(self) -> float:
        """Height of a page's body."""
        return self.height - self.top - self.bottom

    @property
    def inset(self) -> float:
        """What running text leaves free at the right, so that a line holds 60 to 70 letters."""
        return max(0.0, self.column - self.measure)


def sheet(paper: Paper) -> Sheet:
    """The grid of a paper size."""
    width, height = SIZES[paper]
    return Sheet(width, height)
