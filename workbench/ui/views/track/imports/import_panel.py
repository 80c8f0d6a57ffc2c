"""What one import was, what of it was not taken, and what it changed, beside the list of imports.

Must not know the list.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from PySide6.QtCore import Signal

from workbench.base.language import N_
from workbench.services.import_changes import LeadChange
from workbench.services.import_problems import Problem
from workbench.ui.parts.beside import SidePanel
from workbench.ui.parts.button import Button
from workbench.ui.parts.chip import Chip
from workbench.ui.parts.eliding import ElidingLabel
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import Panel, box, column, row, stretch
from workbench.ui.parts.segment import Segment
from workbench.ui.parts.tool_button import ToolButton
from workbench.ui.tables.cell import Cell
from workbench.ui.tables.cells.lines import Lines
from workbench.ui.tables.column import Column
from workbench.ui.tables.rowlist import RowList
from workbench.ui.tables.rows import RowsModel
from workbench.ui.theme.fonts import MEDIUM
from workbench.ui.views.desk import Desk
from workbench.ui.views.track.imports.lines import until, when
from workbench.ui.views.track.imports.what_changed import change_cell
from workbench.ui.views.track.learning import Import
from workbench.ui.views.track.names import Names

WIDTH = 470
MOST_LEADS = 2000
"""Leads whose changes are listed; of more it is said that there are more."""
T = TypeVar("T")
PROBLEMS, CHANGES = "problems", "changes"


class ImportPanel(SidePanel):
    """The panel.

    Attributes:
        closed: Emitted when the way back was pressed, while it stands instead of the list.
        turned: Emitted with an `Import` that is to be taken back, or to count again.
        file_wanted: Emitted with an `Import` whose file is to be written as it was kept.

    Args:
        desk: For the words.
        names: Whether people are shown.
    """

    closed = Signal()
    turned = Signal(object)
    file_wanted = Signal(object)

    def __init__(self, desk: Desk, names: Names) -> None:
        text = desk.language.text
        self._desk, self._names, self._text = desk, names, text
        self._shown: Import | None = None
        self._zone = "UTC"
        self._problems: tuple[Problem, ...] | None = None
        self._changes: tuple[LeadChange, ...] | None = None
        self._title = ElidingLabel("", "title", middle=True)
        self._made, self._until = ElidingLabel("", "muted"), ElidingLabel("", "muted")
        self._state = Chip("", "idle")
        self.turn = Button("", icon="undo-2", on_click=self._on_turn)
        self._close = ToolButton("x", text(N_("Back to the imports")))
        self._close.hide()
        self.file = Button(text(N_("Save its file…")), icon="download", on_click=self._on_file)
        self.which = Segment(
            [(PROBLEMS, text(N_("Not taken"))), (CHANGES, text(N_("Changed")))],
            name=text(N_("What is listed of the import")), compact=True,
        )  # fmt: skip
        self._nothing = Label("", "muted", wrap=True)
        self._model: RowsModel[Problem] = RowsModel([Column("problem", text(N_("What was not taken")), self._cell)])
        self.view = RowList(self._model, name=text(N_("Rows and values that were not taken")))
        self._changed: RowsModel[LeadChange] = RowsModel(
            [Column("change", text(N_("What changed")), lambda one: change_cell(one, names, desk.language, self._zone))]
        )
        self.changes = RowList(self._changed, name=text(N_("Leads that were known, with the value before and after")))
        for view in (self.view, self.changes):
            view.setUniformItemSizes(True)
        head = column(
            row(self._state, stretch(), self._close), self._title, self._made, self._until, 2,
            row(self.turn, self.file, stretch(), gap=8), 4, row(self.which, stretch()), self._nothing,
            margins=(22, 15, 22, 8), gap=6,
        )  # fmt: skip
        lists = Panel(column((self.view, 1), (self.changes, 1), gap=0), role="surface")
        super().__init__(box(head), below=lists, width=WIDTH, name=text(N_("The import chosen")))
        self._close.clicked.connect(self.closed)
        self.which.chosen.connect(lambda _key: self._fill())

    def show_way_back(self, shown: bool) -> None:
        """Whether it stands instead of the list, so that there must be a way back."""
        self._close.setVisible(shown)

    def show_import(self, one: Import, zone: str) -> None:
        """Show what an import was; what was not taken and what it changed follow."""
        text, language = self._text, self._desk.language
        again = self._shown is not None and self._shown.number == one.number and self._shown.problems == one.problems
        self._shown, self._zone = one, zone
        self._title.setText(one.file)
        who = self._names.person(one.by)
        made = N_("Imported {when} by {who}") if who else N_("Imported {when}")
        self._made.setText(text(made).format(when=when(one, language, zone), who=who))
        known_until = until(one, language, zone)
        self._until.setText(text(N_("Data until {when}")).format(when=known_until) if known_until else "")
        self._state.show_state(text(N_("Counts") if one.counts else N_("Taken back")), "ok" if one.counts else "idle")
        self.turn.show_text(
            text(N_("Take this import back") if one.counts else N_("Let it count again")),
            "undo-2" if one.counts else "redo-2",
        )
        self.file.setVisible(not one.private)
        self.which.say(PROBLEMS, text(N_("Not taken: {n}")).format(n=f"{one.problems:,}"))
        self.which.say(CHANGES, text(N_("Changed: {n}")).format(n=f"{one.updated:,}"))
        if not again:  # else they stay until they are known anew: a list that goes takes the keyboard with it
            self._problems = None if one.problems else ()
            self._changes = None if one.has_changes else ()
            self.which.show_choice(CHANGES if one.has_changes and not one.problems else PROBLEMS)
        self._fill()

    def show_problems(self, found: tuple[Problem, ...]) -> None:
        """Show the rows and values that were not taken."""
        self._problems = found
        self._fill()

    def show_changes(self, found: tuple[LeadChange, ...]) -> None:
        """Show what it changed in leads that were known."""
        self._changes = found
        self._fill()

    @property
    def shown(self) -> Import | None:
        """The import shown."""
        return self._shown

    def _fill(self) -> None:
        problems, changes = self._problems or (), self._changes or ()
        _refill(self.view, self._model, problems)
        _refill(self.changes, self._changed, changes)
        are_changes = self.which.current == CHANGES
        self._nothing.setText(words := self._words(are_changes=are_changes))
        self._nothing.setVisible(bool(words))
        self.view.setVisible(bool(problems) and not are_changes)
        self.changes.setVisible(bool(changes) and are_changes)

    def _words(self, *, are_changes: bool) -> str:
        """What is said over the list, or in its place."""
        text, one = self._text, self._shown
        if (self._changes if are_changes else self._problems) is None:
            return text(N_("Looking…"))
        if not are_changes:
            return "" if self._problems else text(N_("Every row and every value was taken."))
        if one is not None and one.updated > MOST_LEADS and self._changes:
            return text(N_("The first {n} leads are listed.")).format(n=f"{MOST_LEADS:,}")
        return "" if self._changes else text(N_("No lead that was known says anything else since."))

    def _cell(self, problem: Problem) -> Cell:
        text = self._text
        where = text(N_("Row {n}")).format(n=f"{problem.row:,}")
        if problem.column is not None:
            where = f"{where} · {problem.column}"
        value = self._names.foreign(problem.value or "", "")
        if self._names.hidden and value:
            value = text(N_("hidden"))
        return Lines(where, self._names.sentence(problem.reason), tag=value, weight=MEDIUM, left=22)

    def _on_file(self) -> None:
        if self._shown is not None:
            self.file_wanted.emit(self._shown)

    def _on_turn(self) -> None:
        if self._shown is not None:
            self.turned.emit(self._shown)


def _refill(view: RowList, model: RowsModel[T], found: Sequence[T]) -> None:
    if model.rows == found:  # the place in the list is kept
        view.viewport().update()
    else:
        model.show_rows(found)
