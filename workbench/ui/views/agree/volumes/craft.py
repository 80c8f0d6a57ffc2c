"""What the page of volumes has beyond its form, and where everything stands on it."""

from __future__ import annotations

from workbench.base.language import N_
from workbench.ui.form.layouts import Group, Layout, Spot
from workbench.ui.form.plan import Craft, Tool
from workbench.ui.open_agreement import OpenAgreement
from workbench.ui.views.agree.answers_card import AnswersCard
from workbench.ui.views.agree.volumes.attempts_answer import attempts_answers
from workbench.ui.views.agree.volumes.funnel_card import FunnelCard
from workbench.ui.views.agree.volumes.lead_type_rows import LeadTypeRows
from workbench.ui.views.agree.volumes.live_plan import live_plan_of
from workbench.ui.views.agree.volumes.lock_tool import locks
from workbench.ui.views.agree.volumes.months_card import MonthsCard
from workbench.ui.views.agree.volumes.rate_rows import RateRows
from workbench.ui.views.agree.volumes.scenarios_card import ScenariosCard
from workbench.ui.views.desk import Desk

LAYOUT = Layout(
    (
        Group(
            (
                Spot("revenue_goal"), Spot("marketing_share"), Spot("average_deal"), Spot("plan_months", "half"),
                Spot("sales_cycle_months", "half"), Spot("partner_share"),
            ),
            N_("Goal"),
            tool="funnel",
            beside=True,
        ),
        Group((Spot("rates"),)),
        Group((), N_("Month by month"), tool="months"),
        Group((), N_("Scenarios"), tool="scenarios"),
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
        Group(
            (Spot("attempt_rates"), Spot("contact_value", "half"), Spot("attempt_cost", "half")),
            N_("Attempts worth making"),
            tool="attempts",
        ),
        Group((Spot("basis"),)),
    )
)  # fmt: skip

LOCKS = frozenset(
    f"volumes.{one}"
    for one in (
        "revenue_goal", "marketing_share", "partner_share", "average_deal", "plan_months", "sales_cycle_months",
        "working_days", "hours_per_day", "time_for_leads", "attempts_per_lead", "minutes_per_attempt", "contact_rate",
        "minutes_per_conversation", "contact_value", "attempt_cost",
    )
)  # fmt: skip
"""Every single number that the page computes with; the rates of the stages have locks of their own."""


def craft(desk: Desk, current: OpenAgreement) -> Craft:
    """The page's own parts."""
    live = live_plan_of(current.draft, desk.session, current.id)
    draft = current.draft
    tools: dict[str, Tool] = {
        "funnel": lambda _plan: FunnelCard(live),
        "months": lambda _plan: MonthsCard(live),
        "scenarios": lambda _plan: ScenariosCard(live),
        "attempts": lambda _plan: AnswersCard(
            draft, lambda: attempts_answers(draft.root, draft.shown), frozenset({"volumes"})
        ),
    }
    return Craft(
        LAYOUT, lists={"volumes.rates": RateRows, "volumes.lead_types": LeadTypeRows}, tools=tools, offer=locks(LOCKS)
    )
