"""What is known of a file as a whole, and the way out where its rows are something else than they were taken for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal

from workbench.base.language import N_, Language
from workbench.ui.parts.button import Button
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import row, stretch
from workbench.ui.views.track.mapping.lines import NOTES
from workbench.ui.views.track.mapping.section import Section
from workbench.ui.views.track.names import Names

if TYPE_CHECKING:
    from workbench.services.imported import ReadFile


ELSEWHERE: Final = frozenset(NOTES) | {
    "detected", "missing_column", "date_order_values", "date_order_given", "date_order_language", "date_order_dots",
    "date_order_other_column", "date_order_unknown", "as_of_line", "as_of_name", "as_of_newest", "as_of_property",
    "no_zone", "outcome_words",
}  # fmt: skip
"""Notes that stand beside a column, under the dates, or under the words."""


class Told(Section):
    """The part about the file.

    Args:
        language: For the words.
        names: Whether people are shown.
    """

    def __init__(self, language: Language, names: Names) -> None:
        self._language, self._names = language, names
        super().__init__("info", language.text(N_("What is known of the file")))
        self.replace(Label(language.text(N_("Not tried out yet.")), "muted"))

    def show_tried(self, found: ReadFile) -> None:
        """Show what was noted when the file was tried out, but for what other parts show."""
        elsewhere = {*found.changes}
        notes = [
            self._names.sentence(note.message(self._language))
            for note in found.reading.notes
            if note not in elsewhere and note.code not in ELSEWHERE
        ]
        shown = notes or [self._language.text(N_("Nothing in particular."))]
        self.replace(*(Label(one, "body", wrap=True) for one in shown))


class Otherwise(Section):
    """The way out.

    Attributes:
        wanted: Emitted with what somebody knows the rows to be after all: `leads` or `activities`.

    Args:
        language: For the words.
        kind: What the rows were taken for; empty for leads.
    """

    wanted = Signal(str)

    def __init__(self, language: Language, kind: str) -> None:
        text = language.text
        other, name, why = (
            ("leads", N_("Its rows are leads"), N_("If its rows are leads, match its columns instead."))
            if kind
            else ("activities", N_("Its rows are calls and tasks"), N_("If it lists calls, tasks or messages of leads, "
                  "they are joined to the leads and give first touches and attempts."))
        )  # fmt: skip
        button = Button(text(name))
        super().__init__(
            "list-checks", text(N_("Not what you expected?")), Label(text(why), "muted", wrap=True),
            row(button, stretch()),
        )  # fmt: skip
        button.clicked.connect(lambda: self.wanted.emit(other))
