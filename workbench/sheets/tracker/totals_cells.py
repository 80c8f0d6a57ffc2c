"""The period totals and the things done as the tracker lists them, and what formulas find there.

Both lists end in empty rows for the teams to fill. Must not know the lead log.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from workbench.agreement.commitment import Commitment
from workbench.sheets.tracker.formula import Formula, numeric
from workbench.sheets.tracker.ranges import Range
from workbench.sheets.tracker.serial import day_serial
from workbench.tracking.actuals import Actuals, Done, PeriodTotal

SPARE = 60
"""Empty rows under each list."""


@dataclass(frozen=True, eq=False)
class TotalsCells:
    """The two lists.

    Attributes:
        totals: Label of the metric and its entry, one for each metric and period.
        done: Label of the deliverable and its entry.
        metric: Labels, and so on for the columns of totals and of things done.
        yes: The word that attests.
    """

    totals: tuple[tuple[str, PeriodTotal], ...]
    done: tuple[tuple[str, Done], ...]
    metric: Range
    period: Range
    value: Range
    what: Range
    day: Range
    pieces: Range
    marketing: Range
    sales: Range
    yes: str

    def total(self, label: str, period: Formula) -> Formula:
        """The value of a metric in a period: the last one entered; empty for none."""
        found = [
            value
            for name, when, value in zip(self.metric.values, self.period.values, self.value.values, strict=True)
            if name == label and when == period.value and isinstance(value, float)
        ]
        test = f'({self.metric.name}="{label}")*({self.period.name}={period.text})*ISNUMBER({self.value.name})'
        text = f'IFERROR(LOOKUP(2,1/({test}),{self.value.name}),"")'
        return Formula(text, found[-1] if found else "")

    def attested(self, label: str, first: Formula, after: Formula) -> Formula:
        """How many pieces both teams attest, done from one day to before another."""
        low, high = numeric(first.value), numeric(after.value)
        count = sum(
            pieces
            for name, day, pieces, one, two in zip(
                self.what.values, self.day.values, self.pieces.values, self.marketing.values, self.sales.values,
                strict=True,
            )
            if name == label and isinstance(day, float) and low <= day < high and one == two == self.yes
        )  # fmt: skip
        text = (
            f'SUMIFS({self.pieces.name},{self.what.name},"{label}",{self.day.name},">="&{first.text},'
            f'{self.day.name},"<"&({after.text}),{self.marketing.name},"{self.yes}",{self.sales.name},"{self.yes}")'
        )
        return Formula(text, float(count))


def totals_cells(commitments: tuple[Commitment, ...], actuals: Actuals, yes: str) -> TotalsCells:
    """The lists of what was entered for an agreement's metrics and deliverables."""
    labels: dict[str, list[str]] = {}
    for one in commitments:
        if one.metric:
            labels.setdefault(one.metric, []).append(one.label)
    entries = {(entry.metric, entry.period): entry for entry in actuals.totals}
    totals = tuple((label, one) for one in entries.values() for label in labels.get(one.metric, ()))
    done = tuple((label, one) for one in actuals.done for label in labels.get(one.metric, ()))
    none: list[None] = [None] * SPARE
    return TotalsCells(
        totals=totals,
        done=done,
        metric=_range("Totals_metric", [*(label for label, _ in totals), *none]),
        period=_range("Totals_period", [*(one.period for _, one in totals), *none]),
        value=_range("Totals_value", [*(float(one.value) for _, one in totals), *none]),
        what=_range("Done_what", [*(label for label, _ in done), *none]),
        day=_range("Done_day", [*(float(day_serial(one.day)) for _, one in done), *none]),
        pieces=_range("Done_pieces", [*(float(one.count) for _, one in done), *none]),
        marketing=_range("Done_marketing", [*(yes if one.marketing else None for _, one in done), *none]),
        sales=_range("Done_sales", [*(yes if one.sales else None for _, one in done), *none]),
        yes=yes,
    )


def _range(name: str, cells: list[object]) -> Range:
    values = np.empty(len(cells), object)
    values[:] = cells
    return Range(name, values)
