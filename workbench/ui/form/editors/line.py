"""The editor of everything typed on one line: text, e-mail, numbers, money, rates, times. Must not know lists."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QWidget

from workbench.fields.amounts import IntegerKind, MoneyKind, RateKind
from workbench.fields.declare import Field
from workbench.fields.kind import BadText
from workbench.fields.value import Shown
from workbench.fields.words import CodeKind, TextKind
from workbench.ui.form.editors.editor import Editor, Surroundings
from workbench.ui.form.editors.unit_line import UnitLine


class LineEditor(Editor):
    """A line that parses what is typed by the field's kind and paints the unit inside.

    Attributes:
        line: The line edit.
    """

    def __init__(self, field: Field, surroundings: Surroundings, parent: QWidget) -> None:
        self.line = UnitLine(parent)
        super().__init__(field, surroundings, self.line)
        kind = field.kind
        self.keeps_prefix = isinstance(kind, TextKind) and not kind.pattern and not isinstance(kind, CodeKind)  # type: ignore[misc]  # one line serves kinds of both sorts
        self.refresh_surroundings()
        example = surroundings.shown.language.text(field.example)
        self.line.setPlaceholderText(example.removesuffix(self.line.unit).strip() if self.line.unit else example)
        self.line.textChanged.connect(self._edited)

    def show_value(self, value: Any) -> None:
        """The value as a person would type it."""
        self.show_text(self.field.kind.edit_text(value, self.surroundings.shown))

    def value(self) -> Any:
        """What the typed text means."""
        return self.field.kind.parse(self.line.text(), self.surroundings.shown)

    def text(self) -> str:
        """What is typed."""
        return self.line.text()

    def show_text(self, text: str) -> None:
        """Show a text as it is."""
        if text != self.line.text():
            with QSignalBlocker(self.line):
                self.line.setText(text)
            self.line.setCursorPosition(0 if not self.line.hasFocus() else len(text))
        self.refresh_surroundings()

    def refresh_surroundings(self) -> None:
        """Paint the unit of the value as it is now."""
        shown = self.surroundings.shown
        self.line.set_unit(self.unit(shown), *self.shorter(shown))

    def unit(self, shown: Shown) -> str:
        """The words at the right end of the line."""
        return unit_of(self.field, shown)

    def shorter(self, shown: Shown) -> tuple[str, ...]:  # noqa: ARG002  (for days)
        """The same in fewer words, for short lines."""
        return ()

    def _edited(self) -> None:
        self.changed.emit()


def unit_of(field: Field, shown: Shown) -> str:
    """The unit a field's values have in these surroundings; empty for none."""
    if isinstance(field.kind, IntegerKind):
        return shown.language.text(field.kind.unit)
    if isinstance(field.kind, RateKind):
        return "%"
    if isinstance(field.kind, MoneyKind) and shown.currency:
        from babel.numbers import get_currency_symbol  # noqa: PLC0415  (needs locale data)

        return get_currency_symbol(shown.currency, locale=shown.language.code)
    return ""


class WordsLineEditor(LineEditor):
    """A line whose right end says in words what the typed text means: a day, a code's name."""

    def unit(self, shown: Shown) -> str:
        """What the typed text means; nothing while it means nothing."""
        try:
            return self.meaning(self.field.kind.parse(self.line.text(), shown), shown)
        except BadText:
            return ""

    def meaning(self, value: Any, shown: Shown) -> str:
        """A value in words."""
        return self.field.kind.format(value, shown)

    def _edited(self) -> None:
        self.refresh_surroundings()
        super()._edited()
