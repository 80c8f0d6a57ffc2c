"""Fist of five: whether a wording is agreed by a rule, from the hands of both teams and what is open about it. Pure."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from workbench.agreement.commitment import Side
from workbench.agreement.model import Agreement
from workbench.agreement.room.session import Ballot
from workbench.agreement.sections.sign_off import OpenItem
from workbench.agreement.team_names import PARTIES

HANDS = (0, 1, 2, 3, 4, 5)
MOST_HANDS = 40
"""Votes of a team that are counted."""


@dataclass(frozen=True)
class Verdict:
    """How a vote stands.

    Attributes:
        waiting: Hands that have not come in, by team; teams that are all in are left out.
        below: Hands below the limit.
        to_settle: Concerns that have no outcome yet.
        met: Whether the decision may be recorded.
    """

    waiting: dict[Side, int]
    below: int
    to_settle: int
    met: bool

    @property
    def all_in(self) -> bool:
        """Whether every hand has come in."""
        return not self.waiting


def people(agreement: Agreement, team: Side) -> int:
    """How many of a team vote; one where nobody is listed."""
    return sum(one.team == team for one in agreement.teams.participants) or 1


def concerns(agreement: Agreement, section: str) -> tuple[OpenItem, ...]:
    """The concerns raised about a section."""
    return tuple(one for one in agreement.sign_off.open_items if one.objection and one.section == section)


def is_settled(one: OpenItem) -> bool:
    """Whether a concern has an outcome and an owner and, unless it is resolved, a date."""
    decided = one.outcome in {"resolved", "deferred", "escalated"}
    return decided and bool(one.owner) and (one.outcome == "resolved" or one.due is not None)


def verdict(ballot: Ballot | None, agreement: Agreement, section: str, rule: str, least: int) -> Verdict:
    """How a vote stands.

    Args:
        ballot: The vote.
        agreement: Says how many vote, and which concerns are open.
        section: The vote is about.
        rule: One of `session.RULES`; nobody below the limit where it is empty.
        least: The limit.
    """
    hands = {team: ballot.hands(team) if ballot else () for team in PARTIES}
    waiting = {team: people(agreement, team) - len(hands[team]) for team in PARTIES}
    waiting = {team: missing for team, missing in waiting.items() if missing > 0}
    low = {team: sum(hand < least for hand in hands[team]) for team in PARTIES}
    to_settle = sum(not is_settled(one) for one in concerns(agreement, section))
    below = sum(low.values())
    match rule:
        case "concern":
            agreed = True
        case "most":
            agreed = all(low[team] * 2 < len(hands[team]) for team in PARTIES)
        case _:
            agreed = not below
    return Verdict(waiting, below, to_settle, agreed and not waiting and not to_settle)


def tally(hands: tuple[int, ...]) -> tuple[int, ...]:
    """How many hands show 0, 1, 2, 3, 4, 5."""
    count = Counter(hands)
    return tuple(count[hand] for hand in HANDS)
