"""Where the audience view is: on another display, in a window of its own, or, with one display, instead of the console.

Gives it one frozen scene after the other, and the console a picture of what the window shows. Must not know actions.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QScreen

from workbench.base.language import N_
from workbench.ui.views.desk import Desk
from workbench.ui.views.room.alone import Alone
from workbench.ui.views.room.audience import AudienceView, AudienceWindow
from workbench.ui.views.wall_clock import wall_clock

if TYPE_CHECKING:
    from workbench.ui.views.room.console import Console
    from workbench.ui.views.room.screen import RoomScreen


OPEN = frozenset({
    "room.stop", "room.longer", "room.reset", "room.reveal", "room.blank", "room.break", "room.parked", "room.back",
    "room.consent", "room.names", "room.page", "room.block", "room.colours", "room.next", "room.previous", "room.pause",
    "room.record",
})  # fmt: skip
"""Actions that may be done while the room sees this display: none of them opens anything over what it sees."""
CLICKER = frozenset({
    Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Period,
})  # fmt: skip
"""What a clicker sends."""


class Projector(QObject):
    """The audience view, wherever it is.

    Attributes:
        shows: Whether the window is on a display.

    Args:
        desk: The window and its session.
        screen: The console's, which has the session.
    """

    def __init__(self, desk: Desk, screen: RoomScreen) -> None:
        super().__init__(screen)
        self._desk, self._screen = desk, screen
        self._presenter: AudienceView | None = None
        self._alone: Alone | None = None
        self._audience = AudienceWindow(desk.language.text(N_("Audience view")))
        self._audience.installEventFilter(self)
        self.shows = False
        self._dark, self._page = False, 0
        self._display: QScreen | None = None
        desk.window.closing.connect(self._audience.close)
        self.destroyed.connect(self._audience.deleteLater)
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)  # the window's own
        app.screenRemoved.connect(self._on_unplugged)
        app.screenAdded.connect(self._on_plugged)

    @property
    def presents(self) -> bool:
        """Whether the room sees the facilitator's own display."""
        return self._presenter is not None

    def start(self) -> None:
        """Show the view on the other display; with one display, the page itself becomes it."""
        own = self._desk.window.screen()
        others = [one for one in QGuiApplication.screens() if one is not own and one.geometry() != own.geometry()]
        if others:
            self._display = others[0]
            self._audience.setScreen(self._display)
            self._audience.setGeometry(self._display.geometry())
            self._audience.showFullScreen()
            self.shows = True
            self._screen.refresh()
        else:
            self._screen.when_known(self._present)

    def show_window(self) -> None:
        """Show the view in a window of its own, to be moved or shared."""
        self._display = None
        self._audience.showNormal()
        self.shows = True
        self._screen.refresh()

    def stop(self) -> None:
        """Take the view away."""
        self._audience.hide()
        self.shows, self._display = False, None
        presenter, self._presenter = self._presenter, None
        if presenter is not None and self._alone is not None:
            self._alone.end()
            self._alone = None
            self._show_bars(shown=True)
            presenter.hide()
            presenter.deleteLater()
            console = self._console
            if console is not None:
                console.show()
                console.take_focus()
        self._screen.refresh()

    def turn_page(self) -> None:
        """Show the next page of words that are too long for one picture."""
        self._page += 1
        self._screen.refresh()

    def change_colours(self) -> None:
        """Show the view dark, or light again."""
        self._dark = not self._dark
        self._screen.refresh()

    def show_scene(self) -> None:
        """Show what the room sees now, and on the console a picture of it."""
        scene = self._screen.room.scene(wall_clock(self._desk.session))
        self._audience.view.show_scene(scene, dark=self._dark, page=self._page)
        if self._presenter is not None:
            self._presenter.show_scene(scene, dark=self._dark, page=self._page)
        console = self._console
        if console is not None and self._presenter is None and self._screen.is_shown():
            console.show_picture(self._audience.picture(), scene.read(), self.where)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See the window being closed; hand keys struck on what the room sees to the console."""
        if watched is self._audience and event.type() == QEvent.Type.Close:
            self.shows = False
            self._screen.refresh()
        elif watched is self._audience and isinstance(event, QKeyEvent):
            return self._on_audience_key(event)
        elif watched is self._presenter and isinstance(event, QKeyEvent):
            return self._on_presenter_key(event)
        return False

    def _on_audience_key(self, event: QKeyEvent) -> bool:
        """Whichever window was touched last, a clicker leads on; nothing else is typed into what the room sees."""
        if event.type() != QEvent.Type.KeyPress or event.key() not in CLICKER or not self._screen.is_here():
            return False
        if self._console is not None:
            self._console.keyPressEvent(event)
        return True

    def _on_presenter_key(self, event: QKeyEvent) -> bool:
        """The room sees this display: keys of the room work, Escape ends it, and nothing else opens over it."""
        console = self._console
        if event.type() != QEvent.Type.KeyPress or console is None:
            return False
        if event.key() == Qt.Key.Key_Escape:
            self.stop()
        elif event.key() in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}:
            if console.voting is not None:
                console.voting.change_team()
        else:
            console.keyPressEvent(event)
        return True

    @property
    def _console(self) -> Console | None:
        return self._screen.console

    def _present(self) -> None:
        """Over the whole window, so that nothing that comes up in it meanwhile is seen."""
        console, window = self._console, self._desk.window
        if self._presenter is not None or console is None:
            return
        self._presenter = AudienceView()
        self._presenter.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._alone = Alone(self._presenter, window, OPEN)
        console.hide()
        self._show_bars(shown=False)
        self._presenter.show()
        self._presenter.raise_()
        self._presenter.setFocus()
        self._presenter.installEventFilter(self)
        self._screen.refresh()

    def _show_bars(self, *, shown: bool) -> None:
        """What the bars say, such as what was saved, is not for the room."""
        self._desk.window.top.setVisible(shown)
        self._desk.window.status.setVisible(shown)

    def _on_unplugged(self, gone: QScreen) -> None:
        """A display went: what was on it must not land on this one."""
        if self.shows and gone is self._display:
            self.stop()
            if self._screen.room.standing.cover != "blank":
                self._screen.room.cover("blank")
            self._screen.refresh()
            self._screen.lead.tell(N_("The display is gone: the audience view is blank and stopped."))

    def _on_plugged(self, _display: QScreen) -> None:
        """A display came: nothing goes on it before somebody says so."""
        if self._screen.is_here() and not self.shows and not self.presents:
            self._screen.refresh()
            self._screen.lead.tell(N_("There is another display: F5 shows the audience view on it."))

    @property
    def where(self) -> str:
        """Where the room sees it, in words, with what it does not see."""
        text = self._desk.language.text
        if self._display is not None and self.shows:
            number = QGuiApplication.screens().index(self._display) + 1
            said = text(N_("Shown on display {n}")).format(n=number)
        else:
            said = text(N_("Shown in a window")) if self.shows else text(N_("Not shown to the room yet: F5"))
        hidden = self._screen.room.held.names_hidden
        return f"{said} · {text(N_('names hidden')) if hidden else text(N_('names shown'))}"
