"""Who is what in an activity (RACI), and what is missing or said twice. Must not know how a matrix is drawn."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from workbench.agreement.sections.working_together import Responsibility

Letter = Literal["A", "R", "C", "I"]
LETTERS: Final[tuple[Letter, ...]] = ("A", "R", "C", "I")
FIELD: Final[dict[Letter, str]] = {"A": "accountable", "R": "responsible", "C": "consulted", "I": "informed"}


@dataclass(frozen=True)
class Gap:
    """Something an activity misses or says twice.

    Attributes:
        row: Key of the activity.
        kind: Nobody is accountable; nobody does it; the same activity stands further up; a person is told or asked
            although the person does it anyway.
        person: Key of the person, where it is about one.
    """

    row: str
    kind: Literal["no_accountable", "no_responsible", "double", "redundant"]
    person: str = ""


def letters_of(row: Responsibility, person: str) -> tuple[Letter, ...]:
    """What a person is in an activity."""
    held = {"A": (row.accountable,), "R": row.responsible, "C": row.consulted, "I": row.informed}
    return tuple(letter for letter in LETTERS if person in held[letter])


def with_letter(row: Responsibility, person: str, letter: Letter, *, on: bool) -> Responsibility:
    """The activity with a person in a role or out of it; one person at most is accountable."""
    if letter == "A":
        holder = person if on else "" if row.accountable == person else row.accountable
        return dataclasses.replace(row, accountable=holder)
    held: tuple[str, ...] = getattr(row, FIELD[letter])
    without = tuple(one for one in held if one != person)
    after = held if on and person in held else (*without, person) if on else without
    if letter == "R":
        return dataclasses.replace(row, responsible=after)
    if letter == "C":
        return dataclasses.replace(row, consulted=after)
    return dataclasses.replace(row, informed=after)


def only(row: Responsibility, person: str, letter: Letter | None) -> Responsibility:
    """The activity with a person in this role alone, or in none."""
    for one in LETTERS:
        row = with_letter(row, person, one, on=one == letter)
    return row


def gaps(rows: Sequence[Responsibility]) -> tuple[Gap, ...]:
    """What is missing or said twice, activity by activity."""
    found: list[Gap] = []
    seen: set[str] = set()
    for row in rows:
        if not row.accountable:
            found.append(Gap(row.key, "no_accountable"))
        if not row.responsible:
            found.append(Gap(row.key, "no_responsible"))
        name = " ".join(row.name.split()).casefold()
        if name and name in seen:
            found.append(Gap(row.key, "double"))
        seen.add(name)
        does = {row.accountable, *row.responsible} - {""}
        found += [
            Gap(row.key, "redundant", one) for one in dict.fromkeys((*row.consulted, *row.informed)) if one in does
        ]
    return tuple(found)
