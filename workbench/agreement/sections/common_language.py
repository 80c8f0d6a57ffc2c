"""Section 4, common language: the words both teams use, with the words they used before."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.base.language import N_
from workbench.fields.declare import prose, rows, text, texts
from workbench.fields.value import Row


@dataclass(frozen=True)
class Term(Row):
    """A word with one meaning."""

    term: str = text(
        N_("Word"), help=N_("As it is used from now on."), example="Qualified lead", limit=120, needed=True
    )
    definition: str = prose(
        N_("Meaning"),
        help=N_("One or two sentences that leave one reading."),
        example="A person at a company in our profile who asked for contact or reached 65 points.",
        limit=1500,
        needed=True,
    )
    synonyms: tuple[str, ...] = texts(
        N_("Also called"), help=N_("Other words for the same thing, one a line."), example="MQL; hot lead"
    )
    marketing_word: str = text(
        N_("Marketing's old word"), help=N_("What marketing said until now."), example="Conversion", limit=120
    )
    sales_word: str = text(N_("Sales' old word"), help=N_("What sales said until now."), example="Web lead", limit=120)


@dataclass(frozen=True)
class CommonLanguage:
    """One word, one meaning."""

    glossary: tuple[Term, ...] = rows(
        Term,
        N_("Glossary"),
        one=N_("word"),
        help=N_("Start with the words you argue about."),
        example="Qualified lead",
        named_by=("term",),
        needed=True,
    )
