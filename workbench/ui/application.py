"""Sets the application up and runs it: style, fonts, theme, hooks, window, event loop. Must not know any screen.

Start-up is staged: the shell is painted first, the page is built when the event loop is idle, and everything heavy is
imported by whoever needs it. `tests/ui/test_start.py` holds that.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEvent, QLocale, Qt, Signal
from PySide6.QtGui import QFileOpenEvent, QGuiApplication
from PySide6.QtWidgets import QApplication

from workbench.base.language import Language
from workbench.ui.garbage import Collector
from workbench.ui.hooks import Crash, Hooks
from workbench.ui.runner import Runner
from workbench.ui.shell import geometry
from workbench.ui.shell.topbar import PRODUCT
from workbench.ui.shell.window import MainWindow
from workbench.ui.theme.theme import Choice, Theme, theme

DESKTOP_NAME = "sla-workbench"


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
    app = Application(list(arguments))
    app.setApplicationName(PRODUCT)
    app.setStyle("Fusion")  # the same everywhere, and wholly ours to dress
    QLocale.setDefault(QLocale(language.code))
    Theme(app)
    return app


@dataclass(frozen=True)
class Frame:
    """What a composer gets to fill.

    Attributes:
        app: The application.
        window: The main window, not shown yet.
        runner: Runs jobs.
        hooks: Takes exceptions.
    """

    app: Application
    window: MainWindow
    runner: Runner
    hooks: Hooks


def run(
    compose: Callable[[Frame], object],
    *,
    language: Language,
    arguments: Sequence[str] = (),
    folder: Path | None = None,
    colours: Choice = "system",
    secure: Callable[[], object] | None = None,
) -> int:
    """Show the window and run until it is closed; answers the exit code.

    Args:
        compose: Registers places and goes to the first one; called before the window is shown, so it must be quick.
        language: Of the window.
        arguments: The program's own name and what Qt may take from the command line.
        folder: Where geometry and the log are kept; nowhere where nothing is given.
        colours: Light, dark, or the system's.
        secure: Makes the draft safe; called before an unexpected exception is shown.
    """
    app = set_up(arguments or sys.argv[:1], language)
    hooks = Hooks(folder / "errors.log" if folder is not None else None, secure, parent=app)
    hooks.install()
    theme().choose(colours)
    window = MainWindow(language)
    runner = Runner(hooks.take, app)
    collector = Collector(app)

    def confess(crash: Crash) -> None:
        from workbench.ui.alerts import confess as show  # noqa: PLC0415  (rarely needed)

        show(window, crash, language)

    hooks.crashed.connect(confess)
    compose(Frame(app, window, runner, hooks))
    if folder is not None:
        geometry.restore(window, folder)
        window.closing.connect(lambda: geometry.remember(window, folder))
    window.show()
    collector.start()
    try:
        return app.exec()
    finally:
        runner.shutdown()
        collector.stop()
        hooks.remove()
