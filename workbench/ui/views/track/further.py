"""The pages of Track beside the scorecard, made when somebody first wants them. Must not know the screen."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from workbench.ui.views.desk import Desk
from workbench.ui.views.track.flow.page import LeadFlowPage
from workbench.ui.views.track.imports.page import ImportsPage
from workbench.ui.views.track.names import Names

FurtherPage: TypeAlias = ImportsPage | LeadFlowPage


def further_page(
    name: str, desk: Desk, names: Names, back: Callable[[], object], run: Callable[[str], object]
) -> FurtherPage:
    """Make a page.

    Args:
        name: `imports` or `flow`.
        desk: The window and its session.
        names: Whether people are shown.
        back: Leads to the scorecard.
        run: Runs an action of the window by its name.
    """
    return ImportsPage(desk, names, back, run) if name == "imports" else LeadFlowPage(desk, names, back)
