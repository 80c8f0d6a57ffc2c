"""Answer cards for the three core questions: a page for each team, written unseen and keyed in afterwards."""

from __future__ import annotations

from workbench.agreement.room.questions import core_questions
from workbench.agreement.team_names import PARTIES, team_name
from workbench.base.language import N_
from workbench.documents.blocks import Block, Column, Document, Grid, GridRow, Opening, PageBreak, Text
from workbench.documents.compose.papers.sheet import Sheet, room

LINES = 2
"""Empty lines for a number or a choice."""

PAGE, ROW = 32, 3
"""Lines of a card for all answers, and what the row of a number takes of them; words get the rest."""


def compose_answers(sheet: Sheet) -> Document:
    """The cards: each team, each question."""
    say = sheet.say
    blocks: list[Block] = []
    for side in PARTIES:
        name = team_name(sheet.agreement.teams, side, sheet.language)
        for number, question in enumerate(core_questions(sheet.agreement, sheet.language), 1):
            if blocks:
                blocks.append(PageBreak())
            kicker = say(N_("Answer card {n} of 3, {team}"), n=number, team=name)
            minutes = round(question.seconds / 60)
            lead = f"{question.hint} " + say(
                N_("{n} minutes, in silence; nobody sees the other team's card."), n=minutes
            )
            blocks.append(Opening(kicker, question.title, lead))
            columns = (Column(say(N_("Asked")), "name"), Column(say(N_("Our answer"))))
            words_get = PAGE - ROW * sum(not part.is_words for part in question.parts)
            rows = tuple(GridRow((part.label, room(words_get if part.is_words else LINES))) for part in question.parts)
            blocks.append(Grid(columns, rows, full=True, even=True))
            words = say(N_("Hand the card in face down. Both are keyed in before either is opened."))
            blocks.append(Text(words, full=True, quiet=True))
    return sheet.document(say(N_("Answer cards")), blocks)
