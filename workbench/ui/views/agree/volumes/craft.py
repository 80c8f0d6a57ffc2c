"""What the page of volumes has beyond its form, and where everything stands on it."""

from __future__ import annotations

from workbench.base.language import N_
from workbench.ui.form.layouts import Group, Layout, Spot
from workbench.ui.form.plan import Craft
from workbench.ui.open_agreement import OpenAgreement
from workbench.ui.views.agree.volumes.funnel_card import FunnelCard
from workbench.ui.views.agree.volumes.live_plan import LivePlan
from workbench.ui.views.agree.volumes.months_card import MonthsCard
from workbench.ui.views.desk import Desk

LAYOUT = Layout(
    (
        Group(
            (
                Spot("revenue_goal"), Spot("marketing_share"), Spot("average_deal"), Spot("plan_months", "half"),
                Spot("sales_cycle_months", "half"),
            ),
            N_("Goal"),
            tool="funnel",
            beside=True,
        ),
        Group((Spot("rates"),)),
        Group((), N_("Month by month"), tool="months"),
        Group((Spot("seasonality"),), N_("Weights of the months"), folded=True),
        Group((Spot("segment_goals"),)),
        Group((Spot("volume_targets"),)),
        Group((Spot("value_targets"),)),
        Group((Spot("quality_targets"),)),
        Group((Spot("lead_types"),)),
        Group((Spot("ceiling", "half"), Spot("ceiling_period", "half")), N_("Not more than sales can work")),
        Group(
            (
                Spot("reps"), Spot("working_days", "third"), Spot("hours_per_day", "third"),
                Spot("time_for_leads", "third"), Spot("attempts_per_lead", "third"),
                Spot("minutes_per_attempt", "third"), Spot("contact_rate", "third"),
                Spot("minutes_per_conversation", "third"),
            ),
        ),
        Group((Spot("attempt_rates"), Spot("contact_value", "half"), Spot("attempt_cost", "half")), folded=True,
              title=N_("Attempts worth making")),
        Group((Spot("basis"),)),
    )
)  # fmt: skip


def craft(desk: Desk, current: OpenAgreement) -> Craft:
    """The page's own parts."""
    live = LivePlan(current.draft, desk.session, current.id)
    return Craft(LAYOUT, tools={"funnel": lambda _plan: FunnelCard(live), "months": lambda _plan: MonthsCard(live)})
