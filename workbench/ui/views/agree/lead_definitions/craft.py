"""What the page of lead definitions has beyond its form, and where everything stands on it."""

from __future__ import annotations

from workbench.base.language import N_
from workbench.ui.form.layouts import Group, Layout, Spot
from workbench.ui.form.plan import Craft
from workbench.ui.open_agreement import OpenAgreement
from workbench.ui.views.agree.lead_definitions.calibration import Calibration
from workbench.ui.views.agree.lead_definitions.how_it_qualifies import HowItQualifies
from workbench.ui.views.agree.lead_definitions.lead_trial import LeadTrial
from workbench.ui.views.desk import Desk

LAYOUT = Layout(
    (
        Group((Spot("stages"),)),
        Group((), N_("How a lead qualifies"), tool="how"),
        Group((Spot("fit"),)),
        Group((Spot("behaviour"),)),
        Group((Spot("hand_raiser"), Spot("hand_raiser_signs"), Spot("exclusions")), N_("Always and never")),
        Group(
            (
                Spot("uses_points"), Spot("points"), Spot("threshold", "third"), Spot("fit_threshold", "third"),
                Spot("interest_threshold", "third"), Spot("fit_cap", "half"), Spot("interest_cap", "half"),
                Spot("decay_points", "half"), Spot("decay_every", "half"),
            ),
            N_("Points"),
            folded=True,
        ),
        Group((Spot("tiers"),)),
        Group((), N_("Try a lead"), tool="trial"),
        Group((Spot("required_fields"), Spot("required_custom_fields")), N_("What must be filled")),
        Group((Spot("completeness"),)),
        Group((), N_("Calibration round"), tool="calibration"),
        Group((Spot("calibration"),), N_("What the agreement keeps of it"), folded=True),
        Group((Spot("calibrated_on", "half"), Spot("definition_owner", "half")), N_("Keeping them alive")),
    )
)  # fmt: skip


def craft(desk: Desk, current: OpenAgreement) -> Craft:
    """The page's own parts."""
    return Craft(
        LAYOUT,
        tools={
            "how": lambda plan: HowItQualifies(plan.draft),
            "trial": lambda plan: LeadTrial(plan.draft, desk.session),
            "calibration": lambda plan: Calibration(plan.draft, desk.session, current.id),
        },
    )
