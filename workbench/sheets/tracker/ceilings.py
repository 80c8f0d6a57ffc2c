"""The relief of a ceiling: leads that start after the last one it covers are taken out of sales' clocks.

Leads that start with the last one are inside. Must not know kinds or states.
"""

from __future__ import annotations

from dataclasses import dataclass

from workbench.sheets.tracker.arrays import ArrayFormula, nth_start
from workbench.sheets.tracker.axes import Axis
from workbench.sheets.tracker.engine import Engine, EngineColumn
from workbench.sheets.tracker.formula import Formula
from workbench.sheets.tracker.functions import either
from workbench.sheets.tracker.ranges import Range

ENDLESS = 9e15


@dataclass(frozen=True, eq=False)
class Ceiling:
    """A ceiling on the leads that start in a period.

    Attributes:
        title: What it counts, for people.
        leads: How many leads it covers.
        axis: The periods it counts in.
        content: Start of its last lead, for each period; endless where it is not reached.
        limits: Those starts as a range.
    """

    title: str
    leads: int
    axis: Axis
    content: tuple[ArrayFormula, ...]
    limits: Range


class Ceilings:
    """Every ceiling of a tracker, each once."""

    def __init__(self, engine: Engine) -> None:
        self.all: dict[tuple[str, int], Ceiling] = {}
        """By the column of the period and the number of leads."""
        self._engine = engine

    def above(self, start: EngineColumn, period: EngineColumn, out: EngineColumn, axis: Axis, leads: int) -> Formula:
        """Whether each lead starts after the last one the ceiling covers.

        Args:
            start: Where each lead starts.
            period: The place of its period on the axis, 0 for none.
            out: 1 for leads that are excluded and take no place.
            axis: The periods of the ceiling.
            leads: How many it covers in each.
        """
        key = period.letter, leads
        if key not in self.all:
            number = len(self.all) + 1
            starts = self._engine.range(f"Started_{number}", start)
            periods = self._engine.range(f"Started_in_{number}", period)
            excluded = self._engine.range("Excluded", out)
            content = tuple(
                nth_start(starts, periods, excluded, place, leads, ENDLESS) for place in range(1, len(axis.rows) + 1)
            )
            limits = Range.of(f"Ceiling_{number}", [one.value for one in content])
            self.all[key] = Ceiling(start.title, leads, axis, content, limits)
        limit = self.all[key].limits.at(period)
        return either(period.equals(0), False, start > limit)
