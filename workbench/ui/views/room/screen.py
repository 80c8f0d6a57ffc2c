"""The workshop in the room as a screen: console, audience window, private entry, and all their keys.

Must not know how anything looks.
"""

from __future__ import annotations

from collections.abc import Callable

import shiboken6
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QWidget

from workbench.agreement.room.staging import CONSENT
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
from workbench.ui.views.room.leading import Leading
from workbench.ui.views.room.projector import Projector
from workbench.ui.views.room.room_actions import lasting, passing
from workbench.ui.views.wall_clock import wall_clock

PLACE = "room"


class RoomScreen(QObject):
    """Holds the console and the audience window.

    Args:
        desk: The window and its session.
        agree: Knows the field one was at.
    """

    def __init__(self, desk: Desk, agree: AgreeScreen) -> None:
        super().__init__(desk.window)
        self._desk, self._text = desk, desk.language.text
        self.slot: Panel | None = None
        self.console: Console | None = None
        self.projector = Projector(desk, self)
        self._tick = QTimer(self, interval=1000)
        self._tick.timeout.connect(self._second)
        self.lead = Leading(desk, self, agree)
        agree.claims.insert(0, self._shows)
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
        if self.open.room is not None:
            self._fill()
        else:
            waiting = Label(self._text(N_("Opening the session")), "muted")
            layout = self.slot.layout()
            assert layout is not None  # made with one
            layout.addWidget(waiting)
            current = self.open
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
        return self.is_shown() and self.console is not None and self.lead.private is None

    def is_open(self) -> bool:
        """Whether an agreement is open."""
        return self._desk.session.current is not None

    @property
    def room(self) -> OpenRoom:
        """The session."""
        room = self.open.room
        assert room is not None  # the console stands on it
        return room

    def go(self) -> None:
        """Go to the console."""
        self._desk.window.go(PLACE)

    def start_audience(self) -> None:
        """Go to the console, and show the audience view."""
        self.go()
        self.projector.start()

    # Inside

    @property
    def open(self) -> OpenAgreement:
        """The agreement that is open."""
        current = self._desk.session.current
        assert current is not None  # the place needs an agreement
        return current

    def when_known(self, then: Callable[[], object]) -> None:
        """Do something at once, or when the session has been read."""
        if self.open.room is not None:
            then()
        else:
            self.open.room_known.connect(then)

    def _fill(self) -> None:
        if self.slot is None or not shiboken6.isValid(self.slot):
            return
        layout = self.slot.layout()
        assert layout is not None  # made with one
        while (item := layout.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        current = self.open
        doing = Doing(
            self._desk.window.registry.run, self.lead.enter, self.lead.set_rule, self.lead.today,
            lambda: current.preparation.content if current.preparation is not None else None, self._notes,
            self.lead.begin_block, lambda: wall_clock(self._desk.session),
        )  # fmt: skip
        self.console = Console(self.room, current.draft, self._desk.language, doing)
        layout.addWidget(self.console)
        self.slot.setFocusProxy(self.console)
        self.room.changed.connect(self.refresh)
        self.room.room.show.connect(self._bring_back)
        self._tick.start()
        self._follow_preparation()
        self.refresh()
        if self._desk.window.place == PLACE:
            self.console.setFocus()

    def refresh(self) -> None:
        """Show where the room stands."""
        if self.console is None or self._desk.session.current is None or self.open.room is None:
            return
        self.projector.show_scene()
        self.console.refresh()
        self._desk.window.registry.refresh()

    def _shows(self, path: str) -> bool:
        """Whether a place of the agreement that undo changed is one that the console shows now."""
        question = self.room.question if self.is_here() else None
        if question is None:
            return False
        if self.room.step == CONSENT:
            return path.startswith("sign_off.")
        return path in {question.target, *(one.key for one in question.parts)}

    def _follow_preparation(self) -> None:
        """What is prepared may be known later than the session, and be changed beside the console, as notes are."""
        current = self.open
        if current.preparation is None:
            current.preparation_known.connect(self._follow_preparation, Qt.ConnectionType.UniqueConnection)
            return
        current.preparation.draft.changed.connect(self._on_prepared, Qt.ConnectionType.UniqueConnection)
        self._on_prepared()

    def _on_prepared(self) -> None:
        if self.is_shown():  # whoever comes back is shown all anew
            self.refresh()

    def _second(self) -> None:
        if self.console is None or self._desk.session.current is None:
            return
        if self.room.clock.runs or self.room.standing.block:
            self.console.show_clock()
        if self.room.clock.runs:
            self.projector.show_scene()

    def _bring_back(self, _path: str) -> None:
        """Undo changed what the room said: it is shown here."""
        if self._desk.window.place != PLACE:
            self._desk.window.go(PLACE)

    def _notes(self, section: str) -> str:
        prepared = self.open.preparation
        rows = prepared.content.notes if prepared is not None else ()
        return next((one.words for one in rows if one.key == section), "")

    def _on_arrived(self, place: str) -> None:
        registry = self._desk.window.registry
        if place == PLACE and self._passing[0] not in registry:
            registry.add(*passing(self), over=True)
        elif place != PLACE and self._passing[0] in registry:
            registry.remove(*self._passing)
        if place == PLACE:
            self.refresh()

    def _on_opened(self, _agreement: str) -> None:
        self._tool.show()
        if self.slot is None:  # nothing was open when the page was made
            self._desk.window.forget(PLACE)

    def _on_closed(self, _agreement: str) -> None:
        self._tick.stop()
        self._tool.hide()
        if self.lead.private is not None:
            self.lead.private.leave()
        self.projector.stop()
        self.console = None
        self.slot = None
