"""The columns of a file beside how it is read, over what is taken: all that is seen while a file is matched.

Its rows are leads, or calls and tasks of leads.
"""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from workbench.base.language import N_
from workbench.ui.parts.beside import Beside
from workbench.ui.parts.layout import Panel, column
from workbench.ui.views.desk import Desk
from workbench.ui.views.track.learning import Known
from workbench.ui.views.track.mapping.choices import Choices
from workbench.ui.views.track.mapping.foot import Foot
from workbench.ui.views.track.mapping.head import VENDORS, MappingHead
from workbench.ui.views.track.mapping.lines import file_columns
from workbench.ui.views.track.mapping.meanings import WordLine
from workbench.ui.views.track.mapping.side import ReadingPanel
from workbench.ui.views.track.mapping.table import ColumnTable
from workbench.ui.views.track.names import Names

if TYPE_CHECKING:
    from workbench.services.foreign_file import Inspection
    from workbench.services.imported import ReadFile
    from workbench.services.profiles import FittingProfile

FOLDS_BELOW = 1180


class Matching(Panel):
    """The parts of the page together.

    Attributes:
        decided: Emitted with the `Choices` after a decision.
        begin_wanted: Emitted where the matching should begin anew, because other choices are remembered.
        other_wanted: Emitted with what somebody knows its rows to be after all.

    Args:
        desk: The window and its session.
        names: Whether people are shown.
        known: The promises, and what earlier imports carried.
        file: Name of the file.
        seen: What it is.
        fitting: The remembered choices that fill it.
        fixed: Nothing is to be decided: it is a tracker of this program.
    """

    decided = Signal(object)
    begin_wanted = Signal()
    other_wanted = Signal(str)

    def __init__(
        self,
        desk: Desk,
        names: Names,
        known: Known,
        file: str,
        seen: Inspection,
        fitting: FittingProfile | None,
        *,
        fixed: bool,
    ) -> None:
        self._desk, self._names, self._text = desk, names, desk.language.text
        self._choices = Choices({})
        self.head = MappingHead(desk, file, seen, fitting)
        kind = seen.kind if seen.kind != "leads" and not fixed else ""
        self.table = ColumnTable(desk.language, lambda: self._choices, fixed=fixed, kind=kind)
        self.side = ReadingPanel(desk, names, known, kind)
        self.foot = Foot(desk)
        self.side.name.setText(fitting.profile.name if fitting else VENDORS.get(seen.vendor, ""))
        main = Panel(column(self.head, (self.table, 1), gap=0), role="surface")
        self._beside = Beside(main, self.side, below=FOLDS_BELOW)
        super().__init__(column((self._beside, 1), self.foot, gap=0), role="surface")
        self.setFocusProxy(self.table)
        self._beside.folded.connect(self._on_folded)
        self.head.reading.clicked.connect(self.show_side)
        self.side.closed.connect(self.show_table)
        self.head.filtered.connect(self.table.filter_by)
        self.table.decided.connect(lambda header, key: self.decided.emit(self._choices.use(header, key)))
        dates = self.side.dates
        dates.order_chosen.connect(lambda order: self._change(date_order=order))
        dates.zone_chosen.connect(lambda zone: self._change(timezone=zone))
        dates.day_chosen.connect(lambda day: self._change(as_of=day))
        for part in self.side.meanings:
            part.meant.connect(lambda name, word, said: self.decided.emit(self._choices.mean(name, word, said)))
            part.usual_wanted.connect(self._take_usual)
        self.side.taken.connect(self.begin_wanted)
        self.side.other_wanted.connect(self.other_wanted)
        self.side.private.toggled.connect(lambda on: self.decided.emit(dataclasses.replace(self._choices, private=on)))

    @property
    def name(self) -> str:
        """Under which name the choices are to be remembered; empty for not at all."""
        return self.side.name.text().strip()

    def show_choices(self, first: Inspection, seen: Inspection, choices: Choices) -> None:
        """Show what is decided.

        Args:
            first: What the file was recognised as, before anything was decided.
            seen: What it is as it was looked at last.
            choices: What is decided.
        """
        self._choices = choices
        self.table.show_columns(file_columns(first, choices, self._names, self._desk.language))
        self.head.show_counts(self.table.counts)
        self.side.show_seen(seen, choices)

    def show_tried(self, found: ReadFile) -> None:
        """Show what came of a trial."""
        self.foot.show_tried(found)
        self.head.show_changes([one.message(self._desk.language) for one in found.changes])
        self.side.show_tried(found)
        if self._choices.kind:
            nothing = self._text(N_("Nothing of this file is of a lead that is known."))
            self.head.hinder("" if found.brings else nothing, grave=False)
            return
        nothing = self._text(N_("No row of this file is a lead as its columns are matched now."))
        self.head.hinder("" if len(found.reading.leads) else nothing, grave=False)

    def wait(self, why: str) -> None:
        """Nothing was tried out as it is decided now: say why."""
        self.foot.wait(why)
        self.side.refused.wait()

    def show_side(self) -> None:
        """While folded: show how the file is read instead of its columns."""
        self._beside.call_side(show=True)
        self.side.take_focus()

    def show_dates(self) -> None:
        """Bring the keyboard to how the dates are read."""
        self._beside.call_side(show=True)
        self.side.dates.take_focus()

    def show_table(self) -> None:
        """Show the columns again."""
        self._beside.call_side(show=False)
        self.table.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_folded(self, folded: bool) -> None:
        self.head.reading.setVisible(folded)
        self.side.show_way_back(folded)

    def _change(self, **what: str) -> None:
        self.decided.emit(dataclasses.replace(self._choices, **what))  # type: ignore[arg-type]  # text attributes only

    def _take_usual(self, lines: tuple[WordLine, ...]) -> None:
        choices = self._choices
        for one in lines:
            choices = choices.mean(one.field, one.word, one.usual)
        self.decided.emit(choices)
