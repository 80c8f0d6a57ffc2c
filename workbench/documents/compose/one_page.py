"""The agreement on one page: what each team owes the other, the statements, the signatures.

Where one page does not hold every promise, reservation and signer, the schedule and a page to sign follow, so that
nothing is signed unseen; what else was agreed travels inside the file. Must not know sections one by one.
"""

from __future__ import annotations

from collections.abc import Sequence

from workbench.agreement.commitment import Commitment
from workbench.agreement.version import VersionHeader
from workbench.base.language import N_
from workbench.documents.blocks import Block, Note, Opening, SignatureCards
from workbench.documents.compose.front import all_shown, cover_facts, owed
from workbench.documents.compose.identity import grouped
from workbench.documents.compose.page import Page
from workbench.documents.compose.schedule import schedule
from workbench.documents.compose.sign_off import signature_spot, signatures

MOST_SIGNERS = 2


def one_page(page: Page, header: VersionHeader, known: Sequence[Commitment]) -> tuple[Block, ...]:
    """The page, and what follows where it does not hold everything."""
    agreement = page.agreement
    teams, section = agreement.teams, agreement.sign_off
    facts = cover_facts(agreement, header, page.shown, reference=False)  # it stands in the footer
    name = teams.company or agreement.title
    head = Opening(teams.company, agreement.title, "", facts, teams.logo, name)
    holds_all = all_shown(known) and not section.reservations and len(section.signers) <= MOST_SIGNERS
    promises = owed(agreement, known, page.shown, shares_page=holds_all)
    if not holds_all:
        schedule_of_all = schedule(agreement, known, page.shown)
        return head, promises, *schedule_of_all, *signatures(page, header)
    note = Note(_small_print(page, header), full=True)
    spots = tuple(signature_spot(page, one) for one in section.signers)
    return head, promises, note, *((SignatureCards(spots, small=True),) if spots else ())


def _small_print(page: Page, header: VersionHeader) -> str:
    """What each person says by signing, what the page does not print, which version it is."""
    said = " ".join(one.text for one in page.agreement.sign_off.statements)
    parts = [page.say(N_("By signing, each person says: {statements}"), statements=said)] if said else []
    inside = N_(
        "Definitions, measures and all else that was agreed travel inside this file as data and as a spreadsheet."
    )
    parts.append(page.say(inside))
    if header.number:
        parts.append(page.say(N_("Version hash {hash}."), hash=grouped(header.hash, 64)))
    return " ".join(parts)
