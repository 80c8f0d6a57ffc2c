"""The way of a lead as the answers stand: with times, reasons and loops in its words. Must not know how it is drawn."""

from __future__ import annotations

import dataclasses

from workbench.agreement.commitments import commitments
from workbench.agreement.lead_way import WayFlow, WayStep, way_flows, way_steps
from workbench.agreement.model import Agreement
from workbench.agreement.sections.handoff import Handoff
from workbench.base.language import N_
from workbench.fields.amounts import duration_text
from workbench.fields.declare import field_of
from workbench.fields.value import Shown


@dataclasses.dataclass(frozen=True)
class Way:
    """What is drawn.

    Attributes:
        lanes: Name and path of each lane, from the top.
        steps: In reading order.
        flows: Arrows between steps, those that lead back too.
    """

    lanes: tuple[tuple[str, str], ...]
    steps: tuple[WayStep, ...]
    flows: tuple[WayFlow, ...]


def way_now(agreement: Agreement, shown: Shown) -> Way:
    """The way as it is agreed at this moment."""
    text, handoff, teams = shown.language.text, agreement.handoff, agreement.teams
    lanes = (
        (teams.marketing_name or text(N_("Marketing")), "teams.marketing_name"),
        (text(N_("Hand-off")), "handoff.trigger"),
        (teams.sales_name or text(N_("Sales")), "teams.sales_name"),
    )
    said = {
        "handed": field_of(Handoff, "routing").kind.format(handoff.routing, shown),
        "decided": duration_text(handoff.acceptance_window, shown) if handoff.acceptance_window else "",
        "rejected": _count(len(handoff.rejection_reasons), N_("{n} reason"), N_("{n} reasons"), shown),
        "back": _count(len(handoff.recycling), N_("{n} rule"), N_("{n} rules"), shown),
    }
    steps = tuple(dataclasses.replace(one, words=said.get(one.key) or one.words) for one in way_steps(agreement, text))
    flows = [*way_flows(commitments(agreement), text), WayFlow("back", "mql", "back", _loops(handoff, shown),
                                                               "handoff.recycling")]  # fmt: skip
    if handoff.dropped_opportunities:
        flows.append(WayFlow("opp", "back", "back", text(N_("dropped")), "handoff.dropped_opportunities"))
    return Way(lanes, steps, tuple(flows))


def _count(n: int, one: str, many: str, shown: Shown) -> str:
    return shown.language.count(one, many, n).format(n=n) if n else ""


def _loops(handoff: Handoff, shown: Shown) -> str:
    """How often a lead may come back at most, over all rules."""
    most = max((rule.most_loops or 0 for rule in handoff.recycling), default=0)
    if not most:
        return shown.language.text(N_("qualified again"))
    return shown.language.count(N_("again, at most once"), N_("again, at most {n} times"), most).format(n=most)
