"""Which row of a file holds its headers: the one that was found, and another where somebody knows better."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSpinBox

from workbench.base.errors import WorkbenchError
from workbench.base.language import N_, Language
from workbench.services.foreign_file import lacks_headers
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import Panel, row
from workbench.ui.parts.sizing import sized

MOST_ROWS = 1_048_576
"""As many as a sheet can have."""


class HeaderRow(Panel):
    """The number of the row. Typing is finished with Enter or by leaving the field; the arrows go row by row.

    Attributes:
        chosen: Emitted with the number of another row.

    Args:
        language: For the words.
        number: The row as it is now, from 1.
    """

    chosen = Signal(int)

    def __init__(self, language: Language, number: int) -> None:
        name = language.text(N_("Headers in row"))
        self.field = QSpinBox()
        self.field.setRange(1, MOST_ROWS)
        self.field.setValue(number)
        self.field.setProperty("kind", "compact")
        self.field.setKeyboardTracking(False)
        self.field.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.field.setAccessibleName(name)
        sized(self.field, width=84)
        label = Label(name, "muted")
        label.setBuddy(self.field)
        super().__init__(row(label, self.field, gap=8))
        self.setFocusProxy(self.field)
        self.field.valueChanged.connect(self.chosen)

    def take_focus(self) -> None:
        """Let typing replace the number."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()


def header_row_for(
    error: WorkbenchError, language: Language, number: int, chosen: Callable[[int], object]
) -> HeaderRow | None:
    """Asks for the row where a file was refused for want of it; nothing for other refusals.

    Args:
        error: Why the file was refused.
        language: For the words.
        number: The row that was named; 0 for none.
        chosen: Called with the number of another row.
    """
    if not lacks_headers(error):
        return None
    made = HeaderRow(language, number or 1)
    made.chosen.connect(chosen)
    return made
