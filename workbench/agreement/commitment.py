"""What a commitment is: who promises whom what, how much, by when, measured how. One object for every use.

The sentence in the document, the row in the spreadsheet and the check of the actuals are made from it. Must not know
where commitments come from (`commitments.py`) or how they are checked (`tracking`).
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from workbench.base.language import N_
from workbench.fields.value import Duration

Side = Literal["marketing", "sales", "both"]
Operator = Literal[">=", "<=", "between"]
PeriodLength = Literal["week", "month", "quarter", "year"]
Unit = Literal["leads", "currency", "share", "number", "pieces"]
CommitmentKind = Literal[
    "volume", "value", "quality", "completeness", "hand_over_speed", "response", "follow_up_depth", "decision",
    "reasons", "recycle", "conversion", "metric", "deliverable",
]  # fmt: skip

Measure = Literal["count_of_leads", "sum_of_lead_values", "share_of_leads", "period_total", "count_of_attested"]

KIND_LABEL: dict[CommitmentKind, str] = {
    "volume": N_("Volume"),
    "value": N_("Value"),
    "quality": N_("Quality"),
    "completeness": N_("Completeness"),
    "hand_over_speed": N_("Hand-over speed"),
    "response": N_("Response"),
    "follow_up_depth": N_("Follow-up depth"),
    "decision": N_("Decision"),
    "reasons": N_("Reasons"),
    "recycle": N_("Recycle"),
    "conversion": N_("Conversion"),
    "metric": N_("Metric"),
    "deliverable": N_("Deliverable"),
}
COUNT_KINDS: tuple[CommitmentKind, ...] = ("volume", "value")
"""Kinds whose actual is a sum over the period, with a pace line and a pro-rated target."""

DEFAULT_MINIMUM_SAMPLE = 10


@dataclass(frozen=True)
class Filter:
    """One condition of a scope: the field has one of the values (without regard to case and outer spaces).

    A blank never matches.
    """

    field: str
    values: tuple[str, ...]


@dataclass(frozen=True)
class LeadClock:
    """The clock a share is judged by.

    Attributes:
        start: Lead field at which the clock starts.
        stops: Lead fields whose first instant stops it.
        within: The target: working minutes or hours, or the end of the n-th business day.
        attempts: How many attempts must lie within, for follow-up depth; nothing otherwise.
        calendar: Key of the working calendar; empty for the agreement's first.
        stop_events: Lead fields that settle follow-up depth whatever the count (an answer, a decision).
    """

    start: str
    stops: tuple[str, ...]
    within: Duration | None
    attempts: int | None = None
    calendar: str = ""
    stop_events: tuple[str, ...] = ()


@dataclass(frozen=True)
class LeadValue:
    """The frozen value of one lead type: what a lead inside its scope counts for in a value commitment."""

    name: str
    scope: tuple[Filter, ...]
    value: Decimal


@dataclass(frozen=True)
class Commitment:
    """One promise.

    Attributes:
        id: Stable over versions: its path in the agreement, with row keys.
        label: What people say and print: M-1, S-3, J-2, in document order within a version.
        kind: How it is measured.
        name: A few words that name it in tables.
        by: The team that promises.
        to: The team that is promised.
        measure: What is counted, as a stable word.
        operator: How actual and target compare.
        target: Leads, currency, pieces or a metric's own unit; a fraction for shares. Nothing while it is not agreed.
        target_upper: Upper bound for `between`.
        unit: Of the target.
        period: How long one period of judgement is.
        period_targets: Targets of single periods that differ, by period text (`2027-01`).
        due: Day by which a single dated deliverable is due; judged in the period that holds it.
        anchor: Lead field that puts a lead into a period; empty for metrics and deliverables.
        clock: For kinds with a clock.
        scope: All must match.
        required_fields: For completeness: fields that must be filled.
        allowed_values: For reasons: the agreed list.
        lead_values: For value: the frozen values, first match counts.
        silence_accepts: For quality: whether silence past the acceptance window counts as accepted.
        relief: Codes of relief rules that apply (`ceiling`).
        ceiling: Leads of one ceiling period beyond which no clock runs; counts only where relief names it.
        ceiling_period: How long one period of the ceiling is; the commitment's own where nothing is said.
        reached: For conversion: lead field whose date shows that the next stage was reached.
        minimum_sample: Fewer leads than this are `too_little_data`.
        tolerance: Fraction of a count target, or absolute in the unit of a share or metric.
        owner: Name of the person who answers for it.
        consequence: The repair action when it is missed, in words.
        needs: Lead fields without which it cannot be measured.
        metric: Key of the metric or deliverable whose period totals or attestations are compared.
        stage_from: For conversion: name of the stage whose cohort it is.
        stage_to: Name of the stage that is counted or should be reached.
        group: Name of the tier it is for; empty for all leads.
        what: For deliverables: the plural thing; for metrics: the metric's name.
        metric_unit: For metrics: `number`, `currency`, `percent`, `times` or `days`.
        by_name: What the team that promises is called.
        to_name: What the team that is promised is called.
        path: Where it was agreed.
    """

    id: str
    kind: CommitmentKind
    name: str
    by: Side
    to: Side
    measure: Measure
    operator: Operator
    target: Decimal | None
    unit: Unit
    period: PeriodLength
    path: str
    label: str = ""
    target_upper: Decimal | None = None
    period_targets: tuple[tuple[str, Decimal], ...] = ()
    due: str = ""
    anchor: str = ""
    clock: LeadClock | None = None
    scope: tuple[Filter, ...] = ()
    required_fields: tuple[str, ...] = ()
    allowed_values: tuple[str, ...] = ()
    lead_values: tuple[LeadValue, ...] = ()
    silence_accepts: bool = False
    relief: tuple[str, ...] = ()
    ceiling: int | None = None
    ceiling_period: PeriodLength | None = None
    reached: str = ""
    minimum_sample: int = DEFAULT_MINIMUM_SAMPLE
    tolerance: Decimal = Decimal(0)
    owner: str = ""
    consequence: str = ""
    needs: tuple[str, ...] = ()
    metric: str = ""
    stage_from: str = ""
    stage_to: str = ""
    group: str = ""
    what: str = ""
    metric_unit: str = ""
    by_name: str = ""
    to_name: str = ""

    def target_for(self, period: str) -> Decimal | None:
        """The target of one period: its own where one was agreed, else the common one."""
        return dict(self.period_targets).get(period, self.target)
