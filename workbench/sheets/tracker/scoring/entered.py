"""Lines of numbers that people enter: period totals, and single things due on a day. Must not know the lead log."""

from __future__ import annotations

import datetime as dt

from workbench.base.language import N_
from workbench.sheets.tracker.formula import Formula, lift
from workbench.sheets.tracker.functions import both, either, least
from workbench.sheets.tracker.scoring.line import NOTHING, Line
from workbench.sheets.tracker.scoring.place import Place
from workbench.sheets.tracker.scoring.verdicts import make_bar, word
from workbench.sheets.tracker.serial import day_serial
from workbench.sheets.tracker.totals_cells import TotalsCells


def metric_line(place: Place, totals: TotalsCells) -> Line:
    """A metric; its tolerance is in its own unit."""
    line, promise = place.line(), place.promise
    one = promise.commitment
    target = line.put("target", promise.target(line.period))
    value = line.put_if(place.begun, "value", totals.total(one.label, line.put("period", lift(line.period))))
    upper = promise.cell("upper") if one.target_upper is not None else None
    goal = make_bar(one.operator, target, upper, None)
    kept = make_bar(one.operator, target, upper, promise.cell("tolerance"))
    closed = either(kept.holds(value), word("met"), word("missed"))
    so_far = either(goal.holds(value), word("on_track"), word("at_risk"))
    none = either(place.closed, word("not_measurable"), word("not_due"))
    judged = either(value.equals(""), none, either(place.closed, closed, so_far))
    line.put("status", place.status(judged))
    empty = place.words.text(N_("No value has been entered for this period."))
    line.put("note", either(both(place.begun, value.equals("")), empty, NOTHING))
    return line


def dated_line(place: Place, totals: TotalsCells, first: dt.date | None) -> Line:
    """A single deliverable with a day by which it is due; what was done since the agreement began counts."""
    line, promise = place.line(), place.promise
    one = promise.commitment
    due = day_serial(dt.date.fromisoformat(one.due))
    target = line.put("target", promise.target(line.period))
    begins = float(day_serial(first)) if first else 0.0
    since = Formula(f"{begins:.0f}", begins)
    until = least(due + 1, place.as_of.day + 1)
    actual = line.put_if(place.begun, "numerator", totals.attested(one.label, since, until))
    line.put("value", actual)
    kept = make_bar(one.operator, target, None, promise.cell("tolerance")).holds(actual)
    waiting = either(place.as_of.day > due, word("at_risk"), word("not_due"))
    is_open = either(kept, word("on_track"), waiting)
    line.put("status", place.status(either(place.closed, either(kept, word("met"), word("missed")), is_open)))
    line.put("note", place.note())
    return line
