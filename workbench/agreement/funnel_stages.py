"""The stages of the agreement's funnel, and the rate agreed for each step. Must not know leads."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from workbench.agreement.commitment import Side
from workbench.agreement.lead_fields import FIELD
from workbench.agreement.model import Agreement
from workbench.agreement.sections.volumes import StageRate


@dataclass(frozen=True)
class FunnelStage:
    """A stage that a date of the lead log proves.

    Attributes:
        name: Short name.
        field: Lead field of the date.
        side: The team that acts in it.
        before: Place of the stage whose leads the step is counted of, from 0; nothing for a stage without any before.
        rates: Agreed rates of that step, by key of the segment; the empty key is for all leads.
    """

    name: str
    field: str
    side: Side
    before: int | None
    rates: dict[str, Decimal]

    def agreed(self, segment: str) -> Decimal | None:
        """The rate of a segment: its own, else the one for all leads."""
        return self.rates.get(segment, self.rates.get(""))


def funnel_stages(agreement: Agreement) -> tuple[FunnelStage, ...]:
    """The stages in order; a step starts at the stage its agreed rate names, else at the stage before."""
    return tuple(_stages(agreement))


def _stages(agreement: Agreement) -> Iterator[FunnelStage]:
    dated = [one for one in agreement.lead_definitions.stages if _is_date(one.date_field)]
    places = {one.key: place for place, one in enumerate(dated)}
    for place, one in enumerate(dated):
        steps = [row for row in agreement.volumes.rates if row.to_stage == one.key and row.from_stage in places]
        start = _start(steps)
        before = places[start] if start else place - 1 if place else None
        rates = {row.segment: row.rate for row in steps if row.from_stage == start and row.rate is not None}
        side: Side = "sales" if one.owner == "sales" else "marketing" if one.owner == "marketing" else "both"
        yield FunnelStage(one.short or one.name or one.key, one.date_field, side, before, rates)


def _start(steps: list[StageRate]) -> str:
    """Key of the stage the step is agreed from: what is said for all leads counts first."""
    return next((row.from_stage for row in sorted(steps, key=lambda row: bool(row.segment))), "")


def _is_date(field: str) -> bool:
    return field in FIELD and FIELD[field].kind == "instant"
