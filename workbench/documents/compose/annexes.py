"""The annexes: decisions, open items, the calibration round, and what changed since the version before."""

from __future__ import annotations

from workbench.agreement.version import VersionHeader
from workbench.base.language import N_
from workbench.documents.blocks import Block, Section
from workbench.documents.compose.changes import Compared, compare
from workbench.documents.compose.page import Col, Page
from workbench.fields.moments import show_day


def annexes(page: Page, before: Compared | None, header: VersionHeader) -> tuple[Block, ...]:
    """Decisions, open items, the calibration round, what changed since the version before; empty ones are left out."""
    agreement, say = page.agreement, page.say
    parts: list[tuple[str, str, tuple[Block, ...]]] = []
    section = agreement.sign_off
    if section.decisions:
        columns = [Col("on", "figures"), Col("name", "name"), Col("why"), Col("dropped", "quiet"), Col("who")]
        lead = say(N_("What was decided in the room, why, and what was not chosen."))
        parts.append(
            (say(N_("Decision log")), lead, (page.grid_of(section.decisions, columns, caption="", full=True),))
        )
    if section.open_items:
        columns = [Col("name", "name"), Col("owner"), Col("due", "figures"), Col("outcome"), Col("note", "quiet")]
        lead = say(N_("Agreed to be open; none of them stops the agreement."))
        parts.append((say(N_("Open items")), lead, (page.grid_of(section.open_items, columns, caption="", full=True),)))
    rows = agreement.lead_definitions.calibration
    if rows:
        columns = [Col("lead", "name"), Col("marketing_vote"), Col("sales_vote"), Col("criterion")]
        blocks: list[Block] = [page.grid_of(rows, columns, caption="", full=True)]
        same = sum(one.marketing_vote == one.sales_vote and bool(one.marketing_vote) for one in rows)
        voted = page.shown.language.count(
            N_("Both teams voted unseen on {n} lead and agreed on {same}."),
            N_("Both teams voted unseen on {n} leads and agreed on {same}."),
            len(rows),
        )
        lead = voted.format(n=len(rows), same=same)
        if agreement.lead_definitions.calibrated_on:
            lead += " " + say(N_("Held on {day}."), day=show_day(agreement.lead_definitions.calibrated_on, page.shown))
        parts.append((say(N_("Calibration round")), lead, tuple(blocks)))
    if before is not None:
        parts.append(_changes(page, before, header))
    made: list[Block] = []
    for letter, (title, lead, blocks_of_part) in zip("ABCD", parts, strict=False):
        number = say(N_("Annex {letter}"), letter=letter)
        first = letter == "A"
        made.append(Section(f"annex-{letter}", title, letter, number, lead, new_page=first, shares_page=first))
        made.extend(blocks_of_part)
    return tuple(made)


def _changes(page: Page, before: Compared, header: VersionHeader) -> tuple[str, str, tuple[Block, ...]]:
    found = compare(before, Compared(header, page.agreement), page.shown.language)
    title = page.say(N_("Changes since version {n}"), n=before.header.number)
    saved = page.say(
        N_("Version {n} was saved on {day} by {name}."),
        n=before.header.number,
        day=show_day(before.header.at.date(), page.shown),
        name=before.header.author,
    )
    return title, f"{saved} {found.lead}", found.blocks
