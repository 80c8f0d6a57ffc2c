"""Sets the application up and runs it: style, fonts, theme, hooks, window, event loop. Must not know any screen.

Start-up is staged: the shell is painted first, the page is built when the event loop is idle, and everything heavy is
imported by whoever needs it. `tests/ui/test_start.py` holds that.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLocale, Qt, Signal
from PySide6.QtGui import QFileOpenEvent, QGuiApplication
from PySide6.QtWidgets import QApplication

from workbench.base.language import Language, language as language_of
from workbench.ui.garbage import Collector
from workbench.ui.hooks import Crash, Hooks
from workbench.ui.no_window import said_in_words
from workbench.ui.shell.topbar import PRODUCT
from workbench.ui.shell.window import MainWindow
from workbench.ui.theme.theme import Choice, Theme, theme

if TYPE_CHECKING:
    from workbench.ui.runner import Runner

DESKTOP_NAME = "sla-workbench"
LOG = "errors.log"


class Application(QApplication):
    """The application object.

    Attributes:
        file_asked: Emitted with the path of a file the system asks the program to open (macOS sends them as events).
    """

    file_asked = Signal(str)

    def event(self, event: QEvent) -> bool:
        """Take the system's wish to open a file."""
        if isinstance(event, QFileOpenEvent) and event.file():
            self.file_asked.emit(event.file())
            return True
        return super().event(event)


def set_up(arguments: Sequence[str], language: Language) -> Application:
    """The application object with its style, fonts and theme. Call once in a process."""
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    QGuiApplication.setDesktopFileName(DESKTOP_NAME)
    # Fusion is the same everywhere and wholly ours to dress; asked for in words, it spares the start a class with
    # hundreds of constants that `setStyle` would bring along
    with said_in_words(language):
        app = Application([*arguments, "-style", "Fusion"])
    app.setApplicationName(PRODUCT)
    QLocale.setDefault(QLocale(language.code))
    Theme(app)
    return app


class Frame:
    """What a composer gets to fill.

    Attributes:
        app: The application.
        window: The main window, not shown yet.
        hooks: Takes exceptions.
        language: Of the window.
        library: Path or URL of the library wanted; empty for the person's own.
        file: File to open at once; empty for none.
    """

    def __init__(
        self, app: Application, window: MainWindow, hooks: Hooks, language: Language, library: str, file: str
    ) -> None:
        self.app, self.window, self.hooks = app, window, hooks
        self.language, self.library, self.file = language, library, file
        self._runner: Runner | None = None

    @property
    def runner(self) -> Runner:
        """Runs jobs; made when the first page asks for it, after the shell was painted."""
        if self._runner is None:
            from workbench.ui.runner import Runner  # noqa: PLC0415  (not on the way to the first paint)

            self._runner = Runner(self.hooks.take, self.app)
        return self._runner

    @property
    def busy(self) -> int:
        """How many jobs are under way."""
        return self._runner.busy if self._runner is not None else 0

    def shut_down(self) -> None:
        """Finish what was handed to the store and end every thread."""
        if self._runner is not None:
            self._runner.shutdown()


def run(
    compose: Callable[[Frame], object],
    *,
    language: Language,
    arguments: Sequence[str] = (),
    folder: Path | None = None,
    colours: Choice = "system",
    library: str = "",
    file: str = "",
) -> int:
    """Show the window and run until it is closed; answers the exit code.

    Args:
        compose: Registers places and goes to the first one; called before the window is shown, so it must be quick.
        language: Of the window.
        arguments: The program's own name and what Qt may take from the command line.
        folder: Where geometry and the log are kept; nowhere where nothing is given.
        colours: Light, dark, or the system's.
        library: Path or URL of the library wanted, for the composer.
        file: File to open, for the composer.
    """
    gc.disable()  # the collector below takes over when there is an event loop
    app = set_up(arguments or sys.argv[:1], language)
    hooks = Hooks(folder / LOG if folder is not None else None, parent=app)
    hooks.install()
    theme().choose(colours)
    window = MainWindow(language)
    frame = Frame(app, window, hooks, language, library, file)
    collector = Collector(app, lambda: frame.busy)

    def confess(crash: Crash) -> None:
        from workbench.ui.alerts import confess as show  # noqa: PLC0415  (rarely needed)

        show(window, crash, language)

    hooks.crashed.connect(confess)
    compose(frame)
    if folder is not None:
        from workbench.ui.shell import geometry  # noqa: PLC0415  (tests have no folder)

        geometry.restore(window, folder)
        window.closing.connect(lambda: geometry.remember(window, folder))
    window.show()
    collector.start()
    try:
        return app.exec()
    finally:
        frame.shut_down()
        collector.stop()
        hooks.remove()


def run_window(library: str = "", file: str = "") -> int:
    """Open the window on a library (path or URL; the person's own where empty) and a file in it; the exit code.

    Where the person's settings have no place, the window works all the same and remembers nothing.
    """
    from workbench.base.errors import OutsideError  # noqa: PLC0415
    from workbench.base.places import settings_folder  # noqa: PLC0415  (the window of a test has no folder)
    from workbench.services.preferences import read_preferences  # noqa: PLC0415
    from workbench.ui.views.composition import compose  # noqa: PLC0415

    try:
        folder: Path | None = settings_folder()
    except OutsideError:
        folder = None
    return run(
        lambda frame: compose(frame, folder),
        language=language_of(),
        folder=folder,
        colours=read_preferences(folder).colours if folder is not None else "system",
        library=library,
        file=file,
    )
