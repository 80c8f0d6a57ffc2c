"""What the first sheet says of one promise, as formulas that look it up on the scorecard. Must not know cells."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.agreement.commitment import Commitment
from workbench.base.language import N_, Language
from workbench.sheets.tracker.formula import Formula, lift
from workbench.sheets.tracker.functions import any_of, both, either, number_in, rounded
from workbench.sheets.tracker.model import Model
from workbench.sheets.tracker.periods import axis_name
from workbench.sheets.tracker.scoring.line import Cell
from workbench.sheets.tracker.tabs.board.shown import MONTH, ShownPeriod

NOTHING = lift("")


@dataclass(frozen=True, eq=False)
class PromiseRow:
    """One promise on the first sheet.

    Attributes:
        commitment: The promise.
        place: Its line of the scorecard in the period shown, 0 for none; all others read the cell it stands in.
        months: Its line for each month of the strip, nothing where it has none.
        first: Its first line, from 1.
        count: How many lines it has.
    """

    commitment: Commitment
    place: Formula
    months: tuple[int | None, ...]
    first: int
    count: int


def promise_row(commitment: Commitment, model: Model, shown: ShownPeriod, strip: tuple[int, ...]) -> PromiseRow:
    """The row of a promise.

    Args:
        commitment: The promise.
        model: The tracker.
        shown: The period shown.
        strip: The months at a glance, by their place from 0.
    """
    numbers = [number for number, line in enumerate(model.lines, 1) if line.commitment.id == commitment.id]
    periods = [model.lines[number - 1].period for number in numbers]
    months = tuple(_line_of_month(model, commitment, numbers, month) for month in strip)
    if not numbers:
        return PromiseRow(commitment, lift(0), months, 0, 0)
    axis = axis_name(commitment)
    place: Formula = lift(numbers[0])
    if axis in shown.places:
        texts = [row.window.period.text for row in model.axes[axis].rows]
        first = texts.index(periods[0]) + 1
        at = shown.places[axis]
        inside = both(at >= first, at <= first + len(numbers) - 1)
        place = either(inside, at + (numbers[0] - first), 0)
    return PromiseRow(commitment, place, months, numbers[0], len(numbers))


def _line_of_month(model: Model, commitment: Commitment, numbers: list[int], month: int) -> int | None:
    """The line whose period holds a month's last day; of weeks the last that ends in the month."""
    last = model.axes[MONTH].rows[month].window.period.last
    axis = model.axes[axis_name(commitment)]
    period_of = {row.window.period.text: row.window.period for row in axis.rows}
    for number in reversed(numbers):
        period = period_of[model.lines[number - 1].period]
        week = commitment.period == "week" and (last - period.last).days in range(7)
        if week or (commitment.period != "week" and period.first <= last <= period.last):
            return number
    return None


def cell_at(model: Model, name: Cell, place: Formula) -> Formula:
    """A cell of the scorecard's line at a place; empty where the cell is, and for place 0."""
    found = model.scores[name].at(place)
    return either(place.equals(0), NOTHING, either(found.equals(""), NOTHING, found))


def gap(commitment: Commitment, actual: Formula, target: Formula) -> Formula:
    """How far the value is from the target; in percentage points for shares."""
    difference = actual - target
    apart = difference * 100 if commitment.unit == "share" else difference
    return either(any_of(actual.equals(""), target.equals("")), NOTHING, apart)


def counted(commitment: Commitment, model: Model, place: Formula, words: Language) -> Formula:
    """What stands behind the value, in words."""
    if commitment.kind == "metric":
        return lift(words.text(N_("period total")))
    if commitment.unit == "share":
        met, of, pending = (cell_at(model, name, place) for name in ("numerator", "denominator", "pending"))
        share = met.joined(lift(words.text(N_(" of ")))).joined(of)
        waiting = lift(" · ").joined(pending).joined(lift(words.text(N_(" pending"))))
        more = either(any_of(pending.equals(""), pending.equals(0)), NOTHING, waiting)
        if commitment.kind == "conversion":
            reached = cell_at(model, "reached", place)
            more = lift(" · ").joined(reached).joined(lift(words.text(N_(" in the period"))))
        return either(of.equals(""), NOTHING, share.joined(more))
    required = cell_at(model, "required", place)
    digits = 0 if commitment.unit == "currency" else 1
    said = rounded(number_in(required), digits).joined(lift(words.text(N_(" a day needed"))))
    none = words.text(N_("attested by both")) if commitment.kind == "deliverable" else ""
    return either(required.equals(""), lift(none), said)


def short_sentence(one: Commitment, model: Model) -> str:
    """The clause of a promise without what is added about single periods."""
    sentence = next(promise.sentence for promise in model.promises if promise.commitment is one)
    return sentence.partition(". ")[0].rstrip(".")
