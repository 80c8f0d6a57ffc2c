"""The panel beside the columns: dates, words, what can be checked, what is not taken, what is remembered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QLineEdit

from workbench.base.language import N_
from workbench.services.privacy import WHAT_IT_DOES
from workbench.ui.parts.beside import SidePanel
from workbench.ui.parts.button import Button
from workbench.ui.parts.check_line import CheckLine
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import Item, box, column, row, stretch
from workbench.ui.views.desk import Desk
from workbench.ui.views.track.learning import Known
from workbench.ui.views.track.mapping.choices import WORD_FIELDS, Choices
from workbench.ui.views.track.mapping.dates import Dates
from workbench.ui.views.track.mapping.gaps import Gaps
from workbench.ui.views.track.mapping.meanings import Meanings
from workbench.ui.views.track.mapping.refused import Refused
from workbench.ui.views.track.mapping.section import Section
from workbench.ui.views.track.mapping.sharing import take_choices
from workbench.ui.views.track.mapping.skipped import Skipped
from workbench.ui.views.track.mapping.told import Otherwise, Told
from workbench.ui.views.track.names import Names

if TYPE_CHECKING:
    from workbench.services.foreign_file import Inspection
    from workbench.services.imported import ReadFile

WIDTH = 436
LONGEST_NAME = 80


class ReadingPanel(SidePanel):
    """How the file is read.

    Attributes:
        closed: Emitted when the way back was pressed, while it stands instead of the columns.
        taken: Emitted when shared choices were taken in.
        other_wanted: Emitted with what somebody knows the rows to be after all.

    Args:
        desk: For the words.
        names: Whether people are shown.
        known: The promises, and what earlier imports carried.
        kind: What the rows are: `activities`, or empty for leads.
    """

    closed = Signal()
    taken = Signal()
    other_wanted = Signal(str)

    def __init__(self, desk: Desk, names: Names, known: Known, kind: str = "") -> None:
        language, text = desk.language, desk.language.text
        self._desk, self._kind = desk, kind
        firsts = [one.first for one in known.check.judgements if one.first is not None]
        first = min(firsts) if firsts and not known.check.rehearsal else None
        self.dates = Dates(language, known.zone, desk.session.now().date(), first)
        self.meanings = [Meanings(language, field) for field in WORD_FIELDS]
        self.gaps = Gaps(language, known)
        self.refused = Refused(language, names)
        self.name = QLineEdit()
        self.name.setProperty("kind", "compact")
        self.name.setMaxLength(LONGEST_NAME)
        self.name.setPlaceholderText(text(N_("Not remembered")))
        self.name.setAccessibleName(text(N_("Name to remember these choices under")))
        self.private = CheckLine(text(N_("Replace names and e-mail addresses")))
        privacy = Section(
            "eye-off", text(N_("Without names")), self.private, Label(text(WHAT_IT_DOES), "muted", wrap=True)
        )
        self._remember = Section(
            "bookmark-check", text(N_("Remember for next time")), self.name,
            Label(text(N_("An export with these headers is then matched by itself.")), "muted", wrap=True),
            row(Button(text(N_("Use shared choices…")), icon="upload", on_click=self._take), stretch()),
        )  # fmt: skip
        self._back = Button(text(N_("Back to the columns")), icon="chevron-left")
        self._back.hide()
        parts: list[Item] = [row(self._back, stretch())]
        self._told, self._skipped = Told(language, names), Skipped(language, names)
        self._otherwise = Otherwise(language, kind)
        of_leads = (*self.meanings, self.gaps)
        for part in (
            self.dates, *of_leads, self.refused, self._skipped, self._told, privacy, self._remember, self._otherwise
        ):  # fmt: skip
            parts += [part, 6]
        for one in of_leads if kind else ():
            one.hide()
        content = box(column(*parts, stretch(), margins=(22, 18, 22, 14), gap=8))
        super().__init__(content, width=WIDTH, name=text(N_("How the file is read")))
        self._back.clicked.connect(self.closed)
        self._otherwise.wanted.connect(self.other_wanted)

    def _take(self) -> None:
        take_choices(self._desk, self.taken.emit)

    def show_way_back(self, shown: bool) -> None:
        """Whether it stands instead of the columns, so that there must be a way back."""
        self._back.setVisible(shown)

    def take_focus(self) -> None:
        """Let typing begin at its top."""
        self._back.setFocus(Qt.FocusReason.TabFocusReason)

    def show_seen(self, seen: Inspection, choices: Choices) -> None:
        """Show what the file is, as it is decided now."""
        self.dates.show_seen(seen, choices)
        if not self._kind:
            for one in self.meanings:
                one.show_seen(seen, choices)
            self.gaps.show_choices(choices)
        with QSignalBlocker(self.private.box):
            self.private.box.setChecked(choices.private)
        self._remember.setVisible(not choices.is_own)
        self._otherwise.setVisible(not choices.is_own)

    def show_tried(self, found: ReadFile) -> None:
        """Show what came of a trial."""
        self.dates.show_tried(found)
        self.refused.show_tried(found)
        self._skipped.show_tried(found)
        self._told.show_tried(found)
