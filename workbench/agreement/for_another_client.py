"""An agreement to start the next one from: its wording and structure, without what belongs to its client.

Must not know where it came from or where it goes.
"""

from __future__ import annotations

import dataclasses
import re
from decimal import Decimal
from typing import Any

from workbench.agreement.model import Agreement
from workbench.agreement.sections.goals import Goal
from workbench.agreement.workshop import Workshop
from workbench.fields.amounts import MoneyKind
from workbench.fields.path import declared, put, walk
from workbench.fields.words import TextKind, TextsKind

COMPANY = "[Company]"
EMPTIED = (
    "teams.reference_number",
    "sign_off.reservations",
    "sign_off.open_items",
    "sign_off.decisions",
    "lead_definitions.calibration",
    "lead_definitions.calibrated_on",
    "follow_up.outages",
)
"""Places that tell what happened at one client and nowhere else."""


def for_another_client(agreement: Agreement) -> Agreement:
    """The agreement without client data.

    Names of the company, of people and of products or segments become brackets to fill, wherever a text mentions them;
    e-mail addresses, amounts of money, the numbers of goals, what segments are, decisions, reservations, sample leads
    and outages are emptied. Lead numbers, times and shares stay: they are the proposal to start from.
    """
    names = _names(agreement)
    pattern = _pattern(names)
    for path in EMPTIED:
        agreement = put(agreement, path, declared(agreement, path)[2].kind.empty)
    cleaned = agreement
    for path, field, value in walk(agreement):
        if field.kind.is_empty(value):
            continue
        if isinstance(field.kind, MoneyKind):
            cleaned = put(cleaned, path, field.kind.empty)
        elif isinstance(field.kind, TextKind | TextsKind) and pattern is not None:
            said = _bracketed(value, pattern, names)
            if said != value:
                cleaned = put(cleaned, path, said)
    people = tuple(dataclasses.replace(one, email="") for one in cleaned.teams.participants)
    segments = tuple(dataclasses.replace(one, description="", values=()) for one in cleaned.teams.segments)
    reps = tuple(
        dataclasses.replace(one, name=f"Rep {number}") for number, one in enumerate(cleaned.volumes.reps, start=1)
    )
    goals = tuple(_without_numbers(one) for one in cleaned.goals.goals)
    return dataclasses.replace(
        cleaned,
        teams=dataclasses.replace(cleaned.teams, company=COMPANY, participants=people, segments=segments),
        volumes=dataclasses.replace(cleaned.volumes, reps=reps),
        goals=dataclasses.replace(cleaned.goals, goals=goals),
        workshop=Workshop(tuple(one for one in cleaned.workshop.sections if one.state == "skipped")),
    )


def _names(agreement: Agreement) -> dict[str, str]:
    """What is said instead of each name, by the name in small letters; who has a role is called by it."""
    found = {agreement.teams.company.casefold(): COMPANY} if agreement.teams.company else {}
    for number, segment in enumerate(agreement.teams.segments, start=1):
        if segment.name and not segment.name.startswith("["):
            found[segment.name.casefold()] = f"[Segment {number}]"
    taken: dict[str, int] = {}
    for one in agreement.teams.participants:
        if not one.name or one.name.startswith("["):
            continue
        role = one.role or {"marketing": "Marketing", "sales": "Sales"}.get(one.team, "Person")
        taken[role] = taken.get(role, 0) + 1
        found[one.name.casefold()] = f"[{role}]" if taken[role] == 1 else f"[{role} {taken[role]}]"
    return found


def _pattern(names: dict[str, str]) -> re.Pattern[str] | None:
    """Finds the names as whole words, the longer ones first."""
    if not names:
        return None
    ordered = sorted(names, key=len, reverse=True)
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, ordered)) + r")(?!\w)", re.IGNORECASE)


def _bracketed(value: Any, pattern: re.Pattern[str], names: dict[str, str]) -> Any:
    if isinstance(value, tuple):
        return tuple(_bracketed(one, pattern, names) for one in value)
    return pattern.sub(lambda found: names.get(found[0].casefold(), COMPANY), value)


def _without_numbers(goal: Goal) -> Goal:
    nothing: Decimal | None = None
    return dataclasses.replace(goal, baseline=nothing, target=nothing)
