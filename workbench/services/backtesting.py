"""Backtests: a number the draft proposes, or another one, replayed on everything imported so far.

Must not know either face.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any, Final

from workbench.agreement.commitment import Commitment
from workbench.agreement.commitments import commitments, find
from workbench.agreement.model import Agreement, read_agreement, shown_in
from workbench.agreement.targets import promised_at, target_part
from workbench.base.clock import Clock
from workbench.base.errors import NotAllowedError
from workbench.base.language import Language
from workbench.fields.amounts import DurationKind, NumberKind, RateKind, duration_text
from workbench.fields.kind import BadText
from workbench.fields.value import Duration, Shown
from workbench.services.happened import known_actuals, latest_data

if TYPE_CHECKING:
    from workbench.storage.library import Library
    from workbench.tracking.actuals import Actuals
    from workbench.tracking.backtest import Proposal, Replay
    from workbench.tracking.past import Past
    from workbench.tracking.review import Review

_WITHIN = DurationKind()
_NO_VERDICT: Final = {"target": None, "kept": None, "judged": None, "reachable": None}


@dataclass(frozen=True, eq=False)
class History:
    """What happened so far, to try numbers on. May be read on any thread.

    Attributes:
        actuals: Leads, totals, things done, settled disputes.
        as_of: The instant or day it speaks for.
    """

    actuals: Actuals
    as_of: dt.date | dt.datetime

    @property
    def leads(self) -> int:
        """How many leads are in the log."""
        return len(self.actuals.leads)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was imported or entered yet."""
        return not (self.leads or self.actuals.totals or self.actuals.done)


@dataclass(frozen=True, eq=False)
class FieldOnHistory:
    """What a field of a draft would have meant on past data.

    Attributes:
        promises: The promises that hang on it; none while its row promises nothing yet.
        past: One of them on past data; nothing without any.
    """

    promises: tuple[Commitment, ...]
    past: Past | None


def field_on_history(content: Agreement, history: History, path: str, wanted: str = "") -> FieldOnHistory:
    """Replay the promise that hangs on a field, as it is written, with other numbers beside it.

    Args:
        content: The draft, saved or not.
        history: As `Backtesting.history` answers.
        path: Of the field; see `agreement.targets`.
        wanted: Id of the promise, where several hang on the field; the first one without it.

    Raises:
        NotFoundError: The agreement's time zone is not known.
    """
    from workbench.tracking.past import past  # noqa: PLC0415  (loads numpy)

    promises, part = promised_at(commitments(content), path), target_part(path)
    one = next((one for one in promises if one.id == wanted), promises[0] if promises else None)
    if one is None or part is None:
        return FieldOnHistory(promises, None)
    return FieldOnHistory(promises, past(one, part, review_of_history(content, history)))


@dataclass(frozen=True)
class KeptSoFar:
    """How a promise would have stood in all past periods.

    Attributes:
        kept: Periods that would have kept it.
        judged: Periods with enough decided leads for a verdict.
        few: Too few periods for a habit.
    """

    kept: int
    judged: int
    few: bool


def kept_so_far(
    content: Agreement, history: History, wanted: Sequence[Commitment], check: Callable[[], object]
) -> dict[Commitment, KeptSoFar]:
    """Replay promises as they are written on everything that happened.

    Args:
        content: The draft, saved or not.
        history: As `Backtesting.history` answers.
        wanted: Promises of the draft.
        check: Called before each; it stops the work by raising.

    Raises:
        NotFoundError: The agreement's time zone is not known.
    """
    from workbench.tracking.backtest import Proposal, backtest  # noqa: PLC0415  (loads numpy)
    from workbench.tracking.proposals import FEWEST_PERIODS  # noqa: PLC0415

    review, found = review_of_history(content, history), {}
    for one in wanted:
        check()
        (replay,) = backtest(one, [Proposal()], review)
        judged = len(replay.judged)
        found[one] = KeptSoFar(replay.kept, judged, judged < FEWEST_PERIODS)
    return found


def review_of_history(content: Agreement, history: History) -> Review:
    """All of the history, whatever days the draft will be in force.

    Raises:
        NotFoundError: The agreement's time zone is not known.
    """
    from workbench.tracking.agreed import agreed_review  # noqa: PLC0415  (loads numpy)
    from workbench.tracking.review import InForce  # noqa: PLC0415

    return agreed_review(content, history.actuals, history.as_of, in_force=InForce())


@dataclass(frozen=True, eq=False)
class Backtest:
    """The answer of a backtest.

    Attributes:
        as_of: The instant or day it speaks for.
        content: The draft.
        commitment: As it is drafted.
        replays: One for each proposal, in the order asked.
        leads: How many leads are in the log.
        past: Other numbers, from easy to hard: times where it has a clock, else targets.
    """

    as_of: dt.date | dt.datetime
    content: Agreement
    commitment: Commitment
    replays: tuple[Replay, ...]
    leads: int
    past: Past

    def document(self, language: Language) -> dict[str, Any]:
        """As `backtest --json` answers: the keys of `check`, and what each proposal came to."""
        shown = shown_in(self.content, language)
        results, proposals = [], []
        for number, one in enumerate(self.replays):
            results += [line.document(language) | {"version": None, "proposal": number} for line in one.results]
            proposals.append(_summary(one, shown))
        return {
            "as_of": self.as_of.isoformat(),
            "version": None,
            "rehearsal": True,
            "results": results,
            "proposals": proposals,
            "distribution": self._distribution(shown),
            "leads": self.leads,
        }

    def _distribution(self, shown: Shown) -> list[dict[str, Any]]:
        """Other numbers beside it; what no target was written for is not called kept."""
        written = {} if self.commitment.target is not None or self.past.part == "target" else _NO_VERDICT
        return [_summary(one.replay, shown) | {"own": one.own} | written for one in self.past.rungs]


def _summary(replay: Replay, shown: Shown) -> dict[str, Any]:
    clock, share, reachable = replay.commitment.clock, replay.share_of_leads, replay.reachable()
    target = replay.commitment.target
    return {
        "target": None if target is None else float(target),
        "within": duration_text(clock.within, shown) if clock is not None and clock.within is not None else None,
        "kept": replay.kept,
        "judged": len(replay.judged),
        "share_of_leads": None if share is None else float(share),
        "reachable": None if reachable is None else float(reachable),
    }


def read_proposal(commitment: Commitment, text: str, shown: Shown) -> Proposal:
    """What a person proposes: a number in the commitment's unit, `0.8` or `80%` for a share, or `4 h` for a clock.

    Raises:
        NotAllowedError: It is neither, or no number that can be agreed.
    """
    from workbench.tracking.backtest import Proposal  # noqa: PLC0415  (loads numpy)

    bare = text.strip()
    within = _duration(bare, shown)
    if within is not None:
        return Proposal(within=within)
    try:
        number = Decimal(bare.removesuffix("%").strip())
    except InvalidOperation:
        raise NotAllowedError(
            f"“{text[:60]}” is not a number that {commitment.label} could have.",
            "Write one such as 120, 0.8 or 80%; for a promise with a clock also a time such as 4h.",
        ) from None
    found = NumberKind(least=Decimal(0)).problem(number)
    if found is None and bare.endswith("%"):
        number /= 100
    if found is None and commitment.unit == "share":
        found = RateKind().problem(number)
    if found is not None:
        raise NotAllowedError(
            f"“{text[:60]}” is not a target that {commitment.label} could have.",
            "Write a share such as 0.8 or 80%."
            if commitment.unit == "share"
            else "Write a number from 0 to a million millions, with at most 6 decimals.",
        )
    return Proposal(target=number)


def _duration(text: str, shown: Shown) -> Duration | None:
    if not text[-1:].isalpha():
        return None
    try:
        return _WITHIN.parse(text, shown)
    except BadText:
        return None


class Backtesting:
    """Backtests of the open library's agreements."""

    def __init__(self, library: Library, clock: Clock) -> None:
        self._library = library
        self._clock = clock

    def backtest(self, agreement: str, wanted: str, proposals: Sequence[str], language: Language) -> Backtest:
        """Replay a commitment of the draft on all imported history.

        Args:
            agreement: Its id.
            wanted: The commitment's id or label.
            proposals: As `read_proposal` takes them; the draft's own number without any.
            language: Its words for units are understood.

        Raises:
            NotFoundError: No such agreement or commitment.
            NotAllowedError: A proposal does not fit, or nothing has been imported.
        """
        from workbench.tracking.backtest import Proposal, backtest  # noqa: PLC0415  (loads numpy)
        from workbench.tracking.past import past  # noqa: PLC0415

        content = read_agreement(self._library.drafts.get(agreement).content, "The draft")
        one = find(commitments(content), wanted)
        tried = [read_proposal(one, text, shown_in(content, language)) for text in proposals] or [Proposal()]
        history = self.history(agreement)
        if history.is_empty:
            raise NotAllowedError("There is no history to replay this on.", "Import an export of the CRM first.")
        review = review_of_history(content, history)
        timed = one.clock is not None and one.kind != "quality"
        behind = past(one, "within" if timed else "target", review)
        return Backtest(history.as_of, content, one, backtest(one, tried, review), history.leads, behind)

    def history(self, agreement: str) -> History:
        """All that happened as far as the library knows.

        Raises:
            DamagedError: An import is not what was kept.
        """
        as_of = latest_data(self._library, agreement) or self._clock.now().date()
        return History(known_actuals(self._library, agreement), as_of)
