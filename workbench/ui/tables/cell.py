"""What a cell is: a value that can draw itself and say itself in words. Must not know views or models.

A screen builds cells from its data; one delegate draws them all, so that selection, hover, hairlines and focus are the
same everywhere. The words are what a screen reader hears and what is copied; a painted table without them is mute.
"""

from __future__ import annotations

from typing import NamedTuple, Protocol, runtime_checkable

from PySide6.QtCore import QRectF

from workbench.ui.theme.ink import Ink
from workbench.ui.theme.look import Look


class CellState(NamedTuple):
    """In which state a cell is drawn.

    Attributes:
        selected: Its row is the chosen one.
        current_column: Its column is emphasised, such as the open month.
        first: It is in the first column shown.
    """

    selected: bool = False
    current_column: bool = False
    first: bool = False

    @property
    def quiet(self) -> str:
        """Token for second lines: muted words are too pale on the selection."""
        return "sub" if self.selected else "muted"


class Cell(Protocol):
    """A value that draws itself."""

    def words(self) -> str:
        """The cell in words, complete without colour or shape."""
        ...

    def draw(self, ink: Ink, rect: QRectF, state: CellState) -> None:
        """Draw into a rectangle; the ground is already there."""
        ...


@runtime_checkable
class TallCell(Protocol):
    """A cell that knows its own height, for lists whose rows differ."""

    def height(self, look: Look, width: int) -> int:
        """Its height at a width, in device-independent pixels."""
        ...


class Nothing(NamedTuple):
    """An empty cell: a dash, said as "none" or as what is given."""

    said: str = ""

    def words(self) -> str:
        """What is said."""
        return self.said

    def draw(self, ink: Ink, rect: QRectF, state: CellState) -> None:
        """Draw a dash."""
        ink.text(rect.adjusted(ink.px(14), 0, 0, 0), "–", color=state.quiet)
