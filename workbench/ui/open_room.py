"""The workshop session of the open agreement: what was said and voted in it, undone in the agreement's own order.

Must not know windows or pages.
"""

from __future__ import annotations

from dataclasses import replace

from workbench.agreement.commitment import Side
from workbench.agreement.room.consent import MOST_HANDS, people
from workbench.agreement.room.edits import edited
from workbench.agreement.room.session import Ballot, HandedIn, Room, Round, Said
from workbench.agreement.room.staging import REVEAL
from workbench.base.language import N_
from workbench.fields.value import new_key
from workbench.ui.standing_room import StandingRoom


class OpenRoom(StandingRoom):
    """A session that is open, with what may be said and voted in it."""

    def unread(self, team: Side, part: str, person: str = "") -> str:
        """What was typed for a part of the question on screen and is no answer to it, such as letters for a number."""
        return self._unread.get((self.standing.question, team, part, person), "")

    def keep_unread(self, team: Side, part: str, words: str, person: str = "") -> None:
        """Keep what is no answer until it is mended, while the program runs; nothing where the words are empty."""
        self._unread[self.standing.question, team, part, person] = words

    def say(self, team: Side, part: str, words: str, person: str = "") -> None:
        """Take down what a team, or one of its people, writes; covered until all are opened, and fixed from then on."""
        asked = self.round
        if asked.opened:
            return
        known = next((one for one in asked.said_by(team, person) if one.part == part), None)
        others = tuple(one for one in asked.said if one is not known)
        new = replace(known or Said(new_key(), part=part, person=person), team=team, words=words)
        said = (*others, new) if words else others
        if said != asked.said:
            at, step = (team, part, person), self._language.text(N_("writing of a covered answer"))
            self._keep(replace(asked, said=said), step, typed=at)

    def hand_over(self, team: Side, person: str = "", *, is_in: bool = True) -> None:
        """The answer of a team, or of one of its people, is in, or is taken up again."""
        asked = self.round
        if asked.opened or asked.is_in(team, person) == is_in:
            return
        if person:
            others = tuple(one for one in asked.handed_in if one.person != person)
            asked = replace(asked, handed_in=(*others, HandedIn(new_key(), person)) if is_in else others)
        else:
            asked = replace(asked, marketing_in=is_in) if team == "marketing" else replace(asked, sales_in=is_in)
        self._keep(asked, self._language.text(N_("handing over of an answer")))

    def answer_by(self, *, person: bool) -> None:
        """Let each person answer, or each team together, from this question on; not once something was said."""
        if self.question is None or self.round.said or self.round.opened:
            return
        words = self._language.text(N_("who answers"))
        asked = replace(self._named(self.round), by_person=person)
        self.room.replace(replace(self._with_round(asked), by_person=person), words)

    def open_answers(self) -> None:
        """Open both answers together; that it was done stays in the trail, even when it is undone."""
        if self.question is not None and not self.round.opened:
            key, agreement = self.standing.question, self._id
            words = self._language.text(N_("reveal"))
            self._keep(replace(self.round, opened=True), words)
            self._ask(lambda workbench: workbench.rooms.opened(agreement, key))
        self.go(self.standing.question, REVEAL)

    def propose(self, words: str) -> None:
        """Set the wording the room votes on; once answers are open, who wrote what when is kept on record."""
        asked = self.round
        if words != asked.wording:
            edits = asked.edits
            if asked.opened:
                edits = edited(edits, asked.wording, words, self.who(), self.now())
            self._keep(replace(asked, wording=words, edits=edits), self._language.text(N_("wording")), typed=("w",))

    def take(self, words: str) -> None:
        """Set the wording to what somebody said: a step of its own, apart from what is typed before and after."""
        self.room.seal()
        self.propose(words)
        self.room.seal()

    # Consent

    def vote(self, team: Side, hand: int) -> None:
        """Add a hand; more than there are people are not taken."""
        ballot = self.round.ballot or Ballot(new_key(), self.round.wording)
        if ballot.decided or len(ballot.hands(team)) >= min(people(self.agreement, team), MOST_HANDS):
            return
        self._ballot(self._hands(ballot, team, f"{getattr(ballot, team)}{hand}"))

    def take_back(self, team: Side) -> None:
        """Take the last hand of a team back."""
        ballot = self.round.ballot
        if ballot is not None and not ballot.decided:
            self._ballot(self._hands(ballot, team, getattr(ballot, team)[:-1]))

    def vote_again(self) -> None:
        """Begin another vote; the one before stays."""
        held = self.round
        if held.ballots:
            fresh = Ballot(new_key(), held.wording)
            self._keep(replace(held, ballots=(*held.ballots, fresh)), self._language.text(N_("another vote")))

    def mark_decided(self) -> None:
        """The decision on the vote was recorded."""
        ballot = self.round.ballot
        if ballot is not None:
            self._ballot(replace(ballot, decided=True))

    # Inside

    def _hands(self, ballot: Ballot, team: Side, hands: str) -> Ballot:
        return replace(ballot, marketing=hands) if team == "marketing" else replace(ballot, sales=hands)

    def _ballot(self, ballot: Ballot) -> None:
        held = self.round
        self._keep(replace(held, ballots=(*held.ballots[:-1], ballot)), self._language.text(N_("vote")))

    def _keep(self, asked: Round, words: str, typed: tuple[str, ...] = ()) -> None:
        """Hold a round; `typed` names where a keystroke went, which may join the one before."""
        path = ".".join(("rounds", asked.question, *typed))
        self.room.replace(self._with_round(self._named(asked)), words, path, typed=bool(typed))

    def _named(self, asked: Round) -> Round:
        return replace(asked, key=asked.key or new_key(), question=self.standing.question)

    def _with_round(self, asked: Round) -> Room:
        held = self.held
        known = any(one.question == asked.question for one in held.rounds)
        rounds = tuple(asked if one.question == asked.question else one for one in held.rounds)
        return replace(held, rounds=rounds if known else (*rounds, asked))
