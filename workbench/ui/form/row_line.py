"""A row as one line of a table: its editors side by side, one note below for whatever is wrong on the line.

Where a column would be too narrow for its kind of answer, the cells stand in two columns, each with its label above.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from workbench.fields.declare import field_of
from workbench.fields.issue import Issue, Severity
from workbench.fields.path import join
from workbench.ui.form.binder import Place
from workbench.ui.form.editors.editor import Editor
from workbench.ui.form.editors.kinds import editor_for
from workbench.ui.form.field_frame import NoteLabel
from workbench.ui.form.layouts import Spot
from workbench.ui.form.line_cells import BELOW, LineCells
from workbench.ui.form.plan import Plan
from workbench.ui.form.row_frame import RowActions, RowFrame
from workbench.ui.form.showing import set_shown
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import column, row, stretch
from workbench.ui.parts.sizing import sized
from workbench.ui.theme.properties import vary

NUMBER_WIDTH, TOOL_WIDTH, GAP = 20, 30, 6
TOOLS_WIDTH = 2 * TOOL_WIDTH + GAP
_TOP = Qt.AlignmentFlag.AlignTop


class LineNote:
    """What is wrong with one cell, told on the line's common note."""

    def __init__(self, line: RowLine, label: str, name: str) -> None:
        self._line, self._label, self._name = line, label, name

    def show_problem(self, severity: Severity | None, message: str) -> None:
        """Tell the line."""
        said = message if not message or message.startswith(self._label) else f"{self._label}: {message}"
        self._line.show_cell_problem(self._name, severity, said)

    def show_empty(self, empty: bool) -> None:
        """An empty cell is plain to see."""


class RowLine(RowFrame):
    """A line of editors.

    Args:
        key: The row's key.
        path: The row's written path.
        owner: The row's class.
        spots: Its columns.
        plan: What the form is built with.
        actions: What the tools do.
        parent: The list.
    """

    def __init__(
        self,
        key: str,
        path: str,
        owner: type[Any],
        spots: tuple[Spot, ...],
        plan: Plan,
        actions: RowActions,
        parent: QWidget,
    ) -> None:
        super().__init__(key, actions, plan.language, parent)
        self._path, self._plan = path, plan
        self._problems: dict[str, tuple[Severity, str]] = {}
        self._number = Label("", "muted", figures=True)
        self._number.setAlignment(Qt.AlignmentFlag.AlignRight)
        sized(self._number, width=NUMBER_WIDTH)
        self._note: NoteLabel | None = None
        self._editors: list[Editor] = []
        for spot in spots:
            editor = editor_for(field_of(owner, spot.name), plan.draft, self, narrow=True)
            _narrow(editor)
            self._editors.append(editor)
        self._cells = LineCells(owner, spots, self._editors, plan)
        cells = row(column(6, self._number, stretch(), gap=0), (self._cells, 1), gap=GAP)
        for tool in (self.more, self.bin):
            tool.setProperty("kind", "snug")
            sized(tool, width=TOOL_WIDTH)
            cells.put(tool)
            cells.setAlignment(tool, _TOP)
        self._column = column(cells, gap=3)
        self.setLayout(self._column)
        self._cells.restacked.connect(lambda stacked: self._column.pad((0, 0, 0, BELOW if stacked else 0)))
        for spot, editor in zip(spots, self._editors, strict=True):
            label = plan.language.text(editor.field.label)
            plan.binder.bind(join(path, spot.name), editor, LineNote(self, label, spot.name))

    def show_row(self, number: int, name: str) -> None:
        """Show the row's place in the list; the cells say what it is called."""
        super().show_row(number, name)
        self._number.setText(str(number))
        self.setAccessibleName(f"{number}. {name}")
        for editor in self._editors:
            editor.name(f"{self._language.text(editor.field.label)}, {number}")

    def show_cell_problem(self, name: str, severity: Severity | None, message: str) -> None:
        """Show the first thing that is wrong on the line."""
        self._problems.pop(name, None)
        if severity and message:
            self._problems[name] = (severity, message)
        first = next(iter(sorted(self._problems.values(), key=lambda one: one[0] != "error")), None)
        if self._note is None and first is not None:  # most lines never need one
            self._note = NoteLabel()
            self._column.put(row(self._note, margins=(NUMBER_WIDTH + GAP, 0, TOOLS_WIDTH, 0), gap=0))
        if self._note is not None:
            self._note.show_problem(*(first or (None, "")))
            set_shown(self._note, first is not None)

    def show_issues(self, issues: tuple[Issue, ...]) -> None:
        """Show what is said of the row as a whole; the cells show their own."""
        own = next((issue for issue in issues if issue.path == self._path), None)
        message = own.message(self._language) if own else ""
        self.show_cell_problem("", own.severity if own else None, message)

    def reveal(self, path: str) -> Place | None:
        """The cell of a place."""
        return self._plan.binder.place(path)

    def first(self) -> QWidget:
        """The first cell."""
        return self._editors[0].target


def _narrow(editor: Editor) -> None:
    """Let a column's width decide, not what is in it."""
    for part in (editor.widget, *editor.inputs()):
        if part.property("kind") is None:
            vary(part, kind="compact")
    editor.widget.setSizePolicy(QSizePolicy.Policy.Ignored, editor.widget.sizePolicy().verticalPolicy())
