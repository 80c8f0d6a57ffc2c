"""The sales team's capacity out of the answers in Volumes, so that every reader computes it in one way."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from workbench.agreement.calculators.answer import NotMeasurable
from workbench.agreement.calculators.capacity import leads_per_rep, team_capacity
from workbench.agreement.calculators.funnel import Needed, Step, needed
from workbench.agreement.model import Agreement


def monthly_capacity(agreement: Agreement) -> Fraction | NotMeasurable:
    """Leads sales can work in a month, exact."""
    volumes = agreement.volumes
    per_rep = leads_per_rep(
        volumes.working_days,
        volumes.hours_per_day,
        volumes.time_for_leads,
        volumes.attempts_per_lead,
        volumes.minutes_per_attempt,
        volumes.contact_rate,
        volumes.minutes_per_conversation,
    )
    if isinstance(per_rep, NotMeasurable):
        return per_rep
    if not volumes.reps:
        return NotMeasurable("sales capacity")
    reps = [(Decimal(1) if rep.fraction is None else rep.fraction, rep.leave_days or 0) for rep in volumes.reps]
    return team_capacity(per_rep, volumes.working_days or 1, reps)


def funnel_need(agreement: Agreement) -> tuple[Needed, ...] | NotMeasurable:
    """Leads needed at each stage for the whole plan, customers first, from the answers that hold for all segments."""
    volumes = agreement.volumes
    names = {stage.key: stage.short or stage.name for stage in agreement.lead_definitions.stages}
    steps = [
        Step(names.get(row.from_stage, row.from_stage), names.get(row.to_stage, row.to_stage), row.rate)
        for row in volumes.rates
        if not row.segment
    ]
    return needed(volumes.revenue_goal, volumes.marketing_share, volumes.average_deal, steps)
