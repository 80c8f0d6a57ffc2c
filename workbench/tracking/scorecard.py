"""The scorecard: every commitment in every period, with its verdict and the numbers behind it.

Must not know where actuals come from or how a line is shown.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import floor
from typing import Any, TypeAlias

from workbench.agreement.commitment import COUNT_KINDS, Commitment
from workbench.base.errors import WorkbenchError
from workbench.base.language import N_
from workbench.tracking import totals
from workbench.tracking.bar import bar
from workbench.tracking.checks import CHECKS
from workbench.tracking.lead_view import LeadView
from workbench.tracking.lines import blank_line, decimal_of, due_line, pace_of
from workbench.tracking.measurable import absent_fields, missing_fields, obstacle
from workbench.tracking.note import NOTHING, Note
from workbench.tracking.result import Result
from workbench.tracking.review import Review
from workbench.tracking.standing import Standing, standing
from workbench.tracking.status import count_status, share_status
from workbench.tracking.tally import Tally, Tallying
from workbench.tracking.why import STATES
from workbench.tracking.windows import windows

Figures: TypeAlias = dict[str, Any]
"""Values of a `Result` by attribute."""


@dataclass(frozen=True)
class Scorecard:
    """The lines of a check.

    Attributes:
        as_of: The instant it speaks for: an aware date-time, or a date for the end of that day.
        results: One line for each commitment and period, commitments in the order given, periods in time.
        absent_fields: Known lead fields that no import carried.
    """

    as_of: dt.date | dt.datetime
    results: tuple[Result, ...]
    absent_fields: tuple[str, ...]


def scorecard(commitments: Iterable[Commitment], review: Review) -> Scorecard:
    """Every commitment judged in every period of a review.

    Raises:
        WorkbenchError: The review itself is impossible: its zone is not known, its instant is outside 2000 to 2100.
    """
    sheets = [_Sheet(one, review) for one in commitments]
    if any(one.counts_leads for one in sheets):
        for view in review.parts():
            for one in sheets:
                one.add(view)
    results = tuple(line for one in sheets for line in one.lines())
    return Scorecard(review.as_of, results, absent_fields(review.actuals.leads))


class _Sheet:
    """The lines of one commitment in the making; one that cannot be measured says why in each."""

    def __init__(self, commitment: Commitment, review: Review) -> None:
        self._commitment = commitment
        self._review = review
        self._cut = windows(commitment, review)
        self._at: list[Standing] = []
        self._tallying: Tallying | None = None
        self._obstacle = NOTHING
        try:
            self._at = [standing(one, review) for one in self._cut]
            self._obstacle = obstacle(commitment, review)
            if commitment.kind in CHECKS and not self._obstacle:
                self._tallying = Tallying(commitment, self._cut, review)
        except WorkbenchError as error:
            self._obstacle = Note(error.message)

    @property
    def counts_leads(self) -> bool:
        """Whether leads are still to be added."""
        return self._tallying is not None

    def add(self, view: LeadView) -> None:
        """Add a part of the leads, where any are counted."""
        if self._tallying:
            try:
                self._tallying.add(view)
            except WorkbenchError as error:
                self._obstacle, self._tallying = Note(error.message), None

    def lines(self) -> list[Result]:
        """The lines, periods in time."""
        one, review = self._commitment, self._review
        lines = [due_line(one, *each) for each in zip(self._cut, self._at, strict=False)]  # where it stands may be open
        if self._obstacle:
            missing = missing_fields(one, review.actuals.leads) if one.kind in CHECKS else ()
            why: Figures = {"status": "not_measurable", "needs_missing": missing, "reason": self._obstacle}
            lines = lines or [blank_line(one, each) for each in self._cut]
            return [dataclasses.replace(line, **why) for line in lines]
        if self._tallying:
            judge = _count if one.kind in COUNT_KINDS else _share
            parts = zip(lines, self._at, self._tallying.tallies(), strict=True)
            return [
                dataclasses.replace(line, undated=found.undated, **(judge(one, line, at, found) if at.begun else {}))
                for line, at, found in parts
            ]
        read = totals.metric if one.kind == "metric" else totals.deliverable
        places = zip(self._cut, self._at, lines, strict=True)
        return [read(one, *each, review) if each[1].begun else each[2] for each in places]


def _count(commitment: Commitment, line: Result, at: Standing, found: Tally) -> Figures:
    """What the line of a volume or a value says in a period that has begun."""
    actual = Fraction(found.worth) if commitment.kind == "value" else Fraction(found.states[0])
    target = Fraction(line.target or 0)
    upper = None if commitment.target_upper is None else at.part_of(Fraction(commitment.target_upper))
    goal = bar(commitment.operator, target, upper)
    kept = bar(commitment.operator, target, upper, Fraction(commitment.tolerance), relative=True)
    return {
        **_states(found),
        **pace_of(target, at, actual),
        "status": count_status(actual, goal, kept, at),
        "reason": NOTHING,
    }


def _share(commitment: Commitment, line: Result, at: Standing, found: Tally) -> Figures:
    """What the line of a share says in a period that has begun."""
    met, late, overdue, pending, _, _ = found.states
    decided, target = met + late + overdue, Fraction(line.target or 0)
    known = decided + pending
    upper = None if commitment.target_upper is None else Fraction(commitment.target_upper)
    status = share_status(
        met,
        decided,
        pending,
        commitment.minimum_sample,
        bar(commitment.operator, target, upper),
        bar(commitment.operator, target, upper, Fraction(commitment.tolerance)),
        closed=at.closed,
    )
    note = NOTHING
    if status == "too_little_data":
        note = Note(N_("Fewer than {n} leads."), (("n", str(commitment.minimum_sample)),))
        if not known and commitment.minimum_sample <= 1:
            note = Note(N_("There is no lead to judge."))
        elif known >= commitment.minimum_sample:
            note = Note(N_("Nothing is decided yet."))
    elif at.closed and status in {"on_track", "at_risk"}:
        note = Note(N_("The period has ended; pending leads can still change the result: {n}."), (("n", str(pending)),))
    return {
        **_states(found),
        "status": status,
        "value": decimal_of(Fraction(met, decided)) if decided else None,
        "numerator": Decimal(met),
        "denominator": decided,
        "lowest": decimal_of(Fraction(met, known)) if known else None,
        "highest": decimal_of(Fraction(met + pending, known)) if known else None,
        "allowed_misses": floor((1 - target) * decided) if commitment.operator == ">=" else None,
        "reason": note,
    }


def _states(found: Tally) -> Figures:
    """The leads of each state, their times and what is to be known of their dates."""
    return {
        **dict(zip(STATES, found.states, strict=True)),
        "median_seconds": found.median_seconds,
        "p90_seconds": found.p90_seconds,
        "by_day": found.by_day,
        "touched_before_start": found.touched_before_start,
        "reached_in_period": found.reached_in_period,
    }
