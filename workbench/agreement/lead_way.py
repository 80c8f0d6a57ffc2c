"""The way of a lead: its steps in lanes, what leads from one to the next, and where each is agreed.

One drawing for document and window. Must not know how it is drawn.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from workbench.agreement.commitment import Commitment
from workbench.agreement.model import Agreement
from workbench.base.language import N_

WayKind = Literal["marketing", "sales", "both", "back"]
STAGES = "lead_definitions.stages"


@dataclass(frozen=True)
class WayStep:
    """One step.

    Attributes:
        key: Name the flows use.
        lane: From the top, 0 first: marketing, hand-off, sales.
        column: From the left, 0 first.
        name: What happens.
        words: A few words under the name.
        kind: Whose it is.
        path: Where it is agreed.
    """

    key: str
    lane: int
    column: int
    name: str
    words: str
    kind: WayKind
    path: str


@dataclass(frozen=True)
class WayFlow:
    """What leads from a step to the next.

    Attributes:
        start: Key of a step.
        end: Key of another.
        kind: Whose it is.
        words: The time and the promises that rule it; empty for none.
        path: Where it is agreed; empty where nothing is.
    """

    start: str
    end: str
    kind: WayKind
    words: str = ""
    path: str = ""


def way_steps(agreement: Agreement, say: Callable[[str], str]) -> tuple[WayStep, ...]:
    """The steps, called as the agreement calls its stages.

    Args:
        agreement: With the stages.
        say: Translates marked words.
    """
    by_field = {stage.date_field: stage for stage in agreement.lead_definitions.stages}

    def named(field: str, otherwise: str) -> tuple[str, str]:
        stage = by_field.get(field)
        if stage is None:
            return say(otherwise), STAGES
        return stage.short or stage.name, f"{STAGES}[{stage.key}]"

    new, new_at = named("created_at", N_("Inquiry"))
    qualified, qualified_at = named("qualified_at", N_("Qualified"))
    accepted, _ = named("accepted_at", N_("Accepted"))
    talked, talked_at = named("sql_at", N_("Conversation"))
    chance, chance_at = named("opportunity_at", N_("Opportunity"))
    won, won_at = named("won_at", N_("Customer"))
    return (
        WayStep("new", 0, 0, new, say(N_("known")), "marketing", new_at),
        WayStep("mql", 0, 1, qualified, say(N_("qualified")), "marketing", qualified_at),
        WayStep("handed", 1, 1, say(N_("Handed over")), say(N_("with its data")), "both", "handoff.channels"),
        WayStep("decided", 1, 2, accepted, say(N_("accepted")), "both", "handoff.acceptance_window"),
        WayStep("back", 0, 3, say(N_("Nurture")), say(N_("comes back")), "back", "handoff.recycling"),
        WayStep("rejected", 1, 3, say(N_("Rejected")), say(N_("with a reason")), "back", "handoff.rejection_reasons"),
        WayStep("touch", 2, 1, say(N_("First contact")), say(N_("by a person")), "sales", "follow_up.tiers"),
        WayStep("sql", 2, 2, talked, say(N_("confirmed")), "sales", talked_at),
        WayStep("opp", 2, 3, chance, say(N_("in the pipeline")), "sales", chance_at),
        WayStep("won", 2, 4, won, say(N_("won")), "sales", won_at),
    )


def way_flows(known: Sequence[Commitment], say: Callable[[str], str]) -> tuple[WayFlow, ...]:
    """What leads from step to step, with the promises that rule it.

    Args:
        known: The commitments of the agreement.
        say: Translates marked words.
    """

    def ruled(kind: str) -> str:
        return _ruling(known, kind, say)

    return (
        WayFlow("new", "mql", "marketing"),
        WayFlow("mql", "handed", "marketing", ruled("hand_over_speed"), "handoff.hand_over_speed"),
        WayFlow("handed", "decided", "both", ruled("decision"), "handoff.decisions"),
        WayFlow("handed", "touch", "sales", ruled("response"), "follow_up.tiers"),
        WayFlow("decided", "rejected", "back", ruled("reasons"), "handoff.reasons"),
        WayFlow("rejected", "back", "back", ruled("recycle"), "handoff.recycle_targets"),
        WayFlow("touch", "sql", "sales"),
        WayFlow("sql", "opp", "sales"),
        WayFlow("opp", "won", "sales"),
    )


def _ruling(known: Sequence[Commitment], kind: str, say: Callable[[str], str]) -> str:
    """The time and the labels of the promises that rule a flow."""
    found = [one for one in known if one.kind == kind]
    if not found:
        return ""
    labels = found[0].label if len(found) == 1 else f"{found[0].label}–{found[-1].label}"
    clock = found[0].clock
    if len(found) > 1 or clock is None or clock.within is None or clock.within.unit == "business_days":
        return labels
    return f"{clock.within.amount} {say(N_('min') if clock.within.unit == 'minutes' else N_('h'))} · {labels}"
