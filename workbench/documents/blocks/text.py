"""Headings, clauses and paragraphs: what most of a document is made of.

A document's blocks are a flat sequence; a section lasts until the next one. Must not know agreements or paper.
"""

from __future__ import annotations

from dataclasses import dataclass

from workbench.documents.blocks.words import Chip, Words


@dataclass(frozen=True)
class Section:
    """The heading that begins a section.

    Attributes:
        anchor: Name other blocks point to; unique in a document.
        title: The heading.
        number: Printed before it, `7` or `A`; empty for a section without a number.
        contents_number: What the contents print instead of the number, `Annex A`.
        lead: One or two sentences under the heading.
        new_page: Begins on a fresh page.
        shares_page: Does so only where the section before takes more than half of its last page.
        in_contents: Listed in the contents.
        small_lead: Sets the lead as body text, for a lead that is a paragraph rather than a motto.
    """

    anchor: str
    title: str
    number: str = ""
    contents_number: str = ""
    lead: Words = ""
    new_page: bool = False
    shares_page: bool = False
    in_contents: bool = True
    small_lead: bool = False


@dataclass(frozen=True)
class Subheading:
    """A heading inside a section.

    Attributes:
        title: The heading.
        number: Printed before it (`5.1`); empty for none.
        aside: Quiet words after it on the same line, such as a key to signs used below.
    """

    title: str
    number: str = ""
    aside: Words = ""


@dataclass(frozen=True)
class Clause:
    """A paragraph of the agreement's text.

    Attributes:
        number: `7.3`; empty for a paragraph that continues the clause above.
        words: The text.
        chips: Commitments the clause creates.
        title: Set above the text as a small heading, in comparisons.
        changed: Marked with a bar in the margin.
        leads_on: Stands on one page with the beginning of what follows, such as the drawing it announces.
    """

    number: str
    words: Words
    chips: tuple[Chip, ...] = ()
    title: str = ""
    changed: bool = False
    leads_on: bool = False


@dataclass(frozen=True)
class Text:
    """A paragraph without a number.

    Attributes:
        words: The text.
        full: Begins at the left margin instead of the text column.
        quiet: Set in grey.
    """

    words: Words
    full: bool = False
    quiet: bool = False


@dataclass(frozen=True)
class LeadText:
    """A paragraph in large grey type that says what follows."""

    words: Words


@dataclass(frozen=True)
class Note:
    """A remark in small grey type under what it explains.

    Attributes:
        words: The remark.
        full: From the left margin.
        wide: To the right margin, in the size of a table, for what people sign.
    """

    words: Words
    full: bool = False
    wide: bool = False


@dataclass(frozen=True)
class Bullets:
    """A list.

    Attributes:
        items: The entries.
        marks: What stands before each, such as `a`, `b`, `c`; dashes where there are none.
        full: Begins at the left margin instead of the text column.
    """

    items: tuple[Words, ...]
    marks: tuple[str, ...] = ()
    full: bool = False


@dataclass(frozen=True)
class Fact:
    """A label and its value.

    Attributes:
        label: One to three words.
        value: What is so.
        below: A second line in small type, such as a fingerprint.
    """

    label: str
    value: Words
    below: Words = ""


@dataclass(frozen=True)
class Facts:
    """Labels and values under each other."""

    rows: tuple[Fact, ...]


@dataclass(frozen=True)
class Fingerprint:
    """A long digest with the words that say of what.

    Attributes:
        words: What it is the digest of.
        digest: The digits; printed in groups that can be read aloud.
    """

    words: Words
    digest: str


@dataclass(frozen=True)
class PageBreak:
    """What follows begins on a fresh page."""
