"""The list of follow-up promises as a matrix, with the selected one as a sentence below it.

Must not know how a cell is drawn.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from workbench.agreement.follow_up_grid import FollowUpGrid, follow_up_grid
from workbench.agreement.sections.follow_up import FollowUpTier
from workbench.base.language import N_
from workbench.fields.amounts import duration_text
from workbench.fields.declare import Field, field_of
from workbench.fields.issue import Issue
from workbench.fields.path import row_path
from workbench.fields.value import Row, new_key
from workbench.ui.form.binder import Place
from workbench.ui.form.draft import Draft, within
from workbench.ui.form.layouts import Layout
from workbench.ui.form.plan import Plan
from workbench.ui.form.row_card import RowBody
from workbench.ui.form.row_frame import RowFrame
from workbench.ui.form.rows import MakeBody, RowsEditor
from workbench.ui.form.showing import set_shown
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import Panel, column, row, stretch
from workbench.ui.views.agree.follow_up.cell_editor import CellEditor
from workbench.ui.views.agree.follow_up.kept_before import KeptBefore
from workbench.ui.views.agree.follow_up.matrix_cells import Matrix, MatrixCell
from workbench.ui.views.agree.follow_up.matrix_table import MatrixTable
from workbench.ui.views.agree.follow_up.selection import selection_on

TIERS = "lead_definitions.tiers"
_SHORT: dict[str, str] = {"minutes": N_("{n} min"), "hours": N_("{n} h"), "business_days": N_("End of day {n}")}
ABOUT_PAST = N_(
    "The last line of a cell: in how many of the past periods on record the time would have been met for that share."
)
PERIODS: dict[str, tuple[str, str]] = {
    "week": (N_("met in {kept} of {n} week"), N_("met in {kept} of {n} weeks")),
    "month": (N_("met in {kept} of {n} month"), N_("met in {kept} of {n} months")),
    "quarter": (N_("met in {kept} of {n} quarter"), N_("met in {kept} of {n} quarters")),
    "year": (N_("met in {kept} of {n} year"), N_("met in {kept} of {n} years")),
}
COPIED = (
    "target", "share", "attempts", "attempts_within", "attempts_share", "channels", "decision_within",
    "decision_share", "period", "owner", "consequence", "tolerance", "minimum_sample", "calendar",
)  # fmt: skip
"""What goes along when a cell is copied down."""


Past = Callable[[QWidget, Draft], KeptBefore]
"""Begins to work out the past of the promises for whatever shows it."""


class FollowUpMatrix(RowsEditor):
    """The matrix and the sentence of its current cell."""

    def __init__(
        self, field: Field, path: str, plan: Plan, make_body: MakeBody, parent: QWidget, *, heading: bool, past: Past
    ) -> None:
        self._selected = ""
        self._grid = FollowUpGrid((), ())
        self._selection = selection_on(plan.binder)
        text = plan.language.text
        self.table = MatrixTable(text(N_("Follow-up by source and tier")))
        self._past = past(self.table, plan.draft)
        super().__init__(field, path, plan, make_body, parent, heading=heading)
        self.add_button.show_text(text(N_("Add source")))
        self._past.changed.connect(self._show_table)
        self.table.moved.connect(self._on_moved)
        self.table.edited.connect(self._edit)
        self.table.copied_down.connect(self.copy_down)
        self.table.emptied.connect(self._empty_cell)

    def _made_head(self) -> QWidget:
        """The table and its keys."""
        hint = self._plan.language.text(N_("Arrows move · Enter edits · Ctrl+D copies from above · Delete empties"))
        self._about_past = Label(self._plan.language.text(ABOUT_PAST), "tiny", wrap=True)
        self._about_past.hide()
        return Panel(column(self._about_past, self.table, row(stretch(), Label(hint, "tiny")), gap=5))

    def take_focus(self) -> None:
        """Go to the current cell."""
        self.table.setFocus(Qt.FocusReason.TabFocusReason)

    def begin(self) -> None:
        """The same."""
        self.take_focus()

    def refers_to(self) -> tuple[str, ...]:
        """Tiers give the columns."""
        return (TIERS,)

    def refresh_surroundings(self) -> None:
        """Tiers came, went or are called otherwise."""
        super().refresh_surroundings()
        self._show_table()

    def inside_changed(self, path: str) -> None:
        """Show what changed, in the table too."""
        super().inside_changed(path)
        self._show_table()

    def show_inside(self, issues: tuple[Issue, ...]) -> None:
        """The selected promise shows its issues, the table where others are."""
        super().show_inside(issues)
        self._show_table()

    def reveal(self, path: str) -> Place | None:
        """Select the promise a place belongs to, then its editor."""
        found = next((one for one in self._rows if within(path, row_path(self.path, one.key))), None)
        if found is None:
            return None
        self._select(found.key)
        return super().reveal(path if path != row_path(self.path, found.key) else f"{path}.target")

    def add(self) -> None:
        """Add a promise for another source, for the first tier, and go to its sources."""
        tiers = self._grid.tiers
        self._put_in(FollowUpTier(key=new_key(), tier=tiers[0] if tiers else ""), "sources")

    def add_after(self, key: str) -> None:
        """A matrix has no order to add into."""
        del key
        self.add()

    def duplicate(self, key: str) -> None:
        """In a matrix a copy goes to the cell below."""
        place = self._grid.place_of(key)
        if place is not None and place[0] + 1 < len(self._grid.lines):
            self.copy_down(place[0] + 1, place[1])

    def copy_down(self, line: int, at: int) -> None:
        """Fill a cell with what stands above it, as one step of undo."""
        if line == 0:
            return
        above = next((one for one in self._rows if one.key == self._grid.lines[line - 1].cells[at]), None)
        here = self._grid.lines[line].cells[at]
        if not isinstance(above, FollowUpTier):
            return
        numbers = {name: getattr(above, name) for name in COPIED}
        draft = self._plan.draft
        draft.seal()
        if here:
            rows = tuple(dataclasses.replace(one, **numbers) if one.key == here else one for one in self._rows)
            draft.set(self.path, rows)
            return
        made = FollowUpTier(key=new_key(), tier=self._grid.tiers[at], sources=self._grid.lines[line].sources, **numbers)
        self._selected = made.key
        draft.insert_row(self.path, made, len(self._rows))

    def _edit(self, line: int, at: int) -> None:
        """Go to the sentence; a cell without a promise gets one."""
        key = self._grid.lines[line].cells[at]
        if key:
            self._select(key)
            self._go(key, "target")
            return
        self._put_in(
            FollowUpTier(key=new_key(), tier=self._grid.tiers[at], sources=self._grid.lines[line].sources), "target"
        )

    def _empty_cell(self, line: int, at: int) -> None:
        key = self._grid.lines[line].cells[at]
        if key:
            self._plan.draft.remove_row(self.path, key)
            self.table.setFocus()

    def _put_in(self, made: FollowUpTier, name: str) -> None:
        if len(self._rows) >= self.kind.most:
            return
        self._selected = made.key
        self._plan.draft.insert_row(self.path, made, len(self._rows))
        self._go(made.key, name)

    def _go(self, key: str, name: str) -> None:
        frame = self.frames.get(key)
        place = frame.reveal(f"{row_path(self.path, key)}.{name}") if frame is not None else None
        if place is not None:
            QTimer.singleShot(0, place.editor.widget, partial(place.editor.take_focus))

    def _on_moved(self, line: int, at: int) -> None:
        if line < len(self._grid.lines) and at < len(self._grid.tiers):
            self._select(self._grid.lines[line].cells[at])

    def _select(self, key: str) -> None:
        if key and key != self._selected:
            self._selected = key
            self._arrange()

    def _arrange(self) -> None:
        """Only the selected promise has its editors; forty of them would cost what nobody sees."""
        keys = [one.key for one in self._rows]
        if self._selected not in keys:
            self._selected = keys[0] if keys else ""
        for key in [key for key in self.frames if key != self._selected]:
            self._plan.binder.unbind(row_path(self.path, key))
            gone = self.frames.pop(key)
            self._list.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        if self._selected and self._selected not in self.frames:
            one = next(one for one in self._rows if one.key == self._selected)
            self.frames[self._selected] = self._frame(one)
            self._list.insertWidget(0, self.frames[self._selected])
            self.show_inside(self._plan.draft.issues_inside(self.path))
        self._name_rows()
        self._say_how_many()
        self._show_table()
        self._selection.choose(self._selected)
        self._plan.binder.arranged.emit()

    def _frame(self, row_of: Row) -> RowFrame:
        path = row_path(self.path, row_of.key)

        def rest(layout: Layout) -> RowBody:
            return self._make_body(self.kind.row, path, layout, self._plan)

        frame = CellEditor(row_of.key, path, self._plan, self, rest, self._held)
        frame.build_rest()
        return frame

    def _name_rows(self) -> None:
        for number, one in enumerate(self._rows, 1):
            if one.key in self.frames:
                self._name_row(number, one)

    def _say_how_many(self) -> None:
        super()._say_how_many()
        set_shown(self._more, False)
        if self._head is not None:
            set_shown(self._head, True)
        set_shown(self._empty, False)

    def _show_table(self) -> None:
        draft = self._plan.draft
        self._grid = follow_up_grid(draft.root)
        text = self._plan.language.text
        tiers = {tier.key: tier for tier in draft.root.lead_definitions.tiers}
        rows = {one.key: one for one in self._rows}
        troubled = {
            issue.path[len(self.path) + 1 :].partition("]")[0]
            for issue in draft.issues_inside(self.path)
            if issue.severity != "hint"
        }
        heads = [tiers[key].name if key in tiers else text(N_("Every lead")) for key in self._grid.tiers]
        lines = [
            (
                ", ".join(line.sources) or text(N_("Every source")),
                tuple(self._cell(rows.get(key), key in troubled) for key in line.cells),
            )
            for line in self._grid.lines
        ]
        set_shown(self._about_past, any(cell.past for _, cells in lines for cell in cells))
        self.table.show_matrix(Matrix(heads, lines, text(N_("Source")), text(N_("No clock")), text(N_("time open"))))
        place = self._grid.place_of(self._selected)
        if place is not None and not self._on_empty():
            self.table.go(*place)

    def _on_empty(self) -> bool:
        """Whether the current cell is one without a promise, where somebody may be about to write one."""
        current = self.table.current
        if current is None or current[0] >= len(self._grid.lines) or current[1] >= len(self._grid.tiers):
            return False
        return not self._grid.lines[current[0]].cells[current[1]]

    def _cell(self, one: Row | None, issue: bool) -> MatrixCell:
        if not isinstance(one, FollowUpTier):
            return MatrixCell()
        shown, text = self._plan.draft.shown, self._plan.language.text
        target = ""
        if one.target is not None:
            short = _SHORT.get(one.target.unit)
            n = one.target.amount
            target = text(short).format(n=n) if short is not None else duration_text(one.target, shown)
        share = field_of(FollowUpTier, "share").kind.format(one.share, shown)
        second = ""
        if one.attempts and one.attempts_within is not None:
            second = text(N_("{n} tries in {days} days")).format(n=one.attempts, days=one.attempts_within.amount)
        elif one.attempts:
            second = text(N_("{n} tries")).format(n=one.attempts)
        made = MatrixCell(one.key, target, share, second, issue)
        found = self._past.of(one.key)
        if found is None:
            return made
        periods = shown.language.count(*PERIODS[one.period or "month"], found.judged)
        past = periods.format(kept=found.kept, n=found.judged) if found.judged else text(N_("too few past leads"))
        kept = found.kept / found.judged if found.judged else None
        return dataclasses.replace(made, past=past, kept=kept, few=found.few)
