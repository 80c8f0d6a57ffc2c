"""The check: every commitment held against what happened, as of the export's date, by the version in force.

Must not know either face.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, get_args

from workbench.agreement.commitment import Commitment, PeriodLength
from workbench.agreement.commitments import commitments, find
from workbench.agreement.model import Agreement, read_agreement
from workbench.base.clock import Clock
from workbench.base.errors import NotAllowedError
from workbench.base.language import Language
from workbench.fields.moments import FIRST_DAY, LAST_DAY
from workbench.services.check_basis import Basis, basis_of
from workbench.services.happened import known_actuals, latest_data
from workbench.services.standing import Standings

if TYPE_CHECKING:
    from workbench.storage.library import Library
    from workbench.tracking.actuals import Actuals
    from workbench.tracking.arithmetic import Arithmetic
    from workbench.tracking.evidence import Evidence
    from workbench.tracking.note import Note
    from workbench.tracking.periods import Period
    from workbench.tracking.proposals import Suggested
    from workbench.tracking.result import Result
    from workbench.tracking.review import InForce, Review
    from workbench.tracking.row import Row


LENGTHS: tuple[PeriodLength, ...] = get_args(PeriodLength)
"""The lengths of periods, the shortest first."""


@dataclass(frozen=True)
class Question:
    """What is to be checked.

    Attributes:
        periods: Only these, as written (`2026-10`); empty for all.
        first: Only periods that overlap the days from here; from the first in force or of the data without it.
        last: To here; to the day of the data without it.
        as_of: The instant or day to speak for; the data's own unless given.
        version: The version to judge by; the one in force unless given.
    """

    periods: tuple[str, ...] = ()
    first: dt.date | None = None
    last: dt.date | None = None
    as_of: dt.date | dt.datetime | None = None
    version: int | None = None


@dataclass(frozen=True, eq=False)
class Judgement:
    """One version's part of a check: its commitments, its lines, and what they were made from.

    Attributes:
        version: Number of the version; nothing for the draft.
        agreement: Its content.
        commitments: In document order.
        results: Its lines.
        review: For the evidence behind them.
        first: First day it judges; nothing for a rehearsal.
        last: Last day it judges.
    """

    version: int | None
    agreement: Agreement
    commitments: tuple[Commitment, ...]
    results: tuple[Result, ...]
    review: Review
    first: dt.date | None
    last: dt.date | None


@dataclass(frozen=True, eq=False)
class Check:
    """The answer of a check.

    Attributes:
        as_of: The instant or day it speaks for.
        rehearsal: Nothing is signed, or another version than the one in force was asked for.
        judgements: One for each version that judges, in time; the last is the one to show first.
        absent_fields: Known lead fields that no import carried.
        leads: How many leads are in the log.
        question: What was asked.
        judged: Every judgement, also of versions that tell no period.
        basis: What it was made from.
    """

    as_of: dt.date | dt.datetime
    rehearsal: bool
    judgements: tuple[Judgement, ...]
    absent_fields: tuple[str, ...]
    leads: int
    question: Question
    judged: tuple[Judgement, ...]
    basis: Basis

    @property
    def newest(self) -> Judgement:
        """The judgement by the version that counts now."""
        return self.judgements[-1]

    def results(self) -> list[tuple[int | None, Result]]:
        """Every line with its version, commitments in document order, periods in time."""
        lines = [(one.version, line) for one in self.judgements for line in one.results]
        order = {c.id: n for n, c in enumerate(self.newest.commitments)}
        return sorted(lines, key=lambda pair: (order.get(pair[1].commitment, len(order)), pair[1].period))

    def evidence(self, wanted: str, period: str = "") -> Evidence:
        """The leads behind a commitment, of one period where it is named.

        Raises:
            NotFoundError: There is no such commitment.
        """
        from workbench.tracking.evidence import evidence  # noqa: PLC0415  (loads numpy)

        judge, one = self._find(wanted)
        for candidate in self.judgements:
            if any(line.commitment == one.id and line.period == period for line in candidate.results):
                judge = candidate
        found = evidence(find(judge.commitments, one.id), judge.review)
        return found.only(period=period) if period else found

    def rows(self, wanted: str) -> list[Row]:
        """The leads behind a commitment in every period that is told, each by the version that judges the period.

        Raises:
            NotFoundError: There is no such commitment.
        """
        return [row for row, _ in self._rows(wanted)]

    def _rows(self, wanted: str) -> Iterator[tuple[Row, Arithmetic | None]]:
        """The same with the sum of the working time of each, where a clock runs."""
        from workbench.tracking.evidence import evidence  # noqa: PLC0415  (loads numpy)

        _, one = self._find(wanted)
        for judge in self.judgements:
            periods = {line.period for line in judge.results if line.commitment == one.id}
            if periods:
                behind = evidence(find(judge.commitments, one.id), judge.review)
                for number, row in enumerate(behind):
                    if row.period in periods:
                        timed = row.state in {"met", "late", "overdue", "pending"}
                        yield row, behind.arithmetic(number) if timed else None

    def row_documents(self, wanted: str, language: Language) -> list[dict[str, Any]]:
        """As `check --rows --json` answers: the leads behind a commitment, with the sum of their working time in words.

        Raises:
            NotFoundError: There is no such commitment.
        """
        return [
            row.document(language) | {"arithmetic": None if sums is None else sums.whole_text(language)}
            for row, sums in self._rows(wanted)
        ]

    def warnings(self) -> tuple[Note, ...]:
        """What makes numbers doubtful beside the data itself: calendars that end before it."""
        from workbench.tracking.calendar_reach import ended_calendars  # noqa: PLC0415  (loads numpy)

        return tuple(dict.fromkeys(note for one in self.judgements for note in ended_calendars(one.review)))

    def _find(self, wanted: str) -> tuple[Judgement, Commitment]:
        """A commitment in the newest version that has it.

        Raises:
            NotFoundError: None has it.
        """
        for judge in reversed(self.judgements[1:]):
            one = next((one for one in judge.commitments if wanted == one.id or wanted.upper() == one.label), None)
            if one is not None:
                return judge, one
        return self.judgements[0], find(self.judgements[0].commitments, wanted)

    def proposals(self) -> tuple[Suggested, ...]:
        """What the results so far propose for the next version, commitments in document order."""
        from workbench.tracking.periods import Period  # noqa: PLC0415  (loads numpy)
        from workbench.tracking.proposals import suggested  # noqa: PLC0415

        told: dict[str, dict[Period, Result]] = {}
        for judge in self.judgements:  # of a period in which an amendment begins, the last version's part counts
            for line in judge.results:
                told.setdefault(line.commitment, {})[Period.parse(line.period)] = line
        found = []
        for one in self.newest.commitments:
            lines = told.get(one.id, {})
            found.append(suggested(one, [lines[period] for period in sorted(lines)]))
        return tuple(one for one in found if one is not None)

    def document(self, language: Language) -> dict[str, Any]:
        """As `check --json` answers."""
        return {
            "as_of": self.as_of.isoformat(),
            "version": self.newest.version,
            "rehearsal": self.rehearsal,
            "results": [line.document(language) | {"version": version} for version, line in self.results()],
            "absent_fields": list(self.absent_fields),
            "leads": self.leads,
            "warnings": [one.text(language) for one in self.warnings()],
            "proposals": [one.document() for one in self.proposals()],
        }


class CheckingService:
    """Checks of the open library's agreements."""

    def __init__(self, library: Library, clock: Clock) -> None:
        self._library = library
        self._clock = clock
        self._standings = Standings(library, clock)

    def check(self, agreement: str, question: Question = Question()) -> Check:
        """Hold the commitments against the imported actuals.

        Without any signed version, or by a version that is named, it is a rehearsal over all the data.

        Raises:
            NotFoundError: No such agreement or version.
            WorkbenchError: A period or day is not one.
        """
        from workbench.tracking.agreed import agreed_zone  # noqa: PLC0415  (loads numpy)
        from workbench.tracking.measurable import absent_fields  # noqa: PLC0415
        from workbench.tracking.review import InForce  # noqa: PLC0415
        from workbench.tracking.zone_days import zone_named  # noqa: PLC0415

        basis = basis_of(self._library, agreement, self._as_of(agreement, question))
        actuals, as_of = known_actuals(self._library, agreement), basis.as_of
        draft = read_agreement(basis.draft, "The draft")
        if isinstance(as_of, dt.datetime) and as_of.tzinfo is None:  # on the agreement's wall clock
            as_of = as_of.replace(tzinfo=zone_named(agreed_zone(draft)))
        spans = self._standings.of(agreement, draft).spans
        day = as_of.date() if isinstance(as_of, dt.datetime) else as_of
        judging = tuple(span for span in spans if span.first <= day) or spans[:1]
        if question.version is None and judging:
            judged = tuple(
                _judgement(span.header.number, span.agreement, actuals, as_of, InForce(span.first, span.last), question)
                for span in judging
            )
        else:
            number, content = self._rehearsed(agreement, draft, question.version)
            judged = (_judgement(number, content, actuals, as_of, InForce(), question),)
        absent, rehearsal = absent_fields(actuals.leads), question.version is not None or not judging
        return Check(as_of, rehearsal, _told(judged), absent, len(actuals.leads), question, judged, basis)

    def again(self, agreement: str, known: Check) -> Check:
        """What `check` answers to the same question now.

        Where only entries came or went since (a settled dispute, a total, something done), only the commitments that
        read them are judged again, on what was made of the leads before.

        Args:
            agreement: Its id.
            known: A check of it.

        Raises:
            NotFoundError: There is no such agreement any more.
            WorkbenchError: As `check`.
        """
        if basis_of(self._library, agreement, self._as_of(agreement, known.question)) != known.basis:
            return self.check(agreement, known.question)
        entries = known_actuals(self._library, agreement, known.newest.review.actuals.leads)
        judged = tuple(_judged_again(one, entries, known.question) for one in known.judged)
        return dataclasses.replace(known, judgements=_told(judged), judged=judged)

    def _as_of(self, agreement: str, question: Question) -> dt.date | dt.datetime:
        return question.as_of or latest_data(self._library, agreement) or self._clock.now().date()

    def _rehearsed(self, agreement: str, draft: Agreement, number: int | None) -> tuple[int | None, Agreement]:
        if number is None:
            head = self._library.versions.head(agreement)
            if head is None:
                return None, draft
            number = head.number
        header = self._library.versions.get(agreement, number)
        return number, read_agreement(self._library.versions.content(header.hash), "The version")


def _told(judged: tuple[Judgement, ...]) -> tuple[Judgement, ...]:
    """The judgements that tell any period, each with the periods that are its own; the last one where none does."""
    if len(judged) > 1:
        judged = tuple(_of_its_days(one) for one in judged)
    return tuple(one for one in judged if one.results) or judged[-1:]


def _judged_again(one: Judgement, entries: Actuals, question: Question) -> Judgement:
    """A judgement with other entries."""
    from workbench.tracking.renewing import renewed  # noqa: PLC0415  (loads numpy)

    lines, review = renewed(one.commitments, one.results, one.review, entries)
    wanted = tuple(line for line in lines if _wanted(question, line.period))
    return dataclasses.replace(one, results=wanted, review=review)


def _of_its_days(one: Judgement) -> Judgement:
    """A judgement without the periods in which its version was not in force on any day; others tell those."""
    from workbench.tracking.periods import Period  # noqa: PLC0415

    def overlaps(line: Result) -> bool:
        period = Period.parse(line.period)
        return (one.first is None or period.last >= one.first) and (one.last is None or period.first <= one.last)

    return dataclasses.replace(one, results=tuple(line for line in one.results if overlaps(line)))


def _judgement(
    number: int | None,
    content: Agreement,
    actuals: Actuals,
    as_of: dt.date | dt.datetime,
    in_force: InForce,
    question: Question,
) -> Judgement:
    from workbench.tracking.agreed import agreed_calendars, agreed_zone  # noqa: PLC0415
    from workbench.tracking.review import Review  # noqa: PLC0415
    from workbench.tracking.scorecard import scorecard  # noqa: PLC0415

    known = commitments(content)
    asked = _asked(question, known)
    review = Review(actuals, as_of, agreed_zone(content), agreed_calendars(content), in_force, asked)
    lines = tuple(line for line in scorecard(known, review).results if _wanted(question, line.period))
    return Judgement(number, content, known, lines, review, in_force.first, in_force.last)


def _asked(question: Question, known: tuple[Commitment, ...]) -> tuple[Period, ...] | None:
    """The periods asked for: those named, or those between two days; nothing where the data's own are to be told.

    Days are asked for in the shortest periods there are, because a longer one would bring all shorter ones in it.

    Raises:
        WorkbenchError: A period is not one, or the days are the wrong way round.
    """
    from workbench.tracking.periods import Period, periods_between  # noqa: PLC0415

    if question.periods:
        return tuple(Period.parse(text) for text in question.periods)
    if question.first is None or question.last is None:
        return None
    if question.last < question.first:
        raise NotAllowedError(
            f"{question.last.isoformat()} lies before {question.first.isoformat()}.", "Give the earlier day first."
        )
    if question.first < FIRST_DAY or question.last > LAST_DAY:
        raise NotAllowedError(
            f"Not every day from {question.first.isoformat()} to {question.last.isoformat()} can be checked.",
            f"Name days of {FIRST_DAY.year} to {LAST_DAY.year}.",
        )
    lengths = {one.period for one in known}
    shortest: PeriodLength = next((length for length in LENGTHS if length in lengths), "month")
    return periods_between(question.first, question.last, shortest)


def _wanted(question: Question, period: str) -> bool:
    """Whether a period overlaps the days asked for, where any are."""
    from workbench.tracking.periods import Period  # noqa: PLC0415

    if question.periods or (question.first is None and question.last is None):
        return True
    one = Period.parse(period)
    after = question.first is None or one.last >= question.first
    return after and (question.last is None or one.first <= question.last)
