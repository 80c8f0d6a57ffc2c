"""What is missing, vague, contradictory or not measurable in an agreement, as issues with paths.

Plain Python, never a small language in metadata; must not know who reads the issues.
"""

from __future__ import annotations

from workbench.agreement.model import Agreement
from workbench.agreement.rules import (
    balance,
    codes,
    completeness,
    concerns,
    consistency,
    counterweights,
    goals,
    measurability,
    references,
    targets,
    vagueness,
)
from workbench.fields.issue import Issue

ORDER = {"error": 0, "warning": 1, "hint": 2}


def rules(agreement: Agreement) -> tuple[Issue, ...]:
    """Everything the rules find, gravest first, within a gravity in document order."""
    found = [
        *completeness.find(agreement),
        *references.find(agreement),
        *codes.find(agreement),
        *concerns.find(agreement),
        *consistency.find(agreement),
        *targets.find(agreement),
        *measurability.find(agreement),
        *vagueness.find(agreement),
        *goals.find(agreement),
        *counterweights.find(agreement),
        *balance.find(agreement),
    ]
    return tuple(sorted(dict.fromkeys(found), key=lambda issue: ORDER[issue.severity]))


def blocking(agreement: Agreement) -> tuple[Issue, ...]:
    """The issues that keep a version from being signed."""
    return tuple(issue for issue in rules(agreement) if issue.severity == "error")
