"""The leads behind a number: each lead of a cohort, how it counts, and why. Made row by row, when it is looked at.

Must not know how rows are shown.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

import numpy as np

from workbench.agreement.commitment import Commitment
from workbench.tracking.actuals import Settled, State
from workbench.tracking.arithmetic import Arithmetic, arithmetic
from workbench.tracking.ceiling import ceiling
from workbench.tracking.checks import CHECKS
from workbench.tracking.checks.attempts import COUNT, attempt_field
from workbench.tracking.checks.contents import REASON
from workbench.tracking.checks.judged import Judged
from workbench.tracking.cohort import Cohort, cohort
from workbench.tracking.lead_view import EXCLUDED
from workbench.tracking.leads import EMPTY, UNREADABLE, Ints
from workbench.tracking.measurable import field_label, needed_fields, obstacle
from workbench.tracking.moments import Moments
from workbench.tracking.note import Note
from workbench.tracking.review import Review
from workbench.tracking.row import Row
from workbench.tracking.tally import FOR_OR_AGAINST, final_why, settled_rows
from workbench.tracking.verdict import Codes8
from workbench.tracking.why import AS_NO_TYPE, AS_TYPE, NO_REASON, STATE_OF, STATES, WORDS, Why
from workbench.tracking.windows import windows


@dataclass(frozen=True, eq=False)
class Evidence:
    """The leads behind a commitment's lines in a review, by anchor.

    Attributes:
        commitment: The commitment.
        review: The check.
        obstacle: Why there are none, where the commitment cannot be measured.
    """

    commitment: Commitment
    review: Review
    obstacle: Note
    _group: Cohort
    _judged: Judged
    _why: Codes8
    _settled: dict[int, Settled]
    _places: Ints

    def __len__(self) -> int:
        """Number of leads."""
        return len(self._places)

    def __iter__(self) -> Iterator[Row]:
        """Every row in order."""
        return (self.row(number) for number in range(len(self)))

    @property
    def leads(self) -> Ints:
        """Row numbers in the lead log, in order; one for each row."""
        return self._group.rows[self._places]

    @property
    def starts(self) -> Ints:
        """Where the clock starts, or the date that puts the lead into the period, in seconds since 1970 UTC."""
        found = self._judged.start or self._group.anchor
        return found.instants[self._places]

    @property
    def events(self) -> Ints:
        """What was waited for, in seconds since 1970 UTC; `EMPTY` or `UNREADABLE` where there is nothing."""
        found = self._judged.event or self._group.anchor
        return found.instants[self._places]

    @property
    def states(self) -> Ints:
        """Number of the state of each lead, as in `STATES`."""
        return STATE_OF[self._why[self._places]]

    @property
    def seconds(self) -> Ints:
        """Working seconds from start to event, `EMPTY` without an event or a clock."""
        if self._judged.seconds is None:
            return np.full(len(self), EMPTY, np.int64)
        return np.where(self.events > UNREADABLE, self._judged.seconds[self._places], EMPTY)

    def only(self, states: Collection[State] = STATES, period: str = "") -> Evidence:
        """The leads in some states, and of one period where it is named."""
        wanted = np.array([state in states for state in STATES])[STATE_OF[self._why[self._places]]]
        if period:
            inside = np.array([one.period.text == period for one in self._group.windows], np.bool_)
            wanted &= inside[self._group.window[self._places]]
        return replace(self, _places=self._places[wanted])

    def at(self, numbers: Ints) -> Evidence:
        """The leads at positions."""
        return replace(self, _places=self._places[numbers])

    def counts(self) -> dict[State, int]:
        """How many leads are in each state."""
        found = np.bincount(STATE_OF[self._why[self._places]], minlength=len(STATES)).tolist()
        return dict(zip(STATES, found, strict=True))

    def row(self, number: int) -> Row:
        """The lead at a position, from 0."""
        place = int(self._places[number])
        lead, why, judged = int(self._group.rows[place]), Why(int(self._why[place])), self._judged
        log = self.review.actuals.leads
        clocked = judged.deadline is not None and why is not Why.NO_START
        start = None if why is Why.NO_START else self._instant(judged.start, place)
        event = None if why is Why.UNREADABLE else self._instant(judged.event, place)
        timed = judged.seconds is not None and event is not None and judged.why[place] < FOR_OR_AGAINST
        waits = clocked and event is None and why.state in {"overdue", "pending"}
        return Row(
            lead_id=log.text("lead_id", lead) or log.identities[lead].partition(":")[2],
            period=self._group.windows[int(self._group.window[place])].period.text,
            state=why.state,
            reason=self._reason(place, lead, why),
            start=self._told(start),
            deadline=self._told(int(judged.deadline[place])) if judged.deadline is not None and clocked else None,
            event=self._told(event),
            working_seconds=int(judged.seconds[place]) if judged.seconds is not None and timed else None,
            waiting_seconds=self._waited(start) if waits and start is not None else None,
            identity=log.identities[lead],
            by_day=bool(judged.by_day is not None and judged.by_day[place]),
            worth=self._worth(place, why),
            settled_from=self._unsettled(place).state if place in self._settled else None,
            lead=lead,
        )

    def arithmetic(self, number: int) -> Arithmetic | None:
        """The working time of the lead at a position as intervals: to its event, else to the as-of instant.

        Nothing without a clock, nor where an event is compared by day alone and its day began before the start.
        """
        row, clock = self.row(number), self.commitment.clock
        if clock is None or row.start is None or row.deadline is None:
            return None
        if row.by_day and row.event is not None and row.event <= row.start:
            return None
        end = self.review.moment.last if row.event is None else int(row.event.timestamp())
        start = int(row.start.timestamp())
        return arithmetic(self.review.calendar(clock.calendar), start, max(end, start))

    def _unsettled(self, place: int) -> Why:
        return Why(int(self._group.why[place] or self._judged.why[place]))

    def _reason(self, place: int, lead: int, why: Why) -> Note:
        """The sentence for a lead."""
        view, log = self.review.view, self.review.actuals.leads
        if place in self._settled:
            one = self._settled[place]
            return Note(WORDS[why], (("note", one.note), ("marketing", one.marketing), ("sales", one.sales)))
        if why is Why.INCOMPLETE:
            return self._fields(why, [one for one in self.commitment.required_fields if not view.filled(one)[lead]])
        if why is Why.UNREADABLE:
            return self._fields(why, [one for one in self._read_fields() if view.unreadable(one)[lead]])
        if why is Why.NO_START and self.commitment.clock:
            return self._fields(why, [self.commitment.clock.start])
        if why in {Why.EXCLUDED, Why.NOT_LISTED}:
            value = log.text(EXCLUDED if why is Why.EXCLUDED else REASON, lead).strip()
            return Note(WORDS[why], (("value", value),)) if value else Note(NO_REASON)
        if why is Why.COUNTED and self._judged.types is not None:
            number = int(self._judged.types[place])
            named = (("type", self.commitment.lead_values[number].name),)
            return Note(AS_TYPE, named) if number >= 0 else Note(AS_NO_TYPE)
        return Note(WORDS[why])

    def _fields(self, why: Why, fields: list[str]) -> Note:
        return Note(WORDS[why], (("fields", tuple(map(field_label, fields))),))

    def _read_fields(self) -> tuple[str, ...]:
        """Every field whose unreadable value can make a lead unknown."""
        clock = self.commitment.clock
        own = (*clock.stops, *clock.stop_events, attempt_field(clock.attempts or 1)) if clock else ()
        count = (COUNT,) if self.commitment.kind == "follow_up_depth" else ()
        reason = (REASON,) if self.commitment.kind == "reasons" else ()
        outcome = ("accepted_at", "rejected_at") if self.commitment.kind == "quality" else ()
        return tuple(dict.fromkeys((*needed_fields(self.commitment), *own, *count, *reason, *outcome, EXCLUDED)))

    def _worth(self, place: int, why: Why) -> Decimal | None:
        if self._judged.types is None or why.state != "met":
            return None
        number = int(self._judged.types[place])
        return self.commitment.lead_values[number].value if number >= 0 else Decimal(0)

    def _waited(self, start: int) -> int:
        assert self.commitment.clock is not None
        return self.review.calendar(self.commitment.clock.calendar).elapsed(start, max(start, self.review.moment.last))

    def _instant(self, moments: Moments | None, place: int) -> int | None:
        found = UNREADABLE if moments is None else int(moments.instants[place])
        return found if found > UNREADABLE else None

    def _told(self, instant: int | None) -> dt.datetime | None:
        return None if instant is None else dt.datetime.fromtimestamp(instant, self.review.days.zone)


def evidence(commitment: Commitment, review: Review) -> Evidence:
    """The leads behind a commitment's lines; none for metrics, deliverables and what cannot be measured.

    Raises:
        WorkbenchError: As `scorecard` names it in the line's reason: the calendar is not known or ends too soon.
    """
    note = obstacle(commitment, review)
    cut = () if note or commitment.kind not in CHECKS else windows(commitment, review)
    group = cohort(commitment, cut, ceiling(commitment, cut, review), review.view)
    judged = CHECKS[commitment.kind](commitment, group, review) if cut else Judged(why=group.why)
    settled = settled_rows(commitment, group, review)
    order = np.lexsort((group.rows, group.anchor.instants))
    return Evidence(commitment, review, note, group, judged, final_why(group, judged, settled), settled, order)
