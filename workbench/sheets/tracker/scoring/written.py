"""Lines that no formula can judge: the program's own numbers, with the day they were worked out.

For commitments that lack something in the agreement, or whose calendar cannot be used. Must not know formulas' ranges.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from workbench.agreement.commitment import Commitment
from workbench.base.language import N_, Language
from workbench.sheets.tracker.formula import lift
from workbench.sheets.tracker.promises import Promise
from workbench.sheets.tracker.scoring.line import Cell, Line
from workbench.sheets.tracker.subject import Subject
from workbench.tracking.periods import Period
from workbench.tracking.result import Result
from workbench.tracking.scorecard import scorecard

_SAME: tuple[Cell, ...] = (
    "target", "value", "numerator", "denominator", "pending", "excluded", "unknown", "lowest", "highest", "pace",
    "forecast", "period_value",
)  # fmt: skip


def written_lines(promise: Promise, subject: Subject, periods: tuple[Period, ...]) -> list[Line]:
    """The lines of a commitment as the program judged them."""
    review = replace(subject.review, asked=periods)
    found = scorecard([promise.commitment], review).results if periods else ()
    return [_line(result, promise.commitment, review.moment.day, subject.words) for result in found]


def _line(result: Result, commitment: Commitment, day: dt.date, words: Language) -> Line:
    line = Line(commitment, result.period, computed=False)
    line.cells["status"] = lift(result.status)
    for name in _SAME:
        value = getattr(result, name)
        if value is not None:
            line.cells[name] = lift(float(value))
    if result.reached_in_period is not None:
        line.cells["reached"] = lift(float(result.reached_in_period))
    if result.median_seconds is not None and result.p90_seconds is not None:
        line.cells["median"], line.cells["p90"] = lift(result.median_seconds), lift(result.p90_seconds)
    said = words.text(N_("Computed by the program on {day}.")).format(day=day.isoformat())
    line.cells["note"] = lift(f"{result.reason.text(words)} {said}".strip())
    return line
