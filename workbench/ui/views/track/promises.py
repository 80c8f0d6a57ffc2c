"""A check as rows: every commitment with its lines in their months, under the team that promises. Must not draw."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from workbench.agreement.commitment import Commitment, Side
from workbench.agreement.model import shown_in
from workbench.agreement.sentences import caption, comparison, short_name, target_text
from workbench.base.language import N_, Language
from workbench.fields.value import Shown
from workbench.ui.tables.groups import Group
from workbench.ui.views.track.months import NOTHING_HERE, Judged, Spot, lines_in, spots

if TYPE_CHECKING:
    from workbench.services.checking import Check
    from workbench.tracking.result import Result

SIDES: Final[tuple[Side, ...]] = ("marketing", "sales", "both")


@dataclass(frozen=True, eq=False)
class Promise:
    """One commitment over the periods it was judged in.

    Attributes:
        commitment: As the newest version that has it says it.
        title: What it is called.
        target: What was agreed, in a few words.
        lines: In time.
        spots: What stands in each month's cell.
        shown: How its values are written.
    """

    commitment: Commitment
    title: str
    target: str
    lines: tuple[Judged, ...]
    spots: Mapping[dt.date, Spot]
    shown: Shown

    def spot(self, month: dt.date) -> Spot:
        """What stands in a month's cell."""
        return self.spots.get(month, NOTHING_HERE)

    def in_month(self, month: dt.date) -> Judged | None:
        """The line to look at in a month: the last one at home there, else the one of the period that runs through."""
        spot = self.spot(month)
        if spot.lines:
            return spot.lines[-1]
        return next((line for line in self.lines if line.period == spot.through), None)

    def in_period(self, period: str) -> Judged | None:
        """The line of a period."""
        return next((line for line in self.lines if line.result.period == period), None)

    def beside(self, line: Judged, step: int) -> Judged | None:
        """The line so many periods after another one, or before it."""
        place = self.lines.index(line) + step
        return self.lines[place] if 0 <= place < len(self.lines) else None


def promises(check: Check, as_of: dt.date, language: Language) -> tuple[Promise, ...]:
    """Every commitment that any version of a check has: those of the newest first, in document order."""
    lines: dict[str, list[tuple[int, int | None, Result]]] = {}
    known: dict[str, tuple[Commitment, Shown]] = {}
    for judgement in reversed(check.judgements):
        shown = shown_in(judgement.agreement, language)
        for one in judgement.commitments:
            known.setdefault(one.id, (one, shown))
    found = []
    for number, judgement in enumerate(check.judgements):
        for result in judgement.results:
            lines.setdefault(result.commitment, []).append((number, judgement.version, result))
    for name, (commitment, shown) in known.items():
        judged = sorted(lines_in(lines.get(name, []), as_of), key=lambda one: one.period)
        found.append(
            Promise(
                commitment, short_name(commitment, shown), target_words(commitment, shown), tuple(judged),
                spots(judged), shown,
            )
        )  # fmt: skip
    return tuple(found)


def target_words(commitment: Commitment, shown: Shown) -> str:
    """What was agreed, for the second line of a row: `at least 85% within 4 business hours`."""
    text = shown.language.text
    if commitment.kind == "metric":
        return comparison(commitment, shown)
    return text(N_("at least {target} {rest}")).format(
        target=target_text(commitment, shown), rest=caption(commitment, shown)
    )


def groups(found: Iterable[Promise], language: Language) -> list[Group[Promise]]:
    """The rows under the team that promises; teams that promise nothing are left out."""
    made: list[Group[Promise]] = []
    rows = list(found)
    for side in SIDES:
        own = [one for one in rows if one.commitment.by == side]
        if own:
            made.append(Group(heading(own[0].commitment, language), own, side if side != "both" else "sub"))
    return made


def heading(commitment: Commitment, language: Language) -> str:
    """Who promises whom."""
    if commitment.by == "both":
        return language.text(N_("Both teams promise"))
    return language.text(N_("{by} promises {to}")).format(by=commitment.by_name, to=_lowered(commitment.to_name))


def _lowered(name: str) -> str:
    """A team's name inside a sentence; abbreviations stay as they are."""
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]
