"""One activity as a line of the matrix: its name, a cell for each person, and what is missing.

Must not know other lines.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from workbench.agreement.raci import FIELD, Gap, Letter, letters_of, only, with_letter
from workbench.agreement.sections.working_together import Responsibility
from workbench.base.language import N_
from workbench.fields.declare import field_of
from workbench.fields.issue import Issue
from workbench.fields.path import join
from workbench.ui.form.binder import Place
from workbench.ui.form.editors.editor import Editor
from workbench.ui.form.editors.kinds import editor_for
from workbench.ui.form.field_frame import NoteLabel
from workbench.ui.form.plan import Plan
from workbench.ui.form.row_frame import RowActions, RowFrame
from workbench.ui.form.showing import set_shown
from workbench.ui.parts.layout import Panel, column, row
from workbench.ui.parts.sizing import sized
from workbench.ui.theme.properties import vary
from workbench.ui.views.agree.working_together.raci_cell import RaciCell

NAME_WIDTH, LEAST_NAME, TOOL_WIDTH, GAP = 236, 132, 30, 4
_GAPS = {
    "no_accountable": N_("Nobody is accountable."),
    "no_responsible": N_("Nobody does it."),
    "double": N_("This activity stands further up as well: who is accountable for it?"),
    "redundant": N_("Somebody who does it is consulted or informed as well."),
}

Step = Callable[[str, str, int, int], object]
"""Goes from an activity's and a person's cell so many columns and rows on."""


class CellsEditor(Editor):
    """The cells of one activity, bound where the accountable person stands; the other roles show in them too."""

    def __init__(self, plan: Plan, path: str, cells: Sequence[RaciCell], widget: QWidget) -> None:
        self._plan, self._path, self._cells = plan, path, cells
        super().__init__(field_of(Responsibility, "accountable"), plan.draft, widget, cells[0] if cells else widget)

    def name(self, words: str) -> None:
        """Each cell has a name of its own."""

    def framed(self) -> tuple[QWidget, ...]:
        """Nothing: the line's note says what is wrong."""
        return ()

    def show_value(self, value: Any) -> None:
        """Show what everybody is in the activity now."""
        del value
        made: Responsibility = self._plan.draft.value(self._path)
        names = dict(self._plan.draft.rows_at("teams.participants"))
        for cell in self._cells:
            cell.show_letters(letters_of(made, cell.person), f"{made.name}, {names.get(cell.person, '')}")

    def value(self) -> Any:
        """Who is accountable; the cells write by themselves."""
        return self._plan.draft.value(join(self._path, "accountable"))


class RaciLine(RowFrame):
    """A line of the matrix.

    Attributes:
        cells: One for each person.

    Args:
        key: Of the activity.
        path: Its written path.
        people: Keys of those who have a column.
        plan: What the form is built with.
        actions: What the tools do.
        step: Goes to another cell.
        parent: The matrix.
    """

    def __init__(
        self,
        key: str,
        path: str,
        people: Sequence[str],
        plan: Plan,
        actions: RowActions,
        step: Step,
        parent: QWidget,
    ) -> None:
        super().__init__(key, actions, plan.language, parent)
        self._path, self._plan = path, plan
        self._name = editor_for(field_of(Responsibility, "name"), plan.draft, self, narrow=True)
        vary(self._name.widget, kind="compact")
        self.cells = [RaciCell(person, plan.language) for person in people]
        for cell in self.cells:
            cell.clicked.connect(partial(self._cycle, cell))
            cell.toggled_letter.connect(partial(self._toggle, cell))
            cell.cleared.connect(partial(self._clear, cell))
            cell.stepped.connect(partial(step, key, cell.person))
        held = Panel(row(*((cell, 1) for cell in self.cells), gap=0))
        for tool in (self.more, self.bin):
            tool.setProperty("kind", "snug")
            sized(tool, width=TOOL_WIDTH)
        self._note = NoteLabel()
        self._note.hide()
        line = row(self._name.widget, (held, 1), self.more, self.bin, gap=GAP)
        self.setLayout(column(line, row(self._note, margins=(8, 0, 0, 2)), gap=1))
        self._editor = CellsEditor(plan, path, self.cells, held)
        plan.binder.bind(join(path, "name"), self._name)
        plan.binder.bind(join(path, "accountable"), self._editor)
        self.rove(0)

    def show_row(self, number: int, name: str) -> None:
        """Show what the activity is called and who is what in it."""
        super().show_row(number, name)
        self.setAccessibleName(f"{number}. {name}")
        self._name.name(self._language.text(N_("Activity {n}")).format(n=number))
        self._editor.show_value(None)

    def give_name(self, width: int) -> None:
        """Let the name take a width, in pixels of the screen."""
        self._name.widget.setFixedWidth(width)

    def show_gaps(self, found: Sequence[Gap]) -> None:
        """Say what is missing or said twice."""
        kinds = dict.fromkeys(one.kind for one in found)
        words = " ".join(self._language.text(_GAPS[kind]) for kind in kinds)
        self._note.show_problem("warning" if words else None, words)
        set_shown(self._note, bool(words))

    def show_issues(self, issues: tuple[Issue, ...]) -> None:
        """The rules say of an activity what the note says already."""

    def reveal(self, path: str) -> Place | None:
        """The name, or the cells for every role."""
        field = path[len(self._path) + 1 :]
        return self._plan.binder.place(join(self._path, "name" if field == "name" else "accountable"))

    def first(self) -> QWidget:
        """The name."""
        return self._name.target

    def rove(self, column_number: int) -> None:
        """Tab stops at one cell of the line."""
        for number, cell in enumerate(self.cells):
            here = number == min(column_number, len(self.cells) - 1)
            cell.setFocusPolicy(Qt.FocusPolicy.StrongFocus if here else Qt.FocusPolicy.ClickFocus)

    def _row(self) -> Responsibility:
        found = self._plan.draft.value(self._path)
        assert isinstance(found, Responsibility)  # a row of this list
        return found

    def _cycle(self, cell: RaciCell) -> None:
        self._become(only(self._row(), cell.person, cell.next_letter()))

    def _toggle(self, cell: RaciCell, letter: Letter) -> None:
        made = self._row()
        on = letter not in letters_of(made, cell.person)
        self._become(with_letter(made, cell.person, letter, on=on))

    def _clear(self, cell: RaciCell) -> None:
        self._become(only(self._row(), cell.person, None))

    def _become(self, after: Responsibility) -> None:
        """One change is one step to undo, even where two roles change."""
        before, draft = self._row(), self._plan.draft
        draft.seal()
        changed = [name for name in FIELD.values() if getattr(before, name) != getattr(after, name)]
        if len(changed) == 1:
            draft.set(join(self._path, changed[0]), getattr(after, changed[0]))
        elif changed:
            rows = self._path.rpartition("[")[0]
            draft.set(rows, tuple(after if one.key == self.key else one for one in draft.value(rows)))
