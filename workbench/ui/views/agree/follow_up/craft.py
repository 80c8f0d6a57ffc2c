"""What the page of follow-up times has beyond its form."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from workbench.base.language import N_
from workbench.ui.form.draft import Draft
from workbench.ui.form.layouts import Group, Layout, Spot
from workbench.ui.form.plan import Craft
from workbench.ui.open_agreement import OpenAgreement
from workbench.ui.views.agree.follow_up.example_lead import ExampleLead
from workbench.ui.views.agree.follow_up.kept_before import KeptBefore
from workbench.ui.views.agree.follow_up.matrix import FollowUpMatrix
from workbench.ui.views.agree.follow_up.selection import selection_on
from workbench.ui.views.desk import Desk

LAYOUT = Layout(
    (
        Group((Spot("tiers"),)),
        Group((), N_("In plain words"), tool="example"),
        Group(
            (Spot("clock_start", "half"), Spot("autoresponder_counts", "half"), Spot("clock_stop"),
             Spot("stop_events"), Spot("after_hours")),
            N_("The clock"),
        ),
        Group((Spot("calendars"),)),
        Group((Spot("relief"),)),
        Group((Spot("outages"),)),
        Group((Spot("breach_steps"),)),
        Group((Spot("next_step"),)),
    )
)  # fmt: skip


def craft(desk: Desk, current: OpenAgreement) -> Craft:
    """The page's own parts."""

    def past(part: QWidget, draft: Draft) -> KeptBefore:
        return KeptBefore(part, draft, desk.session, current.id)

    return Craft(
        LAYOUT,
        lists={"follow_up.tiers": partial(FollowUpMatrix, past=past)},
        tools={"example": lambda plan: ExampleLead(plan.draft, desk.session, selection_on(plan.binder))},
    )
