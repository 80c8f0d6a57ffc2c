"""What the matrix of follow-up times shows, in words. Must not know drafts or widgets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True)
class MatrixCell:
    """What one cell shows.

    Attributes:
        key: Of the promise; empty for none.
        target: The time, as written; empty while it is open.
        share: For how many, as written.
        second: Attempts in words.
        issue: Something in it needs somebody.
        past: In how many past periods it would have been met, in words; empty where nothing is known.
        kept: The same as a share; nothing where no period could be judged.
        few: So few periods that the share says little.
    """

    key: str = ""
    target: str = ""
    share: str = ""
    second: str = ""
    issue: bool = False
    past: str = ""
    kept: float | None = None
    few: bool = False


@dataclass(frozen=True)
class Matrix:
    """What the table shows.

    Attributes:
        heads: Name of each column of promises.
        lines: Name of the sources, and the cells.
        corner: Over the names.
        none: What an empty cell says.
        open: What a cell without a time says.
    """

    heads: Sequence[str] = ()
    lines: Sequence[tuple[str, tuple[MatrixCell, ...]]] = field(default_factory=tuple)
    corner: str = ""
    none: str = ""
    open: str = ""

    @property
    def tells_past(self) -> bool:
        """Whether any promise has a past."""
        return any(cell.past for _, cells in self.lines for cell in cells)
