"""The scorecard as a page: the table of promises by month, and the number chosen beside it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout

from workbench.base.language import N_
from workbench.ui.errands import Errands
from workbench.ui.parts.beside import Beside
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import Panel, column
from workbench.ui.views.desk import Desk
from workbench.ui.views.track.learning import Known
from workbench.ui.views.track.months import Judged
from workbench.ui.views.track.names import Names
from workbench.ui.views.track.promises import Promise, promises
from workbench.ui.views.track.scorecard.detail import BY_HAND, Detail
from workbench.ui.views.track.scorecard.entries import Entries
from workbench.ui.views.track.scorecard.leads import LeadLine
from workbench.ui.views.track.scorecard.story import Story, tell
from workbench.ui.views.track.scorecard.top import ScorecardTop
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
        self._desk, self._text, self._names = desk, text, names
        self._known: Known | None = None
        self._promises: tuple[Promise, ...] = ()
        self._line: Judged | None = None
        self._status = ""
        self.tree: PromiseTree | None = None
        self.detail = Detail(desk, names, lambda: run("track.exceptions"), lambda: run("actuals.load"))
        self.top = ScorecardTop(desk, names, run)
        self._none = Label(text(N_("No promise stands like this in these months.")), "muted")
        self._none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._none.hide()
        self._table = QVBoxLayout()
        self._table.setContentsMargins(0, 0, 0, 0)
        main = Panel(column(self.top, (self._table, 1), gap=0), role="surface")
        self._beside = Beside(main, self.detail, below=FOLDS_BELOW)
        super().__init__(column((self._beside, 1), gap=0), role="surface")
        self.errands = Errands(desk.session, self)
        self.top.filtered.connect(self._on_filter)
        self.top.shifted.connect(self._shift)
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
        self.top.show_known(known)
        self._make_tree(known)
        assert self.tree is not None  # just made
        if self._status or not self._promises:
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
        made.clicked.connect(lambda _index: self.show_leads() if self._beside.is_folded else None)
        if had_focus:
            made.setFocus()
        self._on_moved()

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
        """Other months are in view; told from inside a layout pass too, which showing a part there would upset."""
        QTimer.singleShot(0, self, self._show_months)

    def _show_months(self) -> None:
        if self.tree is not None:
            self.top.show_months(self._promises, self.tree.months, self.tree.can_move)

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
    def month(self) -> dt.date:
        """The month that is looked at, by its first day."""
        assert self.tree is not None  # it is made with what is known
        assert self._known is not None
        return self.tree.here[1] or self._known.day.replace(day=1)

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
