"""The pages before the text: cover and the one-page summary. Must not know sections one by one."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.agreement.commitment import Commitment, Side
from workbench.agreement.model import Agreement
from workbench.agreement.sentences import caption, sentence, short_name, target_text
from workbench.agreement.team_names import PARTIES, team_inside, team_name
from workbench.agreement.version import VersionHeader
from workbench.base.language import N_
from workbench.documents.blocks import (
    Chip,
    Contents,
    Cover,
    Fact,
    PageBreak,
    PageOf,
    Promise,
    PromiseList,
    Remark,
    Run,
    Section,
    Summary,
    plain,
)
from workbench.documents.blocks.document import Block
from workbench.documents.compose.identity import version_words
from workbench.fields.moments import show_day
from workbench.fields.value import Shown

PROMISE = N_("What each team owes the other, how it is measured, and what happens when a number is missed.")
MOST_OF_A_TEAM = 7
MOST_SHARED = 3


def cover(agreement: Agreement, header: VersionHeader, shown: Shown) -> Cover:
    """The first page."""
    teams = agreement.teams
    return Cover(
        teams.company or agreement.title, agreement.title, shown.language.text(PROMISE),
        cover_facts(agreement, header, shown), teams.logo,
    )  # fmt: skip


def cover_facts(
    agreement: Agreement, header: VersionHeader, shown: Shown, *, reference: bool = True
) -> tuple[Fact, ...]:
    """Between whom, in force when, which version."""
    say, teams = shown.language.text, agreement.teams
    facts = []
    people = "teams.participants"
    marketing, sales = (team_name(teams, side, shown.language) for side in PARTIES)
    led = N_("{team}, led by {name}")
    between = [
        say(led).format(team=team, name=shown.label_of(people, lead)) if lead else team
        for team, lead in ((marketing, teams.marketing_lead), (sales, teams.sales_lead))
    ]
    facts.append(
        Fact(
            say(N_("Between")),
            (Run(between[0], tone="marketing", strong=True), "\n", Run(between[1], tone="sales", strong=True)),
        )
    )
    if teams.effective_from:
        begin = show_day(teams.effective_from, shown)
        span = (
            say(N_("{first} to {last}")).format(first=begin, last=show_day(teams.effective_until, shown))
            if teams.effective_until
            else say(N_("from {first}")).format(first=begin)
        )
        facts.append(Fact(say(N_("In force")), span))
    saved = show_day(header.at.date(), shown)
    words = say(N_("{n}, saved {day} by {name}")).format(n=header.number, day=saved, name=header.author)
    if not header.number:
        words = version_words(0, shown.language)
    facts.append(Fact(say(N_("Version")), words, header.message))
    if teams.reference_number and reference:
        facts.append(Fact(say(N_("Reference")), teams.reference_number))
    if header.kind != "for_signature" and header.number:
        facts.append(
            Fact(
                say(N_("Standing")),
                (Run(say(N_("Saved point. Not for signature: something is still missing.")), tone="warning"),),
            )
        )
    return tuple(facts)


def cover_line(agreement: Agreement, header: VersionHeader, shown: Shown) -> tuple[Run | str, ...]:
    """The same in running words, for a page that has no room for a table."""
    pieces: list[Run | str] = []
    for fact in cover_facts(agreement, header, shown, reference=False):
        parts = (fact.value,) if isinstance(fact.value, str) else fact.value
        words = ["; " if one == "\n" else one for one in parts if isinstance(one, str | Run)]
        more = f" ({plain(fact.below)})" if fact.below else ""
        pieces += [Run(f"{fact.label}: ", strong=True), *words, f"{more}. "]
    return tuple(pieces)


def summary(agreement: Agreement, known: Sequence[Commitment], shown: Shown) -> tuple[Block, ...]:
    """The one-page summary."""
    lead = shown.language.text(
        N_(
            "Each number is one commitment with an owner, a measure "
            "and a consequence; the full text is the schedule on page "
        )
    )
    title = shown.language.text(N_("This agreement in one minute"))
    return (
        Section("summary", title, lead=(lead, PageOf("schedule"), "."), new_page=True),
        owed(agreement, known, shown),
    )


def owed(
    agreement: Agreement,
    known: Sequence[Commitment],
    shown: Shown,
    *,
    tight: int | None = None,
    in_full: bool = False,
) -> Summary:
    """What I owe, what I get, what we share.

    Args:
        agreement: Whose.
        known: Its commitments.
        shown: For the words.
        tight: As `Summary.tight`; where the page is all that is printed, every promise stands on it.
        in_full: With the whole sentence of each promise, not its few words.
    """
    say = shown.language.text
    marketing, sales = (team_inside(agreement.teams, side, shown.language) for side in PARTIES)
    owes = say(N_("What {team} owes {other}"))
    most, most_shared = (MOST_OF_A_TEAM, MOST_SHARED) if tight is None else (len(known), len(known))
    left = _promises(known, "marketing", owes, marketing, sales, shown, most, whole=in_full)
    right = _promises(known, "sales", owes, sales, marketing, shown, most, whole=in_full)
    shared = _promises(known, "both", say(N_("What we share")), "", "", shown, most_shared, whole=in_full)
    remarks = tuple(_remarks(agreement, shown))
    return Summary(left, right, shared if shared.promises else None, remarks, tight)


def _promises(
    known: Sequence[Commitment],
    side: Side,
    title: str,
    team: str,
    other: str,
    shown: Shown,
    most: int,
    *,
    whole: bool = False,
) -> PromiseList:
    say = shown.language.text
    mine = [one for one in known if one.by == side]
    rows = tuple(
        Promise(
            target_text(one, shown),
            short_name(one, shown),
            sentence(one, shown) if whole else caption(one, shown),
            Chip(one.label, one.by),
        )
        for one in mine[:most]
    )
    more = say(N_("and {n} more in the schedule")).format(n=len(mine) - most) if len(mine) > most else ""
    return PromiseList(side, title.format(team=team, other=other), rows, more, say(N_("Nothing is promised yet.")))


def _remarks(agreement: Agreement, shown: Shown) -> list[Remark]:
    say = shown.language.text
    found = []
    if agreement.governance.consequences:
        found.append(
            Remark(
                say(N_("If a number is missed")),
                say(N_("The team that missed repairs, as its promise says; explanations follow.")),
            )
        )
    ceiling = agreement.volumes.ceiling
    if ceiling is not None:
        found.append(
            Remark(
                say(N_("If there are too many leads")),
                say(N_("Above {n} the extra leads do not count against the team that follows up.")).format(n=ceiling),
            )
        )
    dates = []
    if agreement.teams.review_date:
        dates.append(say(N_("First review {day}.")).format(day=show_day(agreement.teams.review_date, shown)))
    after = [str(one.after) for one in agreement.governance.check_ins if one.after]
    if after:
        dates.append(say(N_("Check-ins after {days} days.")).format(days=", ".join(after)))
    if dates:
        found.append(Remark(say(N_("Next dates")), " ".join(dates)))
    return found


def contents(agreement: Agreement, shown: Shown) -> tuple[Block, ...]:
    """The list of sections."""
    say = shown.language.text
    marketing, sales = (team_inside(agreement.teams, side, shown.language) for side in PARTIES)
    note = say(
        N_(
            "How to read this document: chips such as M-1, S-1 and J-1 "
            "mark commitments of {marketing}, of {sales} and of both. The "
            "schedule has each in full. The agreement travels inside this file as data."
        )
    ).format(marketing=marketing, sales=sales)
    return (PageBreak(), Contents(say(N_("Contents")), note))
