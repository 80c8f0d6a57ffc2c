"""The minutes of a session: what was decided, what is open, who does what, when the room meets again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from workbench.agreement.progress import progress
from workbench.agreement.sections.sign_off import OpenItem
from workbench.base.language import N_
from workbench.documents.blocks import (
    Block,
    Column,
    Document,
    Fact,
    Facts,
    Grid,
    GridRow,
    Opening,
    Run,
    Section,
    Text,
    Tile,
    Tiles,
)
from workbench.documents.compose.papers.sheet import Sheet
from workbench.fields.moments import show_day

STATES = {
    "empty": N_("not begun"),
    "draft": N_("draft"),
    "disputed": N_("disputed"),
    "agreed": N_("agreed"),
    "skipped": N_("left out"),
}


@dataclass(frozen=True)
class Reworded:
    """A wording that was changed after the answers were opened.

    Attributes:
        question: What it answers.
        who: Wrote the change down.
        at: When.
        before: The wording it was.
        after: The wording it became.
    """

    question: str
    who: str
    at: dt.datetime
    before: str
    after: str


@dataclass(frozen=True)
class Held:
    """What is known of the session besides the agreement.

    Attributes:
        on: The day; nothing where nobody said.
        place: Where.
        facilitator: Who led it.
        planned: Minutes it was planned for; 0 without an agenda.
        took: Minutes it took, as far as that was noted; 0 where it was not.
        next_on: The day of the next meeting.
        next_at: Its hour.
        next_place: Where.
        next_about: What both teams bring.
        concerns: Concerns that are not settled: what is said, about what, who follows it up.
        edits: Wordings that were changed after the answers were opened.
        over: Questions whose time box was not enough, each with the minutes and seconds beyond it.
        alignment: How aligned the teams say they are: when they were asked, marked for translation, and the mean of 5.
    """

    on: dt.date | None = None
    place: str = ""
    facilitator: str = ""
    planned: int = 0
    took: int = 0
    next_on: dt.date | None = None
    next_at: dt.time | None = None
    next_place: str = ""
    next_about: str = ""
    concerns: tuple[tuple[str, str, str], ...] = ()
    alignment: tuple[tuple[str, float], ...] = ()
    edits: tuple[Reworded, ...] = ()
    over: tuple[tuple[str, str], ...] = ()


def compose_minutes(sheet: Sheet, held: Held) -> Document:
    """The minutes."""
    agreement, say, shown = sheet.agreement, sheet.say, sheet.shown
    decisions, items = agreement.sign_off.decisions, _waiting(sheet)
    agreed = sum(one.state == "agreed" for one in progress(agreement))
    on = held.on or sheet.at.date()
    blocks: list[Block] = [
        Opening(say(N_("Minutes")), agreement.title, _lead(sheet, agreed, len(items)), tuple(_facts(sheet, held, on))),
        Tiles((
            Tile(str(agreed), say(N_("sections agreed")), "good"),
            Tile(str(len(decisions)), say(N_("decisions")), "both"),
            Tile(str(len(items)), say(N_("open items")), "warning" if items else "quiet"),
        )),
    ]  # fmt: skip
    blocks.extend(_decided(sheet))
    blocks.extend(_reworded(sheet, held))
    blocks.extend(_sections(sheet))
    blocks.extend(_open(sheet, items, held))
    blocks.extend(_owners(sheet, items))
    blocks.append(Section("next", say(N_("Next meeting")), in_contents=False))
    following = [
        Fact(say(N_("When")), " ".join((show_day(held.next_on, shown), f"{held.next_at:%H:%M}" if held.next_at else ""))
             if held.next_on else say(N_("Not set yet."))),
        Fact(say(N_("Where")), held.next_place),
        Fact(say(N_("What for")), held.next_about),
    ]  # fmt: skip
    blocks.append(Facts(tuple(one for one in following if one.value)))
    return sheet.document(say(N_("Minutes")), blocks)


def _waiting(sheet: Sheet) -> tuple[OpenItem, ...]:
    return tuple(one for one in sheet.agreement.sign_off.open_items if one.outcome != "resolved")


def _lead(sheet: Sheet, agreed: int, items: int) -> str:
    say, count = sheet.say, sheet.language.count
    left = sum(one.state == "skipped" for one in progress(sheet.agreement))
    first = say(N_("{n} of {all} sections are agreed."), n=agreed, all=len(progress(sheet.agreement)) - left)
    if not items:
        return first
    return f"{first} " + count(N_("{n} item is open."), N_("{n} items are open."), items).format(n=items)


def _facts(sheet: Sheet, held: Held, on: dt.date) -> Iterator[Fact]:
    say, people = sheet.say, sheet.agreement.teams.participants
    yield Fact(say(N_("Held")), ", ".join(part for part in (show_day(on, sheet.shown), held.place) if part))
    if held.facilitator:
        yield Fact(say(N_("Facilitator")), held.facilitator)
    if people:
        yield Fact(say(N_("Participants")), ", ".join(one.name for one in people if one.name))
    if held.alignment:
        asked = "; ".join(say(N_("{when}: {mean} of 5"), when=say(when), mean=f"{mean:.1f}")
                          for when, mean in held.alignment)  # fmt: skip
        yield Fact(say(N_("How aligned the teams are")), asked)
    if held.planned and held.took:
        words = say(N_("{took} minutes of {planned} planned"), took=held.took, planned=held.planned)
        yield Fact(say(N_("Time")), words)
    if held.over:
        yield Fact(say(N_("Took longer")), "; ".join(f"{what} {time}" for what, time in held.over))


def _decided(sheet: Sheet) -> Iterator[Block]:
    say, shown, rows = sheet.say, sheet.shown, []
    for one in sheet.agreement.sign_off.decisions:
        who = "; ".join(part for part in (one.who, one.vote) if part)
        dropped = say(N_("Dropped: {options}"), options=one.dropped) if one.dropped else ""
        rows.append(GridRow((one.name, one.why, who, show_day(one.on, shown) if one.on else ""), detail=dropped))
    yield Section("decided", say(N_("Decided")), in_contents=False)
    if not rows:
        yield Text(say(N_("Nothing stands in the decision log.")), full=True, quiet=True)
        return
    columns = (
        Column(say(N_("Decision")), "name"), Column(say(N_("Why"))), Column(say(N_("By whom")), "quiet"),
        Column(say(N_("On")), "figures"),
    )  # fmt: skip
    yield Grid(columns, tuple(rows), full=True)


def _reworded(sheet: Sheet, held: Held) -> Iterator[Block]:
    say = sheet.say
    if not held.edits:
        return
    yield Section("reworded", say(N_("Wording changed in the room")), in_contents=False)
    rows = tuple(
        GridRow((
            one.question, say(N_("from “{before}” to “{after}”"), before=one.before, after=one.after), one.who,
            f"{show_day(one.at.date(), sheet.shown)} {one.at:%H:%M}",
        ))
        for one in held.edits
    )  # fmt: skip
    columns = (
        Column(say(N_("Question")), "name"), Column(say(N_("Changed"))), Column(say(N_("By whom")), "quiet"),
        Column(say(N_("On")), "figures"),
    )  # fmt: skip
    yield Grid(columns, rows, full=True)


def _sections(sheet: Sheet) -> Iterator[Block]:
    say = sheet.say
    rows = tuple(
        GridRow((str(one.info.number), say(one.info.title), say(STATES[one.state]), one.reason))
        for one in progress(sheet.agreement)
    )
    columns = (Column("", "figures"), Column(say(N_("Section")), "name"), Column(say(N_("State"))),
               Column(say(N_("Reason")), "quiet"))  # fmt: skip
    yield Section("sections", say(N_("How far the sections are")), in_contents=False)
    yield Grid(columns, rows, full=True)


def _open(sheet: Sheet, items: tuple[OpenItem, ...], held: Held) -> Iterator[Block]:
    say, shown = sheet.say, sheet.shown
    yield Section("open", say(N_("Open")), in_contents=False)
    rows = [
        GridRow((one.name, _owner(sheet, one) or "–", show_day(one.due, shown) if one.due else "–", one.note))
        for one in items
    ]
    rows += [GridRow((words, owner or "–", "–", about)) for words, about, owner in held.concerns]
    if not rows:
        yield Text(say(N_("Nothing is open.")), full=True, quiet=True)
        return
    columns = (
        Column(say(N_("Item")), "name"), Column(say(N_("Owner"))), Column(say(N_("Due")), "figures"),
        Column(say(N_("Note")), "quiet"),
    )  # fmt: skip
    yield Grid(columns, tuple(rows), full=True)


def _owners(sheet: Sheet, items: tuple[OpenItem, ...]) -> Iterator[Block]:
    say, by_owner = sheet.say, dict[str, list[str]]()
    for one in items:
        by_owner.setdefault(_owner(sheet, one) or say(N_("nobody yet")), []).append(one.name)
    if not by_owner:
        return
    yield Section("owners", say(N_("Who brings what to an end")), in_contents=False)
    yield Facts(tuple(Fact(owner, (Run("\n".join(names)),)) for owner, names in by_owner.items()))


def _owner(sheet: Sheet, item: OpenItem) -> str:
    return sheet.shown.label_of("teams.participants", item.owner) if item.owner else ""
