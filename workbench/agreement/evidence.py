"""What others found or do: facts to put before the room, each with its source, its year and what speaks against it.

They never fill a field. Must not know how they are shown.
"""

from __future__ import annotations

import json
from functools import cache
from typing import Literal, NamedTuple

from workbench.base.language import N_, Language
from workbench.base.places import resource

FactKind = Literal["study", "vendor", "benchmark", "practice", "quoted", "method"]

KINDS: dict[FactKind, str] = {
    "study": N_("Study"),
    "vendor": N_("Vendor's own figures"),
    "benchmark": N_("Range often named"),
    "practice": N_("How one company does it"),
    "quoted": N_("As quoted, original not found"),
    "method": N_("Method"),
}
"""What a fact is worth, said before it is read. The strongest first."""


class Fact(NamedTuple):
    """Something that was found, said or done elsewhere.

    Attributes:
        key: Its stable name.
        sections: Names of the sections it belongs to.
        kind: What it is worth.
        figure: Its number or numbers, as they are quoted.
        says: The fact in a sentence.
        source: Who found or said it.
        year: When; None where nobody says.
        caveat: What speaks against taking it over.
    """

    key: str
    sections: tuple[str, ...]
    kind: FactKind
    figure: str
    says: str
    source: str
    year: int | None
    caveat: str

    def origin(self, language: Language) -> str:
        """Source and year in one line; a fact without a year says so."""
        year = str(self.year) if self.year is not None else language.text(N_("no year given"))
        return f"{self.source}, {year}"


@cache
def facts() -> tuple[Fact, ...]:
    """Every fact, the best founded first."""
    raw = json.loads(resource("evidence", "facts.json").read_text("utf-8"))
    found = [Fact(**{**one, "sections": tuple(one["sections"])}) for one in raw]
    order = list(KINDS)
    return tuple(sorted(found, key=lambda fact: order.index(fact.kind)))


def facts_of(section: str) -> tuple[Fact, ...]:
    """The facts of one section."""
    return tuple(fact for fact in facts() if section in fact.sections)
