"""Puts the program's window together: session, screens, notices, and the order in which they come at the start.

First the shell is painted, then the list or the agreement that was open is read from bare sqlite3 and painted, and only
then the rest of the library is opened. A test holds that order.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

from workbench.ui.application import Frame
from workbench.ui.session import Session
from workbench.ui.shell.place import LIBRARY
from workbench.ui.theme.theme import theme
from workbench.ui.views.backups import Backups
from workbench.ui.views.bar import Bar
from workbench.ui.views.desk import Desk
from workbench.ui.views.files import Files
from workbench.ui.views.notices import Notices
from workbench.ui.views.places import TOOLS, add_places
from workbench.ui.views.remembering import Remembering
from workbench.ui.views.screens import screens

OPENING = "opening"
"""The page that stands while the agreement that was open the last time is read."""

PATIENCE_MS = 1500
"""A window that is not painted, because it is covered, opens its library after so long all the same."""


class AfterPaint(QObject):
    """Calls once, when a widget has been painted."""

    def __init__(self, widget: QWidget, then: Callable[[], object]) -> None:
        super().__init__(widget)
        self._then: Callable[[], object] | None = then
        widget.installEventFilter(self)
        QTimer.singleShot(PATIENCE_MS, self, self._call)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """See it being painted."""
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, self, self._call)
        return False

    def _call(self) -> None:
        then, self._then = self._then, None
        if then is not None:
            then()
            self.deleteLater()


class Composition(QObject):
    """The program's window, put together.

    Attributes:
        desk: The window and its session.

    Args:
        desk: A window without places, and a session that was not started.
        library: What the person called the library: path, URL, or empty for their own.
        file: A file to open once the library is.
    """

    def __init__(self, desk: Desk, library: str = "", file: str = "") -> None:
        super().__init__(desk.window)
        self._library, self._file = library, file
        self.desk, window, session = desk, desk.window, desk.session
        self.files, self.notices, self.bar = Files(desk), Notices(desk), Bar(desk)
        self.backups = Backups(desk)
        add_places(window, screens(desk))
        theme().apply(scale=desk.memory.now.scale)
        theme().changed.connect(self._on_look)
        window.keep_open = self._keep_open
        window.closing.connect(self._on_closing)
        window.arrived.connect(self._on_arrived)
        session.agreement_opened.connect(self._on_opened)
        session.agreement_closed.connect(self._on_closed)
        session.refused.connect(self._on_not_opened)
        self._begin()

    # The start

    def _begin(self) -> None:
        """Show the shell with what was there the last time, and read it once the shell is painted."""
        memory, window = self.desk.memory.now, self.desk.window
        self._resumes = memory.agreement if memory.library == self._library else ""
        if self._resumes and not self._file:
            window.pages.add(OPENING, QWidget)
            window.pages.arrived.connect(self._on_first_page)
            window.pages.go(OPENING)
        else:
            self._resumes = ""
            window.pages.arrived.connect(self._on_first_page)
            window.go(LIBRARY)

    def _on_first_page(self, _key: str) -> None:
        self.desk.window.pages.arrived.disconnect(self._on_first_page)
        self.desk.session.library_refused.connect(self._on_refused)
        self.desk.session.start(self._on_listed)

    def _on_listed(self) -> None:
        session, place = self.desk.session, self.desk.memory.now.place
        if self._resumes and session.listing.line(self._resumes) is not None:
            session.open(self._resumes, lambda: self._arrive(place or "agree"))
        else:
            self._arrive(LIBRARY)

    def _arrive(self, place: str) -> None:
        window = self.desk.window
        known = f"place.{place}" in window.registry
        window.go(place if known else LIBRARY)
        QTimer.singleShot(0, self, self._open_wholly)  # the page is built by then

    def _open_wholly(self) -> None:
        page = self.desk.window.pages.currentWidget()
        AfterPaint(page or self.desk.window, lambda: self.desk.session.open_wholly(self._open_file))

    def _open_file(self) -> None:
        if self._file:
            self.files.open(Path(self._file))

    def _on_refused(self, _error: object) -> None:
        self.desk.window.go(LIBRARY)

    def _on_not_opened(self, _error: object) -> None:
        """What was to be opened cannot be read: the page that needed it would stay empty."""
        if self.desk.session.current is None and self.desk.window.place not in {LIBRARY, *(key for key, *_ in TOOLS)}:
            self._arrive(LIBRARY)

    # What is open

    def _on_opened(self, agreement: str) -> None:
        window, current = self.desk.window, self.desk.session.current
        assert current is not None  # just opened
        window.undoing.follow(current.draft.stack)
        self.bar.show()
        self.desk.memory.remember(library=self._library, agreement=agreement)
        QTimer.singleShot(0, self, self._go_on)

    def _go_on(self) -> None:
        """Whoever opened it may have gone somewhere by now; else the work begins with preparing."""
        window = self.desk.window
        if self.desk.session.current is not None:
            window.go("prepare" if window.place in {LIBRARY, ""} else window.place)

    def _on_closed(self, _agreement: str) -> None:
        window = self.desk.window
        window.undoing.follow(None)
        window.forget("prepare", "agree", "sign", "track", "history", "room")
        self.bar.show()
        self.desk.memory.remember(agreement="", section="")

    def _on_arrived(self, place: str) -> None:
        if place != OPENING:  # that is no place to come back to
            self.desk.memory.remember(place=place)

    # The look and the end

    def _on_look(self) -> None:
        self.desk.memory.remember(colours=theme().choice, scale=theme().look.scale)

    def secure(self) -> None:
        """Make what was typed safe, at once."""
        if self.desk.session.current is not None:
            self.desk.session.current.save_now()

    def _keep_open(self) -> bool:
        """Not everything is stored yet: store it, then close; if that fails, say so and stay."""
        session = self.desk.session
        if session.is_safe:
            return False

        def safe(stored: bool) -> None:
            if stored:
                self.desk.window.close()
            else:
                self.notices.want_to_close()

        session.make_safe(safe)
        return True

    def _on_closing(self) -> None:
        self.desk.memory.write()
        self.desk.session.shut_down()


def compose(frame: Frame, folder: Path | None = None) -> Composition:
    """Put the window together; see `workbench.ui.application.run`.

    Args:
        frame: What the application gives.
        folder: Where preferences are kept; nowhere where nothing is given.
    """
    session = Session(frame.runner, frame.language, place=frame.library, parent=frame.window)
    desk = Desk(frame.window, session, Remembering(folder, frame.window))
    made = Composition(desk, frame.library, frame.file)
    made.backups.keep_up()
    frame.hooks.secure = made.secure
    frame.app.file_asked.connect(made.files.open_path)
    return made
