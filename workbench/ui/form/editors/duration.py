"""The editor of a length of time: a number and its unit. Must not know working calendars."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QHBoxLayout, QWidget

from workbench.base.language import N_
from workbench.fields.amounts import UNIT_WORDS, DurationKind
from workbench.fields.declare import Field
from workbench.fields.kind import BadText
from workbench.fields.value import Duration, Shown, Unit
from workbench.ui.form.editors.editor import Editor, Surroundings
from workbench.ui.form.editors.options import OptionsBox
from workbench.ui.form.editors.unit_line import UnitLine


def unit_word(unit: Unit, shown: Shown) -> str:
    """What a unit is called after a number of several."""
    return shown.language.count(*UNIT_WORDS[unit], 2).format(n="").strip()


class DurationEditor(Editor):
    """A line for the number and a drop-down for the unit. A unit typed after the number is taken too.

    Attributes:
        line: The number's line.
        units: The unit's drop-down.
    """

    def __init__(self, field: Field, surroundings: Surroundings, parent: QWidget) -> None:
        assert isinstance(field.kind, DurationKind)  # chosen by kind
        whole = QWidget(parent)
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.line, self.units = UnitLine(whole), OptionsBox(whole)
        row.addWidget(self.line, 1)
        row.addWidget(self.units, 2)
        super().__init__(field, surroundings, whole, self.line)
        shown = surroundings.shown
        self.units.offer([(unit, unit_word(unit, shown), "") for unit in field.kind.units])
        self.line.setPlaceholderText(shown.language.text(field.example).split(" ")[0])
        self.line.textChanged.connect(self.changed)
        self.units.currentIndexChanged.connect(self.changed)

    def inputs(self) -> tuple[QWidget, ...]:
        """The number, then the unit."""
        return (self.line, self.units)

    def name(self, words: str) -> None:
        """The drop-down says that it is the unit."""
        self.line.setAccessibleName(words)
        self.units.setAccessibleName(self.surroundings.shown.language.text(N_("Unit of {field}")).format(field=words))

    def framed(self) -> tuple[QWidget, ...]:
        """The number's line; the unit is always one that fits."""
        return (self.line,)

    def show_value(self, value: Any) -> None:
        """Show a length; the unit stays when there is none."""
        if isinstance(value, Duration):
            if not self.units.choose(value.unit):
                self.show_text(f"{value.amount} {unit_word(value.unit, self.surroundings.shown)}")
                return
            self.show_text(str(value.amount))
        else:
            self.show_text("")

    def value(self) -> Duration | None:
        """The length typed."""
        typed, shown = self.line.text().strip(), self.surroundings.shown
        if not typed:
            return None
        try:
            found: Duration | None = self.field.kind.parse(f"{typed} {self._unit_word()}", shown)
        except BadText:
            found = self.field.kind.parse(typed, shown)
        return found

    def text(self) -> str:
        """What is typed as a number."""
        return self.line.text()

    def show_text(self, text: str) -> None:
        """Show a text as it is."""
        if text != self.line.text():
            with QSignalBlocker(self.line):
                self.line.setText(text)

    def _unit_word(self) -> str:
        assert isinstance(self.field.kind, DurationKind)  # chosen by kind
        at = max(self.units.currentIndex(), 0)
        return unit_word(self.field.kind.units[at], self.surroundings.shown)
