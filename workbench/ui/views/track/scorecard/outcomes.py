"""How a lead counts, in the words of its promise: a rejected lead is not late, and an empty field is not overdue."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from workbench.agreement.commitment import COUNT_KINDS
from workbench.base.language import N_
from workbench.ui.parts.marks import Mark, outcome

ORDER: Final = ("met", "late", "overdue", "pending", "excluded", "unknown")
_WORDS: Final[Mapping[str, Mapping[str, str]]] = {
    "quality": {"met": N_("Accepted"), "late": N_("Rejected"), "pending": N_("Undecided")},
    "completeness": {"met": N_("Complete"), "late": N_("Incomplete")},
    "reasons": {"met": N_("Agreed"), "late": N_("Not agreed")},
    "conversion": {"met": N_("Went on"), "late": N_("Not yet")},
}
"""Words of the states for kinds without a clock, where they are others than the usual ones."""


def outcome_of(kind: str, state: str) -> Mark:
    """The mark of a state under a promise of a kind."""
    if kind in COUNT_KINDS and state == "met":
        return outcome("counted")
    word = _WORDS.get(kind, {}).get(state)
    mark = outcome(state)
    if word is None:
        return mark
    return mark._replace(word=word, icon="circle-x" if state == "late" else mark.icon)
