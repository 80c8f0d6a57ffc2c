"""A slow second opinion on the scorecard: row by row, from the words of the contract. Shares no code with the package.

Only the data classes of its questions are the package's own.
"""

from __future__ import annotations

import datetime as dt
import math
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import Any
from zoneinfo import ZoneInfo

from tests.tracking.reference import SlowCalendar
from workbench.agreement.commitment import Commitment, Filter
from workbench.tracking.actuals import Done, PeriodTotal, Settled


class Bad(Enum):
    """An unreadable cell."""

    CELL = "unreadable"


BAD = Bad.CELL
Lead = dict[str, Any]
"""`identity` and fields: seconds since 1970 for instants, texts, whole numbers, `BAD`; nothing for empty."""


@dataclass
class World:
    """Everything a check looks at, in plain Python."""

    zone: ZoneInfo
    calendars: dict[str, SlowCalendar]
    as_of: dt.date | dt.datetime
    first: dt.date | None
    last: dt.date | None
    leads: list[Lead]
    fields: set[str]
    totals: list[PeriodTotal] = field(default_factory=list)
    done: list[Done] = field(default_factory=list)
    settled: list[Settled] = field(default_factory=list)

    def __post_init__(self) -> None:
        carried = self.fields | {"identity"}
        self.leads = [{name: cell for name, cell in one.items() if name in carried} for one in self.leads]
        if isinstance(self.as_of, dt.datetime):
            self.now = self.closing = int(self.as_of.timestamp())
            self.today = self.as_of.astimezone(self.zone).date()
        else:
            self.closing = self.midnight(self.as_of + dt.timedelta(days=1))
            self.now, self.today = self.closing - 1, self.as_of

    def midnight(self, day: dt.date) -> int:
        return int(dt.datetime.combine(day, dt.time(), self.zone).timestamp())

    def day(self, instant: int) -> dt.date:
        return dt.datetime.fromtimestamp(instant, self.zone).date()

    def is_date(self, instant: int) -> bool:
        return dt.datetime.fromtimestamp(instant, self.zone).time() == dt.time()

    def stamp(self, lead: Lead, name: str) -> Any:
        """An instant that has happened, `BAD`, or nothing."""
        value = lead.get(name)
        return value if value is BAD or (value is not None and value <= self.now) else None

    def inside(self, instant: Any, period: tuple[dt.date, dt.date]) -> bool:
        """Whether an instant lies in a period and on a day in force."""
        if not isinstance(instant, int):
            return False
        day = self.day(instant)
        return period[0] <= day <= period[1] and (self.first or day) <= day <= (self.last or day)


def span(text: str) -> tuple[dt.date, dt.date]:
    """First and last day of a written period."""
    if "W" in text:
        first = dt.datetime.strptime(f"{text}-1", "%G-W%V-%u").date()  # noqa: DTZ007  (a date)
        return first, first + dt.timedelta(days=6)
    if "Q" in text:
        year, quarter = int(text[:4]), int(text[-1])
        after = dt.date(year + quarter // 4, quarter % 4 * 3 + 1, 1)
        return dt.date(year, quarter * 3 - 2, 1), after - dt.timedelta(days=1)
    year, month = int(text[:4]), int(text[5:] or 0)
    if not month:
        return dt.date(year, 1, 1), dt.date(year, 12, 31)
    return dt.date(year, month, 1), dt.date(year + month // 12, month % 12 + 1, 1) - dt.timedelta(days=1)


def word(lead: Lead, name: str) -> str:
    """A text cell without case and outer spaces; empty where it is unreadable."""
    value = lead.get(name)
    return value.strip().lower() if isinstance(value, str) else ""


def matches(lead: Lead, scope: tuple[Filter, ...]) -> Any:
    """True, False, or `BAD` where an unreadable cell decides."""
    doubt = False
    for one in scope:
        if lead.get(one.field) is BAD:
            doubt = True
        elif not word(lead, one.field) or word(lead, one.field) not in {value.strip().lower() for value in one.values}:
            return False
    return BAD if doubt else True


class Judge:
    """One commitment over one world."""

    def __init__(self, commitment: Commitment, world: World) -> None:
        self.c, self.w = commitment, world
        key = commitment.clock.calendar if commitment.clock else ""
        self.cal = world.calendars[key] if key else next(iter(world.calendars.values()))

    # ---- the clock
    def placed(self, instant: Any) -> Any:
        """A date without time is that date in the calendar's zone."""
        if isinstance(instant, int) and self.w.is_date(instant):
            return int(dt.datetime.combine(self.w.day(instant), dt.time(), self.cal.zone).timestamp())
        return instant

    def deadline(self, start: int) -> int:
        within = self.c.clock.within  # type: ignore[union-attr]  # only asked of kinds with a clock
        assert within
        if within.unit == "business_days":
            due = self.cal.nth_day_end(self.placed(start), within.amount)
        else:
            due = self.cal.deadline(self.placed(start), within.amount * {"minutes": 60, "hours": 3600}[within.unit])
        if self.w.is_date(start):
            tomorrow = self.cal.date(due - 1) + dt.timedelta(days=1)
            return int(dt.datetime.combine(tomorrow, dt.time(), self.cal.zone).timestamp()) - 1
        return due

    def in_time(self, event: int, due: int) -> bool:
        if self.w.is_date(event):
            return self.w.day(event) <= self.cal.date(due - 1)
        return event <= due

    def before(self, event: int, start: int) -> bool:
        if self.w.is_date(event) or self.w.is_date(start):
            days = [self.w.day(one) if self.w.is_date(one) else self.cal.date(one) for one in (event, start)]
            return days[0] < days[1]
        return event < start

    def waiting(self, due: int) -> str:
        return "overdue" if self.w.now > due else "pending"

    def stamps(self, lead: Lead, fields: tuple[str, ...]) -> Any:
        """The first of several events; `BAD` where one is unreadable."""
        found = [self.w.stamp(lead, name) for name in fields]
        if BAD in found:
            return BAD
        there = [one for one in found if one is not None]
        return min(there, key=self.placed) if there else None

    # ---- kinds
    def timed(self, lead: Lead, start: int) -> tuple[str, int | None]:
        due, event = self.deadline(start), self.stamps(lead, self.c.clock.stops)  # type: ignore[union-attr]  # as above
        if event is BAD:
            return "unknown", None
        if event is None:
            return self.waiting(due), None
        if self.before(event, start):
            return ("met", event) if self.c.kind == "response" else ("unknown", event)
        return ("met" if self.in_time(event, due) else "late"), event

    def depth(self, lead: Lead, start: int) -> tuple[str, int | None]:
        clock = self.c.clock
        assert clock
        assert clock.attempts
        due, stop = self.deadline(start), self.stamps(lead, clock.stop_events)
        own, last = self.w.stamp(lead, f"attempt_{clock.attempts}_at"), self.w.stamp(lead, "last_attempt_at")
        count = lead.get("attempts")
        if stop is BAD:
            return "unknown", None
        if stop is not None and self.before(stop, start):
            return "unknown", None
        enough = count is not BAD and (count or 0) >= clock.attempts
        attempt = own if own is not None else last if enough else None
        if stop is not None and self.in_time(stop, due):  # whatever the count
            usable = isinstance(attempt, int) and not self.before(attempt, start)
            return "met", min(stop, attempt, key=self.placed) if usable else stop
        if own is None and (count is BAD or (enough and last is BAD)):
            return "unknown", None
        if own is BAD:
            return "unknown", None
        if own is None and enough and (last is None or not (self.before(last, start) or self.in_time(last, due))):
            return "unknown", None
        if attempt is not None:
            if self.before(attempt, start):
                return "unknown", None
            if self.in_time(attempt, due):
                return "met", attempt
        late = [one for one in (attempt, stop) if one is not None]
        return ("late", min(late, key=self.placed)) if late else (self.waiting(due), None)

    def quality(self, lead: Lead, start: int) -> str:
        accepted, rejected = self.w.stamp(lead, "accepted_at"), self.w.stamp(lead, "rejected_at")
        if BAD in (accepted, rejected):
            return "unknown"
        if accepted is None and rejected is None:
            return "met" if self.c.silence_accepts and self.w.now > self.deadline(start) else "pending"
        return "met" if rejected is None or (accepted is not None and accepted > rejected) else "late"

    def contents(self, lead: Lead) -> str:
        if self.c.kind == "reasons":
            listed = {value.strip().lower() for value in self.c.allowed_values} - {""}
            if lead.get("reject_reason") is BAD:
                return "unknown"
            return "met" if word(lead, "reject_reason") in listed else "late"
        cells = [self.w.stamp(lead, f) if f.endswith("_at") else lead.get(f) for f in self.c.required_fields]
        if BAD in cells:
            return "unknown"
        return "met" if all(cell is not None and str(cell).strip() for cell in cells) else "late"

    def state(self, lead: Lead, start: int) -> tuple[str, int | None]:
        """The state of a lead of the cohort that nothing takes out, and its event where it is timed."""
        kind = self.c.kind
        if kind == "volume":
            return "met", None
        if kind == "value":
            fits = [matches(lead, one.scope) for one in self.c.lead_values]
            doubtful = BAD in fits and (True not in fits or fits.index(BAD) < fits.index(True))
            return ("unknown" if doubtful else "met"), None
        if kind == "quality":
            return self.quality(lead, start), None
        if kind in {"completeness", "reasons"}:
            return self.contents(lead), None
        if kind == "conversion":
            event = self.w.stamp(lead, self.c.reached)
            return "unknown" if event is BAD else "met" if event is not None else "late", None
        return self.depth(lead, start) if kind == "follow_up_depth" else self.timed(lead, start)

    def worth(self, lead: Lead) -> Decimal:
        """The value of the first type that is known to fit."""
        return next((one.value for one in self.c.lead_values if matches(lead, one.scope) is True), Decimal(0))

    # ---- the cohort
    def above_ceiling(self, lead: Lead) -> bool:
        if self.c.ceiling is None or "ceiling" not in self.c.relief or not self.c.clock:
            return False
        name = self.c.clock.start
        own = self.w.stamp(lead, name)
        if not isinstance(own, int):
            return False
        period = span(holding(self.w.day(own), self.c.ceiling_period or self.c.period))
        others = [other for other in self.w.leads if not word(other, "excluded")]
        starts = sorted(self.w.stamp(one, name) for one in others if self.w.inside(self.w.stamp(one, name), period))
        return self.w.inside(own, period) and len(starts) > self.c.ceiling and own > starts[self.c.ceiling - 1]

    def row(self, lead: Lead, fits: Any) -> tuple[str, int | None]:
        """State and working seconds of a lead of the cohort."""
        timed = self.c.kind in {"response", "hand_over_speed", "decision", "recycle", "follow_up_depth"}
        start = self.w.stamp(lead, self.c.clock.start if timed and self.c.clock else self.c.anchor)
        state, event = self.state(lead, start) if isinstance(start, int) else ("unknown", None)
        seconds = None
        if timed and event is not None and state in {"met", "late"}:
            seconds = self.cal.working(self.placed(start), self.placed(event))
        if fits is BAD or lead.get("excluded") is BAD:
            state = "unknown"
        if self.above_ceiling(lead) or word(lead, "excluded"):
            state = "excluded"
        for one in self.w.settled:
            names = one.note.strip() and one.marketing.strip() and one.sales.strip()
            if one.commitment == self.c.id and one.identity == lead["identity"] and names:
                state = one.state
        return state, seconds if state in {"met", "late"} else None

    def rows(self, period: tuple[dt.date, dt.date]) -> dict[str, tuple[str, int | None, Lead]]:
        """State, working seconds and lead of every lead of the cohort, by identity."""
        found: dict[str, tuple[str, int | None, Lead]] = {}
        for lead in self.w.leads:
            fits = matches(lead, self.c.scope)
            if fits and self.w.inside(self.w.stamp(lead, self.c.anchor), period):
                found[lead["identity"]] = (*self.row(lead, fits), lead)
        return found

    def reached(self, period: tuple[dt.date, dt.date]) -> int:
        """How many leads reached the next stage in a period, whichever period they entered in."""
        there = [one for one in self.w.leads if self.w.inside(self.w.stamp(one, self.c.reached), period)]
        known = [one for one in there if matches(one, self.c.scope) is True and one.get("excluded") is not BAD]
        return sum(not word(one, "excluded") for one in known)

    # ---- the verdict
    def line(self, text: str) -> dict[str, Any]:
        """What the scorecard should say about a period."""
        period = span(text)
        first, last = max(period[0], self.w.first or period[0]), min(period[1], self.w.last or period[1])
        pace = next(iter(self.w.calendars.values()))
        whole, days = pace.count_days(*period), pace.count_days(first, last)
        begun = first <= last and self.w.today >= first
        passed = pace.count_days(first, min(self.w.today, last)) if begun else 0
        closed = self.w.closing >= self.w.midnight(period[1] + dt.timedelta(days=1))
        target = Fraction(dict(self.c.period_targets).get(text, self.c.target) or 0)
        upper = Fraction(self.c.target_upper or 0) if self.c.operator == "between" else target
        if self.c.kind in {"volume", "value", "deliverable"} and not self.c.due and days < whole:
            target, upper = (Fraction(math.ceil(one * days / whole)) for one in (target, upper))
        line: dict[str, Any] = {"target": target}
        absent = [name for name in self.c.needs if name not in self.w.fields]
        if self.c.kind == "follow_up_depth" and self.c.clock and f"attempt_{self.c.clock.attempts}_at" in self.w.fields:
            absent = [name for name in absent if name not in {"attempts", "last_attempt_at"}]
        if absent:
            return line | {"status": "not_measurable", "needs_missing": tuple(absent)}
        if not begun:
            return line | {"status": "not_due"}
        if self.c.kind == "metric":
            return line | self.metric(text, target, upper, closed)
        if self.c.kind == "deliverable" and self.c.due:
            return line | self.dated(target, closed)
        if self.c.kind in {"volume", "value", "deliverable"}:
            return line | self.count((first, last), target, upper, closed, days, passed)
        return line | self.share(period, target, upper, closed)

    def kept(self, value: Fraction, target: Fraction, upper: Fraction, slack: Fraction, over: Fraction) -> bool:
        enough, not_more = value >= target - slack, value <= upper + over
        return {">=": enough, "<=": not_more, "between": enough and not_more}[self.c.operator]

    def metric(self, text: str, target: Fraction, upper: Fraction, closed: bool) -> dict[str, Any]:
        entries = [one.value for one in self.w.totals if (one.metric, one.period) == (self.c.metric, text)]
        if not entries:
            return {"status": "not_measurable" if closed else "not_due", "value": None}
        slack = Fraction(self.c.tolerance) if closed else Fraction(0)
        good = self.kept(Fraction(entries[-1]), target, upper, slack, slack)
        words = ("met", "missed") if closed else ("on_track", "at_risk")
        return {"status": words[0 if good else 1], "value": Fraction(entries[-1])}

    def attested(self, first: dt.date, last: dt.date) -> int:
        both = [one for one in self.w.done if one.metric == self.c.metric and one.marketing and one.sales]
        return sum(one.count for one in both if first <= one.day <= min(last, self.w.today))

    def dated(self, target: Fraction, closed: bool) -> dict[str, Any]:
        due = dt.date.fromisoformat(self.c.due)
        done = self.attested(self.w.first or dt.date.min, due)
        if done >= target - Fraction(self.c.tolerance):
            status = "met" if closed else "on_track"
        else:
            status = "missed" if closed else "at_risk" if self.w.today > due else "not_due"
        return {"status": status, "value": Fraction(done)}

    def count(
        self, window: tuple[dt.date, dt.date], target: Fraction, upper: Fraction, closed: bool, days: int, passed: int
    ) -> dict[str, Any]:
        slack = Fraction(self.c.tolerance)
        if self.c.kind == "deliverable":
            states: dict[str, Any] = {}
            actual, over = Fraction(self.attested(*window)), slack
        else:
            rows = self.rows(window)
            states = tally(rows)
            counted = [lead for state, _, lead in rows.values() if state == "met"]
            actual = sum((Fraction(self.worth(one)) for one in counted), Fraction(0))
            if self.c.kind == "volume":
                actual = Fraction(len(counted))
            slack, over = target * slack, upper * slack
        if closed:
            status = "met" if self.kept(actual, target, upper, slack, over) else "missed"
        elif self.c.kind == "deliverable" and not actual:
            status = "not_due"
        else:
            part = Fraction(passed, days) if days else Fraction(0)  # without a working day the pace is nothing
            low, high = actual >= target * part, actual <= upper * part
            good = {">=": low, "<=": high, "between": low and actual <= upper}[self.c.operator]
            status = "on_track" if good else "at_risk"
        line = states | {"status": status, "value": actual, "pace": target * passed / days if days else Fraction(0)}
        line["forecast"] = actual * days / passed if passed >= 3 and not closed else None
        left = days - passed
        line["required_per_day"] = max(target - actual, Fraction(0)) / left if left and not closed else None
        return line

    def share(self, period: tuple[dt.date, dt.date], target: Fraction, upper: Fraction, closed: bool) -> dict[str, Any]:
        rows = self.rows(period)
        line = tally(rows)
        met, pending = line["met"], line["pending"]
        decided = met + line["late"] + line["overdue"]
        known = decided + pending
        seconds = [one for _, one, _ in rows.values() if one is not None]
        line |= {
            "value": Fraction(met, decided) if decided else None,
            "denominator": decided,
            "lowest": Fraction(met, known) if known else None,
            "highest": Fraction(met + pending, known) if known else None,
            "median_seconds": percentile(seconds, Fraction(1, 2)),
            "p90_seconds": percentile(seconds, Fraction(9, 10)),
        }
        if self.c.kind == "conversion":
            line["reached_in_period"] = self.reached(period)
        if known < self.c.minimum_sample or not decided:
            return line | {"status": "too_little_data"}
        slack = Fraction(self.c.tolerance)
        ends = [self.kept(Fraction(met + k, known), target, upper, slack, slack) for k in range(pending + 1)]
        now = "on_track" if self.kept(Fraction(met, decided), target, upper, Fraction(0), Fraction(0)) else "at_risk"
        if closed:
            now = "met" if all(ends) else now if any(ends) else "missed"
        return line | {"status": now}


def tally(rows: dict[str, tuple[str, int | None, Lead]]) -> dict[str, Any]:
    """How many leads are in each state."""
    states = [state for state, _, _ in rows.values()]
    return {state: states.count(state) for state in ("met", "late", "overdue", "pending", "excluded", "unknown")}


def holding(day: dt.date, length: str) -> str:
    """The period of a length that a day lies in, written."""
    year, week, _ = day.isocalendar()
    return {
        "week": f"{year}-W{week:02d}",
        "month": f"{day.year}-{day.month:02d}",
        "quarter": f"{day.year}-Q{(day.month - 1) // 3 + 1}",
        "year": f"{day.year}",
    }[length]


def percentile(numbers: list[int], share: Fraction) -> int | None:
    """PERCENTILE.INC in whole seconds, halves up."""
    if not numbers:
        return None
    ordered, rank = sorted(numbers), share * (len(numbers) - 1)
    low = math.floor(rank)
    high = min(low + 1, len(ordered) - 1)
    return math.floor(ordered[low] + (ordered[high] - ordered[low]) * (rank - low) + Fraction(1, 2))
