"""The follow-up promises as a matrix: sources down, tiers across, one promise a cell. Must not know how it is drawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.agreement.model import Agreement
from workbench.agreement.sections.follow_up import FollowUpTier


@dataclass(frozen=True)
class GridLine:
    """One line of the matrix.

    Attributes:
        sources: The sources it is for; none for leads of every source.
        cells: Key of the promise in each column; empty where nothing is promised.
    """

    sources: tuple[str, ...]
    cells: tuple[str, ...]


@dataclass(frozen=True)
class FollowUpGrid:
    """The matrix.

    Attributes:
        tiers: Key of each column's tier; empty for the column of every lead.
        lines: In the order in which their sources were first named.
    """

    tiers: tuple[str, ...]
    lines: tuple[GridLine, ...]

    def place_of(self, key: str) -> tuple[int, int] | None:
        """Line and column of a promise."""
        for at, line in enumerate(self.lines):
            if key and key in line.cells:
                return at, line.cells.index(key)
        return None


def follow_up_grid(agreement: Agreement) -> FollowUpGrid:
    """The matrix of an agreement; a second promise for the same tier and sources gets a line of its own."""
    rows: Sequence[FollowUpTier] = agreement.follow_up.tiers
    tiers = [tier.key for tier in agreement.lead_definitions.tiers]
    tiers += [row.tier for row in rows if row.tier not in tiers and row.tier]
    if not tiers or any(not row.tier for row in rows):
        tiers.append("")
    tiers = list(dict.fromkeys(tiers))
    lines: list[tuple[tuple[str, ...], dict[str, str]]] = []
    for row in rows:
        free = next((cells for sources, cells in lines if sources == row.sources and row.tier not in cells), None)
        if free is None:
            free = {}
            lines.append((row.sources, free))
        free[row.tier] = row.key
    made = tuple(GridLine(sources, tuple(cells.get(tier, "") for tier in tiers)) for sources, cells in lines)
    return FollowUpGrid(tuple(tiers), made or (GridLine((), ("",) * len(tiers)),))
