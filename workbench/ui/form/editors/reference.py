"""The editor of a reference: a drop-down of the rows of another list by name. Must not know that list's fields."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QWidget

from workbench.base.language import N_
from workbench.fields.declare import Field
from workbench.fields.links import ReferenceKind
from workbench.ui.form.editors.editor import Editor, Surroundings
from workbench.ui.form.editors.options import Choice, OptionsBox


def rows_of(field: Field, surroundings: Surroundings) -> list[Choice]:
    """The rows that can be referred to, as value, words and help."""
    assert isinstance(field.kind, ReferenceKind)  # chosen by kind
    return [(key, name, "") for key, name in surroundings.rows_at(field.kind.to)]


class ReferenceEditor(Editor):
    """A drop-down of rows; the first entry is none, and a row that was removed is still named as such.

    Attributes:
        box: The drop-down.
    """

    def __init__(self, field: Field, surroundings: Surroundings, parent: QWidget) -> None:
        self.box = OptionsBox(parent)
        super().__init__(field, surroundings, self.box)
        self._value = ""
        self.refresh_surroundings()
        self.box.currentIndexChanged.connect(self._chosen)

    def show_value(self, value: Any) -> None:
        """Show a row by its key."""
        self._value = str(value or "")
        self.refresh_surroundings()

    def value(self) -> str:
        """The key of the row chosen."""
        return self._value

    def refresh_surroundings(self) -> None:
        """Offer the rows as they are now."""
        text = self.surroundings.shown.language.text
        rows = rows_of(self.field, self.surroundings)
        entries: list[Choice] = [("", text(N_("None")) if rows else text(N_("None yet")), ""), *rows]
        if self._value and self._value not in {key for key, _, _ in rows}:
            entries.append((self._value, text(N_("Missing: it was removed")), ""))
        if entries != self._entries():
            self.box.offer(entries)
        with QSignalBlocker(self.box):
            self.box.choose(self._value)

    def _entries(self) -> list[Choice]:
        return [(str(self.box.itemData(at)), self.box.itemText(at), "") for at in range(self.box.count())]

    def _chosen(self) -> None:
        self._value = self.box.chosen()
        self.changed.emit()
