"""The line of a number that adds up over the period: leads, their values, pieces done; with its pace.

Must not know where the number comes from.
"""

from __future__ import annotations

from workbench.sheets.tracker.formula import Formula
from workbench.sheets.tracker.functions import both, either, greatest, least, number_in, opposite
from workbench.sheets.tracker.scoring.line import NOTHING, Line
from workbench.sheets.tracker.scoring.place import Counted, Place
from workbench.sheets.tracker.scoring.verdicts import count_status, make_bar, word
from workbench.sheets.tracker.totals_cells import TotalsCells
from workbench.tracking.standing import FORECAST_FROM_DAY


def count_line(place: Place, counted: Counted) -> Line:
    """A volume or a value."""
    line = place.line()
    line.put("target", place.pro_rated(place.promise.target(line.period)))
    line.put_if(place.live, "numerator", place.worth(counted))
    place.put_states(line, counted)
    line.put("status", place.status(_judged(place, line, relative=True)))
    return line


def deliverable_line(place: Place, totals: TotalsCells) -> Line:
    """A deliverable that is due in every period; nothing done yet is not due while the period is open."""
    line, promise = place.line(), place.promise
    line.put("target", place.pro_rated(promise.target(line.period)))
    first, after = place.axis.cell("first", place.number), place.axis.cell("after", place.number)
    done = totals.attested(promise.commitment.label, first, least(after, place.as_of.day + 1))
    actual = line.put_if(place.begun, "numerator", done)
    judged = _judged(place, line, relative=False)
    none_yet = both(number_in(actual).equals(0), opposite(place.closed))
    line.put("status", place.status(either(none_yet, word("not_due"), judged)))
    return line


def _judged(place: Place, line: Line, *, relative: bool) -> Formula:
    """Fill in the value and its pace, and answer the status."""
    promise, axis, number = place.promise, place.axis, place.number
    operator, upper = promise.commitment.operator, None
    if promise.commitment.target_upper is not None and operator == "between":
        upper = place.pro_rated(promise.cell("upper"))
    days, elapsed = axis.cell("days", number), axis.cell("elapsed", number)
    actual, target, live = line.at("numerator"), line.at("target"), place.live
    line.put("value", actual)
    line.put_if(live, "pace", target * elapsed / greatest(days, 1))
    is_open = both(live, opposite(place.closed))
    forecast = both(is_open, elapsed >= FORECAST_FROM_DAY)
    line.put("forecast", either(forecast, actual * days / greatest(elapsed, 1), NOTHING))
    needed = greatest(0, target - number_in(actual)) / greatest(days - elapsed, 1)
    line.put("required", either(both(is_open, days > elapsed), needed, NOTHING))
    line.put("note", place.note())
    goal = make_bar(operator, target, upper, None)
    kept = make_bar(operator, target, upper, promise.cell("tolerance"), relative=relative)
    return count_status(actual, goal, kept, place.closed, elapsed, days)
