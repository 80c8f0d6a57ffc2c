"""What imports measured of the numbers people assume: rates between stages, worth of lead types, leads left untouched.

Counted as the lead flow counts them, over all days of the data. Must not know either face.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING

from workbench.agreement.calculators.answer import NotMeasurable
from workbench.agreement.calculators.lead_value import SMALLEST_TYPE, TypeHistory, values_from_history
from workbench.agreement.derivation.ground import filters, scope_fields
from workbench.agreement.model import Agreement
from workbench.agreement.segments import segment_filters
from workbench.services.backtesting import review_of_history

if TYPE_CHECKING:
    from workbench.services.workbench import Workbench
    from workbench.tracking.review import Review

SECONDS_A_MONTH = 365 * 86_400 / 12


@dataclass(frozen=True)
class MeasuredRate:
    """One stage rate as it was.

    Attributes:
        rate: Share of the leads of the stage before that reached the stage after.
        leads: Of the stage before.
    """

    rate: Fraction
    leads: int

    @property
    def few(self) -> bool:
        """Whether there are too few leads to lean on."""
        return self.leads < SMALLEST_TYPE


@dataclass(frozen=True)
class MeasuredValue:
    """What a lead of one type was worth.

    Attributes:
        value: Of one lead, in the agreement's currency.
        pooled: Whether it is that of all qualified leads, because there are under 30 of this type, or no customer
            whose revenue is known.
        past: What the data says of the type.
    """

    value: Fraction
    pooled: bool
    past: TypeHistory


@dataclass(frozen=True)
class MeasuredVolumes:
    """What imports say.

    Attributes:
        rates: By key of the stage rate.
        values: By key of the lead type; nothing where no import says which leads were won, and for how much.
        a_month: Leads of the first stage in a mean month; nothing where no span of time can be seen.
        untouched: Leads handed over that nobody tried to reach; nothing where no import says which were touched.
    """

    rates: Mapping[str, MeasuredRate] = field(default_factory=dict)
    values: Mapping[str, MeasuredValue] = field(default_factory=dict)
    a_month: Fraction | None = None
    untouched: int | None = None


def measured_volumes(workbench: Workbench, agreement: str) -> MeasuredVolumes:
    """What the imports of an agreement measured.

    Raises:
        NotFoundError: There is no such agreement, or its time zone is not known.
    """
    from workbench.tracking.lead_flow.counted import everybody  # noqa: PLC0415  (numpy, on the store's thread)
    from workbench.tracking.lead_flow.decisions import handed_over  # noqa: PLC0415

    content = workbench.drafting.read(agreement).agreement
    history = workbench.backtesting.history(agreement)
    if not history.leads:
        return MeasuredVolumes()
    review = review_of_history(content, history)
    handed = handed_over(review, everybody(review), most=1).all
    first = _date_fields(content).get(content.volumes.rates[0].from_stage, "") if content.volumes.rates else ""
    return MeasuredVolumes(
        _rates(content, review),
        _values(content, review),
        _a_month(review, first),
        None if handed.worked is None else handed.leads - handed.worked,
    )


def _values(content: Agreement, review: Review) -> dict[str, MeasuredValue]:
    """By lead type, the pooled value over all qualified leads; source: semantics section 1."""
    from workbench.tracking.type_history import type_histories  # noqa: PLC0415  (numpy, on the store's thread)

    types = [one for one in content.volumes.lead_types if filters(one.scope)]
    if not types or not all(map(review.actuals.leads.has, ("qualified_at", "won_at", "amount"))):
        return {}
    told = type_histories(review, [(one.name, filters(one.scope)) for one in types])
    found = values_from_history(told)
    if isinstance(found, NotMeasurable):
        return {}
    return {
        row.key: MeasuredValue(one.value, one.pooled, past) for row, one, past in zip(types, found, told, strict=False)
    }


def _date_fields(content: Agreement) -> dict[str, str]:
    return {stage.key: stage.date_field for stage in content.lead_definitions.stages}


def _rates(content: Agreement, review: Review) -> dict[str, MeasuredRate]:
    """By stage rate; that of a segment is measured on its own leads."""
    from workbench.tracking.lead_flow.counted import (  # noqa: PLC0415  (numpy, on the store's thread)
        belonging,
        everybody,
        passed,
    )

    fields, found, log = _date_fields(content), {}, review.actuals.leads
    segments = {one.key: one for one in content.teams.segments if all(map(log.has, scope_fields(segment_filters(one))))}
    for row in content.volumes.rates:
        before, after = fields.get(row.from_stage, ""), fields.get(row.to_stage, "")
        if (row.segment and row.segment not in segments) or not (log.has(before) and log.has(after)):
            continue
        among = belonging(review, segments[row.segment]) if row.segment else everybody(review)
        leads, went = passed(review, before, after, among)
        if leads:
            found[row.key] = MeasuredRate(Fraction(went, leads), leads)
    return found


def _a_month(review: Review, stage: str) -> Fraction | None:
    """Leads of a stage over the months between its first and its last."""
    from workbench.tracking.lead_flow.counted import entered  # noqa: PLC0415  (numpy, on the store's thread)

    stamps = review.view.moments(stage).instants[entered(review, stage)]
    if len(stamps) < SMALLEST_TYPE:
        return None
    months = Fraction(int(stamps.max() - stamps.min())) / Fraction(SECONDS_A_MONTH)
    return len(stamps) / months if months >= 1 else None
