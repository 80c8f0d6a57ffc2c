"""The scorecard as a page: the table of promises by month, and the number chosen beside it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workbench.base.language import N_
from workbench.ui.errands import Errands
from workbench.ui.parts.beside import Beside
from workbench.ui.parts.button import Button
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import Panel, box, column, row, stretch
from workbench.ui.parts.legend import Legend
from workbench.ui.parts.marks import STATUS
from workbench.ui.parts.page_head import PageHead
from workbench.ui.parts.switch import Switch
from workbench.ui.parts.tool_button import ToolButton
from workbench.ui.views.desk import Desk
from workbench.ui.views.track.learning import Known
from workbench.ui.views.track.months import Judged
from workbench.ui.views.track.names import Names
from workbench.ui.views.track.promises import Promise, promises
from workbench.ui.views.track.scorecard.detail import BY_HAND, Detail
from workbench.ui.views.track.scorecard.entries import Entries
from workbench.ui.views.track.scorecard.head import banners, counts, facts, span_words
from workbench.ui.views.track.scorecard.leads import LeadLine
from workbench.ui.views.track.scorecard.story import Story, tell
from workbench.ui.views.track.scorecard.tree import PromiseTree

FOLDS_BELOW = 1180


class ScorecardPage(Panel):
    """Every promise held against what happened.

    Attributes:
        lead_wanted: Emitted with a promise, its line and a `LeadLine` that somebody opened.

    Args:
        desk: The window and its session.
        names: Whether people are shown.
        run: Runs an action of the screen by its name.
    """

    lead_wanted = Signal(object, object, object)

    def __init__(self, desk: Desk, names: Names, run: Callable[[str], object]) -> None:
        text = desk.language.text
        self._desk, self._text, self._names, self._run = desk, text, names, run
        self._known: Known | None = None
        self._promises: tuple[Promise, ...] = ()
        self._line: Judged | None = None
        self._status = ""
        self.tree: PromiseTree | None = None
        self.detail = Detail(desk, names, lambda: run("track.exceptions"), lambda: run("actuals.load"))
        self._hide = Switch(text(N_("Hide names")), on=names.hidden)
        self._hide.setToolTip(text(N_("Show letters instead of names, everywhere (Ctrl+H)")))
        self._import = Button(text(N_("Import…")), icon="upload", on_click=lambda: run("actuals.load"))
        self._tracker = Button(text(N_("Tracker…")), icon="file-spreadsheet", on_click=lambda: run("track.tracker"))
        self._head = PageHead(
            text(N_("Scorecard")), over=" ", right=(self._hide, 8, self._import, self._tracker)
        )  # fmt: skip
        self.legend = Legend(STATUS, desk.language, name=text(N_("Statuses and how often they occur")))
        self._earlier = ToolButton("chevron-left", text(N_("Earlier months")), on_click=lambda: self._shift(-1))
        self._later = ToolButton("chevron-right", text(N_("Later months")), on_click=lambda: self._shift(1))
        self._facts: QWidget = QWidget()
        self._banners: QWidget = QWidget()
        self._top = column(
            self._head, 2, self._facts, self._banners,
            row((self.legend, 1), column(row(self._earlier, self._later, gap=0), stretch())),
            margins=(24, 16, 20, 8), gap=5,
        )  # fmt: skip
        self._none = Label(text(N_("No promise stands like this in these months.")), "muted")
        self._none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._none.hide()
        self._table = QVBoxLayout()
        self._table.setContentsMargins(0, 0, 0, 0)
        main = Panel(column(box(self._top), (self._table, 1), gap=0), role="surface")
        self._beside = Beside(main, self.detail, below=FOLDS_BELOW)
        super().__init__(column((self._beside, 1), gap=0), role="surface")
        self.errands = Errands(desk.session, self)
        self.legend.filtered.connect(self._on_filter)
        self._hide.toggled.connect(names.hide)
        names.changed.connect(self._on_names)
        self._beside.folded.connect(self._on_folded)
        self.detail.closed.connect(self.show_table)
        self.detail.stepped.connect(self.step_period)
        self.detail.leads.view.left.connect(self.show_table)
        self.detail.leads.wanted.connect(self._on_lead)
        self._on_folded(self._beside.is_folded)

    # What is known

    def show_known(self, known: Known) -> None:
        """Show a check; what was looked at before stays."""
        promise, month = self.tree.here if self.tree is not None else (None, None)
        period = self._line.result.period if self._line is not None else ""
        self._known = known
        self._names.know(known.owners)
        self._promises = promises(known.check, known.day, self._desk.language)
        self._tracker.setVisible(known.exports_tracker)
        self._facts = self._swap(self._facts, facts(self._desk, known, lambda: self._run("track.imports")))
        self._show_banners()
        self._make_tree(known)
        assert self.tree is not None  # just made
        self._filter()
        self.tree.look_at(promise, month)
        if period and promise is not None:
            self._go_to(promise.commitment.id, period)

    @property
    def known(self) -> Known | None:
        """What is shown."""
        return self._known

    def _make_tree(self, known: Known) -> None:
        made = PromiseTree(self._promises, known.months, self._desk.language)
        had_focus = self.tree is not None and self.tree.hasFocus()
        if self.tree is not None:
            self._table.removeWidget(self.tree)
            self.tree.hide()
            self.tree.deleteLater()
        self._table.addWidget(made, 1)
        self._table.addWidget(self._none, 1)
        self.tree = made
        self.setFocusProxy(made)
        made.looked_at.connect(self._on_looked_at)
        made.moved.connect(self._on_moved)
        made.opened.connect(lambda _index: self.show_leads())
        if had_focus:
            made.setFocus()
        self._on_moved()

    def _show_banners(self) -> None:
        assert self._known is not None  # shown with what is known
        found = banners(self._desk, self._known, lambda: self._run("actuals.load"))
        self._banners = self._swap(self._banners, box(column(*found, gap=6)))
        self._banners.setVisible(bool(found))

    def _swap(self, old: QWidget, new: QWidget) -> QWidget:
        self._top.replaceWidget(old, new)
        old.hide()
        old.deleteLater()
        return new

    # Which rows and months

    def _on_filter(self, status: str) -> None:
        self._status = status
        self._filter()

    def _filter(self) -> None:
        """Show the promises that stand so in any month in view."""
        assert self.tree is not None  # there is something to filter
        months = {month.first for month in self.tree.months}
        wanted = [
            one
            for one in self._promises
            if not self._status or any(line.result.status == self._status and line.home in months for line in one.lines)
        ]
        self.tree.show_only(wanted)
        self._none.setVisible(not wanted)
        self.tree.setVisible(bool(wanted))

    def _shift(self, step: int) -> None:
        if self.tree is not None:
            self.tree.shift(step)
            if self._status:
                self._filter()

    def _on_moved(self) -> None:
        tree = self.tree
        if tree is None:
            return
        before, after = tree.can_move
        for button, can in ((self._earlier, before), (self._later, after)):
            button.setEnabled(can)
            button.setVisible(before or after)
        self.legend.show_counts(counts(self._promises, tree.months))
        over = self._text(N_("TRACK · {span}")).format(span=span_words(tree.months, self._desk))
        self._head.over.setText(over)
        self._head.over.show()

    # The number chosen

    def _on_looked_at(self, promise: Promise, month: dt.date) -> None:
        self._show_line(promise, promise.in_month(month))

    def _show_line(self, promise: Promise, line: Judged | None) -> None:
        known = self._known
        assert known is not None  # there is a table
        self._line = line
        self.detail.show_line(promise, line)
        by_hand = promise.commitment.kind in BY_HAND
        if line is None:
            self.detail.show_entries(None)
            return
        entries = Entries(self._desk, self._names, known, promise, line) if by_hand else None
        self.detail.show_entries(entries)
        self.errands.work(
            lambda _report, cancel: tell(known.check, line, cancel.check),
            partial(self._on_told, promise, line),
            lambda _error: None,  # the line itself says why nothing can be worked out
            key="story",
        )

    def _on_told(self, promise: Promise, line: Judged, story: Story) -> None:
        if line is self._line:
            self.detail.show_story(story, promise)

    def step_period(self, step: int) -> None:
        """Go to the period after the one looked at, or before it."""
        promise = self.tree.here[0] if self.tree is not None else None
        if promise is None or self._line is None:
            return
        line = promise.beside(self._line, step)
        if line is not None:
            self._go_to(promise.commitment.id, line.result.period)

    def _go_to(self, commitment: str, period: str) -> None:
        """Look at a period of a commitment, also where several stand in one cell."""
        promise = next((one for one in self._promises if one.commitment.id == commitment), None)
        line = promise.in_period(period) if promise is not None else None
        if promise is None or line is None or self.tree is None:
            return
        self.tree.look_at(promise, line.home)
        if self._line is not line:
            self._show_line(promise, line)

    @property
    def looked_at(self) -> tuple[Promise, Judged] | None:
        """The promise and the line that are looked at."""
        promise = self.tree.here[0] if self.tree is not None else None
        return (promise, self._line) if promise is not None and self._line is not None else None

    def exceptions(self) -> tuple[Promise, Judged, list[LeadLine]] | None:
        """The leads behind the number that were not met, for a list; nothing where there are none."""
        looked_at, leads = self.looked_at, self.detail.leads.leads
        if looked_at is None or leads is None:
            return None
        return *looked_at, [one for one in leads if one.row.state != "met"]

    # Going to and fro

    def show_leads(self) -> None:
        """Put the focus on what stands behind the number; while folded, show it instead of the table."""
        self._beside.call_side(show=True)
        leads = self.detail.leads
        target = leads.view if leads.isVisible() else self.detail.first_field() or self.detail
        target.setFocus(Qt.FocusReason.TabFocusReason)

    def show_table(self) -> None:
        """Go back to the table."""
        self._beside.call_side(show=False)
        if self.tree is not None:
            self.tree.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_folded(self, folded: bool) -> None:
        self.detail.show_way_back(folded)

    def _on_lead(self, lead: LeadLine) -> None:
        if self.looked_at is not None:
            self.lead_wanted.emit(*self.looked_at, lead)

    def _on_names(self) -> None:
        blocked = self._hide.blockSignals(True)
        self._hide.setChecked(self._names.hidden)
        self._hide.blockSignals(blocked)
        self.detail.leads.refresh()
        if self.looked_at is not None and self.looked_at[0].commitment.kind in BY_HAND:
            self._show_line(*self.looked_at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """1 to 7 filter the leads; Escape goes back to the table."""
        number = event.key() - Qt.Key.Key_1
        states = self.detail.leads.states
        if 0 <= number < len(states) and not event.modifiers():
            self.detail.leads.filter_by(states[number])
        elif event.key() == Qt.Key.Key_Escape:
            self.show_table()
        else:
            super().keyPressEvent(event)
