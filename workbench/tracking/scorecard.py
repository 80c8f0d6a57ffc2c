"""The scorecard: every commitment in every period, with its verdict and the numbers behind it.

Must not know where actuals come from or how a line is shown.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Iterable, Sequence
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
from workbench.tracking.checks.conversion import reached_within
from workbench.tracking.lines import blank_line, decimal_of, due_line, pace_of
from workbench.tracking.measurable import absent_fields, missing_fields, obstacle
from workbench.tracking.note import NOTHING, Note
from workbench.tracking.result import Result
from workbench.tracking.review import Review
from workbench.tracking.standing import Standing, standing
from workbench.tracking.status import count_status, share_status
from workbench.tracking.tally import Tally, tally
from workbench.tracking.why import STATES
from workbench.tracking.windows import Window, windows

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
    results = tuple(line for one in commitments for line in _lines(one, review))
    return Scorecard(review.as_of, results, absent_fields(review.actuals.leads))


def _lines(commitment: Commitment, review: Review) -> list[Result]:
    """The lines of one commitment; one that cannot be measured says why in each."""
    cut = windows(commitment, review)
    lines: list[Result] = []
    try:
        at = [standing(one, review) for one in cut]
        lines = [due_line(commitment, *each) for each in zip(cut, at, strict=True)]
        note = obstacle(commitment, review)
        if not note:
            return _measured(commitment, cut, at, lines, review)
    except WorkbenchError as error:
        note = Note(error.message)
    missing = missing_fields(commitment, review.actuals.leads) if commitment.kind in CHECKS else ()
    lines = lines or [blank_line(commitment, one) for one in cut]
    return [dataclasses.replace(one, status="not_measurable", needs_missing=missing, reason=note) for one in lines]


def _measured(
    commitment: Commitment, cut: tuple[Window, ...], at: list[Standing], lines: list[Result], review: Review
) -> list[Result]:
    """The lines of a commitment that nothing keeps from being measured."""
    if commitment.kind not in CHECKS:
        read = totals.metric if commitment.kind == "metric" else totals.deliverable
        parts = zip(cut, at, lines, strict=True)
        return [read(commitment, *each, review) if each[1].begun else each[2] for each in parts]
    tallies, undated = tally(commitment, cut, review)
    judge = _count if commitment.kind in COUNT_KINDS else _share
    reached: Sequence[int | None] = [None] * len(cut)
    if commitment.kind == "conversion":
        reached = reached_within(commitment, cut, review)
    return [
        dataclasses.replace(
            line,
            undated=undated,
            **({**judge(commitment, line, place, found), "reached_in_period": n} if place.begun else {}),
        )
        for place, line, found, n in zip(at, lines, tallies, reached, strict=True)
    ]


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
        few = Note(N_("Fewer than {n} leads."), (("n", str(commitment.minimum_sample)),))
        if commitment.minimum_sample == 1:
            few = Note(N_("There is no lead to judge."))
        note = few if known < commitment.minimum_sample else Note(N_("Nothing is decided yet."))
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
    }
