"""Backtests: a number the draft proposes, or another one, replayed on everything imported so far.

Must not know either face.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any

from workbench.agreement.commitment import Commitment
from workbench.agreement.commitments import commitments, find
from workbench.agreement.model import read_agreement
from workbench.base.clock import Clock
from workbench.base.errors import NotAllowedError
from workbench.base.language import Language
from workbench.fields.amounts import DurationKind, RateKind, duration_text
from workbench.fields.kind import BadText
from workbench.fields.value import Duration, Shown, plain
from workbench.services.happened import known_actuals, latest_data

if TYPE_CHECKING:
    from workbench.storage.library import Library
    from workbench.tracking.backtest import Proposal, Replay

_WITHIN = DurationKind()


@dataclass(frozen=True, eq=False)
class Backtest:
    """The answer of a backtest.

    Attributes:
        as_of: The instant or day it speaks for.
        commitment: As it is drafted.
        replays: One for each proposal, in the order asked.
        leads: How many leads are in the log.
    """

    as_of: dt.date | dt.datetime
    commitment: Commitment
    replays: tuple[Replay, ...]
    leads: int

    def document(self, language: Language) -> dict[str, Any]:
        """As `backtest --json` answers: the keys of `check`, and what each proposal came to."""
        shown = Shown(language)
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
            "leads": self.leads,
        }


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
    if bare.endswith("%"):
        number /= 100
    found = RateKind().problem(number) if commitment.unit == "share" else None
    if found is not None or not number.is_finite() or number < 0:
        raise NotAllowedError(
            f"“{text[:60]}” is not a target that {commitment.label} could have.",
            "Write a share such as 0.8 or 80%."
            if commitment.unit == "share"
            else "Write a number that is not negative.",
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
        from workbench.tracking.agreed import agreed_review  # noqa: PLC0415  (loads numpy)
        from workbench.tracking.backtest import Proposal, backtest  # noqa: PLC0415
        from workbench.tracking.review import InForce  # noqa: PLC0415

        content = read_agreement(self._library.drafts.get(agreement).content, "The draft")
        one = find(commitments(content), wanted)
        tried = [read_proposal(one, text, Shown(language)) for text in proposals] or [Proposal()]
        actuals = known_actuals(self._library, agreement)
        if not len(actuals.leads) and not actuals.totals and not actuals.done:
            raise NotAllowedError("There is no history to replay this on.", "Import an export of the CRM first.")
        as_of = latest_data(self._library, agreement) or self._clock.now().date()
        review = agreed_review(content, actuals, as_of, in_force=InForce())
        return Backtest(as_of, one, backtest(one, tried, review), len(actuals.leads))


def told(target: Decimal, commitment: Commitment) -> str:
    """A target for a terminal or a label: shares in percent."""
    return f"{plain(target * 100)}%" if commitment.unit == "share" else plain(target)
