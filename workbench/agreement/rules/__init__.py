"""What is missing, vague, contradictory or not measurable in an agreement, as issues with paths.

Plain Python, never a small language in metadata; must not know who reads the issues.
"""

from __future__ import annotations

from collections.abc import Iterator

from workbench.agreement.model import Agreement
from workbench.agreement.rules import (
    balance,
    clocks,
    codes,
    completeness,
    concerns,
    consistency,
    counterweights,
    goals,
    measurability,
    never_used,
    one_page,
    one_word,
    overridden,
    plan,
    printing,
    qualifying,
    references,
    sides,
    targets,
    term,
    twice,
    vagueness,
)
from workbench.fields.issue import Issue

ORDER = {"error": 0, "warning": 1, "hint": 2}


FINDERS = (
    completeness.find,
    references.find,
    one_word.find,
    codes.find,
    concerns.find,
    consistency.find,
    qualifying.find,
    never_used.find,
    targets.find,
    plan.find,
    clocks.find,
    term.find,
    sides.find,
    twice.find,
    overridden.find,
    measurability.find,
    printing.find,
    one_page.find,
    vagueness.find,
    goals.find,
    counterweights.find,
    balance.find,
)
"""Each finds its own kind of issue."""


def rules(agreement: Agreement) -> tuple[Issue, ...]:
    """Everything the rules find, gravest first, within a gravity in document order."""
    *_, found = search(agreement)
    return found or ()


def search(agreement: Agreement) -> Iterator[tuple[Issue, ...] | None]:
    """As `rules`, a piece at a time, for whoever has other things to do in between: nothing until the last answer."""
    found: list[Issue] = []
    for find in FINDERS:
        found += find(agreement)
        yield None
    yield tuple(sorted(dict.fromkeys(found), key=lambda issue: ORDER[issue.severity]))


def blocking(agreement: Agreement) -> tuple[Issue, ...]:
    """The issues that keep a version from being signed."""
    return tuple(issue for issue in rules(agreement) if issue.severity == "error")
