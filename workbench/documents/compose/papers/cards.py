"""Voting cards to cut out: one page for each person of a team, six cards from 0 to 5."""

from __future__ import annotations

from workbench.agreement.commitment import Side
from workbench.agreement.team_names import PARTIES, team_name
from workbench.base.language import N_
from workbench.documents.blocks import Block, CutCards, Document, Opening, PageBreak, Text, Tile, Tone
from workbench.documents.compose.papers.sheet import Sheet

MEANINGS = (
    N_("no, I have a concern"),
    N_("not like this"),
    N_("I want to talk first"),
    N_("I can live with it"),
    N_("yes"),
    N_("yes, and I will help"),
)
"""What each number of fingers says, from 0."""

FEWEST = 3
"""Cards of a team of which nobody is entered yet."""


def compose_cards(sheet: Sheet) -> Document:
    """The cards, a page for each participant of the two teams."""
    say = sheet.say
    blocks: list[Block] = []
    for side in PARTIES:
        name = team_name(sheet.agreement.teams, side, sheet.language)
        for person in _people(sheet, side):
            if blocks:
                blocks.append(PageBreak())
            blocks.append(
                Opening(
                    say(N_("Voting cards, {team}"), team=name), person or name,
                    say(N_("Hold one up when the facilitator asks; nobody looks before everybody has chosen.")),
                )
            )  # fmt: skip
            tone: Tone = "marketing" if side == "marketing" else "sales"
            blocks.append(CutCards(tuple(Tile(str(n), say(words), tone) for n, words in enumerate(MEANINGS))))
            words = say(N_("A card below 3 is a concern: it is written down with an owner, and nobody is outvoted."))
            blocks.append(Text(words, full=True, quiet=True))
    return sheet.document(say(N_("Voting cards")), blocks)


def _people(sheet: Sheet, side: Side) -> list[str]:
    known = [one.name for one in sheet.agreement.teams.participants if one.team == side]
    return known or [""] * FEWEST
