"""What the page of hand-off has beyond its form."""

from __future__ import annotations

from workbench.agreement.sections.handoff import Handoff
from workbench.base.language import N_
from workbench.ui.form.layouts import Group, Layout
from workbench.ui.form.plan import Craft
from workbench.ui.form.section_layouts import layout_of
from workbench.ui.open_agreement import OpenAgreement
from workbench.ui.views.agree.handoff.way_card import WayCard
from workbench.ui.views.desk import Desk


def craft(desk: Desk, current: OpenAgreement) -> Craft:
    """The page's own parts: the drawing first, then the form as it is."""
    del desk, current
    drawing = Group((), N_("The way of a lead"), tool="way")
    layout = Layout((drawing, *layout_of(Handoff).groups))
    return Craft(layout, tools={"way": lambda plan: WayCard(plan.draft, plan.draft.show.emit)})
