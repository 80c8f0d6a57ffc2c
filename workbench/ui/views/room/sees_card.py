"""“The room sees”, with the one thing to do next, and why it cannot be done yet."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from PySide6.QtGui import QPixmap

from workbench.agreement.room.staging import BLIND, CONSENT, ENDED, REVEAL
from workbench.agreement.team_names import team_name
from workbench.base.language import N_, Language
from workbench.ui.open_room import OpenRoom
from workbench.ui.parts.button import Button
from workbench.ui.parts.card import Card
from workbench.ui.parts.chip import Chip
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import row, stretch
from workbench.ui.views.room.thumbnail import Thumbnail

KINDS = {
    "pledge": N_("Pledge"), "question": N_("Question"), "reveal": N_("Both answers"), "word": N_("Wording"),
    "vote": N_("Vote, hands hidden"), "result": N_("Result of the vote"), "break": N_("Break"),
    "parked": N_("Parking lot"), "card": N_("Beside the question"), "blank": N_("Blank"), "ended": N_("End"),
}  # fmt: skip

MOST_NAMES = 3


class SeesCard(Card):
    """The card.

    Args:
        room: The session.
        language: Of the window.
        run: Runs an action of the room by its name.
        zone: Of the clock on the wall.
    """

    def __init__(
        self, room: OpenRoom, language: Language, run: Callable[[str], object], zone: Callable[[], dt.tzinfo]
    ) -> None:
        self._room, self._language, self._run, self._zone, text = room, language, run, zone, language.text
        self._kind = Chip("", "accent")
        self._picture = Thumbnail(text(N_("What the room sees")))
        self._act = Button("", "primary", on_click=self._on_act)
        self._why = Label("", "tiny", wrap=True)
        self._where = Label("", "tiny", wrap=True)
        self._blank = Button(text(N_("Blank")), icon="eye-off", keys="B", on_click=lambda: run("room.blank"))
        go_on = Button(text(N_("Next")), icon="arrow-right", keys="PgDn", on_click=lambda: run("room.next"))
        self._next = go_on
        super().__init__(
            row(Label(text(N_("The room sees")), "h2"), stretch(), self._kind), self._picture,
            self._act, self._why, row((self._blank, 1), (go_on, 1)), self._where, stretch(),
            gap=8, name=text(N_("The room sees")),
        )  # fmt: skip
        self._does = ""
        self.refresh()

    def show_picture(self, picture: QPixmap, words: str, where: str) -> None:
        """Show what the room sees now, say the same in words, and where it sees it."""
        self._picture.show_picture(picture)
        self._picture.setAccessibleDescription(words)
        self._where.setText(where)

    def refresh(self) -> None:
        """Offer what comes next."""
        text, room = self._language.text, self._room
        kind = room.scene(self._zone()).kind
        self._kind.show_state(text(KINDS[kind]), "warn" if room.standing.cover else "accent")
        self._blank.show_text(text(N_("Show again")) if kind == "blank" else text(N_("Blank")))
        words, icon, why, can, self._does = "", "check", "", True, ""
        if room.standing.question == ENDED:
            words, icon, self._does = text(N_("Write the minutes")), "file-text", "paper.minutes"
        elif room.question is None:
            if not room.held.pledged:
                words, icon, self._does = text(N_("Both leads said yes")), "handshake", "room.pledged"
        elif room.step in {BLIND, REVEAL} and not room.round.opened:
            names = [one.name for one in room.missing()]
            both = text(N_("Reveal all answers")) if room.round.by_person else text(N_("Reveal both answers"))
            words, icon, self._does = both, "eye", "room.reveal"
            can = not names
            if names:
                one, many = N_("Opens when {who} is in. Hold R to open early."), N_("Opens when {who} are in. Hold R.")
                waits = text(one if len(names) == 1 else many)
                why = waits.format(who=self._listed(names))
        elif room.step == CONSENT:
            ballot = room.round.ballot
            words, self._does = text(N_("Record decision")), "room.record"
            stands = room.verdict()
            can = stands.met and not (ballot is not None and ballot.decided)
            why = self._why_not()
        self._act.setVisible(bool(words))
        if words:
            self._act.show_text(words, icon)
            self._act.setEnabled(can)
        self._why.setText(why)
        self._why.setVisible(bool(why))
        decided = room.step == CONSENT and room.round.ballot is not None and room.round.ballot.decided
        self._next.set_kind("primary" if not words or decided else "")

    def _listed(self, names: list[str]) -> str:
        text = self._language.text
        if len(names) > MOST_NAMES:
            return text(N_("{n} people")).format(n=len(names))
        return text(N_(" and ")).join(names)

    def _why_not(self) -> str:
        text, room = self._language.text, self._room
        stands, ballot = room.verdict(), room.round.ballot
        if ballot is not None and ballot.decided:
            return text(N_("Recorded."))
        if stands.waiting:
            waits = [
                text(N_("{n} from {team}")).format(n=n, team=team_name(room.agreement.teams, team, self._language))
                for team, n in stands.waiting.items()
            ]
            return text(N_("Waiting for votes: {votes}.")).format(votes=", ".join(waits))
        if stands.to_settle:
            return text(N_("{n} to settle first: outcome, owner, date.")).format(n=stands.to_settle)
        if stands.below:
            return text(N_("{n} below {least}: ask what would make it safe enough, then vote again.")).format(
                n=stands.below, least=room.held.limit
            )
        return ""

    def _on_act(self) -> None:
        self._run(self._does)
