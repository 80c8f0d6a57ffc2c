"""Which page of a section has parts of its own beyond the form; each has one line here, loaded when it is visited.

Must not know what those parts are.
"""

from __future__ import annotations

from workbench.ui.form.plan import Craft
from workbench.ui.open_agreement import OpenAgreement
from workbench.ui.views.desk import Desk


def craft_of(section: str, desk: Desk, current: OpenAgreement) -> Craft:
    """What the page of a section has of its own; nothing for a section whose form is all it needs."""
    match section:
        case "lead_definitions":
            from workbench.ui.views.agree.lead_definitions.craft import craft  # noqa: PLC0415  (on its first visit)
        case "teams":
            from workbench.ui.views.agree.teams.craft import craft  # noqa: PLC0415
        case "goals":
            from workbench.ui.views.agree.goals.craft import craft  # noqa: PLC0415
        case "buyer":
            from workbench.ui.views.agree.buyer.craft import craft  # noqa: PLC0415
        case "common_language":
            from workbench.ui.views.agree.common_language.craft import craft  # noqa: PLC0415
        case "governance":
            from workbench.ui.views.agree.governance.craft import craft  # noqa: PLC0415
        case "working_together":
            from workbench.ui.views.agree.working_together.craft import craft  # noqa: PLC0415
        case "volumes":
            from workbench.ui.views.agree.volumes.craft import craft  # noqa: PLC0415
        case "follow_up":
            from workbench.ui.views.agree.follow_up.craft import craft  # noqa: PLC0415
        case "handoff":
            from workbench.ui.views.agree.handoff.craft import craft  # noqa: PLC0415
        case "metrics":
            from workbench.ui.views.agree.metrics.craft import craft  # noqa: PLC0415
        case _:
            return Craft()
    return craft(desk, current)
