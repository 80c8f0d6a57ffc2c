"""Who answers a question unseen: each team, or each of its people. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.agreement.commitment import Side
from workbench.agreement.model import Agreement
from workbench.agreement.room.session import Round
from workbench.agreement.team_names import PARTIES, team_name
from workbench.base.language import N_, Language


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
    """Who answers: marketing first. A team that lists nobody answers as a team; people of both teams do not answer.

    Whoever said something keeps the seat, such as a person who was taken off the list since: what was said in the room
    is opened whatever became of the list.
    """
    made = []
    for team in PARTIES:
        name = team_name(agreement.teams, team, language)
        people = [Seat(team, one.key, one.name or name) for one in agreement.teams.participants if one.team == team]
        people += _moved(agreement, asked, team, language.text(N_("{team}, no longer listed")).format(team=name))
        if not asked.by_person or not people or asked.has_said(team):
            made.append(Seat(team, "", name))
        made += people if asked.by_person else []
    return tuple(made)


def _moved(agreement: Agreement, asked: Round, team: Side, gone: str) -> list[Seat]:
    """Whoever answered for a team and is of neither team now; called `gone` where they are not listed at all."""
    listed = {one.key for one in agreement.teams.participants if one.team in PARTIES}
    names = {one.key: one.name for one in agreement.teams.participants}
    said = dict.fromkeys(one.person for one in asked.said if one.team == team and one.words)
    return [Seat(team, one, names.get(one) or gone) for one in said if one and one not in listed]


def missing(agreement: Agreement, asked: Round, language: Language) -> tuple[Seat, ...]:
    """Whose answer is not in yet."""
    return tuple(one for one in seats(agreement, asked, language) if not asked.is_in(one.team, one.person))
