"""Trackers of generated worlds and of hand-worked reviews, and what they should say by the checks' own account."""

from __future__ import annotations

import dataclasses
import datetime as dt
import math
from decimal import Decimal
from typing import Any

from workbench.agreement.commitment import Commitment
from workbench.agreement.model import Agreement
from workbench.sheets.tracker.cohorts import TENS
from workbench.sheets.tracker.model import Model, make_model
from workbench.sheets.tracker.periods import axis_name
from workbench.sheets.tracker.scoring.line import Cell, Line
from workbench.sheets.tracker.subject import Subject
from workbench.tracking.evidence import evidence
from workbench.tracking.result import Result
from workbench.tracking.review import Review
from workbench.tracking.scorecard import scorecard
from workbench.tracking.why import STATES

WRITTEN = dt.datetime(2026, 12, 1, 9, 0, tzinfo=dt.UTC)
NAMES: dict[Cell, str] = {
    "target": "target", "value": "value", "status": "status", "numerator": "numerator", "denominator": "denominator",
    "pending": "pending", "excluded": "excluded", "unknown": "unknown", "lowest": "lowest", "highest": "highest",
    "median": "median_seconds", "p90": "p90_seconds", "pace": "pace", "forecast": "forecast",
    "required": "required_per_day", "reached": "reached_in_period", "period_value": "period_value",
}  # fmt: skip
"""Cells of a line and the attributes of a result they must equal."""


def subject_of(promised: list[Commitment], review: Review, **changes: Any) -> Subject:
    """A subject with little of an agreement around it."""
    given: dict[str, Any] = {
        "agreement_id": "7b0c5e1a",
        "version": 3,
        "version_hash": "ab" * 32,
        "agreement": Agreement(title="Test"),
        "commitments": tuple(promised),
        "review": review,
        "written": WRITTEN,
    }
    return Subject(**given | changes)


def expected(model: Model) -> dict[tuple[str, str], Result]:
    """What the checks say about every line of a tracker, by commitment and period."""
    found: dict[tuple[str, str], Result] = {}
    for one in model.subject.commitments:
        asked = model.plan.lines[one.id]
        if asked:
            review = dataclasses.replace(model.subject.review, asked=asked)
            found |= {(one.id, line.period): line for line in scorecard([one], review).results}
    return found


def same(cell: Any, value: Any) -> bool:
    """Whether a cell shows a value: the word, or the number to 12 digits; an empty cell for nothing."""
    if value is None:
        return bool(cell in {None, ""})
    if isinstance(value, str):
        return bool(cell == value)
    number = isinstance(cell, int | float) and not isinstance(cell, bool)
    return number and math.isclose(cell, float(Decimal(value)), rel_tol=1e-12, abs_tol=1e-9)


def differences(line: Line, result: Result) -> dict[str, tuple[Any, Any]]:
    """Where a line is not the result: cell, and both values."""
    found = {
        name: (line.cells[name].value if name in line.cells else None, getattr(result, NAMES[name])) for name in NAMES
    }
    return {name: pair for name, pair in found.items() if not same(*pair)}


def row_differences(model: Model, commitment: Commitment, codes: Any = None, seconds: Any = None) -> list[Any]:
    """Where the clocks are not the evidence: lead, what the tracker says and what the checks say of state and time.

    Args:
        model: The tracker.
        commitment: Whose leads.
        codes: Period and state of each lead as a spreadsheet program computed them; as written where nothing is given.
        seconds: Its working seconds, likewise.
    """
    judged = model.judged[commitment.id]
    codes = model.engine.ranges[f"State_{commitment.label}"].value if codes is None else codes
    if seconds is None and judged.seconds:
        seconds = judged.seconds.value
    axis = model.axes[axis_name(commitment)]
    behind = evidence(commitment, dataclasses.replace(model.subject.review, asked=model.plan.lines[commitment.id]))
    rows = {row.lead: row for row in behind}
    wrong: list[Any] = []
    listed = {period.text for period in model.plan.lines[commitment.id]}
    for lead in range(len(model.subject.review.actuals.leads)):
        place, state = divmod(int(codes[lead]), TENS)
        ours: Any = (axis.rows[place - 1].window.period.text, STATES[state - 1]) if place else None
        ours = ours if ours and ours[0] in listed else None
        row = rows.get(lead)
        theirs = (row.period, row.state) if row else None
        if ours != theirs:
            wrong.append((lead, ours, theirs))
            continue
        worked = row.working_seconds if row and row.state in {"met", "late"} else None
        if judged.seconds and worked is not None and seconds[lead] != worked:
            wrong.append((lead, seconds[lead], worked))
    return wrong


def check(model: Model) -> None:
    """Hold every line and every lead against the checks."""
    results = expected(model)
    assert {(line.commitment.id, line.period) for line in model.lines} == set(results)
    for line in model.lines:
        wrong = differences(line, results[line.commitment.id, line.period])
        assert wrong == {}, (line.commitment, line.period)
    for promise in model.promises:
        if promise.commitment.id in model.judged and not promise.missing.value:
            assert row_differences(model, promise.commitment) == [], promise.commitment


def model_of(promised: list[Commitment], review: Review, spare: int = 5) -> Model:
    """A model with few spare rows."""
    return make_model(subject_of(promised, review), spare)
