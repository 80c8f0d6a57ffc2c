"""What is done in the room by key, palette or button: steps, answers, votes, decisions. Must not know any look."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from workbench.agreement.preparing.agenda import MOST_MINUTES
from workbench.agreement.room.questions import FIELD, question_of
from workbench.agreement.room.seats import Seat
from workbench.agreement.room.session import LEAST, RULES
from workbench.agreement.room.staging import BLIND, CONSENT, REVEAL
from workbench.agreement.sections.sign_off import Decision
from workbench.agreement.team_names import PARTIES, team_name
from workbench.base.language import N_
from workbench.ui.open_preparation import OpenPreparation
from workbench.ui.open_room import OpenRoom
from workbench.ui.views.agree.screen import AgreeScreen
from workbench.ui.views.desk import Desk
from workbench.ui.views.room.held_key import HeldKey
from workbench.ui.views.room.private import Private
from workbench.ui.views.wall_clock import wall_clock

if TYPE_CHECKING:
    from workbench.ui.views.room.screen import RoomScreen

BREAK_MINUTES = 10
MOST_DROPPED = 600


class Leading(QObject):
    """Does what the facilitator asks for.

    Attributes:
        private: The private entry somebody is at; nothing while nobody is.

    Args:
        desk: The window and its session.
        screen: The console's, which has the session.
        agree: Knows the field one was at.
    """

    def __init__(self, desk: Desk, screen: RoomScreen, agree: AgreeScreen) -> None:
        super().__init__(screen)
        self._desk, self._screen, self._agree, self._text = desk, screen, agree, desk.language.text
        self.private: Private | None = None
        self._hold = HeldKey(Qt.Key.Key_R, lambda: self._room.open_answers(), self)  # noqa: PLW0108  (no session yet)

    @property
    def _room(self) -> OpenRoom:
        return self._screen.room

    def next_step(self) -> None:
        """One step on; covered answers are opened only by a reveal."""
        if not self._room.next_step():
            self.tell(N_("Answers are covered: R opens them."))

    def reveal(self) -> None:
        """Open both answers; with one missing only when the key is held."""
        if self._room.question is None or self._room.round.opened or self._room.step not in {BLIND, REVEAL}:
            return
        if self._room.missing():
            self.tell(N_("Not every answer is in: hold R to open early."))
            self._hold.begin()
        else:
            self._room.open_answers()

    def enter_missing(self, *, handed: bool = False) -> None:
        """Take down the answer that is missing: from its card, or by handing the laptop over."""
        missing = self._room.missing()
        if missing:
            self.enter(missing[0], handed)

    def change_who_answers(self) -> None:
        """Let each person answer instead of each team, or the other way round; not once something was said."""
        if self._room.question is None or self._room.round.said or self._room.round.opened:
            self.tell(N_("Something was answered already: the next question can be asked the other way."))
        else:
            self._room.answer_by(person=not self._room.round.by_person)

    def say_pledged(self) -> None:
        """Both leads said yes to the pledge."""
        self._room.room.set("pledged", True)

    def consent(self) -> None:
        """Go to the vote."""
        if self._room.question is not None and self._room.round.opened:
            self._room.go(self._room.standing.question, CONSENT)
            if self._screen.console is not None:
                self._screen.console.take_focus()

    def raise_concern(self) -> None:
        """Write down a concern."""
        if self._screen.console is not None:
            self._screen.console.raise_concern()

    def record(self) -> None:
        """Record the decision, once the rule is met; the log has the vote in it."""
        room, question = self._room, self._room.question
        ballot = room.round.ballot
        if question is None or room.step != CONSENT or ballot is None or ballot.decided or not room.verdict().met:
            return
        said = [
            f"{team_name(room.agreement.teams, team, self._desk.language)} {', '.join(map(str, ballot.hands(team)))}"
            for team in PARTIES
        ]
        voted = dict.fromkeys(
            one.wording for one in room.round.ballots if one.wording and one.wording != ballot.wording
        )
        decision = Decision(
            dropped="; ".join(voted)[:MOST_DROPPED],
            name=(ballot.wording or question.title)[:300], who=self._text(N_("Both teams")), on=self.today(),
            vote="; ".join(said)[:160], section=question.section,
        )  # fmt: skip
        stack = self._screen.open.draft.stack
        stack.beginMacro(self._text(N_("decision")))
        room.mark_decided()
        self._screen.open.draft.insert_row("sign_off.decisions", decision)
        stack.endMacro()

    def ask_field(self) -> None:
        """Put the field one was at in the agreement to the room."""
        view = self._agree.view
        path = view.page.binder.current_path if view is not None else ""
        if path and question_of(self._screen.open.agreement, FIELD + path, self._desk.language) is not None:
            self._screen.go()
            self._screen.when_known(lambda: self._room.go(FIELD + path))
        else:
            self.tell(N_("Put the cursor into a field of a section first, then ask it here."))

    def hide_names(self) -> None:
        """Hide names of people from the room, or show them again."""
        self._room.room.set("names_hidden", not self._room.held.names_hidden)
        self.tell(N_("The room sees no names.") if self._room.held.names_hidden else N_("The room sees names."))

    def take_break(self) -> None:
        """A break of ten minutes, with the hour at which it ends."""
        self._room.cover("break", BREAK_MINUTES)

    def enter(self, seat: Seat, handed: bool) -> None:
        """Open private entry of a team or a person, behind a cover where the laptop is handed over."""
        if self._room.question is None or self._room.round.opened:
            return
        if self._screen.projector.presents:
            self.tell(N_("The room sees this screen: collect cards, and type them in when the view is stopped."))
            return
        if self._room.step != BLIND:
            self._room.go(self._room.standing.question, BLIND)
        self._room.hand_over(seat.team, seat.person, is_in=False)
        shown = self._text(N_("The projector shows covered cards")) if self._screen.projector.shows else ""
        self.private = Private(
            self._desk.window, seat, self._room, self._desk.language, covered=handed, left=self._left, projector=shown
        )

    def set_rule(self, rule: str, least: int) -> None:
        """Take another rule of consent, with its limit."""
        held = self._room.held
        kept = replace(held, rule="" if rule == RULES[0].value else rule, least=None if least == LEAST else least)
        self._room.room.replace(kept, self._text(N_("rule of consent")))

    # The agenda

    def begin_block(self, key: str) -> None:
        """Begin a block of the agenda: what the one before took is written down, and later hours follow."""
        prepared, room = self._screen.open.preparation, self._room
        if prepared is None or key == room.standing.block:
            return
        self._note_what_it_took(prepared)
        room.begin_block(key)
        block = next((one for one in prepared.content.agenda if one.key == key), None)
        if block is not None and block.kind == "break" and room.standing.cover != "break":
            room.cover("break", block.minutes or BREAK_MINUTES)

    def next_block(self) -> None:
        """Begin the next block that the room works or rests in; after the last one, none is at hand any more."""
        prepared = self._screen.open.preparation
        agenda = prepared.content.agenda if prepared is not None else ()
        here = next((at for at, one in enumerate(agenda, 1) if one.key == self._room.standing.block), 0)
        following = (one.key for one in agenda[here:] if one.kind != "homework")
        if not agenda:
            self.tell(N_("There is no agenda: choose one in Prepare."))
        else:
            self.begin_block(next(following, ""))

    def _note_what_it_took(self, prepared: OpenPreparation) -> None:
        """Minutes of the block at hand; homework, and one that stood open over night, says nothing."""
        key, minutes = self._room.standing.block, self._room.minutes_in_block()
        known = any(one.key == key and one.kind != "homework" for one in prepared.content.agenda)
        if known and minutes <= MOST_MINUTES:
            prepared.draft.set(f"agenda[{key}].took", minutes)

    def today(self) -> dt.date:
        """The day in the room."""
        return self._desk.session.now().astimezone(wall_clock(self._desk.session)).date()

    def tell(self, words: str) -> None:
        """Say something to the facilitator."""
        self._desk.session.told.emit(self._text(words))

    # Inside

    def _left(self) -> None:
        self.private = None
        if self._screen.console is not None:
            self._screen.console.take_focus()
        self._screen.refresh()
