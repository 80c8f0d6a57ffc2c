"""What the page of shared metrics has beyond its form."""

from __future__ import annotations

import dataclasses

from workbench.agreement.sections.metrics import SharedMetrics
from workbench.ui.form.layouts import Layout
from workbench.ui.form.plan import Craft, Plan
from workbench.ui.form.section_layouts import layout_of
from workbench.ui.open_agreement import OpenAgreement
from workbench.ui.views.agree.answers_card import AnswersCard
from workbench.ui.views.agree.metrics.economics import economics
from workbench.ui.views.agree.volumes.live_plan import live_plan_of
from workbench.ui.views.agree.volumes.lock_tool import locks
from workbench.ui.views.desk import Desk

READS = frozenset({"metrics", "volumes", "teams", "workshop"})
LOCKS = frozenset(
    f"metrics.{one}"
    for one in (
        "marketing_cost", "sales_cost", "monthly_revenue", "gross_margin", "monthly_churn", "horizon",
        "open_opportunities", "cycle_days",
    )
)  # fmt: skip
"""What the answers are computed from, besides the numbers of the volumes."""


def craft(desk: Desk, current: OpenAgreement) -> Craft:
    """The page's own parts: the answers under the inputs they are computed from."""
    live = live_plan_of(current.draft, desk.session, current.id)

    def answers(plan: Plan) -> AnswersCard:
        draft = plan.draft
        made = AnswersCard(draft, lambda: economics(draft.root, live.measured, draft.shown), READS)
        live.changed.connect(made.refresh)
        return made

    *before, last = layout_of(SharedMetrics).groups
    return Craft(
        Layout((*before, dataclasses.replace(last, tool="economics"))), tools={"economics": answers}, offer=locks(LOCKS)
    )
