"""The pages before the text: a cover, the opening of a report, the contents. Must not know agreements or paper."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.documents.blocks.text import Fact
from workbench.documents.blocks.words import Tone, Words


@dataclass(frozen=True)
class Cover:
    """The first page of an agreement; a page of its own.

    Attributes:
        company: Whose teams agree.
        title: The document's name in large type.
        promise: One sentence that says what the document is.
        facts: Between whom, in force when, which version.
        logo: The company's picture as base64; empty for none.
    """

    company: str
    title: str
    promise: Words
    facts: tuple[Fact, ...] = ()
    logo: str = ""


@dataclass(frozen=True)
class Opening:
    """The head of a report or a comparison, at the top of its first page.

    Attributes:
        kicker: What kind of document this is, in small capitals.
        title: Its name.
        lead: Its result in one or two sentences.
        facts: As of when, from which data.
        logo: The company's picture as base64, beside the title; empty for none.
        whose: In words, for those who cannot see the picture.
        close: Takes as little of the page as it can.
    """

    kicker: str
    title: str
    lead: Words = ""
    facts: tuple[Fact, ...] = ()
    logo: str = ""
    whose: str = ""
    close: bool = False


@dataclass(frozen=True)
class Contents:
    """The list of the sections and their pages, made from the sections themselves.

    Attributes:
        anchor: Name other blocks point to.
        title: Its heading.
        note: How to read the document.
    """

    title: str
    note: Words = ""
    anchor: str = "contents"


@dataclass(frozen=True)
class Tile:
    """One large number with its words.

    Attributes:
        number: As printed.
        words: What is counted.
        tone: What its colour says.
    """

    number: str
    words: str
    tone: Tone = ""


@dataclass(frozen=True)
class Tiles:
    """Two to five large numbers beside each other."""

    tiles: tuple[Tile, ...]


@dataclass(frozen=True)
class CutCards:
    """Large numbers on cards that are cut out and held up; together they fill the page under its head."""

    tiles: tuple[Tile, ...]
