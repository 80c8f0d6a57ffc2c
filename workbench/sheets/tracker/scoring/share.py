"""The line of a share of leads. Must not know how leads are judged."""

from __future__ import annotations

from workbench.base.language import N_
from workbench.sheets.tracker.arrays import ArrayFormula, percentile_where
from workbench.sheets.tracker.cohorts import LATE, MET, OVERDUE, TENS
from workbench.sheets.tracker.formula import Formula, lift
from workbench.sheets.tracker.functions import any_of, both, either, number_in
from workbench.sheets.tracker.scoring.line import NOTHING, Line
from workbench.sheets.tracker.scoring.place import Counted, Place
from workbench.sheets.tracker.scoring.verdicts import make_bar, share_status


def share_line(place: Place, counted: Counted) -> Line:
    """Leads in time, of those decided; what pending leads could make of it; median and 90th percentile.

    A conversion has its other view beside it, of which nothing is judged: see `workbench.tracking.checks.conversion`.
    """
    line, promise, live = place.line(), place.promise, place.live
    operator = promise.commitment.operator
    target = line.put("target", promise.target(line.period))
    met = line.put_if(live, "numerator", place.count(counted, MET))
    decided = line.put_if(live, "denominator", met + place.count(counted, LATE) + place.count(counted, OVERDUE))
    place.put_states(line, counted)
    pending = line.at("pending")
    known = decided + pending
    none_decided, none_known = number_in(decided).equals(0), (number_in(decided) + number_in(pending)).equals(0)
    line.put("value", either(none_decided, NOTHING, met / decided))
    line.put("lowest", either(none_known, NOTHING, met / known))
    line.put("highest", either(none_known, NOTHING, (met + pending) / known))
    upper = promise.cell("upper") if promise.commitment.target_upper is not None else None
    goal = make_bar(operator, target, upper, None)
    kept = make_bar(operator, target, upper, promise.cell("tolerance"))
    judged = share_status(met, decided, pending, promise.cell("minimum"), goal, kept, place.closed)
    status = line.put("status", place.status(judged))
    if counted.seconds:
        line.cells["median"] = _percentile(place, counted, 5)
        line.cells["p90"] = _percentile(place, counted, 9)
    if counted.reached:
        reached = line.put_if(live, "reached", counted.reached.count(place.number))
        line.put("period_value", either(none_decided, NOTHING, reached / decided))
    line.put("note", _note(place, status, pending))
    return line


def _percentile(place: Place, counted: Counted, tenths: int) -> ArrayFormula:
    assert counted.seconds is not None
    low, high = place.number * TENS + MET, place.number * TENS + LATE
    found = percentile_where(counted.seconds, counted.codes, low, high, tenths)
    live = place.live
    return ArrayFormula(f'IF({live.text},{found.text},"")', found.value if live.value else "")


def _note(place: Place, status: Formula, pending: Formula) -> Formula:
    text = place.words.text
    few = lift(text(N_("Fewer leads than the agreed sample, or nothing is decided yet.")))
    open_end = lift(text(N_("The period has ended; pending leads can still change the result.")))
    undecided = any_of(status.equals("on_track"), status.equals("at_risk"))
    ended = both(place.closed, undecided, number_in(pending) > 0)
    return place.note(either(status.equals("too_little_data"), few, either(ended, open_end, "")))
