"""The practice company's scorecard worked out a second time, from the contract alone: plain Python and openpyxl.

Imports nothing of the program. Slow and obvious on purpose: every lead is looked at for every commitment, working time
is the sum of the opening intervals between two instants. The words in quotation marks are those of semantics section 4.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from tests.practice.by_hand_file import BAD, Export, Stamp
from tests.practice.by_hand_time import BERLIN, Desk, Period, add_working, day_end, desks_of, instant, periods

Line = dict[str, Any]
ORDER = ("met", "late", "overdue", "pending", "excluded", "unknown")
NO_DECIMALS = {"volume", "value", "deliverable", "metric"}


@dataclass
class Promise:
    """One commitment, as the agreement's JSON has it."""

    id: str
    kind: str
    by: str
    row: dict[str, Any]
    target: Fraction
    anchor: str = ""
    scope: list[tuple[str, list[str]]] = field(default_factory=list)
    needs: list[str] = field(default_factory=list)
    within: dict[str, Any] | None = None
    label: str = ""


@dataclass
class State:
    """How one lead counts, and in how much working time its event came."""

    word: str
    seconds: int | None = None


class ByHand:
    """The whole scorecard of an agreement over an export."""

    def __init__(self, agreement: dict[str, Any], export: Export, entries: dict[str, Any]) -> None:
        self.agreement = agreement
        self.export = export
        self.entries = entries
        self.as_of = export.as_of
        self.desks = desks_of(agreement)
        self.first_desk = next(iter(self.desks.values()))
        self.promises = list(self._labelled())
        self.beyond_ceiling = self._beyond_ceiling()

    def lines(self) -> list[Line]:
        """Every line: commitments in document order, periods in time."""
        return [self.line(promise, period) for promise in self.promises for period in self.periods_of(promise)]

    def periods_of(self, promise: Promise) -> list[Period]:
        """From the first day in force to the day of the data; a single dated deliverable has the one of its day."""
        if promise.row.get("due"):
            return [Period.of(dt.date.fromisoformat(promise.row["due"]), promise.row["period"])]
        first = dt.date.fromisoformat(self.agreement["teams"]["effective_from"])
        return periods(first, self.as_of.astimezone(BERLIN).date(), promise.row["period"])

    # What is promised, from the twelve sections

    def _labelled(self) -> Iterator[Promise]:
        count = {"marketing": 0, "sales": 0, "both": 0}
        letter = {"marketing": "M", "sales": "S", "both": "J"}
        for promise in self._promised():
            count[promise.by] += 1
            promise.label = f"{letter[promise.by]}-{count[promise.by]}"
            yield promise

    def _promised(self) -> Iterator[Promise]:
        one = self.agreement
        definitions, volumes, handoff, follow_up = (
            one[name] for name in ("lead_definitions", "volumes", "handoff", "follow_up")
        )
        stage = {row["key"]: row["date_field"] for row in definitions["stages"]}
        window = handoff["acceptance_window"]
        required = definitions["required_fields"] + ["custom:" + name for name in definitions["required_custom_fields"]]
        both = ["accepted_at", "rejected_at"]

        def make(place: str, row: dict[str, Any], number: str, kind: str, by: str, target: Any, **more: Any) -> Promise:
            made = Promise(f"{place}[{row['key']}].{number}", kind, by, row, Fraction(str(target)), **more)
            conditions = [(c.get("field") or "custom:" + c["custom_field"], c["values"]) for c in row.get("scope", [])]
            made.scope = made.scope + conditions
            made.needs = list(dict.fromkeys(made.needs + [name for name, _ in made.scope]))
            return made

        for row in definitions["completeness"]:
            yield make("lead_definitions.completeness", row, "share", "completeness", "marketing", row["share"],
                       anchor="handed_over_at", needs=["handed_over_at", *required])  # fmt: skip
        for row in volumes["volume_targets"]:
            field_name = stage[row["stage"]]
            yield make("volumes.volume_targets", row, "amount", "volume", "marketing", row["amount"],
                       anchor=field_name, needs=[field_name])  # fmt: skip
        for row in volumes["value_targets"]:
            types = [condition["field"] for kind in volumes["lead_types"] for condition in kind["scope"]]
            yield make("volumes.value_targets", row, "amount", "value", "marketing", row["amount"],
                       anchor="qualified_at", needs=["qualified_at", *types])  # fmt: skip
        for row in volumes["quality_targets"]:
            yield make("volumes.quality_targets", row, "share", "quality", "marketing", row["share"],
                       anchor="handed_over_at", within=window, needs=["handed_over_at", *both])  # fmt: skip
        for row in handoff["hand_over_speed"]:
            yield make("handoff.hand_over_speed", row, "within", "hand_over_speed", "marketing", row["share"],
                       anchor="qualified_at", within=row["within"],
                       needs=["qualified_at", "handed_over_at"])  # fmt: skip
        for row in handoff["decisions"]:
            yield make("handoff.decisions", row, "share", "decision", "sales", row["share"],
                       anchor="handed_over_at", within=window, needs=["handed_over_at", *both])  # fmt: skip
        for row in handoff["reasons"]:
            yield make("handoff.reasons", row, "share", "reasons", "sales", row["share"],
                       anchor="rejected_at", needs=["rejected_at", "reject_reason"])  # fmt: skip
        for row in handoff["recycle_targets"]:
            yield make("handoff.recycle_targets", row, "within", "recycle", "marketing", row["share"],
                       anchor="rejected_at", within=row["within"], needs=["rejected_at", "recycled_at"])  # fmt: skip
        start = follow_up["clock_start"]
        for row in follow_up["tiers"]:
            tier = next(each for each in definitions["tiers"] if each["key"] == row["tier"])
            scope = [("tier", tier["values"])]
            yield make("follow_up.tiers", row, "target", "response", "sales", row["share"], scope=scope,
                       anchor=start, within=row["target"], needs=[start, "first_touch_at"])  # fmt: skip
            if "attempts" in row:
                yield make("follow_up.tiers", row, "attempts", "follow_up_depth", "sales", row["attempts_share"],
                           scope=scope, anchor=start, within=row["attempts_within"],
                           needs=[start, "attempts", "last_attempt_at"])  # fmt: skip
            if "decision_within" in row:
                yield make("follow_up.tiers", row, "decision_within", "decision", "sales", row["decision_share"],
                           scope=scope, anchor="handed_over_at", within=row["decision_within"],
                           needs=["handed_over_at", *both])  # fmt: skip
        for row in one["metrics"]["conversions"]:
            start, stop = stage[row["from_stage"]], stage[row["to_stage"]]
            yield make("metrics.conversions", row, "share", "conversion", "both", row["share"],
                       anchor=start, needs=[start, stop])  # fmt: skip
        for row in one["metrics"]["metrics"]:
            if "target" in row:
                yield make("metrics.metrics", row, "target", "metric", "both", row["target"])
        for row in one["working_together"]["deliverables"]:
            yield make("working_together.deliverables", row, "amount", "deliverable", row["by"], row["amount"])

    # Which leads

    def in_scope(self, promise: Promise, lead: dict[str, Any]) -> bool:
        """ "Values are compared without regard to case and outer spaces"; "a blank never matches"."""
        return all(
            str(lead.get(name) or "").strip().casefold() in {value.strip().casefold() for value in values}
            for name, values in promise.scope
        )

    def cohort(self, promise: Promise, period: Period) -> list[dict[str, Any]]:
        """ "The leads whose anchor event lies in it, inside the scope filter"."""
        found = []
        for lead in self.export.leads:
            stamp = lead.get(promise.anchor)
            if (
                isinstance(stamp, Stamp)
                and period.first <= stamp.wall.date() <= period.last
                and self.in_scope(promise, lead)
            ):
                found.append(lead)
        return found

    def _beyond_ceiling(self) -> set[str]:
        """ "The leads of a period in the order of their clock start; those beyond the ceiling are excluded".

        "Leads that start at the same instant as the ceiling-th are inside; the ceiling counts leads not otherwise
        excluded."
        """
        volumes = self.agreement["volumes"]
        beyond: set[str] = set()
        for period in periods(dt.date(2026, 1, 1), dt.date(2026, 6, 30), volumes["ceiling_period"]):
            starts = sorted(
                (instant(lead["handed_over_at"]), lead["identity"])
                for lead in self.export.leads
                if isinstance(lead.get("handed_over_at"), Stamp)
                and period.first <= lead["handed_over_at"].wall.date() <= period.last
                and not lead.get("excluded")
            )
            if len(starts) > volumes["ceiling"]:
                last = starts[volumes["ceiling"] - 1][0]
                beyond |= {identity for moment, identity in starts if moment > last}
        return beyond

    # How each lead counts

    def state(self, promise: Promise, lead: dict[str, Any]) -> State:
        """What one lead is, both teams' own settlement before everything else."""
        for entry in self.entries["settled"]:
            if (entry["commitment"], "id:" + entry["lead"]) == (promise.id, lead["identity"]):
                return State(entry["state"], self.by_dates(promise, lead).seconds)
        return self.by_dates(promise, lead)

    def by_dates(self, promise: Promise, lead: dict[str, Any]) -> State:
        """What the dates say."""
        if lead.get("excluded"):
            return State("excluded")
        sales_clock = promise.kind in {"response", "follow_up_depth", "decision"}
        if sales_clock and lead["identity"] in self.beyond_ceiling:
            return State("excluded")
        judge: dict[str, Callable[[Promise, dict[str, Any]], State]] = {
            "volume": lambda _promise, _lead: State("met"),
            "value": lambda _promise, _lead: State("met"),
            "completeness": self._completeness,
            "quality": self._quality,
            "reasons": self._reasons,
            "conversion": self._conversion,
            "follow_up_depth": self._depth,
            "response": lambda promise, lead: self._clock(promise, lead, lead.get("first_touch_at"), early_is_met=True),
            "hand_over_speed": lambda promise, lead: self._clock(promise, lead, lead.get("handed_over_at")),
            "recycle": lambda promise, lead: self._clock(promise, lead, lead.get("recycled_at")),
            "decision": lambda promise, lead: self._clock(
                promise, lead, self._first_of(lead, "accepted_at", "rejected_at")
            ),
        }
        return judge[promise.kind](promise, lead)

    def _first_of(self, lead: dict[str, Any], *names: str) -> Any:
        """ "The earlier one is the decision's time"; unreadable where one is."""
        stamps = [lead[name] for name in names if lead.get(name)]
        return BAD if BAD in stamps else min(stamps, key=instant, default=None)

    def _clock(self, promise: Promise, lead: dict[str, Any], event: Any, *, early_is_met: bool = False) -> State:
        desk = self._desk(promise)
        start = lead[promise.anchor]
        if event == BAD:
            return State("unknown")
        due = self.deadline(desk, start, promise.within)
        if event is None:
            return State("overdue" if self.as_of > due else "pending")
        if before(event, start):  # "One exception: a first touch before the start is met, and flagged"
            return State("met", 0) if early_is_met else State("unknown")
        return State("met" if self._on_time(event, due) else "late", desk.between(instant(start), instant(event)))

    def _desk(self, promise: Promise) -> Desk:
        return self.desks[promise.row["calendar"]] if promise.row.get("calendar") else self.first_desk

    def deadline(self, desk: Desk, start: Stamp, within: dict[str, Any] | None) -> dt.datetime:
        """Working time runs to an instant; business days to a closing; "a date-only start ... its deadline is moved to
        the end of the day it falls on"."""
        assert within is not None
        amount = int(within["amount"])
        if within["unit"] == "business_days":
            due = desk.closing(start, amount)
        else:
            due = add_working(desk, instant(start), amount * {"minutes": 60, "hours": 3600}[within["unit"]])
        return day_end(due) if start.day_only else due

    def _on_time(self, event: Stamp, due: dt.datetime) -> bool:
        """ "A date-only event is on time when its day is not after the deadline's day"."""
        if event.day_only:
            return event.wall.date() <= due.astimezone(BERLIN).date()
        return instant(event) <= due

    def _completeness(self, _promise: Promise, lead: dict[str, Any]) -> State:
        one = self.agreement["lead_definitions"]
        values = [lead.get(name) for name in one["required_fields"]]
        values += [lead.get("custom:" + name) for name in one["required_custom_fields"]]
        if BAD in values:
            return State("unknown")
        return State("met" if all(value not in (None, "") for value in values) else "late")

    def _quality(self, promise: Promise, lead: dict[str, Any]) -> State:
        """ "Accepted is met and rejected is late; undecided is pending".

        "Except that a lead whose acceptance window has passed counts as accepted where the silence policy says so." A
        ratio without a clock, so no order of events is asked for.
        """
        accepted, rejected, start = lead.get("accepted_at"), lead.get("rejected_at"), lead["handed_over_at"]
        if BAD in (accepted, rejected):
            return State("unknown")
        if accepted and rejected:
            return State("met" if instant(accepted) > instant(rejected) else "late")
        if accepted or rejected:
            return State("met" if accepted else "late")
        silent = self.as_of > self.deadline(self._desk(promise), start, promise.within)
        counts = self.agreement["handoff"]["silence"] == "counts_as_accepted"
        return State("met" if silent and counts else "pending")

    def _reasons(self, _promise: Promise, lead: dict[str, Any]) -> State:
        listed = self.agreement["handoff"]["rejection_reasons"]
        allowed = {word.casefold() for row in listed for word in (row["name"], *row.get("values", []))}
        return State("met" if str(lead.get("reject_reason") or "").strip().casefold() in allowed else "late")

    def _conversion(self, promise: Promise, lead: dict[str, Any]) -> State:
        """ "Share of the stage's cohort that reached the next stage by the as-of date": no clock either."""
        reached = lead.get(promise.needs[1])
        return State("unknown" if reached == BAD else "met" if reached else "late")

    def _depth(self, promise: Promise, lead: dict[str, Any]) -> State:
        """ "With only a count and the last attempt's date, count >= k and that date within the deadline is met".

        "Count >= k and a later or no date is unknown; a stop event within the deadline is met whatever the count." The
        event whose working time counts is the first of the two.
        """
        desk, start = self._desk(promise), lead[promise.anchor]
        due = self.deadline(desk, start, promise.within)
        stop = self._first_of(lead, *self.agreement["follow_up"]["stop_events"])
        if stop == BAD or (stop and before(stop, start)):
            return State("unknown")
        count, last = lead.get("attempts"), lead.get("last_attempt_at")
        enough = count != BAD and int(count or 0) >= promise.row["attempts"]
        known = [stop] if stop else []
        if enough and isinstance(last, Stamp) and not before(last, start) and self._on_time(last, due):
            known.append(last)
        event = min(known, key=instant, default=None)
        if event and self._on_time(event, due):
            return State("met", desk.between(instant(start), instant(event)))
        if enough or count == BAD:
            return State("unknown")
        if stop:
            return State("late", desk.between(instant(start), instant(stop)))
        return State("overdue" if self.as_of > due else "pending")

    # The line

    def line(self, promise: Promise, period: Period) -> Line:
        """One line, with the keys of semantics section 7."""
        made: Line = dict.fromkeys(
            ("value", "target", "numerator", "denominator", *ORDER, "median_seconds", "p90_seconds")
        )
        made |= {"commitment": promise.id, "label": promise.label, "kind": promise.kind, "by": promise.by}
        made |= {"period": period.text, "needs_missing": [], "target": self._target(promise, period)}
        absent = [name for name in promise.needs if name not in self.export.fields]
        today = self.as_of.astimezone(BERLIN).date()
        closed = self.as_of >= day_end(dt.datetime.combine(period.last, dt.time(12), BERLIN))
        if absent:
            return made | {"status": "not_measurable", "needs_missing": absent}
        if period.first > today:
            return made | {"status": "not_due"}
        if promise.kind == "metric":
            return made | self._metric(promise, period, closed=closed)
        if promise.kind == "deliverable":
            return made | self._deliverable(promise, period, today, closed=closed)
        leads = self.cohort(promise, period)
        states = [self.state(promise, lead) for lead in leads]
        counts = {word: sum(state.word == word for state in states) for word in ORDER}
        if promise.kind in {"volume", "value"}:
            actual = Fraction(counts["met"]) if promise.kind == "volume" else self._worth(leads, states)
            status = self._count_status(promise, period, actual, today, closed=closed)
            return made | counts | {"value": actual, "numerator": actual, "status": status}
        times = sorted(state.seconds for state in states if state.seconds is not None and state.word in {"met", "late"})
        made |= {"median_seconds": percentile(times, Fraction(1, 2)), "p90_seconds": percentile(times, Fraction(9, 10))}
        return made | counts | self._share(promise, counts, closed=closed)

    def _target(self, promise: Promise, period: Period) -> Fraction:
        own = {row["period"]: Fraction(row["amount"]) for row in promise.row.get("months", [])}
        return own.get(period.text, promise.target)

    def _worth(self, leads: list[dict[str, Any]], states: list[State]) -> Fraction:
        total = Fraction(0)
        for lead, state in zip(leads, states, strict=True):
            if state.word == "met":
                source = str(lead.get("source") or "").strip().casefold()
                for kind in self.agreement["volumes"]["lead_types"]:
                    if source in {value.casefold() for value in kind["scope"][0]["values"]}:
                        total += Fraction(kind["value"])
                        break
        return total

    def _count_status(self, promise: Promise, period: Period, actual: Fraction, today: dt.date, *, closed: bool) -> str:
        """ "Volumes and values: actual >= target * (1 - tolerance)"; open: "actual >= pace line"."""
        target = self._target(promise, period)
        if closed:
            kept = actual >= target * (1 - Fraction(promise.row.get("tolerance", "0")))
            return "met" if kept else "missed"
        days = self.first_desk.working_days(period.first, period.last)
        pace = target * Fraction(sum(day <= today for day in days), len(days))
        return "on_track" if actual >= pace else "at_risk"

    def _share(self, promise: Promise, counts: dict[str, int], *, closed: bool) -> Line:
        """ "D = met + late + overdue; result = met / D"; a closed one that pending leads could change is open still."""
        met, pending = counts["met"], counts["pending"]
        decided = met + counts["late"] + counts["overdue"]
        found: Line = {
            "value": Fraction(met, decided) if decided else None, "numerator": met, "denominator": decided,
        }  # fmt: skip
        if decided + pending < promise.row.get("minimum_sample", 10) or not decided:
            return found | {"status": "too_little_data"}
        target = promise.target
        kept = target - Fraction(promise.row.get("tolerance", "0"))
        result = Fraction(met, decided)
        lowest, highest = Fraction(met, decided + pending), Fraction(met + pending, decided + pending)
        so_far = "on_track" if result >= target else "at_risk"
        if not closed or lowest < kept <= highest:
            return found | {"status": so_far}
        return found | {"status": "met" if lowest >= kept else "missed"}

    def _metric(self, promise: Promise, period: Period, *, closed: bool) -> Line:
        said = [
            Fraction(entry["value"])
            for entry in self.entries["totals"]
            if (entry["commitment"], entry["period"]) == (promise.id, period.text)
        ]
        if not said:
            return {"status": "not_measurable" if closed else "not_due"}
        margin = Fraction(promise.row.get("margin", "0")) if closed else Fraction(0)
        low, high = promise.target - margin, Fraction(promise.row.get("target_upper", "0")) + margin
        kept = {"<=": said[-1] <= promise.target + margin, ">=": said[-1] >= low, "between": low <= said[-1] <= high}
        words = ("met", "missed") if closed else ("on_track", "at_risk")
        return {"value": said[-1], "status": words[0] if kept[promise.row["operator"]] else words[1]}

    def _deliverable(self, promise: Promise, period: Period, today: dt.date, *, closed: bool) -> Line:
        """ "Number of dated things done, attested by both"; single dated ones count up to their day."""
        due = promise.row.get("due")
        last = min(today, dt.date.fromisoformat(due) if due else period.last)
        first = dt.date.fromisoformat(self.agreement["teams"]["effective_from"]) if due else period.first
        done = sum(
            entry.get("pieces", 1)
            for entry in self.entries["done"]
            if entry["commitment"] == promise.id and first <= dt.date.fromisoformat(entry["day"]) <= last
        )
        found: Line = {"value": done, "numerator": done}
        if not done and not closed:
            return found | {"status": "not_due"}
        return found | {"status": self._count_status(promise, period, Fraction(done), today, closed=closed)}


def before(event: Stamp, start: Stamp) -> bool:
    """Whether an event lies before its start; by day where either has no time."""
    if event.day_only or start.day_only:
        return event.wall.date() < start.wall.date()
    return instant(event) < instant(start)


def percentile(times: list[int], share: Fraction) -> int | None:
    """ "Linear interpolation between ranks, as PERCENTILE.INC; whole seconds, halves up"."""
    if not times:
        return None
    rank = share * (len(times) - 1)
    low = int(rank)
    high = min(low + 1, len(times) - 1)
    exact = times[low] + (times[high] - times[low]) * (rank - low)
    return int(exact + Fraction(1, 2))
