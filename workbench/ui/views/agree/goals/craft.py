"""What the page of goals has beyond its form."""

from __future__ import annotations

from workbench.ui.form.plan import Craft
from workbench.ui.form.ranked_rows import RankedRows
from workbench.ui.open_agreement import OpenAgreement
from workbench.ui.views.agree.goals.goal_list import GoalList
from workbench.ui.views.desk import Desk


def craft(desk: Desk, current: OpenAgreement) -> Craft:
    """The page's own parts."""
    del desk, current
    return Craft(lists={"goals.goals": GoalList, "goals.initiatives": RankedRows})
