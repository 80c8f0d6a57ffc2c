"""What the page of lead definitions has beyond its form, and where everything stands on it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from workbench.agreement.qualification.score import Score
from workbench.base.language import N_
from workbench.ui.form.layouts import Group, Layout, Spot
from workbench.ui.form.plan import Craft, Plan
from workbench.ui.open_agreement import OpenAgreement
from workbench.ui.parts.layout import box, column
from workbench.ui.views.agree.lead_definitions.calibration import Calibration
from workbench.ui.views.agree.lead_definitions.fit_tiles import FitTiles
from workbench.ui.views.agree.lead_definitions.how_it_qualifies import HowItQualifies
from workbench.ui.views.agree.lead_definitions.lead_trial import LeadTrial
from workbench.ui.views.agree.lead_definitions.points_model import PointsModel
from workbench.ui.views.agree.lead_definitions.threshold_tuning import ThresholdTuning
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
                Spot("interest_threshold", "third"), Spot("thresholds"), Spot("fit_cap", "half"),
                Spot("interest_cap", "half"),
                Spot("decay_points", "half"), Spot("decay_every", "half"),
            ),
            N_("Points"),
            folded=True,
            tool="points",
        ),
        Group((Spot("tiers"),)),
        Group((), N_("Try a lead"), tool="trial"),
        Group((Spot("required_fields"), Spot("required_custom_fields")), N_("What must be filled")),
        Group((Spot("completeness"),)),
        Group((), N_("Calibration round"), tool="calibration"),
        Group((Spot("calibration"),), N_("Calibration results in the agreement"), folded=True),
        Group((Spot("calibrated_on", "half"), Spot("definition_owner", "half")), N_("Keeping definitions up to date")),
    )
)  # fmt: skip


def craft(desk: Desk, current: OpenAgreement) -> Craft:
    """The page's own parts."""
    tried: list[LeadTrial] = []
    models: list[PointsModel] = []

    def points(plan: Plan) -> QWidget:
        models.append(PointsModel(plan.draft, lambda: _score_of(tried)))
        return box(column(models[0], ThresholdTuning(plan.draft, desk.session, current.id), gap=14))

    def trial(plan: Plan) -> LeadTrial:
        tried.append(LeadTrial(plan.draft, desk.session))
        tried[0].judged.connect(lambda: models[0].follow.again() if models else None)
        return tried[0]

    return Craft(
        LAYOUT,
        lists={"lead_definitions.fit": FitTiles},
        tools={
            "how": lambda plan: HowItQualifies(plan.draft),
            "points": points,
            "trial": trial,
            "calibration": lambda plan: Calibration(plan.draft, desk.session, current.id),
        },
    )


def _score_of(tried: list[LeadTrial]) -> Score | None:
    """The score of the lead that is being tried; nothing before its part of the page is made."""
    verdict = tried[0].verdict if tried else None
    return verdict.score if verdict is not None else None
