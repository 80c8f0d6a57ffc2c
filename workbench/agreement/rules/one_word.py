"""Words of the glossary that stand for two things. Each team's old word may: that is why it is written down."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.agreement.model import Agreement
from workbench.base.language import N_
from workbench.fields.issue import Issue


def find(agreement: Agreement) -> Iterator[Issue]:
    """Another word for a term that is itself a term, or another word for a second one."""
    terms = agreement.common_language.glossary
    taken = {one.term.strip().casefold(): one for one in terms if one.term.strip()}
    for one in terms:
        for word in one.synonyms:
            other = taken.setdefault(word.strip().casefold(), one) if word.strip() else one
            if other.key != one.key:
                yield Issue(
                    f"common_language.glossary[{one.key}].synonyms", "warning", "two_meanings",
                    N_("“{word}” stands for {one} and for {other}, so it explains neither."),
                    (("word", word.strip()), ("one", one.term), ("other", other.term)),
                )  # fmt: skip
