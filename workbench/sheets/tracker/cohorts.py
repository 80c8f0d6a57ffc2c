"""Which leads a commitment counts in which period, and what takes a lead out whatever the kind of commitment.

Every lead of a cohort gets one number for each commitment: the place of its period times 10, plus its state. Must not
know how any kind is judged.
"""

from __future__ import annotations

from workbench.agreement.commitment import Commitment, Filter
from workbench.sheets.tracker.axes import Axis
from workbench.sheets.tracker.ceilings import Ceilings
from workbench.sheets.tracker.engine import Engine, EngineColumn
from workbench.sheets.tracker.formula import Formula
from workbench.sheets.tracker.functions import any_of, both, either, least
from workbench.sheets.tracker.identity import SettledTable
from workbench.sheets.tracker.log_columns import LogColumn
from workbench.sheets.tracker.moments import Moments
from workbench.sheets.tracker.ranges import Range
from workbench.sheets.tracker.texts import NO, YES, CellWords, listed_values
from workbench.tracking.lead_view import EXCLUDED
from workbench.tracking.why import STATES

MET, LATE, OVERDUE, PENDING, OUT, UNKNOWN = range(1, len(STATES) + 1)
"""The states as they stand in the last digit."""
TENS = 10


class Cohorts:
    """The columns that put leads into cohorts.

    Args:
        engine: Where the columns are made.
        columns: Of the lead log, by field.
        moments: Its dates.
        words: What texts mean.
        used: 1 in the rows that hold a lead.
        settled: The leads both teams settled.
    """

    def __init__(
        self,
        engine: Engine,
        columns: dict[str, LogColumn],
        moments: Moments,
        words: CellWords,
        used: EngineColumn,
        settled: SettledTable,
    ) -> None:
        self.lists: dict[tuple[str, tuple[str, ...]], Range] = {}
        """Every list of values that decides, by field and values."""
        self.ceilings = Ceilings(engine)
        self._engine = engine
        self._columns = columns
        self._moments = moments
        self._words = words
        self._used = used
        self._settled = settled

    def period(self, field: str, axis: Axis) -> EngineColumn:
        """The place of the period in which a date of each lead lies, 0 for none and for rows without a lead."""
        moment = self._moments.at(field)
        content = either(self._used.equals(0), 0, axis.of(moment))
        return self._engine.column(f"{moment.title}, {axis.name.lower()}", content)

    def reached(self, commitment: Commitment, field: str, axis: Axis) -> EngineColumn:
        """The place of the period in which each lead of a commitment's scope reached a stage, whenever it entered.

        0 for none, for leads that are excluded, and where nobody can read whether a lead belongs here.
        """
        period, known = self.period(field, axis), self.excluded().equals(0)
        if commitment.scope:
            known = both(known, self.scope(commitment.scope).equals(YES))
        return self._engine.column(f"{period.title}, counted for {commitment.label}", either(known, period, 0))

    def scope(self, scope: tuple[Filter, ...]) -> EngineColumn:
        """Whether a scope of at least one condition lets each lead in: 1, 0, or -1 where an unreadable cell decides."""
        parts = [self.among(one.field, one.values) for one in scope]
        if len(parts) == 1:
            return parts[0]
        zero = any_of(*(part.equals(NO) for part in parts))
        return self._engine.column(" + ".join(part.title for part in parts), either(zero, NO, least(*parts)))

    def among(self, field: str, values: tuple[str, ...]) -> EngineColumn:
        """Whether a field of each lead has one of some values: 1, 0, or -1 where it cannot be read."""
        column, key = self._columns[field], (field, values)
        if key not in self.lists:
            self.lists[key] = listed_values(f"List_{len(self.lists) + 1}", column, values)
        listed = self.lists[key]
        return self._engine.column(f"{column.header} in {listed.name}", self._words.among(column, listed))

    def excluded(self) -> EngineColumn:
        """Whether each lead is excluded by hand: 1, 0, or -1 where the cell cannot be read."""
        column = self._columns[EXCLUDED]
        return self._engine.column(column.header, self._words.filled(column))

    def code(self, commitment: Commitment, axis: Axis, ceiling_axis: Axis | None, judged: Formula) -> EngineColumn:
        """The number of each lead, 0 outside the cohort.

        Args:
            commitment: Whose cohort.
            axis: The periods it is judged in.
            ceiling_axis: The periods of its ceiling; nothing where it has none.
            judged: The state its own kind gives each lead.
        """
        period, out = self.period(commitment.anchor, axis), self.excluded()
        outside, unsure = period.equals(0), out < 0
        if commitment.scope:
            scope = self.scope(commitment.scope)
            outside, unsure = any_of(outside, scope.equals(NO)), any_of(unsure, scope < 0)
        state = either(unsure, UNKNOWN, judged)
        if ceiling_axis and commitment.clock and commitment.ceiling is not None:
            start = self._moments.at(commitment.clock.start)
            place = self.period(commitment.clock.start, ceiling_axis)
            above = self.ceilings.above(start, place, out, ceiling_axis, commitment.ceiling)
            state = either(above, OUT, state)
        state = self._settled.over(commitment.label, either(out > 0, OUT, state))
        return self._engine.column(commitment.label, either(outside, 0, period * TENS + state))
