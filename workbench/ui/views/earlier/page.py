"""The states of the draft that are kept, newest first; one of them beside the draft as it is now.

Taking one back changes the draft in one step that undo takes back; no state is ever changed.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QShowEvent

from workbench.agreement.comparison import Compared, compare
from workbench.agreement.model import Agreement
from workbench.base.errors import WorkbenchError
from workbench.base.language import N_, Language
from workbench.ui.errands import Errands
from workbench.ui.parts.button import Button
from workbench.ui.parts.layout import Panel, column, row
from workbench.ui.parts.page_head import PageHead
from workbench.ui.parts.rule import Rule
from workbench.ui.shell.rail import Rail
from workbench.ui.shell.rail_items import RailItem, heading
from workbench.ui.views.dates import full_day
from workbench.ui.views.desk import Desk
from workbench.ui.views.history.compare_pane import ComparePane
from workbench.ui.views.wall_clock import wall_clock

if TYPE_CHECKING:
    from workbench.services.drafting import FormerState

NOW = "now"


def ago_words(since: dt.timedelta, language: Language) -> str:
    """`12 minutes ago`, `3 hours ago`, `4 days ago`."""
    minutes = max(1, round(since.total_seconds() / 60))
    if minutes < 90:
        return language.count(N_("{n} minute ago"), N_("{n} minutes ago"), minutes).format(n=minutes)
    hours = round(minutes / 60)
    if hours < 36:
        return language.count(N_("{n} hour ago"), N_("{n} hours ago"), hours).format(n=hours)
    days = round(hours / 24)
    return language.count(N_("{n} day ago"), N_("{n} days ago"), days).format(n=days)


class EarlierPage(Panel):
    """The page.

    Args:
        desk: The window and its session.
        agreement: Its id.
    """

    def __init__(self, desk: Desk, agreement: str) -> None:
        text = desk.language.text
        self._desk, self._text, self._agreement = desk, text, agreement
        self._states: dict[str, FormerState] = {}
        self._former: tuple[str, Agreement] | None = None
        self._take = Button(text(N_("Take this state back")), "primary", icon="rotate-ccw", on_click=self.take_back)
        self._take.setEnabled(False)
        head = PageHead(
            text(N_("What it said before")), over=text(N_("DRAFT")), below=True, right=(self._take,),
            facts=text(N_("Kept by itself every five minutes of work: two days whole, then by day, week and month.")),
        )  # fmt: skip
        self.list = Rail((), name=text(N_("Earlier states, newest first")))
        self.list.chosen.connect(self.choose)
        self.pane = ComparePane(desk.language)
        self.pane.sides.hide()
        top = Panel(column(head, margins=(24, 16, 24, 12)), role="surface")
        super().__init__(column(top, Rule(), (row(self.list, (self.pane, 1), gap=0), 1), gap=0), role="surface")
        self._errands = Errands(desk.session, self)
        self.setFocusProxy(self.list)
        desk.session.saved_changed.connect(self._on_saved)
        self.refresh()

    def refresh(self) -> None:
        """Ask the library which states there are."""
        agreement = self._agreement
        self._errands.ask(
            lambda workbench: workbench.drafting.former_states(agreement), self._on_states, self._on_trouble, key="all"
        )

    def showEvent(self, event: QShowEvent) -> None:
        """The draft may have gone on meanwhile."""
        super().showEvent(event)
        if not event.spontaneous():
            self.refresh()

    def choose(self, key: str) -> None:
        """Compare a state with the draft as it is now."""
        state = self._states.get(key)
        self._take.setEnabled(False)
        if state is None:
            return
        self.pane.wait()
        agreement, revision = self._agreement, state.revision
        self._errands.ask(
            lambda workbench: workbench.drafting.former(agreement, revision),
            lambda former: self._on_former(key, former), self._on_trouble, key="one",
        )  # fmt: skip

    def take_back(self) -> None:
        """Make the state chosen the draft again; undo brings the draft back as it was."""
        current = self._desk.session.current
        if self._former is None or current is None:
            return
        key, former = self._former
        when = self._when(self._states[key])
        current.draft.replace(former, self._text(N_("taking back what it said at {moment}")).format(moment=when))
        said = self._text(N_("The draft says what it said at {moment}.")).format(moment=when)
        self._desk.window.status.offer_undo(said, current.draft.stack.undo)
        self.choose(key)

    def _on_saved(self) -> None:
        if self.isVisible() and self._desk.session.is_safe:
            self.refresh()

    def _on_states(self, states: Sequence[FormerState]) -> None:
        before = self.list.current
        self._states = {str(one.revision): one for one in states}
        self.list.show_items(self._items(states))
        for part in (self.list, self._take):
            part.setVisible(bool(states))
        if not states:
            words = N_("After five minutes of work the first state is kept here.")
            self.pane.say(self._text(N_("Nothing is kept yet")), self._text(words), bare=True)
            return
        key = before if before in self._states else str(states[0].revision)
        self.list.show_current(key)
        self.choose(key)

    def _items(self, states: Sequence[FormerState]) -> list[RailItem]:
        items: list[RailItem] = []
        day: dt.date | None = None
        clock, now = wall_clock(self._desk.session), self._desk.session.now()
        for one in states:
            there = one.at.astimezone(clock)
            if there.date() != day:
                day = there.date()
                items.append(heading(full_day(day, self._desk.language)))
            ago = ago_words(now - one.at, self._desk.language)
            items.append(RailItem(str(one.revision), f"{there:%H:%M}", icon="history", number=ago))
        return items

    def _when(self, state: FormerState) -> str:
        there = state.at.astimezone(wall_clock(self._desk.session))
        return f"{full_day(there.date(), self._desk.language)}, {there:%H:%M}"

    def _on_former(self, key: str, former: Agreement) -> None:
        current = self._desk.session.current
        if current is None or key not in self._states:
            return
        self._former = (key, former)
        self._take.setEnabled(former != current.agreement)
        self._take.setToolTip("" if self._take.isEnabled() else self._text(N_("The draft says the same.")))
        now, language = current.agreement, self._desk.language
        self._errands.work(
            lambda _report, _cancel: compare(former, now, language), self._on_compared, self._on_trouble, key="compare"
        )

    def _on_compared(self, found: Compared) -> None:
        self.pane.show_comparison(found)

    def _on_trouble(self, error: WorkbenchError) -> None:
        self.pane.clear()
        self.pane.say(error.message, error.hint, icon="triangle-alert")
