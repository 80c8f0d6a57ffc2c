"""What thresholds of the score would have let through, on everything imported so far. Must not know either face."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from workbench.agreement.calculators.threshold import AtThreshold, at_thresholds

if TYPE_CHECKING:
    from workbench.storage.library import Library

MOST: Final = 7
"""Thresholds that are tried beside the agreed one."""


@dataclass(frozen=True)
class Tuned:
    """Thresholds on imported leads.

    Attributes:
        leads: Decided leads with a score.
        at: What each threshold comes to, the lowest first; none where no lead has a score.
    """

    leads: int
    at: tuple[AtThreshold, ...] = ()


class Tuning:
    """Tries thresholds on the leads of the open library."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def thresholds(self, agreement: str, agreed: int | None) -> Tuned:
        """A few thresholds spread over the scores that occur, and the agreed one.

        Args:
            agreement: Its id.
            agreed: The threshold as it is drafted; nothing while there is none.

        Raises:
            DamagedError: An import is not what was kept.
        """
        from workbench.tracking.scored import scored_leads  # noqa: PLC0415  (loads numpy)

        leads = scored_leads(self._library.actuals.log(agreement))
        if not leads:
            return Tuned(0)
        scores = sorted(one.score for one in leads)
        tried = {scores[number * (len(scores) - 1) // (MOST - 1)] for number in range(MOST)}
        if agreed is not None:
            tried.add(agreed)
        found = at_thresholds(leads, sorted(tried))
        return Tuned(len(leads), found if isinstance(found, tuple) else ())
