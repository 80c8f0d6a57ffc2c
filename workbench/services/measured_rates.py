"""What imports measured of the numbers people assume: rates between stages, worth of lead types, leads left untouched.

Must not know either face. A stage is reached by a lead whose column for its date is filled.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from workbench.agreement.calculators.answer import NotMeasurable
from workbench.agreement.calculators.lead_value import SMALLEST_TYPE, values_from_history
from workbench.agreement.derivation.ground import filters
from workbench.agreement.model import Agreement

if TYPE_CHECKING:
    from workbench.services.workbench import Workbench
    from workbench.tracking.leads import LeadLog

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
        pooled: Whether it is that of all qualified leads, because there are under 30 of this type or none was won.
        leads: Of this type that qualified.
        won: Of those, the customers.
        revenue: Of those customers.
    """

    value: Fraction
    pooled: bool
    leads: int
    won: int
    revenue: Decimal


@dataclass(frozen=True)
class MeasuredVolumes:
    """What imports say.

    Attributes:
        rates: By key of the stage rate.
        values: By key of the lead type; nothing where no import says which leads were won, and for how much.
        a_month: Leads of the first stage in a mean month; nothing where no span of time can be seen.
        handed_over: Leads that were handed over.
        untouched: Of those, the ones nobody tried to reach; nothing where no import says when a lead was touched.
        until: Day the data speaks for.
    """

    rates: Mapping[str, MeasuredRate] = field(default_factory=dict)
    values: Mapping[str, MeasuredValue] = field(default_factory=dict)
    a_month: Fraction | None = None
    handed_over: int = 0
    untouched: int | None = None
    until: dt.date | None = None


def measured_volumes(workbench: Workbench, agreement: str) -> MeasuredVolumes:
    """What the imports of an agreement measured.

    Raises:
        NotFoundError: There is no such agreement.
    """
    content = workbench.drafting.read(agreement).agreement
    log = workbench.actuals.log(agreement)
    if not len(log):
        return MeasuredVolumes()
    until = workbench.shelf.one(agreement).data_until
    handed = log.filled("handed_over_at")
    untouched = int((handed & ~log.filled("first_touch_at")).sum()) if log.has("first_touch_at") else None
    first = _date_fields(content).get(content.volumes.rates[0].from_stage, "") if content.volumes.rates else ""
    return MeasuredVolumes(
        _rates(content, log), _values(content, log, until), _a_month(log, first), int(handed.sum()), untouched, until
    )


def _values(content: Agreement, log: LeadLog, until: dt.date | None) -> dict[str, MeasuredValue]:
    """By lead type, the pooled value over all qualified leads; source: semantics section 1."""
    from workbench.tracking.actuals import Actuals  # noqa: PLC0415  (on the store's thread)
    from workbench.tracking.agreed import agreed_zone  # noqa: PLC0415
    from workbench.tracking.review import Review  # noqa: PLC0415
    from workbench.tracking.type_history import type_histories  # noqa: PLC0415

    types = [one for one in content.volumes.lead_types if filters(one.scope)]
    if not types or until is None or not all(map(log.has, ("qualified_at", "won_at", "amount"))):
        return {}
    view = Review(Actuals(log), until, agreed_zone(content), {}).view
    told = type_histories(view, [(one.name, filters(one.scope)) for one in types])
    found = values_from_history(told)
    if isinstance(found, NotMeasurable) or not any(one.won for one in told):
        return {}
    return {
        row.key: MeasuredValue(one.value, one.pooled, past.leads, past.won, past.revenue)
        for row, one, past in zip(types, found, told, strict=False)
    }


def _date_fields(content: Agreement) -> dict[str, str]:
    return {stage.key: stage.date_field for stage in content.lead_definitions.stages}


def _rates(content: Agreement, log: LeadLog) -> dict[str, MeasuredRate]:
    fields, found = _date_fields(content), {}
    for row in content.volumes.rates:
        before, after = fields.get(row.from_stage, ""), fields.get(row.to_stage, "")
        if row.segment or not (log.has(before) and log.has(after)):
            continue
        cohort = log.filled(before)
        leads = int(cohort.sum())
        if leads:
            found[row.key] = MeasuredRate(Fraction(int((cohort & log.filled(after)).sum()), leads), leads)
    return found


def _a_month(log: LeadLog, stage: str) -> Fraction | None:
    """Leads of a stage over the months between its first and its last."""
    stamps = log.stamps(stage)[log.filled(stage)]
    if len(stamps) < SMALLEST_TYPE:
        return None
    months = Fraction(int(stamps.max() - stamps.min())) / Fraction(SECONDS_A_MONTH)
    return len(stamps) / months if months >= 1 else None
