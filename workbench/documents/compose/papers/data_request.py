"""The data request: which export each team brings from its system, with which columns, for which commitment."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.agreement.commitment import Commitment
from workbench.agreement.sentences import short_name
from workbench.base.language import N_
from workbench.documents.blocks import Block, Chip, Column, Document, Grid, GridRow, Opening, PageBreak, Text
from workbench.documents.compose.papers.sheet import Sheet, room


@dataclass(frozen=True)
class Asked:
    """One column that is asked for.

    Attributes:
        label: What we call it, marked for translation.
        help: What it means, marked for translation.
        spellings: What the system may call it.
        commitments: What cannot be measured without it.
        also: What else it is for, marked for translation; nothing at all for what only tells leads apart.
    """

    label: str
    help: str
    spellings: tuple[str, ...]
    commitments: tuple[Commitment, ...]
    also: tuple[str, ...] = ()


@dataclass(frozen=True)
class Request:
    """What is asked of one system.

    Attributes:
        system: Its name.
        where: Which export, marked for translation.
        columns: In the order of the vocabulary.
    """

    system: str
    where: str
    columns: tuple[Asked, ...]


def compose_data_request(sheet: Sheet, requests: tuple[Request, ...], by_hand: tuple[Commitment, ...]) -> Document:
    """A page for each system, and what is brought as totals.

    Args:
        sheet: Of which draft.
        requests: The systems.
        by_hand: Commitments measured from totals or by both teams' word.
    """
    say = sheet.say
    blocks: list[Block] = []
    for request in requests:
        if blocks:
            blocks.append(PageBreak())
        blocks.append(
            Opening(say(N_("Data request")), request.system,
                    say(N_("Bring every lead of the last two to four quarters, one row each, as Excel or CSV.")))
        )  # fmt: skip
        leave_out = say(N_("Names and e-mail addresses may be left out or replaced by numbers."))
        blocks.append(Text(f"{say(request.where)} {leave_out}", full=True))
        columns = (
            Column(say(N_("Column")), "name"), Column(say(N_("May be called")), "quiet"),
            Column(say(N_("Needed for"))), Column(say(N_("Called in our export"))),
        )  # fmt: skip
        rows = tuple(
            GridRow(
                (say(one.label), ", ".join(one.spellings) or "–",
                 _needed_for(one, sheet), room(1)),
                detail=say(one.help),
            )
            for one in request.columns
        )  # fmt: skip
        blocks.append(Grid(columns, rows, full=True))
    if by_hand:
        blocks.append(PageBreak())
        blocks.append(
            Opening(say(N_("Data request")), say(N_("Totals and things done")),
                    say(N_("No lead shows these; both teams bring the number, and say where it comes from.")))
        )  # fmt: skip
        heads = (Column("", "figures"), Column(say(N_("Promise")), "name"), Column(say(N_("Number and source"))))
        lines = tuple(GridRow((Chip(one.label, one.by), short_name(one, sheet.shown), room(2))) for one in by_hand)
        blocks.append(Grid(heads, lines, full=True))
    return sheet.document(say(N_("Data request")), blocks)


def _needed_for(one: Asked, sheet: Sheet) -> str:
    found = [*(each.label for each in one.commitments), *(sheet.say(words) for words in one.also)]
    return ", ".join(found) or sheet.say(N_("telling leads apart"))
