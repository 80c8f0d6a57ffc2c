"""Which function sets which block."""

from __future__ import annotations

from typing import assert_never

from workbench.documents.blocks import (
    Block,
    Bullets,
    Clause,
    CommitmentCard,
    CommitmentGroup,
    Contents,
    Cover,
    CutCards,
    Facts,
    Figure,
    Fingerprint,
    Grid,
    LeadText,
    Matrix,
    Note,
    Opening,
    PageBreak,
    Section,
    SignatureCards,
    Subheading,
    Summary,
    Text,
    Tiles,
)
from workbench.documents.boxes import Box, NewPage
from workbench.documents.setting import (
    commitments,
    cut_cards,
    drawings,
    facts,
    fronts,
    grids,
    matrices,
    signatures,
    summaries,
    texts,
)
from workbench.documents.setting.setter import Setter


def set_block(block: Block, setter: Setter) -> list[Box]:
    """The boxes of a block."""
    match block:
        case Cover():
            return fronts.cover(block, setter)
        case Opening():
            return fronts.opening(block, setter)
        case Contents():
            return fronts.contents(block, setter)
        case Tiles():
            return fronts.tiles(block, setter)
        case CutCards():
            return cut_cards.cut_cards(block, setter)
        case Section():
            return texts.section(block, setter)
        case Subheading():
            return texts.subheading(block, setter)
        case Clause():
            return texts.clause(block, setter)
        case Text():
            return texts.text(block, setter)
        case LeadText():
            return texts.lead_text(block, setter)
        case Note():
            return texts.note(block, setter)
        case Bullets():
            return texts.bullets(block, setter)
        case Fingerprint():
            return texts.fingerprint(block, setter)
        case Facts():
            return facts.facts(block, setter)
        case Grid():
            return grids.grid(block, setter)
        case Matrix():
            return matrices.matrix(block, setter)
        case Summary():
            return summaries.summary(block, setter)
        case CommitmentGroup():
            return commitments.group(block, setter)
        case CommitmentCard():
            return commitments.card(block, setter)
        case Figure():
            return drawings.figure(block, setter)
        case SignatureCards():
            return signatures.signature_cards(block, setter)
        case PageBreak():
            return [NewPage()]
        case _:
            assert_never(block)
