"""The period a person chooses on the first sheet, as formulas: its month, its last day told, its place on every axis.

Must not know promises or cells.
"""

from __future__ import annotations

from dataclasses import dataclass

from workbench.base.language import N_
from workbench.sheets.tracker.axes import Axis
from workbench.sheets.tracker.formula import Formula
from workbench.sheets.tracker.functions import greatest, least
from workbench.sheets.tracker.model import Model
from workbench.sheets.tracker.periods import NAMES
from workbench.sheets.tracker.ranges import Range

TYPED = "Period_shown"
"""Name of the cell in which a person chooses a month."""
CURRENT = N_("Current")
MONTH = NAMES["month"]


@dataclass(frozen=True, eq=False)
class ShownPeriod:
    """The period shown; the formulas are names of cells, and `content` is what those contain.

    Attributes:
        choices: What can be chosen: the current month, and every month.
        labels: The months as written.
        month: The place of the month shown.
        day: The last of its days that is told: the as-of day, or its last one.
        places: The place of the period that holds that day, by name of the axis.
        content: What the cells contain, by name.
    """

    choices: Range
    labels: Range
    month: Formula
    day: Formula
    places: dict[str, Formula]
    content: dict[str, Formula]


def shown_period(model: Model) -> ShownPeriod:
    """The current month until somebody chooses another."""
    months, as_of = model.axes[MONTH], model.as_of
    content: dict[str, Formula] = {}

    def named(name: str, formula: Formula) -> Formula:
        content[name] = formula
        return Formula(name, formula.value)

    labels = Range.of(f"{MONTH}_label", [row.window.period.text for row in months.rows])
    first = first_days(months)
    current = first.last_at_most(greatest(as_of.day, months.rows[0].first))
    chosen = Formula(f"IFERROR(MATCH({TYPED},{labels.name},0),{current.text})", current.value)
    month = named("Month_shown", chosen)
    day = named("Day_shown", least(greatest(as_of.day, first.at(month)), _after(months).at(month) - 1))
    places = {
        name: named(f"{name}_place", first_days(axis).last_at_most(greatest(day, axis.rows[0].first)))
        for name, axis in model.axes.items()
        if name in NAMES.values()
    }
    choices = Range.of("Period_choices", [model.subject.words.text(CURRENT), *labels.values.tolist()])
    return ShownPeriod(choices, labels, month, day, places, content)


def first_days(axis: Axis) -> Range:
    """The first day of each period of an axis."""
    return Range.of(f"{axis.name}_first", [row.first.value for row in axis.rows])


def _after(axis: Axis) -> Range:
    return Range.of(f"{axis.name}_after", [row.after.value for row in axis.rows])
