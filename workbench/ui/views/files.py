"""Files that come to the window: chosen with a dialog, dropped anywhere, or named at the start."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QDragEnterEvent, QDropEvent

from workbench.base.language import N_
from workbench.ui.actions import Action
from workbench.ui.views.desk import Desk


class Files(QObject):
    """Takes files for the window.

    Args:
        desk: The window and its session.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk
        desk.window.registry.add(
            Action("file.open", N_("Open a bundle or a signed PDF"), self.choose, "Ctrl+O", icon="folder-open",
                   keywords=N_("import file receive"),
                   detail=N_("Also Agreement JSON; actuals go to the agreement that is open")),
        )  # fmt: skip
        desk.window.setAcceptDrops(True)
        desk.window.installEventFilter(self)

    def choose(self) -> None:
        """Ask which file."""
        from workbench.ui.arrivals import SHEETS, TAKEN  # noqa: PLC0415  (on a click)
        from workbench.ui.views.choosing import file_to_open  # noqa: PLC0415

        text = self._desk.language.text
        endings = " ".join(f"*{ending}" for ending in (*TAKEN, *SHEETS))
        title = text(N_("Open a bundle or a signed PDF"))
        chosen = file_to_open(self._desk, title, f"{text(N_('Files'))} ({endings})")
        if chosen is not None:
            self.open(chosen)

    def open(self, path: Path) -> None:
        """Take a file in and go to what it is about."""
        from workbench.ui.arrivals import open_file  # noqa: PLC0415  (on a wish)

        open_file(self._desk.session, path)

    def open_path(self, path: str) -> None:
        """As `open`, for a path as text."""
        self.open(Path(path))

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take files that are dropped on the window."""
        if isinstance(event, QDragEnterEvent) and event.type() == QEvent.Type.DragEnter and _files(event):
            event.acceptProposedAction()
            return True
        if isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop and (paths := _files(event)):
            event.acceptProposedAction()
            self.open(paths[0])
            return True
        return False


def _files(event: QDropEvent) -> list[Path]:
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
