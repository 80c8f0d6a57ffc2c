"""One-sided agreements, seen before anybody signs them: obligations, measurable ones and consequences of each team."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from workbench.agreement.commitment import Commitment, Side
from workbench.agreement.commitments import commitments
from workbench.agreement.model import Agreement
from workbench.agreement.team_names import named
from workbench.base.language import N_
from workbench.fields.issue import Issue

LOPSIDED = 3
"""One team with this many times the promises of the other is worth a word."""


@dataclass(frozen=True)
class SideBalance:
    """What one team takes on: how many promises, how many with a number, how many with a consequence."""

    side: Side
    promises: int
    with_number: int
    with_consequence: int


def balance(found: tuple[Commitment, ...]) -> tuple[SideBalance, SideBalance, SideBalance]:
    """Marketing, sales, and what both share."""
    sides: tuple[Side, Side, Side] = ("marketing", "sales", "both")
    made = tuple(
        SideBalance(
            side,
            sum(one.by == side for one in found),
            sum(one.by == side and one.target is not None for one in found),
            sum(one.by == side and bool(one.consequence) for one in found),
        )
        for side in sides
    )
    return made[0], made[1], made[2]


def find(agreement: Agreement) -> Iterator[Issue]:
    """One team that promises much more, or that alone bears consequences."""
    marketing, sales, _both = balance(commitments(agreement))
    for less, more, section in ((marketing, sales, "volumes"), (sales, marketing, "follow_up")):
        less_name, more_name = named(agreement.teams, less.side), named(agreement.teams, more.side)
        names = (("less", less_name), ("more", more_name), ("n", str(more.promises)), ("m", str(less.promises)))
        if less.promises and more.promises >= LOPSIDED * less.promises:
            yield Issue(section, "warning", "one_sided", N_("{more} makes {n} promises, {less} only {m}."), names)
        if more.with_consequence and not less.with_consequence and less.promises:
            yield Issue(
                section, "warning", "one_sided_consequences", N_("Only {more} repairs when a promise is missed."), names
            )
