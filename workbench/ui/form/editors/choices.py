"""The editors of several answers: out of a closed list, or rows of another list."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from workbench.base.language import N_
from workbench.fields.declare import Field
from workbench.fields.links import ReferencesKind
from workbench.fields.words import ChoicesKind
from workbench.ui.form.editors.choice import choices_of
from workbench.ui.form.editors.editor import Editor, Surroundings
from workbench.ui.form.editors.options import Choice
from workbench.ui.form.editors.reference import rows_of
from workbench.ui.form.editors.several import Several


class SeveralEditor(Editor):
    """Pills to press; what is chosen but no longer offered stays chosen and says so.

    Attributes:
        several: The part that shows the entries.
        has_any: Whether there is anything to choose from, or to take back.
    """

    filled = Signal(bool)
    """There is something to choose from now, or nothing any more."""

    def __init__(self, field: Field, surroundings: Surroundings, parent: QWidget) -> None:
        text = surroundings.shown.language.text
        self.several = Several(parent, text(N_("Add…")), text(N_("None to choose from yet")))
        self._value: tuple[str, ...] = ()
        self.has_any = False
        super().__init__(field, surroundings, self.several)
        self.refresh_surroundings()
        self.several.toggled.connect(self._toggled)

    def inputs(self) -> tuple[QWidget, ...]:
        """The pills and the drop-down behind them."""
        return (*self.several.pills, self.several.adder)

    def take_focus(self) -> None:
        """Go to the first entry, or to the drop-down where there are many."""
        self.several.first().setFocus(Qt.FocusReason.TabFocusReason)

    def framed(self) -> tuple[QWidget, ...]:
        """The drop-down; pills have no frame of their own for problems."""
        return (self.several.adder,)

    def name(self, words: str) -> None:
        """Every part says the field's name first."""
        self.several.name(words)

    def offered(self) -> list[Choice]:
        """The entries as they are now."""
        raise NotImplementedError

    def show_value(self, value: Any) -> None:
        """Show what is chosen."""
        self._value = tuple(value or ())
        self.refresh_surroundings()

    def value(self) -> tuple[str, ...]:
        """What is chosen, in the kind's own order."""
        chosen: tuple[str, ...] = self.field.kind.normal(self._value)
        return chosen

    def refresh_surroundings(self) -> None:
        """Offer the entries as they are now."""
        entries = self.offered()
        known = {value for value, _, _ in entries}
        missing = self.surroundings.shown.language.text(N_("Missing: it was removed"))
        gone = [(value, missing, "") for value in self._value if value not in known]
        self.several.offer([*entries, *gone], self._value)
        self._describe(self._problem[1])
        self.has_any = bool(entries or self._value)
        self.filled.emit(self.has_any)

    def _toggled(self) -> None:
        pressed = self.several.chosen()
        self._value = (
            *(one for one in self._value if one in pressed),
            *(one for one in pressed if one not in self._value),
        )
        self.changed.emit()
        self.refresh_surroundings()


class ChoicesEditor(SeveralEditor):
    """Several answers out of a closed list."""

    def offered(self) -> list[Choice]:
        """The declared answers."""
        assert isinstance(self.field.kind, ChoicesKind)  # chosen by kind
        return choices_of(self.field.kind, self.surroundings.shown)


class ReferencesEditor(SeveralEditor):
    """Several rows of another list."""

    def offered(self) -> list[Choice]:
        """The rows of the list."""
        assert isinstance(self.field.kind, ReferencesKind)  # chosen by kind
        return rows_of(self.field, self.surroundings)
