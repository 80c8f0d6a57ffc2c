"""Running text: plain words, and runs that mean something (emphasis, a change, a team, a place in the document).

Carries meaning only; which font, size or colour a meaning gets is decided where blocks are set. Must not know
agreements.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Team = Literal["marketing", "sales", "both"]
"""Who a colour stands for."""

Tone = Literal["", "quiet", "muted", "marketing", "sales", "both", "good", "warning", "bad"]
"""What a run of words says by its colour; never the only carrier of that meaning."""


@dataclass(frozen=True)
class Run:
    """A stretch of words with one meaning.

    Attributes:
        text: The words. A line feed starts a new line.
        strong: Set in bold.
        slanted: Set in italics.
        tone: What its colour says.
        change: Whether the words were put in or taken out since the version compared with.
        to: Anchor of the section the words lead to; empty for none.
    """

    text: str
    strong: bool = False
    slanted: bool = False
    tone: Tone = ""
    change: Literal["", "inserted", "deleted"] = ""
    to: str = ""


@dataclass(frozen=True)
class Chip:
    """A commitment's label (`M-1`) in its team's colour. Never broken over two lines."""

    text: str
    team: Team


@dataclass(frozen=True)
class PageOf:
    """The number of the page on which a section begins; set as a link to it.

    Attributes:
        anchor: The section's anchor.
    """

    anchor: str


Words = str | tuple[str | Run | Chip | PageOf, ...]
"""A text: a plain string, or pieces that follow each other without anything between them."""


def plain(words: Words) -> str:
    """The words without their meaning; a page reference counts as nothing."""
    if isinstance(words, str):
        return words
    return "".join(
        piece if isinstance(piece, str) else "" if isinstance(piece, PageOf) else piece.text for piece in words
    )
