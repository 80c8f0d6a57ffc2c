"""The facilitator's console: agenda, question, clock, steps, what the room sees, and the body of the step at hand.

Keys that are no shortcuts of the window (Space, arrows, digits, Tab, Enter) are heard here, where no text field has the
focus. Must not know storage.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget

from workbench.agreement.preparing.preparation import Preparation
from workbench.agreement.preparing.to_show import ToShow, to_show
from workbench.agreement.room.seats import Seat
from workbench.agreement.room.staging import ASK, BLIND, CONSENT, ENDED, REVEAL, WORD
from workbench.agreement.team_names import PARTIES, team_name
from workbench.base.language import Language
from workbench.ui.form.draft import Draft
from workbench.ui.form.tab_order import order_tabs
from workbench.ui.open_room import OpenRoom
from workbench.ui.parts.layout import Item, Panel, box, column, row, stretch
from workbench.ui.parts.page import Scroller
from workbench.ui.theme.theme import theme
from workbench.ui.views.room.concern_card import ConcernCard
from workbench.ui.views.room.consent_card import ConsentCard
from workbench.ui.views.room.differences_card import DifferencesCard
from workbench.ui.views.room.head import ConsoleHead
from workbench.ui.views.room.rail import ConsoleRail
from workbench.ui.views.room.say_card import NotesCard, SayCard
from workbench.ui.views.room.sees_card import SeesCard
from workbench.ui.views.room.team_card import TeamCard
from workbench.ui.views.room.who_answers import WhoAnswers
from workbench.ui.views.room.wording_card import WordingCard

RAIL_BELOW, RAIL_BESIDE = 1080, 970
"""Widths of the window, and of the console beside an open drawer, under which the agenda gives way."""
Refreshed = TeamCard | WhoAnswers | DifferencesCard | WordingCard | ConsentCard | ConcernCard | NotesCard
KEYS = {
    Qt.Key.Key_Space: "room.pause", Qt.Key.Key_PageDown: "room.next", Qt.Key.Key_Right: "room.next",
    Qt.Key.Key_PageUp: "room.previous", Qt.Key.Key_Left: "room.previous", Qt.Key.Key_Period: "room.blank",
    Qt.Key.Key_Return: "room.record", Qt.Key.Key_Enter: "room.record",
}  # fmt: skip


@dataclass(frozen=True)
class Doing:
    """What the console may ask for.

    Attributes:
        run: Runs an action by its name.
        enter: Opens private entry of a team or a person; told whether the laptop is handed over.
        set_rule: Takes another rule of consent with its limit.
        today: The day.
        prepared: Reads what was prepared.
        notes: Reads the private notes on a section.
        begin_block: Begins a block of the agenda.
        zone: Of the clock on the wall.
    """

    run: Callable[[str], object]
    enter: Callable[[Seat, bool], object]
    set_rule: Callable[[str, int], object]
    today: Callable[[], dt.date]
    prepared: Callable[[], Preparation | None]
    notes: Callable[[str], str]
    begin_block: Callable[[str], object]
    zone: Callable[[], dt.tzinfo]


class Console(Panel):
    """The page.

    Args:
        room: The session.
        draft: Of the agreement.
        language: Of the window.
        doing: What may be asked for.
    """

    def __init__(self, room: OpenRoom, draft: Draft, language: Language, doing: Doing) -> None:
        self._room, self._draft, self._language, self._doing = room, draft, language, doing
        run = doing.run
        self._rail = ConsoleRail(room, draft, doing.prepared, language, doing.begin_block, run)
        self._head = ConsoleHead(room, doing.prepared, language, run)
        self._slot = column(gap=13)
        self._body: QWidget | None = None
        self._shape: tuple[object, ...] = ()
        self._cards: list[Refreshed] = []
        self._made: tuple[int, ...] = ()
        self._sees: SeesCard | None = None
        self._picture, self._words, self._where = QPixmap(), "", ""
        self._begun: dict[str, str] = {}
        content = Panel(column(self._head, self._slot, stretch(), margins=(20, 18, 20, 18), gap=13), role="page")
        self._page = Scroller(content)
        super().__init__(row(self._rail, (self._page, 1), gap=0), role="page")
        for one in self.findChildren(Scroller):
            one.installEventFilter(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.refresh()

    @property
    def voting(self) -> ConsentCard | None:
        """The vote, while one is going on."""
        return next((card for card in self._cards if isinstance(card, ConsentCard)), None)

    def refresh(self) -> None:
        """Show where the room stands; the body is made anew only when another step is at hand."""
        shape = self._shape_now()
        self._rail.refresh()
        self._head.refresh()
        if shape != self._shape:
            self._shape = shape
            self._rebuild()
        for card in self._cards:
            card.refresh()
        if self._sees is not None:
            self._sees.refresh()
        self._order()

    def _shape_now(self) -> tuple[object, ...]:
        """All that the body is made of and does not follow by itself."""
        room = self._room
        asked, question = room.round, room.question
        teams = tuple(team_name(room.agreement.teams, team, self._language) for team in PARTIES)
        prepared = (self._asks(), self._shows()) if question is None or room.step != CONSENT else ()
        seats = room.seats() if question else ()
        return (room.standing.question, question, room.step, asked.opened, seats, teams, prepared)

    def take_focus(self) -> None:
        """Take the keys; not while the room sees this display and the console is hidden under what it sees."""
        if self.isVisible():
            self.setFocus()

    def show_clock(self) -> None:
        """A second has passed."""
        self._head.show_clock()
        self._rail.refresh()
        self._order()

    def show_picture(self, picture: QPixmap, words: str, where: str) -> None:
        """Show what the room sees now, say the same in words, and where it sees it."""
        self._picture, self._words, self._where = picture, words, where
        if self._sees is not None:
            self._sees.show_picture(picture, words, where)

    def raise_concern(self) -> None:
        """Go where a concern is written down, if that can be seen."""
        found = next((card for card in self._cards if isinstance(card, ConcernCard)), None)
        if found is not None and self.isVisible():
            found.begin()
            self._page.ensureWidgetVisible(found)  # no Tab led there

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The agenda gives way in a narrow window; the map is one key away."""
        super().resizeEvent(event)
        look = theme().look
        roomy = self.window().width() >= look.px(RAIL_BELOW) and self.width() >= look.px(RAIL_BESIDE)
        self._rail.setVisible(roomy)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """A clicker's keys lead on whatever button was pressed last: they do not scroll."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        turns = event.key() in {Qt.Key.Key_PageDown, Qt.Key.Key_PageUp}
        if turns:
            self.keyPressEvent(event)
        return turns

    def event(self, event: QEvent) -> bool:
        """While hands are keyed in, Tab goes to the second team first and only then on; Shift+Tab likewise back."""
        voting = self.voting
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and voting and self.hasFocus():
            turns = {("marketing", Qt.Key.Key_Tab), ("sales", Qt.Key.Key_Backtab)}
            if event.key() in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}:
                stays = (voting.team, event.key()) in turns
                voting.change_team()
                if stays:
                    return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of the room."""
        voting, text = self.voting, event.text()
        if voting is not None and text and text in "012345":
            self._room.vote(voting.team, int(text))
        elif voting is not None and event.key() == Qt.Key.Key_Backspace:
            self._room.take_back(voting.team)
        elif event.key() in KEYS and not event.isAutoRepeat():
            name = KEYS[Qt.Key(event.key())]
            if name != "room.record" or not self._body_has_focus():  # Enter closes the field one is in, not the vote
                self._doing.run(name)
        elif event.key() == Qt.Key.Key_Escape:
            self.take_focus()
        else:
            super().keyPressEvent(event)

    def _body_has_focus(self) -> bool:
        return self._body is not None and self._body.isAncestorOf(self.window().focusWidget())

    def _notes(self) -> NotesCard:
        section = self._room.question.section if self._room.question else "teams"
        doing = self._doing
        made = NotesCard(self._language, lambda: doing.notes(section), lambda: doing.run("notebook.notes"))
        self._cards.append(made)
        return made

    def _order(self) -> None:
        """Rows that were made anew stand at the end of Tab's way until it is laid again."""
        made = (self._rail.made, *(card.made for card in self._cards if isinstance(card, ConcernCard)))
        if made != self._made:
            self._made = made
            order_tabs(self)

    def _asks(self) -> tuple[str, ...]:
        """What rubs on the section, turned into questions when the room was prepared."""
        prepared, question = self._doing.prepared(), self._room.question
        rubs = prepared.frictions if prepared is not None and question is not None else ()
        return tuple(one.question for one in rubs if question and one.section == question.section and one.question)

    def _shows(self) -> tuple[ToShow, ...]:
        """What can be put before the room here."""
        prepared, question = self._doing.prepared(), self._room.question
        if prepared is None or (question is None and self._room.standing.question == ENDED):
            return ()
        sponsor = prepared.sponsor if question is None else ""
        return to_show(question.section if question else "", prepared.own_facts, sponsor, self._language)

    def _foot(self) -> Item:
        return row((SayCard(self._room, self._language, self._asks(), self._shows()), 58), (self._notes(), 42), gap=13)

    def _rebuild(self) -> None:
        room, language, doing = self._room, self._language, self._doing
        had_focus = self._body_has_focus() or self.window().focusWidget() is None
        old, self._cards = self._body, []
        self._sees = SeesCard(room, language, doing.run, doing.zone)
        self._sees.show_picture(self._picture, self._words, self._where)
        parts: list[Item]
        if room.question is not None and room.step == CONSENT:
            consent = ConsentCard(room, language, doing.set_rule, lambda: doing.run("room.concern"))
            concern = ConcernCard(room, self._draft, language, doing.today(), self._begun)
            self._cards += [consent, concern]
            parts = [consent, row((self._sees, 35), (concern, 65), gap=13)]
        elif room.question is not None and room.step == WORD:
            wording = WordingCard(room, self._draft, language, doing.zone, doing.run)
            self._cards.append(wording)
            parts = [row((self._sees, 47), (wording, 53), gap=13), self._foot()]
        elif room.question is not None and room.step in {ASK, BLIND, REVEAL} and not room.round.opened:
            teams = [TeamCard(team, room, language, doing.enter) for team in PARTIES]
            self._cards += teams
            who = WhoAnswers(room, language, doing.run)
            self._cards.append(who)
            side = box(column(who, *((team, 1) for team in teams), gap=13))
            parts = [row((self._sees, 51), (side, 49), gap=13), self._foot()]
        elif room.question is not None and room.step in {BLIND, REVEAL}:
            apart = DifferencesCard(room, language)
            self._cards.append(apart)
            parts = [row((self._sees, 51), (apart, 49), gap=13), self._foot()]
        else:
            parts = [
                row((self._sees, 51), (self._notes(), 49), gap=13),
                SayCard(room, language, self._asks(), self._shows()),
            ]
        self._body = box(column(*parts, gap=13))
        self._slot.addWidget(self._body)
        if old is not None:
            old.hide()
            self._slot.removeWidget(old)
            old.deleteLater()
        order_tabs(self)
        if had_focus:
            self.take_focus()
