"""The leads behind a number as rows of a list, made when they are seen: who, how it counts, and the arithmetic."""

from __future__ import annotations

import datetime as dt
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final, overload

from workbench.agreement.commitment import COUNT_KINDS
from workbench.agreement.lead_fields import FIELD
from workbench.base.language import N_, Language
from workbench.tracking.arithmetic import length_text, moment_text
from workbench.ui.parts.marks import Mark
from workbench.ui.tables.cells.lead import LeadCell
from workbench.ui.views.dates import near_day
from workbench.ui.views.track.names import Names
from workbench.ui.views.track.scorecard.outcomes import outcome_of

if TYPE_CHECKING:
    from workbench.tracking.actuals import State
    from workbench.tracking.evidence import Evidence
    from workbench.tracking.row import Row

ORDER: Final[tuple[State, ...]] = ("overdue", "late", "pending", "met", "excluded", "unknown")
"""What needs looking at comes first."""
KEPT = 400
"""Rows that are kept once made; scrolling back costs nothing."""


@dataclass(frozen=True)
class LeadLine:
    """One lead of the list.

    Attributes:
        row: What the check says about it.
        mark: How it counts.
        lead: What it is called.
        who: Person and owner, or what stands for them.
        amount: Working time, or the day that was counted.
        note: What is remarkable about the amount.
        reason: The arithmetic, or why it does not count.
    """

    row: Row
    mark: Mark
    lead: str
    who: str
    amount: str
    note: str
    reason: str

    def cell(self, language: Language) -> LeadCell:
        """As drawn and heard."""
        return LeadCell(
            self.mark, language.text(self.mark.word), self.lead, self.who, self.amount, self.note, self.reason
        )


class Leads(Sequence[LeadLine]):
    """The leads of an evidence, in the order of `ORDER`.

    Args:
        evidence: The leads.
        names: Whether people are shown.
        language: For the words.
        state: Only those in one state; all where empty.
    """

    def __init__(self, evidence: Evidence, names: Names, language: Language, state: State | str = "") -> None:
        self._names, self._language = names, language
        wanted = [one for one in ORDER if state in {"", one}]
        self._parts = [evidence.only((one,)) for one in wanted]
        self._starts = [0]
        for part in self._parts:
            self._starts.append(self._starts[-1] + len(part))
        self._made: OrderedDict[int, LeadLine] = OrderedDict()

    def __len__(self) -> int:
        return self._starts[-1]

    @overload
    def __getitem__(self, number: int) -> LeadLine: ...
    @overload
    def __getitem__(self, number: slice) -> Sequence[LeadLine]: ...
    def __getitem__(self, number: int | slice) -> LeadLine | Sequence[LeadLine]:
        if isinstance(number, slice):
            return [self[one] for one in range(*number.indices(len(self)))]
        if not 0 <= number < len(self):
            raise IndexError(number)
        if number not in self._made:
            self._made[number] = self._make(number)
            if len(self._made) > KEPT:
                self._made.popitem(last=False)
        return self._made[number]

    def __iter__(self) -> Iterator[LeadLine]:
        return (self[number] for number in range(len(self)))

    def _make(self, number: int) -> LeadLine:
        part = next(place for place, (_, end) in enumerate(pairwise(self._starts)) if number < end)
        found, place = self._parts[part], number - self._starts[part]
        row = found.row(place)
        log, counts = found.review.actuals.leads, found.commitment.kind in COUNT_KINDS
        owner = log.text("owner", row.lead).strip()
        people = [self._names.person(log.text("person", row.lead).strip())]
        if log.has("owner"):
            people.append(self._names.rep(owner))
        if counts:
            people = [log.text("source", row.lead).strip(), *people]
        return LeadLine(
            row,
            outcome_of(found.commitment.kind, row.state),
            self._names.lead(row.lead_id, row.lead),
            " · ".join(one for one in people if one),
            self._amount(row),
            self._note(found, row),
            self._reason(found, place, row),
        )

    def _amount(self, row: Row) -> str:
        seconds = row.working_seconds if row.working_seconds is not None else row.waiting_seconds
        if seconds is not None:
            return length_text(seconds, self._language)
        if row.event is not None and row.state in {"met", "late"}:
            return _day(row.event, self._language)
        return ""

    def _note(self, found: Evidence, row: Row) -> str:
        """How much too late, or how much is left."""
        text, clock = self._language.text, found.commitment.clock
        if row.state == "overdue":
            return text(N_("no answer yet")) if found.commitment.kind == "response" else text(N_("nothing yet"))
        target = clock.within.seconds if clock is not None and clock.within is not None else None
        if target is None:
            return ""
        if row.state == "late" and row.working_seconds is not None and row.working_seconds > target:
            over = length_text(row.working_seconds - target, self._language)
            return text(N_("{time} over")).format(time=over)
        if row.state == "pending" and row.waiting_seconds is not None and row.waiting_seconds <= target:
            left = length_text(target - row.waiting_seconds, self._language)
            return text(N_("{time} left")).format(time=left)
        return ""

    def _reason(self, found: Evidence, place: int, row: Row) -> str:
        """The arithmetic where there is some, and what it leads to."""
        language, zone = self._language, found.review.days.zone
        if row.settled_from is not None:
            return self._settled(found.commitment.kind, row)
        sums = found.arithmetic(place) if row.state in {"met", "late", "overdue", "pending"} else None
        if sums is None:
            why = row.why(language)
            reached = row.event or row.start
            if row.state == "met" and found.commitment.kind in COUNT_KINDS and reached is not None:
                is_day = reached.time() == dt.time()  # a stamp at midnight is a date without time
                when = _day(reached, language) if is_day else moment_text(int(reached.timestamp()), zone, language)
                step = FIELD[found.commitment.anchor].label if found.commitment.anchor in FIELD else N_("Reached")
                why = f"{language.text(step)} {when}. {why}"
            return why
        said = sums.text(language).rstrip(".")
        if row.event is None and row.deadline is not None:
            template = (
                N_("{sum}. Deadline was {moment}.") if row.state == "overdue" else N_("{sum}. Deadline {moment}.")
            )
            deadline = moment_text(int(row.deadline.timestamp()), zone, language)
            return language.text(template).format(sum=said, moment=deadline)
        if row.by_day or row.state == "late":
            return f"{said}. {row.why(language)}"
        return f"{said}."

    def _settled(self, kind: str, row: Row) -> str:
        """What both teams agreed; while names are hidden without those who did and without their note."""
        before = self._language.text(outcome_of(kind, row.settled_from or "").word).lower()
        words = self._language.text(N_("Settled by both teams.")) if self._names.hidden else row.why(self._language)
        return self._language.text(N_("{settled} By the dates: {state}.")).format(
            settled=words.rstrip(".") + ".", state=before
        )


def _day(moment: dt.datetime, language: Language) -> str:
    return near_day(moment.date(), language)
