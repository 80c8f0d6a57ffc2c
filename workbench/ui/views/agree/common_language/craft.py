"""What the page of the common language has beyond its form."""

from __future__ import annotations

from workbench.base.language import N_
from workbench.ui.form.layouts import Group, Layout
from workbench.ui.form.plan import Craft
from workbench.ui.form.section_layouts import layout_of
from workbench.ui.open_agreement import OpenAgreement
from workbench.ui.views.agree.common_language.words_used import WordsUsed
from workbench.ui.views.desk import Desk


def craft(desk: Desk, current: OpenAgreement) -> Craft:
    """The page's own parts: below the glossary, where its words stand."""
    del desk
    used = Group((), N_("Where the words stand"), tool="used")
    layout = Layout((*layout_of(type(current.agreement.common_language)).groups, used))
    return Craft(layout, tools={"used": lambda plan: WordsUsed(plan.draft)})
