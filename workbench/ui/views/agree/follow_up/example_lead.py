"""The selected promise for one example lead: its deadline in words, and the hours in which its clock runs.

Must not know the matrix.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from workbench.agreement.model import Agreement
from workbench.base.language import N_, Language
from workbench.ui.charts import folded_time
from workbench.ui.charts.chart import Chart
from workbench.ui.errands import Errands
from workbench.ui.form.draft import Draft
from workbench.ui.form.showing import set_shown
from workbench.ui.form.when_seen import WhenSeen
from workbench.ui.parts.button import Button
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import Panel, column, row
from workbench.ui.session import Session
from workbench.ui.views.agree.follow_up.selection import Selection
from workbench.ui.views.dates import day_and_time, weekday

if TYPE_CHECKING:
    from workbench.tracking.due import DueInWords

DAYS_A_WEEK: Final = 7
PATH: Final = "follow_up.tiers"
PLACES: Final = ("follow_up", "teams", "lead_definitions")
"""What a deadline depends on."""
EXAMPLES: Final = (
    (4, dt.time(17, 55)),
    (0, dt.time(9, 10)),
    (5, dt.time(11, 0)),
    (1, dt.time(12, 20)),
    (2, dt.time(22, 30)),
)
"""Weekday, Monday 0, and time of leads that show what a calendar does."""


class ExampleLead(Panel):
    """The sentence and its time line.

    Args:
        draft: With the promises.
        session: Works out the deadline beside the window.
        selection: Which promise.
    """

    def __init__(self, draft: Draft, session: Session, selection: Selection) -> None:
        self._draft, self._selection, self._language = draft, selection, draft.shown.language
        self._number, self._today = 0, session.now().date()
        text = self._language.text
        self._sentence = Label("", "say", wrap=True)
        self._why = Label("", "muted", wrap=True)
        self._chart = Chart(
            folded_time.draw, folded_time.describe, folded_time.FoldedTime((), "", "", self._language),
            name=text(N_("When the clock runs")), height=folded_time.HEIGHT,
        )  # fmt: skip
        self._other = Button(text(N_("Another example")), "link", icon="rotate-ccw", on_click=self.next_example)
        self._other.hide()
        super().__init__(column(row((self._sentence, 1), self._other, gap=14), self._chart, self._why, gap=8))
        self._errands = Errands(session, self)
        # Asked for once the part can be seen, for it loads what the page itself does not need.
        self._seen = WhenSeen(self, self.refresh, draft, PLACES, first=True)
        selection.changed.connect(self._seen.again)

    def next_example(self) -> None:
        """Take another weekday and hour."""
        self._number = (self._number + 1) % len(EXAMPLES)
        self.refresh()

    def refresh(self) -> None:
        """Work the deadline out again."""
        agreement, key, at = self._draft.root, self._selection.key, self._handed_over()
        self._errands.work(lambda _report, _cancel: _found(agreement, key, at), self._show, key="due")

    def _handed_over(self) -> dt.datetime:
        """The example's weekday, in the first week of the agreement."""
        weekday, at = EXAMPLES[self._number]
        start = self._draft.root.teams.effective_from or self._today
        day = start + dt.timedelta(days=(weekday - start.weekday()) % 7)
        return dt.datetime.combine(day, at)

    def _show(self, found: DueInWords | None) -> None:
        text, language = self._language.text, self._language
        at = self._handed_over()
        set_shown(self._other, found is not None and found.deadline is not None)
        if found is None or found.deadline is None:
            words = text(N_("Give the selected cell a time, and a lead's deadline stands here."))
            self._sentence.setText(words)
            self._why.setText(text(found.why_not) if found is not None and found.why_not else "")
            set_shown(self._why, bool(self._why.text()))
            set_shown(self._chart, False)
            return
        named = next((one for one in self._draft.root.follow_up.tiers if one.key == self._selection.key), None)
        tiers = {one.key: one.name for one in self._draft.root.lead_definitions.tiers}
        kind = " · ".join(
            part
            for part in (tiers.get(named.tier, "") if named else "", ", ".join(named.sources) if named else "")
            if part
        )
        began, ends = _said(at, found.deadline, language), _said(found.deadline, at, language)
        words = text(N_("A lead ({kind}) handed over on {0} must be contacted by {1}."))
        if not kind:
            words = text(N_("A lead handed over on {0} must be contacted by {1}."))
        self._sentence.emphasise(words.replace("{kind}", kind.replace("{", "").replace("}", "")), began, ends)
        parts = folded_time.parts_of(at, found.deadline, found.hours, language)
        self._chart.show_data(folded_time.FoldedTime(parts, began, ends, language))
        set_shown(self._chart, bool(parts))
        self._why.setText(text(N_("The clock runs only in the filled parts; closed time is folded and not to scale.")))
        set_shown(self._why, bool(parts))


def _said(at: dt.datetime, other: dt.datetime, language: Language) -> str:
    """A weekday and a time; with the date where the weekday alone could be another one."""
    near = abs((at.date() - other.date()).days) < DAYS_A_WEEK
    return f"{weekday(at, language)} {at:%H:%M}" if near else " ".join(day_and_time(at, language))


def _found(agreement: Agreement, key: str, at: dt.datetime) -> DueInWords | None:
    """On a thread of its own."""
    from workbench.tracking.due import due_with_hours  # noqa: PLC0415  (loads numpy)

    return due_with_hours(agreement, f"{PATH}[{key}]", at) if key else None
