"""Whether a time-stamp server is asked, and which. Off unless somebody wants it; the address is remembered.

Must not know how it is asked.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from workbench.base.language import N_
from workbench.ui.parts.check_line import CheckLine
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import Panel, box, column
from workbench.ui.views.desk import Desk

INDENT = 30


class StampBox(Panel):
    """The box.

    Attributes:
        changed: Emitted when it was ticked, or another address typed.

    Args:
        desk: The window and its memory.
    """

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        text = desk.language.text
        self._desk = desk
        self.check = CheckLine(text(N_("Ask a time-stamp server to witness the time")))
        self.line = QLineEdit(desk.memory.now.stamp_server)
        self.line.setPlaceholderText("https://")
        self.line.setAccessibleName(text(N_("Address of the time-stamp server")))
        note = Label(text(N_("Needs the network. Only a hash goes out. Without it the time is this computer's clock.")),
                     "tiny", wrap=True)  # fmt: skip
        self._more = box(column(self.line, note, margins=(INDENT, 0, 0, 0), gap=4))
        self._more.hide()
        super().__init__(column(self.check, self._more, gap=6))
        self.check.toggled.connect(self._on_toggled)
        self.line.textChanged.connect(lambda _text: self.changed.emit())
        self.line.editingFinished.connect(lambda: desk.memory.remember(stamp_server=self.line.text().strip()))

    @property
    def is_wanted(self) -> bool:
        """Is a server to be asked?"""
        return self.check.is_ticked

    @property
    def address(self) -> str:
        """Of the server to be asked; empty where none is."""
        return self.line.text().strip() if self.is_wanted else ""

    def _on_toggled(self, wanted: bool) -> None:
        self._more.setVisible(wanted)
        if wanted:
            self.line.setFocus()
        self.changed.emit()
