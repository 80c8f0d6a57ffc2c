"""The trial of one lead: type it, and see what the definitions as they stand now make of it.

What is typed here is nobody's data: it is kept nowhere. Must not know how criteria are judged.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal

from workbench.agreement.model import Agreement
from workbench.agreement.qualification.verdict import Verdict, judge
from workbench.base.language import N_
from workbench.ui.errands import Errands
from workbench.ui.form.draft import Draft
from workbench.ui.form.when_seen import WhenSeen
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import Panel, column
from workbench.ui.parts.two_columns import TwoColumns
from workbench.ui.session import Session
from workbench.ui.views.agree.lead_definitions.lead_inputs import LeadInputs
from workbench.ui.views.agree.lead_definitions.verdict_view import VerdictView

if TYPE_CHECKING:
    from workbench.tracking.due import Due

COLUMNS_BELOW: Final = 620


class LeadTrial(Panel):
    """A lead to type beside its verdict.

    Attributes:
        inputs: What is said of the lead.
        view: What the definitions make of it.

    Args:
        draft: With the definitions.
        session: Works out the deadlines beside the window.
    """

    judged = Signal()
    """The lead was judged again."""

    def __init__(self, draft: Draft, session: Session) -> None:
        self._draft, language = draft, draft.shown.language
        self.inputs = LeadInputs(draft.shown, session.now().replace(tzinfo=None, second=0, microsecond=0))
        self.view = VerdictView(language, draft.show.emit)
        self._verdict: Verdict | None = None
        beside = Panel(column(self.view, margins=(12, 0, 0, 0)))
        super().__init__(
            column(
                Label(language.text(N_("Say what you know of one lead; leave the rest blank.")), "muted", wrap=True),
                TwoColumns((self.inputs,), (beside,), below=COLUMNS_BELOW),
                gap=12,
            )
        )
        self._errands = Errands(session, self)
        self.inputs.changed.connect(WhenSeen(self, self.refresh, draft).again)
        self.refresh()

    @property
    def verdict(self) -> Verdict | None:
        """What the definitions make of the lead."""
        return self._verdict

    def refresh(self) -> None:
        """Judge the lead again."""
        agreement: Agreement = self._draft.root
        self.inputs.show_definitions(agreement)
        lead, at = self.inputs.lead, self.inputs.handed_over
        self._verdict = judge(agreement.lead_definitions, lead, agreement.teams.segments)
        self.view.show_verdict(self._verdict, agreement, self._draft.shown)
        if self.inputs.is_blank:  # no verdict on somebody nobody has described
            self.view.show_blank()
        self.judged.emit()
        if self._verdict.qualified is False or self.inputs.is_blank or at is None:
            self.view.show_clocks((), self._draft.shown)
            return
        values = dict(lead.values)
        tier = self._verdict.tier
        if tier is not None and not self._verdict.by_column:
            values["tier"] = (tier.values or (tier.name,))[0]
        self._errands.work(lambda _report, _cancel: _clocks(agreement, values, at), self._show_clocks, key="due")

    def _show_clocks(self, found: tuple[Due, ...]) -> None:
        if self._verdict is not None and self._verdict.qualified is not False and not self.inputs.is_blank:
            self.view.show_clocks(found, self._draft.shown)


def _clocks(agreement: Agreement, values: Mapping[str, str], at: dt.datetime) -> tuple[Due, ...]:
    """On a thread of its own."""
    from workbench.tracking.due import due_for  # noqa: PLC0415  (loads numpy)

    return due_for(agreement, values, at)
