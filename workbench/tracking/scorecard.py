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

from workbench.agreement.commitment import COUNT_KINDS, Commitment
from workbench.base.errors import WorkbenchError
from workbench.base.language import N_
from workbench.tracking import totals
from workbench.tracking.bar import bar
from workbench.tracking.checks import CHECKS
from workbench.tracking.checks.conversion import reached_within
from workbench.tracking.lines import blank_line, decimal_of, due_line, with_pace
from workbench.tracking.measurable import absent_fields, missing_fields, obstacle
from workbench.tracking.note import NOTHING, Note
from workbench.tracking.result import Result
from workbench.tracking.review import Review
from workbench.tracking.standing import Standing, standing
from workbench.tracking.status import count_status, share_status
from workbench.tracking.tally import Tally, tally
from workbench.tracking.windows import Window, windows


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
    lines = [blank_line(commitment, one) for one in cut]
    try:
        at = [standing(one, review) for one in cut]
        lines = [due_line(commitment, *each) for each in zip(cut, at, strict=True)]
        note = obstacle(commitment, review)
        if not note:
            return _measured(commitment, cut, at, lines, review)
    except WorkbenchError as error:
        note = Note(error.message)
    missing = missing_fields(commitment, review.actuals.leads) if commitment.kind in CHECKS else ()
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
    judged = [
        judge(commitment, line, place, found) if place.begun else line
        for place, line, found in zip(at, lines, tallies, strict=True)
    ]
    judged = [dataclasses.replace(line, undated=undated) for line in judged]
    if commitment.kind == "conversion":
        views = zip(at, judged, reached_within(commitment, cut, review), strict=True)
        return [dataclasses.replace(one, reached_in_period=n) if place.begun else one for place, one, n in views]
    return judged


def _count(commitment: Commitment, line: Result, at: Standing, found: Tally) -> Result:
    """The line of a volume or a value in a period that has begun."""
    actual = Fraction(found.worth) if commitment.kind == "value" else Fraction(found.states[0])
    target = Fraction(line.target or 0)
    upper = None if commitment.target_upper is None else at.part_of(Fraction(commitment.target_upper))
    goal = bar(commitment.operator, target, upper)
    kept = bar(commitment.operator, target, upper, Fraction(commitment.tolerance), relative=True)
    return dataclasses.replace(
        with_pace(_with_states(line, found), at, actual), status=count_status(actual, goal, kept, at), reason=NOTHING
    )


def _share(commitment: Commitment, line: Result, at: Standing, found: Tally) -> Result:
    """The line of a share in a period that has begun."""
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
    return dataclasses.replace(
        _with_states(line, found),
        status=status,
        value=decimal_of(Fraction(met, decided)) if decided else None,
        numerator=Decimal(met),
        denominator=decided,
        lowest=decimal_of(Fraction(met, known)) if known else None,
        highest=decimal_of(Fraction(met + pending, known)) if known else None,
        allowed_misses=floor((1 - target) * decided) if commitment.operator == ">=" else None,
        reason=note,
    )


def _with_states(line: Result, found: Tally) -> Result:
    """A line with the leads of each state."""
    met, late, overdue, pending, excluded, unknown = found.states
    return dataclasses.replace(
        line,
        met=met,
        late=late,
        overdue=overdue,
        pending=pending,
        excluded=excluded,
        unknown=unknown,
        median_seconds=found.median_seconds,
        p90_seconds=found.p90_seconds,
        by_day=found.by_day,
        touched_before_start=found.touched_before_start,
    )
