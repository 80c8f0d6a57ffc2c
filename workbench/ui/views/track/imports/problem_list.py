"""What one import was, and what of it was not taken, beside the list of imports. Must not know the list."""

from __future__ import annotations

from PySide6.QtCore import Signal

from workbench.base.language import N_
from workbench.services.import_problems import Problem
from workbench.ui.parts.beside import SidePanel
from workbench.ui.parts.button import Button
from workbench.ui.parts.chip import Chip
from workbench.ui.parts.eliding import ElidingLabel
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import box, column, row, stretch
from workbench.ui.parts.rule import Rule
from workbench.ui.parts.tool_button import ToolButton
from workbench.ui.tables.cell import Cell
from workbench.ui.tables.cells.lines import Lines
from workbench.ui.tables.column import Column
from workbench.ui.tables.rowlist import RowList
from workbench.ui.tables.rows import RowsModel
from workbench.ui.theme.fonts import MEDIUM
from workbench.ui.views.desk import Desk
from workbench.ui.views.track.imports.lines import until, when
from workbench.ui.views.track.learning import Import
from workbench.ui.views.track.names import Names

WIDTH = 470


class ProblemList(SidePanel):
    """The panel.

    Attributes:
        closed: Emitted when the way back was pressed, while it stands instead of the list.
        turned: Emitted with an `Import` that is to be taken back, or to count again.

    Args:
        desk: For the words.
        names: Whether people are shown.
    """

    closed = Signal()
    turned = Signal(object)

    def __init__(self, desk: Desk, names: Names) -> None:
        text = desk.language.text
        self._desk, self._names, self._text = desk, names, text
        self._shown: Import | None = None
        self._problems: tuple[Problem, ...] = ()
        self._title = ElidingLabel("", "title", middle=True)
        self._made, self._until = ElidingLabel("", "muted"), ElidingLabel("", "muted")
        self._state = Chip("", "idle")
        self.turn = Button("", icon="undo-2", on_click=self._on_turn)
        self._close = ToolButton("x", text(N_("Back to the imports")))
        self._close.hide()
        self._heading = Label(text(N_("What was not taken")), "h3")
        self._nothing = Label("", "muted", wrap=True)
        self._model: RowsModel[Problem] = RowsModel([Column("problem", self._heading.text(), self._cell)])
        self.view = RowList(self._model, name=text(N_("Rows and values that were not taken")))
        self.view.setUniformItemSizes(True)
        head = column(
            row(self._state, stretch(), self._close), self._title, self._made, self._until, 2,
            row(self.turn, stretch()), Rule(), self._heading, self._nothing, margins=(22, 15, 22, 8), gap=6,
        )  # fmt: skip
        super().__init__(box(head), below=self.view, width=WIDTH, name=text(N_("The import chosen")))
        self._close.clicked.connect(self.closed)

    def show_way_back(self, shown: bool) -> None:
        """Whether it stands instead of the list, so that there must be a way back."""
        self._close.setVisible(shown)

    def show_import(self, one: Import, zone: str) -> None:
        """Show what an import was; what was not taken follows with `show_problems`."""
        text, language = self._text, self._desk.language
        again = self._shown is not None and self._shown.number == one.number and self._shown.problems == one.problems
        self._shown = one
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
        if not again:  # else they stay until they are known anew: a list that goes takes the keyboard with it
            self._problems = ()
        self._fill(text(N_("Looking…")) if one.problems and not self._problems else "")

    def show_problems(self, found: tuple[Problem, ...]) -> None:
        """Show the rows and values that were not taken."""
        self._problems = found
        self._fill("")

    def refresh(self) -> None:
        """Show the same again, with names or without."""
        self._fill("")

    @property
    def shown(self) -> Import | None:
        """The import shown."""
        return self._shown

    def _fill(self, waiting: str) -> None:
        one = self._shown
        if self._model.rows == self._problems:  # the place in the list is kept
            self.view.viewport().update()
        else:
            self._model.show_rows(self._problems)
        words = waiting
        if not waiting and not self._problems:
            words = self._text(N_("Every row and every value was taken."))
        self._nothing.setText(words)
        self._nothing.setVisible(bool(words))
        self.view.setVisible(bool(self._problems))
        if one is not None:
            count = self._desk.language.count("What was not taken: {n}", "What was not taken: {n}", one.problems)
            self._heading.setText(count.format(n=f"{one.problems:,}"))

    def _cell(self, problem: Problem) -> Cell:
        text = self._text
        where = text(N_("Row {n}")).format(n=f"{problem.row:,}")
        if problem.column is not None:
            where = f"{where} · {problem.column}"
        value = self._names.foreign(problem.value or "", "")
        if self._names.hidden and value:
            value = text(N_("hidden"))
        return Lines(where, self._names.sentence(problem.reason), tag=value, weight=MEDIUM, left=22)

    def _on_turn(self) -> None:
        if self._shown is not None:
            self.turned.emit(self._shown)
