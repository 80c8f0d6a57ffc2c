"""The workshop in the room as a screen: console, audience window, private entry, and all their keys.

Must not know how anything looks.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import shiboken6
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QWidget

from workbench.agreement.commitment import Side
from workbench.agreement.room.questions import FIELD, question_of
from workbench.agreement.room.staging import BLIND, CONSENT, REVEAL
from workbench.agreement.sections.sign_off import Decision
from workbench.agreement.team_names import PARTIES, team_name
from workbench.base.language import N_
from workbench.ui.open_agreement import OpenAgreement
from workbench.ui.open_room import OpenRoom
from workbench.ui.parts.button import Button
from workbench.ui.parts.empty import EmptyState
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import Panel, column, row, stretch
from workbench.ui.parts.tool_button import ToolButton
from workbench.ui.shell.place import LIBRARY
from workbench.ui.views.agree.screen import AgreeScreen
from workbench.ui.views.desk import Desk
from workbench.ui.views.room.console import Console, Doing
from workbench.ui.views.room.held_key import HeldKey
from workbench.ui.views.room.private import Private
from workbench.ui.views.room.projector import Projector
from workbench.ui.views.room.room_actions import lasting, passing
from workbench.ui.views.wall_clock import wall_clock

PLACE = "room"
BREAK_MINUTES = 10


class RoomScreen(QObject):
    """Holds the console and the audience window.

    Args:
        desk: The window and its session.
        agree: Knows the field one was at.
    """

    def __init__(self, desk: Desk, agree: AgreeScreen) -> None:
        super().__init__(desk.window)
        self._desk, self._agree, self._text = desk, agree, desk.language.text
        self.slot: Panel | None = None
        self.console: Console | None = None
        self._private: Private | None = None
        self.projector = Projector(desk, self)
        self._tick = QTimer(self, interval=1000)
        self._tick.timeout.connect(self._second)
        self._hold = HeldKey(Qt.Key.Key_R, lambda: self.room.open_answers(), self)  # noqa: PLW0108  (no session yet)
        desk.session.agreement_closed.connect(self._on_closed)
        desk.session.agreement_opened.connect(self._on_opened)
        desk.window.registry.add(*lasting(self))
        self._tool = ToolButton("presentation", self._text(N_("The workshop in the room (Alt+6)")))
        self._tool.clicked.connect(lambda: desk.window.go(PLACE))
        desk.window.top.add_tool(self._tool)
        self._tool.setVisible(self.is_open())
        self._passing = tuple(one.name for one in passing(self))
        desk.window.arrived.connect(self._on_arrived)

    # What the place needs

    def build(self) -> QWidget:
        """The page: empty until the store has read the session."""
        if self._desk.session.current is None:
            return self._nothing_open()
        self.slot = Panel(column(gap=0), role="page")
        if self._open.room is not None:
            self._fill()
        else:
            waiting = Label(self._text(N_("Opening the session")), "muted")
            layout = self.slot.layout()
            assert layout is not None  # made with one
            layout.addWidget(waiting)
            current = self._open
            current.room_known.connect(self._fill)
            self._desk.session.ask(lambda workbench: workbench.rooms.read(current.id), done=current.know_room)
        return self.slot

    def _nothing_open(self) -> QWidget:
        library = Button(self._text(N_("Go to the library")), "primary", icon="library",
                         on_click=lambda: self._desk.window.go(LIBRARY))  # fmt: skip
        return EmptyState(
            self._text(N_("No agreement is open")), self._text(N_("The room works on an agreement: open one first.")),
            row(stretch(), library, stretch()), icon="presentation",
        )  # fmt: skip

    def is_shown(self) -> bool:
        """Whether this is the place one is at."""
        return self._desk.window.place == PLACE

    def is_here(self) -> bool:
        """Whether the console is on screen and nobody is at private entry."""
        return self.is_shown() and self.console is not None and self._private is None

    def is_open(self) -> bool:
        """Whether an agreement is open."""
        return self._desk.session.current is not None

    @property
    def room(self) -> OpenRoom:
        """The session."""
        room = self._open.room
        assert room is not None  # the console stands on it
        return room

    # What actions do

    def next_step(self) -> None:
        """One step on; covered answers are opened only by a reveal."""
        if not self.room.next_step():
            self.tell(N_("Answers are covered: R opens them."))

    def reveal(self) -> None:
        """Open both answers; with one missing only when the key is held."""
        if self.room.question is None or self.room.round.opened or self.room.step not in {BLIND, REVEAL}:
            return
        if self.room.missing():
            self.tell(N_("One answer is missing: hold R to open early."))
            self._hold.begin()
        else:
            self.room.open_answers()

    def enter_missing(self, *, handed: bool = False) -> None:
        """Take down the answer that is missing: from its card, or by handing the laptop over."""
        missing = self.room.missing()
        if missing:
            self._enter(missing[0], handed)

    def say_pledged(self) -> None:
        """Both leads said yes to the pledge."""
        self.room.room.set("pledged", True)

    def consent(self) -> None:
        """Go to the vote."""
        if self.room.question is not None and self.room.round.opened:
            self.room.go(self.room.standing.question, CONSENT)
            if self.console is not None:
                self.console.setFocus()

    def raise_concern(self) -> None:
        """Write down a concern."""
        if self.console is not None:
            self.console.raise_concern()

    def record(self) -> None:
        """Record the decision, once the rule is met; the log has the vote in it."""
        room, question = self.room, self.room.question
        ballot = room.round.ballot
        if question is None or room.step != CONSENT or ballot is None or ballot.decided or not room.verdict().met:
            return
        said = [
            f"{team_name(room.agreement.teams, team, self._desk.language)} {', '.join(map(str, ballot.hands(team)))}"
            for team in PARTIES
        ]
        decision = Decision(
            name=(ballot.wording or question.title)[:300], who=self._text(N_("Both teams")), on=self._today(),
            vote="; ".join(said)[:160], section=question.section,
        )  # fmt: skip
        stack = self._open.draft.stack
        stack.beginMacro(self._text(N_("decision")))
        room.mark_decided()
        self._open.draft.insert_row("sign_off.decisions", decision)
        stack.endMacro()

    def ask_field(self) -> None:
        """Put the field one was at in the agreement to the room."""
        view = self._agree.view
        path = view.page.binder.current_path if view is not None else ""
        if path and question_of(self._open.agreement, FIELD + path, self._desk.language) is not None:
            self._desk.window.go(PLACE)
            self.when_known(lambda: self.room.go(FIELD + path))
        else:
            self.tell(N_("Put the cursor into a field of a section first, then ask it here."))

    def hide_names(self) -> None:
        """Hide names of people from the room, or show them again."""
        self.room.room.set("names_hidden", not self.room.held.names_hidden)
        self.tell(N_("The room sees no names.") if self.room.held.names_hidden else N_("The room sees names."))

    def take_break(self) -> None:
        """A break of ten minutes, with the hour at which it ends."""
        self.room.cover("break", BREAK_MINUTES)

    def start_audience(self) -> None:
        """Go to the console, and show the audience view."""
        self._desk.window.go(PLACE)
        self.projector.start()

    # Inside

    @property
    def _open(self) -> OpenAgreement:
        current = self._desk.session.current
        assert current is not None  # the place needs an agreement
        return current

    def _today(self) -> dt.date:
        return self._desk.session.now().astimezone(wall_clock(self._desk.session)).date()

    def when_known(self, then: Callable[[], object]) -> None:
        """Do something at once, or when the session has been read."""
        if self._open.room is not None:
            then()
        else:
            self._open.room_known.connect(then)

    def _fill(self) -> None:
        if self.slot is None or not shiboken6.isValid(self.slot):
            return
        layout = self.slot.layout()
        assert layout is not None  # made with one
        while (item := layout.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        current = self._open
        doing = Doing(
            self._desk.window.registry.run, self._enter, self._set_rule, self._today,
            lambda: current.preparation.content if current.preparation is not None else None, self._notes,
        )  # fmt: skip
        self.console = Console(self.room, current.draft, self._desk.language, doing)
        layout.addWidget(self.console)
        self.slot.setFocusProxy(self.console)
        self.room.changed.connect(self.refresh)
        self.room.room.show.connect(self._bring_back)
        self._tick.start()
        self.refresh()
        if self._desk.window.place == PLACE:
            self.console.setFocus()

    def refresh(self) -> None:
        """Show where the room stands."""
        if self.console is None or self._desk.session.current is None or self._open.room is None:
            return
        self.projector.show_scene()
        self.console.refresh()
        self._desk.window.registry.refresh()

    def _second(self) -> None:
        if self.console is not None and self._desk.session.current is not None and self.room.clock.runs:
            self.console.show_clock()
            self.projector.show_scene()

    def _bring_back(self, _path: str) -> None:
        """Undo changed what the room said: it is shown here."""
        if self._desk.window.place != PLACE:
            self._desk.window.go(PLACE)

    def _notes(self, section: str) -> str:
        prepared = self._open.preparation
        rows = prepared.content.notes if prepared is not None else ()
        return next((one.words for one in rows if one.key == section), "")

    def _set_rule(self, rule: str) -> None:
        self.room.room.set("rule", rule)

    def _enter(self, team: Side, handed: bool) -> None:
        if self.room.question is None or self.room.round.opened:
            return
        if self.projector.presents:
            self.tell(N_("The room sees this screen: collect cards, and type them in when the view is stopped."))
            return
        if self.room.step != BLIND:
            self.room.go(self.room.standing.question, BLIND)
        self.room.hand_over(team, is_in=False)
        shown = self._text(N_("The projector shows covered cards")) if self.projector.shows else ""
        self._private = Private(
            self._desk.window, team, self.room, self._desk.language, covered=handed, left=self._left, projector=shown
        )

    def _left(self) -> None:
        self._private = None
        if self.console is not None:
            self.console.setFocus()
        self.refresh()

    def _on_arrived(self, place: str) -> None:
        registry = self._desk.window.registry
        if place == PLACE and self._passing[0] not in registry:
            registry.add(*passing(self))
        elif place != PLACE and self._passing[0] in registry:
            registry.remove(*self._passing)
        if place == PLACE:
            self.refresh()

    def tell(self, words: str) -> None:
        """Say something to the facilitator."""
        self._desk.session.told.emit(self._text(words))

    def _on_opened(self, _agreement: str) -> None:
        self._tool.show()
        if self.slot is None:  # nothing was open when the page was made
            self._desk.window.forget(PLACE)

    def _on_closed(self, _agreement: str) -> None:
        self._tick.stop()
        self._tool.hide()
        if self._private is not None:
            self._private.leave()
        self.projector.stop()
        self.console = None
        self.slot = None
