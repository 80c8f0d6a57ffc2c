"""The review report as a document. Must not know ReportLab."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections import Counter
from collections.abc import Iterator

from workbench.agreement.commitment import Side
from workbench.agreement.model import shown_in
from workbench.agreement.period_words import period_words
from workbench.agreement.sentences import sentence, short_name, target_text
from workbench.base.language import N_, Language
from workbench.documents.blocks import (
    Block,
    Chip,
    Column,
    Document,
    Fact,
    Grid,
    GridRow,
    Opening,
    Paper,
    Run,
    Section,
    Text,
    Tile,
    Tiles,
)
from workbench.documents.compose.identity import version_meta
from workbench.documents.compose.review.figures import figures
from workbench.documents.compose.review.scorecard import counted_text, result_text, scorecard_table
from workbench.documents.compose.review.source import Entry, ReviewSource
from workbench.documents.compose.review.words import KICKER, moment_words
from workbench.fields.amounts import show_number
from workbench.fields.moments import show_day
from workbench.fields.value import Shown
from workbench.tracking.as_of import AsOf
from workbench.tracking.proposal_words import PROPOSALS, ROOM_DECIDES, proposal_words
from workbench.tracking.proposals import suggested
from workbench.tracking.result import Status
from workbench.tracking.zone_days import zone_named

TEAMS: tuple[Side, ...] = ("marketing", "sales", "both")
MOST_FILES = 3
OTHERS: dict[Status, str] = {
    "on_track": N_("{n} on track"),
    "at_risk": N_("{n} at risk"),
    "too_little_data": N_("{n} with too little data"),
    "not_due": N_("{n} not due"),
    "not_measurable": N_("{n} not measurable"),
}


def compose_review(source: ReviewSource, language: Language, paper: Paper = "A4") -> Document:
    """The report of a period, in a language."""
    shown = shown_in(source.agreement, language)
    say = language.text
    source = dataclasses.replace(
        source, entries=tuple(sorted(source.entries, key=lambda one: TEAMS.index(one.commitment.by)))
    )
    kicker, title = say(KICKER[source.period.length]), period_words(source.period, language)
    blocks: list[Block] = [
        Opening(kicker, title, _lead(source, shown), _facts(source, shown)),
        _tiles(source, shown),
        scorecard_table(source, shown),
    ]
    drawn = figures(source, shown)
    if drawn:
        blocks.append(Section("why", say(N_("Where the numbers come from")), in_contents=False))
        blocks.extend(drawn)
    blocks.extend(_missed(source, shown))
    blocks.extend(_proposals(source, shown))
    blocks.extend(_left_out(source, shown))
    blocks.append(_how_to_read(shown))
    moment = AsOf.at(source.as_of, zone_named(source.zone))
    meta = dataclasses.replace(
        version_meta(source.agreement, source.header, language, paper),
        title=f"{kicker}, {title}",
        version=say(N_("Judged by version {n}")).format(n=source.header.number),
        created=_instant(moment.last),
        running="  ·  ".join(part for part in (source.agreement.teams.company, f"{kicker}, {title}") if part),
    )
    return Document(meta, tuple(blocks))


def _instant(second: int) -> str:
    return dt.datetime.fromtimestamp(second, dt.UTC).isoformat()


def _lead(source: ReviewSource, shown: Shown) -> str:
    """The result in two sentences."""
    say, counts = shown.language.text, Counter(entry.line.status for entry in source.entries)
    decided = counts["met"] + counts["missed"]
    words = N_("{met} of {all} commitments were met, {missed} missed.") if decided else N_("Nothing is decided yet.")
    first = say(words).format(met=counts["met"], all=len(source.entries), missed=counts["missed"])
    others = [say(words).format(n=counts[state]) for state, words in OTHERS.items() if counts[state]]
    if not others:
        return first
    return f"{first} " + say(N_("The others: {list}.")).format(list=", ".join(others))


def _facts(source: ReviewSource, shown: Shown) -> tuple[Fact, ...]:
    say, count = shown.language.text, shown.language.count
    judged = (
        say(N_("rehearsal, judged by version {n}, which is not the signed one in force"))
        if source.rehearsal
        else say(N_("judged by version {n}, in force since {day}"))
    ).format(n=source.header.number, day=show_day(source.in_force_since, shown) if source.in_force_since else "")
    as_of = Fact(say(N_("As of")), f"{moment_words(source.as_of, source.zone, shown)}; {judged}")
    files = []
    for one in source.files[-MOST_FILES:]:
        words = count(N_("{name}, {n} lead, imported by {by}"), N_("{name}, {n} leads, imported by {by}"), one.leads)
        words = words.format(name=one.name, n=show_number(one.leads, shown), by=one.by)
        if one.rejected or one.problems:
            rows = count(N_("{n} row not taken"), N_("{n} rows not taken"), one.rejected).format(n=one.rejected)
            values = count(N_("{n} value listed as a problem"), N_("{n} values listed as problems"), one.problems)
            words += f"; {rows}, {values.format(n=one.problems)}"
        files.append(words)
    if len(source.files) > MOST_FILES:
        before = len(source.files) - MOST_FILES
        files.append(count(N_("and {n} import before"), N_("and {n} imports before"), before).format(n=before))
    data = Fact(say(N_("Data")), "\n".join(files) or say(N_("No export was imported.")))
    return as_of, data


def _tiles(source: ReviewSource, shown: Shown) -> Tiles:
    say, counts = shown.language.text, Counter(entry.line.status for entry in source.entries)
    still_open = counts["on_track"] + counts["at_risk"]
    silent = counts["too_little_data"] + counts["not_due"] + counts["not_measurable"]
    tiles = [
        Tile(str(counts["met"]), say(N_("met")), "good"),
        Tile(str(counts["missed"]), say(N_("missed")), "warning"),
    ]
    if still_open:
        tiles.append(Tile(str(still_open), say(N_("still open")), "both"))
    if silent:
        tiles.append(Tile(str(silent), say(N_("without a verdict")), "quiet"))
    return Tiles(tuple(tiles))


def _missed(source: ReviewSource, shown: Shown) -> Iterator[Block]:
    """What was missed or is at risk, and what the agreement says follows."""
    say = shown.language.text
    found = [entry for entry in source.entries if entry.line.status in {"missed", "at_risk"}]
    yield Section(
        "missed", say(N_("What the agreement says now")), in_contents=False, small_lead=True,
        lead=say(N_("For each number that was missed or is at risk: the promise, the result, and the agreed repair."))
        if found else say(N_("Nothing was missed and nothing is at risk.")),
    )  # fmt: skip
    if not found:
        return
    columns = (
        Column("", "figures"),
        Column(say(N_("Promise and result"))),
        Column(say(N_("Agreed repair"))),
        Column(say(N_("Owner"))),
    )
    rows = []
    for entry in found:
        result = say(N_("{result} of {target}")).format(
            result=result_text(entry, shown) or "–", target=_target(entry, shown)
        )
        behind = counted_text(entry, shown)
        words = (
            sentence(entry.commitment, shown) + " ",
            Run(f"{result}{'; ' + behind if behind else ''}.", strong=True),
        )
        rows.append(
            GridRow((
                Chip(entry.commitment.label, entry.commitment.by),
                words,
                entry.commitment.consequence or say(N_("Nothing is agreed.")),
                entry.commitment.owner or "–",
            ))
        )  # fmt: skip
    yield Grid(columns, tuple(rows), full=True)


def _target(entry: Entry, shown: Shown) -> str:
    return "–" if entry.line.target is None else target_text(entry.commitment, shown, entry.line.target)


def _proposals(source: ReviewSource, shown: Shown) -> Iterator[Block]:
    """What the results so far suggest for the next version."""
    say = shown.language.text
    found = [one for entry in source.entries if (one := suggested(entry.commitment, entry.until)) is not None]
    if not found:
        return
    lead = say(ROOM_DECIDES)
    yield Section("proposals", say(PROPOSALS), in_contents=False, small_lead=True, lead=lead)
    columns = (
        Column("", "figures"), Column(say(N_("Commitment"))), Column(say(N_("What the data shows"))),
        Column(say(N_("Proposal"))),
    )  # fmt: skip
    rows = [
        GridRow(
            (
                Chip(one.commitment.label, one.commitment.by),
                short_name(one.commitment, shown),
                *proposal_words(one, shown),
            )
        )
        for one in found
    ]
    yield Grid(columns, tuple(rows), full=True)


def _left_out(source: ReviewSource, shown: Shown) -> Iterator[Block]:
    """Leads that counted for nobody, where there are any."""
    say = shown.language.text
    rows = []
    for entry in source.entries:
        line = entry.line
        counts = (line.pending or 0, line.excluded or 0, line.unknown or 0)
        if any(counts):
            rows.append(
                GridRow((
                    Chip(line.label, line.by), short_name(entry.commitment, shown), *map(str, counts),
                ))
            )  # fmt: skip
    if not rows:
        return
    lead = say(N_("They count for nobody. Every lead and its reason stand behind the number in the program."))
    yield Section("left-out", say(N_("Leads without a verdict")), in_contents=False, small_lead=True, lead=lead)
    columns = (
        Column("", "figures"), Column(say(N_("Commitment"))), Column(say(N_("Pending")), "number"),
        Column(say(N_("Excluded")), "number"), Column(say(N_("Unknown")), "number"),
    )  # fmt: skip
    yield Grid(columns, tuple(rows), full=True)


def _how_to_read(shown: Shown) -> Text:
    say = shown.language.text
    words = say(
        N_(
            "Met: the result reaches the target, less the agreed tolerance. On track and at risk: the period is not "
            "over, or open leads can still change it. Too little data: fewer leads than the agreed minimum. An open "
            "period is never missed, and nothing is met without data."
        )
    )
    return Text((Run(say(N_("How to read this report.")) + " ", strong=True), words), full=True, quiet=True)
