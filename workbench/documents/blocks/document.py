"""A whole document: what it is, and its blocks in reading order. Must not know agreements or paper."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.documents.blocks.commitments import CommitmentCard, CommitmentGroup, Summary
from workbench.documents.blocks.figures import Figure
from workbench.documents.blocks.front import Contents, Cover, CutCards, Opening, Tiles
from workbench.documents.blocks.grid import Grid, Matrix
from workbench.documents.blocks.meta import Meta
from workbench.documents.blocks.signing import SignatureCards
from workbench.documents.blocks.text import (
    Bullets,
    Clause,
    Facts,
    Fingerprint,
    LeadText,
    Note,
    PageBreak,
    Section,
    Subheading,
    Text,
)

Block = (
    Cover
    | Opening
    | Contents
    | Tiles
    | CutCards
    | Section
    | Subheading
    | Clause
    | Text
    | LeadText
    | Note
    | Bullets
    | Facts
    | Grid
    | Matrix
    | Summary
    | CommitmentGroup
    | CommitmentCard
    | Figure
    | SignatureCards
    | Fingerprint
    | PageBreak
)


@dataclass(frozen=True)
class Document:
    """A document in reading order.

    Attributes:
        meta: What it is.
        blocks: What it says.
        on_one_page: Ways to say it on a single page, roomiest first. The first that takes one page is printed in place
            of `blocks`; where none does, `blocks` are.
    """

    meta: Meta
    blocks: tuple[Block, ...]
    on_one_page: tuple[tuple[Block, ...], ...] = ()
