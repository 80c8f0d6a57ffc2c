"""What the page of governance has beyond its form, and where everything stands on it."""

from __future__ import annotations

from workbench.base.language import N_
from workbench.ui.form.layouts import Group, Layout
from workbench.ui.form.plan import Craft
from workbench.ui.form.section_layouts import layout_of
from workbench.ui.open_agreement import OpenAgreement
from workbench.ui.views.agree.governance.year import Year
from workbench.ui.views.desk import Desk


def craft(desk: Desk, current: OpenAgreement) -> Craft:
    """The page's own parts: the year above the form."""
    year = Group((), N_("The agreement's year"), tool="year")
    layout = Layout((year, *layout_of(type(current.agreement.governance)).groups))
    today = desk.session.now().date()
    return Craft(layout, tools={"year": lambda plan: Year(plan.draft, desk, current.id, today)})
