"""Who answers a question unseen: each team, or each of its people. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.agreement.commitment import Side
from workbench.agreement.model import Agreement
from workbench.agreement.room.session import Round
from workbench.agreement.team_names import PARTIES, team_name
from workbench.base.language import Language


@dataclass(frozen=True)
class Seat:
    """One answer that is given unseen.

    Attributes:
        team: Whose side.
        person: Key of the person; empty where the team answers together.
        name: Who, in words.
    """

    team: Side
    person: str
    name: str


def seats(agreement: Agreement, asked: Round, language: Language) -> tuple[Seat, ...]:
    """Who answers: marketing first. A team that lists nobody answers as a team; people of both teams do not answer."""
    made = []
    for team in PARTIES:
        people = [one for one in agreement.teams.participants if one.team == team] if asked.by_person else []
        together = Seat(team, "", team_name(agreement.teams, team, language))
        made += [Seat(team, one.key, one.name or together.name) for one in people] or [together]
    return tuple(made)


def missing(agreement: Agreement, asked: Round, language: Language) -> tuple[Seat, ...]:
    """Whose answer is not in yet."""
    return tuple(one for one in seats(agreement, asked, language) if not asked.is_in(one.team, one.person))
