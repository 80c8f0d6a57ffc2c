"""Where the workshop session of the open agreement stands, and its clock: kept at once, never undone.

A program that was killed goes on in the same place. Must not know windows or pages.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from workbench.agreement.model import Agreement
from workbench.agreement.preparing.to_show import ToShow
from workbench.agreement.room.consent import Verdict, verdict
from workbench.agreement.room.countdown import Countdown, kept, read, started
from workbench.agreement.room.questions import Question, core_questions, question_of
from workbench.agreement.room.scene import Scene
from workbench.agreement.room.seats import Seat, missing, seats
from workbench.agreement.room.session import Card, Overrun, Place, Room, Round, Stage
from workbench.agreement.room.staging import ASK, BLIND, CONSENT, ENDED, PLEDGE, REVEAL, WORD, scene
from workbench.base.clock import Clock, SystemClock, from_utc_text, utc_text
from workbench.base.language import Language
from workbench.fields.value import Shown, new_key
from workbench.ui.asking import Ask
from workbench.ui.form.autosave import Answer, Autosave
from workbench.ui.form.draft import Draft

if TYPE_CHECKING:
    from workbench.services.room import RoomState

MOST_BEFORE = 20
STEP_SECONDS = {WORD: 300, CONSENT: 150}
"""Time boxes of the steps that are the same for every question."""


class StandingRoom(QObject):
    """A session that is open: what it holds, where it stands, and its clock.

    Attributes:
        room: The draft of what was said and voted.
        stage: The draft of where one stands; its steps are never undone.
        autosaves: Keep the library equal to both.

    Args:
        agreement: Id of the agreement.
        state: As the store read it.
        beside: The agreement's draft.
        ask: Asks the store.
        language: Of the words the room reads.
        clock: The present moment.
        who: Tells who writes down what the room says.
        parent: Qt's owner.
    """

    changed = Signal()
    """Something else is to be shown."""

    def __init__(
        self, agreement: str, state: RoomState, beside: Draft, ask: Ask, language: Language, clock: Clock | None,
        who: Callable[[], str], parent: QObject,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._id, self._ask, self._language, self._beside = agreement, ask, language, beside
        self.who = who
        self._now: Clock = clock or SystemClock()
        self._unread: dict[tuple[str, str, str, str], str] = {}
        self._seen = {Room: state.room_revision, Stage: state.stage_revision}
        say: Callable[[Any], Shown] = lambda _root: Shown(language)  # noqa: E731  (handed over twice)
        self.room = Draft(state.room, shown=say, beside=beside, parent=self)
        self.stage = Draft(state.stage, shown=say, parent=self)
        self.autosaves = tuple(
            Autosave(draft, self._save, clock=clock, parent=self) for draft in (self.room, self.stage)
        )
        for draft in (self.room, self.stage, beside):
            draft.changed.connect(lambda _path: self.changed.emit())

    # What is there

    @property
    def agreement(self) -> Agreement:
        """The agreement as it is now."""
        root = self._beside.root
        assert isinstance(root, Agreement)  # opened with one
        return root

    @property
    def held(self) -> Room:
        """What was said and voted."""
        root = self.room.root
        assert isinstance(root, Room)  # opened with one
        return root

    @property
    def standing(self) -> Stage:
        """Where one stands."""
        root = self.stage.root
        assert isinstance(root, Stage)  # opened with one
        return root

    @property
    def step(self) -> int:
        """The step of the question."""
        return self.standing.step or ASK

    @property
    def question(self) -> Question | None:
        """The question on screen; nothing at the pledge and the end."""
        return question_of(self.agreement, self.standing.question, self._language)

    @property
    def round(self) -> Round:
        """The answers to the question on screen."""
        return self.held.round(self.standing.question)

    @property
    def clock(self) -> Countdown:
        """The time box."""
        stage = self.standing
        return read(stage.whole, stage.left, stage.ends)

    def now(self) -> dt.datetime:
        """The present moment."""
        return self._now.now()

    def questions(self) -> tuple[Question, ...]:
        """The three core questions, then every field that was put to the room."""
        core = core_questions(self.agreement, self._language)
        keys = {one.key for one in core}
        more = [one.question for one in self.held.rounds if one.question not in keys]
        if self.standing.question not in {*keys, *more, PLEDGE, ENDED, ""}:
            more.append(self.standing.question)
        found = (question_of(self.agreement, key, self._language) for key in more)
        return (*core, *(one for one in found if one is not None))

    def scene(self, zone: dt.tzinfo) -> Scene:
        """What the room sees now; hours on the clock of `zone`."""
        return scene(self.agreement, self.held, self.standing, self.clock, self.now(), self._language, zone)

    def seats(self) -> tuple[Seat, ...]:
        """Who answers the question on screen."""
        return seats(self.agreement, self.round, self._language)

    def missing(self) -> tuple[Seat, ...]:
        """Whose answer is not in."""
        return missing(self.agreement, self.round, self._language)

    def verdict(self) -> Verdict:
        """How the vote on the question stands."""
        asked = self.question
        held = self.held
        return verdict(self.round.ballot, self.agreement, asked.section if asked else "", held.rule, held.limit)

    # Where one stands

    def go(self, question: str, step: int = ASK) -> None:
        """Put a question on screen; an overrun of the one before goes into the log."""
        stage = self.standing
        if (question, step) == (stage.question, self.step):
            self._stand(replace(stage, cover=""))
            return
        place = Place(new_key(), stage.question, self.step)
        stage = replace(self._logged(stage), question=question, step=step, cover="")
        stage = replace(stage, before=(*stage.before, place)[-MOST_BEFORE:])
        seconds = self._time_for(question, step)
        if seconds:
            stage = self._with(stage, started(seconds, self.now()))
        elif step != BLIND:
            stage = self._with(stage, Countdown())
        self._stand(stage)

    def back(self) -> None:
        """Go to what was on screen before."""
        stage = self.standing
        if stage.before:
            last = stage.before[-1]
            self.go(last.question, last.step or ASK)
            self._stand(replace(self.standing, before=stage.before[:-1]))

    def next_step(self) -> bool:
        """One step on; at covered answers it stays and answers False, because only a reveal opens them."""
        order = [PLEDGE, *(one.key for one in self.questions()), ENDED]
        key = self.standing.question or PLEDGE
        if self.question is None or self.step == CONSENT:
            at = order.index(key) if key in order else 0
            if at + 1 < len(order):
                self.go(order[at + 1])
            return True
        if self.step in {BLIND, REVEAL} and not self.round.opened:
            return False
        self.go(key, self.step + 1)
        return True

    def previous_step(self) -> None:
        """One step back."""
        order = [PLEDGE, *(one.key for one in self.questions()), ENDED]
        key = self.standing.question or PLEDGE
        if self.question is not None and self.step > ASK:
            self.go(key, self.step - 1)
        elif key in order and order.index(key):
            before = order[order.index(key) - 1]
            self.go(before, CONSENT if before not in {PLEDGE, ENDED} else ASK)

    def cover(self, what: str, minutes: int = 0) -> None:
        """Put something in front of the question, or take the same away again; the clock keeps running."""
        stage = self.standing
        shown = "" if stage.cover == what else what
        until = utc_text(self.now() + dt.timedelta(minutes=minutes)) if shown and minutes else ""
        self._stand(replace(stage, cover=shown, until=until))

    def begin_block(self, key: str) -> None:
        """Begin a block of the agenda; none where the key is empty."""
        self._stand(replace(self.standing, block=key, began=utc_text(self.now()) if key else ""))

    def minutes_in_block(self) -> int:
        """Minutes since the block at hand began, a half one counted as whole; 0 while none is."""
        return (self.seconds_in_block() + 30) // 60

    def seconds_in_block(self) -> int:
        """Seconds since the block at hand began; 0 while none is."""
        began = self.standing.began
        return max(int((self.now() - from_utc_text(began)).total_seconds()), 0) if began else 0

    def show_card(self, one: ToShow) -> None:
        """Put something before the room, or take the same away again."""
        card = Card(new_key(), one.strip, one.figure, one.words, one.source)
        stage = self.standing
        same = stage.cover == "card" and bool(stage.card) and replace(stage.card[0], key=card.key) == card
        self._stand(replace(stage, cover="" if same else "card", card=() if same else (card,), until=""))

    # The clock

    def pause(self) -> None:
        """Stop the clock, or let it go on."""
        clock, now = self.clock, self.now()
        if clock.whole:
            self._tell(clock.paused(now) if clock.runs else clock.running(now))

    def longer(self) -> None:
        """Two more minutes."""
        if self.clock.whole:
            self._tell(self.clock.longer(self.now()))

    def reset(self) -> None:
        """The whole time box again."""
        seconds = self._time_for(self.standing.question, self.step)
        if seconds and self.clock.whole:
            self._tell(started(seconds, self.now()))

    # Inside

    def _time_for(self, question: str, step: int) -> int:
        """The time box of a step in seconds; 0 where it has none, as once it is done."""
        asked, held = question_of(self.agreement, question, self._language), self.held.round(question)
        if asked is None or (held.ballot is not None and held.ballot.decided):
            return 0
        if step == BLIND:
            return 0 if held.opened else asked.seconds
        return STEP_SECONDS.get(step, 0)

    def _with(self, stage: Stage, clock: Countdown) -> Stage:
        whole, left, ends = kept(clock)
        return replace(stage, whole=whole, left=left, ends=ends)

    def _tell(self, clock: Countdown) -> None:
        self._stand(self._with(self.standing, clock))

    def _stand(self, stage: Stage) -> None:
        self.stage.replace(stage, "")

    def _logged(self, stage: Stage) -> Stage:
        over = -self.clock.left_at(self.now())
        if not stage.whole or over < 1:
            return stage
        one = Overrun(new_key(), stage.question, over, utc_text(self.now()))
        return replace(stage, overruns=(*stage.overruns, one))

    def _save(self, root: Room | Stage, answer: Answer) -> None:
        agreement, kind = self._id, type(root)
        seen = self._seen[kind]

        def saved(revision: int) -> None:
            self._seen[kind] = revision
            answer(None)

        self._ask(lambda workbench: workbench.rooms.save(agreement, root, seen), done=saved, failed=answer)
