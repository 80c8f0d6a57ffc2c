"""Finds the words of the glossary in any text, with their synonyms and the words both teams used before.

Whole words without regard to case, the longest first, also with an English plural. A word that was used for two things
explains neither. Must not know where texts are shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from workbench.agreement.model import Agreement
from workbench.agreement.sections.common_language import Term
from workbench.base.language import N_, Language

SHORTEST: Final = 4
"""Letters of a segment's or tier's name that is explained wherever it stands."""


@dataclass(frozen=True)
class Found:
    """A word of the glossary in a text.

    Attributes:
        start: Its first letter.
        end: One after its last.
        term: What it means.
        said: The word as it stands there.
    """

    start: int
    end: int
    term: Term
    said: str


class Glossary:
    """The words of one agreement, ready to be looked for.

    Args:
        terms: The rows of the glossary; those without a meaning explain nothing and are left out.
    """

    def __init__(self, terms: Iterable[Term]) -> None:
        self.terms = tuple(one for one in terms if one.term.strip() and one.definition.strip())
        own = {_normal(one.term): one for one in reversed(self.terms)}
        others: dict[str, list[Term]] = {}
        for one in self.terms:
            for key in {_normal(word) for word in (*one.synonyms, one.marketing_word, one.sales_word)} - {"", *own}:
                others.setdefault(key, []).append(one)
        self._by_word = {key: found[0] for key, found in others.items() if len(found) == 1} | own
        longest = sorted(self._by_word, key=lambda word: (-len(word), word))
        pattern = "|".join(r"\s+".join(re.escape(part) for part in word.split(" ")) for word in longest)
        self._pattern = re.compile(rf"(?<!\w)({pattern})(?:e?s)?(?!\w)", re.IGNORECASE) if pattern else None

    def find(self, text: str) -> tuple[Found, ...]:
        """Every word of the glossary in a text, in order, none inside another."""
        if self._pattern is None or not text:
            return ()
        found = []
        for match in self._pattern.finditer(text):
            term = self._by_word.get(_normal(match.group(1)))
            if term is not None:
                found.append(Found(match.start(), match.end(), term, match.group()))
        return tuple(found)

    def terms_in(self, text: str) -> tuple[Term, ...]:
        """The terms in a text, each once, in order."""
        return tuple(dict.fromkeys(one.term for one in self.find(text)))

    def at(self, text: str, position: int) -> Found | None:
        """The word of the glossary at a place of a text."""
        return next((one for one in self.find(text) if one.start <= position <= one.end), None)


def explained(agreement: Agreement) -> tuple[Term, ...]:
    """Every word the agreement explains: its glossary, and the names of its segments and tiers with what they mean.

    A word of the glossary keeps its own meaning; a name as short as a grade explains nothing: every text has it.
    """
    terms = agreement.common_language.glossary
    taken = {_normal(one.term) for one in terms}
    segments = ((one.key, one.name, one.description) for one in agreement.teams.segments)
    tiers = ((one.key, one.name, one.definition) for one in agreement.lead_definitions.tiers)
    named = [one for one in (*segments, *tiers) if len(_normal(one[1])) >= SHORTEST and _normal(one[1]) not in taken]
    return (*terms, *(Term(key, name, meaning) for key, name, meaning in named))


def other_words(term: Term, language: Language) -> str:
    """What a term is and was also called, in one line; empty where it has no other word."""
    before = [
        language.text(template).format(word=word)
        for template, word in ((N_("{word} (marketing)"), term.marketing_word), (N_("{word} (sales)"), term.sales_word))
        if word
    ]
    words = ", ".join([*term.synonyms, *before])
    return language.text(N_("Also called: {words}")).format(words=words) if words else ""


def _normal(word: str) -> str:
    return " ".join(word.split()).casefold()
