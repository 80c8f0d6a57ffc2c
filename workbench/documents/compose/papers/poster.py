"""A poster for each team: what we owe, what we get, in the team's own words. One page where it fits."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.agreement.commitment import Commitment, Side
from workbench.agreement.commitments import commitments
from workbench.agreement.sentences import caption, short_name, target_text
from workbench.agreement.team_names import PARTIES, team_inside, team_name
from workbench.base.language import N_
from workbench.documents.blocks import (
    Block,
    Chip,
    Document,
    Fact,
    Opening,
    PageBreak,
    Promise,
    PromiseList,
    Remark,
    Summary,
)
from workbench.documents.compose.papers.sheet import Sheet
from workbench.fields.moments import show_day

MOST = 7
MOST_SHARED = 3


def compose_posters(sheet: Sheet) -> Document:
    """A page for each team."""
    known = commitments(sheet.agreement)
    blocks: list[Block] = []
    for side in PARTIES:
        if blocks:
            blocks.append(PageBreak())
        blocks.extend(_poster(sheet, side, known))
    return sheet.document(sheet.say(N_("Poster")), blocks)


def _poster(sheet: Sheet, side: Side, known: Sequence[Commitment]) -> list[Block]:
    say, teams = sheet.say, sheet.agreement.teams
    other: Side = "sales" if side == "marketing" else "marketing"
    us, them = team_name(teams, side, sheet.language), team_inside(teams, other, sheet.language)
    owe = _list(sheet, known, side, say(N_("What we owe {team}"), team=them), MOST)
    get = _list(sheet, known, other, say(N_("What we get from {team}"), team=them), MOST)
    shared = _list(sheet, known, "both", say(N_("What we share")), MOST_SHARED)
    facts = []
    if teams.effective_from:
        facts.append(Fact(say(N_("In force from")), show_day(teams.effective_from, sheet.shown)))
    if teams.review_date:
        facts.append(Fact(say(N_("First review")), show_day(teams.review_date, sheet.shown)))
    remarks = (Remark(say(N_("Our pledge")), teams.pledge),) if teams.pledge else ()
    opening = Opening(teams.company, us, say(N_("What we owe, and what we get.")), tuple(facts))
    return [opening, Summary(owe, get, shared if shared.promises else None, remarks)]


def _list(sheet: Sheet, known: Sequence[Commitment], side: Side, title: str, most: int) -> PromiseList:
    shown, mine = sheet.shown, [one for one in known if one.by == side]
    rows = tuple(
        Promise(target_text(one, shown), short_name(one, shown), caption(one, shown), Chip(one.label, one.by))
        for one in mine[:most]
    )
    left = len(mine) - most
    more = sheet.say(N_("and {n} more in the agreement"), n=left) if left > 0 else ""
    return PromiseList(side, title, rows, more, sheet.say(N_("Nothing is promised yet.")))
