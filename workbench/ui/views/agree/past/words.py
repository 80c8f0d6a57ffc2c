"""A promise on past data in words and pictures' data. Says as much as the data bears, and no more.

Must not know widgets or where the panel stands.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from workbench.agreement.commitment import Commitment, PeriodLength
from workbench.agreement.period_words import period_words
from workbench.agreement.phrases import gap, share
from workbench.agreement.sentences import target_text
from workbench.agreement.value_text import share_text, value_text
from workbench.base.language import N_
from workbench.fields.amounts import duration_text
from workbench.fields.value import Shown
from workbench.tracking.backtest import USUAL_SHARE
from workbench.tracking.proposals import FEWEST_PERIODS
from workbench.ui.charts.ladder import Ladder, Step
from workbench.ui.charts.periods import Spell, Spells
from workbench.ui.parts.chip import ChipTone

if TYPE_CHECKING:
    from workbench.tracking.backtest import Proposal, Replay
    from workbench.tracking.past import Past

FEW_LEADS: Final = 30
PERIODS: Final[dict[PeriodLength, tuple[str, str]]] = {
    "week": (N_("{n} week"), N_("{n} weeks")),
    "month": (N_("{n} month"), N_("{n} months")),
    "quarter": (N_("{n} quarter"), N_("{n} quarters")),
    "year": (N_("{n} year"), N_("{n} years")),
}
KEPT_HEAD: Final[dict[PeriodLength, str]] = {
    "week": N_("weeks kept"),
    "month": N_("months kept"),
    "quarter": N_("quarters kept"),
    "year": N_("years kept"),
}
USUAL_SAYS: Final[dict[PeriodLength, str]] = {
    "week": N_("{share} of the weeks would have kept {number}."),
    "month": N_("{share} of the months would have kept {number}."),
    "quarter": N_("{share} of the quarters would have kept {number}."),
    "year": N_("{share} of the years would have kept {number}."),
}


@dataclass(frozen=True)
class PastWords:
    """What a panel says.

    Attributes:
        headline: In how many periods it would have been kept.
        chip: The same as a share; empty for none.
        tone: Of the chip.
        sentence: What of, with `{0}` for the promise's numbers.
        numbers: Those numbers.
        notes: What else must be known, a sentence each.
        ladder: Other numbers.
        spells: The periods.
    """

    headline: str
    chip: str
    tone: ChipTone
    sentence: str
    numbers: str
    notes: tuple[str, ...]
    ladder: Ladder
    spells: Spells


def told(past: Past, shown: Shown) -> PastWords:
    """What is to be said of a promise that can be measured."""
    text, own = shown.language.text, past.own
    headline, chip = text(N_("Still open")), ""
    tone: ChipTone = "idle"
    sentence = text(N_("Type a number to see how often it would have been kept."))
    if own is not None:
        judged = len(own.judged)
        sentence = text(N_("would have kept {0}.")) if judged else text(N_("No verdict on {0}."))
        headline = text(N_("Too little data"))
        if judged:
            headline = text(N_("{kept} of {periods}")).format(kept=own.kept, periods=_periods(past, judged, shown))
            chip, tone = _chip(Fraction(own.kept, judged), judged)
    return PastWords(
        headline, chip, tone, sentence, as_promised(past.commitment, shown), tuple(_notes(past, shown)),
        _ladder(past, shown), _spells(past, shown),
    )  # fmt: skip


def as_promised(commitment: Commitment, shown: Shown) -> str:
    """The numbers of a promise: `400`, `90% within 15 business minutes`, `85% with 6 attempts within 2 hours`."""
    text, clock = shown.language.text, commitment.clock
    words = target_text(commitment, shown)
    if clock is None or clock.within is None or commitment.kind == "quality":
        return words
    within = duration_text(clock.within, shown)
    if commitment.kind == "follow_up_depth":
        template = text(N_("{target} with {attempts} within {time}"))
        return template.format(target=words, attempts=_attempts(clock.attempts, shown), time=within)
    return text(N_("{target} within {time}")).format(target=words, time=within)


def _attempts(number: int | None, shown: Shown) -> str:
    if number is None:
        return gap(shown)
    return shown.language.count(N_("{n} attempt"), N_("{n} attempts"), number).format(n=number)


def _periods(past: Past, number: int, shown: Shown) -> str:
    return shown.language.count(*PERIODS[past.commitment.period], number).format(n=number)


def _chip(share: Fraction, judged: int) -> tuple[str, ChipTone]:
    tone: ChipTone = "idle" if judged < FEWEST_PERIODS else "ok" if share >= USUAL_SHARE else "warn"
    if judged >= FEWEST_PERIODS and share < Fraction(1, 2):
        tone = "bad"
    return f"{round(share * 100)}%", tone


def _notes(past: Past, shown: Shown) -> list[str]:
    """What else must be known, the most useful first."""
    text, own, found = shown.language.text, past.own or _any(past), []
    if past.usual is not None:
        words = text(USUAL_SAYS[past.commitment.period])
        found.append(words.format(share=_usual(shown), number=_number(past, past.usual, shown)))
    if own is None:
        return found
    found += _how_many(past, own, shown)
    if past.own is None:
        return found
    few = sum(line.status == "too_little_data" for line in own.results)
    if few and past.commitment.unit == "share":
        words = N_("Not judged for too few decided leads: {periods}.")
        found.append(text(words).format(periods=_periods(past, few, shown)))
    judged = len(own.judged)
    if 0 < judged < FEWEST_PERIODS:
        words = N_("Only {periods} could be judged: too few to build a promise on.")
        found.append(text(words).format(periods=_periods(past, judged, shown)))
    return found


def _how_many(past: Past, own: Replay, shown: Shown) -> list[str]:
    """Of how many leads which share counts, over all periods; of few leads the bare numbers, and that they are few."""
    decided = sum(line.denominator or 0 for line in own.results)
    if own.share_of_leads is None or not decided:
        return []
    count = shown.language.count
    if decided < FEW_LEADS and past.own is not None:
        kept = int(own.share_of_leads * decided)
        words = count(
            N_("{kept} of {n} decided lead: a few more could turn it."),
            N_("{kept} of {n} decided leads: a few more could turn it."),
            decided,
        )
        return [words.format(kept=kept, n=decided)]
    if decided < FEW_LEADS:
        few = (N_("Only {n} decided lead stands behind this."), N_("Only {n} decided leads stand behind this."))
        return [count(*few, decided).format(n=decided)]
    if past.own is None:
        return []
    words = count(N_("{share} of {n} decided lead."), N_("{share} of {n} decided leads."), decided)
    return [words.format(share=_percent(own.share_of_leads, shown), n=f"{decided:,}")]


def _any(past: Past) -> Replay | None:
    return past.rungs[0].replay if past.rungs else None


def _percent(share: Fraction, shown: Shown) -> str:
    return share_text(Decimal(share.numerator) / share.denominator, shown)


def _usual(shown: Shown) -> str:
    return share(Decimal(USUAL_SHARE.numerator) / USUAL_SHARE.denominator, shown)


def _number(past: Past, proposal: Proposal, shown: Shown) -> str:
    """A proposed number as people write it."""
    if proposal.within is not None:
        return duration_text(proposal.within, shown)
    if proposal.attempts is not None:
        return _attempts(proposal.attempts, shown)
    return target_text(past.commitment, shown, proposal.target)


def _ladder(past: Past, shown: Shown) -> Ladder:
    text, by_target = shown.language.text, past.part == "target"
    steps = []
    for one in past.rungs if not by_target or any(each.replay.judged for each in past.rungs) else ():
        judged, share = len(one.replay.judged), one.replay.share_of_leads
        told = judged and (by_target or past.commitment.target is not None)
        kept = text(N_("{kept} of {n}")).format(kept=one.replay.kept, n=judged) if told else ""
        steps.append(
            Step(
                _number(past, one.proposal, shown),
                one.replay.kept / judged if by_target and judged else 0 if by_target else float(share or 0),
                "" if by_target or share is None else _percent(share, shown),
                kept,
                one.own,
                one.proposal == past.usual,
            )
        )
    return Ladder(
        steps,
        text(N_("of the leads")),
        text(KEPT_HEAD[past.commitment.period]),
        text(N_("as written")),
        text(N_("the hardest that {share} would have kept")).format(share=_usual(shown)),
    )


def _spells(past: Past, shown: Shown) -> Spells:
    from workbench.tracking.periods import Period  # noqa: PLC0415  (with the answer)

    own = past.own
    lines = [line for line in own.results if line.status != "not_due"] if own is not None else []
    return Spells(
        [
            Spell(
                period_words(Period.parse(line.period), shown.language),
                line.status,
                "" if line.value is None else value_text(past.commitment, line.value, shown),
            )
            for line in lines
        ],
        shown.language,
    )
