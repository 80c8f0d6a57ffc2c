"""A part of a form that is closed until it is asked for, and says meanwhile what is in it. Must not know fields."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from workbench.base.language import N_, Language
from workbench.ui.form.showing import set_shown
from workbench.ui.parts.button import Button, Kind
from workbench.ui.parts.chip import Chip
from workbench.ui.parts.eliding import ElidingLabel
from workbench.ui.parts.layout import NONE, Box, Margins, Panel, box, column, row


class Fold(Panel):
    """A title to press and, once open, what is under it; built at the first opening.

    Args:
        title: What is inside.
        fill: Makes what is inside, in the column it is given.
        language: Of the words for screen readers.
        around: Margins of what is inside.
        heading: The title is a heading among others, instead of a line in a form.
    """

    opened = Signal(bool)
    """It was opened (True) or closed."""

    def __init__(
        self,
        title: str,
        fill: Callable[[Box], None],
        language: Language,
        *,
        around: Margins = NONE,
        heading: bool = False,
    ) -> None:
        self._fill, self._language, self._around = fill, language, around
        self._inside: QWidget | None = None
        kind: Kind = "heading" if heading else "link"
        self.button = Button(title, kind, icon="chevron-right", trailing=heading, on_click=self.toggle)
        self.summary = ElidingLabel("", "muted")
        self._words = ""
        self.chip = Chip("", "warn")
        self.chip.setVisible(False)
        self._column = column(row(self.button, (self.summary, 1), self.chip, gap=8), gap=10)
        super().__init__(self._column)
        self._say()

    @property
    def is_open(self) -> bool:
        """Whether what is inside can be seen."""
        return self._inside is not None and not self._inside.isHidden()

    def toggle(self) -> None:
        """Open it, or close it."""
        self.show_inside(open_it=not self.is_open)

    def show_inside(self, *, open_it: bool) -> None:
        """Open or close; what is inside is made the first time."""
        if open_it == self.is_open:
            return
        if self._inside is None:
            held = column(margins=self._around)
            self._inside = box(held)
            self._inside.hide()
            self._column.put(self._inside)
            self._fill(held)
        set_shown(self._inside, open_it)
        self._show_summary()
        self._say()
        self.opened.emit(open_it)

    def summarise(self, words: str) -> None:
        """Say what is in it, for as long as it is closed."""
        self._words = words
        self._show_summary()

    def show_open_questions(self, count: int) -> None:
        """Say how many places inside need somebody; none hides the chip."""
        set_shown(self.chip, bool(count))
        self.chip.setText(self._language.text(N_("{n} to look at")).format(n=count))

    def _show_summary(self) -> None:
        self.summary.setText("" if self.is_open else self._words)

    def _say(self) -> None:
        self.button.show_text(self.button.text(), "chevron-down" if self.is_open else "chevron-right")
        state = self._language.text(N_("open") if self.is_open else N_("closed"))
        self.button.setAccessibleDescription(f"{state}. {self._words}")
