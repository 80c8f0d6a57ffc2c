"""The plan as the draft stands at this moment, computed once for each change; everything drawn follows it.

Must not know widgets.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from workbench.agreement.model import Agreement
from workbench.agreement.segment_plan import REST, segment_alone
from workbench.agreement.volume_plan import VolumePlan, volume_plan
from workbench.base.errors import WorkbenchError
from workbench.services.measured_rates import MeasuredVolumes, measured_volumes
from workbench.ui.errands import Errands
from workbench.ui.form.draft import Draft, within
from workbench.ui.session import Session

SECTIONS = ("volumes", "teams", "lead_definitions", "metrics", "workshop")


class LivePlan(QObject):
    """The plan and what imports measured.

    Attributes:
        draft: With the answers.
        plan: The plan now.
        whose: Key of the segment that is looked at, `REST` for what belongs to none, nothing for the whole.
        content: The agreement as it is for that segment.
        seen: The plan of that segment.
        measured: What imports say; nothing measured until they have answered.
    """

    changed = Signal()
    """The plan, or what is measured, is another one."""

    def __init__(self, draft: Draft, session: Session, agreement: str) -> None:
        """Compute the plan and ask the imports.

        Args:
            draft: With the answers.
            session: Whom the imports are asked of.
            agreement: Its id.
        """
        super().__init__(draft)
        self.draft, self._agreement = draft, agreement
        self.plan: VolumePlan = volume_plan(draft.root)
        self.whose: str | None = None
        self.content: Agreement = draft.root
        self.seen: VolumePlan = self.plan
        self.measured = MeasuredVolumes()
        self._errands = Errands(session, self)
        draft.changed.connect(self._on_changed)
        session.actuals_changed.connect(self._on_actuals)
        self._ask()

    def _ask(self) -> None:
        agreement = self._agreement
        self._errands.ask(
            lambda workbench: measured_volumes(workbench, agreement), self._on_measured, _nothing_measured,
            key="measured",
        )  # fmt: skip

    def _on_measured(self, found: MeasuredVolumes) -> None:
        if found != self.measured:
            self.measured = found
            self.changed.emit()

    def _on_actuals(self, _agreement: str) -> None:
        self._ask()

    def _on_changed(self, path: str) -> None:
        if not path or any(within(path, one) or within(one, path) for one in SECTIONS):
            self.plan = volume_plan(self.draft.root)
            self._see()
            self.changed.emit()

    def look_at(self, whose: str | None) -> None:
        """Look at one segment, or at the whole."""
        self.whose = whose
        self._see()
        self.changed.emit()

    def _see(self) -> None:
        if self.whose not in {one.key for one in self.plan.segments}:
            self.whose = None
        whole = self.whose is None
        self.content = self.draft.root if whole else segment_alone(self.draft.root, self.whose or REST)
        self.seen = self.plan if whole else volume_plan(self.content)


def _nothing_measured(_error: WorkbenchError) -> None:
    """The page says the same without data; what is wrong with the imports is told where they are shown."""


def live_plan_of(draft: Draft, session: Session, agreement: str) -> LivePlan:
    """The one live plan of a draft, whichever page asks first."""
    return draft.findChild(LivePlan) or LivePlan(draft, session, agreement)
