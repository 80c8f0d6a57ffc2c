"""The whole plan of volumes out of the answers: each stage's leads by segment, month by month, against capacity.

One computation for window, document and rules, so that no two of them can show another number. Source of the formulas:
semantics section 1. Must not know how numbers are shown.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from workbench.agreement.calculators.answer import NotMeasurable
from workbench.agreement.calculators.capacity import leads_per_rep, load, team_capacity
from workbench.agreement.calculators.funnel import Needed, Step, added, by_month, needed
from workbench.agreement.model import Agreement
from workbench.agreement.sections.volumes import StageRate, Volumes, VolumeTarget
from workbench.base.same_again import same_again

USUAL_MONTHS = 12


@dataclass(frozen=True)
class SegmentNeed:
    """What one segment needs.

    Attributes:
        key: Of the segment; empty for what belongs to none.
        stages: Leads of each stage, customers first.
    """

    key: str
    stages: tuple[Needed, ...]


@dataclass(frozen=True)
class PlanMonth:
    """One month of the plan.

    Attributes:
        period: As in 2027-01; empty where the agreement has no first day.
        number: From the start, 0 first; negative before it.
        needed: Leads the plan needs in it.
        promised: What marketing promises for it; nothing where no monthly number is promised.
        already_due: It lies before the agreement begins.
    """

    period: str
    number: int
    needed: int
    promised: int | None
    already_due: bool

    @property
    def leads(self) -> int:
        """What is planned: the promise where there is one."""
        return self.needed if self.promised is None else self.promised


@dataclass(frozen=True)
class VolumePlan:
    """The plan.

    Attributes:
        need: Leads of each stage for the whole plan, customers first; or what is missing.
        known: As `need`, as far as it could be computed: customers first, up to the rate that is missing.
        stages: Keys of the stages, leads first.
        segments: What each segment needs, where segments have goals of their own.
        months: Month by month; or what is missing.
        capacity: Leads sales can work in a month, exact; or what is missing.
        target: The monthly promise the months are compared with.
        length: Months of the plan.
    """

    need: tuple[Needed, ...] | NotMeasurable
    known: tuple[Needed, ...]
    stages: tuple[str, ...]
    segments: tuple[SegmentNeed, ...]
    months: tuple[PlanMonth, ...] | NotMeasurable
    capacity: Fraction | NotMeasurable
    target: VolumeTarget | None
    length: int

    @property
    def a_month(self) -> Fraction | NotMeasurable:
        """Leads of the first stage the plan needs in a month."""
        return self.need if isinstance(self.need, NotMeasurable) else self.need[-1].exact / self.length

    @property
    def planned(self) -> int | NotMeasurable:
        """Leads planned for an ordinary month: what is promised, else what is needed, rounded up."""
        if self.target is not None and self.target.amount is not None:
            return self.target.amount
        found = self.a_month
        return found if isinstance(found, NotMeasurable) else math.ceil(found)

    @property
    def load(self) -> Fraction | NotMeasurable:
        """How full an ordinary month makes sales."""
        return self.load_of(self.planned)

    def load_of(self, leads: int | NotMeasurable) -> Fraction | NotMeasurable:
        """How full so many leads a month make sales."""
        if isinstance(leads, NotMeasurable):
            return leads
        return self.capacity if isinstance(self.capacity, NotMeasurable) else load(leads, self.capacity)


@same_again(2)
def volume_plan(agreement: Agreement) -> VolumePlan:
    """The plan as the answers stand."""
    volumes, names = agreement.volumes, stage_names(agreement)
    general = [row for row in volumes.rates if not row.segment]
    order = general or [row for row in volumes.rates if row.segment == volumes.rates[0].segment]
    stages = (*(row.from_stage for row in order), *((order[-1].to_stage,) if order else ()))
    steps = _steps(order, names)
    segments = _segments(volumes, order, names)
    failed = next((one for one in segments if isinstance(one, NotMeasurable)), None)
    good = tuple(one for one in segments if not isinstance(one, NotMeasurable))
    if failed is not None:
        need: tuple[Needed, ...] | NotMeasurable = failed
    elif good:
        need = added([one.stages for one in good])
    else:
        need = needed(volumes.revenue_goal, volumes.marketing_share, volumes.average_deal, steps)
    known = need if not isinstance(need, NotMeasurable) else _as_far_as_known(volumes, steps)
    length = volumes.plan_months or USUAL_MONTHS
    target = _monthly_target(volumes, stages[0] if stages else "")
    months = need if isinstance(need, NotMeasurable) else _months(agreement, need[-1].rounded, length, target)
    return VolumePlan(need, known, stages, good, months, monthly_capacity(agreement), target, length)


def funnel_need(agreement: Agreement) -> tuple[Needed, ...] | NotMeasurable:
    """Leads needed at each stage for the whole plan, customers first; segments computed each, then added."""
    return volume_plan(agreement).need


def stage_names(agreement: Agreement) -> dict[str, str]:
    """What each stage is called, by its key."""
    return {stage.key: stage.short or stage.name for stage in agreement.lead_definitions.stages}


def monthly_capacity(agreement: Agreement) -> Fraction | NotMeasurable:
    """Leads sales can work in a month, exact."""
    volumes = agreement.volumes
    per_rep = rep_capacity(volumes)
    if isinstance(per_rep, NotMeasurable):
        return per_rep
    if not volumes.reps:
        return NotMeasurable("sales capacity")
    reps = [(Decimal(1) if rep.fraction is None else rep.fraction, rep.leave_days or 0) for rep in volumes.reps]
    return team_capacity(per_rep, volumes.working_days or 1, reps)


def rep_capacity(volumes: Volumes) -> Fraction | NotMeasurable:
    """Leads one full rep can work in a month, exact."""
    return leads_per_rep(
        volumes.working_days,
        volumes.hours_per_day,
        volumes.time_for_leads,
        volumes.attempts_per_lead,
        volumes.minutes_per_attempt,
        volumes.contact_rate,
        volumes.minutes_per_conversation,
    )


def _steps(rows: Sequence[StageRate], names: dict[str, str]) -> list[Step]:
    return [
        Step(names.get(row.from_stage, row.from_stage), names.get(row.to_stage, row.to_stage), row.rate) for row in rows
    ]


def _segments(volumes: Volumes, order: Sequence[StageRate], names: dict[str, str]) -> list[SegmentNeed | NotMeasurable]:
    """Each segment by its own numbers, and what is left of the goal by those that hold for all."""
    found: list[SegmentNeed | NotMeasurable] = []
    own_rates = {(row.segment, row.from_stage, row.to_stage): row.rate for row in volumes.rates if row.segment}
    left = volumes.revenue_goal
    for goal in volumes.segment_goals:
        rows = [
            replace(row, rate=own_rates.get((goal.segment, row.from_stage, row.to_stage), row.rate)) for row in order
        ]
        share = goal.marketing_share if goal.marketing_share is not None else volumes.marketing_share
        deal = goal.average_deal if goal.average_deal is not None else volumes.average_deal
        stages = needed(goal.revenue, share, deal, _steps(rows, names))
        found.append(stages if isinstance(stages, NotMeasurable) else SegmentNeed(goal.segment, stages))
        left = left - goal.revenue if left is not None and goal.revenue is not None else left
    if found and left is not None and left > 0:
        stages = needed(left, volumes.marketing_share, volumes.average_deal, _steps(order, names))
        found.append(stages if isinstance(stages, NotMeasurable) else SegmentNeed("", stages))
    return found


def _as_far_as_known(volumes: Volumes, steps: Sequence[Step]) -> tuple[Needed, ...]:
    """Customers, and back from them to the stage whose rate is missing."""
    known: list[Step] = []
    for step in reversed(steps):
        if not step.rate or step.rate < 0:
            break
        known.insert(0, step)
    one = Step(steps[-1].end, steps[-1].end, Decimal(1)) if steps else None
    if one is None:
        return ()
    found = needed(volumes.revenue_goal, volumes.marketing_share, volumes.average_deal, known or [one])
    if isinstance(found, NotMeasurable):
        return ()
    return found if known else found[:1]


def _monthly_target(volumes: Volumes, stage: str) -> VolumeTarget | None:
    """The promise of leads of the first stage by the month."""
    return next(
        (one for one in volumes.volume_targets if one.period == "month" and one.stage == stage and not one.scope), None
    )


def _months(
    agreement: Agreement, leads: int, length: int, target: VolumeTarget | None
) -> tuple[PlanMonth, ...] | NotMeasurable:
    volumes, start = agreement.volumes, agreement.teams.effective_from
    weights = {row.month: row.weight for row in volumes.seasonality if row.weight is not None}
    first = (start.year * 12 + start.month - 1) if start else None
    spread = [
        weights.get(f"{(first + at) % 12 + 1:02d}", Decimal(1)) if first is not None else Decimal(1)
        for at in range(length)
    ]
    split = by_month(leads, spread, volumes.sales_cycle_months or 0)
    if isinstance(split, NotMeasurable):
        return split
    own = {one.period: one.amount for one in target.months} if target else {}
    found = []
    for one in split:
        period = "" if first is None else f"{(first + one.month) // 12:04d}-{(first + one.month) % 12 + 1:02d}"
        promised = None if target is None or one.already_due else own.get(period, target.amount)
        found.append(PlanMonth(period, one.month, one.leads, promised, one.already_due))
    return tuple(found)
