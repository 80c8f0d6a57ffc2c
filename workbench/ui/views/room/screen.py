"""The workshop in the room as a screen: console, audience window, private entry, and all their keys.

Must not know how anything looks.
"""

from __future__ import annotations

import datetime as dt

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from workbench.agreement.commitment import Side
from workbench.agreement.room.questions import FIELD, question_of
from workbench.agreement.sections.sign_off import Decision
from workbench.agreement.team_names import PARTIES, team_name
from workbench.base.language import N_
from workbench.ui.open_agreement import OpenAgreement
from workbench.ui.open_room import BLIND, CONSENT, ENDED, OpenRoom
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import Panel, column
from workbench.ui.views.agree.screen import AgreeScreen
from workbench.ui.views.desk import Desk
from workbench.ui.views.room.audience import AudienceView, AudienceWindow
from workbench.ui.views.room.console import Console, Doing
from workbench.ui.views.room.private import Private
from workbench.ui.views.room.room_actions import lasting, passing
from workbench.ui.views.wall_clock import wall_clock

PLACE = "room"
HOLD_MS = 1000
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
        self._slot: Panel | None = None
        self._console: Console | None = None
        self._private: Private | None = None
        self._presenter: AudienceView | None = None
        self._audience = AudienceWindow(self._text(N_("Audience view")))
        self._audience.installEventFilter(self)
        self._shows = False
        self._dark, self._page = False, 0
        self._tick = QTimer(self, interval=1000)
        self._tick.timeout.connect(self._second)
        self._hold = QTimer(self, singleShot=True, interval=HOLD_MS)
        self._hold.timeout.connect(self._open_early)
        desk.session.agreement_closed.connect(self._on_closed)
        desk.window.closing.connect(self._audience.close)
        self.destroyed.connect(self._audience.deleteLater)
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)  # the window's own
        app.screenRemoved.connect(lambda _screen: self._on_unplugged())
        desk.window.registry.add(*lasting(self))
        self._passing = tuple(one.name for one in passing(self))
        desk.window.arrived.connect(self._on_arrived)

    # What the place needs

    def build(self) -> QWidget:
        """The page: empty until the store has read the session."""
        self._slot = Panel(column(gap=0), role="page")
        if self._open.room is not None:
            self._fill()
        else:
            waiting = Label(self._text(N_("Opening the session")), "muted")
            layout = self._slot.layout()
            assert layout is not None  # made with one
            layout.addWidget(waiting)
            current = self._open
            current.room_known.connect(self._fill)
            self._desk.session.ask(lambda workbench: workbench.rooms.read(current.id), done=current.know_room)
        return self._slot

    def is_here(self) -> bool:
        """Whether the console is on screen and nobody is at private entry."""
        return self._desk.window.place == PLACE and self._console is not None and self._private is None

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
            self._tell(N_("Answers are covered: R opens them."))

    def reveal(self) -> None:
        """Open both answers; with one missing only when the key is held."""
        if self.room.question is None or self.room.round.opened or self.room.step != BLIND:
            return
        if self.room.missing():
            self._tell(N_("One answer is missing: hold R to open early."))
            self._hold.start()
            QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]  # the window's own
        else:
            self.room.open_answers()

    def type_missing(self) -> None:
        """Type in the answer that is missing, from its card."""
        self._enter_first(handed=False)

    def hand_over(self) -> None:
        """Hand the laptop to the team whose answer is missing."""
        self._enter_first(handed=True)

    def say_pledged(self) -> None:
        """Both leads said yes to the pledge."""
        self.room.room.set("pledged", True)

    def consent(self) -> None:
        """Go to the vote."""
        if self.room.question is not None and self.room.round.opened:
            self.room.go(self.room.standing.question, CONSENT)
            if self._console is not None:
                self._console.setFocus()

    def raise_concern(self) -> None:
        """Write down a concern."""
        if self._console is not None:
            self._console.raise_concern()

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
            self._when_known(lambda: self.room.go(FIELD + path))
        else:
            self._tell(N_("Put the cursor into a field of a section first, then ask it here."))

    def hide_names(self) -> None:
        """Hide names of people from the room, or show them again."""
        self.room.room.set("names_hidden", not self.room.held.names_hidden)
        self._tell(N_("The room sees no names.") if self.room.held.names_hidden else N_("The room sees names."))

    def take_break(self) -> None:
        """A break of ten minutes, with the hour at which it ends."""
        self.room.cover("break", BREAK_MINUTES)

    def end(self) -> None:
        """The session has ended."""
        self.room.go(ENDED)

    def turn_page(self) -> None:
        """Show the next page of words that are too long for one picture."""
        self._page += 1
        self._refresh()

    def change_colours(self) -> None:
        """Show the audience view dark, or light again."""
        self._dark = not self._dark
        self._refresh()

    def start_audience(self) -> None:
        """Show the audience view on the other display; with one display, the page itself becomes it."""
        screens = QGuiApplication.screens()
        own = self._desk.window.screen()
        others = [screen for screen in screens if screen is not own and screen.geometry() != own.geometry()]
        self._desk.window.go(PLACE)
        if others:
            self._audience.setGeometry(others[0].geometry())
            self._audience.showFullScreen()
            self._shows = True
        else:
            self._present()
        self._refresh()

    def show_window(self) -> None:
        """Show the audience view in a window of its own, to be moved or shared."""
        self._audience.showNormal()
        self._shows = True
        self._refresh()

    def stop_audience(self) -> None:
        """Take the audience view away."""
        self._audience.hide()
        self._shows = False
        if self._presenter is not None:
            self._presenter.hide()
            self._presenter.deleteLater()
            self._presenter = None
            if self._console is not None:
                self._console.show()
                self._console.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hear the held key being let go; see the audience window being closed."""
        if watched is self._audience:
            if event.type() == QEvent.Type.Close:
                self._shows = False
            return False
        is_release = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyRelease
        if is_release and event.key() == Qt.Key.Key_R and not event.isAutoRepeat():  # type: ignore[attr-defined]
            self._let_go()
        return False

    # Inside

    @property
    def _open(self) -> OpenAgreement:
        current = self._desk.session.current
        assert current is not None  # the place needs an agreement
        return current

    def _today(self) -> dt.date:
        return self._desk.session.now().astimezone(wall_clock(self._desk.session)).date()

    def _when_known(self, then: object) -> None:
        assert callable(then)  # a verb of the session
        if self._open.room is not None:
            then()
        else:
            self._open.room_known.connect(then)

    def _fill(self) -> None:
        if self._slot is None or not shiboken6.isValid(self._slot):
            return
        layout = self._slot.layout()
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
        self._console = Console(self.room, current.draft, self._desk.language, doing)
        layout.addWidget(self._console)
        self._slot.setFocusProxy(self._console)
        self.room.changed.connect(self._refresh)
        self.room.room.show.connect(self._bring_back)
        self._tick.start()
        self._refresh()
        if self._desk.window.place == PLACE:
            self._console.setFocus()

    def _refresh(self) -> None:
        if self._console is None or self._desk.session.current is None or self._open.room is None:
            return
        self._show_scene()
        self._console.refresh()
        self._desk.window.registry.refresh()

    def _show_scene(self) -> None:
        scene = self.room.scene(wall_clock(self._desk.session))
        self._audience.view.show_scene(scene, dark=self._dark, page=self._page)
        if self._presenter is not None:
            self._presenter.show_scene(scene, dark=self._dark, page=self._page)
        if self._console is not None and self._console.isVisible():
            self._console.show_picture(self._audience.picture())

    def _second(self) -> None:
        if self._console is not None and self._desk.session.current is not None and self.room.clock.runs:
            self._console.show_clock()
            self._show_scene()

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

    def _enter_first(self, *, handed: bool) -> None:
        missing = self.room.missing()
        if missing:
            self._enter(missing[0], handed)

    def _enter(self, team: Side, handed: bool) -> None:
        if self.room.question is None or self.room.round.opened:
            return
        if self._presenter is not None:
            self._tell(N_("The room sees this screen: collect cards, and type them in when the view is stopped."))
            return
        if self.room.step != BLIND:
            self.room.go(self.room.standing.question, BLIND)
        self.room.hand_over(team, is_in=False)
        shown = self._text(N_("The projector shows covered cards")) if self._shows else ""
        self._private = Private(
            self._desk.window, team, self.room, self._desk.language, covered=handed, left=self._left, projector=shown
        )

    def _left(self) -> None:
        self._private = None
        if self._console is not None:
            self._console.setFocus()
        self._refresh()

    def _open_early(self) -> None:
        self._let_go()
        self.room.open_answers()

    def _let_go(self) -> None:
        self._hold.stop()
        QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]  # the window's own

    def _present(self) -> None:
        if self._presenter is None and self._slot is not None and self._console is not None:
            layout = self._slot.layout()
            assert layout is not None  # made with one
            self._presenter = AudienceView()
            self._presenter.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            layout.addWidget(self._presenter)
            self._console.hide()
            self._presenter.setFocus()
            self._presenter.installEventFilter(self._console)
            self._tell(N_("The room sees this screen. Shift+F5 brings the console back."))

    def _on_unplugged(self) -> None:
        """A display went: what was on it must not land on this one."""
        if self._shows and len(QGuiApplication.screens()) == 1:
            self.stop_audience()
            if self._open.room is not None and self.room.standing.cover != "blank":
                self.room.cover("blank")
            self._tell(N_("The display is gone: the audience view is blank and stopped."))

    def _on_arrived(self, place: str) -> None:
        registry = self._desk.window.registry
        if place == PLACE and self._passing[0] not in registry:
            registry.add(*passing(self))
        elif place != PLACE and self._passing[0] in registry:
            registry.remove(*self._passing)

    def _tell(self, words: str) -> None:
        self._desk.session.told.emit(self._text(words))

    def _on_closed(self, _agreement: str) -> None:
        self._tick.stop()
        if self._private is not None:
            self._private.leave()
        self.stop_audience()
        self._console = None
        self._slot = None
