"""A window that shows the draft as the document it would become. Must not know how or when that is made."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QShortcut

from workbench.base.language import N_
from workbench.ui.parts.layout import Panel, column
from workbench.ui.theme.look import Look
from workbench.ui.theme.theme import theme
from workbench.ui.views.desk import Desk
from workbench.ui.views.file_desk import FileDesk

WIDTH, HEIGHT = 760, 920
SMALLEST = (420, 360)


class PreviewWindow(Panel):
    """The window.

    Attributes:
        file: The pages.
        closed: Emitted when the person closes it.

    Args:
        desk: The window beside which it stands, and the session.
        keys: The key that opened it closes it too.
    """

    closed = Signal()

    def __init__(self, desk: Desk, keys: str) -> None:
        self.file = FileDesk(desk)
        super().__init__(column((self.file, 1), gap=0), role="desk", name=desk.language.text(N_("Preview")))
        self.setParent(desk.window, Qt.WindowType.Window)
        self.setMinimumSize(*SMALLEST)
        self.file.listen(self)
        for words, do in ((keys, self.close), ("Ctrl+F", self.file.ask_find)):
            QShortcut(QKeySequence(words), self, do)
        theme().follow(self)
        self._stand_beside(desk)

    def _stand_beside(self, desk: Desk) -> None:
        """At the right edge of the screen, not larger than it."""
        room = desk.window.screen().availableGeometry()
        look = theme().look
        width = min(look.px(WIDTH), room.width())
        height = min(look.px(HEIGHT), room.height())
        self.resize(width, height)
        self.move(room.right() - width, room.top() + (room.height() - height) // 2)

    def show_title(self, title: str) -> None:
        """Whose document it is."""
        self.setWindowTitle(title)

    def restyle(self, _look: Look) -> None:
        """The panel's own colours come from the style sheet."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes, where nothing inside had a use for it."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
            return
        super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell that nobody looks any more."""
        super().closeEvent(event)
        self.closed.emit()
