"""What a column may be: a field of leads, or what it tells of a call or task; in words. Must not know widgets."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from workbench.agreement.lead_fields import FIELD, LEAD_FIELDS
from workbench.base.language import N_, Language

ACTIVITY_DATE: Final = "activity_at"
PARTS: Final[Mapping[str, str]] = {
    "lead_id": N_("Which lead, by its ID"),
    "email": N_("Which lead, by e-mail"),
    ACTIVITY_DATE: N_("When it was done"),
    "activity_time": N_("At what time of day"),
    "activity_type": N_("What it was"),
    "activity_state": N_("Whether it was done"),
    "activity_id": N_("Its own number"),
}
"""What a column of calls and tasks may tell."""


def wanted_of(kind: str) -> Iterable[tuple[str, str]]:
    """What a column of a file may be, with its words.

    Args:
        kind: What the rows are: `activities`, or empty for leads.
    """
    return PARTS.items() if kind else ((one.name, one.label) for one in LEAD_FIELDS)


def words_of(name: str, kind: str, language: Language) -> str:
    """What a column is, in words."""
    return language.text(PARTS[name] if kind else FIELD[name].label)
