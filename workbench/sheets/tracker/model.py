"""A tracker before it has sheets: every column of the lead log and of the clocks, every line of the scorecard.

Each formula stands beside what it comes to, so all of a tracker can be looked at without a spreadsheet program. Must
not know how anything looks or is written.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from workbench.agreement.commitment import COUNT_KINDS
from workbench.agreement.sentences import sentence
from workbench.base.language import N_
from workbench.fields.value import Shown
from workbench.sheets.tracker.asof import AsOfCells, as_of_cells
from workbench.sheets.tracker.axes import Axis
from workbench.sheets.tracker.calendars import Calendars, calendars_of, needs_clock
from workbench.sheets.tracker.cohorts import Cohorts
from workbench.sheets.tracker.days import Tables, tables
from workbench.sheets.tracker.engine import Engine
from workbench.sheets.tracker.formula import lift
from workbench.sheets.tracker.identity import SettledTable, key_column, settled_table, used_column
from workbench.sheets.tracker.judging import JUDGES
from workbench.sheets.tracker.judging.ground import Ground, Judged
from workbench.sheets.tracker.log_columns import LogColumn, log_columns
from workbench.sheets.tracker.moments import Moments
from workbench.sheets.tracker.periods import PeriodPlan, axis_name, ceiling_name, plan_periods
from workbench.sheets.tracker.promises import Promise, missing_formula, obstacle_of
from workbench.sheets.tracker.ranges import Range
from workbench.sheets.tracker.scoring.count import count_line, deliverable_line
from workbench.sheets.tracker.scoring.entered import dated_line, metric_line
from workbench.sheets.tracker.scoring.line import CELLS, Cell, Line
from workbench.sheets.tracker.scoring.place import Counted, Place
from workbench.sheets.tracker.scoring.share import share_line
from workbench.sheets.tracker.scoring.written import written_lines
from workbench.sheets.tracker.subject import Subject
from workbench.sheets.tracker.texts import CellWords
from workbench.sheets.tracker.totals_cells import TotalsCells, totals_cells
from workbench.tracking.zone_days import zone_named

YES = N_("Yes")


@dataclass(frozen=True, eq=False)
class Model:
    """Everything a tracker shows and computes.

    Attributes:
        subject: What it is written of.
        columns: The lead log's columns by field.
        engine: The clocks.
        tables: Days and open times.
        as_of: The as-of cells.
        plan: Which periods are listed.
        axes: Those periods with their standing, by name.
        words: What texts in cells mean.
        cohorts: Lists of values, and ceilings.
        settled: Leads both teams settled.
        totals: Period totals and things done.
        promises: The commitments, in document order.
        judged: What the clocks say of each lead, by commitment id, where formulas do.
        lines: The scorecard, commitments in document order, periods in time.
    """

    subject: Subject
    columns: dict[str, LogColumn]
    engine: Engine
    tables: Tables
    as_of: AsOfCells
    plan: PeriodPlan
    axes: dict[str, Axis]
    words: CellWords
    cohorts: Cohorts
    settled: SettledTable
    totals: TotalsCells
    promises: tuple[Promise, ...]
    judged: dict[str, Judged]
    lines: tuple[Line, ...]

    @cached_property
    def scores(self) -> dict[Cell, Range]:
        """The columns of the scorecard; empty texts stand for empty cells."""
        found = {}
        for cell in CELLS:
            values = np.empty(len(self.lines), object)
            values[:] = [_score(line.cells[cell].value) if cell in line.cells else "" for line in self.lines]
            found[cell] = Range(score_name(cell), values)
        return found


def score_name(cell: Cell) -> str:
    """The name of a column of the scorecard."""
    return f"Score_{cell}"


def _score(value: Any) -> Any:
    return float(value) if isinstance(value, int | float) else value


def make_model(subject: Subject, spare: int) -> Model:
    """The model of a tracker.

    Args:
        subject: What it is written of.
        spare: Empty rows after the leads.

    Raises:
        WorkbenchError: The agreement's time zone is not known.
    """
    review, words = subject.review, subject.words
    calendars = calendars_of(subject.commitments, review)
    plan = plan_periods(subject.commitments, review)
    time = tables(review, plan.first, plan.last, calendars.pace, calendars.clocks)
    as_of = as_of_cells(review.as_of, zone_named(review.zone), time)
    axes = plan.made(review, time, as_of)
    columns = log_columns(subject, spare)
    engine = Engine(len(review.actuals.leads) + spare)
    key = key_column(engine, columns, tuple(review.actuals.leads.identities))
    settled = settled_table(subject.commitments, review.actuals, key)
    cell_words = CellWords()
    moments = Moments(engine, columns, time, as_of, cell_words)
    cohorts = Cohorts(engine, columns, moments, cell_words, used_column(engine, key), settled)
    ground = Ground(engine, columns, moments, cell_words, cohorts, time, review.calendars)
    totals = totals_cells(subject.commitments, review.actuals, words.text(YES))
    promises = tuple(_promise(subject, number, columns, calendars) for number in range(1, len(subject.commitments) + 1))
    maker = _Lines(subject, ground, plan, axes, totals, as_of)
    lines = tuple(line for promise in promises for line in maker.of(promise))
    return Model(
        subject, columns, engine, time, as_of, plan, axes, cell_words, cohorts, settled, totals, promises, maker.judged,
        lines,
    )  # fmt: skip


def _promise(subject: Subject, number: int, columns: dict[str, LogColumn], calendars: Calendars) -> Promise:
    one, words = subject.commitments[number - 1], subject.words
    obstacle = obstacle_of(one, subject.review)
    unusable = needs_clock(one) and not calendars.usable(one)
    missing = missing_formula(one, subject.review.actuals.leads, columns, words)
    return Promise(
        commitment=one,
        number=number,
        sentence=sentence(one, Shown(words, subject.agreement.teams.currency)),
        missing=lift("") if obstacle else missing,
        obstacle=obstacle.text(words),
        computed=not obstacle and not unusable and calendars.pace_usable,
    )


def state_name(label: str) -> str:
    """The name of the column of clocks that has the period and the state of each lead of a commitment."""
    return f"State_{_cell_name(label)}"


def worth_name(label: str) -> str:
    """The name of the column of clocks that has what each lead counts for; of values only."""
    return f"Worth_{_cell_name(label)}"


def _cell_name(label: str) -> str:
    return re.sub(r"\W", "_", label)


class _Lines:
    """Makes the lines of one commitment after the other."""

    def __init__(
        self,
        subject: Subject,
        ground: Ground,
        plan: PeriodPlan,
        axes: dict[str, Axis],
        totals: TotalsCells,
        as_of: AsOfCells,
    ) -> None:
        self.judged: dict[str, Judged] = {}
        self._subject = subject
        self._ground = ground
        self._plan = plan
        self._axes = axes
        self._totals = totals
        self._as_of = as_of

    def of(self, promise: Promise) -> list[Line]:
        """The lines of a commitment."""
        if not promise.computed:
            return written_lines(promise, self._subject, self._plan.lines[promise.commitment.id])
        one, counted = promise.commitment, None
        if one.kind in JUDGES:
            counted = self._counted(promise)
        axis = self._axes[axis_name(one)]
        lines = []
        for period in self._plan.lines[one.id]:
            number = axis.number(period)
            window = axis.rows[number - 1].window
            place = Place(promise, window, axis, number, self._as_of, self._subject.words)
            lines.append(self._line(place, counted))
        return lines

    def _line(self, place: Place, counted: Counted | None) -> Line:
        one = place.promise.commitment
        if one.kind in COUNT_KINDS:
            assert counted is not None
            return count_line(place, counted)
        if counted is not None:
            return share_line(place, counted)
        if one.kind == "metric":
            return metric_line(place, self._totals)
        if one.due:
            return dated_line(place, self._totals, self._subject.review.in_force.first)
        return deliverable_line(place, self._totals)

    def _counted(self, promise: Promise) -> Counted:
        one, engine = promise.commitment, self._ground.engine
        judged = JUDGES[one.kind](one, self._ground)
        self.judged[one.id] = judged
        cohorts, axis = self._ground.cohorts, self._axes[axis_name(one)]
        codes = cohorts.code(one, axis, self._axes.get(ceiling_name(one)), judged.state)
        reached = cohorts.reached(one, judged.reached, axis) if judged.reached else None
        name = _cell_name(one.label)
        return Counted(
            engine.range(state_name(one.label), codes),
            engine.range(f"Seconds_{name}", judged.seconds) if judged.seconds else None,
            engine.range(worth_name(one.label), judged.worth) if judged.worth else None,
            engine.range(f"Reached_{name}", reached) if reached else None,
        )
