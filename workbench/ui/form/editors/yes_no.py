"""The editor of a yes or no: one box to tick that carries the field's label. Must not know other editors."""

from __future__ import annotations

from typing import Any, ClassVar

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QCheckBox, QWidget

from workbench.fields.declare import Field
from workbench.ui.form.editors.editor import Editor, Surroundings


class YesNoEditor(Editor):
    """A box to tick.

    Attributes:
        box: The box.
    """

    says_label: ClassVar[bool] = True
    fills: ClassVar[bool] = False

    def __init__(self, field: Field, surroundings: Surroundings, parent: QWidget, *, bare: bool = False) -> None:
        """A box with its label, or bare where a column's head has it."""
        words = surroundings.shown.language.text(field.label)
        self.box = QCheckBox("" if bare else words.replace("&", "&&"), parent)
        super().__init__(field, surroundings, self.box)
        self.box.toggled.connect(self.changed)

    def show_value(self, value: Any) -> None:
        """Tick or untick."""
        with QSignalBlocker(self.box):
            self.box.setChecked(bool(value))

    def value(self) -> bool:
        """Whether it is ticked."""
        return self.box.isChecked()
