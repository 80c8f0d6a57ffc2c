"""Makes the scene the room sees from where the session stands. The only place that decides what may be shown."""

from __future__ import annotations

import datetime as dt

from workbench.agreement.commitment import Side
from workbench.agreement.contents import SECTION
from workbench.agreement.model import Agreement
from workbench.agreement.room.consent import concerns, tally, verdict
from workbench.agreement.room.countdown import SOON, Countdown, clock_words
from workbench.agreement.room.divergence import Marked, divergence, marked
from workbench.agreement.room.questions import Question, core_questions, question_of, shown
from workbench.agreement.room.scene import Clock, Cover, Hands, Opened, Scene
from workbench.agreement.room.seats import Seat, seats
from workbench.agreement.room.session import Room, Round, Stage
from workbench.agreement.sections.sign_off import OpenItem
from workbench.agreement.team_names import PARTIES, team_name
from workbench.base.clock import from_utc_text
from workbench.base.language import N_, Language
from workbench.fields.moments import show_day

ASK, BLIND, REVEAL, WORD, CONSENT = range(5)
STEPS = (N_("Ask"), N_("Answer blind"), N_("Reveal"), N_("Word it"), N_("Consent"))
PLEDGE, ENDED = "pledge", "ended"
CARDS = (N_("Stop"), N_("Needs work"), N_("A concern"), N_("Acceptable"), N_("Good"), N_("I'll carry it"))
MOST_ROWS = 3


def scene(
    agreement: Agreement, room: Room, stage: Stage, clock: Countdown, now: dt.datetime, language: Language,
    zone: dt.tzinfo,
) -> Scene:  # fmt: skip
    """What the room sees now.

    Args:
        agreement: As it is.
        room: Answers and votes; read only as far as they may be shown.
        stage: Where the session stands.
        clock: The time box.
        now: The present moment.
        language: Of the words.
        zone: On whose clock a break ends.
    """
    text = language.text
    covered = _covered(agreement, stage, language, zone)
    if covered is not None:
        return covered
    if stage.question == ENDED:
        return _ended(agreement, language)
    asked = question_of(agreement, stage.question, language)
    if asked is None:
        words = agreement.teams.pledge or text(N_("We work for the same customers. We argue with numbers."))
        done = text(N_("Both leads said yes")) if room.pledged else ""
        return Scene(
            "pledge", strip=text(N_("Before we begin")), badge=done, badge_ok=room.pledged,
            label=text(N_("Our pledge")),
            wording=words, lead=text(N_("Both leads say it aloud.")),
        )  # fmt: skip
    held = room.round(asked.key)
    step = stage.step or ASK
    if step == CONSENT:
        return _consent(agreement, room, asked, held, language)
    strip = text(SECTION[asked.section].title)
    if step == WORD:
        words = held.wording or text(N_("Still to be written"))
        return Scene("word", strip=strip, title=asked.title, label=text(N_("Proposed wording")), wording=words)
    if held.opened and step >= REVEAL:
        return _opened(agreement, asked, held, strip, language)
    hint = text(N_("All answers open together.")) if held.by_person else text(N_("Both answers open together."))
    covers = tuple(_cover(agreement, held, team, language) for team in PARTIES)
    return Scene(
        "question", strip=strip, strip_more=_place(agreement, asked, language), title=asked.title,
        lead=f"{asked.hint} {hint}" if step else asked.hint,
        clock=_clock(clock, now, language) if step else None, covers=covers if step else (),
    )  # fmt: skip


def _ended(agreement: Agreement, language: Language) -> Scene:
    count, signed = language.count, agreement.sign_off
    decided, waiting = len(signed.decisions), sum(one.outcome != "resolved" for one in signed.open_items)
    lead = language.text(N_("What we agreed is written down."))
    if decided or waiting:
        said = count(N_("{n} decision"), N_("{n} decisions"), decided).format(n=decided)
        left = count(N_("{n} item left open"), N_("{n} items left open"), waiting).format(n=waiting)
        lead = f"{lead} {said}, {left}."
    return Scene("ended", title=language.text(N_("Thank you.")), lead=lead)


def _cover(agreement: Agreement, held: Round, team: Side, language: Language) -> Cover:
    text, own = language.text, [one for one in seats(agreement, held, language) if one.team == team]
    ready = sum(held.is_in(team, one.person) for one in own)
    is_in = ready == len(own)
    if len(own) == 1:
        says = text(N_("Answer is in")) if is_in else text(N_("Writing"))
    else:
        says = (
            text(N_("All answers are in")) if is_in else text(N_("{n} of {all} are in")).format(n=ready, all=len(own))
        )
    return Cover(team, team_name(agreement.teams, team, language), is_in, says)


def _covered(agreement: Agreement, stage: Stage, language: Language, zone: dt.tzinfo) -> Scene | None:
    text = language.text
    match stage.cover:
        case "blank":
            return Scene("blank")
        case "break":
            until = from_utc_text(stage.until).astimezone(zone).strftime("%H:%M") if stage.until else ""
            lead = text(N_("We go on at {time}.")).format(time=until) if until else ""
            return Scene("break", title=text(N_("Break")), lead=lead)
        case "card" if stage.card:
            card = stage.card[0]
            return Scene("card", strip=card.strip, title=card.figure, wording=card.words, lead=card.source)
        case "parked":
            waiting = [one.name for one in agreement.sign_off.open_items if one.outcome in {"", "open"}]
            none = text(N_("Nothing is parked."))
            return Scene(
                "parked", title=text(N_("Parking lot")), lines=tuple(waiting), lead="" if waiting else none
            )  # fmt: skip
        case _:
            return None


def _opened(agreement: Agreement, asked: Question, held: Round, strip: str, language: Language) -> Scene:
    text, how = language.text, shown(agreement, language)
    answering = seats(agreement, held, language)
    found = divergence(asked, held, how, answering)
    words = next((part.key for part in asked.parts if part.field.kind.name == "text"), asked.parts[0].key)
    said = {team: _statements(held, answering, team, words) or (text(N_("No answer")),) for team in PARTIES}
    rows = tuple(one for one in found.differing if one.how != "text")
    badge = text(N_("Already the same: {parts}")).format(parts=", ".join(found.same)) if found.same else ""
    more = text(N_("{n} of {all}, largest first")).format(n=min(len(rows), MOST_ROWS), all=len(rows))
    return Scene(
        "reveal", strip=strip, strip_more=_place(agreement, asked, language), badge=badge, badge_ok=True,
        title=asked.title,
        opened=tuple(
            Opened(team, team_name(agreement.teams, team, language), _beside(said[team], " ".join(said[other])))
            for team, other in (PARTIES, PARTIES[::-1])
        ),
        rows=rows[:MOST_ROWS], rows_title=text(N_("Where we differ most")) if rows else "",
        rows_more=more if len(rows) > MOST_ROWS else "",
    )  # fmt: skip


def _place(agreement: Agreement, asked: Question, language: Language) -> str:
    """Which of the three core questions it is; nothing for another one."""
    keys = [one.key for one in core_questions(agreement, language)]
    if asked.key not in keys:
        return ""
    return language.text(N_("Question {n} of {all}")).format(n=keys.index(asked.key) + 1, all=len(keys))


def _statements(held: Round, answering: tuple[Seat, ...], team: Side, part: str) -> tuple[str, ...]:
    """What a side says; people's answers without their names, and in an order that is nobody's."""
    said = [held.words(team, part, one.person) for one in answering if one.team == team]
    return tuple(sorted(filter(None, said)))


def _beside(statements: tuple[str, ...], other: str) -> Marked:
    if len(statements) == 1:
        return marked(statements[0], other)
    pieces: list[tuple[str, bool]] = []
    for number, one in enumerate(statements):
        pieces += [("\n• " if number else "• ", False), *marked(one, other)]
    return tuple(pieces)


def _consent(agreement: Agreement, room: Room, asked: Question, held: Round, language: Language) -> Scene:
    text, ballot = language.text, held.ballot
    stands = verdict(ballot, agreement, asked.section, room.rule, room.limit)
    strip = text(SECTION[asked.section].title)
    again = len(held.ballots)
    badge = text(N_("Vote {n}")).format(n=again) if again > 1 else ""
    if ballot is not None and stands.all_in and not stands.met and not ballot.decided:
        not_yet = text(N_("Not agreed yet"))
        badge = f"{badge} · {not_yet}" if badge else not_yet
    wording = ballot.wording if ballot is not None and ballot.wording else held.wording
    if ballot is None or not stands.all_in:
        return Scene(
            "vote", strip=strip, strip_more=asked.title, badge=badge, label=text(N_("Proposed wording")),
            wording=wording, title=text(N_("Can you live with this? Show your hand on three.")),
            cards=tuple(map(text, CARDS)), least=room.limit,
        )  # fmt: skip
    hands = []
    for team in PARTIES:
        shows = ballot.hands(team)
        enough = sum(hand >= room.limit for hand in shows)
        says = text(N_("{n} of {all} at {least} or more")).format(n=enough, all=len(shows), least=room.limit)
        hands.append(Hands(team, team_name(agreement.teams, team, language), tally(shows), says))
    raised = concerns(agreement, asked.section)
    return Scene(
        "result", strip=strip, strip_more=asked.title, badge=text(N_("Recorded")) if ballot.decided else badge,
        badge_ok=ballot.decided, label=text(N_("We agree")) if ballot.decided else text(N_("Proposed wording")),
        wording=wording, hands=tuple(hands), least=room.limit,
        concern=_concern(agreement, raised[-1], room, language) if raised else (),
    )  # fmt: skip


def _concern(agreement: Agreement, one: OpenItem, room: Room, language: Language) -> tuple[str, ...]:
    text = language.text
    owner = next((each.name for each in agreement.teams.participants if each.key == one.owner), "")
    lines = [text(N_("A concern to check")), one.name]
    if owner and not room.names_hidden:
        lines.append(owner)
    if one.due is not None:
        day = show_day(one.due, shown(agreement, language))
        lines.append(text(N_("Looked at again on {day}")).format(day=day))
    return tuple(lines)


def _clock(clock: Countdown, now: dt.datetime, language: Language) -> Clock | None:
    if not clock.whole:
        return None
    left = clock.left_at(now)
    if left <= 0:
        return Clock(language.text(N_("Time")), "", 0.0, soon=True)
    says = language.text(N_("left")) if clock.runs else language.text(N_("paused"))
    return Clock(clock_words(left), says, clock.share_at(now), left < SOON)
