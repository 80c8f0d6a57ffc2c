"""What the formulas of every kind are made with, and what they come to. Must not know any kind."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from workbench.agreement.commitment import LeadClock
from workbench.sheets.tracker.cohorts import Cohorts
from workbench.sheets.tracker.days import Tables
from workbench.sheets.tracker.engine import Engine, EngineColumn
from workbench.sheets.tracker.formula import Formula
from workbench.sheets.tracker.log_columns import LogColumn
from workbench.sheets.tracker.moments import Moments
from workbench.sheets.tracker.texts import CellWords
from workbench.tracking.calendar_spec import CalendarSpec


@dataclass(frozen=True, eq=False)
class Ground:
    """Everything a kind's formulas stand on.

    Attributes:
        engine: Where columns are made.
        columns: Of the lead log, by field.
        moments: Its dates.
        words: What texts mean.
        cohorts: Scopes and periods.
        tables: Days and open times.
        calendars: The working calendars by key, the first for clocks that name none.
    """

    engine: Engine
    columns: dict[str, LogColumn]
    moments: Moments
    words: CellWords
    cohorts: Cohorts
    tables: Tables
    calendars: Mapping[str, CalendarSpec]

    def calendar(self, clock: LeadClock) -> CalendarSpec:
        """The calendar a clock follows."""
        return self.calendars[clock.calendar or next(iter(self.calendars))]


@dataclass(frozen=True, eq=False)
class Judged:
    """What a kind says of each lead.

    Attributes:
        state: Its state, from 1, as if nothing took it out.
        seconds: Working seconds from start to event, -1 where they count in no percentile; for kinds with a clock.
        worth: Its frozen value, for values.
        due: The last instant in time, 0 where no clock runs; for kinds with a clock.
        reached: Field of the date at which the next stage was reached; for conversions.
    """

    state: Formula
    seconds: EngineColumn | None = None
    worth: EngineColumn | None = None
    due: EngineColumn | None = None
    reached: str = ""
