"""The agreement on one page: what each team owes the other, the statements, the signatures.

The page is set in several ways, roomiest first: with the whole sentence of each promise, then with its number and a few
words; with more and with less air, never with smaller type than a table's. Every promise, reservation and signer is on
it, so that nothing is signed unseen. Where none of these ways takes one page, the schedule and a page to sign follow,
and a rule says so before anything is exported (`agreement/rules/one_page.py`). Must not know sections one by one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from workbench.agreement.commitment import Commitment
from workbench.agreement.version import VersionHeader
from workbench.base.language import N_
from workbench.documents.blocks import Block, Note, Opening, SignatureCards, Words, plain
from workbench.documents.compose.front import cover_facts, cover_line, owed
from workbench.documents.compose.identity import grouped
from workbench.documents.compose.page import Page, strong
from workbench.documents.compose.schedule import schedule
from workbench.documents.compose.sign_off import signature_spot, signatures

WAYS = ((True, 0), (True, 1), (True, 2), (False, 1), (False, 2), (False, 3))
"""Whether each promise stands in full, and how tightly, from the roomiest way to the last."""

LAST = 3
"""The tightest way: what else is said beside the promises then stands among the words under them."""

MOST_AT_ALL = 40
"""Promises of which no page could hold the few words: no way is tried."""


def on_one_page(page: Page, header: VersionHeader, known: Sequence[Commitment]) -> tuple[tuple[Block, ...], ...]:
    """The ways to set it on one page, roomiest first."""
    if len(known) > MOST_AT_ALL:
        return ()
    agreement = page.agreement
    section = agreement.sign_off
    spots = tuple(signature_spot(page, one) for one in section.signers)
    cards = (SignatureCards(spots, small=True),) if spots else ()
    made: list[tuple[Block, ...]] = []
    for in_full, tight in WAYS:
        promises = owed(agreement, known, page.shown, tight=tight, in_full=in_full)
        notes = [Note(_small_print(page, header, in_full=in_full), full=True, wide=True)]
        if tight == LAST and promises.remarks:
            said = [part for one in promises.remarks for part in (strong(f"{one.title}: "), f"{plain(one.words)} ")]
            notes.insert(0, Note(tuple(said), full=True, wide=True))
            promises = replace(promises, remarks=())
        made.append((_head(page, header, close=tight > 0), promises, *notes, *cards))
    return tuple(made)


def one_page(page: Page, header: VersionHeader, known: Sequence[Commitment]) -> tuple[Block, ...]:
    """What is printed where no way takes one page: the summary, the schedule, a page to sign."""
    promises = owed(page.agreement, known, page.shown)
    following = schedule(page.agreement, known, page.shown)
    return _head(page, header, close=False), promises, *following, *signatures(page, header)


def _head(page: Page, header: VersionHeader, *, close: bool) -> Opening:
    agreement = page.agreement
    teams = agreement.teams
    name = teams.company or agreement.title
    if close:
        line = cover_line(agreement, header, page.shown)
        return Opening(teams.company, agreement.title, line, (), teams.logo, name, close=True)
    facts = cover_facts(agreement, header, page.shown, reference=False)  # it stands in the footer
    return Opening(teams.company, agreement.title, "", facts, teams.logo, name)


def _small_print(page: Page, header: VersionHeader, *, in_full: bool) -> Words:
    """What each person says by signing, what the page does not print, which version it is."""
    section = page.agreement.sign_off
    said = " ".join(one.text for one in section.statements)
    first = f"{page.say(N_('By signing, each person says:'))} " if said else ""
    parts = [said] if said else []
    for one in section.reservations:
        signer = page.shown.label_of("sign_off.signers", one.signer) if one.signer else ""
        words = ", ".join(part for part in (signer, one.clause) if part)
        parts.append(page.say(N_("Reservation ({who}): {text}"), who=words, text=one.text))
    inside = (
        N_("Definitions, measures and all else that was agreed travel inside this file as data and as a spreadsheet.")
        if in_full
        else N_("The sentence of each promise, definitions, measures and all else that was agreed travel inside this "
                "file as data and as a spreadsheet.")
    )  # fmt: skip
    parts.append(page.say(inside))
    if header.number:
        parts.append(page.say(N_("Version hash {hash}."), hash=grouped(header.hash, 64)))
    return strong(first), " ".join(parts)
