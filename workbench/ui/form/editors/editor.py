"""What all editors have in common: a widget that shows one field's value and tells when a person edited it.

An editor parses; text that is not a value stays in it. It must not know the draft, the path it stands for, or other
editors.
"""

from __future__ import annotations

from typing import Any, ClassVar, Protocol

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from workbench.fields.declare import Field
from workbench.fields.issue import Issue, Severity
from workbench.fields.links import ReferenceKind
from workbench.fields.value import Shown
from workbench.ui.theme.properties import vary


class Surroundings(Protocol):
    """What an editor may ask about the tree it stands in."""

    @property
    def shown(self) -> Shown:
        """How values are shown."""
        ...

    def rows_at(self, list_path: str) -> tuple[tuple[str, str], ...]:
        """Key and name of each row of a list."""
        ...


class Editor(QObject):
    """One field's editor; the widget is made by the subclass and owns the editor.

    Attributes:
        field: What is edited.
        widget: What a form places.
        target: What takes the focus and the label's shortcut; the widget itself unless it has parts.
        keeps_prefix: Whether text typed so far is worth keeping when it grows into something that does not parse.
        says_label: Whether the widget shows the field's label by itself.
        fills: Whether the widget takes the whole width it is given.
        has_inside: Whether it holds places of its own, as lists of rows do.
    """

    changed = Signal()
    """A person edited; `value` is new, or refuses."""

    keeps_prefix: ClassVar[bool] = False
    says_label: ClassVar[bool] = False
    fills: ClassVar[bool] = True
    has_inside: ClassVar[bool] = False

    def __init__(
        self, field: Field, surroundings: Surroundings, widget: QWidget, target: QWidget | None = None
    ) -> None:
        """Take charge of a widget.

        Args:
            field: What is edited.
            surroundings: What may be asked about the tree.
            widget: What a form places; owns this editor from now on.
            target: What takes the focus; the widget itself without it.
        """
        super().__init__(widget)
        self.field, self.surroundings = field, surroundings
        self.widget, self.target = widget, target or widget
        self._problem: tuple[Severity | None, str] = (None, "")
        language = surroundings.shown.language
        self._help = language.text(field.help)
        self.name(language.text(field.label))
        self._describe("")

    def name(self, words: str) -> None:
        """Tell screen readers what this editor is called; its field's label unless a row gives it more words."""
        for part in self.inputs():
            part.setAccessibleName(words)

    def take_focus(self) -> None:
        """Put the cursor here, as Tab would."""
        self.target.setFocus(Qt.FocusReason.TabFocusReason)

    def begin(self) -> None:
        """Put the cursor where somebody begins who comes to the page; in a list that is its first row."""
        self.take_focus()

    def inputs(self) -> tuple[QWidget, ...]:
        """The widgets that take typing, in reading order."""
        return (self.target,)

    def show_value(self, value: Any) -> None:
        """Show a value; nothing is announced."""
        raise NotImplementedError

    def value(self) -> Any:
        """What is shown.

        Raises:
            BadText: It is not a value of the field.
        """
        raise NotImplementedError

    def text(self) -> str:
        """What is typed, for editors in which typing may be no value; empty for the others."""
        return ""

    def show_text(self, text: str) -> None:
        """Show what was typed earlier although it is no value; nothing is announced."""

    def show_problem(self, severity: Severity | None, message: str) -> None:
        """Mark the editor as having a problem, or none, and tell screen readers the sentence."""
        if (severity, message) == self._problem:
            return
        self._problem = (severity, message)
        for part in self.framed():
            vary(part, issue=severity or "")
        self._describe(message)

    def framed(self) -> tuple[QWidget, ...]:
        """The widgets whose frame shows a problem."""
        return self.inputs()

    def refers_to(self) -> tuple[str, ...]:
        """Paths of the lists whose rows' names are shown here."""
        return (self.field.kind.to,) if isinstance(self.field.kind, ReferenceKind) else ()

    def refresh_surroundings(self) -> None:
        """Show the currency and the names of rows as they are now."""

    def inside_changed(self, path: str) -> None:
        """Something inside this place changed; only lists of rows have an inside."""

    def show_inside(self, issues: tuple[Issue, ...]) -> None:
        """Issues of places inside this one; only lists of rows have an inside."""

    def _describe(self, message: str) -> None:
        words = " ".join(part for part in (message, self._help) if part)
        for part in self.inputs():
            part.setAccessibleDescription(words)
