"""Files dropped on a part of the window, where that part can do something with them. Must not know what."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget


class FileDrop(QObject):
    """Takes files with certain endings that are dropped on a widget; others go on to whatever lies below.

    Args:
        widget: Where.
        endings: Lower case, with the dot.
        on_file: Called with the first file.
        takes: May a file be dropped now?
    """

    def __init__(
        self,
        widget: QWidget,
        endings: tuple[str, ...],
        on_file: Callable[[Path], object],
        takes: Callable[[], bool] = lambda: True,
    ) -> None:
        super().__init__(widget)
        self._endings, self._on_file, self._takes = endings, on_file, takes
        widget.setAcceptDrops(True)
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take what fits."""
        if not isinstance(event, QDropEvent):  # a drag that enters is one, too
            return False
        path = self._file(event)
        if path is None or not self._takes():
            return False
        if isinstance(event, QDragEnterEvent) or event.type() == QEvent.Type.DragMove:
            event.acceptProposedAction()
        elif event.type() == QEvent.Type.Drop:
            event.acceptProposedAction()
            self._on_file(path)
        return True

    def _file(self, event: QDropEvent) -> Path | None:
        files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        return next((path for path in files if path.suffix.casefold() in self._endings), None)
