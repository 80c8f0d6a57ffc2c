"""What the clocks say of each lead's worth: its type, its frozen value, whether it was won and for how much.

Only of leads that qualified since the agreement began and are not excluded. Must not know sheets.
"""

from __future__ import annotations

from dataclasses import dataclass

from workbench.agreement.commitment import Filter
from workbench.agreement.derivation.ground import filters
from workbench.agreement.sections.volumes import LeadType
from workbench.sheets.tracker.formula import Formula, lift
from workbench.sheets.tracker.functions import both, either
from workbench.sheets.tracker.model import Model
from workbench.sheets.tracker.moments import Moments
from workbench.sheets.tracker.periods import NAMES
from workbench.sheets.tracker.ranges import Range
from workbench.sheets.tracker.texts import YES

QUALIFIED, WON, AMOUNT = "qualified_at", "won_at", "amount"


@dataclass(frozen=True, eq=False)
class LeadWorth:
    """The columns of clocks that tell it.

    Attributes:
        types: The lead types with a frozen value, in document order.
        counted: 1 for leads that qualified since the agreement began, else 0.
        kind: The place of the first type each lead matches, from 1; 0 for none, -1 where nobody can read it.
        won: 1 for those of them that were won.
        paid: 1 for those of them whose amount can be read.
        revenue: What those brought.
        frozen: The frozen value of each counted lead; 0 for one of no type.
    """

    types: tuple[LeadType, ...]
    counted: Range
    kind: Range
    won: Range
    paid: Range
    revenue: Range
    frozen: Range


def lead_worth(model: Model) -> LeadWorth:
    """The worth of every lead."""
    engine = model.engine
    moments = Moments(engine, model.columns, model.tables, model.as_of, model.words)
    place = model.cohorts.period(QUALIFIED, model.axes[NAMES["month"]])
    counted = engine.column("Valued lead", either(both(place > 0, model.cohorts.excluded().equals(0)), 1, 0))
    won = engine.column("Valued lead, won", either(both(counted.equals(1), moments.at(WON) > 0), 1, 0))
    amount = model.columns[AMOUNT]
    paid = engine.column("Valued lead, paid", either(won.equals(1), either(amount.is_number, 1, 0), 0))
    brought = either(paid.equals(1), amount.number, 0)
    types = tuple(one for one in model.subject.agreement.volumes.lead_types if one.value is not None)
    kind: Formula = lift(0)
    worth: Formula = lift(0)
    for number, one in reversed(list(enumerate(types, 1))):
        fits = _fits(model, filters(one.scope))
        kind = lift(number) if fits is None else either(fits.equals(YES), number, either(fits < 0, -1, kind))
    kind_column = engine.column("Lead type", kind)
    for number, one in enumerate(types, 1):
        worth = either(kind_column.equals(number), one.value or 0, worth)
    frozen = either(counted.equals(1), worth, 0)
    return LeadWorth(
        types=types,
        counted=engine.range("Valued_lead", counted),
        kind=engine.range("Lead_type", kind_column),
        won=engine.range("Valued_won", won),
        paid=engine.range("Valued_paid", paid),
        revenue=engine.range("Valued_revenue", engine.column("Valued lead, revenue", brought)),
        frozen=engine.range("Valued_frozen", engine.column("Valued lead, frozen value", frozen)),
    )


def _fits(model: Model, scope: tuple[Filter, ...]) -> Formula | None:
    """Whether each lead matches a scope; nothing for one without conditions, which every lead does."""
    return model.cohorts.scope(scope) if scope else None
