"""The editor of a list of rows: add, remove, move, duplicate, open. Must not know what the rows mean.

It keeps one frame for each row, by key; the draft's order is the frames' order. Nothing is asked before a removal,
because undo brings the row back.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from functools import partial
from typing import Any, ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from workbench.base.language import N_
from workbench.fields.declare import Field, field_of, fields_of
from workbench.fields.issue import Issue, Severity
from workbench.fields.links import ReferenceKind, ReferencesKind, RowsKind
from workbench.fields.path import row_path
from workbench.fields.value import Row, Shown, new_key
from workbench.ui.form.binder import Place
from workbench.ui.form.draft import within
from workbench.ui.form.editors.editor import Editor
from workbench.ui.form.field_frame import NoteLabel
from workbench.ui.form.layouts import Layout
from workbench.ui.form.line_cells import LineCells
from workbench.ui.form.names import row_name
from workbench.ui.form.plan import Plan
from workbench.ui.form.row_card import RowBody, RowCard
from workbench.ui.form.row_finding import MOST_AT_ONCE, RowFinding
from workbench.ui.form.row_frame import RowFrame
from workbench.ui.form.row_line import GAP, NUMBER_WIDTH, TOOLS_WIDTH, RowLine
from workbench.ui.form.showing import set_shown
from workbench.ui.parts.button import Button
from workbench.ui.parts.card_grid import CardGrid
from workbench.ui.parts.chip import Chip
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import Box, Panel, column, row, stretch

LONG_WORDS = 30
"""Letters from which on a value comes last in a closed card's summary."""

MOST_OPEN = 1
"""A list of so few cards shows them open."""

MakeBody = Callable[[type[Any], str, Layout, Plan], RowBody]


class RowsEditor(Editor):
    """A list of rows.

    Attributes:
        frames: The row's frame by key, in the list's order.
        add_button: Adds a row at the end.
    """

    says_label: ClassVar[bool] = True
    has_inside: ClassVar[bool] = True

    def __init__(
        self, field: Field, path: str, plan: Plan, make_body: MakeBody, parent: QWidget, *, heading: bool
    ) -> None:
        """An empty list; binding fills it.

        Args:
            field: The list.
            path: Its written path.
            plan: What the form is built with.
            make_body: Makes the form inside a card.
            parent: Qt's owner.
            heading: Whether the list is a card's only content, with its label as heading.
        """
        assert isinstance(field.kind, RowsKind)  # chosen by kind
        self.kind: RowsKind = field.kind
        self.path = path
        self._plan, self._make_body = plan, make_body
        self._layout = plan.layout_of(self.kind.row)
        self._most = MOST_AT_ONCE
        self._unseen = 0
        self._rows: tuple[Row, ...] = ()
        self.frames: dict[str, RowFrame] = {}
        text = plan.language.text
        self._count = Chip("", "idle")
        self._note = NoteLabel(text(field.help))
        one = text(self.kind.one)
        self.add_button = Button(text(N_("Add {row}")).format(row=one), "small", icon="plus", on_click=self.add)
        self._more = Button("", "link", on_click=self._show_more)
        self._empty = Label(text(N_("None yet. For example: {example}")).format(example=text(field.example)), "muted")
        self._empty.setWordWrap(True)
        self._head = self._made_head()
        self._list = self._made_list()
        self._held = Panel(self._list)
        top = row(Label(text(field.label), "h2" if heading else "label"), self._count, stretch(), gap=8)
        self._finding = RowFinding(top, text(field.label), plan.language, self._arrange)
        whole = Panel(
            column(
                column(top, self._note, gap=3),
                *([self._head] if self._head else []),
                self._held,
                self._empty,
                row(self.add_button, self._more, stretch(), gap=8),
                gap=9,
            )
        )
        whole.setParent(parent)
        super().__init__(field, plan.draft, whole, self.add_button)

    def _made_head(self) -> QWidget | None:
        """What stands above the rows while there are any; the heads of the columns for a table."""
        if self._layout.style != "table":
            return None
        cells = LineCells(self.kind.row, self._layout.groups[0].spots, (), self._plan)
        return Panel(row((cells, 1), margins=(NUMBER_WIDTH + GAP, 0, TOOLS_WIDTH + GAP, 0)))

    def _made_list(self) -> Box | CardGrid:
        """What the rows stand in."""
        return column(gap=5 if self._layout.style == "table" else 7)

    def begin(self) -> None:
        """Go to the first row; where there is none, to what adds one."""
        first = next(iter(self.frames.values()), None)
        (first.first() if first is not None else self.add_button).setFocus(Qt.FocusReason.TabFocusReason)

    def name(self, words: str) -> None:
        """The list as a whole has the field's name; its button says what it adds."""
        self.widget.setAccessibleName(words)

    def framed(self) -> tuple[QWidget, ...]:
        """Nothing: the note shows the problem."""
        return ()

    def show_problem(self, severity: Severity | None, message: str) -> None:
        """Show what is wrong with the list as a whole."""
        super().show_problem(severity, message)
        self._note.show_problem(severity, message)

    def show_value(self, value: Any) -> None:
        """Show the rows: frames come, go and change places; those that stay keep their state and the focus."""
        self._rows = tuple(value)
        self._arrange()

    def value(self) -> Any:
        """The rows as they are; they are edited one by one."""
        return self._rows

    def refers_to(self) -> tuple[str, ...]:
        """Lists whose rows give these rows their names."""
        names = [name for name in (*self.kind.named_by, self.kind.leads_to) if name]
        kinds = (field_of(self.kind.row, name).kind for name in names)
        return tuple(kind.to for kind in kinds if isinstance(kind, ReferenceKind))

    def refresh_surroundings(self) -> None:
        """Call the rows what they are called now."""
        self._name_rows()

    def inside_changed(self, path: str) -> None:
        """A row came, or something in a row changed."""
        rows = self._plan.draft.value(self.path)
        keys = [row.key for row in self._rows]
        self._rows = rows
        if [row.key for row in rows] != keys:
            self._arrange()
            return
        for number, one in enumerate(rows, 1):
            if within(path, row_path(self.path, one.key)):
                self._name_row(number, one)

    def show_inside(self, issues: tuple[Issue, ...]) -> None:
        """Give each row what the rules say about it."""
        for key, frame in self.frames.items():
            at = row_path(self.path, key)
            frame.show_issues(tuple(issue for issue in issues if within(issue.path, at)))

    def reveal(self, path: str) -> Place | None:
        """Make a place inside a row visible and answer it; a row's first field stands for the row."""
        found = next((one for one in self._rows if within(path, row_path(self.path, one.key))), None)
        if found is None:
            return None
        if found.key not in self.frames:
            self._most = len(self._rows)
            self._finding.clear()
            self._arrange()
        frame = self.frames[found.key]
        frame.open()
        at = row_path(self.path, found.key)
        return frame.reveal(path if path != at else f"{at}.{self._layout.names[0]}")

    def add(self) -> None:
        """Add an empty row at the end and go to its first field."""
        self._insert(len(self._rows))

    def add_after(self, key: str) -> None:
        """Add an empty row after a row and go to its first field."""
        self._insert(self._index(key) + 1)

    def duplicate(self, key: str) -> None:
        """Add a copy after a row and go to it."""
        at = self._index(key)
        self._insert(at + 1, copy_of(self._rows[at]))

    def remove(self, key: str) -> None:
        """Take a row out and go to the one that takes its place."""
        at = self._index(key)
        self._plan.draft.remove_row(self.path, key)
        keys = [row.key for row in self._rows]
        near = self.frames.get(keys[min(at, len(keys) - 1)]) if keys else None
        (near.first() if near else self.add_button).setFocus()

    def move(self, key: str, by: int) -> None:
        """Move a row up (below 0) or down; the focus stays in it."""
        to = self._index(key) + by
        if 0 <= to < len(self._rows):
            self._plan.draft.move_row(self.path, key, to)

    def _insert(self, index: int, made: Row | None = None) -> None:
        if len(self._rows) >= self.kind.most:
            return
        self._most = max(self._most, index + 1)
        self._finding.clear()
        key = self._plan.draft.insert_row(self.path, made, index)
        frame = self.frames[key]
        frame.open()
        place = frame.reveal(f"{row_path(self.path, key)}.{self._layout.names[0]}")
        go = place.editor.take_focus if place else frame.first().setFocus
        QTimer.singleShot(0, frame, go)  # once the layout has placed the new row, so that the page can scroll to it

    def _index(self, key: str) -> int:
        return next(at for at, row in enumerate(self._rows) if row.key == key)

    def _arrange(self) -> None:
        found = self._finding.choose(self._rows, self._plan.draft.shown)
        shown = found[: self._most]
        wanted = {row.key for row in shown}
        for key in [key for key in self.frames if key not in wanted]:
            self._plan.binder.unbind(row_path(self.path, key))
            gone = self.frames.pop(key)
            self._list.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        few = len(self._rows) <= MOST_OPEN and not self.frames
        for row_of in shown:
            if row_of.key not in self.frames:
                self.frames[row_of.key] = self._frame(row_of)
        self.frames = {row.key: self.frames[row.key] for row in shown}
        for at, frame in enumerate(self.frames.values()):
            item = self._list.itemAt(at)
            if item is None or item.widget() is not frame:
                self._list.removeWidget(frame)
                self._list.insertWidget(at, frame)
        self._name_rows()
        self._unseen = len(found) - len(shown)
        if few and shown and not isinstance(self.frames[shown[0].key], RowLine):
            self.frames[shown[0].key].open()
        self._say_how_many()
        self._plan.binder.arranged.emit()

    def _frame(self, row_of: Row) -> RowFrame:
        path = row_path(self.path, row_of.key)
        if self._layout.style == "table":
            spots = self._layout.groups[0].spots
            return RowLine(row_of.key, path, self.kind.row, spots, self._plan, self, self._held)
        make = partial(self._make_body, self.kind.row, path, self._layout, self._plan)
        card = RowCard(row_of.key, self, self._plan.language, make, self._held)
        card.opened.connect(self._plan.binder.arranged)
        return card

    def _name_rows(self) -> None:
        for number, one in enumerate(self._rows, 1):
            self._name_row(number, one)

    def _name_row(self, number: int, one: Row) -> None:
        frame = self.frames.get(one.key)
        if frame is None:
            return
        shown = self._plan.draft.shown
        frame.show_row(number, row_name(self.field, one, shown))
        if isinstance(frame, RowCard):
            frame.show_summary(_summary(one, row_name(self.field, one, shown), self.kind, self._layout, shown))

    def _say_how_many(self) -> None:
        count = len(self._rows)
        self._count.setText(str(count))
        set_shown(self._count, count >= 2)
        set_shown(self._empty, not count)
        set_shown(self._held, bool(count))
        if self._head is not None:
            set_shown(self._head, bool(count))
        self.add_button.setEnabled(count < self.kind.most)
        set_shown(self._more, self._unseen > 0)
        self._more.show_text(self._plan.language.text(N_("Show {n} more")).format(n=self._unseen))

    def _show_more(self) -> None:
        self._most += 2 * MOST_AT_ONCE
        self._arrange()


def _summary(one: Row, called: str, kind: RowsKind, layout: Layout, shown: Shown) -> str:
    """What a closed row is about beyond its name, on one line."""
    words, fields = [], fields_of(type(one))
    for name in layout.names:  # as the form has them: what the row is about comes before how it is judged
        field, value = fields[name], getattr(one, name)
        if field.kind.is_empty(value) or value is False:
            continue
        if value is True:  # its word alone would not say to what
            words.append(shown.language.text(field.label))
            continue
        said = field.kind.format(value, shown).replace("\n", "; ")
        if name in {*kind.named_by, kind.leads_to} and said in called:
            continue
        needs_label = _is_bare(said) or isinstance(field.kind, ReferencesKind)  # names alone would not say of what
        words.append(f"{shown.language.text(field.label)} {said}" if needs_label else said)
    words.sort(key=lambda said: len(said) > LONG_WORDS)  # what is short says more on one line
    return "  ·  ".join(words[:4])


def _is_bare(words: str) -> bool:
    """Whether it is a number that does not say of what."""
    return words.strip("0123456789.,\u00a0") == ""


def copy_of(row_of: Row) -> Row:
    """The same row with a fresh key, and fresh keys for the rows inside it."""
    changes: dict[str, Any] = {"key": new_key()}
    for name, field in fields_of(type(row_of)).items():
        if isinstance(field.kind, RowsKind):
            changes[name] = tuple(copy_of(inner) for inner in getattr(row_of, name))
    return dataclasses.replace(row_of, **changes)
